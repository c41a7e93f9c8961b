"""Places of many nodes: no labels overlap, groups stand apart, and the same input gives the same places."""

from __future__ import annotations

import math
import os
import random
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.discs import placed, shelved
from kg.views.labels import Box, box
from kg.views.layout import FEW, positions

Parts = list[list[str]]
TWICE = """
from tests.views.test_layout import boxes_of, grouped, positions
network, parts = grouped(400)
print(positions(network, boxes_of(network), parts))
"""


def grouped(count: int) -> tuple[nx.Graph[str], Parts]:
    """Groups of 8 to 40 nodes, mostly tied among themselves, and a few pairs and nodes that stand alone."""
    chance = random.Random(5)
    names = iter(f"n{number:04d}" for number in range(count))
    parts: Parts = []
    network: nx.Graph[str] = nx.Graph()
    while sum(map(len, parts)) < count:
        size = 2 if len(parts) % 7 == 6 else chance.randint(8, 40)
        part = [name for _, name in zip(range(size), names, strict=False)]
        network.add_nodes_from(part)
        network.add_edges_from((node, chance.choice(part[:place])) for place, node in enumerate(part) if place)
        if parts and size > 2:
            network.add_edges_from((chance.choice(part), chance.choice(parts[0])) for _ in range(2))
        parts.append(part)
    return network, parts


def boxes_of(network: nx.Graph[str]) -> dict[str, Box]:
    return {node: box([f"Centre {node} of\nsomething"], 6 + network.degree(node), 13) for node in network}


@pytest.fixture(scope="module")
def many() -> tuple[nx.Graph[str], Parts, dict[str, tuple[int, int]]]:
    network, parts = grouped(600)
    assert len(network) > FEW
    return network, parts, positions(network, boxes_of(network), parts)


def test_no_labels_of_many_nodes_overlap(many: tuple[nx.Graph[str], Parts, dict[str, tuple[int, int]]]) -> None:
    network, _, places = many
    boxes, order = boxes_of(network), sorted(network)
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            (x, y), (x2, y2) = places[one], places[other]
            aside = abs(x - x2) >= (boxes[one].width + boxes[other].width) / 2 - 1
            below = y + boxes[one].below <= y2 - boxes[other].above + 1
            above = y2 + boxes[other].below <= y - boxes[one].above + 1
            assert aside or below or above, (one, other)


def test_groups_stand_apart(many: tuple[nx.Graph[str], Parts, dict[str, tuple[int, int]]]) -> None:
    network, parts, places = many
    group = {node: number for number, part in enumerate(parts) for node in part}
    order = sorted(network)
    same = []
    for one in order:
        nearest = min((node for node in order if node != one), key=lambda node: math.dist(places[one], places[node]))
        same.append(group[one] == group[nearest])
    assert np.mean(same) > 0.95


def test_neighbours_stand_nearer_than_others(many: tuple[nx.Graph[str], Parts, dict[str, tuple[int, int]]]) -> None:
    """Within groups: between groups the size of the islands decides."""
    network, parts, places = many
    tied: list[float] = []
    untied: list[float] = []
    for part in parts:
        for place, one in enumerate(part):
            for other in part[place + 1 :]:
                gap = math.dist(places[one], places[other])
                (tied if network.has_edge(one, other) else untied).append(gap)
    assert np.mean(tied) < 0.8 * np.mean(untied)


def test_a_picture_is_about_as_wide_as_a_screen(many: tuple[nx.Graph[str], Parts, dict[str, tuple[int, int]]]) -> None:
    width, height = np.ptp(np.array(list(many[2].values())), axis=0)
    assert 1 < width / height < 3


def test_neither_the_order_of_input_nor_hash_seeds_matter() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", TWICE],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    network, parts = grouped(400)
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(network)))
    turned.add_edges_from((b, a) for a, b in reversed(list(network.edges())))
    outputs.add(f"{positions(turned, boxes_of(network), parts)}\n".encode())
    assert len(outputs) == 1


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_discs_never_overlap_much(data: st.DataObject) -> None:
    radii = data.draw(st.lists(st.floats(20, 400), min_size=1, max_size=25))
    disc = st.integers(0, len(radii) - 1)
    drawn = data.draw(st.dictionaries(st.tuples(disc, disc), st.integers(1, 9), max_size=40))
    ties = {pair: number for pair, number in drawn.items() if pair[0] < pair[1]}
    discs = placed(radii, ties) if ties else shelved(radii, ties)
    assert [disc.radius for disc in discs] == radii
    for index, one in enumerate(discs):
        for other in discs[index + 1 :]:
            assert math.hypot(one.x - other.x, one.y - other.y) > 0.98 * (one.radius + other.radius)


def test_many_nodes_without_an_edge_have_room() -> None:
    network: nx.Graph[str] = nx.empty_graph([f"n{number}" for number in range(300)])
    places = positions(network, boxes_of(network), [[node] for node in sorted(network)])
    assert len(set(places.values())) == 300


def test_many_nodes_of_one_group_have_room() -> None:
    network: nx.Graph[str] = nx.relabel_nodes(nx.star_graph(299), str)
    places = positions(network, boxes_of(network), [sorted(network)])
    assert len(set(places.values())) == 300
    assert math.hypot(*places["0"]) < np.mean([math.hypot(*place) for place in places.values()])
