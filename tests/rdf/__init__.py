"""The RDF room: mapping, inference, reasons, validation, questions, files, and the ontology itself."""
