"""What the arguments of several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from kg.cli.options import FORMATS, LANGUAGES

PROJECT_HELP = "the folder of a kg.toml (default: the nearest, from the working folder upwards)"
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def command(commands: Commands, name: str, run: str, summary: str) -> argparse.ArgumentParser:
    """A command; `run` is `module:function` in `kg.cli`."""
    parser = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    parser.set_defaults(run=run)
    parser.add_argument("--project", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=PROJECT_HELP)
    return parser


def seeds(command: argparse.ArgumentParser) -> None:
    """Where tables and documents are."""
    command.add_argument(
        "--seeds",
        type=Path,
        metavar="DIR",
        help="folder of tables (default: ./seeds or the project's, else the shipped ones)",
    )
    command.add_argument(
        "--documents",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="folder of the sources' documents, to verify each quote in (default: that of the project, if there)",
    )


def store(command: argparse._ActionsContainer) -> None:
    """A remote store in place of a folder."""
    command.add_argument("--store", metavar="URL", help="a remote SPARQL store (default: $KG_STORE)")


def language(command: argparse.ArgumentParser) -> None:
    """The language of the answer."""
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help="language of names and words (default: the first of the project's, else en)",
    )
    command.set_defaults(speaks=True)


def reading(command: argparse.ArgumentParser, formats: Sequence[str] = FORMATS, note: str = "") -> None:
    """What every command takes that reads a build and writes rows; `note` is told of its formats."""
    opening(command)
    command.add_argument("--format", choices=formats, default="table", help=f"how to write rows{note} (default: table)")


def opening(command: argparse.ArgumentParser) -> None:
    """Which build to read, in which language, as of which day."""
    place = command.add_mutually_exclusive_group()
    place.add_argument(
        "--build", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="the build to read (default: build)"
    )
    store(place)
    language(command)
    command.add_argument(
        "--as-of", metavar="DATE", help="only what held or had happened by that day (YYYY, YYYY-MM or YYYY-MM-DD)"
    )


def count(text: str) -> int:
    """A whole number above 0."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number above 0")
    return int(text)


def days(text: str) -> tuple[str, ...]:
    """Two or more dates with commas between."""
    dates = tuple(date.strip() for date in text.split(","))
    if len(dates) < 2 or not all(dates):
        raise argparse.ArgumentTypeError(f"'{text}' is no list of two or more dates with commas between")
    return dates


def score(text: str) -> float:
    """A number from 0 to 1."""
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 0 to 1")
    return score


def seconds(text: str) -> float:
    """A number of seconds, 0 or more."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of seconds")
    return number
