"""What holds a network together: its cores, and the single ties and single nodes that parts of it hang on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.network.partners import Lists, Neighbours, Rows, neighbours_of, to_rows


@dataclass(frozen=True)
class Bridge:
    """Two partners whose tie is the only way between two parts of the network, whatever the tie rests on."""

    left: str
    right: str
    pairs: int
    """How many pairs of nodes only this tie connects."""


@dataclass(frozen=True)
class CutNode:
    """A node (articulation point) without which those around it fall apart."""

    node: str
    parts: tuple[int, ...]
    """How many nodes each part has that would be left of its component, the largest first."""

    @property
    def pairs(self) -> int:
        """How many pairs of other nodes only this one connects."""
        return (sum(self.parts) ** 2 - sum(size * size for size in self.parts)) // 2


@dataclass(frozen=True)
class Joints:
    """The bridges and cut nodes of a network, those that connect most pairs first, equal ones by id."""

    bridges: tuple[Bridge, ...]
    cut_nodes: tuple[CutNode, ...]


def core_numbers(network: nx.Graph[str] | Rows) -> Mapping[str, int]:
    """For each node, the largest k such that it is in the k-core (Seidman 1983; Batagelj & Zaversnik 2003).

    The k-core is what stays when everyone with fewer than k partners among those who stay is taken out, again and
    again. Parallel ties count once, loops not at all.
    """
    rows = to_rows(network)
    return dict(zip(rows.nodes, _core_numbers(rows.lists).tolist(), strict=True))


def _core_numbers(lists: Lists) -> NDArray[np.int64]:
    """The core number of each node, whose neighbours are given: all who have too few are taken out at once."""
    left = np.diff(lists.starts)
    cores = np.zeros(len(left), dtype=np.int64)
    stays = np.ones(len(left), dtype=bool)
    while stays.any():
        core = left[stays].min()
        out = np.flatnonzero(stays & (left <= core))
        while len(out):
            cores[out] = core
            stays[out] = False
            touched, times = np.unique(lists.of(out)[1], return_counts=True)
            left[touched] -= times
            out = touched[stays[touched] & (left[touched] <= core)]
    return cores


def joints(network: nx.Graph[str] | Rows) -> Joints:
    """The bridges and cut nodes of a network, by one walk in depth (Hopcroft & Tarjan 1973).

    Parallel ties count once: two partners with three agreements are a bridge where nobody else joins their parts.
    """
    simple = neighbours_of(network)
    bridges: list[Bridge] = []
    cut_nodes: list[CutNode] = []
    seen: set[str] = set()
    for root in simple:
        if root not in seen:
            _walk(simple, root, seen, bridges, cut_nodes)
    return Joints(
        tuple(sorted(bridges, key=lambda item: (-item.pairs, item.left, item.right))),
        tuple(sorted(cut_nodes, key=lambda item: (-item.pairs, item.node))),
    )


def _walk(network: Neighbours, root: str, seen: set[str], bridges: list[Bridge], cut_nodes: list[CutNode]) -> None:
    """Adds what one component has. Without recursion, since a chain may be longer than Python's stack."""
    parents: dict[str, str | None] = {root: None}
    order: dict[str, int] = {root: 0}
    stack = [(root, iter(network[root]))]
    back = {root: 0}
    while stack:
        node, neighbours = stack[-1]
        for other in neighbours:
            if other not in order:
                parents[other] = node
                order[other] = back[other] = len(order)
                stack.append((other, iter(network[other])))
                break
            if other != parents[node]:
                back[node] = min(back[node], order[other])
        else:
            stack.pop()
            if stack:
                back[stack[-1][0]] = min(back[stack[-1][0]], back[node])
    seen.update(order)
    sizes = dict.fromkeys(order, 1)
    hanging: dict[str, list[int]] = {node: [] for node in order}
    for node in reversed(order):  # children before their parents
        parent = parents[node]
        if parent is None:
            continue
        sizes[parent] += sizes[node]
        if back[node] >= order[parent]:
            hanging[parent].append(sizes[node])
        if back[node] > order[parent]:
            pairs = sizes[node] * (len(order) - sizes[node])
            bridges.append(Bridge(min(node, parent), max(node, parent), pairs))
    for node, parts in hanging.items():
        rest = len(order) - 1 - sum(parts)
        pieces = sorted((*parts, rest) if rest else parts, reverse=True)
        if len(pieces) > 1:
            cut_nodes.append(CutNode(node, tuple(pieces)))
