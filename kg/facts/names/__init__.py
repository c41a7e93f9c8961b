"""Names in many languages and scripts: folded, inflected, understood word by word, compared."""
