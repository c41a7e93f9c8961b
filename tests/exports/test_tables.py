"""CSV and Parquet, read back by the csv module, our reader, pandas and Arrow."""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
from hypothesis import given, settings

from kg.exports.csv_tables import read_csv
from kg.exports.formats import Export
from kg.exports.records import edges, nodes
from kg.exports.tables import TABLES, Kind
from tests.exports.making import TEXTS, small, written_folder


def test_csv_comes_back_as_it_was(shipped: Export, tmp_path: Path) -> None:
    read = read_csv(written_folder("csv", shipped, tmp_path))
    assert read == {table.name: list(table.rows(shipped)) for table in TABLES}
    catalogue = shipped.catalogue
    assert len(read["nodes"]) == len(catalogue.entities)
    assert len(read["claims"]) == len(catalogue.claims)
    assert len(read["evidence"]) == sum(len(claim.evidence) for claim in catalogue.claims.values())
    assert len(read["sources"]) == len(catalogue.sources)


def test_pandas_reads_the_csv(shipped: Export, tmp_path: Path) -> None:
    folder = written_folder("csv", shipped, tmp_path)
    table = pd.read_csv(folder / "edges.csv", keep_default_na=False, dtype=str)
    expected = list(edges(shipped))
    assert list(table["id"]) == [edge.id for edge in expected]
    assert [json.loads(text) for text in table["quotes"]] == [list(edge.quotes) for edge in expected]


def test_edges_join_to_nodes_claims_and_sources(shipped: Export, tmp_path: Path) -> None:
    folder = written_folder("parquet", shipped, tmp_path)
    tables = {table.name: pd.read_parquet(folder / f"{table.name}.parquet") for table in TABLES}
    things = set(tables["nodes"]["id"])
    assert set(tables["edges"]["source"]) | set(tables["edges"]["target"]) <= things
    assert set(tables["evidence"]["claim"]) == set(tables["claims"]["id"])
    assert set(tables["evidence"]["source"]) <= set(tables["sources"]["id"])
    told = tables["edges"][~tables["edges"]["derived"]]
    asserted = tables["claims"][tables["claims"]["asserted"] & (tables["claims"]["object"] != "")]
    assert set(told["id"]) == set(asserted["id"])


def test_parquet_is_typed_and_says_the_same(shipped: Export, tmp_path: Path) -> None:
    folder = written_folder("parquet", shipped, tmp_path)
    for table in TABLES:
        found = pq.read_table(folder / f"{table.name}.parquet")
        rows = [tuple(row.values()) for row in found.to_pylist()]
        days = [index for index, (_, kind) in enumerate(table.columns) if kind is Kind.DAY]
        lists = [index for index, (_, kind) in enumerate(table.columns) if kind is Kind.TEXTS]
        for row, expected in zip(rows, table.rows(shipped), strict=True):
            cells = list(row)
            for index in days:
                cells[index] = cells[index].isoformat() if cells[index] else None
            for index in lists:
                cells[index] = tuple(cells[index])
            assert tuple(cells) == expected
    schema = pq.read_schema(folder / "edges.parquet")
    assert str(schema.field("begins").type) == "date32[day]"
    assert str(schema.field("derived").type) == "bool"
    assert str(schema.field("quotes").type).startswith("list<")


def test_the_same_graph_gives_the_same_bytes(shipped: Export, tmp_path: Path) -> None:
    for name in ("csv", "parquet", "neo4j"):
        (tmp_path / "1").mkdir(exist_ok=True)
        (tmp_path / "2").mkdir(exist_ok=True)
        first, second = (written_folder(name, shipped, tmp_path / which) for which in "12")
        for path in first.iterdir():
            assert path.read_bytes() == (second / path.name).read_bytes(), path


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_text_comes_back_and_no_cell_is_a_formula(text: str) -> None:
    export = small(text, text, text)
    with tempfile.TemporaryDirectory() as folder:
        written = written_folder("csv", export, Path(folder))
        assert read_csv(written) == {table.name: list(table.rows(export)) for table in TABLES}
        assert {row[1] for row in read_csv(written)["nodes"]} == {text}
        for path in written.iterdir():
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.reader(file):
                    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_nodes_carry_all_main_names(shipped: Export) -> None:
    socar = next(node for node in nodes(shipped) if node.id == "socar")
    assert "en:SOCAR" in socar.names
    assert socar.classes == ("Agent", "Company", "Entity", "Organisation")
