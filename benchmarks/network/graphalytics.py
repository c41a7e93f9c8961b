"""Our breadth-first search, components, PageRank and shortest paths against LDBC Graphalytics' reference outputs.

    python benchmarks/network/graphalytics.py FOLDER

FOLDER holds `example-directed.*` and `example-undirected.*` with their outputs, as they lie in the folder
`graphalytics-validation/src/main/resources/validation-graphs/example` of ldbc/ldbc_graphalytics (GitHub, Apache-2.0).
Exits 1 where a value is off by more than Graphalytics allows (0.0001 of it; search and components to the digit).
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import networkx as nx
import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import dijkstra

from kg.network.reaching import frontiers
from kg.network.simple import Simple
from kg.network.spectra import pagerank_rounds

UNREACHED = 2**63 - 1
SOURCES = {"example-directed": "1", "example-undirected": "2"}
ROUNDS = 2  # of PageRank, as the examples' properties say


def main(folder: Path) -> int:
    """Prints a line for each comparison and returns the exit code."""
    failed = 0
    for name, source in SOURCES.items():
        vertices = (folder / f"{name}.v").read_text().split()
        lines = [line.split() for line in (folder / f"{name}.e").read_text().splitlines()]
        network: nx.MultiGraph[str] = nx.MultiDiGraph() if "undirected" not in name else nx.MultiGraph()
        network.add_nodes_from(vertices)
        network.add_edges_from((left, right) for left, right, _ in lines)
        simple = Simple(network, directed=network.is_directed())
        lengths = _lengths(simple, {(left, right): float(length) for left, right, length in lines})
        start = simple.nodes.index(source)
        found = {
            "BFS": simple.named(_distances(simple, start)),
            "WCC": _components(simple),
            "PR": simple.named(next(islice(pagerank_rounds(simple.matrix), ROUNDS, None))),
            "SSSP": simple.named(dijkstra(lengths, indices=start)),
        }
        for algorithm, values in found.items():
            told = dict(line.split() for line in (folder / f"{name}-{algorithm}").read_text().splitlines())
            expected = np.array([float(told[node].replace("Infinity", "inf")) for node in simple.nodes])
            ours = np.array([values[node] for node in simple.nodes])
            finite = np.isfinite(expected)
            error = np.abs(ours[finite] - expected[finite])
            off = float(np.max(np.divide(error, expected[finite], out=error, where=expected[finite] > 0)))
            right = bool((np.isfinite(ours) == finite).all()) and off <= (1e-4 if algorithm in ("PR", "SSSP") else 0)
            failed += not right
            print(f"{name} {algorithm}: {len(told)} values, {'equal' if right else 'WRONG'}, largest error {off:.1e}")
    return 1 if failed else 0


def _distances(simple: Simple, start: int) -> np.ndarray:
    """Distances in ties from one node, by the search that closeness runs on."""
    distances = np.full(len(simple.nodes), float(UNREACHED))
    distances[start] = 0.0
    for distance, frontier in enumerate(frontiers(simple.matrix.T.tocsr(), np.array([start])), start=1):
        distances[np.flatnonzero(frontier)] = distance
    return distances


def _components(simple: Simple) -> dict[str, float]:
    """The smallest vertex of each weakly connected component."""
    graph = simple.graph.to_undirected()
    return {node: float(min(map(int, part))) for part in nx.connected_components(graph) for node in part}


def _lengths(simple: Simple, lengths: dict[tuple[str, str], float]) -> csr_array:
    rows, columns = np.array(simple.numbered()).T
    values = [lengths.get(pair) or lengths[pair[1], pair[0]] for pair in simple.pairs]
    arcs = coo_array((values, (rows, columns)), shape=(len(simple.nodes), len(simple.nodes))).tocsr()
    return arcs if simple.directed else (arcs + arcs.T).tocsr()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: graphalytics.py FOLDER, which holds the graphs and reference outputs of LDBC Graphalytics")
    sys.exit(main(Path(sys.argv[1])))
