"""Who is alike by partners, and which ties may be missing. Guesses from the shape of the network, not facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

import networkx as nx
import numpy as np
from scipy.sparse import csr_array

from kg.network.partners import Rows, to_rows

DIGITS = 6
_BLOCK = 2048


class Likeness(Enum):
    """How the common partners of two are weighed (an overview: Lü & Zhou 2011)."""

    JACCARD = "jaccard"
    """Common partners as a share of all partners of the two, 0 to 1 (Jaccard 1901)."""
    COSINE = "cosine"
    """Common partners over the geometric mean of how many each has, 0 to 1 (Salton & McGill 1983)."""
    ADAMIC_ADAR = "adamic-adar"
    """The sum over common partners of 1 / log(how many partners that one has), from 0 (Adamic & Adar 2003)."""
    RESOURCE_ALLOCATION = "resource-allocation"
    """The sum over common partners of 1 / (how many partners that one has), from 0 (Zhou, Lü & Zhang 2009)."""


@dataclass(frozen=True)
class Similar:
    """A node like another one, how much, and why: the partners that they share, the rarest (of fewest ties) first."""

    node: str
    value: float
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Guess:
    """A tie that may be missing: nobody says that it is there. `left` is the first by id; `shared` as in `Similar`."""

    left: str
    right: str
    value: float
    shared: tuple[str, ...]
    position: int
    """1 for the likeliest; equal values share it."""


def similar(
    network: nx.Graph[str], node: str, likeness: Likeness = Likeness.JACCARD, limit: int | None = None
) -> list[Similar]:
    """The nodes that share partners with one, the most alike first, then by id; values have 6 digits.

    Each partner counts once, whatever number of ties; loops do not count. KeyError where there is no such node.
    """
    rows = to_rows(network)
    index = {key: number for number, key in enumerate(rows.nodes)}[node]
    values = _values(rows, likeness, np.array([index])).tocsr()
    found = [
        Similar(rows.nodes[other], round(float(value), DIGITS), _shared(rows, index, other))
        for other, value in zip(values.indices.tolist(), values.data.tolist(), strict=True)
        if other != index
    ]
    return sorted(found, key=lambda item: (-item.value, item.node))[:limit]


def guesses(
    network: nx.Graph[str],
    likeness: Likeness = Likeness.ADAMIC_ADAR,
    limit: int = 20,
    among: Collection[str] | None = None,
    of: str | None = None,
) -> list[Guess]:
    """The likeliest ties that the network does not have: pairs without a tie that share partners, best first.

    Link prediction (Liben-Nowell & Kleinberg 2007). `among` are the nodes that may be joined (None: all), `of` is one
    that every pair must hold. Pairs without a common partner are never guessed, since nothing could be said for them;
    so preferential attachment, which needs none, is no likeness here.
    """
    rows = to_rows(network)
    allowed = np.array([among is None or node in among for node in rows.nodes], dtype=bool)
    number = {node: index for index, node in enumerate(rows.nodes)}
    keys = rows.sources() * len(rows.nodes) + rows.targets
    best: list[tuple[float, int, int]] = []
    sources = np.flatnonzero(allowed) if of is None else np.array([number[of]])
    for start in range(0, len(sources), _BLOCK):
        block = sources[start : start + _BLOCK]
        values = _values(rows, likeness, block).tocoo()
        left, right = block[values.row], values.col
        wanted = allowed[right] & (left != right if of is not None else left < right)
        left, right, weights = left[wanted], right[wanted], np.round(values.data[wanted], DIGITS)
        pairs = left * np.int64(len(rows.nodes)) + right
        tied = keys[np.minimum(np.searchsorted(keys, pairs), len(keys) - 1)] == pairs
        # Of many pairs, only those that can be among the best are put in order.
        least = np.partition(weights[~tied], -limit)[-limit] if np.count_nonzero(~tied) > limit else 0.0
        wanted = ~tied & (weights >= least)
        left, right, weights = left[wanted], right[wanted], weights[wanted]
        for pick in np.lexsort((right, left, -weights))[:limit].tolist():
            pair = sorted((int(left[pick]), int(right[pick])))
            best.append((-float(weights[pick]), pair[0], pair[1]))
        best = sorted(best)[:limit]
    positions = {value: position for position, (value, _, _) in reversed(list(enumerate(best, start=1)))}
    return [
        Guess(rows.nodes[left], rows.nodes[right], -value, _shared(rows, left, right), positions[value])
        for value, left, right in best
    ]


def _values(rows: Rows, likeness: Likeness, sources: np.ndarray[tuple[int], np.dtype[np.int64]]) -> csr_array:
    """The likeness of some nodes (rows) with all nodes that they share a partner with (columns)."""
    size = len(rows.nodes)
    degrees = np.diff(rows.starts).astype(float)
    ones = np.ones(len(rows.targets))
    table = csr_array((ones, rows.targets, rows.starts), shape=(size, size))
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = {
            Likeness.ADAMIC_ADAR: np.where(degrees > 1, 1 / np.log(degrees), 0.0),
            Likeness.RESOURCE_ALLOCATION: np.where(degrees > 0, 1 / degrees, 0.0),
        }.get(likeness, np.ones(size))
    weighted = csr_array((weights[rows.targets], rows.targets, rows.starts), shape=(size, size))
    values = csr_array(weighted[sources] @ table)
    mine, theirs = np.repeat(degrees[sources], np.diff(values.indptr)), degrees[values.indices]
    if likeness is Likeness.JACCARD:
        values.data /= mine + theirs - values.data
    elif likeness is Likeness.COSINE:
        values.data /= np.sqrt(mine * theirs)
    return values


def _shared(rows: Rows, left: int, right: int) -> tuple[str, ...]:
    partners = [set(rows.targets[rows.starts[node] : rows.starts[node + 1]].tolist()) for node in (left, right)]
    degrees = np.diff(rows.starts)
    return tuple(rows.nodes[node] for node in sorted(partners[0] & partners[1], key=lambda node: (degrees[node], node)))
