"""Choices of the command line that are needed before anything heavy is imported."""

FORMATS = ("table", "csv", "json", "jsonl")
DIFFERENCE_FORMATS = ("table", "markdown", "json")
LANGUAGES = ("en", "az", "kk")
MEASURES = ("betweenness", "closeness", "degree", "eigenvector", "pagerank")
JUDGEMENTS = ("same", "different", "unsure")
LIKENESSES = ("adamic-adar", "cosine", "jaccard", "resource-allocation")
SIDES = ("countries", "groups")
