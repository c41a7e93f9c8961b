"""What rows tell, kept in a file meanwhile: memory stays the same however many rows there are."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

from kg.facts.problems import visible

_TABLES = """
CREATE TABLE thing (id, key, class, kind, identifiers, input, line);
CREATE TABLE name (entity, language, name, rank, weight, source, input, line);
CREATE TABLE fact (subject, predicate, object, "from", until, record, quote, status, rank, spell, qualifiers, source,
                   people, input, line);
CREATE TABLE aside (input, line, reason);
CREATE TABLE entity (id TEXT PRIMARY KEY, class TEXT) WITHOUT ROWID;
"""
_MANY = 20_000
_WIDTH = {"thing": 7, "name": 8, "fact": 15, "aside": 3, "entity": 2}
Value = str | int


class Stage:
    """Statements of all inputs, waiting to be settled; `counts` by input, kind of statement and what became of it."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; PRAGMA temp_store=FILE;"
        )
        self.database.executescript(_TABLES)
        self.database.execute("BEGIN")
        self._waiting: dict[str, list[tuple[Value, ...]]] = {table: [] for table in _WIDTH}
        self.counts: Counter[tuple[int, str, str]] = Counter()

    def add(self, table: str, *values: Value) -> None:
        """Keeps one statement."""
        waiting = self._waiting[table]
        waiting.append(values)
        if len(waiting) >= _MANY:
            self._write(table)

    def set_aside(self, input_: int, line: int, reason: str) -> None:
        """Says why a row, or a part of it, is not used."""
        self.add("aside", input_, line, visible(reason))

    def flush(self) -> None:
        """Puts all that waits into the file."""
        for table in self._waiting:
            self._write(table)

    def _write(self, table: str) -> None:
        waiting = self._waiting[table]
        if waiting:
            marks = ",".join("?" * _WIDTH[table])
            self.database.executemany(f"INSERT INTO {table} VALUES ({marks})", waiting)  # noqa: S608
            waiting.clear()

    def rows(self, query: str) -> sqlite3.Cursor:
        """The rows of a query, as they come."""
        return self.database.execute(query)

    def close(self) -> None:
        """Lets go of the file."""
        self.database.close()
