"""The networks of ties and of partners as arrays of numbers, for builds: in a tenth of the memory of NetworkX."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.facts.schema import Schema
from kg.network.partners import Lists, Rows, WeightedRows
from kg.network.projection import ACTORS, SHARED, WIDEST, edges
from kg.rdf.catalogue import Catalogue

Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_BATCH = 1_000_000
"""So many ties are looked at at once where each brings its sources."""


@dataclass(frozen=True, eq=False)
class Ties:
    """The network of ties: things by number, in order of ids, and the edges between them."""

    nodes: tuple[str, ...]
    classes: tuple[str, ...]
    """Of each node."""
    subjects: NDArray[np.int32]
    objects: NDArray[np.int32]
    told: NDArray[np.int32]
    """For each edge, which of `sources` it rests on."""
    sources: tuple[str, ...]
    """Ids of sources with a space between, each text once."""

    def are(self, schema: Schema, roots: tuple[str, ...]) -> Flags:
        """Which nodes are of one of these classes."""
        within = {name for name in set(self.classes) if any(schema.is_a(name, above) for above in roots)}
        return np.fromiter((name in within for name in self.classes), dtype=bool, count=len(self.classes))

    def around(self, shared: Collection[str]) -> Callable[[str], set[str]]:
        """What tells which of some things a node is tied to."""
        held = np.fromiter((node in shared for node in self.nodes), dtype=bool, count=len(self.nodes))
        found: dict[str, set[str]] = {}
        for member, thing in ((self.subjects, self.objects), (self.objects, self.subjects)):
            counts = held[thing]
            for one, other in zip(member[counts].tolist(), thing[counts].tolist(), strict=True):
                found.setdefault(self.nodes[one], set()).add(self.nodes[other])
        return lambda node: found.get(node, set())

    def source_lists(self) -> Lists:
        """The sources of each of the texts, as numbers."""
        numbers: dict[str, int] = {}
        values, starts = array("i"), array("q", [0])
        for text in self.sources:
            values.extend(numbers.setdefault(source, len(numbers)) for source in text.split())
            starts.append(len(values))
        return Lists(np.array(starts, dtype=np.int64), np.array(values, dtype=np.int32))


def ties_of(catalogue: Catalogue) -> Ties:
    """What `kg.network.projection.to_network` gives of a catalogue, without what its edges say."""
    rows = catalogue.index.ties() if catalogue.index is not None else edges(catalogue)
    kinds = ((key, class_name) for key, class_name, _ in catalogue.kinds())
    return number_ties(kinds, ((edge.subject, edge.object, edge.sources) for edge in rows if edge.narrow))


def number_ties(kinds: Iterable[tuple[str, str]], edges: Iterable[tuple[str, str, str]]) -> Ties:
    """Things with their classes, and edges as subject, object and sources, in numbers."""
    things = sorted(kinds)
    names = {class_name: class_name for _, class_name in things}
    number = {key: place for place, (key, _) in enumerate(things)}
    texts: dict[str, int] = {}
    rows = array("i")
    for subject, object_, sources in edges:
        rows.append(number[subject])
        rows.append(number[object_])
        rows.append(texts.setdefault(sources, len(texts)))
    columns = np.ascontiguousarray(np.array(rows, dtype=np.int32).reshape(-1, 3).T)
    subjects, objects, told = columns
    return Ties(tuple(number), tuple(names[name] for _, name in things), subjects, objects, told, tuple(texts))


def to_partners(ties: Ties, schema: Schema, *, widest: int = WIDEST) -> WeightedRows:
    """Organisations, countries and people joined by what they share, as `to_partnerships` joins them."""
    size, told = len(ties.nodes), ties.source_lists()
    apart = ties.subjects != ties.objects
    left, right, texts = (column[apart].astype(np.int64) for column in (ties.subjects, ties.objects, ties.told))
    actors = ties.are(schema, ACTORS)
    direct = actors[left] & actors[right]
    straight = np.minimum(left, right)[direct] * size + np.maximum(left, right)[direct]
    members, backing = _members(left, right, texts, actors, ties.are(schema, (*SHARED, "Post")), told)
    one, other = _couples(members // size, widest)
    keys = np.concatenate([straight, members[one] % size * size + members[other] % size])
    pairs, place = np.unique(keys, return_inverse=True)
    first, second = place[: len(straight)], place[len(straight) :]
    told_of = _distinct(
        len(pairs), len(told.values), [(first, told, texts[direct]), (second, backing, one), (second, backing, other)]
    )
    told_of += np.bincount(first[told.empty()[texts[direct]]], minlength=len(pairs))
    told_of += np.bincount(second[backing.empty()[one] & backing.empty()[other]], minlength=len(pairs))
    return _partners(ties.nodes, pairs, told_of, len(keys))


def neighbours(ties: Ties) -> Rows:
    """The network of ties without directions, loops and parallel ties; things without a tie to another are left out."""
    size, apart = len(ties.nodes), ties.subjects != ties.objects
    left, right = (column[apart].astype(np.int64) for column in (ties.subjects, ties.objects))
    pairs = np.unique(np.minimum(left, right) * size + np.maximum(left, right))
    return _partners(ties.nodes, pairs, np.ones_like(pairs), len(left))


def _members(
    left: Numbers, right: Numbers, texts: Numbers, actors: Flags, shared: Flags, told: Lists
) -> tuple[Numbers, Lists]:
    """Who shares what, sorted, as thing times the number of nodes plus actor; the sources of each."""
    size = len(actors)
    things, parties, says = [], [], []
    for member, thing in ((left, right), (right, left)):
        joins = shared[thing] & actors[member]
        things.append(thing[joins])
        parties.append(member[joins])
        says.append(texts[joins])
    members, place = np.unique(np.concatenate(things) * size + np.concatenate(parties), return_inverse=True)
    owners, values = told.of(np.concatenate(says))
    many = max(1, len(told.values))
    keys = np.unique(place[owners] * many + values)
    starts = np.zeros(len(members) + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys // many, minlength=len(members)), out=starts[1:])
    return members, Lists(starts, (keys % many).astype(np.int32))


def _couples(things: Numbers, widest: int) -> tuple[Numbers, Numbers]:
    """The places of each two who share a thing that at most `widest` share; `things` is sorted."""
    _, start, size = np.unique(things, return_index=True, return_counts=True)
    last = np.repeat(start + size - 1, size)
    after = np.where(np.repeat(size, size) <= widest, last - np.arange(len(things)), 0)
    one = np.repeat(np.arange(len(things)), after)
    return one, np.arange(len(one)) - np.repeat(np.cumsum(after) - after, after) + one + 1


def _distinct(count: int, many: int, told: Iterable[tuple[Numbers, Lists, Numbers]]) -> Numbers:
    """How many different values each of `count` pairs has in the lists that are told of it."""
    many = max(1, many)
    found = [np.zeros(0, dtype=np.int64)]
    for pairs, lists, which in told:
        for start in range(0, len(pairs), _BATCH):
            owners, values = lists.of(which[start : start + _BATCH])
            found.append(pairs[start : start + _BATCH][owners] * many + values)
    keys = np.concatenate(found)
    del found
    keys.sort()
    fresh = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return np.bincount(keys[fresh] // many, minlength=count)


def _partners(names: tuple[str, ...], pairs: Numbers, weights: Numbers, ties: int) -> WeightedRows:
    """The network of pairs, each the lower number times the number of names plus the higher one, and sorted."""
    size = max(1, len(names))
    ends = np.stack([pairs // size, pairs % size])
    nodes, numbers = np.unique(ends, return_inverse=True)
    left, right = numbers.reshape(2, -1)
    both = np.concatenate([left * len(nodes) + right, right * len(nodes) + left])
    order = np.argsort(both, kind="stable")
    starts = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(np.bincount(numbers.ravel(), minlength=len(nodes)), out=starts[1:])
    targets = (both[order] % max(1, len(nodes))).astype(np.int32)
    return WeightedRows(
        tuple(names[node] for node in nodes.tolist()), starts, targets, np.tile(weights, 2)[order], ties=ties
    )
