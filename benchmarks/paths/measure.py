"""Times paths with evidence on a random network, beside NetworkX in the same run, and compares their lengths.

Run from the checkout: `python benchmarks/paths/measure.py`. Writes a Markdown table to stdout.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import time
from collections.abc import Callable

import networkx as nx
from pyoxigraph import Store

import kg
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Entity, Evidence, Name, NameRank, Quote, Rank, Row, Source, Status
from kg.network.costs import Cost, price_of
from kg.network.filters import Filters
from kg.network.ground import ground_of
from kg.network.joining import join
from kg.network.paths import best_paths, shortest_paths
from kg.rdf.catalogue import Catalogue
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.views.connections import list_paths

ROW = Row("benchmark", 0)


class Made(Catalogue):
    """A catalogue of made-up claims, with no store behind it."""

    def __init__(self, nodes: int, edges: int, seed: int) -> None:
        super().__init__(Store(), Ontology(Resources.shipped().ontology))
        draw = random.Random(seed)  # noqa: S311
        classes = draw.choices(("Company", "MemorandumOfUnderstanding", "Initiative", "City"), (60, 20, 15, 5), k=nodes)
        ids = [f"n{index:06d}" for index in range(nodes)]
        self.sources = {
            f"s{index:03d}": Source(
                *(f"s{index:03d}", f"Source {index}", "", PartialDate(str(2000 + index % 25)), None, "en", "", "", ROW)
            )
            for index in range(200)
        }
        self.entities = {
            key: Entity(key, name, "", (), (Name(key, "en", f"Thing {key}", NameRank.PREFERRED, ""),), (key,), ROW)
            for key, name in zip(ids, classes, strict=True)
        }
        claims = [self._claim(f"c{index:07d}", *draw.sample(ids, 2), draw) for index in range(edges)]
        self.claims = {claim.key: claim for claim in claims}
        self.derived_ties = ()

    def _claim(self, key: str, subject: str, object_: str, draw: random.Random) -> Claim:
        chosen = sorted(draw.sample(sorted(self.sources), draw.randint(1, 3)))
        evidence = tuple(
            Evidence(
                *(f"{key}{name}", name, Quote("words of the source"), "", None, None, False),
                *(Status.STATED, Rank.NORMAL, self.sources[name].published, ROW),
            )
            for name in chosen
        )
        predicate = draw.choice(("cooperatesWith", "joined", "memberOf", "partyTo"))
        dates = (PartialDate(str(draw.randint(1995, 2024))), None)
        reported = min((item.reported for item in evidence if item.reported), key=lambda date: date.latest)
        told = (Status.STATED, Rank.NORMAL, 1, False, ())
        return Claim(key, subject, predicate, object_, True, *dates, reported, *told, {}, evidence)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def line(name: str, ours: list[float], theirs: list[float] | None = None) -> str:
    """A row: median and 95th percentile in milliseconds, and the ratio of the medians."""
    middle, most = statistics.median(ours), sorted(ours)[int(0.95 * len(ours)) - 1]
    ratio = f"{statistics.median(theirs) / middle:.1f}" if theirs else ""
    other = f"{statistics.median(theirs) * 1000:.2f}" if theirs else ""
    return f"| {name} | {len(ours)} | {middle * 1000:.2f} | {most * 1000:.2f} | {other} | {ratio} |"


def main() -> None:
    """All measurements on one network."""
    options = argparse.ArgumentParser()
    options.add_argument("--nodes", type=int, default=10_000)
    options.add_argument("--edges", type=int, default=50_000)
    options.add_argument("--pairs", type=int, default=1_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    catalogue = Made(chosen.nodes, chosen.edges, chosen.seed)
    schema = catalogue.schema
    loading = seconds(lambda: ground_of(catalogue, Filters()))
    ground = ground_of(catalogue, Filters())
    network = ground.network
    plain: nx.Graph[str] = nx.Graph()
    begun = time.perf_counter()
    plain.add_nodes_from(node for node in network if network.nodes[node]["class_name"] != "City")
    plain.add_edges_from((a, b) for a, b in network.edges() if a in plain and b in plain)
    copying = time.perf_counter() - begun
    draw = random.Random(chosen.seed + 1)  # noqa: S311
    parties = sorted(plain)
    pairs = [tuple(draw.sample(parties, 2)) for _ in range(chosen.pairs)]

    told: list[float] = []
    searched: list[float] = []
    theirs: list[float] = []
    lengths: list[tuple[int, int]] = []
    for start, end in pairs:
        begun = time.perf_counter()
        listed = list_paths(catalogue, ground, start, end)
        told.append(time.perf_counter() - begun)
        searched.append(seconds(lambda pair=(start, end): best_paths(ground, *pair)))
        begun = time.perf_counter()
        try:
            length = nx.shortest_path_length(plain, start, end)
        except nx.NetworkXNoPath:
            length = 0
        theirs.append(time.perf_counter() - begun)
        lengths.append((len(listed.arguments[0].path) if listed.arguments else 0, length))
    fresh = [seconds(lambda p=pair: shortest_paths(network, schema, *p)) for pair in pairs[:100]]
    copied = [seconds(lambda p=pair: nx.shortest_path(nx.Graph(network.edges()), *p)) for pair in pairs[:5]]
    many = [seconds(lambda p=pair: best_paths(ground, *p, count=10)) for pair in pairs[:30]]
    theirs_many = [
        seconds(lambda p=pair: [path for path, _ in zip(nx.shortest_simple_paths(plain, *p), range(10), strict=False)])
        for pair in pairs[:30]
    ]
    weighted = []
    for cost in (Cost.STRENGTH, Cost.RECENCY):
        price = price_of(cost, ground, catalogue)
        best_paths(ground, *pairs[0], price=price)
        weighted.append([seconds(lambda p=pair, by=price: best_paths(ground, *p, price=by)) for pair in pairs[:50]])
    joined = [seconds(lambda i=i: join(ground, parties[i * 7 : i * 7 + 4])) for i in range(5)]
    many_joined = [seconds(lambda i=i: join(ground, parties[i * 9 : i * 9 + 9])) for i in range(5)]

    print(
        f"{chosen.nodes:,} things, {chosen.edges:,} claims, seed {chosen.seed}; Python {platform.python_version()}, ",
        end="",
    )
    print(f"NetworkX {nx.__version__}, partnership-kg {kg.__version__}.")
    print(f"Network from the catalogue, once: {loading:.2f} s; NetworkX' plain copy of it: {copying:.2f} s.")
    print(f"Equal lengths: {sum(a == b for a, b in lengths)} of {len(lengths)}.")
    print(f"Pairs told in under 100 ms: {sum(item < 0.1 for item in told)} of {len(told)}.\n")
    print("| what | runs | median ms | 95th percentile ms | NetworkX median ms | ratio |")
    print("|---|---:|---:|---:|---:|---:|")
    print(line("a path with its evidence in words", told, theirs))
    print(line("the path alone, ground kept", searched, theirs))
    print(line("`kg.shortest_paths`, nothing kept, against NetworkX on a fresh plain copy", fresh, copied))
    print(line("10 shortest", many, theirs_many))
    print(line("the strongest path", weighted[0]))
    print(line("the most recent path", weighted[1]))
    print(line("joining 4 parties, by the cheapest tree", joined))
    print(line("joining 9 parties, within twice the cheapest", many_joined))


if __name__ == "__main__":
    main()
