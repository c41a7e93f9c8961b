"""Ranks without each source, against networks built anew and on a planted one."""

from __future__ import annotations

import random
from functools import partial

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import Graph
from kg.facts.schema import Schema
from kg.network.centrality import Measure, rank
from kg.network.projection import to_network, to_partnerships
from kg.network.robustness import leave_one_out, without_source

DEGREE = partial(rank, measure=Measure.DEGREE)


def ties_of(*edges: tuple[str, str, str]) -> nx.MultiDiGraph[str]:
    """Ties between organisations, or an organisation and an agreement (upper case), each with its sources."""
    ties: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (left, right, sources) in enumerate(edges):
        for node in (left, right):
            ties.add_node(node, class_name="Agreement" if node.isupper() else "Company", label=node)
        ties.add_edge(left, right, key=f"c{number:03}", claim=f"c{number:03}", sources=sources)
    return ties


def test_a_tie_that_several_sources_tell_survives_one() -> None:
    ties = ties_of(("a", "b", "s1 s2"), ("a", "c", "s1"), ("a", "d", "s2"))
    assert {edge[1] for edge in without_source(ties, "s1").edges()} == {"b", "d"}
    assert set(without_source(ties, "s1")) == set(ties)


def test_a_partnership_needs_both_its_halves(schema: Schema) -> None:
    ties = ties_of(("a", "X", "s1"), ("b", "X", "s2"), ("b", "X", "s3"), ("c", "X", "s2 s3"))
    assert {frozenset(edge) for edge in to_partnerships(without_source(ties, "s2"), schema).edges()} == {
        frozenset("ab"),
        frozenset("ac"),
        frozenset("bc"),
    }
    assert {frozenset(edge) for edge in to_partnerships(without_source(ties, "s1"), schema).edges()} == {
        frozenset("bc")
    }


def test_the_hub_of_one_source_is_found(schema: Schema) -> None:
    ring = [(f"p{number:02}", f"p{(number + 1) % 20:02}", f"s{number % 5} s{(number + 1) % 5}") for number in range(20)]
    solid = [("solid", f"p{number:02}", f"s{number % 5}") for number in range(0, 20, 4)]
    weak = [("weak", f"p{number:02}", "gossip") for number in range(0, 20, 2)]
    found = leave_one_out(ties_of(*ring, *solid, *weak), lambda ties: to_partnerships(ties, schema), DEGREE)
    by_node = {item.score.node: item for item in found}
    hub = by_node["weak"]
    assert [item.score.node for item in found][:2] == ["weak", "solid"]
    assert (hub.score.position, hub.highest.position, hub.lowest.position) == (1, 1, 22)
    assert (hub.without, hub.mainstay, hub.partners, hub.lost, hub.lowest.value) == ("gossip", "gossip", 10, 10, 0.0)
    assert hub.rests_on_one
    assert not by_node["solid"].rests_on_one
    assert (by_node["solid"].partners, by_node["solid"].lost) == (5, 1)
    assert by_node["solid"].highest.position == 1
    assert {item.score.node for item in found if item.rests_on_one} == {"weak"}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_each_interval_holds_all_ranks_without_a_source(schema: Schema, seed: int) -> None:
    chance = random.Random(seed)
    nodes = [*"abcdefgh", "X", "Y", "Z"]
    edges = [
        (*chance.sample(nodes, 2), " ".join(chance.sample(["s1", "s2", "s3"], chance.choice([1, 1, 2]))))
        for _ in range(chance.randrange(1, 20))
    ]
    ties = ties_of(*edges)
    sources = {source for *_, told in edges for source in told.split()}
    found = leave_one_out(ties, lambda some: to_partnerships(some, schema), DEGREE)
    rankings = []
    for missing in (None, *sorted(sources)):
        kept = [(left, right, told) for left, right, told in edges if missing is None or set(told.split()) - {missing}]
        rankings.append(rank(to_partnerships(ties_of(*kept), schema), Measure.DEGREE))
    assert [item.score for item in found] == rankings[0]
    for item in found:
        positions = [
            next((score.position for score in ranking if score.node == item.score.node), len(ranking) + 1)
            for ranking in rankings
        ]
        assert (item.highest.position, item.lowest.position) == (min(positions), max(positions))


def test_the_shipped_network_without_a_source_is_what_its_other_claims_make(graph: Graph) -> None:
    catalogue, schema = graph.catalogue, graph.ontology.schema
    ties = to_network(catalogue)
    found = {item.score.node: item for item in leave_one_out(ties, lambda some: to_partnerships(some, schema), DEGREE)}
    ministry = found["ministry-of-economy-azerbaijan"]
    assert ministry.mainstay == "doc-clusters-az"
    for source in catalogue.sources:
        reduced = without_source(ties, source)
        for *_, data in reduced.edges(data=True):
            assert set(catalogue.claims[data["claim"]].sources) - {source}


def test_directed(schema: Schema) -> None:
    ties = ties_of(("a", "b", "s1"), ("c", "b", "s1"), ("d", "b", "s2"), ("d", "a", "s2"))
    found = leave_one_out(ties, lambda some: some, partial(rank, measure=Measure.PAGERANK, directed=True))
    assert found[0].score.node == "b"
    assert (found[0].partners, found[0].lost, found[0].mainstay) == (3, 2, "s1")
    assert found[0].score.value == pytest.approx(max(item.score.value for item in found))
