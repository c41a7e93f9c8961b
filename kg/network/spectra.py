"""Measures that solve for a vector, and Burt's, in sparse matrices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from scipy.sparse import csr_array, diags_array, eye_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import ArpackNoConvergence, eigs, eigsh

if TYPE_CHECKING:
    from kg.network.simple import Matrix

Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
Numbers: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"

Kind: TypeAlias = Literal["weak", "strong"]

DAMPING = 0.85
_SMALL = 300
"""Up to so many nodes a dense matrix is solved at once."""
_TOLERANCE = 1e-13
_ROWS = 2_000
"""How many rows of a product of two matrices are held at once."""


def pagerank_rounds(matrix: Matrix) -> Iterator[Floats]:
    """The vectors of PageRank's power iteration, the uniform one first; they add up to 1."""
    size = matrix.shape[0]
    out = _row_sums(matrix)
    dangling = out == 0
    along = (diags_array(np.divide(1.0, out, out=np.zeros(size), where=~dangling)) @ matrix).T.tocsr()
    values = np.full(size, 1.0 / size)
    while True:
        yield values
        values = DAMPING * (along @ values + values[dangling].sum() / size) + (1.0 - DAMPING) / size


def pagerank(matrix: Matrix) -> Floats:
    """The vector that PageRank converges to, within 1e-12 in sum."""
    if not matrix.shape[0]:
        return np.zeros(0)
    rounds = pagerank_rounds(matrix)
    before = next(rounds)
    for values in rounds:
        if np.abs(values - before).sum() < _TOLERANCE:
            break
        before = values
    return values


def eigenvector(matrix: Matrix) -> tuple[float, Floats]:
    """The largest eigenvalue of an irreducible matrix and the eigenvector for incoming ties, above 0 and of norm 1."""
    symmetric = csr_array(matrix - matrix.T).count_nonzero() == 0
    incoming = matrix.T.tocsr()
    size = matrix.shape[0]
    if size <= _SMALL:
        values, vectors = (np.linalg.eigh if symmetric else np.linalg.eig)(incoming.toarray())
        best = int(np.argmax(values.real))
        return float(values[best].real), _upright(vectors[:, best].real)
    start = np.full(size, size**-0.5)
    solve = eigsh if symmetric else eigs
    try:
        # One added to the diagonal moves the other eigenvalues of largest modulus of a periodic network inwards.
        found, vectors = solve(incoming + eye_array(size), k=1, which="LM", v0=start, maxiter=20 * size)
    except ArpackNoConvergence:
        # Long chains: the next eigenvalue is too near. No eigenvalue lies above the largest sum of a row.
        above = float(incoming.sum(axis=1).max()) + 1.0
        found, vectors = solve((incoming + eye_array(size)).tocsc(), k=1, sigma=above + 1e-6, v0=start)
    return float(found[0].real) - 1.0, _upright(vectors[:, 0].real)


def radius(matrix: Matrix) -> float:
    """The largest eigenvalue of any matrix of weights: that of the strong component where it is largest."""
    largest = 0.0
    for nodes, bound in _promising(matrix, "strong"):
        if bound <= largest:
            break
        part = matrix[nodes][:, nodes]
        if part.nnz:
            largest = max(largest, eigenvector(part)[0])
    return largest


def katz(matrix: Matrix) -> Floats:
    """Katz' vector for incoming ties, the attenuation being 0.85 / (the largest eigenvalue, at least 1); norm 1."""
    size = matrix.shape[0]
    if not size:
        return np.zeros(0)
    step: Matrix = csr_array(matrix.T * attenuation(matrix))
    values: Floats = np.ones(size)
    while True:
        after: Floats = np.asarray(step @ values) + 1.0
        if np.abs(after - values).max() <= _TOLERANCE * after.max():
            return after / np.linalg.norm(after)
        values = after


def attenuation(matrix: Matrix) -> float:
    """What a walk loses of its weight with each tie in Katz' measure."""
    return DAMPING / max(radius(matrix), 1.0)


