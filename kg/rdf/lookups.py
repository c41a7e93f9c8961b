"""Relations of a store looked up as they are needed: what rules are joined over when little of it has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.rdf.plan import BATCH, Names
from kg.rdf.relations import NOTHING, Delta, Key, Mask, Node, Numbers, Terms, among, firsts, key_of, turned
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import GraphName


class StoreRelations:
    """The relations of some graphs of a store, with pairs of `more` and without pairs of `less`.

    What was looked up once is kept, so the store must not change meanwhile.
    """

    def __init__(self, store: Dataset, terms: Terms, node_of: Names, layers: Sequence[GraphName]) -> None:
        self.more: Delta = {}
        self.less: Delta = {}
        self._store = store
        self._terms = terms
        self._graphs = [node_of(name) for name in layers]
        self._claims = [node_of(GraphName.CLAIMS)]
        self._asked: dict[tuple[Key, bool], Numbers] = {}
        self._found: dict[tuple[Key, bool], Numbers] = {}

    def forward(self, key: Key, subjects: Numbers) -> Numbers:
        """See `kg.rdf.relations.Relations`."""
        return self._with_changes(key, self._looked_up(key, subjects, forward=True), forward=True)

    def backward(self, key: Key, objects: Numbers) -> Numbers:
        """See `kg.rdf.relations.Relations`."""
        return self._with_changes(key, self._looked_up(key, objects, forward=False), forward=False)

    def holds(self, key: Key, pairs: Numbers) -> Mask:
        """See `kg.rdf.relations.Relations`."""
        known = np.unique(pairs)
        certain = among(known, self.more.get(key, NOTHING)) | among(known, self.less.get(key, NOTHING))
        held = [self.more.get(key, NOTHING), self._held(key, known[~certain])]
        return among(pairs, np.unique(np.concatenate(held)))

    def _with_changes(self, key: Key, found: Numbers, forward: bool) -> Numbers:
        more, less = self.more.get(key, NOTHING), self.less.get(key, NOTHING)
        if len(less):
            found = found[~among(found, less if forward else turned(less))]
        if len(more):
            found = np.unique(np.concatenate((found, more if forward else turned(more))))
        return found

    def _looked_up(self, key: Key, numbers: Numbers, forward: bool) -> Numbers:
        if key.class_ and forward:
            return self._classes_of(key, numbers)
        place = key, forward
        asked, found = self._asked.get(place, NOTHING), self._found.get(place, NOTHING)
        new = np.setdiff1d(numbers, asked)
        if len(new):
            pairs = [pair for batch in _batches(new) for pair in self._pairs(key, batch, forward)]
            found = np.unique(np.concatenate((found, np.array(pairs, dtype=np.int64))))
            self._asked[place], self._found[place] = np.union1d(asked, new), found
        return found

    def _classes_of(self, key: Key, numbers: Numbers) -> Numbers:
        """The relation of one class, at least for these things; whatever else they are is looked up with it."""
        place = Key(key.predicate, claims=key.claims), True
        asked = self._asked.get(place, NOTHING)
        new = np.setdiff1d(numbers, asked)
        if len(new):
            found: dict[Key, list[int]] = defaultdict(list)
            for batch in _batches(new):
                nodes = (self._terms.nodes[number] for number in batch)
                values = " ".join(str(node) for node in nodes if isinstance(node, NamedNode))
                for subject, class_ in self._rows(key, f"SELECT ?s ?o WHERE {{ VALUES ?s {{ {values} }} ?s a ?o }}"):
                    found[key_of(key.node, class_, key.claims)].append(self._terms.pair(subject, class_))
            for other, pairs in found.items():
                before = self._found.get((other, True), NOTHING)
                self._found[other, True] = np.union1d(before, np.array(pairs, dtype=np.int64))
            self._asked[place] = np.union1d(asked, new)
        return self._found.get((key, True), NOTHING)

    def _pairs(self, key: Key, numbers: Sequence[int], forward: bool) -> Iterator[int]:
        """All pairs with one of these numbers at the end asked for, which they begin with."""
        nodes = self._terms.nodes
        if key.class_ and not forward:
            rows = self._rows(key, f"SELECT ?s WHERE {{ ?s {key.node} <{key.class_}> }}")
            class_ = self._terms.number(NamedNode(key.class_))
            yield from (class_ << 32 | self._terms.number(row[0]) for row in rows)
            return
        name = "s" if forward else "o"
        asked = (nodes[number] for number in numbers)
        values = " ".join(str(node) for node in asked if not forward or isinstance(node, NamedNode))
        text = f"SELECT ?s ?o WHERE {{ VALUES ?{name} {{ {values} }} ?s {key.node} ?o }}"
        for row in self._rows(key, text):
            pair = row if forward else (row[1], row[0])
            yield self._terms.pair(*pair)

    def _held(self, key: Key, pairs: Numbers) -> Numbers:
        """Of these pairs those that the store has."""
        nodes = self._terms.nodes
        if key.class_:
            found = self._looked_up(key, firsts(pairs), forward=True)
            return pairs[among(pairs, found)]
        held: list[int] = []
        for batch in _batches(pairs):
            ends = ((nodes[pair >> 32], nodes[pair & 0xFFFFFFFF]) for pair in batch)
            values = " ".join(f"({s} {o})" for s, o in ends if isinstance(s, NamedNode))
            text = f"SELECT ?s ?o WHERE {{ VALUES (?s ?o) {{ {values} }} ?s {key.node} ?o }}"
            held += (self._terms.pair(*row) for row in self._rows(key, text))
        return np.unique(np.array(held, dtype=np.int64))

    def _rows(self, key: Key, text: str) -> Iterator[tuple[Node, ...]]:
        rows = self._store.query(text, default_graph=list(self._claims if key.claims else self._graphs))
        assert isinstance(rows, QuerySolutions)
        for row in rows:
            nodes = tuple(row)
            if all(isinstance(node, NamedNode | Literal) for node in nodes):
                yield nodes


def merged(first: Delta, second: Delta) -> Delta:
    """The pairs of both."""
    return {key: np.union1d(first.get(key, NOTHING), second.get(key, NOTHING)) for key in {*first, *second}}


def minus(first: Delta, second: Delta) -> Delta:
    """The pairs of the first that are not in the second, without relations that have none."""
    left = {key: np.setdiff1d(pairs, second.get(key, NOTHING)) for key, pairs in first.items()}
    return {key: pairs for key, pairs in left.items() if len(pairs)}


def _batches(numbers: Numbers) -> Iterator[list[int]]:
    for start in range(0, len(numbers), BATCH):
        yield numbers[start : start + BATCH].tolist()
