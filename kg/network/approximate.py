"""Betweenness by samples, with a bound of its error."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from kg.network.measures import RefusedError, Values
from kg.network.simple import Simple

if TYPE_CHECKING:
    from kg.network.reaching import Counts, Floats

DOUBT = 0.1
"""How probable it may be that some value is further off than the bound."""
_SEED = 20
_BATCH = 32
_THREADS = 2
_GROWTH = 1.25
"""By how much the sample grows between two looks at the bound."""


def approximate_betweenness(simple: Simple, error: float) -> Values:
    """Betweenness of which, with a probability of 90 %, no value is off by more than `error`, 0 to 1.

    All shortest paths from random nodes, drawn with a fixed seed (Brandes & Pich 2007), as many as the empirical
    Bernstein bound (Maurer & Pontil 2009) asks for, doubts added up over all nodes and all looks at the bound. Where
    that would be half of all nodes or more, the values are exact. Directed and weighted as the exact measure.
    """
    if not 0 < error < 1:
        raise RefusedError(f"an error of {error:g} bounds nothing, betweenness being 0 to 1. Try --approximate 0.02.")
    import numpy as np

    size = len(simple.nodes)
    looks = _looks(size, error)
    if not looks or not len(simple.ends):
        from kg.network.measures import Engine, betweenness

        return betweenness(simple, Engine.AUTO.chosen(simple))
    sources = np.random.default_rng(_SEED).integers(0, size, looks[-1])
    scale = 1.0 / (size - 2)
    total, squares, drawn = np.zeros(size), np.zeros(size), 0
    for look in looks:
        for sums, sums_of_squares in _sampled(simple, sources[drawn:look], scale):
            total += sums
            squares += sums_of_squares
        drawn = look
        mean = total / drawn
        variance = np.maximum(squares - drawn * mean**2, 0.0) / (drawn - 1)
        doubt = _doubt(size, len(looks))
        bound = np.sqrt(2.0 * variance * doubt / drawn) + 7.0 * doubt / (3.0 * (drawn - 1))
        if bound.max() * size / (size - 1) <= error:
            break
    else:
        from kg.network.measures import Engine, betweenness

        return betweenness(simple, Engine.AUTO.chosen(simple))
    # A node is never between itself and others, so the mean over the others is a little larger.
    return simple.named(mean * size / (size - 1))


def _looks(size: int, error: float) -> list[int]:
    """The sample sizes at which the bound is looked at: from what it takes without any variance to half the nodes."""
    if size < 4:
        return []
    looks = []
    drawn = 7.0 * _doubt(size, 20) / (3.0 * error)
    while drawn < size / 2:
        looks.append(math.ceil(drawn / _BATCH) * _BATCH)
        drawn *= _GROWTH
    return looks[:20]


def _doubt(size: int, looks: int) -> float:
    """ln(2 / δ) of the bound, δ being the doubt's share of one side of one node at one look."""
    return math.log(4.0 * size * looks / DOUBT)


def _sampled(simple: Simple, sources: Counts, scale: float) -> list[tuple[Floats, Floats]]:
    """The sums over each batch of sources, and those of squares, in order."""
    import numpy as np

    from kg.network import reaching

    lengths = simple.length_matrix if simple.weighted else None
    plain, incoming = simple.matrix, simple.matrix.T.tocsr()

    def run(batch: Counts) -> tuple[Floats, Floats]:
        if lengths is not None:
            found = reaching.dependencies_by_length(lengths, batch)
        else:
            found = reaching.dependencies_by_hops(plain, incoming, batch)
        found = found * scale
        return found.sum(axis=0), np.square(found).sum(axis=0)

    batches = [sources[first : first + _BATCH] for first in range(0, len(sources), _BATCH)]
    with ThreadPoolExecutor(_THREADS) as pool:
        return list(pool.map(run, batches))
