"""Rules as Horn clauses over relations, joined array by array.

An axiom of a family, or one rule of `ontology/rules/`, is a clause: a head, a body of atoms, and filters of three
kinds. From new pairs of one atom, the body is joined to what is known of the others (semi-naive evaluation: Abiteboul,
Hull and Vianu, Foundations of Databases, 1995, section 13.1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
from pyoxigraph import NamedNode, Variable

from kg.rdf.relations import (
    NOTHING,
    Key,
    Mask,
    Numbers,
    Relations,
    Terms,
    firsts,
    key_of,
    packed,
    runs,
    seconds,
    sorted_unique,
)
from kg.rdf.rules import Atom, Differ, Filter, IsIri, OneOf, Pattern, Rule
from kg.rdf.vocabulary import TYPE

_MOST_ROWS = 2_000_000
"""How many rows a join makes at a time, so that a thing with very many ties does not fill the memory."""
Bindings = dict[str, Numbers]
"""What variables stand for, row by row."""


@dataclass(frozen=True)
class Link:
    """One atom of a clause: a relation, and what its pairs begin and end with, a variable's name or a term's number."""

    key: Key
    subject: str | int
    object: str | int


@dataclass(frozen=True)
class Clause:
    """A rule whose predicates are all known; `orders` says for each atom in which order the others are joined to it."""

    rule: str
    head: Link
    body: tuple[Link, ...]
    filters: tuple[Filter, ...]
    orders: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        orders = tuple(_order(self.body, {*_variables(self.body[i])}, {i}) for i in range(len(self.body)))
        object.__setattr__(self, "orders", orders)

    @property
    def backward_order(self) -> tuple[int, ...]:
        """In which order the body is joined to the head's variables."""
        return _order(self.body, set(_variables(self.head)), set())


def clauses_of(rule: Rule, terms: Terms, claimed: Iterable[Key]) -> list[Clause] | None:
    """The clauses that a rule stands for; None where it is of another kind and has to be left to SPARQL.

    `claimed` are the relations of the claims graph: what the rules over claims look for in either layer.
    """
    if rule.filters is None or any(not _can_join(rule.body, name) for name in rule.filters if isinstance(name, Differ)):
        return None
    claimed = set(claimed)
    clauses = []
    for row in rule.axioms or ((),):
        values: dict[Variable, NamedNode] = dict(zip(rule.parameters, row, strict=True)) if row else {}
        head = _link(rule.head, values, terms)
        body = [_link(pattern, values, terms) for pattern in rule.body]
        links = [link for link in body if link is not None]
        if head is None or len(links) < len(body) or not _is_connected(links):
            return None
        if not set(_variables(head)) <= {name for link in links for name in _variables(link)}:
            return None
        filters = (*rule.filters, *_proper_subject(head, links))
        choices = [_layers(link, claimed) if rule.reads_claims else [link] for link in links]
        clauses += [Clause(rule.name, head, choice, filters) for choice in product(*choices)]
    return clauses


def _proper_subject(head: Link, body: Sequence[Link]) -> Iterator[IsIri]:
    """That what a triple begins with is a thing, where the body leaves that open."""
    if isinstance(head.subject, str) and head.subject not in {link.subject for link in body}:
        yield IsIri(head.subject)


def _layers(link: Link, claimed: set[Key]) -> list[Link]:
    """A link to the simple layer, and to the claims where they have its relation too."""
    key = Key(link.key.predicate, link.key.class_, claims=True)
    return [link, Link(key, link.subject, link.object)] if key in claimed else [link]


def _link(pattern: Pattern, values: Mapping[Variable, NamedNode], terms: Terms) -> Link | None:
    subject, predicate, object_ = (values.get(atom, atom) if isinstance(atom, Variable) else atom for atom in pattern)
    if not isinstance(predicate, NamedNode) or (predicate == TYPE and not isinstance(object_, NamedNode)):
        return None
    return Link(key_of(predicate, object_), _end(subject, terms), _end(object_, terms))


def _end(atom: Atom, terms: Terms) -> str | int:
    return atom.value if isinstance(atom, Variable) else terms.number(atom)


def _can_join(body: Sequence[Pattern], name: Differ) -> bool:
    """Whether what must differ are IRIs, whose numbers tell: numbers of literals do not, since 1.0 is 1."""
    subjects = {pattern[0].value for pattern in body if isinstance(pattern[0], Variable)}
    return {name.first, name.second} <= subjects


def _variables(link: Link) -> tuple[str, ...]:
    return tuple(end for end in (link.subject, link.object) if isinstance(end, str))


def _is_connected(body: Sequence[Link]) -> bool:
    """Whether no join of the body is a product of two tables."""
    return all(set(_variables(link)) for link in body) and len(_order(body, set(_variables(body[0])), {0})) == (
        len(body) - 1
    )


def _order(body: Sequence[Link], bound: set[str], done: set[int]) -> tuple[int, ...]:
    """Atoms one by one, those first of which most is known; ends where nothing is known of any other."""
    order: list[int] = []
    while len(done) < len(body):
        rest = [index for index in range(len(body)) if index not in done]
        known = {index: set(_variables(body[index])) & bound for index in rest}
        best = min(rest, key=lambda index: (not known[index], len(_variables(body[index])) - len(known[index])))
        if not known[best]:
            break
        order.append(best)
        done = {*done, best}
        bound = {*bound, *_variables(body[best])}
    return tuple(order)


