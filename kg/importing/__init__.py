"""Foreign tables become the project's tables, by a mapping file."""
