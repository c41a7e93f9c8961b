"""Arguments of the command that writes the graph for other tools."""

from __future__ import annotations

from pathlib import Path

from kg.cli.parsers.shared import Commands, command, opening


def add(commands: Commands) -> None:
    """Adds it to the command line."""
    export = command(
        commands, "export", "exporting:export", "write the graph for another tool, or a brief or picture to read"
    )
    export.add_argument("format_name", nargs="?", metavar="FORMAT", help="name of a format (default: list them)")
    export.add_argument(
        "things", nargs="*", metavar="THING", help="for a brief or a picture: a thing, or the two ends of a path"
    )
    export.add_argument(
        "--out", type=Path, metavar="FILE|DIR", help="file or folder to write (default: stdout, where it is text)"
    )
    opening(export)
