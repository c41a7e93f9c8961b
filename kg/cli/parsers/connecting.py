"""Arguments of the commands on how things are connected."""

from __future__ import annotations

from kg.cli.parsers.shared import Commands, command, count, reading


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    path = command(commands, "path", "connecting:path", "how two things are connected, hop by hop, with evidence")
    path.add_argument("start", metavar="A", help="a thing")
    path.add_argument("end", metavar="B", help="another thing")
    path.add_argument("-k", type=count, default=1, metavar="N", help="show up to N paths (default: 1)")
    path.add_argument("--all-relations", action="store_true", help="also go by countries, topics and reports")
    reading(path)
