"""What changes in a partnership network: who is connected to whom, and who rose or fell."""

from __future__ import annotations

import itertools

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import Graph, fill_store, make_graph
from kg.network.centrality import Measure, rank
from kg.network.difference import NetworkDifference, Partnership, Regrouping, compare_networks
from kg.network.projection import to_network, to_partnerships
from kg.rdf.catalogue import Catalogue
from kg.rdf.mapping import to_quads
from tests.tiny_project import FOLDER

ACTORS = "abcdefg"


def network_of(*edges: str) -> nx.MultiGraph[str]:
    """A network of edges such as `ab`, each by a claim of that name; a third letter names the agreement it is via."""
    network: nx.MultiGraph[str] = nx.MultiGraph()
    for edge in edges:
        network.add_edge(edge[0], edge[1], key=edge, via=edge[2:], claims=edge)
    return network


def same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


def compare(old: nx.MultiGraph[str], new: nx.MultiGraph[str]) -> NetworkDifference:
    """Of networks whose actors are all in both builds, with partners or without."""
    return compare_networks(old, new, same(*ACTORS))


def test_equal_networks() -> None:
    found = compare(network_of("ab", "bc"), network_of("ab", "bc"))
    assert found.is_empty
    assert found.connected == found.disconnected == ()


def test_a_bridge_that_breaks() -> None:
    """a–b–c–d–e loses b–c: two by three actors are connected no more."""
    found = compare(network_of("ab", "bc", "cd", "de"), network_of("ab", "cd", "de"))
    assert found.broke == (Partnership("b", "c", (), ("bc",)),)
    assert found.appeared == ()
    (parted,) = found.disconnected
    assert parted.groups == (("c", "d", "e"), ("a", "b"))
    assert parted.pair_count == len(list(parted.pairs)) == 6
    assert ("a", "e") in set(parted.pairs)
    assert found.connected == ()


def test_an_actor_without_partners_counts_as_alone() -> None:
    found = compare(network_of("ab"), network_of("ab", "bc"))
    assert found.connected == (Regrouping((("a", "b"), ("c",))),)
    assert found.entered == ("c",)
    back = compare(network_of("ab", "bc"), network_of("ab"))
    assert back.disconnected == found.connected
    assert back.left == ("c",)


def test_an_actor_that_is_new_is_not_newly_connected() -> None:
    """Whoever was not there before cannot have been apart; the partnership says it all."""
    found = compare_networks(network_of("ab"), network_of("ab", "bc"), same("a", "b"))
    assert found.connected == ()
    assert [(item.left, item.right) for item in found.appeared] == [("b", "c")]
    assert found.entered == ("c",)


def test_who_was_connected_through_one_that_is_gone() -> None:
    found = compare_networks(network_of("ab", "bc"), nx.MultiGraph(), same("a", "c"))
    assert found.disconnected == (Regrouping((("a",), ("c",))),)
    assert found.left == ("a", "b", "c")


def test_a_second_agreement_of_two_partners_is_no_new_partnership() -> None:
    assert compare(network_of("abx"), network_of("abx", "aby")).is_empty
    found = compare(network_of("abx", "aby", "ab"), nx.MultiGraph())
    assert found.broke == (Partnership("a", "b", ("x", "y"), ("ab", "abx", "aby")),)


def test_actors_that_became_one() -> None:
    """b and c are one now: their partnership is none, and what each had the one has."""
    successors = {**same(*ACTORS), "c": "b"}
    found = compare_networks(network_of("ab", "bc", "cd"), network_of("ab", "bd"), successors)
    assert found.appeared == found.broke == ()
    assert found.entered == found.left == ()
    assert found.connected == found.disconnected == ()


def test_rises_and_falls() -> None:
    """The centre of a star moves from a to b."""
    found = compare(network_of("ab", "ac", "ad", "ae"), network_of("ba", "bc", "bd", "be"))
    by_degree = [(item.node, item.rise) for item in found.shifts if item.measure is Measure.DEGREE]
    assert by_degree == [("b", 1), ("a", -1)]
    betweenness = {
        item.node: (item.old.value, item.new.value) for item in found.shifts if item.measure is Measure.BETWEENNESS
    }
    assert betweenness == {"a": (1.0, 0.0), "b": (0.0, 1.0)}


def test_the_furthest_moved_come_first() -> None:
    found = compare(network_of("ab", "ac", "ad", "bc", "ef"), network_of("ef", "eg", "ec", "ed", "ab"))
    rises = [abs(item.rise) for item in found.shifts if item.measure is Measure.DEGREE]
    assert rises == sorted(rises, reverse=True)
    assert len(set(rises)) > 1


