"""Times and qualities of layouts, ours and others', on networks with groups: `python benchmarks/layout/measure.py`.

Neighbours: of each node's k neighbours in the network, the share that is among its k nearest in the picture (the mean
of all nodes; 1 is best). Stress: how far distances in the picture are from steps in the network, by the best scale, 0
is best (normalised as in Ortmann et al. 2017), from 100 sources. Apart: of the nodes nearest to each node, 10 each, the
share of its own group.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from itertools import pairwise

import networkx as nx
import numpy as np
import rustworkx
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import KDTree

from kg.views.labels import Box, box
from kg.views.layout import positions

Places = NDArray[np.float64]
SPRING_LIMIT = 3000
"""Above so many nodes networkx' spring takes minutes and is left out."""


def grouped_network(count: int, per_group: int = 60, seed: int = 1) -> tuple[nx.Graph[str], list[list[str]]]:
    """A connected network with three edges a node, four fifths of them within uneven groups, and those groups."""
    chance = random.Random(seed)  # noqa: S311
    names = [f"n{number:05d}" for number in range(count)]
    cuts = [0, *sorted(chance.sample(range(1, count), max(1, count // per_group - 1))), count]
    parts = [names[start:end] for start, end in pairwise(cuts)]
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(names)
    for part in parts:
        for place, node in enumerate(part):
            if node != names[0]:
                # Early members gather edges: hubs.
                network.add_edge(node, part[int(chance.random() ** 2 * place)] if place else chance.choice(names[:10]))
    while network.number_of_edges() < 3 * count:
        part = chance.choices(parts, [len(part) for part in parts])[0]
        node = chance.choice(part)
        inside = chance.random() < 0.8
        other = part[int(chance.random() ** 3 * len(part))] if inside else names[int(chance.random() ** 2 * count)]
        if node != other:
            network.add_edge(node, other)
    return network, parts


def ours(network: nx.Graph[str], parts: list[list[str]]) -> Places:
    """The places of `kg.views.layout`, in the order of sorted ids."""
    boxes: Mapping[str, Box] = {node: box([f"A name of {node}\nof two lines"], 10, 13) for node in network}
    found = positions(network, boxes, parts)
    return np.array([found[node] for node in sorted(network)], dtype=float)


def networkx_spring(network: nx.Graph[str], parts: list[list[str]]) -> Places:
    """The places of networkx' spring layout (Fruchterman & Reingold 1991)."""
    found = nx.spring_layout(network, seed=1)
    return np.array([found[node] for node in sorted(network)])


def rustworkx_spring(network: nx.Graph[str], parts: list[list[str]]) -> Places:
    """The places of rustworkx' spring layout."""
    graph = rustworkx.PyGraph()
    number = dict(zip(sorted(network), graph.add_nodes_from(sorted(network)), strict=True))
    graph.add_edges_from_no_data([(number[a], number[b]) for a, b in network.edges()])
    found = rustworkx.spring_layout(graph, seed=1)
    return np.array([found[index] for index in sorted(found)])


def neighbours_kept(network: nx.Graph[str], places: Places) -> float:
    """The share of neighbours that are among as many nearest."""
    order = sorted(network)
    tree = KDTree(places)
    kept = []
    for index, node in enumerate(order):
        wanted = set(network.adj[node])
        if wanted:
            _, near = tree.query(places[index], k=len(wanted) + 1)
            kept.append(len(wanted & {order[i] for i in np.atleast_1d(near) if i != index}) / len(wanted))
    return statistics.fmean(kept)


def stress(network: nx.Graph[str], places: Places) -> float:
    """Normalised stress over the pairs of 100 sources with all nodes."""
    order = sorted(network)
    sources = random.Random(2).sample(range(len(order)), min(100, len(order)))  # noqa: S311
    steps = dijkstra(nx.to_scipy_sparse_array(network, order), unweighted=True, indices=sources)
    gaps = np.sqrt(((places[sources][:, None, :] - places[None, :, :]) ** 2).sum(axis=2))
    used = np.isfinite(steps) & (steps > 0)
    wanted, drawn = steps[used], gaps[used]
    scale = (drawn / wanted).sum() / (drawn**2 / wanted**2).sum()
    return float((((scale * drawn - wanted) / wanted) ** 2).mean())


def groups_apart(network: nx.Graph[str], places: Places, parts: list[list[str]]) -> float:
    """The share of the 10 nearest that are of the same group, no more than the group has members."""
    order = sorted(network)
    group = {node: number for number, part in enumerate(parts) for node in part}
    _, near = KDTree(places).query(places, k=11)
    shares = []
    for index, node in enumerate(order):
        possible = min(10, len(parts[group[node]]) - 1)
        if possible:
            same = sum(group[order[other]] == group[node] for other in np.atleast_2d(near)[index] if other != index)
            shares.append(min(1.0, same / possible))
    return statistics.fmean(shares)


LAYOUTS: Mapping[str, Callable[[nx.Graph[str], list[list[str]]], Places]] = {
    "ours": ours,
    "rustworkx spring": rustworkx_spring,
    "networkx spring": networkx_spring,
}


def main() -> None:
    """Prints one Markdown table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--nodes", type=int, nargs="+", default=[500, 2000, 10000])
    options.add_argument("--runs", type=int, default=3, help="runs of ours; the others run once")
    options.add_argument("--only", nargs="+", choices=LAYOUTS, default=list(LAYOUTS))
    given = options.parse_args()
    packages = ", ".join(f"{name} {version(name)}" for name in ("networkx", "rustworkx", "numpy", "scipy"))
    print(f"Python {platform.python_version()}, {packages}\n")
    print("| nodes | edges | layout | seconds | times ours | neighbours | stress | apart |")
    print("|---|---|---|---|---|---|---|---|")
    for count in given.nodes:
        network, parts = grouped_network(count)
        base = 0.0
        for name in given.only:
            if name == "networkx spring" and count > SPRING_LIMIT:
                continue
            times = []
            for _ in range(given.runs if name == "ours" else 1):
                start = time.perf_counter()
                places = LAYOUTS[name](network, parts)
                times.append(time.perf_counter() - start)
            seconds = statistics.median(times)
            base = base or seconds
            qualities = (
                f"{neighbours_kept(network, places):.2f} | {stress(network, places):.2f} | "
                f"{groups_apart(network, places, parts):.2f}"
            )
            edges = network.number_of_edges()
            print(f"| {count} | {edges} | {name} | {seconds:.2f} | {seconds / base:.1f} | {qualities} |", flush=True)


if __name__ == "__main__":
    main()
