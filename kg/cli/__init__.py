"""The command line: `kg`. Parsing only; each command's work is imported when it is called."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kg import __version__
from kg.cli.options import FORMATS, LANGUAGES, MEASURES

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

    find = _command(commands, "find", "looking:find", "look a thing up by a name, or a part of one, in any language")
    find.add_argument("name", metavar="NAME")
    _reading(find)

    show = _command(commands, "show", "looking:show", "a thing's card: names, facts, dates, evidence")
    show.add_argument("name", metavar="NAME")
    _reading(show)

    query = _command(commands, "query", "asking:query", "ask a shipped question by name, or any SPARQL")
    query.add_argument("query", nargs="?", metavar="QUESTION", help="name, file, SPARQL text or - (default: list them)")
    query.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="KEY=VALUE", help="a question's parameter"
    )
    query.add_argument("--iris", action="store_true", help="show IRIs in the table instead of names")
    _reading(query)

    explain = _command(commands, "explain", "asking:explain", "why a triple is in the graph, down to the quotes")
    explain.add_argument("subject", metavar="S", help="a thing")
    explain.add_argument("predicate", metavar="P", help="a property such as partnerOf, or 'a' for a class")
    explain.add_argument("object", metavar="O", help="a thing, a class, or a number")
    _reading(explain, formats=("table", "json"))

    path = _command(commands, "path", "analysing:path", "how two things are connected, hop by hop, with evidence")
    path.add_argument("start", metavar="A")
    path.add_argument("end", metavar="B")
    path.add_argument("-k", type=_count, default=1, metavar="N", help="show up to N paths (default: 1)")
    path.add_argument("--all-relations", action="store_true", help="also go by places' countries, topics and reports")
    _reading(path)

    rank = _command(commands, "rank", "analysing:rank", "who stands in the middle of the partnership network")
    rank.add_argument("--by", choices=MEASURES, default="betweenness", help="measure (default: betweenness)")
    rank.add_argument("--class", dest="class_name", metavar="CLASS", help="only things of this class, such as Company")
    rank.add_argument("--limit", type=_count, default=20, metavar="N", help="rows to show (default: 20)")
    _reading(rank)
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
    command.add_argument("--format", choices=formats, default="table", help="how to write rows (default: table)")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number above 0")
    return int(text)
