"""Where discs of many sizes stand: those that are tied near one another, none upon another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from kg.views.room import WIDE, turned
from kg.views.stress import Matrix, gaps_of, least_stress, ordered_sum

Ties = Mapping[tuple[int, int], int]
"""How many edges join two discs, by their places in the list, the smaller first."""

_GAP = 0.12
"""The space between two discs, as a share of their radii."""
_PUSHES = 300
_TURNS = 12
_WORK = 30_000
"""Pairs of discs that are looked at in one round of all turns."""
_PULL = 0.06
_MANY = 400
"""More discs of one component than this are placed in rows: all pairs of them would take too long."""


@dataclass(frozen=True)
class Disc:
    """A disc by its middle and radius, in pixels at scale 1."""

    x: float
    y: float
    radius: float


def placed(radii: Sequence[float], ties: Ties) -> list[Disc]:
    """Discs of the components that reach some size side by side, the others in rows below."""
    main, rest = _components(radii, ties)
    if not main:
        return shelved(radii, ties)
    numbers = {disc: index for index, disc in enumerate(main)}
    inner = {(numbers[a], numbers[b]): n for (a, b), n in ties.items() if a in numbers}
    sizes = [radii[disc] for disc in main]
    places = _packed(_wide(_spread(sizes, inner)), np.array(sizes))
    discs = {disc: Disc(float(x), float(y), radii[disc]) for disc, (x, y) in zip(main, places, strict=True)}
    if rest:
        width = max(item.x + item.radius for item in discs.values()) - min(i.x - i.radius for i in discs.values())
        left, bottom = min(i.x - i.radius for i in discs.values()), max(i.y + i.radius for i in discs.values())
        rows = _rows([radii[disc] for disc in rest], width)
        discs |= {
            disc: Disc(item.x + left, item.y + bottom + item.radius, item.radius)
            for disc, item in zip(rest, rows, strict=True)
        }
    return [discs[disc] for disc in range(len(radii))]


def shelved(radii: Sequence[float], ties: Ties) -> list[Disc]:
    """All discs in rows of a picture of a screen's shape, members of one component one after another."""
    _, labels = _labelled(len(radii), ties)
    order = sorted(range(len(radii)), key=lambda disc: (int(labels[disc]), disc))
    width = math.sqrt(math.fsum(4 * radius * radius for radius in radii) * WIDE)
    rows = _rows([radii[disc] for disc in order], width)
    return [disc for _, disc in sorted(zip(order, rows, strict=True), key=lambda item: item[0])]


def _components(radii: Sequence[float], ties: Ties) -> tuple[list[int], list[int]]:
    """The discs of components with a twentieth of the largest one's area or more; all others."""
    count, labels = _labelled(len(radii), ties)
    areas = np.bincount(labels, weights=np.array(radii) * np.array(radii), minlength=count)
    large = areas >= areas.max() / 20
    main = [disc for disc in range(len(radii)) if large[labels[disc]]]
    return (main, [disc for disc in range(len(radii)) if not large[labels[disc]]]) if len(main) <= _MANY else ([], [])


def _labelled(count: int, ties: Ties) -> tuple[int, NDArray[np.int32]]:
    ends = np.array(sorted(ties), dtype=np.int64).reshape(-1, 2)
    graph = csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    found, labels = connected_components(graph, directed=False)
    return int(found), labels


def _spread(radii: Sequence[float], ties: Ties) -> Matrix:
    """Places of least stress; two discs want to touch, and the more so the more edges join them than chance would."""
    count = len(radii)
    if count == 1:
        return np.zeros((1, 2))
    strength = np.zeros(count)
    for (left, right), number in sorted(ties.items()):
        strength[left] += number
        strength[right] += number
    total = max(1, sum(ties.values()))
    lengths = np.full((count, count), math.inf)
    for (left, right), number in sorted(ties.items()):
        expected = strength[left] * strength[right] / (2 * total)
        lengths[left, right] = (radii[left] + radii[right]) * (1 + 1 / (1 + number / expected))
    scale = math.fsum(radii) / count * 3
    distances = dijkstra(np.where(np.isfinite(lengths), lengths / scale, 0), directed=False)
    finite = np.isfinite(distances)
    distances[~finite] = distances[finite].max() + 1
    return least_stress((distances + distances.T) / 2) * scale


def _wide(places: Matrix) -> Matrix:
    """Turned so that the longest way lies across, and stretched some way to a screen's shape."""
    middle = places - ordered_sum(places) / len(places)
    xx, yy, xy = (float(ordered_sum(middle[:, a] * middle[:, b])) for a, b in ((0, 0), (1, 1), (0, 1)))
    # The larger eigenvector of the 2 x 2 matrix of second moments.
    root = math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)
    across, down = xx - yy + root, 2 * xy
    length = math.sqrt(across * across + down * down)
    cos, sin = (across / length, down / length) if length > 0 else (1.0, 0.0) if xx >= yy else (0.0, 1.0)
    x, y = middle[:, 0], middle[:, 1]
    stretch = math.sqrt(math.sqrt(WIDE))
    return np.stack([(x * cos + y * sin) * stretch, (y * cos - x * sin) / stretch], axis=1)


def _packed(places: Matrix, radii: Matrix) -> Matrix:
    """The smallest of the pictures, on a screen's shape, that some turns of these places lead to."""
    turns = max(1, min(_TURNS, _WORK // len(radii) ** 2))

    def size(places: Matrix) -> float:
        across, down = (float((places[:, axis] + radii).max() - (places[:, axis] - radii).min()) for axis in (0, 1))
        return max(across / WIDE, down)

    return min((_pushed(turned(places, turn, turns), radii) for turn in range(turns)), key=size)


def _pushed(places: Matrix, radii: Matrix) -> Matrix:
    """Drawn together a little in each round, and pushed apart where two discs overlap."""
    room = (radii[:, None] + radii[None, :]) * (1 + _GAP)
    np.fill_diagonal(room, 0)
    for turn in range(_PUSHES):
        (x, y), lengths = gaps_of(places)
        over = np.maximum(room - lengths, 0) / np.maximum(lengths, 1e-9)
        push = np.stack([ordered_sum(x * over), ordered_sum(y * over)], axis=1) * 0.4
        # The pull fades, so that at last nothing overlaps.
        pull = _PULL * max(0.0, 1 - 2 * turn / _PUSHES)
        places = places + push - places * np.array([[pull / WIDE, pull]])
    return places


def _rows(radii: Sequence[float], width: float) -> list[Disc]:
    """Discs from left to right in rows of about this width, begun at (0, 0)."""
    discs: list[Disc] = []
    left = top = height = 0.0
    for radius in radii:
        side = 2 * radius * (1 + _GAP)
        if left and left + side > width:
            left, top, height = 0.0, top + height, 0.0
        discs.append(Disc(left + side / 2, top + side / 2, radius))
        left, height = left + side, max(height, side)
    return discs
