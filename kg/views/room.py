"""Room for labels: places stretched to a screen, and nodes pushed apart until no two labels overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.spatial import KDTree

from kg.views.labels import Box
from kg.views.stress import Matrix, gaps_of, ordered_sum

WIDE = 1.9
"""Pictures are about this much wider than high, as screens are."""
_FILLED = 0.62
"""The share of the picture that nodes with their labels would like to take."""
_EVEN = 0.55
"""How far places are evened out over the picture: 0 keeps all distances, 1 leaves no corner empty."""
_PUSHES = 400
_SPARSE_PUSHES = 120


def turned(places: Matrix, turn: int, turns: int) -> Matrix:
    """Turned by the `turn`-th of `turns` angles of a half circle."""
    # By the tangent of half the angle: sines and cosines differ between machines in their last digit.
    tangent = 2 * turn / turns % 1
    square = tangent * tangent
    cos, sin = (1 - square) / (1 + square), 2 * tangent / (1 + square)
    x, y = places[:, 0], places[:, 1]
    rotated = np.stack([x * cos + y * sin, y * cos - x * sin], axis=1)
    return rotated if 2 * turn < turns else np.stack([rotated[:, 1], -rotated[:, 0]], axis=1)


def filled(places: Matrix, boxes: Sequence[Box]) -> Matrix:
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


def untidiness(places: Matrix, boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> float:
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


def apart(places: Matrix, boxes: Sequence[Box]) -> Matrix:
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
        (x, y), _lengths = gaps_of(middles)
        over_x, over_y = room_x - np.abs(x), room_y - np.abs(y)
        overlaps = (over_x > 0) & (over_y > 0) & (before != 0)
        if not overlaps.any():
            break
        sideways = over_x < over_y
        # Of two nodes in one place, the first goes left or up.
        away_x, away_y = (np.where(gap == 0, before, np.sign(gap)) for gap in (x, y))
        push_x = np.where(overlaps & sideways, away_x * (over_x + 1) * 0.5, 0.0)
        push_y = np.where(overlaps & ~sideways, away_y * (over_y + 1) * 0.5, 0.0)
        middles = middles + np.stack([ordered_sum(push_x), ordered_sum(push_y)], axis=1) * 0.8
    moved: Matrix = middles - np.stack([np.zeros(len(boxes)), offset], axis=1)
    return moved


def apart_sparsely(places: Matrix, boxes: Sequence[Box]) -> Matrix:
    """The same for many nodes, of which most overlap none: only neighbours are looked at."""
    count = len(boxes)
    half = np.array([item.width / 2 for item in boxes])
    above, below = np.array([item.above for item in boxes]), np.array([item.below for item in boxes])
    half_height = (above + below) / 2
    middles = places + np.stack([np.zeros(count), (below - above) / 2], axis=1)
    # In units of the largest box, so that a square around each node holds all that it can overlap.
    unit = np.array([[2 * half.max(), 2 * half_height.max()]])
    for _ in range(max(_SPARSE_PUSHES, min(_PUSHES, 600_000 // count))):
        pairs = KDTree(middles / unit).query_pairs(1.001, p=math.inf, output_type="ndarray")
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        first, second = pairs[:, 0], pairs[:, 1]
        x, y = (middles[second, axis] - middles[first, axis] for axis in (0, 1))
        over_x = half[first] + half[second] - np.abs(x)
        over_y = half_height[first] + half_height[second] - np.abs(y)
        overlaps = (over_x > 0) & (over_y > 0)
        if not overlaps.any():
            break
        first, second, x, y = first[overlaps], second[overlaps], x[overlaps], y[overlaps]
        over_x, over_y = over_x[overlaps], over_y[overlaps]
        sideways = over_x < over_y
        push_x = np.where(sideways, np.where(x < 0, -1.0, 1.0) * (over_x + 1) * 0.5, 0.0)
        push_y = np.where(sideways, 0.0, np.where(y < 0, -1.0, 1.0) * (over_y + 1) * 0.5)
        moves = [
            np.bincount(second, weights=push, minlength=count) - np.bincount(first, weights=push, minlength=count)
            for push in (push_x, push_y)
        ]
        middles = middles + np.stack(moves, axis=1) * 0.8
    moved: Matrix = middles - np.stack([np.zeros(count), (below - above) / 2], axis=1)
    return moved
