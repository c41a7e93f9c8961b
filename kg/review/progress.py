"""How far a review is: in all, by article, what is left for later, what this session did, and how long it may take."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.draft.model import Verdict
from kg.review.journal import Journal
from kg.review.model import Item, Judged
from kg.review.queue import Queue
from kg.review.standing import Standing

_PAUSE_SECONDS = 180.0
"""Whoever takes longer over one item is taken to have been away."""
_FEWEST = 5
"""From so many answers on their pace tells something."""


@dataclass(frozen=True)
class Counts:
    """How far a review is, in what is asked: a fact with the new things that it needs is one."""

    judged: int
    """In this session."""
    left: int
    """Those that were left for later, too."""
    fallen: int
    """Facts that are not asked, since a thing in them was rejected or is proposed no more."""
    before: int = 0
    """Judged in earlier sessions."""
    later: int = 0

    @property
    def all(self) -> int:
        """Judged or not."""
        return self.before + self.judged + self.left


@dataclass(frozen=True)
class ArticleCounts:
    """How far one article is; what two articles tell counts to that which tells it best."""

    source: str
    judged: int
    left: int
    later: int

    @property
    def all(self) -> int:
        """Judged or not."""
        return self.judged + self.left


@dataclass(frozen=True)
class Summary:
    """What a session did: how many it answered in each way, and how many rows it wrote to which table."""

    verdicts: Mapping[Verdict, int]
    rows: Mapping[str, int]
    """By the table's file relative to the folder of tables, with slashes; sorted."""


class Progress:
    """Counts over the state of a review."""

    def __init__(self, queue: Queue, standing: Standing, journal: Journal, later: set[str], done: list[str]) -> None:
        """`later` and `done` are the keys that the session left for later and judged; it goes on filling them."""
        self._queue = queue
        self._standing = standing
        self._journal = journal
        self._later = later
        self._done = done

    def counts(self, open_facts: Iterable[Item], opened: Iterable[Item]) -> Counts:
        """How far it is; `opened` are new things that are asked before their facts."""
        left = list(self._left(open_facts, opened))
        before = sum(1 for _ in self._judged()) - len(self._done)
        later = sum(item.key in self._later for item in left)
        return Counts(len(self._done), len(left), len(self._standing.fallen), max(0, before), later)

    def by_article(self, open_facts: Iterable[Item], opened: Iterable[Item]) -> list[ArticleCounts]:
        """How far each article is, in the order of their ids."""
        left = list(self._left(open_facts, opened))
        waiting = Counter(item.source for item in left)
        later = Counter(item.source for item in left if item.key in self._later)
        judged = Counter(self._queue.by_key[told.proposal].source for told in self._judged())
        return [ArticleCounts(key, judged[key], waiting[key], later[key]) for key in sorted(waiting | judged)]

    def left_for_later(self, open_facts: Iterable[Item], opened: Iterable[Item]) -> list[Item]:
        """What was left for later and is not judged yet."""
        return [item for item in self._left(open_facts, opened) if item.key in self._later]

    def summary(self) -> Summary:
        """What this session did and did not take back."""
        journal = self._journal
        told = [journal.judged[key] for key in self._done if key in journal.judged]
        rows = Counter(
            row.table for last in told for each in journal.together(last) for row in journal.written(each.proposal)
        )
        verdicts = Counter(last.verdict for last in told)
        return Summary(verdicts, dict(sorted(rows.items())))

    def _left(self, open_facts: Iterable[Item], opened: Iterable[Item]) -> Iterator[Item]:
        """All that will be asked, each once."""
        by_key = {item.key: item for item in opened}
        by_key |= {key: self._queue.by_key[key] for key in self._standing.asked}
        yield from open_facts
        yield from by_key.values()
        lone = filter(self._standing.is_open, self._queue.lone(self._standing.needed))
        yield from (item for item in lone if item.key not in by_key)

    def _judged(self) -> Iterator[Judged]:
        """The judgements on these drafts that took a key of their own."""
        return (
            told for told in self._journal.judged.values() if not told.with_ and told.proposal in self._queue.by_key
        )


class Pace:
    """How long answers take, so that it can be told how long the rest may."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` gives seconds from any moment on."""
        self._clock = clock
        self._since = clock()
        self._taken: list[float] = []

    def answered(self) -> None:
        """An answer was given; the next item is shown from now on."""
        now = self._clock()
        if now - self._since <= _PAUSE_SECONDS:
            self._taken.append(now - self._since)
        self._since = now

    def minutes_left(self, left: int) -> int | None:
        """For so many items, rounded up; None where too few were answered to tell.

        >>> at = iter([0, 10, 20, 30, 40, 50])
        >>> pace = Pace(lambda: float(next(at)))
        >>> for _ in range(5):
        ...     pace.answered()
        >>> pace.minutes_left(20)
        4
        """
        if len(self._taken) < _FEWEST or not left:
            return None
        return max(1, -int(-statistics.median(self._taken) * left // 60))
