"""Paths between two things, each hop with all the claims that make it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, takewhile

import networkx as nx

from kg.facts.schema import Schema
from kg.network.ground import Ground
from kg.network.hops import Hop, Link, Path
from kg.network.routes import Price, cheapest_routes, shortest_route

__all__ = ["Found", "Hop", "Link", "Path", "best_paths", "paths_within", "shortest_paths"]


@dataclass(frozen=True)
class Found:
    """Paths, and whether there are more than were asked for."""

    paths: tuple[Path, ...]
    more: bool


def shortest_paths(network: nx.MultiDiGraph[str], schema: Schema, start: str, end: str, count: int = 1) -> list[Path]:
    """Up to `count` loopless paths of a network, shortest first, ties in order of their ids.

    Edges count one each and are walked both ways. A place is never walked through, only come from or gone to; a
    country only where it acts (see `kg.network.ground`). An empty list says that there is no path.
    `kg.paths` finds the same by names, with filters and costs, and tells them.
    """
    return best_paths(Ground(network, schema), start, end, count)


def best_paths(ground: Ground, start: str, end: str, count: int = 1, price: Price | None = None) -> list[Path]:
    """Up to `count` loopless paths, cheapest first (by default: shortest first), ties in order of their ids."""
    if start == end or not (ground.has(start) and ground.has(end)):
        return []
    ends = (start, end)
    if count == 1 and price is None:
        route = shortest_route(start, end, lambda node: ground.neighbours(node, ends))
        return [ground.path(route)] if route is not None else []
    routes = cheapest_routes(start, end, lambda node: ground.neighbours(node, ends), price)
    return [ground.path(route) for _, route in islice(routes, count)]


def paths_within(ground: Ground, start: str, end: str, length: int, limit: int, price: Price | None = None) -> Found:
    """All loopless paths of at most `length` hops, the cheapest first (by default: the shortest), ties by their ids.

    Of more than `limit`, the shortest are taken, whatever they cost.
    """
    if start == end or not (ground.has(start) and ground.has(end)):
        return Found((), more=False)
    ends = (start, end)
    routes = cheapest_routes(start, end, lambda node: ground.neighbours(node, ends))
    found = [route for _, route in islice(takewhile(lambda item: item[0] <= length, routes), limit + 1)]
    more = len(found) > limit
    kept = found[:limit]
    if price is not None:
        kept.sort(key=lambda route: (sum(map(price, route, route[1:])), route))
    return Found(tuple(map(ground.path, kept)), more)
