"""Places for networks of hundreds to ten thousands of nodes: groups are islands, their members stand inside.

1. Groups become discs with room for their members' labels. The stress between discs is made small, heavily tied ones
   nearer; then they are pushed apart, and groups that nothing ties stand in rows below.
2. Nodes start in their group's disc and follow a sparse stress: distances to their neighbours and to some pivots
   (Ortmann, Klimenta & Brandes 2017, "A Sparse Stress Model").
3. Each group's members are spread evenly over its disc, their order from left to right and from top to bottom kept as
   far as halving again and again can; at last labels that still overlap are pushed apart.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from kg.views.discs import Disc, placed, shelved
from kg.views.labels import Box
from kg.views.room import apart_sparsely
from kg.views.stress import SEED, Matrix, less_stress, ordered_sum

Numbers = NDArray[np.int64]

_PIVOTS = 50
_ROUNDS = 60
_INNER_WORK = 6_000_000
"""Pairs of one group's members that are looked at, in all rounds together."""
_STEP = 0.7
"""The share of each wanted step that is taken: all nodes move at once, and would swing about at 1."""
_FILLED = 0.5
"""The share of a group's disc that its members' labels take."""
_SQUARE = math.sqrt(0.5)
_HALF_CORNER = math.sqrt(2) - 1
"""The tangent of half the angle of a square's corner."""


def group_places(edges: Sequence[tuple[int, int]], room: Sequence[Box], group: Sequence[int]) -> Matrix:
    """The places of nodes, numbered as in `room`; `group` is the number of each node's group."""
    members = _members(group)
    ends = np.array([edge for edge in edges if edge[0] != edge[1]], dtype=np.int64).reshape(-1, 2)
    discs = _discs(members, room, ends, np.array(group, dtype=np.int64))
    areas = np.array([item.width * (item.above + item.below) for item in room])
    places = _started(members, discs, len(room))
    places = _sparse_stress(places, ends, math.sqrt(math.fsum(areas) / len(room)))
    graph = csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(room), len(room)))
    for part, disc in zip(members, discs, strict=True):
        inner = _settled(places[part], graph[part][:, part])
        places[part] = _spread_in(disc, inner, [room[node] for node in part])
    return apart_sparsely(places, room)


def _members(group: Sequence[int]) -> list[Numbers]:
    parts: dict[int, list[int]] = {}
    for node, number in enumerate(group):
        parts.setdefault(number, []).append(node)
    return [np.array(parts[number], dtype=np.int64) for number in sorted(parts)]


def _discs(members: Sequence[Numbers], room: Sequence[Box], ends: Numbers, group: Numbers) -> list[Disc]:
    """A disc for each group, placed; those of components that are small beside the largest in rows below."""
    numbers = np.unique(group)
    place = np.searchsorted(numbers, group)
    radii = [_radius([room[node] for node in part]) for part in members]
    ties: dict[tuple[int, int], int] = {}
    for left, right in np.sort(place[ends], axis=1).tolist():
        if left != right:
            ties[left, right] = ties.get((left, right), 0) + 1
    return shelved(radii, ties) if not ties else placed(radii, ties)


def _radius(room: Sequence[Box]) -> float:
    """The radius of a disc for these boxes: it holds the widest of them too."""
    area = math.fsum(item.width * (item.above + item.below) for item in room) / _FILLED
    widest = max(item.width for item in room) / 2
    return max(math.sqrt(area / math.pi), widest)


def _started(members: Sequence[Numbers], discs: Sequence[Disc], count: int) -> Matrix:
    """Each node somewhere in its group's disc."""
    chance = random.Random(SEED)  # noqa: S311 (a picture, not a secret)
    places = np.zeros((count, 2))
    for part, disc in zip(members, discs, strict=True):
        for node in part.tolist():
            x, y = (chance.uniform(-_SQUARE, _SQUARE) * disc.radius for _ in range(2))
            places[node] = disc.x + x, disc.y + y
    return places


