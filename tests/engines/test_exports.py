"""Exports in tools that are no part of the test environment.

igraph (GPL), Raptor (LGPL, a program), and from npm Neo4j's own reader of Cypher and Graphology's of GEXF.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import igraph
import pytest

from kg.build import Graph
from kg.exports.formats import Export
from kg.exports.rdf import merged
from kg.exports.records import edges, nodes
from tests.engines.install import ROOT, WORKERS
from tests.exports.making import TRAPS, small, written


def test_igraph_reads_the_graphml(graph: Graph, tmp_path: Path) -> None:
    export = Export(graph.catalogue)
    (tmp_path / "a.graphml").write_bytes(written("graphml", export))
    network = igraph.Graph.Read_GraphML(str(tmp_path / "a.graphml"))
    assert network.is_directed()
    names = {vertex["id"]: vertex["label"] for vertex in network.vs}
    assert names == {node.id: node.name for node in nodes(export)}
    ids = network.vs["id"]
    found = Counter((ids[edge.source], ids[edge.target], edge["predicate"]) for edge in network.es)
    assert found == Counter((edge.source, edge.target, edge.predicate) for edge in edges(export))


@pytest.mark.parametrize(
    ("name", "language"),
    [("turtle", "turtle"), ("trig", "trig"), ("ntriples", "ntriples"), ("nquads", "nquads"), ("rdfxml", "rdfxml")],
)
def test_raptor_reads_the_rdf(name: str, language: str, graph: Graph, tmp_path: Path) -> None:
    export = Export(graph.catalogue)
    (tmp_path / "file").write_bytes(written(name, export))
    rapper = shutil.which("rapper")
    assert rapper is not None, "rapper is missing: apt-get install raptor2-utils"
    command = [rapper, "-q", "-i", language, "-o", "ntriples", str(tmp_path / "file"), "https://example.org/"]
    result = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert result.stderr == b""
    assert len(set(result.stdout.splitlines())) == len(merged(export))


def node(worker: str, *arguments: str, given: str = "") -> str:
    """What a worker of Node writes."""
    program = shutil.which("node")
    assert program is not None, "node is missing: apt-get install nodejs"
    command = [program, str(WORKERS / worker), str(ROOT), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True, timeout=300, text=True).stdout


def complaints(statements: list[str]) -> dict[str, list[dict[str, object]]]:
    """What Neo4j's language support, which parses as the database does, finds in statements."""
    told = node("cypher.mjs", given="".join(f"{statement}\n" for statement in statements)).splitlines()
    assert len(told) == len(statements)
    return {statement: json.loads(line) for statement, line in zip(statements, told, strict=True) if line != "[]"}


def shape(statement: str) -> str:
    """A statement without its texts, of which each is as good as any other."""
    return re.sub(r"'(?:[^'\\]|\\.)*'", "''", statement)


def test_neo4j_reads_the_cypher(graph: Graph) -> None:
    statements = written("cypher", Export(graph.catalogue)).decode().splitlines()
    by_shape = {shape(statement): statement for statement in statements}
    assert 30 < len(by_shape) < len(statements)
    assert complaints(list(by_shape.values())) == {}


def test_neo4j_reads_the_cypher_of_any_text() -> None:
    statements = [line for text in TRAPS for line in written("cypher", small(text, text, text)).decode().splitlines()]
    assert complaints(statements) == {}


def test_neo4j_tells_of_what_is_no_cypher() -> None:
    broken = ["MATCH (n:`Entity) RETURN n;", "MERGE (n:Entity {id: 'it's'});", "MATCH (n) RETRN n;"]
    assert list(complaints([*broken, "MATCH (n) RETURN n;"])) == broken


def test_graphology_reads_the_gexf(graph: Graph, tmp_path: Path) -> None:
    export = Export(graph.catalogue)
    (tmp_path / "a.gexf").write_bytes(written("gexf", export))
    found = json.loads(node("gexf.mjs", str(tmp_path / "a.gexf")))
    assert found["type"] == "directed"
    assert dict(found["nodes"]) == {item.id: item.name for item in nodes(export)}
    assert Counter(map(tuple, found["edges"])) == Counter((e.source, e.target, e.predicate) for e in edges(export))
