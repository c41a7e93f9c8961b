"""The Cypher script, run by an engine; the files for neo4j-admin, read by its rules."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import kglite
import pytest
from hypothesis import given, settings

from kg.exports.formats import Export
from kg.exports.neo4j import ARRAY_DELIMITER, relationship_type
from kg.exports.records import edges, nodes
from tests.exports.making import TEXTS, small, written, written_folder


def load(script: str) -> Any:
    """A graph that the statements of a script made (Neo4j's constraint is the one thing the engine has not)."""
    constraint, *statements = script.split(";\n")[:-1]
    assert constraint.startswith("CREATE CONSTRAINT")
    graph = kglite.KnowledgeGraph()
    for statement in statements:
        graph.cypher(statement)
    return graph


def rows(graph: Any, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in graph.cypher(query)]


def test_a_cypher_engine_makes_the_graph_of_the_script(shipped: Export) -> None:
    graph = load(written("cypher", shipped).decode())
    assert rows(graph, "MATCH (n) RETURN count(n) AS n") == [{"n": len(shipped.catalogue.entities)}]
    found = rows(graph, "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS r, b.id AS b, r.fact AS fact")
    expected = Counter((e.source, relationship_type(e.predicate), e.target, e.fact) for e in edges(shipped))
    assert Counter((row["a"], row["r"], row["b"], row["fact"]) for row in found) == expected
    assert rows(graph, "MATCH (n {id: 'socar'}) RETURN n.name AS name") == [{"name": "SOCAR"}]


def test_the_script_may_run_twice(shipped: Export) -> None:
    script = written("cypher", shipped).decode()
    graph = load(script)
    for statement in script.split(";\n")[1:-1]:
        graph.cypher(statement)
    assert rows(graph, "MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": len(list(edges(shipped)))}]


def test_a_project_of_markup_makes_no_more_than_it_holds(hostile: Export) -> None:
    graph = load(written("cypher", hostile).decode())
    assert rows(graph, "MATCH (n) RETURN count(n) AS n") == [{"n": len(hostile.catalogue.entities)}]
    assert rows(graph, "MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": len(list(edges(hostile)))}]


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_no_text_leaves_its_string(text: str) -> None:
    graph = load(written("cypher", small(text, text)).decode())
    assert rows(graph, "MATCH (n) RETURN count(n) AS n") == [{"n": 2}]
    assert rows(graph, "MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": 1}]


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *body = csv.reader(file)
    return header, body


def test_the_files_have_typed_headers_and_ends_that_exist(shipped: Export, tmp_path: Path) -> None:
    folder = written_folder("neo4j", shipped, tmp_path)
    header, things = read(folder / "nodes.csv")
    assert header[0] == "id:ID"
    assert header[-1] == ":LABEL"
    assert {row[0]: row[-1].split(ARRAY_DELIMITER) for row in things} == {
        node.id: list(node.classes) for node in nodes(shipped)
    }
    header, relations = read(folder / "relationships.csv")
    assert header[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {"begins:date", "derived:boolean", "quotes:string[]"} <= set(header)
    assert {end for row in relations for end in row[:2]} <= {row[0] for row in things}
    at = header.index("quotes:string[]")
    assert [tuple(row[at].split(ARRAY_DELIMITER)) for row in relations] == [edge.quotes for edge in edges(shipped)]
    assert "--array-delimiter=U+001F" in (folder / "import.sh").read_text("utf-8")


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_any_quote_stays_one_value_of_its_list(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        header, (row,) = read(written_folder("neo4j", small("A", text), Path(folder)) / "relationships.csv")
    assert row[header.index("quotes:string[]")] == text.replace(ARRAY_DELIMITER, " ")


@pytest.mark.parametrize(
    ("name", "type_"), [("partyTo", "PARTY_TO"), ("locatedIn", "LOCATED_IN"), ("signed", "SIGNED")]
)
def test_types_are_named_as_neo4j_names_them(name: str, type_: str) -> None:
    assert relationship_type(name) == type_
