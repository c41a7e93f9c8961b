"""Our measures against igraph's: another implementation, in C, on the graphs of the literature and on random ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import igraph
import networkx as nx
import pytest

from kg.network.centrality import Engine, Measure, values
from kg.network.simple import Simple

REFERENCES: dict[Measure, Callable[[Any], list[float]]] = {
    Measure.STRENGTH: lambda graph: graph.strength(weights="weight"),
    Measure.BETWEENNESS: lambda graph: _share(graph, graph.betweenness(directed=graph.is_directed())),
    Measure.HARMONIC: lambda graph: graph.harmonic_centrality(mode="in"),
    Measure.EIGENVECTOR: lambda graph: _norm(graph.eigenvector_centrality()),
    Measure.PAGERANK: lambda graph: graph.pagerank(directed=graph.is_directed(), damping=0.85),
    Measure.HUBS: lambda graph: _sum(graph.hub_score()),
    Measure.AUTHORITIES: lambda graph: _sum(graph.authority_score()),
    Measure.CONSTRAINT: lambda graph: graph.constraint(),
}
UNDIRECTED = [measure for measure in REFERENCES if measure not in (Measure.HUBS, Measure.AUTHORITIES)]
DIRECTED = [measure for measure in REFERENCES if measure is not Measure.STRENGTH]


def _share(graph: Any, counts: list[float]) -> list[float]:
    pairs = (graph.vcount() - 1) * (graph.vcount() - 2) / (1 if graph.is_directed() else 2)
    return [count / pairs for count in counts]


def _norm(vector: list[float]) -> list[float]:
    length = sum(value**2 for value in vector) ** 0.5
    return [value / length for value in vector]


def _sum(vector: list[float]) -> list[float]:
    return [value / sum(vector) for value in vector]


def networks() -> dict[str, nx.MultiGraph[str]]:
    graphs: dict[str, Any] = {
        name: nx.Graph(getattr(nx, f"{name}_graph")().edges())
        for name in ("karate_club", "les_miserables", "davis_southern_women", "florentine_families")
    }
    graphs["random"] = nx.gnm_random_graph(300, 700, seed=5)
    graphs["hubs"] = nx.barabasi_albert_graph(500, 3, seed=5)
    return {
        name: nx.MultiGraph((str(left), str(right)) for left, right in graph.edges()) for name, graph in graphs.items()
    }


def as_igraph(simple: Simple) -> Any:
    graph = igraph.Graph(len(simple.nodes), simple.numbered(), directed=simple.directed)
    graph.es["weight"] = simple.weights
    return graph


@pytest.mark.parametrize("engine", [Engine.NETWORKX, Engine.RUSTWORKX])
@pytest.mark.parametrize("name", networks())
@pytest.mark.parametrize("measure", UNDIRECTED)
def test_undirected(measure: Measure, name: str, engine: Engine) -> None:
    network = networks()[name]
    if measure is Measure.EIGENVECTOR:  # igraph gives one vector for all components, we the largest component's
        network = nx.MultiGraph(network.subgraph(max(nx.connected_components(network), key=len)))
    simple = Simple(network)
    expected = dict(zip(simple.nodes, REFERENCES[measure](as_igraph(simple)), strict=True))
    assert values(network, measure, engine=engine) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("measure", DIRECTED)
def test_directed(measure: Measure) -> None:
    graph = nx.gnm_random_graph(200, 900, seed=7, directed=True)
    part = max(nx.strongly_connected_components(graph), key=len)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        (str(left), str(right)) for left, right in graph.subgraph(part).edges()
    )
    simple = Simple(network, directed=True)
    expected = dict(zip(simple.nodes, REFERENCES[measure](as_igraph(simple)), strict=True))
    assert values(network, measure, directed=True) == pytest.approx(expected, abs=1e-8)


def test_weights() -> None:
    network = networks()["hubs"]
    for number, (*_, data) in enumerate(network.edges(data=True)):
        data["sources"] = " ".join("abcd"[: 1 + number % 4])
    simple = Simple(network, weighted=True)
    graph = as_igraph(simple)
    lengths = [1 / weight for weight in simple.weights]
    told = {
        Measure.PAGERANK: graph.pagerank(weights="weight"),
        Measure.EIGENVECTOR: _norm(graph.eigenvector_centrality(weights="weight")),
        Measure.CONSTRAINT: graph.constraint(weights="weight"),
        Measure.HARMONIC: graph.harmonic_centrality(weights=lengths),
        Measure.CLOSENESS: graph.closeness(weights=lengths),
        # Whole numbers, or igraph's rounding would decide which paths are as long as others.
        Measure.BETWEENNESS: _share(graph, graph.betweenness(weights=simple.lengths)),
    }
    for measure, expected in told.items():
        found = values(network, measure, weighted=True)
        assert found == pytest.approx(dict(zip(simple.nodes, expected, strict=True)), abs=1e-8), measure
