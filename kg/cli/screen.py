"""What Rich draws: the console and its tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.output import WIDTH, Cell


class _Screen(Console):
    """A console that leaves a reader who has had enough (`| head`) to `main`, as print does."""

    def on_broken_pipe(self) -> None:
        """Raises what Rich would turn into exit code 1."""
        raise BrokenPipeError


def console() -> Console:
    """The console for stdout; 160 characters wide where neither a terminal nor COLUMNS says otherwise."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return _Screen(width=None if told else WIDTH, highlight=False, emoji=False)


def show(table: Table) -> None:
    """A table on stdout; on a terminal that it does not fit, a page at a time ($PAGER)."""
    screen = console()
    if screen.is_terminal and len(screen.render_lines(table)) > screen.height:
        os.environ.setdefault("LESS", "-FRX")
        with screen.pager(styles=True):
            screen.print(table)
    else:
        screen.print(table)


def make_table(columns: Sequence[str], rows: Iterable[Sequence[Cell | Text]], title: str = "") -> Table:
    """A table whose cells are plain text, never markup, but for what is a styled text already."""
    table = Table(title=Text(title) if title else None, title_justify="left", header_style="bold")
    listed = list(rows)
    for index, column in enumerate(columns):
        numeric = bool(listed) and all(isinstance(row[index], int | float) for row in listed)
        table.add_column(Text(column), justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        table.add_row(*(cell if isinstance(cell, Text) else Text("" if cell is None else str(cell)) for cell in row))
    return table
