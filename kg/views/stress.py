"""Places of least stress: distances in the picture follow distances in the network.

Stress majorization of all pairs (Gansner, Koren & North 2004), for networks of a few hundred nodes. Only sums in a
fixed order, products and square roots are used: these are the same on every machine (IEEE 754).
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

SEED = 20260123
OTHER_GROUP = 1.35
"""The length of an edge that leaves its group; within a group it is 1."""
_STARTS = 6
_ROUNDS = 150


def distances_of(network: nx.Graph[str], order: Sequence[str], group: Mapping[str, int]) -> Matrix:
    """Steps between all nodes, a step out of a group being longer; parts that nothing ties stand side by side."""
    weighted: nx.Graph[str] = nx.Graph()
    weighted.add_nodes_from(order)
    for left, right in sorted({(min(edge), max(edge)) for edge in network.edges() if edge[0] != edge[1]}):
        weighted.add_edge(left, right, weight=1.0 if group[left] == group[right] else OTHER_GROUP)
    index = {node: i for i, node in enumerate(order)}
    distances = np.full((len(order), len(order)), math.inf)
    for node, reached in nx.all_pairs_dijkstra_path_length(weighted):
        for other, steps in reached.items():
            distances[index[node], index[other]] = steps
    finite = np.isfinite(distances)
    distances[~finite] = distances[finite].max() + 1
    both_ways: Matrix = (distances + distances.T) / 2
    return both_ways


def least_stress(distances: Matrix) -> Matrix:
    """The places of least stress that a few seeded starts lead to, an edge being about 1 long."""
    count = len(distances)
    chance = random.Random(SEED)  # noqa: S311 (a picture, not a secret)
    rounds = max(20, min(_ROUNDS, 40_000_000 // count**2))
    best, least = np.zeros((count, 2)), math.inf
    with np.errstate(divide="ignore"):
        weights = np.where(distances > 0, 1 / distances**2, 0.0)
    total = np.maximum(ordered_sum(weights), 1e-12)[:, None]
    for _ in range(min(_STARTS, tries(count))):
        places = np.array([[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in range(count)]) * math.sqrt(count)
        for _ in range(rounds):
            places = places + _step(places, distances, weights) / total
        stress = float(ordered_sum(ordered_sum(weights * (gaps_of(places)[1] - distances) ** 2)))
        if stress < least:
            best, least = places, stress
    return best


def less_stress(places: Matrix, distances: Matrix, rounds: int) -> Matrix:
    """These places after so many rounds, each of which moves all of them where distances want them.

    They are first scaled so that they fit the distances best.
    """
    with np.errstate(divide="ignore"):
        weights = np.where(distances > 0, 1 / distances**2, 0.0)
    lengths = gaps_of(places)[1]
    squares = float(ordered_sum(ordered_sum(weights * lengths * lengths)))
    scale = float(ordered_sum(ordered_sum(weights * lengths * distances))) / squares if squares else 1.0
    total = np.maximum(ordered_sum(weights), 1e-12)[:, None]
    places = places * scale
    for _ in range(rounds):
        places = places + _step(places, distances, weights) / total
    return places


def _step(places: Matrix, distances: Matrix, weights: Matrix) -> Matrix:
    """What moves each node to where the others want it, weighted."""
    gaps, lengths = gaps_of(places)
    pull = weights * (distances / np.maximum(lengths, 1e-9) - 1)
    return np.stack([ordered_sum(pull * gaps[0]), ordered_sum(pull * gaps[1])], axis=1)


def gaps_of(places: Matrix) -> tuple[tuple[Matrix, Matrix], Matrix]:
    """For all pairs: column minus row of x and y as [other, node], and the length of that."""
    x, y = (places[None, :, axis] - places[:, None, axis] for axis in (0, 1))
    return (x, y), np.sqrt(x * x + y * y)


def ordered_sum(values: Matrix) -> Matrix:
    """Sums over the first axis, row after row: the same order on every machine."""
    result = np.zeros(values.shape[1:])
    for row in values:
        result = result + row
    return result


def tries(count: int) -> int:
    """How many pictures of so many nodes there is time to compare."""
    return max(1, 100_000 // count**2)
