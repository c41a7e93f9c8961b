"""Choices of the command line that are needed before anything heavy is imported."""

from kg.settings import INTERFACE

FORMATS = ("table", "csv", "json", "jsonl")
ANSWER_FORMATS = ("table", "csv", "tsv", "json", "jsonl", "xml", "turtle", "ntriples")
DIFFERENCE_FORMATS = ("table", "markdown", "json")
LANGUAGES = tuple(INTERFACE)
MEASURES = ("betweenness", "closeness", "degree", "eigenvector", "pagerank")
JUDGEMENTS = ("same", "different", "unsure")
