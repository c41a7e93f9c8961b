"""Rows on stdout as a table, CSV, JSON or JSON lines; words for people on stderr."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from kg.facts.problems import visible
from kg.views.words import read_words, word

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

WORDS = "terminal"
"""The table of the words that commands write."""
WIDTH = 160
"""So many characters wide is a line where neither a terminal nor COLUMNS says otherwise."""
Passed = TypeVar("Passed")
Cell = str | int | float | None
_ONE_LINE = re.compile(r"[\t\r\n]+")
# What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def console() -> Console:
    """The console for stdout (`kg.cli.screen`)."""
    from kg.cli import screen

    return screen.console()


def write_rows(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], format_: str, title: str = "", language: str = "en"
) -> int:
    """Writes rows in one of the formats and returns how many there were.

    The headers of a table are in `language` where `terminal_words.csv` has them; programs always read `columns`.
    """
    import csv
    import json

    listed = [tuple(row) for row in rows]
    if format_ == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_inert(cell) for cell in row] for row in listed)
    elif format_ == "json":
        objects = [dict(zip(columns, row, strict=True)) for row in listed]
        print(json.dumps(objects, ensure_ascii=False, indent=2))
    elif format_ == "jsonl":
        for row in listed:
            print(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
    elif format_ == "tsv":
        print("\t".join(columns))
        for row in listed:
            print("\t".join(_ONE_LINE.sub(" ", str(_inert("" if cell is None else cell))) for cell in row))
    else:
        _show(headers(columns, language), listed, title)
    return len(listed)


def headers(columns: Sequence[str], language: str) -> tuple[str, ...]:
    """The columns of a table as a reader of `language` reads them; what the table of words lacks stays as it is.

    >>> headers(("date", "fact", "?x"), "az")
    ('tarix', 'fakt', '?x')
    """
    known = read_words(WORDS)
    return tuple(word(WORDS, column, language) if column in known else column for column in columns)


def _show(columns: Sequence[str], rows: list[tuple[Cell, ...]], title: str) -> None:
    """A table on stdout; where lines will do, without Rich, which takes long to import."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ and not title:
        from kg.cli.lines import lines_of

        lines = lines_of(columns, rows, WIDTH)
        if lines is not None:
            print("\n".join(lines))
            return
    from kg.cli import screen

    screen.show(make_table(columns, rows, title))


def make_table(columns: Sequence[str], rows: Iterable[Sequence[Cell | Text]], title: str = "") -> Table:
    """A table whose cells are plain text, never markup, but for what is a styled text already."""
    from kg.cli import screen

    return screen.make_table(columns, rows, title)


def counted(number: int, noun: str) -> str:
    """A number and its English noun.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tell(text: str) -> None:
    """Words for a person, on stderr."""
    print(visible(text), file=sys.stderr)


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, only where that is a terminal; it is told how much is done, and of how much."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def watched(passing: Iterable[Passed], total: int, doing: str) -> Iterable[Passed]:
    """Passes things on, with a progress bar on stderr where that is a terminal."""
    from rich.console import Console
    from rich.progress import track

    screen = Console(stderr=True)
    return track(passing, doing, total, console=screen, transient=True, disable=not screen.is_terminal)


def said(key: str, language: str, **values: object) -> str:
    """A sentence of the terminal in one language, `values` filled into its places."""
    return word(WORDS, key, language, **values)


def said_of(number: int, key: str, language: str, **values: object) -> str:
    """The same of `{n}` things; of one, by the key that ends in `one`.

    >>> said_of(1, "claims", "en"), said_of(1200, "claims", "en")
    ('1 claim', '1,200 claims')
    """
    return said(f"{key} one" if number == 1 else key, language, n=f"{number:,}", **values)


def _inert(cell: Cell) -> Cell:
    """A cell that no spreadsheet program runs as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
