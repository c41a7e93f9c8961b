"""Analysis of who is tied to whom. `network` is NetworkX here; it is read from the store, never from tables."""
