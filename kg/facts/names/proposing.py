"""Pairs of things that may be one, among all things; many of them are compared by several processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, TypeVar

from kg.facts.model import Entity
from kg.facts.names.blocking import Key, candidate_pairs, keys_of
from kg.facts.names.comparison import Comparison
from kg.facts.names.resemblance import Ceiling, Context, compare

Passed = TypeVar("Passed")

FROM = 0.6
"""From this score on, a pair is proposed."""
MANY = 2_000
"""From so many things on, other processes help."""
_CHUNK = 500


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
) -> list[Proposal]:
    """Pairs that score `least` or more and that nobody judged, best first.

    With more than one of `workers`, as many processes share the work where things are many; the result is the same.
    """
    listed = sorted(entities.values(), key=lambda entity: entity.id)
    look, done, ceiling = watch or _pass_on, set(judged), Ceiling(context)
    with Hands(entities, context, workers if len(listed) >= MANY else 1, quick=least >= FROM) as hands:
        keys = list(look(hands.keys([entity.id for entity in listed]), len(listed), "reading names"))
        near = (pair for pair in candidate_pairs(listed, keys=keys) if frozenset(pair) not in done)
        possible = (pair for pair in near if ceiling.of(entities[pair[0]], entities[pair[1]]) >= least)
        # Things of one country together: a process then reads the names of few countries, and knows them next time.
        pairs = sorted(possible, key=lambda pair: (sorted(context.countries.get(pair[0], ())), pair))
        scored = zip(pairs, look(hands.comparisons(pairs), len(pairs), "comparing"), strict=True)
        found = [Proposal(*pair, comparison) for pair, comparison in scored if comparison.score >= least]
    return sorted(found, key=lambda proposal: (-proposal.comparison.score, proposal.left, proposal.right))


def _pass_on(passing: Iterable[Passed], total: int, doing: str) -> Iterable[Passed]:
    return passing


@dataclass(frozen=True)
class _Known:
    """What a process needs to know to compare things."""

    entities: Mapping[str, Entity]
    context: Context
    quick: bool

    def keys(self, ids: Sequence[str]) -> list[frozenset[Key]]:
        return [keys_of(self.entities[each]) for each in ids]

    def comparisons(self, pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
        return [compare(self.entities[a], self.entities[b], self.context, quick=self.quick) for a, b in pairs]


class Hands:
    """Does the work here, or shares it out to other processes in chunks; results come in the order of the work."""

    def __init__(self, entities: Mapping[str, Entity], context: Context, workers: int, *, quick: bool) -> None:
        self._known = _Known(entities, context, quick)
        self._pool: ProcessPoolExecutor | None = None
        if workers > 1:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(workers, spawn, _start, (self._known,))

    def __enter__(self) -> Hands:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def keys(self, ids: Sequence[str]) -> Iterator[frozenset[Key]]:
        """What each thing may be found by."""
        if self._pool is None:
            for chunk in _chunks(ids):
                yield from self._known.keys(chunk)
        else:
            for found in self._pool.map(_keys, _chunks(ids)):
                yield from found

    def comparisons(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Comparison]:
        """How likely the things of each pair are one."""
        if self._pool is None:
            for chunk in _chunks(pairs):
                yield from self._known.comparisons(chunk)
        else:
            for found in self._pool.map(_comparisons, _chunks(pairs)):
                yield from found


def _chunks(work: Sequence[Passed]) -> list[Sequence[Passed]]:
    return [work[at : at + _CHUNK] for at in range(0, len(work), _CHUNK)]


# What a process was started with.
_started: list[_Known] = []


def _start(known: _Known) -> None:
    _started[:] = [known]


def _keys(ids: Sequence[str]) -> list[frozenset[Key]]:
    return _started[0].keys(ids)


def _comparisons(pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
    return _started[0].comparisons(pairs)
