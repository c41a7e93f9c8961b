"""What is asked, and in which order: the surest facts first, each after the things and questions that it hangs on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain

from kg.draft.model import Drafts, Proposal, ProposedName
from kg.review.model import Item, Kind


class Order(Enum):
    """By what items are sorted; within it the surest come first."""

    CONFIDENCE = "confidence"
    ARTICLE = "article"
    RULE = "rule"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Choice:
    """Which items are asked, and in which order; what is None chooses all."""

    order: Order = Order.CONFIDENCE
    article: str | None = None
    rule: str | None = None
    predicate: str | None = None
    language: str | None = None
    least: float = 0.0

    def takes(self, item: Item) -> bool:
        """Whether an item is asked."""
        articles = {told.source for told in item.proposals} | {item.source}
        return (
            (self.article is None or self.article in articles)
            and (
                self.rule is None
                or any(name.startswith(self.rule) for name in (item.rule, item.rule.partition(".")[2]))
            )
            and (self.predicate is None or item.predicate == self.predicate)
            and (self.language is None or item.language == self.language)
            and (item.confidence is None or item.confidence >= self.least)
        )


class Queue:
    """All items of a folder of drafts, and which of them is next."""

    def __init__(self, drafts: Drafts, choice: Choice) -> None:
        rows: dict[str, list[Proposal]] = defaultdict(list)
        for told in drafts.proposals:
            rows[told.key].append(told)
        facts = [_fact(key, told) for key, told in rows.items()]
        names: dict[str, list[ProposedName]] = defaultdict(list)
        for name in drafts.names:
            names[name.entity].append(name)
        self.things = {
            thing.id: Item(
                Kind.THING, thing.key, thing.source, thing.place, thing.language, thing.reasons, thing.confidence,
                thing.rule, thing=thing, names=tuple(names.get(thing.id, ())),
            )
            for thing in drafts.things
        }  # fmt: skip
        named = [name for key, told in names.items() if key not in self.things for name in told]
        self.names = [
            Item(
                Kind.NAME, name.key, name.source, name.place, name.language, name.reasons, name.confidence, name.rule,
                names=(name,),
            )
            for name in named
        ]  # fmt: skip
        self.questions: dict[str, list[Item]] = defaultdict(list)
        """By the new thing that each is about."""
        self.open_questions: list[Item] = []
        for question in drafts.questions:
            item = Item(
                Kind.QUESTION, question.key, question.source, question.place, question.language, question.reasons,
                question=question,
            )  # fmt: skip
            if question.entity:
                self.questions[question.entity].append(item)
            else:
                self.open_questions.append(item)
        order = _orders()[choice.order]
        self.facts = sorted(filter(choice.takes, facts), key=lambda item: (*order(item), *_surest(item)))
        self._choice = choice
        self.by_key = {item.key: item for item in (*facts, *self.things.values(), *self.names)}
        asked = chain.from_iterable(self.questions.values())
        self.by_key |= {item.key: item for item in (*asked, *self.open_questions)}

    def alone(self, needed: Collection[str]) -> Iterator[Item]:
        """What no fact of the queue asks for: things and questions not needed, further names of known things."""
        order = _orders()[self._choice.order]
        kinds = [*Kind]

        def rank(item: Item) -> int:  # which thing one is comes before whether it is one
            return -1 if item.kind is Kind.QUESTION and item.own_id in self.things else kinds.index(item.kind)

        yield from sorted(self.lone(needed), key=lambda item: (rank(item), *order(item), *_surest(item)))

    def lone(self, needed: Collection[str]) -> Iterator[Item]:
        """The same in no order."""
        lone = [item for key, item in self.things.items() if key not in needed]
        lone += [*self.names, *self.open_questions]
        lone += [item for key, items in self.questions.items() if key not in needed for item in items]
        return filter(self._choice.takes, lone)

    def waiting(self, item: Item, hanging: Mapping[str, int]) -> Item:
        """The item, told how many facts wait for it."""
        return replace(item, waiting=hanging.get(item.own_id, 0))


def _fact(key: str, rows: Iterable[Proposal]) -> Item:
    """A fact with all its evidence, the surest first."""
    told = sorted(rows, key=lambda row: (-row.confidence, row.source, row.place.start))
    best = told[0]
    return Item(
        Kind.FACT, key, best.source, best.place, best.language, best.reasons, best.confidence, best.rule, tuple(told)
    )


def _surest(item: Item) -> tuple[float, str, int, str]:
    return (-(item.confidence or 0.0), item.source, item.place.start, item.key)


def _orders() -> Mapping[Order, Callable[[Item], tuple[str | int, ...]]]:
    return {
        Order.CONFIDENCE: lambda item: (),
        Order.ARTICLE: lambda item: (item.source, item.place.start),
        Order.RULE: lambda item: (item.rule,),
        Order.LANGUAGE: lambda item: (item.language,),
    }
