"""How often each node stands between two of its partners who are no partners themselves, by the sides of the three."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.network.partners import Rows

Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_BATCH = 250_000
"""So many triangles are looked at at once."""
_KEPT = 4_000_000
"""After so many pairs of sides, equal ones are added up."""


@dataclass(frozen=True, eq=False)
class RoleCounts:
    """What brokers join, by the places of nodes; 0 for whoever is none."""

    spans: Numbers
    """How many pairs of different sides."""
    roles: Numbers
    """How many pairs of partners as coordinator, itinerant, gatekeeper and liaison (rows): `kg.network.roles.Role`."""


def count_roles(rows: Rows, side: Numbers, brokers: Flags) -> RoleCounts:
    """`side` numbers the side of each node, -1 where it is on none; only `brokers` are counted."""
    size, sides = len(rows), int(side.max(initial=0)) + 1
    ends = side[rows.targets]
    keys, many = np.unique((rows.sources() * sides + ends)[ends >= 0], return_counts=True)
    nodes = keys // sides
    counts = _all_pairs(nodes, many, many * (keys % sides == side[nodes]), size)
    spans = _couples(np.bincount(nodes, minlength=size))
    closed = _Closed(sides)
    for corners in _triangles(rows):
        for broker, left, right in (corners, corners[[1, 2, 0]], corners[[2, 0, 1]]):
            counted = brokers[broker] & (side[left] >= 0) & (side[right] >= 0)
            node, one, other = broker[counted].astype(np.int64), side[left[counted]], side[right[counted]]
            tied = np.bincount(_role(one, side[node], other) * size + node, minlength=counts.size)
            counts -= tied.reshape(counts.shape)
            closed.add(node, one, other)
    at, low, high, times = closed.all()
    whole = many[np.searchsorted(keys, at * sides + low)] * many[np.searchsorted(keys, at * sides + high)]
    spans -= np.bincount(at[times == whole], minlength=size)
    return RoleCounts(np.where(brokers, spans, 0), np.where(brokers, counts, 0))


def _couples(many: Numbers) -> Numbers:
    return many * (many - 1) // 2


def _all_pairs(nodes: Numbers, many: Numbers, own: Numbers, size: int) -> Numbers:
    """The roles in all pairs of partners, tied or not, from how many a node has on each side and on its own."""

    def summed(values: Numbers) -> Numbers:
        return np.bincount(nodes, values, minlength=size).astype(np.int64)

    inside, within, all_ = summed(own), summed(_couples(many)), summed(many)
    coordinator, gatekeeper = _couples(inside), inside * (all_ - inside)
    return np.stack([coordinator, within - coordinator, gatekeeper, _couples(all_) - within - gatekeeper])


def _role(left: Numbers, broker: Numbers, right: Numbers) -> Numbers:
    """The row of the role, by the sides of three."""
    alike, near = left == right, (left == broker) | (right == broker)
    return np.where(alike, np.where(near, 0, 1), np.where(near, 2, 3))


class _Closed:
    """How many pairs of a broker's partners on two different sides are partners themselves."""

    def __init__(self, sides: int) -> None:
        self._sides = sides
        self._found: list[tuple[Numbers, Numbers]] = []
        self._size = 0

    def add(self, broker: Numbers, left: Numbers, right: Numbers) -> None:
        """Pairs that are: their broker, and their sides."""
        apart = left != right
        low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
        self._found.append(np.unique((broker[apart] * self._sides + low) * self._sides + high, return_counts=True))
        self._size += len(self._found[-1][0])
        if self._size > _KEPT:
            self._sum()

    def _sum(self) -> tuple[Numbers, Numbers]:
        """Adds up what is told of the same broker and sides."""
        told, times = (np.concatenate([part[which] for part in self._found]) for which in (0, 1))
        keys, place = np.unique(told, return_inverse=True)
        self._found = [(keys, np.bincount(place, times, minlength=len(keys)).astype(np.int64))]
        self._size = 0
        return self._found[0]

    def all(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """For each broker and two sides: these, and how many pairs."""
        if not self._found:
            return (np.zeros(0, dtype=np.int64),) * 4
        keys, times = self._sum()
        return keys // self._sides**2, keys // self._sides % self._sides, keys % self._sides, times


def _triangles(rows: Rows) -> Iterator[NDArray[np.int32]]:
    """Each three nodes that are partners of one another once, as three rows: found from the one of least degree."""
    order = np.argsort(np.diff(rows.starts), kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    sources = rows.sources()
    up = rank[rows.targets] > rank[sources]
    starts = np.concatenate([[0], np.cumsum(np.bincount(sources[up], minlength=len(rows)))])
    ends = rows.targets[up].tolist()
    later = [set(ends[start:end]) for start, end in pairwise(starts.tolist())]
    ties, thirds = array("i"), array("i")
    for node, others in enumerate(later):
        for other in others:
            both = others & later[other]
            if both:
                ties.extend((node, other, len(both)))
                thirds.extend(both)
        if len(thirds) > _BATCH:
            yield _corners(ties, thirds)
            ties, thirds = array("i"), array("i")
    if thirds:
        yield _corners(ties, thirds)


def _corners(ties: array[int], thirds: array[int]) -> NDArray[np.int32]:
    """Triangles from ties, how many nodes each makes one with, and these nodes."""
    left, right, many = np.array(ties, dtype=np.int32).reshape(-1, 3).T
    return np.stack([np.repeat(left, many), np.repeat(right, many), np.array(thirds, dtype=np.int32)])
