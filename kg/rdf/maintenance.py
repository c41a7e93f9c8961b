"""The inferred graph brought up to date after a change, at a cost in proportion to what the change touches.

Delete and rederive (DRed; Gupta, Mumick and Subrahmanian, Maintaining Views Incrementally, SIGMOD 1993): whatever has a
derivation from what was removed is taken away; what of it still has another is put back; then all that follows from
what is new is added. What follows from a class that a thing is asserted to be is not taken away in the first place: it
would take every thing of the change away from all that it is, and look for another reason in all that it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store, Variable

from kg.rdf.inference import infer
from kg.rdf.lookups import StoreRelations, merged, minus
from kg.rdf.plan import (
    BATCH,
    Names,
    Plan,
    Statement,
    centre,
    extension,
    is_in_claims,
    keys_of,
    news,
    plan_of,
    quads_of,
    relations_of,
    still_concluded,
)
from kg.rdf.relations import Delta, Key, Numbers, Terms, among, firsts, key_of, packed, sorted_unique
from kg.rdf.rules import Rule, named
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import GraphName

_FULL_FROM = 5
"""Inference begins anew where more than one in so many of the asserted triples and claims changed."""


@dataclass(frozen=True)
class InferredChange:
    """What a change added to the inferred graph, and what it removed from it."""

    added: tuple[Quad, ...]
    removed: tuple[Quad, ...]


def infer_change(
    store: Dataset, rules: Sequence[Rule], added: Iterable[Quad], removed: Iterable[Quad], node_of: Names = named
) -> InferredChange:
    """What brought the inferred graph up to date, so that it is what `infer` would make of an empty one.

    The store holds its new asserted and claims graphs already, and the inferred graph of the old ones; `added` and
    `removed` are all quads of these two graphs in which new and old differ. Begins anew where that is cheaper.
    """
    layers = {node_of(name): name for name in (GraphName.ASSERTED, GraphName.CLAIMS)}
    new = [quad for quad in added if quad.graph_name in layers and quad in store]
    gone = [quad for quad in removed if quad.graph_name in layers and quad not in store]
    if not new and not gone:
        return InferredChange((), ())
    if _is_large(store, len(new) + len(gone), node_of):
        return _anew(store, rules, node_of)
    return _Change(store, rules, new, gone, node_of).make()


def _is_large(store: Dataset, changed: int, node_of: Names) -> bool:
    limit = changed * _FULL_FROM
    graphs = [node_of(GraphName.ASSERTED), node_of(GraphName.CLAIMS)]
    text = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT * WHERE {{ ?s ?p ?o }} LIMIT {limit} }}"
    rows = store.query(text, default_graph=list(graphs))
    assert isinstance(rows, QuerySolutions)
    [row] = rows
    count = row["n"]
    assert isinstance(count, Literal)
    return int(count.value) < limit


def _anew(store: Dataset, rules: Sequence[Rule], node_of: Names) -> InferredChange:
    graph = node_of(GraphName.INFERRED)
    terms = Terms()
    before = relations_of(_statements(store.quads_for_pattern(None, None, None, graph)), terms)
    store.update(f"DROP SILENT GRAPH {graph}")
    infer(store, rules, node_of)
    after = relations_of(_statements(store.quads_for_pattern(None, None, None, graph)), terms)
    return InferredChange(
        tuple(quads_of(minus(after, before), terms, graph)), tuple(quads_of(minus(before, after), terms, graph))
    )


class _Change:
    """One change of a store."""

    def __init__(
        self, store: Dataset, rules: Sequence[Rule], new: Sequence[Quad], gone: Sequence[Quad], node_of: Names
    ) -> None:
        self._store = store
        self._node_of = node_of
        self._terms = Terms()
        self._new, self._gone = new, gone
        self._claims = node_of(GraphName.CLAIMS)
        claimed = {key for quad in gone if (key := self._key(quad)).claims}

        def has_claims(key: Key) -> bool:
            known = Key(key.predicate, key.class_, claims=True) in claimed
            return known or is_in_claims(store, key, node_of)

        self._plan: Plan = plan_of(rules, self._terms, has_claims)
        self._inferred = StoreRelations(store, self._terms, node_of, (GraphName.INFERRED,))
        self._asserted = StoreRelations(store, self._terms, node_of, (GraphName.ASSERTED,))
        self._known = StoreRelations(store, self._terms, node_of, (GraphName.ASSERTED, GraphName.INFERRED))

    def make(self) -> InferredChange:
        """Changes the inferred graph, and says how."""
        new, gone = self._relations(self._new), self._relations(self._gone)
        added = {key: pairs for key, pairs in new.items() if not key.claims}
        lost, found = self._outside()
        for rule in self._plan.between:
            lost = merged(lost, self._all_of(rule))
        deleted = self._deleted(gone, minus(lost, added), added)
        simple_gone = {key: pairs for key, pairs in gone.items() if not key.claims}
        self._known.more, self._known.less = {}, deleted
        back = self._rederived(deleted)
        drawn = minus(self._followed(merged(merged(back, found), new), added), added)
        doomed = minus(deleted, simple_gone)
        take = merged(minus(doomed, drawn), self._held(added))
        put = minus(drawn, doomed)
        self._write(put, take)
        while self._plan.between:
            self._known = StoreRelations(
                self._store, self._terms, self._node_of, (GraphName.ASSERTED, GraphName.INFERRED)
            )
            more: Delta = {}
            for rule in self._plan.between:
                more = merged(more, relations_of(news(self._store, rule, self._node_of), self._terms))
            more = self._followed(more, {})
            if not more:
                break
            self._write(more, {})
            put, take = merged(put, minus(more, take)), minus(take, more)
        graph = self._node_of(GraphName.INFERRED)
        return InferredChange(tuple(quads_of(put, self._terms, graph)), tuple(quads_of(take, self._terms, graph)))

    def _key(self, quad: Quad) -> Key:
        return key_of(quad.predicate, quad.object, claims=quad.graph_name == self._claims)

    def _relations(self, quads: Iterable[Quad]) -> Delta:
        """Changed quads as relations: those of the simple layer, and those claims that clauses read."""
        pairs: dict[Key, list[int]] = defaultdict(list)
        for quad in quads:
            key = self._key(quad)
            if not key.claims or key in self._plan.program.keys:
                for subject, _, object_ in _statements([quad]):
                    pairs[key].append(self._terms.pair(subject, object_))
        return {key: np.unique(np.array(numbers, dtype=np.int64)) for key, numbers in pairs.items()}

    def _deleted(self, gone: Delta, lost: Delta, added: Delta) -> Delta:
        """All of the simple layer that has a derivation from what is gone or lost; what is asserted is left alone."""
        self._known.more = gone
        deleted: Delta = {}
        delta = merged(gone, {key: self._inferred_of(key, pairs) for key, pairs in lost.items()})
        while delta:
            deleted = merged(deleted, {key: pairs for key, pairs in delta.items() if not key.claims})
            followed = self._plan.program.follow(delta, self._known)
            drawn = {key: self._inferred_of(key, self._loose(key, parts)) for key, parts in followed.items()}
            delta = minus(minus(drawn, deleted), added)
        return deleted

    def _loose(self, key: Key, parts: Sequence[Numbers]) -> Numbers:
        """Of these pairs those that do not follow from an asserted class alone."""
        pairs = sorted_unique(parts)
        for clause in self._plan.program.writing[key] if key.class_ else ():
            body = clause.body[0].key
            if len(clause.body) == 1 and body.class_ and not body.claims and not clause.filters:
                class_ = self._terms.number(NamedNode(body.class_))
                pairs = pairs[~self._asserted.holds(body, packed(firsts(pairs), np.full(len(pairs), class_)))]
        return pairs

    def _rederived(self, deleted: Delta) -> Delta:
        """Of what was deleted, what a rule still draws in one step from the rest."""
        back: Delta = {}
        for key, pairs in deleted.items():
            drawn = self._plan.program.derivable(key, pairs, self._known)
            if len(drawn):
                back[key] = drawn
        for rule in self._plan.outside:
            keys = {key for key in keys_of([rule.head], rule) if key is not None}
            left = minus({key: pairs for key, pairs in deleted.items() if key in keys}, back)
            statements = (
                (quad.subject, quad.predicate, quad.object) for quad in quads_of(left, self._terms, self._claims)
            )
            concluded = still_concluded(self._store, rule, statements, self._node_of)  # type: ignore[arg-type]
            back = merged(back, relations_of(concluded, self._terms))
        return back

    def _followed(self, delta: Delta, given: Mapping[Key, Numbers]) -> Delta:
        """What of `delta` is new to the simple layer, and all that follows; `given` is known and followed as well."""
        drawn: Delta = {}
        fresh = {}
        for key, pairs in delta.items():
            new = among(pairs, given[key]) if key in given else np.zeros(len(pairs), dtype=np.bool_)
            fresh[key] = pairs if key.claims else pairs[new | ~self._known.holds(key, pairs)]
        delta = {key: pairs for key, pairs in fresh.items() if len(pairs)}
        while delta:
            self._known.more = merged(self._known.more, delta)
            drawn = merged(drawn, {key: pairs for key, pairs in delta.items() if not key.claims})
            followed = self._plan.program.follow(delta, self._known)
            delta = {}
            for key, parts in followed.items():
                pairs = sorted_unique(parts)
                pairs = pairs[~self._known.holds(key, pairs)]
                if len(pairs):
                    delta[key] = pairs
        return drawn

    def _outside(self) -> tuple[Delta, Delta]:
        """What rules over claims alone may draw no more, and what they draw now, of what the change is about."""
        lost: Delta = {}
        found: Delta = {}
        for rule in self._plan.outside:
            read = {key.predicate for key in keys_of([*rule.body, *(rule.tests or ())], rule) if key is not None}
            changed = [quad for quad in (*self._new, *self._gone) if quad.predicate.value in read]
            if not changed:
                continue
            if centre(rule) is None:
                lost = merged(lost, self._all_of(rule))
                drawn = relations_of(extension(self._store, rule, self._node_of), self._terms)
                found = merged(found, drawn)
                continue
            subjects = {quad.subject for quad in changed if isinstance(quad.subject, NamedNode)}
            before, after = self._around(sorted(subjects, key=str), read)
            old = relations_of(extension(before, rule, self._node_of), self._terms)
            now = relations_of(extension(after, rule, self._node_of), self._terms)
            lost, found = merged(lost, minus(old, now)), merged(found, now)
        return lost, found

    def _around(self, subjects: Sequence[NamedNode], read: set[str]) -> tuple[Store, Store]:
        """The triples of these subjects with these predicates, as they were and as they are."""
        before, after = Store(), Store()
        for name in (GraphName.ASSERTED, GraphName.CLAIMS):
            graph = self._node_of(name)
            predicates = ", ".join(f"<{iri}>" for iri in sorted(read))
            for start in range(0, len(subjects), BATCH):
                values = " ".join(map(str, subjects[start : start + BATCH]))
                text = f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o FILTER (?p IN ({predicates})) }}"
                rows = self._store.query(text, default_graph=[graph])
                assert isinstance(rows, QuerySolutions)
                after.bulk_extend(Quad(row["s"], row["p"], row["o"], graph) for row in rows)
        before.bulk_extend(after)
        for quad in self._new:
            before.remove(quad)
        before.extend(quad for quad in self._gone if quad.predicate.value in read)
        return before, after

    def _all_of(self, rule: Rule) -> Delta:
        """All inferred triples that a rule could have drawn."""
        graph = self._node_of(GraphName.INFERRED)
        subject, predicate, object_ = (None if isinstance(atom, Variable) else atom for atom in rule.head)
        assert not isinstance(subject, Literal) and not isinstance(predicate, Literal)
        quads = self._store.quads_for_pattern(subject, predicate, object_, graph)
        return relations_of(_statements(quads), self._terms)

    def _inferred_of(self, key: Key, pairs: Numbers) -> Numbers:
        return pairs[self._inferred.holds(key, pairs)] if not key.claims else pairs[:0]

    def _held(self, delta: Delta) -> Delta:
        """What of some pairs is inferred."""
        held = {key: self._inferred_of(key, pairs) for key, pairs in delta.items()}
        return {key: pairs for key, pairs in held.items() if len(pairs)}

    def _write(self, put: Delta, take: Delta) -> None:
        graph = self._node_of(GraphName.INFERRED)
        _update(self._store, "DELETE", quads_of(take, self._terms, graph))
        if isinstance(self._store, Store):
            self._store.extend(quads_of(put, self._terms, graph))
        else:
            _update(self._store, "INSERT", quads_of(put, self._terms, graph))


def _update(store: Dataset, word: str, quads: Iterable[Quad]) -> None:
    listed = list(quads)
    for start in range(0, len(listed), 10 * BATCH):
        part = listed[start : start + 10 * BATCH]
        triples = " .\n".join(str(quad.triple) for quad in part)
        store.update(f"{word} DATA {{ GRAPH {part[0].graph_name} {{ {triples} }} }}")


def _statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    """Quads without blank nodes as triples."""
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject, quad.predicate, quad.object
