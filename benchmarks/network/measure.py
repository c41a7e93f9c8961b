"""How long the measures take, as ratios against NetworkX in the same run, and how well they agree.

    python benchmarks/network/measure.py exact     # 10,000 nodes, 30,000 edges
    python benchmarks/network/measure.py large     # 50,000 nodes, 250,000 edges
    python benchmarks/network/measure.py robust    # 1,000 nodes, 5,000 edges, 20 sources
    python benchmarks/network/measure.py exact --nodes 1000 --edges 3000    # a short look

Prints Markdown tables. Seconds are those of the processors, summed over threads, so that other work on the machine
does not count; on an idle machine the clock shows as many or fewer. Networks are random with hubs (Barabási &
Albert 1999), seeded.
"""

from __future__ import annotations

import argparse
import platform
import random
import resource
import statistics
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import TypeVar

import networkx as nx

from kg.facts.schema import Schema
from kg.network.centrality import Engine, Measure, rank, values
from kg.network.projection import to_partnerships
from kg.network.robustness import leave_one_out
from kg.rdf.ontology import Ontology
from kg.resources import Resources

T = TypeVar("T")
PIVOTS = 60
"""From how many nodes NetworkX searches; its time for all is scaled up from these."""
DIRECTED = (Measure.HUBS, Measure.AUTHORITIES)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds and result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def partners(nodes: int, edges: int) -> nx.MultiGraph[str]:
    """A network of so many nodes and about so many edges."""
    graph = nx.barabasi_albert_graph(nodes, round(edges / nodes), seed=1)
    return nx.MultiGraph((f"n{left:06}", f"n{right:06}") for left, right in graph.edges())


def exact(nodes: int = 10_000, edges: int = 30_000, runs: int = 3) -> None:
    """Every measure on one network, and betweenness and closeness against NetworkX."""
    network = partners(nodes, edges)
    directed = nx.MultiDiGraph(network.edges())
    size = f"{len(network):,} nodes, {network.number_of_edges():,} edges"
    print(f"{size}; median of {runs} runs.\n\n| measure | seconds | NetworkX | ratio | largest difference |")
    print("|---|---:|---:|---:|---:|")
    rest = 0.0
    for measure in Measure:
        of, way = (directed, {"directed": True}) if measure in DIRECTED else (network, {})
        tries = [timed(lambda of=of, measure=measure, way=way: values(of, measure, **way)) for _ in range(runs)]
        seconds = statistics.median(took for took, _ in tries)
        rest += seconds if measure is not Measure.BETWEENNESS else 0.0
        theirs, ratio, difference = "", "", ""
        if measure in (Measure.BETWEENNESS, Measure.CLOSENESS):
            scaled, difference = against_networkx(network, measure, dict(tries[0][1]))
            theirs, ratio = f"{scaled:.0f} (scaled)", f"{scaled / seconds:.0f}"
        elif measure in (Measure.PAGERANK, Measure.EIGENVECTOR, Measure.CONSTRAINT):
            took, reference = timed(lambda measure=measure: values(network, measure, engine=Engine.NETWORKX))
            theirs, ratio = f"{took:.2f}", f"{took / seconds:.1f}"
            difference = f"{max(abs(reference[node] - tries[0][1][node]) for node in reference):.0e}"
        print(f"| {measure.value} | {seconds:.2f} | {theirs} | {ratio} | {difference} |", flush=True)
    print(f"\nAll but betweenness together: {rest:.1f} s.")


def against_networkx(network: nx.MultiGraph[str], measure: Measure, found: dict[str, float]) -> tuple[float, str]:
    """NetworkX' seconds for all nodes, scaled up from a sample of them, and what can be compared on it."""
    graph = nx.Graph(network.edges())
    sample = random.Random(1).sample(sorted(graph), PIVOTS)
    if measure is Measure.CLOSENESS:
        took, theirs = timed(lambda: {node: nx.closeness_centrality(graph, u=node) for node in sample})
        return took * len(graph) / PIVOTS, f"{max(abs(theirs[node] - found[node]) for node in sample):.0e}"
    took, _ = timed(lambda: nx.betweenness_centrality_subset(graph, sample, sorted(graph)))
    return took * len(graph) / PIVOTS, "see tests"


