"""Cores, bridges and cut nodes against NetworkX, and the pairs that hang on them against taking them out."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.network.cores import core_numbers, joints
from kg.network.partners import to_simple
from tests.network.known_networks import LITERATURE, networks, of_the_literature


def connected_pairs(network: nx.Graph[str]) -> set[tuple[str, str]]:
    return {pair for part in nx.connected_components(network) for pair in combinations(sorted(part), 2)}


def check(network: nx.MultiGraph[str]) -> None:
    simple = to_simple(network)
    found = joints(network)
    assert sorted((item.left, item.right) for item in found.bridges) == sorted(
        (min(edge), max(edge)) for edge in nx.bridges(simple)
    )
    assert sorted(item.node for item in found.cut_nodes) == sorted(nx.articulation_points(simple))
    before = connected_pairs(simple)
    for bridge in found.bridges:
        without = simple.copy()
        without.remove_edge(bridge.left, bridge.right)
        assert bridge.pairs == len(before - connected_pairs(without))
    for cut in found.cut_nodes:
        without = simple.copy()
        without.remove_node(cut.node)
        lost = {pair for pair in before if cut.node not in pair} - connected_pairs(without)
        assert cut.pairs == len(lost)
    assert core_numbers(network) == nx.core_number(simple)


@settings(deadline=None, max_examples=150)
@given(networks())
def test_any_network(network: nx.MultiGraph[str]) -> None:
    check(network)


@pytest.mark.parametrize("name", LITERATURE)
def test_networks_of_the_literature(name: str) -> None:
    check(of_the_literature(name))


def test_a_chain_longer_than_the_stack() -> None:
    chain: nx.MultiGraph[str] = nx.MultiGraph()
    nx.add_path(chain, [f"{index:05}" for index in range(5000)])
    found = joints(chain)
    assert len(found.bridges) == 4999
    assert found.bridges[0].pairs == 2500 * 2500
    assert (found.cut_nodes[0].node, found.cut_nodes[0].parts) == ("02499", (2500, 2499))


def test_the_gravest_first() -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph(
        [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "d"), ("f", "g")]
    )
    found = joints(network)
    assert [(item.left, item.right, item.pairs) for item in found.bridges] == [("c", "d", 12), ("f", "g", 6)]
    assert [(item.node, item.parts) for item in found.cut_nodes] == [("d", (3, 3)), ("c", (4, 2)), ("f", (5, 1))]
