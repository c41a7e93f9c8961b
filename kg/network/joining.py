"""The smallest piece of a network that joins several parties."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.network.ground import Ground
from kg.network.hops import Path
from kg.network.paths import best_paths
from kg.network.routes import Price, Route, nearest_route
from kg.network.steiner import near_tree, smallest_tree

EXACT = 4
"""So many parties are joined by the cheapest tree; of more, finding it would take too long on a large network."""

Branches = dict[str, set[str]]
"""A tree: each node with its neighbours."""


@dataclass(frozen=True)
class Piece:
    """Parties that are joined, and by what.

    The first path leads from the party that was named first to the next; each further one begins where it leaves those
    before it and ends at one more party.
    """

    parties: tuple[str, ...]
    """In the order in which they were named."""
    paths: tuple[Path, ...]
    connectors: tuple[str, ...]
    """What had to be added to join them, sorted."""
    size: int
    """So many things of the network are connected to these parties, they among them."""


def join(ground: Ground, parties: Sequence[str], price: Price | None = None) -> tuple[Piece, ...]:
    """A piece for all parties, or several where no ties lead from some of them to the others; largest first.

    Up to 4 parties of a piece are joined by the cheapest tree there is (`kg.network.steiner.smallest_tree`; two by the
    best path). For more, the tree costs at most 2 (1 - 1/l) times as much as the cheapest, l being the number of
    leaves of that one (Mehlhorn 1988, as in NetworkX).

    A place, a country that ties join only by lying there, and what the filters keep a path from walking through are
    never in the middle, even when they are named: they are led to the nearest part of the tree of the others, and what
    is said of its cost holds for those others.
    """
    price = price or _one
    parties = tuple(dict.fromkeys(parties))
    network = _walkable(ground)
    components = {node: number for number, nodes in enumerate(_components(network)) for node in nodes}
    groups: dict[int, list[str]] = {}
    for party in parties:
        if party in components:
            groups.setdefault(components[party], []).append(party)
    trees = [_tree(ground, network, group, price) for group in groups.values()]
    alone = [group[0] for group in groups.values() if len(group) == 1] if len(groups) > 1 else []
    leaves = [party for party in parties if party not in components]
    for party in (*leaves, *alone):
        _lead(ground, party, trees, set(leaves), price)
    pieces = [_piece(ground, parties, tree, components) for tree in trees]
    return tuple(sorted(pieces, key=lambda piece: (-len(piece.parties), parties.index(piece.parties[0]))))


def _one(start: str, end: str) -> int:
    return 1


def _walkable(ground: Ground) -> Mapping[str, tuple[str, ...]]:
    """Everything that a path may walk through, with what it may go on to, both sorted."""
    around = ((node, ground.neighbours(node)) for node in ground.nodes())
    return {node: others for node, others in around if others}


def _components(network: Mapping[str, tuple[str, ...]]) -> list[set[str]]:
    seen: set[str] = set()
    found = []
    for node in network:
        if node not in seen:
            component = {node}
            waiting = deque([node])
            while waiting:
                new = [other for other in network[waiting.popleft()] if other not in component]
                component.update(new)
                waiting.extend(dict.fromkeys(new))
            seen |= component
            found.append(component)
    return found


def _tree(ground: Ground, network: Mapping[str, tuple[str, ...]], parties: Sequence[str], price: Price) -> Branches:
    """A tree of one component that joins these parties."""
    if len(parties) == 1:
        return {parties[0]: set()}
    if len(parties) == 2:
        (path,) = best_paths(ground, parties[0], parties[1], price=None if price is _one else price)
        return _branches((hop.start, hop.end) for hop in path)
    near = near_tree(network, parties, price)
    if len(parties) > EXACT:
        return _branches(sorted(near))
    return _branches(sorted(smallest_tree(network, parties, price, sum(price(*edge) for edge in near))))


def _branches(edges: Iterable[tuple[str, str]]) -> Branches:
    tree: Branches = {}
    for left, right in edges:
        tree.setdefault(left, set()).add(right)
        tree.setdefault(right, set()).add(left)
    return tree


def _lead(ground: Ground, party: str, trees: list[Branches], leaves: set[str], price: Price) -> None:
    """Leads a party that no path walks through to the nearest tree; a tree of its own where none is reached."""
    own = next((tree for tree in trees if party in tree), None)
    if own is not None and len(own) > 1:
        return
    others = [tree for tree in trees if tree is not own]
    # A leaf may be gone to while nothing else is joined to it; then it would be in the middle.
    lone = {node for tree in others for node in tree if node in leaves and not tree[node]}
    targets = {node for tree in others for node in tree if node not in leaves or node in lone}
    ends = {party, *lone}

    def neighbours(node: str) -> tuple[str, ...]:
        # What is an end of this search must not be in the middle of it.
        return ground.neighbours(node, ends) if node == party or node not in lone else ()

    route = nearest_route(party, targets, neighbours, price) if ground.has(party) else None
    if route is None:
        if own is None:
            trees.append({party: set()})
        return
    tree = next(tree for tree in others if route[-1] in tree)
    for left, right in pairwise(route):
        tree.setdefault(left, set()).add(right)
        tree.setdefault(right, set()).add(left)
    if own is not None:
        trees.remove(own)


def _piece(
    ground: Ground,
    parties: Sequence[str],
    tree: Branches,
    components: Mapping[str, int],
) -> Piece:
    joined = tuple(party for party in parties if party in tree)
    told = {joined[0]}
    routes: list[Route] = []
    for party in joined:
        if party not in told:
            routes.append(_way(tree, party, told))
            told.update(routes[-1])
    connected = {components[node] for node in tree if node in components}
    size = sum(number in connected for number in components.values()) + sum(node not in components for node in tree)
    paths = tuple(ground.path(route) for route in routes)
    return Piece(joined, paths, tuple(sorted(set(tree) - set(joined))), size)


def _way(tree: Branches, party: str, told: set[str]) -> Route:
    """The way through a tree from what is told already to a party."""
    before = {party: ""}
    waiting = deque([party])
    while waiting:
        node = waiting.popleft()
        if node in told:
            route = [node]
            while before[route[-1]]:
                route.append(before[route[-1]])
            return tuple(route)
        for other in sorted(tree[node]):
            if other not in before:
                before[other] = node
                waiting.append(other)
    raise AssertionError("a tree is connected")
