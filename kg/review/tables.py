"""Rows put into the tables of facts where a hand would have put them, and taken out again; all else untouched."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.facts.problems import CallError
from kg.facts.tables import DELIMITERS
from kg.review.model import NewRow

FACT_HEADER = ("subject", "predicate", "object", "from", "until", "dating", "source", "quote", "occurrence", "status")
HEADERS: Mapping[str, tuple[str, ...]] = {
    "sources.csv": ("id", "title", "publisher", "published", "retrieved", "language", "url", "document"),
    "entities.csv": ("id", "class", "kind", "identifiers"),
    "names.csv": ("entity", "language", "name", "rank", "source"),
}
_ORDER = tuple(HEADERS)
Start = Callable[[Mapping[str, str]], int | None]
"""Where the quote of a row of facts begins in its document; None where that cannot be told."""


@dataclass
class _Table:
    """A table with the text of each row as it stands."""

    header: list[str]
    delimiter: str
    end: str
    head: str
    rows: list[tuple[dict[str, str], str]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, header: Iterable[str]) -> _Table:
        if not text.strip():
            names = list(header)
            return cls(names, ",", "\n", ",".join(names) + "\n")
        lines = io.StringIO(text, newline="").readlines()
        delimiter = max(DELIMITERS, key=lines[0].count)
        reader = csv.reader(lines, delimiter=delimiter)
        names = [cell.strip() for cell in next(reader)]
        names[0] = names[0].removeprefix("\ufeff")
        end = "\r\n" if lines[0].endswith("\r\n") else "\n"
        if not lines[-1].endswith(("\n", "\r")):
            lines[-1] += end
        table = cls(names, delimiter, end, "".join(lines[: reader.line_num]))
        before = reader.line_num
        for cells in reader:
            named = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
            table.rows.append((named, "".join(lines[before : reader.line_num])))
            before = reader.line_num
        return table

    def text(self) -> str:
        return self.head + "".join(text for _, text in self.rows)

    def insert(self, at: int, cells: Mapping[str, str]) -> None:
        for column in [name for name, text in cells.items() if text and name not in self.header]:
            self._widen(column)
        output = io.StringIO()
        writer = csv.writer(output, delimiter=self.delimiter, lineterminator=self.end)
        writer.writerow([cells.get(name, "") for name in self.header])
        self.rows.insert(at, ({name: cells.get(name, "") for name in self.header}, output.getvalue()))

    def _widen(self, column: str) -> None:
        """One more column at the end of every row."""
        self.header.append(column)
        self.head = self._lengthened(self.head, column)
        self.rows = [({**cells, column: ""}, self._lengthened(text, "")) for cells, text in self.rows]

    def _lengthened(self, line: str, cell: str) -> str:
        bare = line.rstrip("\r\n")
        return f"{bare}{self.delimiter}{cell}{line[len(bare) :]}" if bare else line


class Tables:
    """The tables of a folder as they stand on the disk when a change is worked out."""

    def __init__(self, seeds: Path, start: Start) -> None:
        self._seeds = seeds
        self._start = start
        self._files: dict[str, _Table] = {}
        self._before: dict[str, str] = {}

    def add(self, rows: Iterable[NewRow]) -> None:
        """Puts rows in: facts in the order of their article, names beside names, things beside their like."""
        for row in rows:
            table = self._open(row.table)
            table.insert(self._place(row, table), row.cells)

    def remove(self, rows: Iterable[NewRow]) -> None:
        """Takes rows out; CallError where one is not there as it was written."""
        for row in rows:
            table = self._open(row.table)
            told = {name: text for name, text in row.cells.items() if text}
            found = [n for n, (cells, _) in enumerate(table.rows) if told == {k: v for k, v in cells.items() if v}]
            if not found:
                what = ", ".join(told.values())
                raise CallError(f"{self._seeds / row.table} has no row '{what}' any more. Take it back by hand.")
            del table.rows[found[-1]]

    def change(self, table: str, key: str, cells: Mapping[str, str]) -> None:
        """Puts cells into the row of this id; nothing where there is none."""
        opened = self._open(table)
        for n, (row, _) in enumerate(opened.rows):
            if row.get("id") == key:
                del opened.rows[n]
                opened.insert(n, {**row, **cells})
                return

    def texts(self) -> dict[Path, str]:
        """The new text of each table that changes; what rows point to comes before the rows that point to it.

        An interruption between two files leaves things without facts, never facts without things.
        """
        names = sorted(self._files, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
        changed = {name: text for name in names if (text := self._files[name].text()) != self._before[name]}
        # A changed row may make a table shorter, too: no row points to what it loses.
        shorter = any(len(text) < len(self._before[name]) for name, text in changed.items())
        ordered = reversed(list(changed.items())) if shorter else changed.items()
        return {self._seeds / name: text for name, text in ordered}

    def _open(self, name: str) -> _Table:
        if name not in self._files:
            path = self._seeds / name
            text = path.read_bytes().decode("utf-8") if path.exists() else ""
            self._before[name] = text
            self._files[name] = _Table.of(text, HEADERS.get(name, FACT_HEADER))
        return self._files[name]

    def _place(self, row: NewRow, table: _Table) -> int:
        if row.table == "entities.csv":
            return _after_last(table, "class", [row.cells["class"]])
        if row.table == "names.csv":
            return _after_last(table, "entity", [row.cells["entity"], *self._things_before(row.cells["entity"])])
        if row.table in HEADERS:
            return len(table.rows)
        return self._place_of_fact(row, table)

    def _things_before(self, key: str) -> list[str]:
        """The ids above one in `entities.csv`, the nearest first."""
        keys = [cells.get("id", "") for cells, _ in self._open("entities.csv").rows]
        return list(reversed(keys[: keys.index(key)])) if key in keys else []

    def _place_of_fact(self, row: NewRow, table: _Table) -> int:
        """After the last row of the same source whose words stand before its own."""
        own = self._start(row.cells)
        same = [n for n, (cells, _) in enumerate(table.rows) if cells.get("source") == row.cells["source"]]
        if own is None or not same:
            return same[-1] + 1 if same else len(table.rows)
        starts = [(start, n) for n in same if (start := self._start(table.rows[n][0])) is not None and start <= own]
        return max(starts)[1] + 1 if starts else same[0]


def _after_last(table: _Table, column: str, values: Iterable[str]) -> int:
    """The place below the last row with the first of these values that any row has; else the end."""
    last = {cells.get(column, ""): n for n, (cells, _) in enumerate(table.rows)}
    return next((last[value] + 1 for value in values if value in last), len(table.rows))
