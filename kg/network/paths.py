"""Paths between two things, each hop with all the claims that make it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kg.facts.schema import Schema


@dataclass(frozen=True)
class Link:
    """One claim that joins two neighbours. `forward` says whether it runs along the path."""

    claim: str
    predicate: str
    forward: bool


@dataclass(frozen=True)
class Hop:
    """A step of a path, with every claim that joins its two ends."""

    start: str
    end: str
    links: tuple[Link, ...]


Path = tuple[Hop, ...]


def shortest_paths(network: nx.MultiDiGraph[str], schema: Schema, start: str, end: str, count: int = 1) -> list[Path]:
    """Up to `count` loopless paths, shortest first (Yen 1971, as in NetworkX), ties in order of their ids.

    Edges count one each and are walked both ways. A place is never walked through, only come from or gone to.
    An empty list says that there is no path.
    """
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network))
    simple.add_edges_from(sorted((min(edge), max(edge)) for edge in network.edges()))
    passable = [
        node for node in simple if node in (start, end) or not _is_mere_place(schema, network.nodes[node]["class_name"])
    ]
    walkable = simple.subgraph(passable)
    if start not in walkable or end not in walkable or start == end:
        return []
    try:
        routes = list(islice(_by_length(nx.shortest_simple_paths(walkable, start, end), count), count))
    except nx.NetworkXNoPath:
        return []
    return [tuple(_hop(network, a, b) for a, b in pairwise(route)) for route in routes]


def _by_length(routes: Iterator[list[str]], count: int) -> Iterator[list[str]]:
    """Routes as they come, those of one length in order of their ids (as far as the first `count` need it)."""
    group: list[list[str]] = []
    given = 0
    for route in routes:
        if group and len(route) > len(group[0]):
            yield from sorted(group)
            given += len(group)
            group = []
            if given >= count:
                return
        group.append(route)
    yield from sorted(group)


def _is_mere_place(schema: Schema, class_name: str) -> bool:
    return schema.is_a(class_name, "Place") and not schema.is_a(class_name, "Agent")


def _hop(network: nx.MultiDiGraph[str], start: str, end: str) -> Hop:
    links = [
        Link(data["claim"], data["predicate"], forward)
        for forward, (left, right) in ((True, (start, end)), (False, (end, start)))
        for data in (network.get_edge_data(left, right) or {}).values()
    ]
    return Hop(start, end, tuple(sorted(links, key=lambda link: (link.predicate, link.claim))))
