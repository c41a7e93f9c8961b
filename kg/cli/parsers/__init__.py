"""Arguments of the commands, a module for each family of them; nothing heavy is imported here."""

from kg.cli.parsers import (
    asking,
    connecting,
    deciding,
    exporting,
    grouping,
    looking,
    making,
    ranking,
    reviewing,
    serving,
    starting,
    viewing,
)

FAMILIES = (
    starting,
    making,
    looking,
    asking,
    deciding,
    reviewing,
    connecting,
    ranking,
    grouping,
    viewing,
    exporting,
    serving,
)
"""In the order in which `kg --help` lists their commands."""
