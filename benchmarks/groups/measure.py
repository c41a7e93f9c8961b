"""Times groups, cores, brokers and guesses against NetworkX and NetworKit: python benchmarks/groups/measure.py

Seconds are those that the processor worked, so that other work on the machine counts little: the median of three runs
in this process, of the largest network one run. Ratios are against NetworkX in the same run. NetworKit is measured
where it is installed (`pip install networkit`); the project does not need it.
"""

from __future__ import annotations

import platform
import random
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import networkx as nx

from kg.network.cores import core_numbers, joints
from kg.network.groups import communities
from kg.network.partners import to_rows, to_simple
from kg.network.roles import brokers
from kg.network.similarity import guesses

SIZES = ((1_000, 5_000, 10), (10_000, 50_000, 50), (50_000, 250_000, 200))
INSIDE = 0.8
RUNS = 3
_SLOW_FROM = 20_000
"""From how many nodes on everything runs once only."""


def planted(nodes: int, ties: int, groups: int, seed: int = 1) -> nx.MultiGraph[str]:
    """A network of groups: four of five ties run inside one, one leads anywhere; one in twenty ties is told twice."""
    chance = random.Random(seed)  # noqa: S311 (a network, not a secret)
    network: nx.MultiGraph[str] = nx.MultiGraph()
    names = [f"party-{number:06}" for number in range(nodes)]
    network.add_nodes_from(names)
    for _ in range(ties):
        left = chance.randrange(nodes)
        inside = chance.random() < INSIDE
        right = chance.randrange(left % groups, nodes, groups) if inside else chance.randrange(nodes)
        if left != right:
            network.add_edges_from([(names[left], names[right])] * (2 if chance.random() < 0.05 else 1))
    return network


def timed(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """The median seconds of work of some runs (of all threads together), and the last result."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds), result


def line(name: str, ours: float, theirs: float | None, note: str = "") -> None:
    """One row of the results."""
    ratio = f"{theirs / ours:.1f}" if theirs is not None else ""
    told = f"{theirs:.3f}" if theirs is not None else ""
    print(f"| {name} | {ours:.3f} | {told} | {ratio} | {note} |", flush=True)


def networkit_louvain(network: nx.MultiGraph[str]) -> tuple[float, float]:
    """Seconds and modularity of NetworKit's parallel Louvain, the conversion included."""
    import networkit as nk

    def work() -> float:
        rows = to_rows(network)
        graph = nk.Graph(len(rows.nodes))
        for node in range(len(rows.nodes)):
            for other in rows.targets[rows.starts[node] : rows.starts[node + 1]].tolist():
                if node < other:
                    graph.addEdge(node, other)
        found = nk.community.PLM(graph, refine=True)
        found.run()
        return float(nk.community.Modularity().getQuality(found.getPartition(), graph))

    return timed(work, 1)


def main() -> None:
    """Prints a table for each size."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("networkx", "graspologic-native", "numpy", "scipy"))
    print(f"Python {platform.python_version()}, {versions}\n")
    for nodes, ties, groups in SIZES:
        network = planted(nodes, ties, groups)
        simple = to_simple(network)
        runs = 1 if nodes >= _SLOW_FROM else RUNS
        print(f"## {nodes:,} nodes, {simple.number_of_edges():,} pairs of partners, {groups} planted groups\n")
        print("| what | ours (s) | NetworkX (s) | times faster | |\n|---|---|---|---|---|")
        seconds, found = timed(lambda network=network: communities(network), runs)
        theirs, louvain = timed(lambda simple=simple: nx.community.louvain_communities(simple, seed=1), runs)
        quality = nx.community.modularity(simple, louvain)
        note = (
            f"ten runs; modularity {found.modularity:.4f} ({len(found.groups)} groups), stability {found.stability:.3f}"
        )
        line("groups, ten runs; one Louvain run", seconds, theirs, f"{note}; Louvain {quality:.4f}")
        seconds, single = timed(lambda network=network: communities(network, runs=1), runs)
        line("groups, one run; one Louvain run", seconds, theirs, f"modularity {single.modularity:.4f}")
        try:
            parallel, value = networkit_louvain(network)
            line(
                "groups, one run; NetworKit PLM",
                seconds,
                parallel,
                f"its time in the column of NetworkX; {value:.4f}",
            )
        except ImportError:
            pass
        seconds, _ = timed(lambda network=network: core_numbers(network), runs)
        theirs, _ = timed(lambda simple=simple: nx.core_number(simple), runs)
        line("k-cores", seconds, theirs, "the same algorithm; ours makes the simple network first")
        seconds, _ = timed(lambda network=network: joints(network), runs)
        theirs, _ = timed(lambda s=simple: (list(nx.bridges(s)), list(nx.articulation_points(s))), runs)
        line("bridges and cut nodes", seconds, theirs, "ours with the pairs that hang on each")
        sides = {node: str(index) for node, index in found.indices.items()}
        seconds, roles = timed(lambda network=network, sides=sides: brokers(network, sides), runs)
        constraint = None
        if nodes < _SLOW_FROM:
            constraint, _ = timed(lambda s=simple: (nx.constraint(s), nx.effective_size(s)), runs)
        line("brokers; constraint and effective size", seconds, constraint, f"{len(roles):,} brokers, all roles")
        seconds, _ = timed(lambda network=network: guesses(network), runs)
        theirs = None
        if nodes < _SLOW_FROM // 10:
            theirs, _ = timed(lambda s=simple: sorted(nx.adamic_adar_index(s), key=lambda item: -item[2])[:20], 1)
        line("the 20 likeliest ties (Adamic–Adar)", seconds, theirs)
        print()


if __name__ == "__main__":
    sys.exit(main())
