"""The tables as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet program.

Texts that a spreadsheet program would run stand behind an apostrophe (see `escaping.cell`; `read_csv` takes it away).
Several values of one cell are a JSON list.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from kg.exports.escaping import cell, plain
from kg.exports.formats import Export
from kg.exports.tables import TABLES, Kind, Row, Value


def write_csv(export: Export, folder: Path) -> None:
    """Writes `nodes.csv`, `edges.csv` and the others."""
    for table in TABLES:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(name for name, _ in table.columns)
            kinds = [kind for _, kind in table.columns]
            for row in table.rows(export):
                writer.writerow(_written(value, kind) for value, kind in zip(row, kinds, strict=True))


def read_csv(folder: Path) -> dict[str, list[Row]]:
    """The rows of each table that `write_csv` wrote, as they were."""
    tables = {}
    for table in TABLES:
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            kinds = [kind for _, kind in table.columns]
            tables[table.name] = [
                tuple(_read(text, kind) for text, kind in zip(row, kinds, strict=True)) for row in rows
            ]
    return tables


def _written(value: Value, kind: Kind) -> str:
    if value is None:
        return ""
    if kind is Kind.TRUTH:
        return "true" if value else "false"
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)  # begins with a bracket: never a formula
    return cell(value) if kind is Kind.TEXT and isinstance(value, str) else str(value)


def _read(text: str, kind: Kind) -> Value:
    if kind is Kind.TEXT:
        return plain(text)
    if kind is Kind.TEXTS:
        return tuple(json.loads(text))
    if kind is Kind.TRUTH:
        return text == "true"
    if kind is Kind.WHOLE:
        return int(text) if text else None
    return text or None
