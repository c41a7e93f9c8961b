"""Choices of the command line that are needed before anything heavy is imported."""

FORMATS = ("table", "csv", "json", "jsonl")
LANGUAGES = ("en", "az", "kk")
MEASURES = ("betweenness", "closeness", "degree", "eigenvector", "pagerank")
