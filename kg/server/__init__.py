"""A build over HTTP: a read-only SPARQL endpoint, pages for people, RDF for machines."""
