"""Arguments of the commands about a project as a whole."""

from __future__ import annotations

from pathlib import Path

from kg.cli.options import LANGUAGES
from kg.cli.parsers.shared import Commands, command


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    new = command(commands, "new", "starting:new", "a fresh project folder of one's own, which works at once")
    new.add_argument("folder", type=Path, metavar="DIR", help="the folder to make; one that exists must be empty")
    new.add_argument(
        "--base",
        metavar="IRI",
        help="what the addresses of your things begin with (default: https://example.org/NAME/)",
    )
    new.add_argument("--lang", dest="first", choices=LANGUAGES, help="language of its answers (default: en)")
