"""Trees that join several nodes of a network for little."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence

import networkx as nx

from kg.network.routes import Price, distances_to

Edges = frozenset[tuple[str, str]]
"""Of a tree; each with its smaller end first."""
Neighbourhoods = Mapping[str, Sequence[str]]
"""A network without direction: every node with its neighbours, sorted; both go through it in one order."""

_Entry = tuple[int, int | str | None]
"""What a tree costs, and what it is made of: the set that it joins with another, a step to a node, or neither."""


def near_tree(network: Neighbourhoods, parties: Sequence[str], price: Price) -> Edges:
    """A tree that costs at most 2 (1 - 1/l) times as much as the cheapest one that joins these, which has l leaves.

    The approximation of Mehlhorn (1988), as in NetworkX. All parties must be in one component.
    """
    # As numbers, since NetworkX goes through sets of nodes, and the order of a set of texts changes with every run.
    nodes = sorted(distances_to(parties[0], network.__getitem__, _one))
    number = {node: index for index, node in enumerate(nodes)}
    weighted: nx.Graph[int] = nx.Graph()
    weighted.add_nodes_from(range(len(nodes)))
    for node in nodes:
        for other in network[node]:
            if node < other:
                weighted.add_edge(number[node], number[other], weight=price(node, other))
    tree = nx.approximation.steiner_tree(weighted, [number[party] for party in parties], method="mehlhorn")
    return frozenset(_edge(nodes[a], nodes[b]) for a, b in tree.edges())


def smallest_tree(network: Neighbourhoods, parties: Sequence[str], price: Price, most: int) -> Edges:
    """The cheapest tree that joins these, which is known to cost at most `most`.

    Dreyfus and Wagner (1971) in the form of Erickson, Monma and Veinott (1987): the time triples with each party.
    What cannot be part of a tree as cheap as `most` is not looked at.
    """
    *others, root = parties
    far = {party: distances_to(party, network.__getitem__, price, most=most) for party in parties}
    trees: dict[int, dict[str, _Entry]] = {}
    whole = (1 << len(others)) - 1
    for chosen in range(1, whole + 1):
        rest = [root, *(party for bit, party in enumerate(others) if not chosen >> bit & 1)]
        begun: dict[str, _Entry] = {}
        if chosen & (chosen - 1) == 0:
            begun[others[chosen.bit_length() - 1]] = (0, None)
        for part in _parts(chosen):
            left, right = trees[part], trees[chosen ^ part]
            for node, (cost, _) in left.items():
                if node in right and (node not in begun or cost + right[node][0] < begun[node][0]):
                    begun[node] = (cost + right[node][0], part)
        trees[chosen] = _grown(begun, network, price, [far[party] for party in rest], most)
    return frozenset(_edges(trees, whole, root))


def _parts(chosen: int) -> Iterator[int]:
    """One of each pair of smaller sets that make up this one, as bits."""
    part = (chosen - 1) & chosen
    while part:
        if part >= chosen ^ part:
            yield part
        part = (part - 1) & chosen


def _grown(
    begun: Mapping[str, _Entry], network: Neighbourhoods, price: Price, far: Sequence[Mapping[str, int]], most: int
) -> dict[str, _Entry]:
    """The cheapest trees that reach each node, from those that are begun somewhere."""
    best = dict(begun)
    heap = sorted((cost, node) for node, (cost, _) in begun.items())
    done: dict[str, _Entry] = {}
    while heap:
        cost, node = heapq.heappop(heap)
        if node in done or cost > best[node][0] or any(cost + away.get(node, most + 1) > most for away in far):
            continue
        done[node] = best[node]
        for other in network[node]:
            total = cost + price(node, other)
            if other not in done and (other not in best or total < best[other][0]):
                best[other] = (total, node)
                heapq.heappush(heap, (total, other))
    return done


def _edges(trees: Mapping[int, Mapping[str, _Entry]], chosen: int, node: str) -> Iterator[tuple[str, str]]:
    _, made = trees[chosen][node]
    if isinstance(made, str):
        yield _edge(node, made)
        yield from _edges(trees, chosen, made)
    elif made is not None:
        yield from _edges(trees, made, node)
        yield from _edges(trees, chosen ^ made, node)


def _edge(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)


def _one(start: str, end: str) -> int:
    return 1
