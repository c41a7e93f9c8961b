"""maplib maps the sheets of a folder: `python -m benchmarks.suite.by_maplib FOLDER OUT`; a file for each graph."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import polars as pl
from maplib import Model

_XSD = "http://www.w3.org/2001/XMLSchema#"
_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def main(folder: Path, out: Path) -> None:
    """Maps and writes."""
    sheets = json.loads((folder / "sheets.json").read_text(encoding="utf-8"))
    model = Model()
    model.add_template((folder / "templates.ottr").read_text(encoding="utf-8"))
    graphs = {sheet["graph"] for sheet in sheets}
    for sheet in sheets:
        table = pl.read_csv(folder / f"{sheet['name']}.csv", infer_schema=False)
        frame = table.select(
            (sheet["base"] + pl.col("id")).alias("id"), *(_cells(column) for column in sheet["columns"])
        )
        model.map(f"http://example.org/{sheet['name']}", frame, graph=f"http://example.org/{sheet['graph']}")
    for graph in graphs:
        model.write(out / f"{graph}.nt", format="ntriples", graph=f"http://example.org/{graph}")


def _cells(column: dict[str, str]) -> pl.Expr:
    """A column as maplib takes it: whole IRIs, days and numbers typed, names with their language."""
    cells = pl.col(column["name"])
    if column["base"] is not None:
        return (column["base"] + cells).alias(column["name"]) if column["base"] else cells
    if column["datatype"] == f"{_XSD}date":
        return cells.str.to_date()
    if column["datatype"] in (f"{_XSD}decimal", f"{_XSD}integer"):
        return cells.cast(pl.Int64)
    if column["datatype"] == _LANGUAGE:
        return pl.struct(cells.alias(f"<{_LANGUAGE}>"), pl.col("language").alias("l")).alias(column["name"])
    return cells


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
