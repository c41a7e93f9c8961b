"""Facts as people write them: tables, quotes, names, partial dates. Knows nothing of RDF."""
