"""The command line: `kg`. Parsing only; each command's work is imported when it is called."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kg import __version__
from kg.cli.options import DIFFERENCE_FORMATS, FORMATS, JUDGEMENTS, LANGUAGES, MEASURES

DONE, SHORT, WRONG = 0, 1, 2
"""Exit codes: done; the data falls short; the call or an input is wrong."""

_EPILOG = """\
Anything that names a thing takes its id, its IRI, or any of its names in any language.
Exit codes: 0 done; 1 the data falls short (violations, no path, nothing found, ASK is false);
2 the call or an input is wrong."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = parser().parse_args(arguments)
    _use_utf8()
    from kg.facts.problems import CallError, InputError

    module, _, function = options.run.partition(":")
    try:
        code = getattr(importlib.import_module(f"kg.cli.{module}"), function)(options)
        sys.stdout.flush()
        return int(code)
    except InputError as error:
        count = len(error.problems)
        print(error, file=sys.stderr)
        print(f"\n{count} problem{'s' if count > 1 else ''}; nothing was written.", file=sys.stderr)
        return WRONG
    except CallError as error:
        print(f"kg: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("kg: stopped; nothing was changed.", file=sys.stderr)
        return 130


def _use_utf8() -> None:
    """Names are in many scripts, whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = argparse.ArgumentParser(
        prog="kg",
        description="Who works with whom in innovation and digital policy, since when, and who says so.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)

    build = _command(commands, "build", "making:build", "the main job: facts to a graph and its views")
    _seeds(build)
    build.add_argument(
        "--out", type=Path, default=Path("build"), metavar="DIR", help="folder to write (default: %(default)s)"
    )
    _language(build)

    check = _command(commands, "check", "making:check", "read and validate, writing nothing (or quotes.csv)")
    _seeds(check)
    check.add_argument(
        "--record", action="store_true", help="keep in quotes.csv where each quote stands (needs --documents)"
    )

    source = commands.add_parser("source", help="add a document to the sources", description="Add a document.")
    actions = source.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = _command(actions, "add", "adding:source", "one more row in sources.csv, of what a document states of itself")
    add.add_argument("file", type=Path, metavar="FILE", help="the document: .txt, .md, .html or .pdf")
    add.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    add.add_argument("--id", metavar="ID", help="id of the source (default: from its title)")
    add.add_argument("--url", metavar="URL", help="where it was published")
    add.add_argument("--lang", metavar="LL", help="its language, an ISO 639-1 code")
    add.add_argument("--published", metavar="DATE", help="when it was published (YYYY, YYYY-MM or YYYY-MM-DD)")
    add.add_argument("--publisher", metavar="TEXT", help="who published it: a name, or the id of a thing")
    add.add_argument("--yes", action="store_true", help="write without asking")

    find = _command(commands, "find", "looking:find", "look a thing up by a name, or a part of one, in any language")
    find.add_argument("name", metavar="NAME")
    _reading(find)

    show = _command(commands, "show", "looking:show", "a thing's card: names, facts, dates, evidence")
    show.add_argument("name", metavar="NAME")
    show.add_argument(
        "--documents", type=Path, metavar="DIR", help="folder of the documents, to show the sentence around each quote"
    )
    _reading(show)

    timeline = _command(commands, "timeline", "looking:timeline", "a thing's facts in the order of their dates")
    timeline.add_argument("name", metavar="NAME")
    _reading(timeline)

    query = _command(commands, "query", "asking:query", "ask a shipped question by name, or any SPARQL")
    query.add_argument("query", nargs="?", metavar="QUESTION", help="name, file, SPARQL text or - (default: list them)")
    query.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="KEY=VALUE", help="a question's parameter"
    )
    shown = query.add_mutually_exclusive_group()
    shown.add_argument("--iris", action="store_true", help="show IRIs in the table instead of names")
    shown.add_argument("--names", action="store_true", help="write names in csv, json and jsonl instead of IRIs")
    _reading(query)

    explain = _command(commands, "explain", "asking:explain", "why a triple is in the graph, down to the quotes")
    explain.add_argument("subject", metavar="S", help="a thing")
    explain.add_argument("predicate", metavar="P", help="a property such as partnerOf, or 'a' for a class")
    explain.add_argument("object", metavar="O", help="a thing, a class, or a number")
    _reading(explain, formats=("table", "json"))

    conflicts = _command(commands, "conflicts", "disagreeing:conflicts", "where sources disagree, and what is kept")
    _reading(conflicts)

    same = _command(commands, "same", "deciding:same", "pairs that may be one thing, and judgements on them")
    same.add_argument("left", nargs="?", metavar="A", help="a thing (default: propose pairs of all)")
    same.add_argument("right", nargs="?", metavar="B", help="another thing")
    same.add_argument("--judge", choices=JUDGEMENTS, help="write a judgement on A and B to decisions.csv")
    same.add_argument("--by", metavar="NAME", help="who judges")
    same.add_argument("--reason", metavar="TEXT", help="why")
    same.add_argument("--date", metavar="DATE", help="when it was judged (YYYY-MM-DD; default: today)")
    same.add_argument("--undo", action="store_true", help="take back what was judged on A and B")
    same.add_argument("--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds)")
    same.add_argument(
        "--least", type=_score, default=0.6, metavar="SCORE", help="propose from this score on, 0 to 1 (default: 0.6)"
    )
    same.add_argument("--limit", type=_count, default=50, metavar="N", help="rows to show (default: 50)")
    same.add_argument("--format", choices=FORMATS, default="table", help="how to write rows (default: table)")

    path = _command(commands, "path", "analysing:path", "how two things are connected, hop by hop, with evidence")
    path.add_argument("start", metavar="A", help="a thing")
    path.add_argument("end", metavar="B", help="another thing")
    path.add_argument("-k", type=_count, default=1, metavar="N", help="show up to N paths (default: 1)")
    path.add_argument("--all-relations", action="store_true", help="also go by countries, topics and reports")
    _reading(path)

    rank = _command(commands, "rank", "analysing:rank", "who stands in the middle of the partnership network")
    rank.add_argument("--by", choices=MEASURES, default="betweenness", help="measure (default: betweenness)")
    rank.add_argument("--class", dest="class_name", metavar="CLASS", help="only things of this class, such as Company")
    rank.add_argument("--limit", type=_count, default=20, metavar="N", help="rows to show (default: 20)")
    _reading(rank)

    diff = _command(commands, "diff", "differing:diff", "what changed between two builds, in facts and sentences")
    diff.epilog = "Exits 0 whether they differ or not; JSON tells it as `equal`."
    diff.add_argument("old", type=Path, metavar="OLD", help="the folder of a build")
    diff.add_argument("new", type=Path, metavar="NEW", help="the folder of a later one")
    _language(diff)
    diff.add_argument("--format", choices=DIFFERENCE_FORMATS, default="table", help="how to write it (default: table)")
    return root


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: str, summary: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    command.set_defaults(run=run)
    return command


def _seeds(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seeds", type=Path, metavar="DIR", help="folder of tables (default: ./seeds, else the shipped ones)"
    )
    command.add_argument(
        "--documents", type=Path, metavar="DIR", help="folder of the sources' documents, to verify each quote in"
    )


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="language of names and words (default: en)")


def _reading(command: argparse.ArgumentParser, formats: Sequence[str] = FORMATS) -> None:
    command.add_argument(
        "--build", type=Path, default=Path("build"), metavar="DIR", help="the build to read (default: build)"
    )
    _language(command)
    command.add_argument(
        "--as-of", metavar="DATE", help="only what held or had happened by that day (YYYY, YYYY-MM or YYYY-MM-DD)"
    )
    command.add_argument("--format", choices=formats, default="table", help="how to write rows (default: table)")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number above 0")
    return int(text)


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 0 to 1")
    return score
