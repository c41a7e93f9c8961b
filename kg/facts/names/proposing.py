"""Pairs of things that may be one, among all things; many of them are compared by several processes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kg.facts.model import Entity
from kg.facts.names.blocking import candidate_pairs
from kg.facts.names.comparison import Comparison
from kg.facts.names.hands import Hands
from kg.facts.names.resemblance import Ceiling, Context

Passed = TypeVar("Passed")

FROM = 0.6
"""From this score on, a pair is proposed."""
MANY = 2_000
"""From so many things on, other processes help."""


@dataclass(frozen=True)
class Proposal:
    """Two things that may be one; `left` is the first by id."""

    left: str
    right: str
    comparison: Comparison


class Watch(Protocol):
    """Sees what passes: how much there is of it, and what is done to it."""

    def __call__(self, passing: Iterable[Passed], total: int, doing: str) -> Iterable[Passed]:
        """The same again, in the same order."""


def propose(
    entities: Mapping[str, Entity],
    context: Context,
    judged: Collection[frozenset[str]] = (),
    least: float = FROM,
    watch: Watch | None = None,
    workers: int = 1,
    of: Collection[str] | None = None,
) -> list[Proposal]:
    """Pairs that score `least` or more and that nobody judged, best first; of some things only those with one of them.

    With more than one of `workers`, as many processes share the work where things are many; the result is the same.
    """
    listed = sorted(entities.values(), key=lambda entity: entity.id)
    look, done, ceiling = watch or _pass_on, set(judged), Ceiling(context)
    with Hands(entities, context, workers if len(listed) >= MANY else 1, quick=least >= FROM) as hands:
        keyed = dict(look(hands.keys([entity.id for entity in listed]), len(listed), "reading names"))
        keys = [keyed[place] for place in range(len(listed))]
        near = (pair for pair in candidate_pairs(listed, keys=keys) if frozenset(pair) not in done)
        near = (pair for pair in near if of is None or not set(pair).isdisjoint(of))
        possible = (pair for pair in near if ceiling.of(entities[pair[0]], entities[pair[1]]) >= least)
        # Things of one country together: a process then reads the names of few countries, and knows them next time.
        pairs = sorted(possible, key=lambda pair: (sorted(context.countries.get(pair[0], ())), pair))
        scored = look(hands.comparisons(pairs), len(pairs), "comparing")
        found = [Proposal(*pairs[place], comparison) for place, comparison in scored if comparison.score >= least]
    return sorted(found, key=lambda proposal: (-proposal.comparison.score, proposal.left, proposal.right))


def _pass_on(passing: Iterable[Passed], total: int, doing: str) -> Iterable[Passed]:
    return passing
