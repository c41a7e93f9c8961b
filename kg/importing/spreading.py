"""Statements on names that speak of many columns at once, made one for each column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.importing.mapping import Cell, Named, Table

STAR = "*"


def spread(table: Table, header: Sequence[str]) -> Table:
    """The table, its statements on names in `name_*` made one for each such column, `*` being what stands there."""
    return replace(table, names=tuple(one for named in table.names for one in _each(named, header)))


def _each(named: Named, header: Sequence[str]) -> Iterator[Named]:
    column = _column(named.text)
    if column.count(STAR) != 1 or column in header:
        yield named
        return
    before, after = column.split(STAR)
    pattern = re.compile(f"{re.escape(before)}(.+){re.escape(after)}")
    found = {name: match[1] for name in header if (match := pattern.fullmatch(name))}
    for name, star in found.items():
        yield replace(
            named,
            text=replace(named.text, parts=("", name, "")),
            language=_told(named.language, star),
            rank=_told(named.rank, star),
        )
    if not found:  # to be told of, as any column that is not there
        yield named


def _column(cell: Cell) -> str:
    """The one column of a cell; empty where it is more than that."""
    if len(cell.parts) != 3 or cell.parts[0] or cell.parts[2] or cell.instead:
        return ""
    return cell.parts[1]


def _told(cell: Cell | None, star: str) -> Cell | None:
    """A cell with the text for which the star stands, where it is the star."""
    return replace(cell, parts=(star,)) if cell is not None and _column(cell) == STAR else cell
