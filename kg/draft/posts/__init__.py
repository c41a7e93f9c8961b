"""Posts: their words, who holds which, in which body, and who speaks for it."""
