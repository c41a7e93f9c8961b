"""Arguments of the commands that draft facts from articles."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.parsers.shared import Commands, command

_WHAT = """\
Reads articles and proposes facts from them, each with the words of the
article that say it.

Proposals go to a folder of drafts, never to your tables: nothing becomes a
fact before somebody accepts it (kg review). Rules read the articles, offline,
in the languages that there are tables for: az, en, kk, ru, tr and uz. With
--model a language model reads them."""
_MORE = """\
examples:
  kg draft article.html              one article: .html, .htm, .pdf;
                                     any other ending is plain text
  kg draft press/                    every file of a folder and those in it
  kg draft - --published 2026-03-05  a text on stdin
  kg draft press/ --model llama3.1 --endpoint http://localhost:11434/v1

Next: kg review. An article that was drafted before is left as it is, so a call
that was stopped goes on where it was. What cannot be read is set aside, with
the reason, in set_aside.csv of the drafts.
Exit codes: 0 done; 1 no article could be read; 2 the call or an input is
wrong; 130 stopped from the keyboard, what was found is kept."""


def add(commands: Commands) -> None:
    """Adds them to the command line."""
    draft = command(commands, "draft", "drafting:draft", "proposes facts from raw articles, for a person to judge")
    draft.description, draft.epilog = _WHAT, _MORE
    draft.formatter_class = argparse.RawDescriptionHelpFormatter
    draft.add_argument(
        "files", nargs="+", metavar="FILE", help="an article, a folder of articles, or - for a text on stdin"
    )
    draft.add_argument(
        "--lang",
        dest="language",
        metavar="LL",
        help="language that the articles are written in, such as kk (default: told by their words)",
    )
    draft.add_argument(
        "--published",
        metavar="DATE",
        help="day, month or year on which they were published, such as 2026-03-05; 'yesterday' and the like are "
        "reckoned from it (default: the date that each article prints)",
    )
    draft.add_argument(
        "--out",
        type=Path,
        dest="drafts",
        metavar="DIR",
        help="folder of drafts, to which proposals are added (default: drafts, or the one that kg.toml names)",
    )
    draft.add_argument(
        "--seeds",
        type=Path,
        metavar="DIR",
        help="folder of your tables, whose things are recognised in the articles (default: ./seeds, or the one that "
        "kg.toml names, else the shipped tables)",
    )
    draft.add_argument(
        "--again",
        action="store_true",
        help="read articles anew that were drafted before, such as after a change of the rules' tables",
    )
    draft.add_argument(
        "--least",
        type=float,
        default=0.5,
        metavar="P",
        help="propose what is at least so sure, from 0.4 to 0.99: less finds more, and more of it is wrong "
        "(default: 0.5)",
    )
    draft.add_argument(
        "--most",
        type=int,
        default=40,
        metavar="N",
        help="how many proposals to show at the end, the surest first; all are written (default: 40)",
    )
    model = draft.add_argument_group("with a language model")
    model.add_argument(
        "--model",
        metavar="NAME",
        help="ask this model in place of the rules. The articles are sent to its server; a key for it is read from "
        "KG_MODEL_KEY",
    )
    model.add_argument(
        "--endpoint",
        metavar="URL",
        help="its server, one that speaks OpenAI's chat completions, such as http://localhost:11434/v1",
    )
    model.add_argument(
        "--with-rules", action="store_true", help="draft by the rules, too; what both find is proposed as surer"
    )
    model.add_argument("--no-cache", action="store_true", help="ask anew what the model has answered before")