def hubs_and_authorities(matrix: Matrix) -> tuple[Floats, Floats]:
    """Kleinberg's hubs and authorities, each adding up to 1: what his iteration, begun with ones, converges to.

    Where several parts that share no hub and no authority have the same largest singular value, each has its share
    of the beginning; one vector of the many that solve the equations is no accident of the solver then.
    """
    size = matrix.shape[0]
    both = csr_array(matrix @ matrix.T)
    authorities, largest = np.zeros(size), 0.0
    for hubs, bound in _promising(both, "weak"):
        if bound < largest * (1 - 1e-9):
            break
        part = matrix[hubs]
        ends = np.unique(part.indices)
        part = part[:, ends]
        if part.nnz:
            value, vector = eigenvector(csr_array(part.T @ part))
            if value > largest * (1 + 1e-9):
                authorities[:], largest = 0.0, value
            if value >= largest * (1 - 1e-9):
                authorities[ends] = vector * vector.sum()
    hub_values: Floats = np.asarray(matrix @ authorities)
    return hub_values / max(hub_values.sum(), 1e-300), authorities / max(authorities.sum(), 1e-300)


def constraint(matrix: Matrix) -> Floats:
    """Burt's constraint; 0 without partners."""
    mutual = csr_array(matrix + matrix.T)
    share = _scaled(mutual, _row_sums(mutual))
    values = np.zeros(mutual.shape[0])
    for rows in _blocks(len(values)):
        # What reaches a partner directly and by way of others; who is no partner does not count.
        reach = share[rows] + (share[rows] @ share).multiply(share[rows] > 0)
        values[rows] = _row_sums(reach.multiply(reach))
    return values


def effective_size(matrix: Matrix) -> Floats:
    """Burt's effective size; 0 without partners."""
    mutual = csr_array(matrix + matrix.T)
    share = _scaled(mutual, _row_sums(mutual))
    strongest = mutual.max(axis=1).toarray().ravel() if mutual.nnz else np.zeros(mutual.shape[0])
    turned = _scaled(mutual, strongest).T.tocsr()
    values = np.diff(mutual.indptr).astype(float)
    for rows in _blocks(len(values)):
        redundant = (share[rows] @ turned).multiply(share[rows] > 0)
        values[rows] -= _row_sums(redundant)
    return values


def participation(matrix: Matrix, groups: Numbers) -> Floats:
    """Guimerà and Amaral's participation for groups numbered from 0; 0 without partners."""
    size = matrix.shape[0]
    if not size:
        return np.zeros(0)
    members = csr_array((np.ones(size), (np.arange(size), groups)), shape=(size, int(groups.max()) + 1))
    into = csr_array(matrix @ members)
    strength = _row_sums(matrix)
    squares = _row_sums(into.multiply(into))
    shared: Floats = np.divide(squares, strength**2, out=np.ones(size), where=strength > 0)
    return 1.0 - shared


def largest_component(matrix: Matrix, kind: Kind) -> Numbers:
    """The numbers of the nodes of the largest component, of several the one with the first node."""
    parts = list(_components(matrix, kind))
    return max(parts, key=len) if parts else np.zeros(0, dtype=np.int64)


def _components(matrix: Matrix, kind: Kind) -> Iterator[Numbers]:
    """The nodes of each component, that of the first node first."""
    if not matrix.shape[0]:
        return
    _, labels = connected_components(matrix, directed=True, connection=kind)
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    yield from sorted(parts, key=lambda nodes: int(nodes[0]))


def _promising(matrix: Matrix, kind: Kind) -> Iterator[tuple[Numbers, float]]:
    """The components, each with a sum of weights above which none of its eigenvalues lies; the highest bound first."""
    sums = _row_sums(matrix)
    bounded = [(nodes, float(sums[nodes].max())) for nodes in _components(matrix, kind)]
    yield from sorted(bounded, key=lambda item: -item[1])


def _upright(vector: Floats) -> Floats:
    """The eigenvector with the sign and length that it is given by."""
    vector = np.abs(vector)
    return vector / np.linalg.norm(vector)


def _row_sums(matrix: Any) -> Floats:
    sums: Floats = np.asarray(matrix.sum(axis=1), dtype=float).ravel()
    return sums


def _scaled(matrix: Matrix, by: Floats) -> Matrix:
    return (diags_array(np.divide(1.0, by, out=np.zeros(len(by)), where=by > 0)) @ matrix).tocsr()


def _blocks(size: int) -> Iterator[slice]:
    for first in range(0, size, _ROWS):
        yield slice(first, min(first + _ROWS, size))
