"""The pairs of items of an article that some relation of the ontology may hold between, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.draft.pairs.features import SentenceView, far, near
from kg.draft.pairs.items import Item
from kg.draft.pairs.terms import Terms

_REACHES = ("Event", "Agreement", "Initiative")
"""What sentences further away may take up again; other things only the next one."""
_MOST_APART, _MOST_BETWEEN = 8, 30
"""How many sentences, and items of one sentence, two things may stand apart: a text of any length is read in time."""
_SUBJECTS = frozenset(
    {"Person", "Organisation", "Country", "Place", "Event", "Agreement", "Initiative", "Post", "Publication"}
)
_OBJECTS = frozenset({"Organisation", "Country", "Place", "Event", "Agreement", "Initiative"})


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """Two items and the relations that may hold between them; `left` stands in the sentence `here`."""

    here: SentenceView
    there: SentenceView
    left: Item
    right: Item
    fits: tuple[str, ...]

    @property
    def is_near(self) -> bool:
        """Whether both stand in one sentence."""
        return self.here is self.there


def pairs(views: Sequence[SentenceView], terms: Terms) -> Iterator[Pair]:
    """All pairs of an article: first those of one sentence, then those of two that no sentence has together."""
    together: set[tuple[str, str]] = set()
    for view in views:
        for at, left in enumerate(view.items):
            for right in view.items[max(0, at - _MOST_BETWEEN) : at + _MOST_BETWEEN + 1]:
                if left.key == right.key:
                    continue
                together.add((left.key, right.key))
                fits = terms.fitting(left.classes, right.classes)
                if fits:
                    yield Pair(view, view, left, right, fits)
    for at, here in enumerate(views):
        for there in views[max(0, at - _MOST_APART) : at + _MOST_APART + 1]:
            if here is not there:
                yield from _apart(here, there, together, terms)


def _apart(here: SentenceView, there: SentenceView, together: set[tuple[str, str]], terms: Terms) -> Iterator[Pair]:
    is_next = abs(here.number - there.number) == 1
    for left in here.items:
        if left.sort not in _SUBJECTS:
            continue
        for right in there.items:
            if right.sort not in _OBJECTS or left.key == right.key or (left.key, right.key) in together:
                continue
            if not is_next and left.sort not in _REACHES and right.sort not in _REACHES:
                continue
            fits = terms.fitting(left.classes, right.classes)
            if fits:
                yield Pair(here, there, left, right, fits)


@dataclass(frozen=True, eq=False, slots=True)
class Parts:
    """What speaks for or against the relations of a pair, by what it is told of."""

    sentence: list[str]
    left: list[str]
    right: list[str]
    pair: list[str]

    def __iter__(self) -> Iterator[str]:
        yield from self.sentence
        yield from (f"a.{each}" for each in self.left)
        yield from (f"b.{each}" for each in self.right)
        yield from self.pair


def features(pair: Pair, views: Sequence[SentenceView]) -> Parts:
    """All that speaks for or against the relations of a pair."""
    here, there, left, right = pair.here, pair.there, pair.left, pair.right
    if pair.is_near:
        return Parts(here.own, here.of_item(left), here.of_item(right), near(here, left, right))
    far_ = far(around(views, here, there), here, there, left, right)
    return Parts(here.own_far, here.far_item(left), there.far_item(right), far_)


def around(views: Sequence[SentenceView], here: SentenceView, there: SentenceView) -> Sequence[SentenceView]:
    """The sentences around two of them, by which what is far apart is told from what is not."""
    low, high = sorted((here.number, there.number))
    return views[max(0, low - _MOST_APART) : high + _MOST_APART + 1]
