"""Networks of the literature and odd ones, and planted ones whose answer is known, with texts as nodes."""

from __future__ import annotations

import random
from collections.abc import Hashable

import networkx as nx
from hypothesis import strategies as st

LITERATURE = ("karate_club_graph", "les_miserables_graph", "davis_southern_women_graph", "florentine_families_graph")


def as_network(graph: nx.Graph[Hashable]) -> nx.MultiGraph[str]:
    """The same ties between texts."""
    network: nx.MultiGraph[str] = nx.MultiGraph()
    network.add_nodes_from(str(node) for node in graph)
    network.add_edges_from((str(a), str(b)) for a, b in graph.edges())
    return network


def of_the_literature(name: str) -> nx.MultiGraph[str]:
    """A network that NetworkX knows by this name."""
    return as_network(getattr(nx, name)())


def planted(groups: int, size: int, inside: float, outside: float, seed: int = 7) -> nx.MultiGraph[str]:
    """Groups of members `g0m00`, `g0m01` …, each two tied at these odds."""
    chance = random.Random(seed)
    nodes = [(group, f"g{group}m{member:02}") for group in range(groups) for member in range(size)]
    network: nx.MultiGraph[str] = nx.MultiGraph()
    network.add_nodes_from(node for _, node in nodes)
    for index, (one, left) in enumerate(nodes):
        for other, right in nodes[index + 1 :]:
            if chance.random() < (inside if one == other else outside):
                network.add_edge(left, right)
    return network


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiGraph[str]:
    """Any small network: none or several components, parallel ties, loops, nodes alone."""
    count = draw(st.integers(0, 12))
    network: nx.MultiGraph[str] = nx.MultiGraph()
    network.add_nodes_from(f"n{index:02}" for index in range(count))
    if count:
        ends = st.integers(0, count - 1).map(lambda index: f"n{index:02}")
        network.add_edges_from(draw(st.lists(st.tuples(ends, ends), max_size=30)))
    return network
