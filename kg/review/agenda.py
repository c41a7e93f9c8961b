"""What is asked next in a review, in which order, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.review.journal import Journal
from kg.review.model import Item, Kind
from kg.review.progress import ArticleCounts, Counts, Progress, Summary
from kg.review.queue import Queue
from kg.review.standing import Standing


class Agenda:
    """What waits in a review; the sets that it is given are shared with the session."""

    def __init__(
        self, queue: Queue, standing: Standing, journal: Journal, later: set[str], singly: set[str], done: list[str]
    ) -> None:
        """`later` was left for later, the new things of `singly` are asked one by one, `done` was judged: keys."""
        self._queue = queue
        self._standing = standing
        self._later = later
        self._singly = singly
        self._progress = Progress(queue, standing, journal, later, done)

    def item(self, key: str) -> Item | None:
        """The item of this key, judged or not."""
        found = self._queue.by_key.get(key)
        return self._queue.waiting(found, self._standing.hanging) if found is not None else None

    def items(self) -> Iterator[Item]:
        """All that is not judged, in order: each fact after the questions and things that it hangs on."""
        seen: set[str] = set()
        for fact in self._open_facts():
            hung = self._standing.hung_on(fact)
            # Which thing a new one is, is answered beside whether it is one; a sheet brings both answers at once.
            asked = (item for item in hung if item.is_sameness)
            told = (thing for item in asked if (thing := self._queue.things.get(item.own_id)) is not None)
            for item in (*hung, *filter(self._standing.is_open, told), fact):
                if item.key not in seen:
                    seen.add(item.key)
                    yield item
        yield from filter(self._standing.is_open, self._queue.alone(self._standing.needed))

    def _open_facts(self) -> Iterator[Item]:
        standing = self._standing
        return (fact for fact in self._queue.facts if standing.is_open(fact) and fact.key not in standing.fallen)

    def next(self) -> Item | None:
        """The next item; None where all is judged or left for later. A fact stands for the new things it needs, too."""
        for fact in self._open_facts():
            before = self._standing.hung_on(fact)
            if not any(item.key in self._later for item in (fact, *before)):
                first = [*self._standing.questions_of(fact), *self._opened(fact), fact][0]
                return self._queue.waiting(first, self._standing.hanging)
        alone = filter(self._standing.is_open, self._queue.alone(self._standing.needed))
        return next((item for item in alone if item.key not in self._later), None)

    def new_with(self, fact: Item) -> list[Item]:
        """The new things that are accepted with a fact, since nobody has judged them; of another item none."""
        things = self._standing.things_of(fact) if fact.kind is Kind.FACT else []
        return [self._queue.waiting(thing, self._standing.hanging) for thing in things]

    def new_if(self, fact: Item, answers: Mapping[str, str]) -> dict[str, Item]:
        """The same once these answers are given to questions: for each new thing which of them it is; by id."""
        hung = self._standing.hung_on(fact, answers) if fact.kind is Kind.FACT else []
        return {item.own_id: item for item in hung if item.kind is Kind.THING}

    def ask_singly(self, fact: Item) -> bool:
        """Puts the new things of a fact before it, one by one; whether there are any."""
        self._singly.add(fact.key)
        return bool(self.new_with(fact))

    def ask_together(self, thing: Item) -> bool:
        """The way back from `ask_singly`: a new thing is asked with its facts again; whether it was opened."""
        opened = {fact.key for fact in self._open_facts() if thing.key in {each.key for each in self._opened(fact)}}
        self._singly -= opened
        return bool(opened)

    def is_opened(self, item: Item) -> bool:
        """Whether a new thing is asked before its fact because the reviewer wished it."""
        return any(item.key == each.key for fact in self._open_facts() for each in self._opened(fact))

    def _opened(self, fact: Item) -> list[Item]:
        return self._standing.things_of(fact) if fact.key in self._singly else []

    def postpone(self, item: Item) -> None:
        """Leaves an item, and what hangs on it, for another session."""
        self._later.add(item.key)

    def recall(self) -> None:
        """What was left for later is asked again."""
        self._later.clear()

    def counts(self) -> Counts:
        """How far it is."""
        return self._progress.counts(*self._asked())

    def by_article(self) -> list[ArticleCounts]:
        """How far each article is."""
        return self._progress.by_article(*self._asked())

    def left_for_later(self) -> list[Item]:
        """What was left for later in this session and is not judged yet."""
        return self._progress.left_for_later(*self._asked())

    def _asked(self) -> tuple[list[Item], list[Item]]:
        facts = list(self._open_facts())
        return facts, [item for fact in facts for item in self._opened(fact)]

    def summary(self) -> Summary:
        """What this session did."""
        return self._progress.summary()
