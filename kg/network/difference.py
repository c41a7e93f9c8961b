"""What a difference of facts does to the partnership network: who is connected to whom, and who stands where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.network.centrality import Measure, Score, rank

MEASURES = (Measure.BETWEENNESS, Measure.DEGREE)


@dataclass(frozen=True)
class Partnership:
    """Two partners, the agreements and initiatives that they share and the claims behind these, all sorted.

    Of a partnership that broke, ids and keys are those of the old build.
    """

    left: str
    right: str
    via: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Regrouping:
    """Actors who are connected in one build, grouped as they are connected in the other: the largest group first.

    All ids are those of the new build.
    """

    groups: tuple[tuple[str, ...], ...]

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each pair of actors from two of the groups: connected in the one build, not in the other."""
        for one, other in combinations(self.groups, 2):
            yield from sorted((min(pair), max(pair)) for pair in ((left, right) for left in one for right in other))

    @property
    def pair_count(self) -> int:
        """How many pairs there are."""
        return sum(len(one) * len(other) for one, other in combinations(self.groups, 2))


@dataclass(frozen=True)
class Shift:
    """An actor's positions by one measure; `node` is its id in the new build."""

    measure: Measure
    node: str
    old: Score
    new: Score

    @property
    def rise(self) -> int:
        """By how many positions it rose; below zero where it fell."""
        return self.old.position - self.new.position


@dataclass(frozen=True)
class NetworkDifference:
    """Partnerships, connections and positions that changed, each part in a stable order."""

    appeared: tuple[Partnership, ...]
    broke: tuple[Partnership, ...]
    connected: tuple[Regrouping, ...]
    """Of actors in both builds: those who are in one component now and were not."""
    disconnected: tuple[Regrouping, ...]
    entered: tuple[str, ...]
    """Actors without a partner in the old build, or not in it at all."""
    left: tuple[str, ...]
    """Actors with partners in the old build only, by their old ids."""
    shifts: tuple[Shift, ...]
    """Of actors with partners in both builds, by measure: the furthest moved first."""

    @property
    def is_empty(self) -> bool:
        """Whether the network is as it was."""
        return not any((self.appeared, self.broke, self.entered, self.left, self.shifts))


def compare_networks(
    old: nx.MultiGraph[str], new: nx.MultiGraph[str], successors: Mapping[str, str]
) -> NetworkDifference:
    """What differs between two partnership networks.

    `successors` gives, for each thing of the old build that is still one, its id in the new build. An actor that two
    became one with counts as that one; of two that became one, the positions of the one whose id stayed are told.
    """
    names = {node: successors.get(node, f"\0{node}") for node in old}
    before, after = _partners(old, names), _partners(new, {node: node for node in new})
    still = set(successors.values())
    shared = sorted(({*names.values()} | set(new)) & still)
    old_parts, new_parts = _components(before, names.values()), _components(after, new)
    ids = _representatives(old, names)
    return NetworkDifference(
        appeared=tuple(_partnership(new, after[pair]) for pair in sorted(after.keys() - before.keys())),
        broke=tuple(
            sorted(
                (_partnership(old, before[pair]) for pair in before.keys() - after.keys()),
                key=lambda item: (item.left, item.right),
            )
        ),
        connected=tuple(_regroupings(shared, new_parts, old_parts)),
        disconnected=tuple(_regroupings(shared, old_parts, new_parts)),
        entered=tuple(sorted(set(new) - set(names.values()))),
        left=tuple(sorted(node for node in old if names[node] not in new)),
        shifts=tuple(_shifts(old, new, ids)),
    )


_Edges = list[tuple[str, str]]
"""Pairs of actors under their own ids, each one that stands for a pair under the ids that are compared."""


def _partners(network: nx.MultiGraph[str], names: Mapping[str, str]) -> dict[tuple[str, str], _Edges]:
    """Who is partner of whom, each pair once; who became one with a partner is no partner."""
    partners: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for left, right in network.edges():
        pair = (names[left], names[right])
        if pair[0] != pair[1]:
            partners[min(pair), max(pair)].add((min(left, right), max(left, right)))
    return {pair: sorted(edges) for pair, edges in partners.items()}


def _partnership(network: nx.MultiGraph[str], edges: _Edges) -> Partnership:
    data = [data for left, right in edges for data in network.get_edge_data(left, right).values()]
    via = sorted({item["via"] for item in data} - {""})
    claims = sorted({claim for item in data for claim in item["claims"].split()})
    return Partnership(*edges[0], tuple(via), tuple(claims))


def _components(partners: Iterable[tuple[str, str]], nodes: Iterable[str]) -> dict[str, int]:
    """The number of each node's component."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(set(nodes)))
    simple.add_edges_from(sorted(partners))
    return {node: number for number, part in enumerate(nx.connected_components(simple)) for node in part}


def _regroupings(actors: Iterable[str], together: Mapping[str, int], apart: Mapping[str, int]) -> Iterator[Regrouping]:
    """The components of one build that hold actors of several components of the other; who has none is alone."""
    parts: dict[int, dict[int | str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for actor in actors:
        if actor in together:
            parts[together[actor]][apart.get(actor, actor)].append(actor)
    found = [
        Regrouping(tuple(sorted((tuple(group) for group in groups.values()), key=lambda group: (-len(group), group))))
        for groups in parts.values()
        if len(groups) > 1
    ]
    yield from sorted(found, key=lambda item: (-item.pair_count, item.groups))


def _representatives(old: nx.MultiGraph[str], names: Mapping[str, str]) -> dict[str, str]:
    """For each new id the old one whose positions are told for it."""
    found: dict[str, str] = {}
    for node in sorted(old):
        if names[node] not in found or node == names[node]:
            found[names[node]] = node
    return found


def _shifts(old: nx.MultiGraph[str], new: nx.MultiGraph[str], ids: Mapping[str, str]) -> Iterator[Shift]:
    """Actors that rose or fell past others; to leave a tie, or be left in one, is neither by itself.

    Who was first with all others at 0 and is second with 0.5 did not fall.
    """
    for measure in MEASURES:
        before = {score.node: (score, last) for score, last in _with_last_position(rank(old, measure))}
        shifts = []
        for score, last in _with_last_position(rank(new, measure)):
            if score.node in ids:
                was, was_last = before[ids[score.node]]
                if (was.position - score.position) * (was_last - last) >= 0 and was.position != score.position:
                    shifts.append(Shift(measure, score.node, was, score))
        yield from sorted(shifts, key=lambda shift: (-abs(shift.rise), shift.new.position, shift.node))


def _with_last_position(scores: list[Score]) -> Iterator[tuple[Score, int]]:
    """Each score with the last of the positions that those who tie take up."""
    ties = Counter(score.position for score in scores)
    for score in scores:
        yield score, score.position + ties[score.position] - 1
