"""How far a position rests on single sources: the rank, recomputed without each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.network.centrality import Score


@dataclass(frozen=True)
class Robustness:
    """A node's score with all sources, and what becomes of it when any one of them is missing.

    Who has no tie left stands behind all others, with value 0.
    """

    score: Score
    highest: Score
    """The best position, all sources included."""
    lowest: Score
    """The worst."""
    without: str
    """The source whose loss costs most: the lowest position, then the lowest value; "" if none costs any."""
    mainstay: str
    """The source with which most of its partners are lost; "" if none is."""
    partners: int
    lost: int
    """How many of its partners it loses with its mainstay."""

    @property
    def rests_on_one(self) -> bool:
        """Whether more than half of its partners are known from one source alone."""
        return 2 * self.lost > self.partners


def without_source(ties: nx.MultiDiGraph[str], source: str) -> nx.MultiDiGraph[str]:
    """The ties that do not rest on a source alone; all nodes stay."""
    left: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    left.add_nodes_from(ties.nodes(data=True))
    for subject, object_, key, data in ties.edges(keys=True, data=True):
        if any(name != source for name in data["sources"].split()):
            left.add_edge(subject, object_, key=key, **data)
    return left


def leave_one_out(
    ties: nx.MultiDiGraph[str],
    network_of: Callable[[nx.MultiDiGraph[str]], nx.MultiGraph[str]],
    ranking_of: Callable[[nx.MultiGraph[str]], Sequence[Score]],
    progress: Callable[[int, int], None] = lambda done, all_: None,
) -> list[Robustness]:
    """The ranking with how it holds when each source is left out in turn, in the order of the ranking.

    `ties` is a network of ties whose edges name their `sources`; a tie that several sources tell survives the loss of
    one. `network_of` makes of it what is ranked (`to_partnerships`, say), so that an agreement joins its parties as
    long as each of them is tied to it. `progress` is called with the number of sources done, and of all.
    """
    network = network_of(ties)
    ranking = ranking_of(network)
    partners = {node: _partners(network, node) for node in network}
    found = {score.node: _Record(score) for score in ranking}
    names = sorted({name for *_, data in ties.edges(data=True) for name in data["sources"].split()})
    for number, source in enumerate(names):
        progress(number, len(names))
        reduced = network_of(without_source(ties, source))
        scores = {score.node: score for score in ranking_of(reduced)}
        for node, record in found.items():
            score = scores.get(node) or Score(node, 0.0, len(scores) + 1)
            kept = _partners(reduced, node) if node in reduced else set()
            record.see(source, score, len(partners[node] - kept))
    progress(len(names), len(names))
    return [record.result(len(partners[score.node])) for score, record in zip(ranking, found.values(), strict=True)]


class _Record:
    """What was seen of one node so far."""

    def __init__(self, score: Score) -> None:
        self.score = self.highest = self.lowest = score
        self.without = self.mainstay = ""
        self.lost = 0

    def see(self, source: str, score: Score, lost: int) -> None:
        """Takes note of what is left without a source."""
        if (score.position, -score.value) < (self.highest.position, -self.highest.value):
            self.highest = score
        if (score.position, -score.value) > (self.lowest.position, -self.lowest.value):
            self.lowest, self.without = score, source
        if lost > self.lost:
            self.lost, self.mainstay = lost, source

    def result(self, partners: int) -> Robustness:
        """All of it."""
        return Robustness(self.score, self.highest, self.lowest, self.without, self.mainstay, partners, self.lost)


def _partners(network: nx.MultiGraph[str], node: str) -> set[str]:
    """Whom a node is tied to, in either direction."""
    return set(nx.all_neighbors(network, node)) - {node}
