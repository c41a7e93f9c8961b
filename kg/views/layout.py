"""Where nodes stand: computed here, so that a page needs no physics and the same facts give the same picture.

Distances in the picture follow distances in the network (stress majorization, Gansner, Koren & North 2004), members of
one group stand nearer; then nodes with their labels are pushed apart until none overlap. Only sums in a fixed order,
products and square roots are used: these are the same on every machine (IEEE 754).
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.views.labels import Box

Matrix = NDArray[np.float64]

SEED = 20260123
WIDE = 1.9
"""Pictures are about this much wider than high, as screens are."""
_FILLED = 0.62
"""The share of the picture that nodes with their labels would like to take."""
_EVEN = 0.55
"""How far places are evened out over the picture: 0 keeps all distances, 1 leaves no corner empty."""
_TURNS = 24
_OTHER_GROUP = 1.35
_STARTS = 6
_ROUNDS = 150
_PUSHES = 400


def groups(network: nx.Graph[str]) -> list[list[str]]:
    """Communities of a network (Louvain, Blondel et al. 2008), each sorted, the largest first."""
    order = sorted(network)
    number = {node: index for index, node in enumerate(order)}
    # On numbers: the order of a set of texts changes from one run to the next.
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(order)))
    plain.add_edges_from(sorted((number[a], number[b]) for a, b in network.edges() if a != b))
    found = nx.community.louvain_communities(plain, seed=SEED) if order else []
    return sorted(([order[i] for i in sorted(part)] for part in found), key=lambda part: (-len(part), part[0]))


def positions(
    network: nx.Graph[str], boxes: Mapping[str, Box], parts: Sequence[Sequence[str]]
) -> dict[str, tuple[int, int]]:
    """The place of every node in whole pixels at scale 1, the middle of the picture at (0, 0)."""
    order = sorted(network)
    if not order:
        return {}
    group = {node: index for index, part in enumerate(parts) for node in part}
    room = [boxes[node] for node in order]
    spread = _spread(_distances(network, order, group))
    turns = min(_TURNS, _tries(len(order)))
    edges = sorted({(order.index(min(edge)), order.index(max(edge))) for edge in network.edges()})
    tried = [_apart(_filled(_turned(spread, turn, turns), room), room) for turn in range(turns)]
    places = min(tried, key=lambda places: _untidiness(places, room, edges)) if turns > 1 else tried[0]
    places -= (places.min(axis=0) + places.max(axis=0)) / 2
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(order, places, strict=True)}


def _distances(network: nx.Graph[str], order: Sequence[str], group: Mapping[str, int]) -> Matrix:
    """Steps between all nodes, a step out of a group being longer; parts that nothing ties stand side by side."""
    weighted: nx.Graph[str] = nx.Graph()
    weighted.add_nodes_from(order)
    for left, right in sorted({(min(edge), max(edge)) for edge in network.edges() if edge[0] != edge[1]}):
        weighted.add_edge(left, right, weight=1.0 if group[left] == group[right] else _OTHER_GROUP)
    index = {node: i for i, node in enumerate(order)}
    distances = np.full((len(order), len(order)), math.inf)
    for node, reached in nx.all_pairs_dijkstra_path_length(weighted):
        for other, steps in reached.items():
            distances[index[node], index[other]] = steps
    finite = np.isfinite(distances)
    distances[~finite] = distances[finite].max() + 1
    both_ways: Matrix = (distances + distances.T) / 2
    return both_ways


def _spread(distances: Matrix) -> Matrix:
    """The places of least stress that a few seeded starts lead to, an edge being about 1 long."""
    count = len(distances)
    chance = random.Random(SEED)  # noqa: S311 (a picture, not a secret)
    rounds = max(20, min(_ROUNDS, 40_000_000 // count**2))
    best, least = np.zeros((count, 2)), math.inf
    with np.errstate(divide="ignore"):
        weights = np.where(distances > 0, 1 / distances**2, 0.0)
    total = np.maximum(_sum(weights), 1e-12)[:, None]
    for _ in range(min(_STARTS, _tries(count))):
        places = np.array([[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in range(count)]) * math.sqrt(count)
        for _ in range(rounds):
            places = places + _step(places, distances, weights) / total
        stress = float(_sum(_sum(weights * (_gaps(places)[1] - distances) ** 2)))
        if stress < least:
            best, least = places, stress
    return best


def _step(places: Matrix, distances: Matrix, weights: Matrix) -> Matrix:
    """What moves each node to where the others want it, weighted."""
    gaps, lengths = _gaps(places)
    pull = weights * (distances / np.maximum(lengths, 1e-9) - 1)
    return np.stack([_sum(pull * gaps[0]), _sum(pull * gaps[1])], axis=1)


def _gaps(places: Matrix) -> tuple[tuple[Matrix, Matrix], Matrix]:
    """For all pairs: column minus row of x and y as [other, node], and the length of that."""
    x, y = (places[None, :, axis] - places[:, None, axis] for axis in (0, 1))
    return (x, y), np.sqrt(x * x + y * y)


def _sum(values: Matrix) -> Matrix:
    """Sums over the first axis, row after row: the same order on every machine."""
    result = np.zeros(values.shape[1:])
    for row in values:
        result = result + row
    return result


def _tries(count: int) -> int:
    """How many pictures of so many nodes there is time to compare."""
    return max(1, 100_000 // count**2)


def _turned(places: Matrix, turn: int, turns: int) -> Matrix:
    """Turned by the `turn`-th of `turns` angles of a half circle."""
    # By the tangent of half the angle: sines and cosines differ between machines in their last digit.
    tangent = 2 * turn / turns % 1
    square = tangent * tangent
    cos, sin = (1 - square) / (1 + square), 2 * tangent / (1 + square)
    x, y = places[:, 0], places[:, 1]
    turned = np.stack([x * cos + y * sin, y * cos - x * sin], axis=1)
    return turned if 2 * turn < turns else np.stack([turned[:, 1], -turned[:, 0]], axis=1)


def _filled(places: Matrix, boxes: Sequence[Box]) -> Matrix:
    """Stretched to a screen's rectangle with room for all boxes, crowds thinned out and voids narrowed."""
    area = math.fsum(item.width * (item.above + item.below) for item in boxes) / _FILLED
    height = math.sqrt(area / WIDE)
    columns = [_evened(places[:, axis]) * size for axis, size in ((0, height * WIDE), (1, height))]
    return np.stack(columns, axis=1)


