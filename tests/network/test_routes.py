"""Routes against brute force and NetworkX, on random networks with costs."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.network.routes import cheapest_cost, cheapest_routes, distances_to, nearest_route, shortest_route


@st.composite
def weighted(draw: st.DrawFn) -> nx.Graph[str]:
    names = [f"n{index}" for index in range(draw(st.integers(2, 8)))]
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(names)
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names), st.integers(1, 4))
    for left, right, weight in draw(st.lists(pairs, max_size=20)):
        if left != right:
            network.add_edge(left, right, weight=weight)
    return network


def by_cost(network: nx.Graph[str], start: str, end: str) -> list[tuple[int, tuple[str, ...]]]:
    """All loopless routes in order, by brute force."""
    routes = [tuple(route) for route in nx.all_simple_paths(network, start, end)]
    return sorted((sum(network[a][b]["weight"] for a, b in pairwise(route)), route) for route in routes)


@given(weighted())
def test_all_routes_come_in_order_of_cost_and_nodes(network: nx.Graph[str]) -> None:
    found = cheapest_routes(
        "n0", "n1", lambda node: sorted(network[node]), lambda left, right: int(network[left][right]["weight"])
    )
    assert list(found) == by_cost(network, "n0", "n1")


@given(weighted())
def test_the_shortest_is_the_first_of_the_shortest(network: nx.Graph[str]) -> None:
    routes = sorted((tuple(r) for r in nx.all_simple_paths(network, "n0", "n1")), key=lambda r: (len(r), r))
    assert shortest_route("n0", "n1", lambda node: sorted(network[node])) == (routes[0] if routes else None)


@given(weighted())
def test_distances_equal_networkx(network: nx.Graph[str]) -> None:
    found = distances_to("n0", lambda node: sorted(network[node]), lambda a, b: int(network[a][b]["weight"]))
    assert found == dict(nx.single_source_dijkstra_path_length(network, "n0"))


@given(weighted(), st.integers(0, 12))
def test_costs_and_near_distances_equal_networkx(network: nx.Graph[str], most: int) -> None:
    def price(left: str, right: str) -> int:
        return int(network[left][right]["weight"])

    lengths = dict(nx.single_source_dijkstra_path_length(network, "n0"))
    assert cheapest_cost("n1", "n0", lambda node: sorted(network[node]), price) == lengths.get("n1")
    near = {node: length for node, length in lengths.items() if length <= most}
    assert distances_to("n0", lambda node: sorted(network[node]), price, most=most) == near


@given(weighted(), st.sets(st.sampled_from(["n1", "n2", "n3"]), min_size=1))
def test_the_nearest_of_several(network: nx.Graph[str], targets: set[str]) -> None:
    route = nearest_route("n0", targets, lambda node: sorted(network[node]), lambda a, b: int(network[a][b]["weight"]))
    all_ = sorted(found for target in targets & set(network) for found in by_cost(network, "n0", target)[:1])
    assert route == (all_[0][1] if all_ else None)


def test_from_a_node_to_itself_there_is_none() -> None:
    assert shortest_route("a", "a", lambda node: ()) is None
    assert list(cheapest_routes("a", "a", lambda node: (), lambda left, right: 1)) == []