def large(nodes: int = 50_000, edges: int = 250_000) -> None:
    """The way from ties to approximate betweenness."""
    schema = shipped_schema()
    ties = agreements(nodes, edges)
    print(f"{len(ties):,} things, {ties.number_of_edges():,} ties in the network of ties.\n")
    print("| step | seconds | memory (peak so far) |\n|---|---:|---:|")
    total = 0.0

    def step(name: str, work: Callable[[], T]) -> T:
        nonlocal total
        took, result = timed(work)
        total += took
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(f"| {name} | {took:.1f} | {peak:.2f} GiB |", flush=True)
        return result

    network = step("projection", lambda: to_partnerships(ties, schema))
    print(f"| → {len(network):,} nodes, {network.number_of_edges():,} edges | | |")
    step("PageRank", lambda: rank(network, Measure.PAGERANK))
    step("communities (Leiden, ten runs) and participation", lambda: rank(network, Measure.PARTICIPATION))
    for error in (0.03, 0.02):
        step(f"betweenness, error {error}", partial(rank, network, Measure.BETWEENNESS, approximate=error))
    print(f"\nTogether {total:.0f} s.")


def robust(nodes: int = 1_000, edges: int = 5_000, sources: int = 20) -> None:
    """Leave one source out, by the measure that takes longest."""
    schema = shipped_schema()
    ties = direct(nodes, edges, sources)
    print(f"{nodes:,} nodes, {ties.number_of_edges():,} ties, {sources} sources.\n\n| measure | seconds |\n|---|---:|")
    for measure in (Measure.BETWEENNESS, Measure.PAGERANK):
        for weighted in (False, True):
            ranking = partial(rank, measure=measure, weighted=weighted)
            took, _ = timed(partial(leave_one_out, ties, partial(to_partnerships, schema=schema), ranking))
            print(f"| {measure.value}{', weighted' if weighted else ''} | {took:.1f} |", flush=True)


def direct(nodes: int, edges: int, sources: int) -> nx.MultiDiGraph[str]:
    """Companies with direct ties, each told by one source or two."""
    chance = random.Random(1)
    ties: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (left, right) in enumerate(partners(nodes, edges).edges()):
        for node in (left, right):
            ties.add_node(node, class_name="Company", label=node)
        told = sorted({f"s{chance.randrange(sources):02}" for _ in range(chance.choice((1, 1, 2)))})
        key = f"c{number:06}"
        ties.add_edge(left, right, key=key, claim=key, sources=" ".join(told))
    return ties


def agreements(nodes: int, edges: int) -> nx.MultiDiGraph[str]:
    """Companies with three direct ties each, and agreements of two to five parties for the rest of the edges."""
    ties = direct(nodes, 3 * nodes, 100)
    chance = random.Random(2)
    companies = sorted(ties)
    pairs = 0
    while pairs < edges - 3 * nodes:
        parties = chance.sample(companies, chance.choice((2, 2, 3, 5)))
        name = f"agreement-{pairs:06}"
        ties.add_node(name, class_name="Agreement", label=name)
        for party in parties:
            key = f"{name}-{party}"
            ties.add_edge(party, name, key=key, claim=key, sources=f"s{chance.randrange(100):02}")
        pairs += len(parties) * (len(parties) - 1) // 2
    return ties


def shipped_schema() -> Schema:
    """What the shipped ontology says of classes."""
    return Ontology(Resources.shipped().ontology).schema


if __name__ == "__main__":
    packages = ("networkx", "rustworkx", "numpy", "scipy")
    print(f"Python {platform.python_version()}, {', '.join(f'{name} {version(name)}' for name in packages)}.\n")
    work = {"exact": exact, "large": large, "robust": robust}
    chosen = argparse.ArgumentParser(description="How long the measures take; prints Markdown tables.")
    chosen.add_argument("which", choices=sorted(work))
    chosen.add_argument("--nodes", type=int, help="so many nodes (default: as the table says)")
    chosen.add_argument("--edges", type=int, help="so many edges")
    options = vars(chosen.parse_args())
    work[options.pop("which")](**{name: value for name, value in options.items() if value})
