"""Arguments of the commands that ask the store."""

from __future__ import annotations

from kg.cli.options import ANSWER_FORMATS
from kg.cli.parsers.shared import Commands, command, reading, seconds


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    query = command(commands, "query", "asking:query", "ask a question that kg knows by its name, or any SPARQL")
    query.add_argument(
        "query",
        nargs="?",
        metavar="QUESTION",
        help="name of a question, file, SPARQL text, or - for stdin (default: list the questions)",
    )
    query.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a value for a question, such as party=SOCAR; once for each",
    )
    shown = query.add_mutually_exclusive_group()
    shown.add_argument("--iris", action="store_true", help="show IRIs in the table instead of names")
    shown.add_argument(
        "--names", action="store_true", help="write names in csv, tsv, json and jsonl instead of IRIs, as plain rows"
    )
    query.add_argument(
        "--timeout", type=seconds, default=60.0, metavar="SECONDS", help="stop after so long, 0 never (default: 60)"
    )
    reading(query, ANSWER_FORMATS, "; turtle and ntriples are for CONSTRUCT and DESCRIBE")

    explain = command(commands, "explain", "asking:explain", "tell why a triple is in the graph, down to the quotes")
    explain.add_argument("subject", metavar="S", help="its subject: a thing")
    explain.add_argument("predicate", metavar="P", help="its property, such as partnerOf, or 'a' for a class")
    explain.add_argument("object", metavar="O", help="its object: a thing, a class, or a number")
    reading(explain, formats=("table", "json"))
