"""Arguments of the command that puts proposals before a person."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import FORMATS, ORDERS
from kg.cli.parsers.shared import Commands, command, language, score

_WHAT = """\
Shows what kg draft proposed, one at a time, with the sentence of the article
that says it. One key accepts it, edits, rejects or leaves it for later; ? tells
what each key does.

What you accept is written to your tables at once, and every answer is kept at
once and never asked again: stop whenever you like, and call it again to go on."""
_MORE = """\
examples:
  kg review --lang az --by "A. Editor"  in Azerbaijani, noting who judged
  kg review --order article             one article after the other
  kg review --language kk --min-confidence 0.8
  kg review --sheet left.csv            to judge in a spreadsheet; after that:
  kg review --sheet left.csv --read
  kg review --report                    what people accept, by rule
  kg serve --review                     the same review in a browser

About the report: 'right as proposed' is the interval that holds the true share
with 95 % confidence, so few judgements show as a wide one. A rule marked ✗ is
surely right less often than three times in four; ✓ marks what is surely better.
What to do about ✗: look at what the rule still proposes and judge it together
(kg review --rule NAME, named as the report names it); take its words out of the
table of its language, or narrow them; draft the articles again (kg draft
--again).
Exit codes: 0 done; 1 there is nothing to judge or to report; 2 the call or an
input is wrong."""


def add(commands: Commands) -> None:
    """Adds it to the command line."""
    review = command(commands, "review", "reviewing:review", "accept, edit or reject what was drafted, a key each")
    review.description, review.epilog = _WHAT, _MORE
    review.formatter_class = argparse.RawDescriptionHelpFormatter
    review.add_argument(
        "--drafts", type=Path, metavar="DIR", help="folder that kg draft wrote (default: drafts, or the one of kg.toml)"
    )
    review.add_argument(
        "--seeds",
        type=Path,
        metavar="DIR",
        help="folder of your tables, to which accepted rows are added (default: ./seeds, or the one of kg.toml)",
    )
    review.add_argument(
        "--documents",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="folder to look for the articles in, if they are no longer where they were drafted",
    )
    language(review)
    review.add_argument("--by", metavar="NAME", help="who judges: stands beside each answer (default: your account)")
    review.add_argument(
        "--plain",
        action="store_true",
        help="a key and Enter, without colours: for a screen reader, a script, or a bare terminal",
    )
    which = review.add_argument_group("what is asked")
    which.add_argument(
        "--order",
        choices=ORDERS,
        default=ORDERS[0],
        help="what comes together: the surest first, or by article, rule or language (default: confidence)",
    )
    which.add_argument("--article", metavar="ID", help="only this article, by its id in sources.csv of the drafts")
    which.add_argument(
        "--rule",
        metavar="NAME",
        help="only what this rule, or one that begins so, has found: az.possessor in Azerbaijani, possessor in all "
        "languages (the report lists them)",
    )
    which.add_argument(
        "--predicate", metavar="NAME", help="only facts with this relation, by its name in the ontology, such as joined"
    )
    which.add_argument(
        "--language", dest="written", metavar="LL", help="only what articles say in this language, such as kk"
    )
    which.add_argument(
        "--min-confidence",
        type=score,
        default=0.0,
        metavar="SCORE",
        help="only what the drafter is at least so sure of, 0 to 1 (default: 0, all)",
    )
    other = review.add_argument_group("in place of the questions")
    other.add_argument(
        "--sheet", type=Path, metavar="FILE", help="write what is left to this CSV file, to judge it in a spreadsheet"
    )
    other.add_argument(
        "--read",
        action="store_true",
        help="with --sheet: do what stands in its column 'judgement', all of it or, if anything is wrong, nothing; "
        "a new thing left blank is accepted with a fact that needs it",
    )
    other.add_argument(
        "--report", action="store_true", help="tell how much of what is proposed people accept, and which rules are bad"
    )
    other.add_argument("--format", choices=FORMATS, default="table", help="how to write the report (default: table)")
