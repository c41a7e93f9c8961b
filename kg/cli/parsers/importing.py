"""Arguments of the command that brings foreign tables in."""

from __future__ import annotations

from pathlib import Path

from kg.cli.parsers.shared import Commands, command


def add(commands: Commands) -> None:
    """Adds it to the command line."""
    add = command(commands, "import", "importing:import_", "foreign tables in, by a mapping file")
    what = add.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "mapping", type=Path, nargs="?", metavar="MAPPING", help="the mapping file; its inputs lie beside it"
    )
    what.add_argument(
        "--new", type=Path, metavar="FILE", help="write a mapping file for a table on stdout, to begin with"
    )
    add.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    add.add_argument("--from", dest="inputs", type=Path, metavar="DIR", help="folder of the inputs, if another")
    add.add_argument("--strict", action="store_true", help="write nothing if any row would be set aside")
    add.add_argument("--dry-run", action="store_true", help="count and show the first rows; write nothing")
    add.add_argument("--format", choices=("table", "json"), default="table", help="how to write the report")
