"""Arguments of the commands that ask the store."""

from __future__ import annotations

from kg.cli.options import ANSWER_FORMATS
from kg.cli.parsers.shared import Commands, command, reading, seconds


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    query = command(commands, "query", "asking:query", "ask a shipped question by name, or any SPARQL")
    query.add_argument("query", nargs="?", metavar="QUESTION", help="name, file, SPARQL text or - (default: list them)")
    query.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="KEY=VALUE", help="a question's parameter"
    )
    shown = query.add_mutually_exclusive_group()
    shown.add_argument("--iris", action="store_true", help="show IRIs in the table instead of names")
    shown.add_argument(
        "--names", action="store_true", help="write names in csv, tsv, json and jsonl instead of IRIs, as plain rows"
    )
    query.add_argument(
        "--timeout", type=seconds, default=60.0, metavar="SECONDS", help="stop after so long, 0 never (default: 60)"
    )
    reading(query, formats=ANSWER_FORMATS)

    explain = command(commands, "explain", "asking:explain", "why a triple is in the graph, down to the quotes")
    explain.add_argument("subject", metavar="S", help="a thing")
    explain.add_argument("predicate", metavar="P", help="a property such as partnerOf, or 'a' for a class")
    explain.add_argument("object", metavar="O", help="a thing, a class, or a number")
    reading(explain, formats=("table", "json"))
