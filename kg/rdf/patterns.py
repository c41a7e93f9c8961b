"""What rules are made of: triple patterns, and filters of three kinds."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Variable

Atom = NamedNode | Literal | Variable
Pattern = tuple[Atom, Atom, Atom]


@dataclass(frozen=True)
class Differ:
    """That two variables stand for different things."""

    first: str
    second: str


@dataclass(frozen=True)
class OneOf:
    """That a variable stands for one of these."""

    name: str
    nodes: tuple[NamedNode, ...]


@dataclass(frozen=True)
class IsIri:
    """That a variable stands for a thing, and not for a value."""

    name: str


Filter = Differ | OneOf | IsIri


@dataclass(frozen=True)
class Parts:
    """What a rule's file says: its head, the patterns of its body, and its filters as `kg.rdf.rules.Rule` has them."""

    head: Pattern
    body: tuple[Pattern, ...]
    filters: tuple[Filter, ...] | None
    tests: tuple[Pattern, ...] | None
