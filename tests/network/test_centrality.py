"""Centrality against NetworkX on graphs of the literature, and on the odd ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import networkx as nx
import pytest

from kg.build import Graph
from kg.network.centrality import DIGITS, Measure, rank
from kg.network.projection import to_network, to_partnerships
from kg.rdf.sparql import Table, ask

REFERENCES: dict[Measure, Callable[[nx.Graph[int]], dict[int, float]]] = {
    Measure.DEGREE: nx.degree_centrality,
    Measure.BETWEENNESS: nx.betweenness_centrality,
    Measure.CLOSENESS: nx.closeness_centrality,
    Measure.EIGENVECTOR: nx.eigenvector_centrality_numpy,
    Measure.PAGERANK: partial(nx.pagerank, tol=1e-10, max_iter=1000),
}


def as_network(graph: nx.Graph[int]) -> nx.MultiGraph[str]:
    network: nx.MultiGraph[str] = nx.MultiGraph()
    network.add_nodes_from(str(node) for node in graph)
    network.add_edges_from((str(a), str(b)) for a, b in graph.edges())
    return network


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("name", ["karate_club_graph", "florentine_families_graph", "davis_southern_women_graph"])
def test_values_of_known_networks(measure: Measure, name: str) -> None:
    graph: nx.Graph[int] = nx.Graph(getattr(nx, name)().edges())
    expected = REFERENCES[measure](graph)
    for score in rank(as_network(graph), measure):
        node = next(node for node in graph if str(node) == score.node)
        assert score.value == pytest.approx(expected[node], abs=2 * 10**-DIGITS)


@pytest.mark.parametrize("measure", Measure)
def test_parallel_ties_and_loops_count_once(measure: Measure) -> None:
    simple = as_network(nx.path_graph(4))
    parallel = simple.copy()
    parallel.add_edge("0", "1")
    parallel.add_edge("2", "2")
    assert rank(parallel, measure) == rank(simple, measure)


@pytest.mark.parametrize("measure", Measure)
def test_odd_networks(measure: Measure) -> None:
    assert rank(as_network(nx.empty_graph(0)), measure) == []
    (only,) = rank(as_network(nx.empty_graph(1)), measure)
    assert (only.node, only.position) == ("0", 1)
    two_parts = as_network(nx.disjoint_union(nx.path_graph(3), nx.path_graph(2)))
    assert len(rank(two_parts, measure)) == 5


def test_equal_values_share_a_position() -> None:
    positions = [(score.node, score.position) for score in rank(as_network(nx.star_graph(3)), Measure.DEGREE)]
    assert positions == [("0", 1), ("1", 2), ("2", 2), ("3", 2)]


def test_the_analysis_graph_holds_the_same_ranks(graph: Graph) -> None:
    partnerships = to_partnerships(to_network(graph.catalogue), graph.ontology.schema)
    table = ask(
        graph.store,
        "SELECT ?thing ?value ?position WHERE { ?s kg:measure 'closeness' ; kg:scoreOf ?thing ; kg:value ?value ; "
        "kg:position ?position } ORDER BY ?position ?thing",
    )
    assert isinstance(table, Table)
    told = [(str(row[0]), float(row[1].value), int(row[2].value)) for row in table.rows]  # type: ignore[union-attr]
    ranked = rank(partnerships, Measure.CLOSENESS)
    assert [(f"<https://w3id.org/partnership-kg/id/{s.node}>", s.value, s.position) for s in ranked] == told