class Program:
    """Clauses by the relations that they read and those that they write."""

    def __init__(self, clauses: Iterable[Clause], terms: Terms) -> None:
        self.terms = terms
        self.clauses = tuple(clauses)
        self._reading: dict[Key, list[tuple[Clause, int]]] = defaultdict(list)
        self.writing: dict[Key, list[Clause]] = defaultdict(list)
        for clause in self.clauses:
            self.writing[clause.head.key].append(clause)
            for index, link in enumerate(clause.body):
                self._reading[link.key].append((clause, index))
        self._allowed: dict[OneOf, Numbers] = {}

    @cached_property
    def keys(self) -> set[Key]:
        """All relations that clauses speak of."""
        return {*self._reading, *self.writing}

    def follow(self, delta: Mapping[Key, Numbers], known: Relations) -> dict[Key, list[Numbers]]:
        """What follows in one step from the pairs of `delta` and what is known, they being known as well."""
        found: dict[Key, list[Numbers]] = defaultdict(list)
        for key in sorted(delta):
            for clause, index in self._reading.get(key, ()):
                start = _bind(clause.body[index], delta[key])
                for rows in self._join(clause, start, clause.orders[index], known):
                    found[clause.head.key].append(_heads(clause.head, rows))
        return found

    def derivable(self, key: Key, pairs: Numbers, known: Relations) -> Numbers:
        """Of these pairs of a relation, those that a clause draws in one step from what is known."""
        found = []
        left = pairs
        for clause in self.writing.get(key, ()):
            if not len(left):
                break
            start = _bind(clause.head, left)
            parts = [
                _heads(clause.head, rows)
                for rows in self._join(clause, start, clause.backward_order, known)
                if _size(rows)
            ]
            drawn = sorted_unique(parts)
            found.append(drawn)
            left = np.setdiff1d(left, drawn, assume_unique=True)
        return sorted_unique(found)

    def _join(self, clause: Clause, rows: Bindings, order: Sequence[int], known: Relations) -> Iterator[Bindings]:
        """The rows for which the atoms of `order` hold as well, and the filters."""
        if not _size(rows):
            return
        if not order:
            kept = self._filtered(clause, rows)
            if _size(kept):
                yield kept
            return
        link, rest = clause.body[order[0]], order[1:]
        for more in _extended(link, rows, known):
            yield from self._join(clause, more, rest, known)

    def _filtered(self, clause: Clause, rows: Bindings) -> Bindings:
        for filter_ in clause.filters:
            if isinstance(filter_, Differ):
                mask = rows[filter_.first] != rows[filter_.second]
            elif isinstance(filter_, IsIri):
                mask = self.terms.iris(rows[filter_.name])
            else:
                if filter_ not in self._allowed:
                    numbers = [self.terms.number(node) for node in filter_.nodes]
                    self._allowed[filter_] = np.array(numbers, dtype=np.int64)
                mask = np.isin(rows[filter_.name], self._allowed[filter_])
            if not mask.all():
                rows = _taken(rows, mask)
        return rows


def _bind(link: Link, pairs: Numbers) -> Bindings:
    """The rows of a link's variables for its pairs."""
    columns = {link.subject: firsts(pairs), link.object: seconds(pairs)}
    mask = np.ones(len(pairs), dtype=np.bool_)
    for end, numbers in ((link.subject, firsts(pairs)), (link.object, seconds(pairs))):
        mask &= numbers == (end if isinstance(end, int) else columns[end])
    rows = {end: numbers for end, numbers in columns.items() if isinstance(end, str)}
    return rows if mask.all() else _taken(rows, mask)


def _extended(link: Link, rows: Bindings, known: Relations) -> Iterator[Bindings]:
    """The rows with what a link adds to them, some at a time."""
    subject, object_ = (_column(end, rows) for end in (link.subject, link.object))
    if subject is not None and object_ is not None:
        yield _taken(rows, known.holds(link.key, packed(subject, object_)))
        return
    forward = subject is not None
    column = subject if subject is not None else object_
    free = link.object if forward else link.subject
    assert column is not None and isinstance(free, str)
    ends = known.forward(link.key, column) if forward else known.backward(link.key, column)
    starts, stops = runs(column, ends)
    counts = stops - starts
    for part in _parts(counts):
        repeated = np.repeat(np.arange(part.start, part.stop), counts[part])
        offsets = np.arange(len(repeated)) - np.repeat(np.cumsum(counts[part]) - counts[part], counts[part])
        places = np.repeat(starts[part], counts[part]) + offsets
        yield {**{name: values[repeated] for name, values in rows.items()}, free: seconds(ends[places])}


def _parts(counts: Numbers) -> Iterator[slice]:
    """Stretches of rows that together make no more than `_MOST_ROWS`, or are one row."""
    totals = np.cumsum(counts)
    start = 0
    while start < len(counts):
        before = int(totals[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(totals, before + _MOST_ROWS, side="right")))
        yield slice(start, stop)
        start = stop


def _column(end: str | int, rows: Bindings) -> Numbers | None:
    if isinstance(end, int):
        return np.full(_size(rows), end, dtype=np.int64)
    return rows.get(end)


def _heads(head: Link, rows: Bindings) -> Numbers:
    subject, object_ = (_column(end, rows) for end in (head.subject, head.object))
    assert subject is not None and object_ is not None
    return np.unique(packed(subject, object_))


def _taken(rows: Bindings, mask: Mask) -> Bindings:
    return {name: values[mask] for name, values in rows.items()}


def _size(rows: Bindings) -> int:
    return len(next(iter(rows.values()), NOTHING))
