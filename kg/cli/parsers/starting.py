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

    forget = command(commands, "forget", "starting:forget", "take what the tables say of a person out of them")
    forget.add_argument("name", metavar="NAME", help="the person, or another thing")
    forget.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    forget.add_argument("--dry-run", action="store_true", help="show the rows and write nothing")
    forget.add_argument("--yes", action="store_true", help="remove without asking")
    forget.add_argument(
        "--register", metavar="REASON", help="keep a line in removed.csv: today, the reason, how many rows; no name"
    )
