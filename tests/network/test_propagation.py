"""Label propagation against its definition, worked out node by node."""

from __future__ import annotations

from collections import Counter

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.network.propagation import label_propagation

NODES = "abcdefgh"
TIES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=20)


def by_definition(network: nx.Graph[str], rounds: int) -> dict[str, str]:
    labels = {node: node for node in network}
    for _ in range(rounds):
        before = dict(labels)
        for node in network:
            votes = Counter(before[other] for other in set(network[node]) - {node})
            if votes:
                labels[node] = min(votes, key=lambda label: (-votes[label], label))
    return labels


@given(TIES, st.integers(0, 4))
def test_each_round_is_as_defined(ties: list[tuple[str, str]], rounds: int) -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph(ties)
    assert label_propagation(network, rounds=rounds) == by_definition(network, rounds)


def test_directions_and_parallel_ties_change_nothing() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph([("b", "a"), ("b", "a"), ("b", "c"), ("c", "b"), ("d", "d")])
    assert label_propagation(network) == label_propagation(nx.Graph(network))


def test_nothing_gives_nothing() -> None:
    assert label_propagation(nx.Graph()) == {}
