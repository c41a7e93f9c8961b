"""Choices of the command line that are needed before anything heavy is imported."""

from kg.settings import INTERFACE

STORE = "KG_STORE"
"""The environment variable that names a remote store for all commands."""

FORMATS = ("table", "csv", "json", "jsonl")
PATH_FORMATS = (*FORMATS, "graphml")
ANSWER_FORMATS = ("table", "csv", "tsv", "json", "jsonl", "xml", "turtle", "ntriples")
DIFFERENCE_FORMATS = ("table", "markdown", "json")
LANGUAGES = tuple(INTERFACE)
COSTS = ("hops", "strength", "recency")
MEASURES = (
    "degree",
    "strength",
    "betweenness",
    "closeness",
    "harmonic",
    "eigenvector",
    "katz",
    "pagerank",
    "hubs",
    "authorities",
    "constraint",
    "effective-size",
    "participation",
)
ENGINES = ("auto", "networkx", "rustworkx")
ORDERS = ("confidence", "article", "rule", "language")
JUDGEMENTS = ("same", "different", "unsure")
LIKENESSES = ("adamic-adar", "cosine", "jaccard", "resource-allocation")
SIDES = ("countries", "groups")
