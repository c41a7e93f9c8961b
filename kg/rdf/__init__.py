"""Claims as RDF: vocabulary, mapping, inference, validation, store and queries. `graph` is RDF here."""
