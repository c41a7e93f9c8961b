"""Likeness and guesses against NetworkX, pair by pair."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.partners import to_simple
from kg.network.similarity import Guess, Likeness, guesses, similar
from tests.network.known_networks import LITERATURE, networks, of_the_literature

REFERENCES: dict[Likeness, Callable[[nx.Graph[str], list[tuple[str, str]]], Iterable[tuple[str, str, float]]]] = {
    Likeness.JACCARD: nx.jaccard_coefficient,
    Likeness.ADAMIC_ADAR: nx.adamic_adar_index,
    Likeness.RESOURCE_ALLOCATION: nx.resource_allocation_index,
}


def reference(simple: nx.Graph[str], likeness: Likeness, left: str, right: str) -> float:
    if likeness is Likeness.COSINE:
        shared = len(set(simple[left]) & set(simple[right]))
        return shared / math.sqrt(simple.degree(left) * simple.degree(right))
    ((_, _, value),) = REFERENCES[likeness](simple, [(left, right)])
    return float(value)


def check(network: nx.MultiGraph[str], likeness: Likeness) -> None:
    simple = to_simple(network)
    alike = {node: {item.node: item for item in similar(network, node, likeness)} for node in simple}
    expected = []
    for left, right in combinations(simple, 2):
        shared = set(simple[left]) & set(simple[right])
        assert (right in alike[left]) is (left in alike[right]) is bool(shared)
        if shared:
            value = reference(simple, likeness, left, right)
            assert alike[left][right].value == pytest.approx(value, abs=2e-6)
            assert set(alike[left][right].shared) == shared
            if not simple.has_edge(left, right):
                expected.append((left, right))
    found = guesses(network, likeness, limit=10_000)
    assert sorted((item.left, item.right) for item in found) == expected
    assert [item.value for item in found] == sorted((item.value for item in found), reverse=True)
    for item in found:
        assert item.value == alike[item.left][item.right].value
        assert item.shared == alike[item.left][item.right].shared
        assert item.position == 1 + sum(other.value > item.value for other in found)


@pytest.mark.parametrize("likeness", Likeness)
@pytest.mark.parametrize("name", LITERATURE)
def test_networks_of_the_literature(name: str, likeness: Likeness) -> None:
    check(of_the_literature(name), likeness)


@settings(deadline=None, max_examples=80)
@given(networks(), st.sampled_from(Likeness))
def test_any_network(network: nx.MultiGraph[str], likeness: Likeness) -> None:
    check(network, likeness)


def test_a_tie_that_was_taken_away_is_guessed_first() -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph(combinations("abcdef", 2))
    network.add_edges_from([("f", "g"), ("g", "h")])
    network.remove_edge("a", "b")
    first = guesses(network)[0]
    assert (first.left, first.right) == ("a", "b")
    assert set(first.shared) == {"c", "d", "e", "f"}
    assert first.shared[-1] == "f"


def renumbered(items: Iterable[Guess]) -> list[Guess]:
    listed = list(items)
    return [replace(item, position=1 + sum(other.value > item.value for other in listed)) for item in listed]


def test_only_among_some_or_of_one() -> None:
    network = of_the_literature("karate_club_graph")
    everything = guesses(network, limit=10_000)
    some = {"0", "9", "33", "16", "25"}
    among = renumbered(item for item in everything if {item.left, item.right} <= some)
    assert guesses(network, limit=10_000, among=some) == among != []
    mine = guesses(network, limit=10_000, of="9")
    assert mine == renumbered(item for item in everything if "9" in (item.left, item.right))
    assert guesses(network, limit=3) == everything[:3]
    assert similar(network, "9", limit=2) == similar(network, "9")[:2]


def test_nothing_to_guess() -> None:
    empty: nx.MultiGraph[str] = nx.MultiGraph()
    assert guesses(empty) == []
    empty.add_edge("a", "b")
    assert guesses(empty) == []
    assert similar(empty, "a") == []
    with pytest.raises(KeyError):
        similar(empty, "c")
