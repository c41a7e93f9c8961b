"""Measures of shortest paths in sparse matrices: what a network takes that is too large for plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from kg.network.simple import Matrix

Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
Counts: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
Bits: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.uint64]]"

_ROOM = 2**23
"""How many numbers a batch of searches may hold at once (64 MiB)."""


def hops(matrix: Matrix) -> list[Counts]:
    """For distance 1, 2 … the number of nodes from which each node is just so many ties away."""
    size, incoming = matrix.shape[0], matrix.T.tocsr()
    batch = 64 * int(np.clip(_ROOM // max(incoming.nnz, 1), 1, 64))
    found: list[Counts] = []
    for first in range(0, size, batch):
        sources = np.arange(first, min(first + batch, size))
        for distance, frontier in enumerate(frontiers(incoming, sources)):
            if distance == len(found):
                found.append(np.zeros(size, dtype=np.int64))
            found[distance] += _ONES[frontier.view(np.uint16)].sum(axis=1, dtype=np.int64)
    return found


def frontiers(incoming: Matrix, sources: Counts) -> Iterator[Bits]:
    """For distance 1, 2 … a row for each node, with the bits of the sources that are just so many ties away from it.

    Breadth-first searches from all sources at once (Then et al. 2014). `incoming` is the transposed matrix.
    """
    size, tails = incoming.shape[0], incoming.indices
    reached = np.flatnonzero(np.diff(incoming.indptr))
    if not len(reached):
        return
    starts = incoming.indptr[reached]
    columns = np.arange(len(sources))
    seen = np.zeros((size, (len(sources) + 63) // 64), dtype=np.uint64)
    seen[sources, columns // 64] = np.uint64(1) << (columns % 64).astype(np.uint64)
    frontier = seen.copy()
    while True:
        arrived = np.zeros_like(seen)
        arrived[reached] = np.bitwise_or.reduceat(frontier[tails], starts, axis=0)
        frontier = arrived & ~seen
        if not frontier.any():
            return
        seen |= frontier
        yield frontier


def closeness_and_harmonic(matrix: Matrix, lengths: Matrix | None, unit: int) -> tuple[Floats, Floats]:
    """Closeness by Wasserman and Faust, and the mean of inverse distances; both by the distance *to* a node."""
    size = matrix.shape[0]
    others = max(size - 1, 1)
    total, reach, inverse = np.zeros(size), np.zeros(size), np.zeros(size)
    if lengths is None:
        for number, counts in enumerate(hops(matrix), start=1):
            total += number * counts
            reach += counts
            inverse += counts / number
    else:
        backwards = lengths.T.tocsr()
        for batch in _batches(np.arange(size), size):
            distances = dijkstra(backwards, indices=batch)
            distances[~np.isfinite(distances)] = 0.0
            total[batch] = distances.sum(axis=1) / unit
            reach[batch] = (distances > 0).sum(axis=1)
            inverse[batch] = np.divide(unit, distances, out=np.zeros_like(distances), where=distances > 0).sum(axis=1)
    closeness = np.divide(reach * reach, total * others, out=np.zeros(size), where=total > 0)
    return closeness, inverse / others


def betweenness_by_length(lengths: Matrix) -> Floats:
    """Betweenness where ties have lengths, from all sources."""
    size = lengths.shape[0]
    totals = np.zeros(size)
    for batch in _batches(np.arange(size), max(size, lengths.nnz)):
        totals += dependencies_by_length(lengths, batch).sum(axis=0)
    return totals / max((size - 1) * (size - 2), 1)


def dependencies_by_length(lengths: Matrix, batch: Counts) -> Floats:
    """For each source of a batch and each node, the paths of least length that run through it (Brandes 2001).

    Distances are Dijkstra's; the sums over paths are those over the powers of a matrix. Lengths are whole numbers
    above 0, so that whether a tie lies on a shortest path is never a question of rounding.
    """
    size = lengths.shape[0]
    arcs = lengths.tocoo()
    distances = dijkstra(lengths, indices=batch)
    tight = (distances[:, arcs.row] + arcs.data == distances[:, arcs.col]) & np.isfinite(distances[:, arcs.col])
    search, arc = np.nonzero(tight)
    shape = (len(batch) * size, len(batch) * size)
    places = (search * size + arcs.row[arc], search * size + arcs.col[arc])
    onwards = csr_array((np.ones(len(arc)), places), shape=shape)
    starts = np.arange(len(batch)) * size + batch
    paths: Floats = np.zeros(shape[0])
    paths[starts] = 1.0
    paths = _sum_of_powers(onwards.T.tocsr(), paths)
    # Of δ(u) = Σ σ(u)/σ(v) · (1 + δ(v)) over the nodes v after u, x = δ/σ is what adds up along the paths.
    inverse = np.divide(1.0, paths, out=np.zeros_like(paths), where=paths > 0)
    through = paths * (_sum_of_powers(onwards, inverse) - inverse)
    through[starts] = 0.0
    return through.reshape(len(batch), size)


def dependencies_by_hops(matrix: Matrix, incoming: Matrix, batch: Counts) -> Floats:
    """For each source of a batch and each node, the paths of fewest ties that run through it (Brandes 2001).

    `incoming` is the transposed matrix, both with all weights 1. Breadth-first searches side by side, a column each.
    """
    columns = np.arange(len(batch))
    frontier: Floats = np.zeros((matrix.shape[0], len(batch)))
    frontier[batch, columns] = 1.0
    paths, levels = frontier.copy(), [frontier]
    while True:
        frontier = np.asarray(incoming @ frontier)
        frontier[paths > 0] = 0.0
        if not frontier.any():
            break
        paths += frontier
        levels.append(frontier)
    through = np.zeros_like(paths)
    for before, level in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
        share = np.divide(1.0 + through, paths, out=np.zeros_like(paths), where=level > 0)
        np.multiply(paths, matrix @ share, out=through, where=before > 0)
    through[batch, columns] = 0.0
    return through.T


def _sum_of_powers(step: csr_array, vector: Floats) -> Floats:
    """vector + step·vector + step²·vector + …, which ends since no shortest path comes back."""
    total = vector
    while vector.any():
        vector = step @ vector
        total = total + vector
    return total


def _batches(sources: Counts, width: int) -> Iterator[Counts]:
    length = max(1, _ROOM // 8 // max(width, 1))
    for first in range(0, len(sources), length):
        yield sources[first : first + length]


_ONES = np.array([number.bit_count() for number in range(2**16)], dtype=np.uint8)
"""How many bits of each 16-bit number are set."""
