"""Rules as Horn clauses over relations, joined array by array.

An axiom of a family, or one rule of `ontology/rules/`, is a clause: a head, a body of atoms, and filters of three
kinds. From new pairs of one atom, the body is joined to what is known of the others (semi-naive evaluation: Abiteboul,
Hull and Vianu, Foundations of Databases, 1995, section 13.1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product

import numpy as np
from pyoxigraph import NamedNode, Variable

from kg.rdf.patterns import Atom, Differ, Filter, IsIri, OneOf, Pattern
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
from kg.rdf.rules import Rule
from kg.rdf.vocabulary import TYPE

_MOST_ROWS = 2_000_000
"""How many rows a join makes at a time, so that a thing with very many ties does not fill the memory."""
_FEW = 10_000
"""So many conclusions are kept as they are until those of all clauses are sorted."""
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
        object.__setattr__(self, "orders", _orders(tuple(map(_variables, self.body))))

    @property
    def backward_order(self) -> tuple[int, ...]:
        """In which order the body is joined to the head's variables."""
        return _order([_variables(link) for link in self.body], set(_variables(self.head)), set())


def clauses_of(rule: Rule, terms: Terms, claimed: Iterable[Key]) -> list[Clause] | None:
    """The clauses that a rule stands for; None where it is of another kind and has to be left to SPARQL.

    `claimed` are the relations of the claims graph: what the rules over claims look for in either layer.
    """
    if rule.filters is None or any(not _can_join(rule.body, name) for name in rule.filters if isinstance(name, Differ)):
        return None
    claimed = set(claimed)
    clauses = []
    rows = rule.axioms or ((),)
    heads, *bodies = (_links(pattern, rule.parameters, rows, terms) for pattern in (rule.head, *rule.body))
    for head, *body in zip(heads, *bodies, strict=True):
        links = [link for link in body if link is not None]
        if head is None or len(links) < len(body):
            return None
        ends = tuple(map(_variables, links))
        if not _is_connected(ends) or not {*_variables(head)} <= {name for names in ends for name in names}:
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


def _links(
    pattern: Pattern, parameters: Sequence[Variable], rows: Iterable[Sequence[NamedNode]], terms: Terms
) -> Iterator[Link | None]:
    """A pattern as a link, for each row of values of the parameters; None for one that can be of any relation."""
    places = [parameters.index(atom) if atom in parameters else None for atom in pattern]
    ends: dict[Atom, str | int] = {}
    for row in rows:
        subject, predicate, object_ = (
            atom if place is None else row[place] for atom, place in zip(pattern, places, strict=True)
        )
        if not isinstance(predicate, NamedNode) or (predicate == TYPE and not isinstance(object_, NamedNode)):
            yield None
            continue
        for atom in (subject, object_):
            if atom not in ends:
                ends[atom] = atom.value if isinstance(atom, Variable) else terms.number(atom)
        yield Link(key_of(predicate, object_), ends[subject], ends[object_])


def _can_join(body: Sequence[Pattern], name: Differ) -> bool:
    """Whether what must differ are IRIs, whose numbers tell: numbers of literals do not, since 1.0 is 1."""
    subjects = {pattern[0].value for pattern in body if isinstance(pattern[0], Variable)}
    return {name.first, name.second} <= subjects


def _variables(link: Link) -> tuple[str, ...]:
    return tuple(end for end in (link.subject, link.object) if isinstance(end, str))


Ends = tuple[tuple[str, ...], ...]
"""The variables of each atom of a body. All axioms of a family have the same."""


@cache
def _is_connected(ends: Ends) -> bool:
    """Whether no join of the body is a product of two tables."""
    return all(ends) and len(_order(ends, {*ends[0]}, {0})) == len(ends) - 1


@cache
def _orders(ends: Ends) -> tuple[tuple[int, ...], ...]:
    """For each atom of a body in which order the others are joined to it."""
    return tuple(_order(ends, {*names}, {index}) for index, names in enumerate(ends))


def _order(ends: Sequence[tuple[str, ...]], bound: set[str], done: set[int]) -> tuple[int, ...]:
    """Atoms one by one, those first of which most is known; ends where nothing is known of any other."""
    order: list[int] = []
    while len(done) < len(ends):
        rest = [index for index in range(len(ends)) if index not in done]
        known = {index: {*ends[index]} & bound for index in rest}
        best = min(rest, key=lambda index: (not known[index], len(ends[index]) - len(known[index])))
        if not known[best]:
            break
        order.append(best)
        done = {*done, best}
        bound = {*bound, *ends[best]}
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
            bound: dict[tuple[str | int, str | int], Bindings] = {}  # the axioms of a family bind the same names
            for clause, index in self._reading.get(key, ()):
                link = clause.body[index]
                ends = (link.subject, link.object)
                if ends not in bound:
                    bound[ends] = _bind(link, delta[key])
                start = bound[ends]
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
    rows = {end: numbers for end, numbers in columns.items() if isinstance(end, str)}
    for end, numbers in ((link.subject, firsts), (link.object, seconds)):
        if isinstance(end, int) or link.subject == link.object:
            mask = numbers(pairs) == (end if isinstance(end, int) else columns[end])
            if not mask.all():
                return _bind(link, pairs[mask])
    return rows


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
    pairs = packed(subject, object_)
    return pairs if len(pairs) < _FEW else sorted_unique([pairs])


def _taken(rows: Bindings, mask: Mask) -> Bindings:
    return {name: values[mask] for name, values in rows.items()}


def _size(rows: Bindings) -> int:
    return len(next(iter(rows.values()), NOTHING))
