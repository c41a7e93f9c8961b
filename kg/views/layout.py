"""Where nodes stand: computed here, so that a page needs no physics and the same facts give the same picture.

Distances in the picture follow distances in the network, members of one group stand nearer, and no two nodes with their
labels overlap. Up to 200 nodes the stress between all pairs is made small (`stress`); more are drawn group by group
(`group_layout`). Both use only operations that are the same on every machine (IEEE 754), in a fixed order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from kg.network.groups import communities
from kg.views.group_layout import group_places
from kg.views.labels import Box
from kg.views.room import apart, filled, turned, untidiness
from kg.views.stress import Matrix, distances_of, least_stress, tries

FEW = 200
"""Up to so many nodes all pairs are compared; of more, the groups would run into one another."""
_TURNS = 24


def groups(network: nx.Graph[str]) -> list[list[str]]:
    """Communities of a network, each sorted, the largest first."""
    return [list(group) for group in communities(network).groups]


def positions(
    network: nx.Graph[str], boxes: Mapping[str, Box], parts: Sequence[Sequence[str]]
) -> dict[str, tuple[int, int]]:
    """The place of every node in whole pixels at scale 1, the middle of the picture at (0, 0).

    `parts` are groups of nodes; each node stands in one of them.
    """
    order = sorted(network)
    if not order:
        return {}
    number = {node: index for index, node in enumerate(order)}
    group = {node: index for index, part in enumerate(parts) for node in part}
    room = [boxes[node] for node in order]
    edges = sorted({(number[min(edge)], number[max(edge)]) for edge in network.edges()})
    if len(order) > FEW:
        places = group_places(edges, room, [group[node] for node in order])
    else:
        places = _compared(distances_of(network, order, group), room, edges)
    places = places - (places.min(axis=0) + places.max(axis=0)) / 2
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(order, places, strict=True)}


def _compared(distances: Matrix, room: Sequence[Box], edges: Sequence[tuple[int, int]]) -> Matrix:
    """The tidiest of the pictures that one spread gives when it is turned."""
    spread = least_stress(distances)
    turns = min(_TURNS, tries(len(room)))
    tried = [apart(filled(turned(spread, turn, turns), room), room) for turn in range(turns)]
    return min(tried, key=lambda places: untidiness(places, room, edges)) if turns > 1 else tried[0]
