"""Partnership KG: who works with whom, since when, by which agreement, and who says so."""

__version__ = "0.1.0"
