"""The command line: `kg`. Parsing only; each command's work is imported when it is called."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from kg import __version__
from kg.cli.parsers import FAMILIES
from kg.cli.parsers import looking as looking_up
from kg.cli.parsers.shared import PROJECT_HELP

DONE, SHORT, WRONG, LIMITED = 0, 1, 2, 3
"""Exit codes: done; the data falls short; the call or an input is wrong; a limit was reached."""
_MOST_PROBLEMS = 1000
"""How many of an input's problems are listed."""

_EPILOG = """\
Anything that names a thing takes its id, its IRI, or any of its names in any language.
Exit codes: 0 done; 1 the data falls short (violations, no path, nothing found, ASK is false);
2 the call or an input is wrong; 3 a limit was reached (time, rows)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    # To look a thing up takes hardly longer than to describe all other commands to the parser.
    quick = given[:1] and given[0] in looking_up.COMMANDS
    options = parser((looking_up,) if quick else FAMILIES).parse_args(given)
    _use_utf8()
    from kg.facts.problems import CallError, InputError, visible

    module, _, function = options.run.partition(":")
    try:
        _settle(options)
        code = getattr(importlib.import_module(f"kg.cli.{module}"), function)(options)
        sys.stdout.flush()
        return int(code)
    except InputError as error:
        count = len(error.problems)
        print(visible("\n".join(map(str, error.problems[:_MOST_PROBLEMS]))), file=sys.stderr)
        if count > _MOST_PROBLEMS:
            print(f"… and {count - _MOST_PROBLEMS:,} more", file=sys.stderr)
        print(f"\n{count} problem{'s' if count > 1 else ''}; nothing was written.", file=sys.stderr)
        return WRONG
    except CallError as error:
        print(visible(f"kg: {error}"), file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("kg: stopped; nothing was changed.", file=sys.stderr)
        return 130


def _settle(options: argparse.Namespace) -> None:
    """Fills what the call leaves open from the settings of the project that it is about."""
    from kg.facts.problems import CallError
    from kg.settings import use

    project = use(options.project)
    options.names_build = hasattr(options, "build")
    for name, value in (
        ("lang", project.languages[0]),
        ("build", project.path("build")),
        ("out", project.path("build")),
    ):
        if not hasattr(options, name):
            setattr(options, name, value)
    if getattr(options, "speaks", False) and options.lang not in project.languages:
        raise CallError(f"this project speaks {', '.join(project.languages)}. Add '{options.lang}' to kg.toml.")
    if project.folder is not None:
        if getattr(options, "seeds", Path()) is None:
            options.seeds = project.path("seeds")
        if not hasattr(options, "documents") and project.path("documents").is_dir():
            options.documents = project.path("documents")
    options.documents = getattr(options, "documents", None)


def _use_utf8() -> None:
    """Names are in many scripts, whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def parser(families: Sequence[ModuleType] = FAMILIES) -> argparse.ArgumentParser:
    """The whole command line, or that of some families of commands."""
    root = argparse.ArgumentParser(
        prog="kg",
        description="Who works with whom in innovation and digital policy, since when, and who says so.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--project", type=Path, metavar="DIR", help=PROJECT_HELP)
    root.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)

    for family in families:
        family.add(commands)
    return root
