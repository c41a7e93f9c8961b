"""Arguments of the command that puts proposals before a person."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import FORMATS, ORDERS
from kg.cli.parsers.shared import Commands, command, language, score


def add(commands: Commands) -> None:
    """Adds it to the command line."""
    review = command(commands, "review", "reviewing:review", "accept, edit or reject what was drafted, a key each")
    review.add_argument("--drafts", type=Path, metavar="DIR", help="folder of the drafts (default: the project's)")
    review.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    review.add_argument(
        "--documents",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="folder of the articles, should they no longer be where they were drafted",
    )
    language(review)
    review.add_argument("--by", metavar="NAME", help="who judges (default: the name of the account)")
    which = review.add_argument_group("what is asked")
    which.add_argument(
        "--order", choices=ORDERS, default=ORDERS[0], help="what comes together (default: confidence, the surest first)"
    )
    which.add_argument("--article", metavar="ID", help="only of this article, by the id of its source")
    which.add_argument(
        "--rule",
        metavar="RULE",
        help="only what this rule, or one that begins so, has found; without a language (possessor) in all of them",
    )
    which.add_argument("--predicate", metavar="NAME", help="only facts with this predicate")
    which.add_argument("--language", dest="written", metavar="LL", help="only what is said in this language")
    which.add_argument(
        "--min-confidence", type=score, default=0.0, metavar="SCORE", help="only from this confidence on, 0 to 1"
    )
    review.add_argument("--plain", action="store_true", help="a line for each key, without colours and raw keys")
    other = review.add_argument_group("in place of the questions")
    other.add_argument("--sheet", type=Path, metavar="FILE", help="write what is left to a CSV file, to judge it there")
    other.add_argument(
        "--read",
        action="store_true",
        help="with --sheet: read the judgements that stand in the file; "
        "a new thing left blank is accepted with a fact that needs it",
    )
    other.add_argument("--report", action="store_true", help="how much of what is proposed people accept")
    other.add_argument("--format", choices=FORMATS, default="table", help="how to write the report (default: table)")
