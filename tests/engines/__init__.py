"""Other people's RDF parsers on what a build leaves; each must be installed."""
