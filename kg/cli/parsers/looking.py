"""Arguments of the commands that look a thing up."""

from __future__ import annotations

from pathlib import Path

from kg.cli.parsers.shared import Commands, command, reading

COMMANDS = ("find", "show", "timeline")


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    find = command(commands, "find", "finding:find", "look a thing up by a name, or a part of one, in any language")
    find.add_argument("name", metavar="NAME")
    reading(find)

    show = command(commands, "show", "looking:show", "a thing's card: names, facts, dates, evidence")
    show.add_argument("name", metavar="NAME")
    show.add_argument(
        "--documents", type=Path, metavar="DIR", help="folder of the documents, to show the sentence around each quote"
    )
    reading(show)

    timeline = command(commands, "timeline", "looking:timeline", "a thing's facts in the order of their dates")
    timeline.add_argument("name", metavar="NAME")
    reading(timeline)
