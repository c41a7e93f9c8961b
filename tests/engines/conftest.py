"""The engines, each started once, with what they are asked on: the shipped graph, and one in which all is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.build import Graph
from kg.rdf.inference import infer
from kg.rdf.serialise import write_turtle
from kg.rdf.vocabulary import GraphName
from tests.engines.engines import ENGINES, Engine, Oxigraph, start
from tests.queries.answers import BROKEN


@pytest.fixture(scope="session")
def broken(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped graph with the broken examples of all checks and what follows from them, as one Turtle file."""
    store = Store()
    store.bulk_extend(graph.store)
    for path in sorted(BROKEN.glob("*.ttl")):
        triples = [quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE)]
        store.extend(Quad(t.subject, t.predicate, t.object, GraphName.ASSERTED.node) for t in triples)
    infer(store, graph.rules)
    file = tmp_path_factory.mktemp("broken") / "broken.ttl"
    write_turtle({quad.triple for quad in store}, file)
    return file


@pytest.fixture(scope="session")
def reference(built: Path, broken: Path) -> Oxigraph:
    """The engine of our own store, with both datasets."""
    engine = Oxigraph()
    engine.load("shipped", built / "dataset.trig")
    engine.load("broken", broken)
    return engine


@pytest.fixture(scope="session", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, built: Path, broken: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """Another engine, running, with both datasets."""
    engine = start(request.param, tmp_path_factory.mktemp("engine"))
    try:
        engine.load("shipped", built / "dataset.trig")
        engine.load("broken", broken)
        yield engine
    finally:
        engine.close()
