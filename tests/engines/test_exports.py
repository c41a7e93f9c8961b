"""Exports in tools that are no part of the test environment: igraph (GPL) and Raptor (LGPL, a program)."""

from __future__ import annotations

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
from tests.exports.making import written


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
