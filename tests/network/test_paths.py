"""Paths: as short as NetworkX', and each hop with the claims that make it."""

from __future__ import annotations

import itertools

import networkx as nx
import pytest

from kg.build import Graph
from kg.facts.schema import Schema
from kg.network.paths import shortest_paths
from kg.network.projection import to_network

SCHEMA = Schema(
    superclasses={
        "Organisation": frozenset({"Organisation", "Agent", "Entity"}),
        "City": frozenset({"City", "Place", "Entity"}),
        "Country": frozenset({"Country", "Place", "Agent", "Entity"}),
    },
    properties={},
    individuals={},
    factors={},
)


def network_of(*edges: tuple[str, str, str], places: frozenset[str] = frozenset()) -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for start, end, claim in edges:
        for node in (start, end):
            network.add_node(node, class_name="City" if node in places else "Organisation")
        network.add_edge(start, end, key=claim, claim=claim, predicate="cooperatesWith")
    return network


def ends(path: tuple[object, ...]) -> str:
    return "".join([path[0].start, *(hop.end for hop in path)])  # type: ignore[attr-defined]


def test_shortest_first_and_equal_ones_by_id() -> None:
    network = network_of(
        ("a", "c", "1"),
        ("c", "d", "2"),
        ("b", "a", "3"),
        ("d", "b", "4"),
        ("a", "e", "5"),
        ("e", "f", "6"),
        ("f", "d", "7"),
    )
    paths = shortest_paths(network, SCHEMA, "a", "d", 3)
    assert [ends(path) for path in paths] == ["abd", "acd", "aefd"]


def test_edges_are_walked_both_ways_and_say_so() -> None:
    (path,) = shortest_paths(network_of(("b", "a", "1"), ("b", "c", "2")), SCHEMA, "a", "c")
    assert [[link.forward for link in hop.links] for hop in path] == [[False], [True]]


def test_all_parallel_claims_are_shown() -> None:
    (path,) = shortest_paths(network_of(("a", "b", "1"), ("a", "b", "2"), ("b", "a", "3")), SCHEMA, "a", "b")
    assert [link.claim for link in path[0].links] == ["1", "2", "3"]


def test_no_way_through_a_place_but_to_it() -> None:
    network = network_of(("a", "city", "1"), ("b", "city", "2"), places=frozenset({"city"}))
    assert shortest_paths(network, SCHEMA, "a", "b") == []
    assert len(shortest_paths(network, SCHEMA, "a", "city")[0]) == 1


@pytest.mark.parametrize(("start", "end"), [("a", "a"), ("a", "nowhere"), ("a", "z")])
def test_no_path(start: str, end: str) -> None:
    assert shortest_paths(network_of(("a", "b", "1"), ("z", "y", "2")), SCHEMA, start, end) == []


def test_lengths_on_the_seeds_equal_networkx(graph: Graph) -> None:
    network = to_network(graph.catalogue)
    schema = graph.ontology.schema
    # Among ties, only this relation touches a country as a place; no tie touches any other place here.
    acting: nx.Graph[str] = nx.Graph()
    acting.add_nodes_from(network)
    acting.add_edges_from(
        (a, b) for a, b, data in network.edges(data=True) if data["predicate"] != "hasParticipantFrom"
    )
    lengths = dict(nx.all_pairs_shortest_path_length(acting))
    actors = [n for n in network if schema.is_a(network.nodes[n]["class_name"], "Agent")]
    parties = sorted(n for n in actors if not schema.is_a(network.nodes[n]["class_name"], "Country"))
    assert len(parties) > 30
    for start, end in itertools.combinations(parties, 2):
        paths = shortest_paths(network, schema, start, end)
        assert [len(path) for path in paths] == ([lengths[start][end]] if end in lengths[start] else [])


def test_each_hop_names_claims_that_join_its_ends(graph: Graph) -> None:
    catalogue = graph.catalogue
    network = to_network(catalogue)
    (path,) = shortest_paths(network, graph.ontology.schema, "socar", "world-economic-forum")
    assert len(path) == 3
    for hop in path:
        for link in hop.links:
            claim = catalogue.claims[link.claim]
            touched = {claim.subject, claim.object, *claim.qualifiers.get("onBehalfOf", ())}
            assert {hop.start, hop.end} <= touched
            assert all(item.quote is not None and item.quote.text for item in claim.evidence)
