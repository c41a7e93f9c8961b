"""Arguments of the commands, a module for each family of them; nothing heavy is imported here."""

from kg.cli.parsers import asking, connecting, deciding, looking, making, ranking, starting

FAMILIES = (starting, making, looking, asking, deciding, connecting, ranking)
"""In the order in which `kg --help` lists their commands."""
