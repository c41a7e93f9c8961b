"""What the judgements so far mean for what is left: which things are meant, which facts cannot be asked any more."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from kg.draft.model import Verdict
from kg.review.fields import cells_of
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
        """Whether an item is neither judged nor in the tables, and there still is what it asks about."""
        if item.key in self._journal.judged or item.key in self._there or item.key in self._told_twice:
            return False
        if item.thing is not None:
            return item.own_id not in self.links  # else it was said to be another
        if item.question is None or not item.own_id:
            return True
        if item.own_id in self.links or item.own_id in self._rejected:
            return False
        if item.is_sameness and self._holdings.has(item.own_id):
            return False  # of two things in the tables kg same asks
        return any(map(self._may_be_meant, item.question.candidates))

    def _may_be_meant(self, key: str) -> bool:
        """Whether a candidate of a question is known, or may become so."""
        linked = self.links.get(key, key)
        if key in self._rejected or linked in self._rejected:
            return False
        return self._holdings.has(linked) or linked in self._queue.things or linked in self.accepted

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
        """Ids of the drafts to the ids of the things that are meant, through all that were said to be one."""
        self.merged: dict[str, list[Item]] = {}
        """Of a thing the new things that were said to be the same, whose names it takes over."""
        self._rejected: set[str] = set()
        self.accepted: dict[str, Item] = {}
        """New things by the ids that they are to have, whether they are written or not."""
        self.same: dict[str, list[Item]] = {}
        """All that were accepted as the thing of an id, that first to which the drafter gave it."""
        for judged in self._journal.judged.values():
            item = self._queue.by_key.get(judged.proposal)
            if item is not None and item.own_id:
                self._settle_one(item, judged)
        self._follow_links()
        self.hanging: dict[str, int] = {}
        """How many facts that are not judged name a thing that the tables do not have."""
        self.asked: set[str] = set()
        """Questions that are asked before the facts that hang on them."""
        self.fallen: set[str] = set()
        """Facts that are not asked any more, since a thing in them was rejected or is known to nobody."""
        linked = {*self.links, *self.links.values()}
        self._told_twice = {
            fact.key for fact in self._queue.facts if linked and self._names(fact, linked) and self._stands_linked(fact)
        }
        """Facts that stand in the tables, since things in them are one with others."""
        for needs, facts in self._by_needs.items():
            open_ = [fact for fact in facts if self.is_open(fact)]
            if not open_:
                continue
            for key in dict.fromkeys((*needs, *(self.links.get(key, key) for key in needs))):
                self.hanging[key] = self.hanging.get(key, 0) + len(open_)
            self.fallen.update(fact.key for fact in open_ if self._is_of_itself(fact))
            if any(map(self._is_lost, needs)):
                self.fallen.update(fact.key for fact in open_)
            else:
                self.asked.update(item.key for item in self.questions_of(open_[0]))

    def _follow_links(self) -> None:
        """Makes each link lead to the thing that is meant in the end, and gives it the names of all on the way."""
        direct = dict(self.links)
        for key in direct:
            seen, end = {key}, direct[key]
            while end in direct and end not in seen:
                seen.add(end)
                end = direct[end]
            self.links[key] = end
        for judged in self._journal.judged.values():
            item = self._queue.by_key.get(judged.proposal)
            thing = self._queue.things.get(item.own_id) if item is not None and item.question is not None else None
            if thing is not None and thing.own_id in self.links:
                self.merged.setdefault(self.links[thing.own_id], []).append(thing)

    def _names(self, fact: Item, keys: set[str]) -> bool:
        return any(told.subject in keys or told.object in keys for told in fact.proposals)

    def _stands_linked(self, fact: Item) -> bool:
        """Whether the tables have a fact with the same words, in the ids of the things that are meant."""
        return all(self._holdings.stands(cells_of(told, self.links)) for told in fact.proposals)

    def _is_of_itself(self, fact: Item) -> bool:
        """Whether both ends of a fact were said to be one thing."""
        told = fact.proposals[0]
        left, right = (self.links.get(key, key) for key in (told.subject, told.object))
        return left == right

    def _settle_one(self, item: Item, judged: Judged) -> None:
        if judged.verdict is Verdict.REJECT and item.is_sameness:
            return  # they are two
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
        proposed = linked in self._queue.things or linked in self._queue.questions
        return key in self._rejected or linked in self._rejected or not (known or proposed)

    def questions_of(self, fact: Item) -> list[Item]:
        """The questions that a fact hangs on and that are not judged."""
        return [item for item in self.hung_on(fact) if item.kind is Kind.QUESTION]

    def things_of(self, fact: Item) -> list[Item]:
        """The new things that a fact needs and that are not judged; of what is still a question none."""
        return [item for item in self.hung_on(fact) if item.kind is Kind.THING]

    def hung_on(self, fact: Item, answers: Mapping[str, str] | None = None) -> list[Item]:
        """The questions and things that a fact hangs on and that are not judged.

        `answers` are those to questions that are about to be given: the new thing of each, and which it is.
        """
        found: list[Item] = []
        for own in self._needs[fact.key]:
            key = self.meant(own, answers or {})
            asked = [] if key in (answers or {}) else self._queue.questions.get(key, [])
            open_ = [item for item in asked if self.is_open(item)]
            thing = None if self._holdings.has(key) else self._queue.things.get(key)
            found += open_[:1] or ([thing] if thing is not None and self.is_open(thing) else [])
        return list({item.key: item for item in found}.values())

    def meant(self, key: str, answers: Mapping[str, str]) -> str:
        """The id of the thing that an id of the drafts stands for, with these answers to be given."""
        seen: set[str] = set()
        while key not in seen:
            seen.add(key)
            key = self.links.get(key, key)
            key = answers.get(key, key)
        return key
