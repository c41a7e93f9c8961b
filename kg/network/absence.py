"""What falls apart when a party leaves: connections, short ways, agreements, and things that it alone carried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.facts.schema import Schema
from kg.network.partners import Rows, to_rows
from kg.network.projection import to_partnerships

_BLOCK = 1024
_FAR = np.iinfo(np.uint16).max
_CARRIED_BY = {"operates": True, "coordinates": True, "subordinateTo": False, "belongsTo": False}
"""What makes one thing carry another; whether the carrier is the subject."""
_QUORUM = 2


@dataclass(frozen=True)
class Split:
    """Actors who were connected, grouped as they are connected afterwards: the largest group first, each sorted."""

    groups: tuple[tuple[str, ...], ...]

    @property
    def pairs(self) -> int:
        """How many pairs are connected no more."""
        total = sum(len(group) for group in self.groups)
        return (total * total - sum(len(group) ** 2 for group in self.groups)) // 2


@dataclass(frozen=True)
class Detour:
    """Two who stay connected by a longer way; `left` is the first by id, lengths are in ties between partners."""

    left: str
    right: str
    before: int
    after: int


@dataclass(frozen=True)
class Bereft:
    """A thing that loses all who stood to it in one relation."""

    thing: str
    predicate: str
    """`operates`, `coordinates`, `subordinateTo` or `belongsTo`."""
    carriers: tuple[str, ...]


@dataclass(frozen=True)
class ShortAgreement:
    """An agreement that had two parties or more and has fewer."""

    agreement: str
    left: tuple[str, ...]
    """The parties that stay, sorted: one or none."""


@dataclass(frozen=True)
class Absence:
    """What falls apart without some things, each part in a stable order."""

    leavers: tuple[str, ...]
    splits: tuple[Split, ...]
    lengthened: int
    """How many pairs that stay connected have a longer shortest way."""
    mean_growth: float
    """By how many ties their ways grow on average; 0 where none does. 6 digits."""
    detours: tuple[Detour, ...]
    """The ways that grow most, the first ten."""
    agreements: tuple[ShortAgreement, ...]
    bereft: tuple[Bereft, ...]

    @property
    def pairs_disconnected(self) -> int:
        """How many pairs of those who stay are connected no more."""
        return sum(split.pairs for split in self.splits)

    @property
    def is_empty(self) -> bool:
        """Whether nothing falls apart."""
        return not (self.splits or self.lengthened or self.agreements or self.bereft)


def absence(
    network: nx.MultiDiGraph[str],
    schema: Schema,
    leavers: Iterable[str],
    progress: Callable[[int, int], None] = lambda done, all_: None,
    worst: int = 10,
) -> Absence:
    """What falls apart in a ties network (`to_network`) without some of its things.

    Connections and ways are those between the organisations, countries and people of the partnership network, drawn
    anew without the leavers: so an agreement or an initiative can leave as well. An agreement is short that had two
    parties (`partyTo`) or more and has fewer; a thing is bereft that loses everyone who operates or coordinates it, or
    whom it belongs or is subordinate to. KeyError where the network has no such thing. `progress` is called with the
    number of parties whose ways have been compared, and of all.
    """
    gone = tuple(sorted(set(leavers)))
    for node in gone:
        network.nodes[node]
    stay: nx.MultiDiGraph[str] = nx.MultiDiGraph(network.subgraph([node for node in network if node not in gone]))
    before = to_partnerships(network, schema)
    before.remove_nodes_from([node for node in before if before.degree(node) == 0])
    after = to_partnerships(stay, schema)
    after.add_nodes_from(node for node in before if node not in gone)
    count, growth, detours = _detours(before, after, worst, progress)
    return Absence(
        leavers=gone,
        splits=tuple(_splits(before, after)),
        lengthened=count,
        mean_growth=round(growth / count, 6) if count else 0.0,
        detours=detours,
        agreements=tuple(_short_agreements(network, schema, gone)),
        bereft=tuple(_bereft(network, schema, gone)),
    )


def _splits(before: nx.MultiGraph[str], after: nx.MultiGraph[str]) -> Iterator[Split]:
    part = {node: number for number, nodes in enumerate(nx.connected_components(before)) for node in nodes}
    pieces: dict[int, list[tuple[str, ...]]] = {}
    for nodes in nx.connected_components(after):
        together: dict[int, list[str]] = {}
        for node in sorted(nodes):
            if node in part:
                together.setdefault(part[node], []).append(node)
        for number, group in together.items():
            pieces.setdefault(number, []).append(tuple(group))
    found = [
        Split(tuple(sorted(groups, key=lambda group: (-len(group), group))))
        for groups in pieces.values()
        if len(groups) > 1
    ]
    return iter(sorted(found, key=lambda split: (-split.pairs, split.groups)))


def _short_agreements(network: nx.MultiDiGraph[str], schema: Schema, gone: Sequence[str]) -> Iterator[ShortAgreement]:
    for node in sorted(network):
        if node not in gone and schema.is_a(network.nodes[node]["class_name"], "Agreement"):
            parties = {left for left, _, data in network.in_edges(node, data=True) if data["predicate"] == "partyTo"}
            staying = parties.difference(gone)
            if len(staying) < _QUORUM <= len(parties):
                yield ShortAgreement(node, tuple(sorted(staying)))


def _bereft(network: nx.MultiDiGraph[str], schema: Schema, gone: Sequence[str]) -> Iterator[Bereft]:
    carriers: dict[tuple[str, str], set[str]] = {}
    for left, right, data in network.edges(data=True):
        subject_carries = _CARRIED_BY.get(data["predicate"])
        if subject_carries is not None:
            thing, carrier = (right, left) if subject_carries else (left, right)
            carriers.setdefault((thing, data["predicate"]), set()).add(carrier)
    for (thing, predicate), found in sorted(carriers.items()):
        if thing not in gone and found.issubset(gone) and not schema.is_a(network.nodes[thing]["class_name"], "Event"):
            yield Bereft(thing, predicate, tuple(sorted(found)))


def _detours(
    before: nx.MultiGraph[str], after: nx.MultiGraph[str], worst: int, progress: Callable[[int, int], None]
) -> tuple[int, int, tuple[Detour, ...]]:
    """How many pairs have a longer way, by how much all of them together, and those that grow most."""
    old, new = to_rows(before), to_rows(after)
    stay = np.array([index for index, node in enumerate(old.nodes) if node in after], dtype=np.int64)
    number = {node: index for index, node in enumerate(new.nodes)}
    same = np.array([number[old.nodes[index]] for index in stay], dtype=np.int64)
    count = growth = 0
    found: list[tuple[int, int, int, int]] = []
    for start in range(0, len(stay), _BLOCK):
        progress(start, len(stay))
        sources = slice(start, start + _BLOCK)
        was = distances(old, stay[sources])[stay]
        now = distances(new, same[sources])[same]
        longer = (now > was) & (now != _FAR)
        # Each pair once: from the later node to the earlier one.
        longer &= np.arange(len(stay))[:, None] < np.arange(start, min(start + _BLOCK, len(stay)))[None, :]
        rows, columns = np.nonzero(longer)
        grown = now[rows, columns].astype(np.int64) - was[rows, columns]
        count, growth = count + len(grown), growth + int(grown.sum())
        for pick in np.lexsort((columns, rows, -grown))[:worst].tolist():
            left, right = int(rows[pick]), int(columns[pick])
            found.append((-int(grown[pick]), left, start + right, int(was[left, right])))
    nodes = [old.nodes[index] for index in stay.tolist()]
    detours = (Detour(nodes[left], nodes[right], was, was - more) for more, left, right, was in sorted(found)[:worst])
    return count, growth, tuple(detours)


def distances(rows: Rows, sources: NDArray[np.int64]) -> NDArray[np.uint16]:
    """The ties between all nodes (rows) and some (columns), 65535 where there is no way.

    All sources are walked at once, a bit each (Then et al. 2014, multi-source breadth-first search).
    """
    count = len(rows.nodes)
    lengths = np.full((count, len(sources)), _FAR, dtype=np.uint16)
    if not len(sources):
        return lengths
    tied = np.flatnonzero(np.diff(rows.starts))
    front = np.zeros((count, -(-len(sources) // 64) * 64), dtype=bool)
    front[sources, np.arange(len(sources))] = True
    words = np.packbits(front, axis=1).view(np.uint64)
    seen = words.copy()
    lengths[sources, np.arange(len(sources))] = 0
    step = 0
    while words.any():
        step += 1
        reached = np.zeros_like(words)
        if len(tied):
            reached[tied] = np.bitwise_or.reduceat(words[rows.targets], rows.starts[tied], axis=0)
        words = reached & ~seen
        seen |= words
        new = np.unpackbits(words.view(np.uint8), axis=1, count=len(sources)).astype(bool)
        lengths[new] = step
    return lengths
