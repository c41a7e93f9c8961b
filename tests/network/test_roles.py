"""Brokers: counts against the definition, pair by pair; structural holes against NetworkX."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.groups import communities
from kg.network.partners import to_simple
from kg.network.roles import Role, brokered_pairs, brokers, role_of, structural_holes
from tests.network.known_networks import LITERATURE, networks, of_the_literature, planted


def by_definition(network: nx.MultiGraph[str], sides: dict[str, str], apart: set[str]) -> dict[str, Counter[Role]]:
    """Gould & Fernandez 1989: a and b are no partners, v is a partner of both."""
    simple = to_simple(network)
    counts: dict[str, Counter[Role]] = {}
    for left, right in combinations([node for node in simple if node in sides], 2):
        if simple.has_edge(left, right):
            continue
        for broker in nx.common_neighbors(simple, left, right):
            if broker in apart and broker not in sides:
                role = Role.ITINERANT if sides[left] == sides[right] else Role.LIAISON
            elif broker not in sides:
                continue
            elif sides[left] == sides[right]:
                role = Role.COORDINATOR if sides[left] == sides[broker] else Role.ITINERANT
            elif sides[broker] in (sides[left], sides[right]):
                role = Role.GATEKEEPER
            else:
                role = Role.LIAISON
            counts.setdefault(broker, Counter())[role] += 1
    return counts


def check(network: nx.MultiGraph[str], sides: dict[str, str], apart: set[str]) -> None:
    expected = by_definition(network, sides, apart)
    found = brokers(network, sides, apart)
    assert {item.node: {role: count for role, count in item.counts.items() if count} for item in found} == {
        node: dict(counts) for node, counts in expected.items()
    }
    for item in found:
        pairs = brokered_pairs(network, sides, item.node, apart)
        assert Counter(pair.role for pair in pairs) == +expected[item.node]
        assert (item.pairs, item.across) == (len(pairs), sum(pair.role is not Role.COORDINATOR for pair in pairs))
        open_sides = {tuple(sorted((sides[pair.left], sides[pair.right]))) for pair in pairs}
        assert item.spans == sum(left != right for left, right in open_sides)
    keys = [(item.spans, item.across) for item in found]
    assert keys == sorted(keys, reverse=True)
    assert [item.position for item in found] == [1 + keys.index(key) for key in keys]


@settings(deadline=None, max_examples=150)
@given(networks(), st.data())
def test_any_network_and_any_sides(network: nx.MultiGraph[str], data: st.DataObject) -> None:
    sides = {node: side for node in network if (side := data.draw(st.sampled_from(["x", "y", "z", ""])))}
    apart = {node for node in network if node not in sides and data.draw(st.booleans())}
    check(network, sides, apart)


@pytest.mark.parametrize("name", LITERATURE)
def test_networks_of_the_literature_between_their_groups(name: str) -> None:
    network = of_the_literature(name)
    check(network, {node: str(index) for node, index in communities(network).indices.items()}, set())


@pytest.mark.parametrize("name", LITERATURE)
def test_structural_holes_are_those_of_networkx(name: str) -> None:
    simple = to_simple(of_the_literature(name))
    sizes, constraints = nx.effective_size(simple), nx.constraint(simple)
    for node in simple:
        size, constraint = structural_holes(simple, node)
        assert size == pytest.approx(sizes[node], abs=2e-6)
        assert constraint == pytest.approx(constraints[node], abs=2e-6)


def test_nobody_to_span() -> None:
    alone: nx.Graph[str] = nx.Graph()
    alone.add_node("a")
    assert structural_holes(alone, "a") == (0, 0)
    assert brokers(alone, {"a": "x"}) == []
    assert brokered_pairs(alone, {}, "a") == []
    assert brokered_pairs(alone, {}, "b") == []


def test_roles() -> None:
    assert role_of("x", "x", "x") is Role.COORDINATOR
    assert role_of("x", "y", "x") is Role.ITINERANT
    assert role_of("x", "x", "y") is role_of("y", "x", "x") is Role.GATEKEEPER
    assert role_of("x", "y", "z") is Role.LIAISON


def test_a_planted_broker_is_found() -> None:
    network = planted(groups=3, size=10, inside=0.8, outside=0)
    network.add_edges_from(("broker", f"g{group}m00") for group in range(3))
    sides = {node: str(index) for node, index in communities(network).indices.items()}
    assert len(set(sides.values())) == 3
    assert brokers(network, sides)[0].node == "broker"
    first = brokers(network, sides | {"broker": "x"})[0]
    assert first.node == "broker"
    assert first.counts == {Role.COORDINATOR: 0, Role.ITINERANT: 0, Role.GATEKEEPER: 0, Role.LIAISON: 3}
    assert first.effective_size == 3
    assert first.constraint == pytest.approx(1 / 3, abs=1e-6)
