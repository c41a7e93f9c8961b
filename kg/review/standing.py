"""What the judgements so far mean for what is left: which things are meant, which facts cannot be asked any more."""

from __future__ import annotations

from itertools import chain

from kg.draft.model import Verdict
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.model import Item, Judged, Kind
from kg.review.queue import Queue


class Standing:
    """The state of a review; `look_up` after the tables have changed, `settle` after a judgement."""

    def __init__(self, queue: Queue, holdings: Holdings, journal: Journal) -> None:
        self._queue = queue
        self._holdings = holdings
        self._journal = journal
        self.look_up()

    def is_open(self, item: Item) -> bool:
        """Whether an item is neither judged nor in the tables."""
        return item.key not in self._journal.judged and item.key not in self._there

    def look_up(self) -> None:
        """Works out what of the drafts the tables have by now, by a hand or by a session that was killed."""
        self._there = {key for key, item in self._queue.by_key.items() if self._stands(item)}
        self._needs = {fact.key: self._needs_of(fact) for fact in self._queue.facts}
        self.needed = set(chain.from_iterable(self._needs.values()))
        """What the tables do not have and a fact names, judged or not: it is asked with the fact, and goes with it."""
        self._by_needs: dict[tuple[str, ...], list[Item]] = {}
        for fact in self._queue.facts:
            if needs := tuple(self._needs[fact.key]):
                self._by_needs.setdefault(needs, []).append(fact)
        self.settle()

    def _stands(self, item: Item) -> bool:
        if item.kind is Kind.FACT:
            return all(self._holdings.stands(told.cells) for told in item.proposals)
        return item.thing is not None and self._holdings.has(item.thing.id)

    def _needs_of(self, fact: Item) -> list[str]:
        """The ids under which a fact names things that the tables do not have, as the drafter wrote them."""
        keys = chain.from_iterable(self._holdings.checker.ids_of(told.cells) for told in fact.proposals)
        return [key for key in dict.fromkeys(keys) if key in self._queue.questions or not self._holdings.has(key)]

    def settle(self) -> None:
        """Works out what the judgements so far mean for what is left."""
        self.links: dict[str, str] = {}
        """Ids of the drafts to the ids of the things that are meant."""
        self._rejected: set[str] = set()
        self.accepted: dict[str, Item] = {}
        """New things by the ids that they are to have, whether they are written or not."""
        self.same: dict[str, list[Item]] = {}
        """All that were accepted as the thing of an id, that first to which the drafter gave it."""
        for judged in self._journal.judged.values():
            item = self._queue.by_key.get(judged.proposal)
            if item is not None and item.own_id:
                self._settle_one(item, judged)
        self.hanging: dict[str, int] = {}
        """How many facts that are not judged name a thing that the tables do not have."""
        self.asked: set[str] = set()
        """Questions that are asked before the facts that hang on them."""
        self.fallen: set[str] = set()
        """Facts that are not asked any more, since a thing in them was rejected or is known to nobody."""
        for needs, facts in self._by_needs.items():
            open_ = [fact for fact in facts if self.is_open(fact)]
            if not open_:
                continue
            for key in needs:
                self.hanging[key] = self.hanging.get(key, 0) + len(open_)
            if any(map(self._is_lost, needs)):
                self.fallen.update(fact.key for fact in open_)
            else:
                self.asked.update(item.key for item in self.questions_of(open_[0]))

    def _settle_one(self, item: Item, judged: Judged) -> None:
        if judged.verdict is Verdict.REJECT:
            self._rejected.add(item.own_id)
            return
        told = judged.edited.get("entity") or judged.edited.get("id") or item.own_id
        if told != item.own_id:
            self.links[item.own_id] = told
        if item.thing is not None:
            same = self.same.setdefault(told, [])
            same.insert(0 if item.own_id == told else len(same), item)
            self.accepted[told] = same[0]

    def _is_lost(self, key: str) -> bool:
        """Whether a thing was rejected, or is known to nobody."""
        linked = self.links.get(key, key)
        known = self._holdings.has(linked) or linked in self.accepted
        proposed = key in self._queue.things or key in self._queue.questions
        return key in self._rejected or linked in self._rejected or not (known or proposed)

    def questions_of(self, fact: Item) -> list[Item]:
        """The questions that a fact hangs on and that are not judged."""
        return [item for item in self.hung_on(fact) if item.kind is Kind.QUESTION]

    def things_of(self, fact: Item) -> list[Item]:
        """The new things that a fact needs and that are not judged; of what is still a question none."""
        return [item for item in self.hung_on(fact) if item.kind is Kind.THING]

    def hung_on(self, fact: Item) -> list[Item]:
        """The questions and things that a fact hangs on and that are not judged."""
        found = []
        for key in self._needs[fact.key]:
            question = self._queue.questions.get(key)
            thing = self._queue.things.get(key)
            if question is not None and self.is_open(question):
                found.append(question)
            elif key not in self.links and thing is not None and self.is_open(thing):
                found.append(thing)
        return found
