"""The tables as Parquet files, typed: lists, days, truth values, and figures as exact decimal numbers in text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.exports.formats import Export
from kg.exports.tables import TABLES, Kind, Table, Value

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.TEXTS: pa.list_(pa.string()),
    Kind.NUMBER: pa.string(),  # of any length and scale, which no one decimal type holds
    Kind.WHOLE: pa.int64(),
    Kind.DAY: pa.date32(),
    Kind.TRUTH: pa.bool_(),
}


def write_parquet(export: Export, folder: Path) -> None:
    """Writes `nodes.parquet`, `edges.parquet` and the others."""
    for table in TABLES:
        pq.write_table(to_arrow(export, table), folder / f"{table.name}.parquet", compression="zstd")


def to_arrow(export: Export, table: Table) -> pa.Table:
    """A table for Arrow."""
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in table.columns])
    rows = list(table.rows(export))
    columns = [
        pa.array([_value(row[index], kind) for row in rows], type=_TYPES[kind])
        for index, (_, kind) in enumerate(table.columns)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _value(value: Value, kind: Kind) -> Any:
    return dt.date.fromisoformat(value) if kind is Kind.DAY and isinstance(value, str) else value