def _sparse_stress(places: Matrix, ends: Numbers, length: float) -> Matrix:
    """Moved so that steps between neighbours, and from each node to the pivots, become `length` each."""
    count = len(places)
    if not len(ends):
        return places
    left, right = (np.concatenate([ends[:, side], ends[:, 1 - side]]) for side in (0, 1))
    pivots, steps = _pivots(ends, count)
    with np.errstate(divide="ignore"):
        # A pivot stands for all nodes that are nearest to it.
        share = np.bincount(steps.argmin(axis=0), minlength=len(pivots)).astype(float)
        weights = np.where(np.isfinite(steps) & (steps > 0), share[:, None] / (steps * steps), 0.0)
    wanted = np.where(np.isfinite(steps), steps, 0.0) * length
    total = np.maximum(ordered_sum(weights) + np.bincount(left, minlength=count), 1e-12)
    for _ in range(_ROUNDS):
        moves = []
        x, y = (places[right, axis] - places[left, axis] for axis in (0, 1))
        pull = 1 - length / np.maximum(np.sqrt(x * x + y * y), 1e-9)
        far_x, far_y = (places[pivots, axis][:, None] - places[None, :, axis] for axis in (0, 1))
        far = weights * (1 - wanted / np.maximum(np.sqrt(far_x * far_x + far_y * far_y), 1e-9))
        for near_gap, far_gap in ((x, far_x), (y, far_y)):
            # Bincount adds one value after the other, in the order of the edges.
            near = np.bincount(left, weights=pull * near_gap, minlength=count)
            moves.append((near + ordered_sum(far * far_gap)) / total)
        places = places + np.stack(moves, axis=1) * _STEP
    return places


def _settled(places: Matrix, graph: Any) -> Matrix:
    """A group's members moved towards the distances that they have among themselves; `graph` is a sparse matrix."""
    rounds = min(_ROUNDS, 4 * len(places), _INNER_WORK // len(places) ** 2)
    if len(places) < 4 or rounds < 5:
        return places
    distances = dijkstra(graph, directed=False, unweighted=True)
    finite = np.isfinite(distances)
    distances[~finite] = distances[finite].max() + 1
    return less_stress(places, distances, rounds)


def _pivots(ends: Numbers, count: int) -> tuple[Numbers, Matrix]:
    """Nodes that lie far from one another, each the furthest from those before, and their steps to all nodes."""
    ones = np.ones(len(ends))
    graph: Any = csr_array((ones, (ends[:, 0], ends[:, 1])), shape=(count, count))
    degrees = np.bincount(ends.ravel(), minlength=count)
    chosen = [int(degrees.argmax())]
    steps = []
    nearest = np.full(count, math.inf)
    while True:
        steps.append(dijkstra(graph, directed=False, unweighted=True, indices=chosen[-1:])[0])
        nearest = np.minimum(nearest, steps[-1])
        # Components beyond the first get their pivots too, the first node of each.
        furthest = int(nearest.argmax())
        if len(chosen) == min(_PIVOTS, count) or nearest[furthest] == 0:
            return np.array(chosen, dtype=np.int64), np.array(steps)
        chosen.append(furthest)


def _spread_in(disc: Disc, places: Matrix, room: Sequence[Box]) -> Matrix:
    """Spread evenly over the disc, each box having its share of the area."""
    square = _halved(places, room)
    # From the square to the disc, squares about the middle becoming circles (Shirley & Chiu 1997). The angle goes by
    # the tangent of its half: sines differ between machines in their last digit.
    across = np.abs(square[:, 0]) >= np.abs(square[:, 1])
    major, minor = (np.where(across, square[:, axis], square[:, 1 - axis]) for axis in (0, 1))
    half = np.where(major == 0, 0.0, minor / np.where(major == 0, 1.0, major)) * _HALF_CORNER
    along, aside = (1 - half * half) / (1 + half * half), 2 * half / (1 + half * half)
    x, y = np.where(across, along, aside), np.where(across, aside, along)
    scale = major * disc.radius
    return np.stack([disc.x + x * scale, disc.y + y * scale], axis=1)


def _halved(places: Matrix, room: Sequence[Box]) -> Matrix:
    """Places in the square from -1 to 1, from halving nodes and area across the longer side, again and again."""
    areas = np.array([item.width * (item.above + item.below) for item in room])
    ratio = math.fsum(item.width for item in room) / math.fsum(item.above + item.below for item in room)
    result = np.zeros((len(room), 2))
    open_: list[tuple[Numbers, float, float, float, float]] = [(np.arange(len(room)), -1.0, -1.0, 1.0, 1.0)]
    while open_:
        nodes, left, top, right, bottom = open_.pop()
        if len(nodes) == 1:
            result[nodes[0]] = (left + right) / 2, (top + bottom) / 2
            continue
        axis = 0 if right - left >= (bottom - top) * ratio else 1
        nodes = nodes[np.argsort(places[nodes, axis], kind="stable")]
        sums = np.cumsum(areas[nodes])
        half = min(max(1, int(np.searchsorted(sums, sums[-1] / 2))), len(nodes) - 1)
        share = float(sums[half - 1] / sums[-1])
        if axis == 0:
            middle = left + (right - left) * share
            open_ += [(nodes[:half], left, top, middle, bottom), (nodes[half:], middle, top, right, bottom)]
        else:
            middle = top + (bottom - top) * share
            open_ += [(nodes[:half], left, top, right, middle), (nodes[half:], left, middle, right, bottom)]
    return result
