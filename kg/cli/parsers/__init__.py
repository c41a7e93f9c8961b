"""Arguments of the commands, a module for each family of them; nothing heavy is imported here."""

from kg.cli.parsers import (
    asking,
    connecting,
    deciding,
    drafting,
    exporting,
    grouping,
    importing,
    looking,
    making,
    ranking,
    reviewing,
    serving,
    starting,
    viewing,
)

FAMILIES = (
    *(starting, making, importing, drafting, reviewing, looking, asking, deciding, connecting, ranking, grouping),
    *(viewing, exporting, serving),
)
"""In the order in which `kg --help` lists their commands."""
