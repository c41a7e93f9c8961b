"""Triples as arrays of numbers: what rules are joined over when a graph is too large to join term by term.

A term is the number of its place in `Terms`, a pair of terms one 64-bit integer, and a relation a sorted array of pairs
without repetition: the triples of one predicate, or the members of one class (whose pairs all end in the class).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from pyoxigraph import Literal, NamedNode

from kg.rdf.vocabulary import TYPE

Node = NamedNode | Literal
Numbers = npt.NDArray[np.int64]
"""Numbers of terms, or pairs of them."""
Mask = npt.NDArray[np.bool_]
Delta = dict["Key", Numbers]
"""Some pairs of some relations."""

_SHIFT = 32
_LOW = (1 << _SHIFT) - 1
NOTHING: Numbers = np.empty(0, dtype=np.int64)
_TRUE: Mask = np.ones(1, dtype=np.bool_)


@dataclass(frozen=True, order=True)
class Key:
    """Which relation: that of a predicate, or of a class where the predicate is rdf:type.

    `claims` tells the triples of the claims graph, which axioms do not read, from those of the simple layer.
    """

    predicate: str
    class_: str = ""
    claims: bool = False

    @property
    def node(self) -> NamedNode:
        """The predicate."""
        return NamedNode(self.predicate)


def key_of(predicate: NamedNode, object_: object, claims: bool = False) -> Key:
    """The relation that a triple with this predicate and object belongs to."""
    if predicate == TYPE and isinstance(object_, NamedNode):
        return Key(predicate.value, object_.value, claims)
    return Key(predicate.value, "", claims)


class Terms:
    """Terms by number, and numbers by term."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._numbers: dict[Node, int] = {}
        self._is_iri = bytearray()

    def number(self, node: Node) -> int:
        """The number of a term, a new one if it has none yet."""
        found = self._numbers.get(node)
        if found is None:
            found = self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
            self._is_iri.append(isinstance(node, NamedNode))
        return found

    def pair(self, subject: Node, object_: Node) -> int:
        """The pair of two terms."""
        return self.number(subject) << _SHIFT | self.number(object_)

    def iris(self, numbers: Numbers) -> Mask:
        """Which of these are IRIs."""
        return np.frombuffer(self._is_iri, dtype=np.bool_)[numbers]


class WrittenTerms(Terms):
    """Terms by what N-Quads write for them, in its canonical form: none is made that is only passed on."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[bytes] = []
        self._by_text: dict[bytes, int] = {}

    def number(self, node: Node) -> int:
        """See `Terms.number`."""
        return self.number_of(str(node).encode())

    def number_of(self, text: bytes) -> int:
        """The number of what is written so."""
        found = self._by_text.get(text)
        if found is None:
            found = self._by_text[text] = len(self.texts)
            self.texts.append(text)
            self._is_iri.append(text.startswith(b"<"))
        return found


def packed(subjects: Numbers, objects: Numbers) -> Numbers:
    """Pairs of these, in their order."""
    return subjects << _SHIFT | objects


def firsts(pairs: Numbers) -> Numbers:
    """What pairs begin with."""
    return pairs >> _SHIFT


def seconds(pairs: Numbers) -> Numbers:
    """What pairs end with."""
    return pairs & _LOW


def turned(pairs: Numbers) -> Numbers:
    """Pairs the other way round, sorted."""
    backward = packed(seconds(pairs), firsts(pairs))
    backward.sort()
    return backward


def sorted_unique(pairs: Iterable[Numbers]) -> Numbers:
    """All these pairs, sorted, each once."""
    parts = list(pairs)
    if not parts:
        return NOTHING
    found = np.concatenate(parts)
    found.sort()
    differs = found[1:] != found[:-1]
    return found if differs.all() else found[np.concatenate((_TRUE, differs))]


def among(pairs: Numbers, relation: Numbers) -> Mask:
    """Which of the pairs are in a relation, that is sorted."""
    if not len(relation):
        return np.zeros(len(pairs), dtype=np.bool_)
    places = np.searchsorted(relation, pairs)
    places[places == len(relation)] = 0
    found: Mask = relation[places] == pairs
    return found


def runs(numbers: Numbers, relation: Numbers) -> tuple[Numbers, Numbers]:
    """For each number where the pairs that begin with it begin and end in a sorted relation."""
    return (
        np.searchsorted(relation, numbers << _SHIFT),
        np.searchsorted(relation, (numbers + 1) << _SHIFT),
    )


class Relations(Protocol):
    """Where rules look their premises up: all relations in memory, or those parts of a store's that are asked for."""

    def forward(self, key: Key, subjects: Numbers) -> Numbers:
        """A sorted relation with at least all pairs that begin with one of these."""

    def backward(self, key: Key, objects: Numbers) -> Numbers:
        """The same turned round: sorted pairs (object, subject) with at least all of these objects."""

    def holds(self, key: Key, pairs: Numbers) -> Mask:
        """Which of these pairs are in the relation."""


class MemoryRelations:
    """Relations that are wholly in memory."""

    def __init__(self) -> None:
        self.pairs: dict[Key, Numbers] = {}
        self._backward: dict[Key, Numbers] = {}

    def forward(self, key: Key, subjects: Numbers) -> Numbers:
        """See `Relations.forward`: the whole relation."""
        return self.pairs.get(key, NOTHING)

    def backward(self, key: Key, objects: Numbers) -> Numbers:
        """See `Relations.backward`: the whole relation."""
        if key not in self._backward:
            self._backward[key] = turned(self.pairs.get(key, NOTHING))
        return self._backward[key]

    def holds(self, key: Key, pairs: Numbers) -> Mask:
        """See `Relations.holds`."""
        return among(pairs, self.pairs.get(key, NOTHING))

    def add(self, delta: Mapping[Key, Numbers]) -> None:
        """Takes in pairs that are not there yet."""
        for key, new in delta.items():
            self.pairs[key] = _merged(self.pairs.get(key, NOTHING), new)
            if key in self._backward:
                self._backward[key] = _merged(self._backward[key], turned(new))

    def fresh(self, found: Mapping[Key, list[Numbers]]) -> Delta:
        """Of what was found, what is not there yet, each pair once."""
        delta = {}
        for key, parts in found.items():
            pairs = sorted_unique(parts)
            pairs = pairs[~self.holds(key, pairs)]
            if len(pairs):
                delta[key] = pairs
        return delta


def _merged(first: Numbers, second: Numbers) -> Numbers:
    """Two sorted arrays as one."""
    if not len(first):
        return second
    both = np.concatenate((first, second))
    both.sort(kind="stable")  # numpy's stable sort takes runs that are sorted as they are
    return both
