"""Taking what the tables say of a person, or of another thing, out of them: which rows, and the tables without."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Entity
from kg.facts.names.folding import fold
from kg.facts.new_source import with_row
from kg.facts.problems import CallError
from kg.facts.schema import PropertyUse, Schema
from kg.facts.tables import DELIMITERS, bad_character, folders_of_tables

REMOVED_FILE = "removed.csv"
REMOVED_COLUMNS = ("date", "reason", "rows")
_FREE_TEXT = ("title", "name", "quote", "note", "reason", "publisher", "record", "url", "document")
"""Columns in which a person may be named without an id."""


@dataclass(frozen=True)
class FoundRow:
    """One row of a table: its first line, and its cells by column."""

    path: Path
    line: int
    cells: Mapping[str, str]

    @property
    def place(self) -> str:
        """`file:line`."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Forgetting:
    """What is to be taken out for one thing, and what would still name it then."""

    rows: tuple[FoundRow, ...]
    """Rows that are of it; they go."""
    links: tuple[FoundRow, ...]
    """Rows of other things that point to one of these, or to the thing; they stay, and the pointing cell is emptied."""
    mentions: tuple[FoundRow, ...]
    """Rows of other things whose words hold one of its names; they stay as they are, for a person to judge."""
    tables: Mapping[Path, str]
    """The new text of each table that changes."""


@dataclass(frozen=True)
class _Table:
    path: Path
    delimiter: str
    header: list[str]
    head: str
    records: list[tuple[FoundRow, str]]
    """Each row with its text, line end included."""


def forgetting(seeds: Path, entity: Entity, schema: Schema) -> Forgetting:
    """What the tables of a folder, which must be without fault, say of a thing, under all ids that are judged it."""
    ids = frozenset(entity.ids)
    links_by = {"subject", "object", *_linking_qualifiers(schema)}
    tables = [
        _read(path)
        for folder in folders_of_tables(seeds)
        for path in sorted((*folder.glob("*.csv"), *folder.glob("facts/*.csv")))
    ]
    tables = [table for table in tables if table.header and table.path.name != REMOVED_FILE]
    going = {row.place: row for table in tables for row, _ in table.records if _is_of(row, ids, links_by)}
    gone_facts = {row.cells["id"] for row in going.values() if row.path.parent.name == "facts" and row.cells.get("id")}
    kept_quotes = {
        key for table in tables for row, _ in table.records if row.place not in going for key in _quotes(row)
    }
    lost_quotes = {key for row in going.values() for key in _quotes(row)} - kept_quotes
    links: list[FoundRow] = []
    mentions: list[FoundRow] = []
    names = [folded for name in entity.names if len(folded := fold(name.text)) > 2]
    texts: dict[Path, str] = {}
    for table in tables:
        pieces = [table.head]
        for row, text in table.records:
            if row.path.name == "quotes.csv" and (row.cells["source"], row.cells["quote"]) in lost_quotes:
                going[row.place] = row
            if row.place in going:
                continue
            emptied = _emptied(row, ids, gone_facts)
            if emptied:
                links.append(row)
                text = _line({**row.cells, **dict.fromkeys(emptied, "")}, table, text)
            if _names(row, names):
                mentions.append(row)
            pieces.append(text)
        after = "".join(pieces)
        if after != table.head + "".join(text for _, text in table.records):
            texts[table.path] = after
    order = sorted(going.values(), key=lambda row: (str(row.path), row.line))
    return Forgetting(tuple(order), tuple(links), tuple(mentions), texts)


def with_removal(register: str, date: str, reason: str, rows: int, entity: Entity) -> str:
    """The register of removals with one more row, in which nothing names who was removed.

    Raises CallError where the reason does, or holds what no table may.
    """
    bad = bad_character(reason)
    if bad is not None:
        raise CallError(f"--register holds the {bad}. Leave it out.")
    if _holds(reason, [fold(name.text) for name in entity.names]):
        raise CallError("the reason names who is to be forgotten. Word it without the name.")
    table = register if register.strip() else ",".join(REMOVED_COLUMNS) + "\n"
    return with_row(table, {"date": date, "reason": " ".join(reason.split()), "rows": str(rows)})


def _linking_qualifiers(schema: Schema) -> list[str]:
    return [name for name in schema.names_of(PropertyUse.QUALIFIER) if schema.properties[name].is_object_property]


def _is_of(row: FoundRow, ids: Collection[str], links_by: Collection[str]) -> bool:
    """Whether a row is of the thing: its own row, its names, facts on it or with it, judgements, exceptions."""
    cells = row.cells
    if row.path.parent.name == "facts":
        return any(text in ids for name, text in cells.items() if name in links_by)
    columns = {
        "entities.csv": ("id",),
        "names.csv": ("entity",),
        "decisions.csv": ("left", "right"),
        "exceptions.csv": ("entity",),
    }.get(row.path.name, ())
    return any(cells.get(column) in ids for column in columns)


def _quotes(row: FoundRow) -> Iterator[tuple[str, str]]:
    """The quote of a fact, as `quotes.csv` knows it."""
    if row.path.parent.name == "facts" and row.cells.get("quote"):
        yield row.cells["source"], row.cells["quote"]


def _emptied(row: FoundRow, ids: Collection[str], gone_facts: Collection[str]) -> list[str]:
    """The columns of a row that stays which point to what goes."""
    found = []
    if row.path.name == "sources.csv" and row.cells.get("publisher") in ids:
        found.append("publisher")
    if row.path.name == "entities.csv" and row.cells.get("kind") in ids:
        found.append("kind")
    if row.path.parent.name == "facts" and row.cells.get("supersedes") in gone_facts:
        found.append("supersedes")
    return found


def _names(row: FoundRow, names: Collection[str]) -> bool:
    """Whether the words of a row hold one of the names, with or without an ending."""
    return any(_holds(row.cells.get(column, ""), names) for column in _FREE_TEXT)


def _holds(text: str, names: Collection[str]) -> bool:
    folded = f" {fold(text)}"
    return any(f" {name}" in folded for name in names if name)


def _read(path: Path) -> _Table:
    """A table with the text of each row as it stands."""
    text = path.read_bytes().decode("utf-8")
    lines = io.StringIO(text, newline="").readlines()
    if not lines:
        return _Table(path, ",", [], "", [])
    delimiter = max(DELIMITERS, key=lines[0].count)
    reader = csv.reader(lines, delimiter=delimiter)
    header = [cell.strip() for cell in next(reader)]
    header[0] = header[0].removeprefix("\ufeff")
    before = reader.line_num
    table = _Table(path, delimiter, header, "".join(lines[:before]), [])
    for cells in reader:
        named = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
        table.records.append((FoundRow(path, before + 1, named), "".join(lines[before : reader.line_num])))
        before = reader.line_num
    return table


def _line(cells: Mapping[str, str], table: _Table, text: str) -> str:
    """A row written anew, with the line end that it had."""
    output = io.StringIO()
    end = "\r\n" if text.endswith("\r\n") else "\n"
    writer = csv.writer(output, delimiter=table.delimiter, lineterminator=end)
    writer.writerow([cells.get(name, "") for name in table.header])
    return output.getvalue()
