"""Sampled betweenness: its bound, its seed, and when it is exact."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.network.centrality import Measure, values


def planted(size: int) -> nx.MultiGraph[str]:
    tree = nx.barabasi_albert_graph(size, 2, seed=4)
    return nx.MultiGraph((f"n{left:05}", f"n{right:05}") for left, right in tree.edges())


@pytest.mark.parametrize("directed", [False, True])
def test_no_value_is_off_by_more_than_the_bound(directed: bool) -> None:
    network: nx.MultiGraph[str] = planted(4000)
    if directed:
        network = nx.MultiDiGraph(network.edges())
    exact = values(network, Measure.BETWEENNESS, directed=directed)
    sampled = values(network, Measure.BETWEENNESS, directed=directed, approximate=0.06)
    assert sampled != exact
    assert max(abs(sampled[node] - exact[node]) for node in exact) <= 0.06
    assert sampled == values(network, Measure.BETWEENNESS, directed=directed, approximate=0.06)


def test_a_smaller_error_takes_more_and_comes_nearer() -> None:
    network = planted(4000)
    exact = values(network, Measure.BETWEENNESS)

    def squares(error: float) -> float:
        sampled = values(network, Measure.BETWEENNESS, approximate=error)
        return sum((sampled[node] - exact[node]) ** 2 for node in exact)

    assert squares(0.06) < squares(0.3)


def test_weights() -> None:
    network = planted(1000)
    for number, (*_, data) in enumerate(network.edges(data=True)):
        data["sources"] = " ".join("abc"[: 1 + number % 3])
    exact = values(network, Measure.BETWEENNESS, weighted=True)
    sampled = values(network, Measure.BETWEENNESS, weighted=True, approximate=0.1)
    assert sampled != exact
    assert max(abs(sampled[node] - exact[node]) for node in exact) <= 0.1


@pytest.mark.parametrize("size", [3, 50])
def test_small_networks_are_exact(size: int) -> None:
    network = planted(size)
    assert values(network, Measure.BETWEENNESS, approximate=0.01) == values(network, Measure.BETWEENNESS)
