"""Names in an article: where they begin and end, of what class, in which case, and which thing each is of."""