def _evened(values: Matrix) -> Matrix:
    """Scaled to 0…1, and drawn towards the places that the same order would have at equal steps."""
    least, most = float(values.min()), float(values.max())
    scaled = (values - least) / (most - least) if most > least else np.full(len(values), 0.5)
    ranks = np.empty(len(values))
    ranks[np.argsort(values, kind="stable")] = (np.arange(len(values)) + 0.5) / len(values)
    evened: Matrix = scaled * (1 - _EVEN) + ranks * _EVEN
    return evened


def _untidiness(places: Matrix, boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> float:
    """The height of the screen that shows all places, and more the more lines run through labels."""
    width, height = (float(size) for size in places.max(axis=0) - places.min(axis=0))
    steps = np.linspace(0, 1, 33)[None, :, None]
    starts, ends = (places[[edge[side] for edge in edges]][:, None, :] for side in (0, 1))
    x, y = (((ends - starts) * steps + starts)[:, :, axis, None] - places[None, None, :, axis] for axis in (0, 1))
    half = np.array([item.width / 2 for item in boxes])
    above, below = np.array([item.above for item in boxes]), np.array([item.below for item in boxes])
    crossed = ((np.abs(x) < half) & (y > -above) & (y < below)).any(axis=1)
    # Each edge runs into the labels of its own two ends.
    foreign = max(0, int(crossed.sum()) - 2 * len(edges))
    return max(width / WIDE, height) * (1 + foreign / (2 * len(boxes)))


def _apart(places: Matrix, boxes: Sequence[Box]) -> Matrix:
    """Pushed until no two boxes overlap, along the way that is shorter."""
    half = np.array([item.width / 2 for item in boxes])
    above, below = np.array([item.above for item in boxes]), np.array([item.below for item in boxes])
    half_height, offset = (above + below) / 2, (below - above) / 2
    middles = places + np.stack([np.zeros(len(boxes)), offset], axis=1)
    room_x = half[:, None] + half[None, :]
    room_y = half_height[:, None] + half_height[None, :]
    before = np.where(np.arange(len(boxes))[:, None] < np.arange(len(boxes))[None, :], 1.0, -1.0)
    np.fill_diagonal(before, 0)
    for _ in range(max(60, min(_PUSHES, 60_000_000 // len(boxes) ** 2))):
        (x, y), _lengths = _gaps(middles)
        over_x, over_y = room_x - np.abs(x), room_y - np.abs(y)
        overlaps = (over_x > 0) & (over_y > 0) & (before != 0)
        if not overlaps.any():
            break
        sideways = over_x < over_y
        # Of two nodes in one place, the first goes left or up.
        away_x, away_y = (np.where(gap == 0, before, np.sign(gap)) for gap in (x, y))
        push_x = np.where(overlaps & sideways, away_x * (over_x + 1) * 0.5, 0.0)
        push_y = np.where(overlaps & ~sideways, away_y * (over_y + 1) * 0.5, 0.0)
        middles = middles + np.stack([_sum(push_x), _sum(push_y)], axis=1) * 0.8
    moved: Matrix = middles - np.stack([np.zeros(len(boxes)), offset], axis=1)
    return moved
