"""Processes that share the reading and comparing of names, each at home in some countries.

To read a name takes longer than to compare two that were read. So a process is given the things that it read the names
of before; what is left of another one's work it takes only when its own is done.
"""

from __future__ import annotations

import multiprocessing
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar

from kg.facts.model import Entity
from kg.facts.names.blocking import Key, keys_of
from kg.facts.names.comparison import Comparison
from kg.facts.names.resemblance import Context, compare

Work = TypeVar("Work")
Result = TypeVar("Result")

_CHUNK = 500
_AHEAD = 2
"""So many chunks a process has been given at a time: one that it works on, and the next."""
_GROUP = 2_000
"""Things of one country, or of none, are parted from so many on: else one process had them all."""


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
    """Does the work here, or shares it out to other processes; each result comes with its place in the work."""

    def __init__(self, entities: Mapping[str, Entity], context: Context, workers: int, *, quick: bool) -> None:
        self._known = _Known(entities, context, quick)
        self._homes: dict[str, int] = {}
        self._pools: list[ProcessPoolExecutor] = []
        if workers > 1:
            spawn = multiprocessing.get_context("spawn")
            self._homes = homes(entities, context.countries, workers)
            self._pools = [ProcessPoolExecutor(1, spawn, _start, (self._known,)) for _ in range(workers)]

    def __enter__(self) -> Hands:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for pool in self._pools:
            pool.shutdown(cancel_futures=True)

    def keys(self, ids: Sequence[str]) -> Iterator[tuple[int, frozenset[Key]]]:
        """What each thing may be found by, in any order."""
        return self._results(ids, [self._homes.get(each, 0) for each in ids], self._known.keys, _keys)

    def comparisons(self, pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[int, Comparison]]:
        """How likely the things of each pair are one, in any order."""
        at_home = [self._homes.get(left, 0) for left, _ in pairs]
        return self._results(pairs, at_home, self._known.comparisons, _comparisons)

    def _results(
        self,
        work: Sequence[Work],
        at_home: Sequence[int],
        here: Callable[[Sequence[Work]], list[Result]],
        there: Callable[[Sequence[Work]], list[Result]],
    ) -> Iterator[tuple[int, Result]]:
        places: dict[int, list[int]] = defaultdict(list)
        for place, home in enumerate(at_home):
            places[home].append(place)
        waiting = {home: deque(_chunks(own)) for home, own in places.items()}
        if not self._pools:
            for chunk in waiting.get(0, ()):
                yield from zip(chunk, here([work[place] for place in chunk]), strict=True)
            return
        given: dict[Future[list[Result]], tuple[int, Sequence[int]]] = {}
        free = [home for home in range(len(self._pools)) for _ in range(_AHEAD)]
        while True:
            for home in free:
                if chunk := _next(waiting, home):
                    given[self._pools[home].submit(there, [work[place] for place in chunk])] = home, chunk
            if not given:
                return
            done, _ = wait(given, return_when=FIRST_COMPLETED)
            free = []
            for future in done:
                home, chunk = given.pop(future)
                free.append(home)
                yield from zip(chunk, future.result(), strict=True)


def homes(entities: Mapping[str, Entity], countries: Mapping[str, frozenset[str]], workers: int) -> dict[str, int]:
    """Which process each thing is at home in: those of one country in one, about as many names in each.

    >>> homes({}, {}, 2)
    {}
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(entities):
        groups[min(countries.get(key, ()), default="")].append(key)
    parts = [group[at : at + _GROUP] for _, group in sorted(groups.items()) for at in range(0, len(group), _GROUP)]
    sizes = [sum(len(entities[key].names) for key in part) for part in parts]
    found: dict[str, int] = {}
    load = [0] * workers
    for size, part in sorted(zip(sizes, parts, strict=True), key=lambda item: (-item[0], item[1])):
        home = load.index(min(load))
        load[home] += size
        found.update(dict.fromkeys(part, home))
    return found


def _next(waiting: Mapping[int, deque[Sequence[int]]], home: int) -> Sequence[int]:
    """The next chunk for a process: of its own, else the last of whoever has most left."""
    if waiting.get(home):
        return waiting[home].popleft()
    most = max(waiting, key=lambda other: (len(waiting[other]), -other), default=home)
    return waiting[most].pop() if waiting.get(most) else ()


def _chunks(places: Sequence[int]) -> Iterator[Sequence[int]]:
    return (places[at : at + _CHUNK] for at in range(0, len(places), _CHUNK))


# What a process was started with.
_started: list[_Known] = []


def _start(known: _Known) -> None:
    _started[:] = [known]


def _keys(ids: Sequence[str]) -> list[frozenset[Key]]:
    return _started[0].keys(ids)


def _comparisons(pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
    return _started[0].comparisons(pairs)
