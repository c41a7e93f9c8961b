"""The cheapest ways between two nodes, in an order that nothing but the network decides.

A route is a tuple of nodes. Of routes of one cost the one whose nodes come first in alphabetical order is first, node
by node. Costs are whole numbers above 0, so that a sum does not depend on the order of its parts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise

Route = tuple[str, ...]
Neighbours = Callable[[str], Collection[str]]
"""The neighbours of a node, sorted; each is a neighbour of theirs."""
Price = Callable[[str, str], int]
"""What a step costs, above 0; the same both ways."""


def shortest_route(start: str, end: str, neighbours: Neighbours) -> Route | None:
    """The route of fewest steps that is first by its nodes; None if there is none.

    Searched from both ends (Pohl 1971, bi-directional search), so that only a part of the network is looked at.
    """
    if start == end:
        return None
    forth, back = {start: 0}, {end: 0}
    edges = {True: [start], False: [end]}
    depth = {True: 0, False: 0}
    while edges[True] and edges[False]:
        ahead = len(edges[True]) <= len(edges[False])
        seen, others = (forth, back) if ahead else (back, forth)
        edges[ahead] = _next_level(edges[ahead], seen, depth[ahead] + 1, neighbours)
        depth[ahead] += 1
        if any(node in others for node in edges[ahead]):
            return _first_route(start, end, neighbours, forth, back, depth[True], depth[False])
    return None


def _next_level(level: list[str], seen: dict[str, int], depth: int, neighbours: Neighbours) -> list[str]:
    found = []
    for node in level:
        for other in neighbours(node):
            if other not in seen:
                seen[other] = depth
                found.append(other)
    return found


def _first_route(
    start: str,
    end: str,
    neighbours: Neighbours,
    forth: Mapping[str, int],
    back: Mapping[str, int],
    ahead: int,
    behind: int,
) -> Route:
    """The first of all shortest routes, given the levels from both ends that meet after `ahead` steps."""
    length = ahead + behind
    left = {node: behind for node, depth in forth.items() if depth == ahead and back.get(node) == behind}
    level = list(left)
    for depth in range(ahead - 1, -1, -1):
        level = [n for node in level for n in neighbours(node) if forth.get(n) == depth and n not in left]
        level = list(dict.fromkeys(level))
        left.update((node, length - depth) for node in level)
    route = [start]
    while route[-1] != end:
        togo = length - len(route)
        marks = left if togo >= behind else back
        route.append(min(node for node in neighbours(route[-1]) if marks.get(node) == togo))
    return tuple(route)


def cheapest_routes(
    start: str, end: str, neighbours: Neighbours, price: Price | None = None
) -> Iterator[tuple[int, Route]]:
    """All loopless routes with their costs, cheapest first, of equal ones in order of their nodes.

    Without a price every step costs one. Yen (1971), with the partition of Lawler (1972) so that no route is found
    twice; each detour is found by A* (Hart, Nilsson and Raphael 1968) under distances to the end that never overrate.
    """
    if start == end:
        return
    if price is None:
        price = _one
        shortest = shortest_route(start, end, neighbours)
        if shortest is None:
            return
        known = distances_to(end, neighbours, price, most=len(shortest) // 2 + 1)
    else:
        cost = cheapest_cost(start, end, neighbours, price)
        if cost is None:
            return
        known = distances_to(end, neighbours, price, most=cost * 3 // 5)
    search = _Detours(end, neighbours, price, known)
    first = search.best((start,), 0, frozenset())
    heap = [] if first is None else [(*first, 0, frozenset[str]())]
    while heap:
        cost, route, bend, closed = heapq.heappop(heap)
        yield cost, route
        spent = sum(price(a, b) for a, b in pairwise(route[: bend + 1]))
        for place in range(bend, len(route) - 1):
            ban = closed | {route[place + 1]} if place == bend else frozenset({route[place + 1]})
            found = search.best(route[: place + 1], spent, ban)
            if found is not None:
                heapq.heappush(heap, (*found, place, ban))
            spent += price(route[place], route[place + 1])


def _one(start: str, end: str) -> int:
    return 1


class _Detours:
    """The best ways on to one end, from any beginning of a route.

    `known` are the distances to the end of all nodes up to some distance; every other is as far as the furthest of
    these, or further.
    """

    def __init__(self, end: str, neighbours: Neighbours, price: Price, known: Mapping[str, int]) -> None:
        self._end, self._neighbours, self._price, self._known = end, neighbours, price, known
        self._beyond = max(known.values())

    def best(self, beginning: Route, spent: int, ban: frozenset[str]) -> tuple[int, Route] | None:
        """The first of the cheapest routes that begin so and do not go on to the banned nodes, with its cost."""
        known, beyond = self._known, self._beyond
        bend = beginning[-1]
        closed = set(beginning[:-1])
        # In order of cost so far and to go, then of nodes: under consistent distances, the first way by which a node
        # comes up is the first of the cheapest to it.
        heap: list[tuple[int, Route, int]] = [(spent + known.get(bend, beyond), beginning, spent)]
        while heap:
            _, route, spent = heapq.heappop(heap)
            node = route[-1]
            if node == self._end:
                return spent, route
            if node in closed:
                continue
            closed.add(node)
            for other in self._neighbours(node):
                if other in closed or (node == bend and other in ban):
                    continue
                total = spent + self._price(node, other)
                heapq.heappush(heap, (total + known.get(other, beyond), (*route, other), total))
        return None


def cheapest_cost(start: str, end: str, neighbours: Neighbours, price: Price) -> int | None:
    """What the cheapest route costs; None if there is none. Searched from both ends (Pohl 1971)."""
    best: int | None = None
    reached = ({start: 0}, {end: 0})
    heaps = ([(0, start)], [(0, end)])
    done: tuple[set[str], set[str]] = (set(), set())
    while heaps[0] and heaps[1] and (best is None or heaps[0][0][0] + heaps[1][0][0] < best):
        side = 0 if heaps[0][0][0] <= heaps[1][0][0] else 1
        mine, theirs = reached[side], reached[1 - side]
        cost, node = heapq.heappop(heaps[side])
        if node in done[side]:
            continue
        done[side].add(node)
        for other in neighbours(node):
            total = cost + price(node, other)
            if total < mine.get(other, total + 1):
                mine[other] = total
                heapq.heappush(heaps[side], (total, other))
            if other in theirs and (best is None or total + theirs[other] < best):
                best = total + theirs[other]
    return best


def distances_to(end: str, neighbours: Neighbours, price: Price, *, most: int | None = None) -> dict[str, int]:
    """What it costs to reach a node from every other that can, or can for no more than `most` (Dijkstra 1959)."""
    done: dict[str, int] = {}
    best = {end: 0}
    heap = [(0, end)]
    while heap:
        cost, node = heapq.heappop(heap)
        if node in done:
            continue
        done[node] = cost
        for other in neighbours(node):
            if other not in done:
                total = cost + price(node, other)
                if total < best.get(other, total + 1) and (most is None or total <= most):
                    best[other] = total
                    heapq.heappush(heap, (total, other))
    return done


def nearest_route(start: str, targets: Collection[str], neighbours: Neighbours, price: Price) -> Route | None:
    """The cheapest route from a node to any of several others, the first of equal ones; None if none is reached."""
    heap: list[tuple[int, Route]] = [(0, (start,))]
    closed: set[str] = set()
    while heap:
        cost, route = heapq.heappop(heap)
        node = route[-1]
        if node in targets and node != start:
            return route
        if node in closed:
            continue
        closed.add(node)
        for other in neighbours(node):
            if other not in closed:
                heapq.heappush(heap, (cost + price(node, other), (*route, other)))
    return None
