"""Centrality against NetworkX on graphs of the literature, and on the odd ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import networkx as nx
import pytest

from kg.build import Graph
from kg.cli.options import ENGINES, MEASURES
from kg.network.centrality import Engine, Measure, RefusedError, explanation, measures_of_a_build, rank, scores, values
from kg.network.projection import to_network, to_partnerships
from kg.rdf.sparql import Table, ask

UNDIRECTED = tuple(measure for measure in Measure if measure not in (Measure.HUBS, Measure.AUTHORITIES))
NETWORKS = ("karate_club_graph", "les_miserables_graph", "florentine_families_graph", "davis_southern_women_graph")


def harmonic(graph: nx.Graph[int]) -> dict[int, float]:
    return {node: value / (len(graph) - 1) for node, value in nx.harmonic_centrality(graph).items()}


def katz(graph: nx.Graph[int]) -> dict[int, float]:
    largest = max(nx.adjacency_spectrum(graph).real)
    return nx.katz_centrality(graph, alpha=0.85 / largest, max_iter=10_000, tol=1e-14)


def participation(graph: nx.Graph[int]) -> dict[int, float]:
    groups = nx.community.louvain_communities(as_network(graph), seed=0)
    return {
        node: 1 - sum((sum(str(other) in group for other in graph[node]) / graph.degree(node)) ** 2 for group in groups)
        for node in graph
    }


REFERENCES: dict[Measure, Callable[[nx.Graph[int]], dict[int, float]]] = {
    Measure.DEGREE: nx.degree_centrality,
    Measure.STRENGTH: lambda graph: dict(graph.degree()),
    Measure.BETWEENNESS: nx.betweenness_centrality,
    Measure.CLOSENESS: nx.closeness_centrality,
    Measure.HARMONIC: harmonic,
    Measure.EIGENVECTOR: nx.eigenvector_centrality_numpy,
    Measure.KATZ: katz,
    Measure.PAGERANK: partial(nx.pagerank, tol=1e-14, max_iter=1000),
    Measure.CONSTRAINT: nx.constraint,
    Measure.EFFECTIVE_SIZE: lambda graph: nx.effective_size(graph, nodes=list(graph)),
}


def as_network(graph: nx.Graph[int]) -> nx.MultiGraph[str]:
    network: nx.MultiGraph[str] = nx.MultiGraph()
    network.add_nodes_from(str(node) for node in graph)
    network.add_edges_from((str(a), str(b)) for a, b in graph.edges())
    return network


@pytest.mark.parametrize("engine", [Engine.NETWORKX, Engine.RUSTWORKX])
@pytest.mark.parametrize("measure", REFERENCES)
@pytest.mark.parametrize("name", NETWORKS)
def test_values_of_known_networks(measure: Measure, name: str, engine: Engine) -> None:
    graph: nx.Graph[int] = nx.Graph(getattr(nx, name)().edges())
    expected = REFERENCES[measure](graph)
    found = values(as_network(graph), measure, engine=engine)
    assert found == pytest.approx({str(node): value for node, value in expected.items()}, abs=1e-9)


def test_participation_of_a_known_network() -> None:
    graph: nx.Graph[int] = nx.Graph(nx.karate_club_graph().edges())
    groups = {str(node): int(node > 16) for node in graph}
    found = values(as_network(graph), Measure.PARTICIPATION, partition=groups)
    for node in graph:
        shares = [sum(groups[str(other)] == group for other in graph[node]) / graph.degree(node) for group in (0, 1)]
        assert found[str(node)] == pytest.approx(1 - sum(share**2 for share in shares))


@pytest.mark.parametrize("measure", [measure for measure in UNDIRECTED if measure is not Measure.STRENGTH])
def test_parallel_ties_and_loops_count_once(measure: Measure) -> None:
    simple = as_network(nx.path_graph(4))
    parallel = simple.copy()
    parallel.add_edge("0", "1")
    parallel.add_edge("2", "2")
    assert rank(parallel, measure) == rank(simple, measure)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("measure", UNDIRECTED)
def test_odd_networks(measure: Measure, engine: Engine) -> None:
    assert rank(as_network(nx.empty_graph(0)), measure, engine=engine) == []
    (only,) = rank(as_network(nx.empty_graph(1)), measure, engine=engine)
    assert (only.node, only.position) == ("0", 1)
    two_parts = as_network(nx.disjoint_union(nx.path_graph(3), nx.path_graph(2)))
    assert len(rank(two_parts, measure, engine=engine)) == 5


def test_equal_values_share_a_position() -> None:
    positions = [(score.node, score.position) for score in rank(as_network(nx.star_graph(3)), Measure.DEGREE)]
    assert positions == [("0", 1), ("1", 2), ("2", 2), ("3", 2)]


def test_what_engines_sum_in_another_order_stays_equal() -> None:
    assert {score.position for score in scores({"a": 0.1 + 0.2, "b": 0.3, "c": 0.0000005, "d": 0.0000005 - 1e-21})} == {
        1,
        3,
    }


def test_values_of_large_networks_have_more_decimals() -> None:
    few = scores({f"n{number}": 1e-7 * (1 + number % 2) for number in range(100)})
    many = scores({f"n{number}": 1e-7 * (1 + number % 2) for number in range(10_000)})
    assert {score.value for score in few} == {0.0}
    assert {score.value for score in many} == {1e-7, 2e-7}


@pytest.mark.parametrize(
    ("measure", "arguments", "reason"),
    [
        (Measure.HUBS, {}, "eigenvector centrality"),
        (Measure.AUTHORITIES, {}, "--directed"),
        (Measure.DEGREE, {"weighted": True}, "--by strength"),
        (Measure.PARTICIPATION, {"directed": True}, "whichever way ties point"),
        (Measure.EIGENVECTOR, {"directed": True}, "without circles"),
        (Measure.CLOSENESS, {"approximate": 0.1}, "always computed exactly"),
        (Measure.BETWEENNESS, {"approximate": 0.0}, "bounds nothing"),
    ],
)
def test_what_has_no_meaning_is_refused(measure: Measure, arguments: dict[str, float], reason: str) -> None:
    chain: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    with pytest.raises(RefusedError, match=reason):
        rank(chain, measure, **arguments)  # type: ignore[arg-type]


def test_a_network_without_directions_is_not_ranked_by_them() -> None:
    with pytest.raises(RefusedError, match="no directions"):
        rank(as_network(nx.path_graph(3)), Measure.PAGERANK, directed=True)


def test_every_measure_is_offered_and_explained() -> None:
    assert tuple(measure.value for measure in Measure) == MEASURES
    assert tuple(engine.value for engine in Engine) == ENGINES
    for measure in Measure:
        assert re.search(r"\([^)]*\d{4}\)", explanation(measure)), measure  # ends with its paper


def test_a_build_of_a_large_network_writes_what_is_quick() -> None:
    assert set(measures_of_a_build(4, 3)) == set(UNDIRECTED)
    assert Measure.PAGERANK in measures_of_a_build(10_002, 10_001)
    assert Measure.BETWEENNESS not in measures_of_a_build(10_002, 10_001)


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
