"""`kg source add`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli.output import console, make_table, tell
from kg.facts.new_source import SOURCES_FILE, NewSource, propose, with_row
from kg.facts.problems import CallError
from kg.facts.reading import SOURCE_COLUMNS
from kg.folders import replace_file


def source(options: argparse.Namespace) -> int:
    """Shows the row that it proposes and where each cell comes from; writes it once it is told to. 1 if it is not."""
    seeds = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise CallError(f"there is no folder {seeds}. Name the folder of tables with --seeds.")
    path = seeds / SOURCES_FILE
    given = {
        "id": options.id,
        "url": options.url,
        "language": options.lang,
        "published": options.published,
        "publisher": options.publisher,
    }
    new = propose(options.file, seeds, {name: text for name, text in given.items() if text is not None})
    _print(new)
    if not options.yes and not _agreed(path):
        tell("Nothing was written.")
        return 1
    table = path.read_bytes().decode("utf-8")
    replace_file(path, with_row(table, new.cells))
    tell(f"Added '{new.cells['id']}' to {path}.")
    tell(f"Keep {options.file.name} in the folder that you give to --documents; documents are not part of a project.")
    return 0


def _print(new: NewSource) -> None:
    shown = [(name, new.cells.get(name, ""), new.origins.get(name, "not found")) for name in SOURCE_COLUMNS]
    console().print(make_table(("column", "value", "from"), shown))
    for remark in new.remarks:
        tell(remark)


def _agreed(path: Path) -> bool:
    """Whether the person at the terminal agrees; without a terminal nobody can."""
    if not sys.stdin.isatty():
        raise CallError("nothing was written. Run it again with --yes to add this row.")
    print(f"Add this row to {path}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