EDGES = st.sets(st.sampled_from(["".join(pair) for pair in itertools.combinations(ACTORS, 2)]), max_size=12)


@given(EDGES, EDGES)
def test_connections_are_as_networkx_has_them(old_edges: set[str], new_edges: set[str]) -> None:
    old, new = network_of(*sorted(old_edges)), network_of(*sorted(new_edges))
    found = compare(old, new)

    def connected(network: nx.MultiGraph[str]) -> set[tuple[str, str]]:
        whole = nx.Graph(network)
        whole.add_nodes_from(ACTORS)
        return {pair for pair in itertools.combinations(ACTORS, 2) if nx.has_path(whole, *pair)}

    assert {pair for item in found.connected for pair in item.pairs} == connected(new) - connected(old)
    assert {pair for item in found.disconnected for pair in item.pairs} == connected(old) - connected(new)
    assert {item.left + item.right for item in found.appeared} == new_edges - old_edges
    assert {item.left + item.right for item in found.broke} == old_edges - new_edges
    for measure in (Measure.BETWEENNESS, Measure.DEGREE):
        told = {item.node: item.rise for item in found.shifts if item.measure is measure}
        before, after = (standings(item, measure) for item in (old, new))
        for node in before.keys() & after.keys():
            (first, last), (now_first, now_last) = before[node], after[node]
            rose, fell = now_first < first and now_last <= last, now_first > first and now_last >= last
            assert told.get(node, 0) == (first - now_first if rose or fell else 0)
        assert told.keys() <= before.keys() & after.keys()


def standings(network: nx.MultiGraph[str], measure: Measure) -> dict[str, tuple[int, int]]:
    """How many are before each actor, plus one, and how many are before or beside it."""
    values = {score.node: score.value for score in rank(network, measure)}
    return {
        node: (1 + sum(other > value for other in values.values()), sum(other >= value for other in values.values()))
        for node, value in values.items()
    }


def test_to_leave_a_tie_is_not_to_fall() -> None:
    """All are first by betweenness with 0; then b has some, c more, and neither has fallen."""
    found = compare(network_of("ab", "cd"), network_of("ab", "bc", "cd", "ce"))
    moved = {item.node: item.rise for item in found.shifts if item.measure is Measure.BETWEENNESS}
    assert moved == {"a": -2, "d": -2}


@given(EDGES, EDGES)
def test_the_other_way_round_it_is_the_same(old_edges: set[str], new_edges: set[str]) -> None:
    old, new = network_of(*sorted(old_edges)), network_of(*sorted(new_edges))
    there, back = compare(old, new), compare(new, old)
    assert (there.appeared, there.broke, there.connected, there.disconnected) == (
        back.broke,
        back.appeared,
        back.disconnected,
        back.connected,
    )
    assert (there.entered, there.left) == (back.left, back.entered)
    assert {(item.measure, item.node, item.rise) for item in there.shifts} == {
        (item.measure, item.node, -item.rise) for item in back.shifts
    }
    assert there.is_empty == (old_edges == new_edges)


@pytest.fixture(scope="module")
def tiny_graph() -> Graph:
    return make_graph(FOLDER)


def test_a_claim_fewer_in_a_real_graph(tiny_graph: Graph) -> None:
    """Without the Ministry's part in the memorandum, nobody shares it with the Ministry."""
    graph = tiny_graph
    schema = graph.ontology.schema
    kept = [
        claim
        for claim in graph.claims.claims
        if (claim.subject, claim.object) != ("ministry-of-tides", "tide-memorandum")
    ]
    store, _ = fill_store(graph.ontology, to_quads(graph.project, kept, schema), graph.rules)
    fewer = Catalogue(store, graph.ontology)
    old, new = (to_partnerships(to_network(catalogue), schema) for catalogue in (graph.catalogue, fewer))
    found = compare_networks(old, new, {key: key for key in graph.catalogue.entities})
    partners = {"ada-brook", "tidal-works"}
    assert {(item.left, item.right) for item in found.broke} >= {
        tuple(sorted(("ministry-of-tides", key))) for key in partners
    }
    assert all(item.via == ("tide-memorandum",) for item in found.broke)
    assert "ministry-of-tides" in found.left
    assert {key for item in found.disconnected for pair in item.pairs for key in pair} >= {
        "ministry-of-tides",
        *partners,
    }
