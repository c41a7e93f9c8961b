"""The sums of weights of all pairs of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.draft.pairs.features import SentenceView, far, near
from kg.draft.pairs.items import Item
from kg.draft.pairs.pairing import Pair, around, pairs
from kg.draft.pairs.terms import Terms
from kg.draft.pairs.weights import ALWAYS, LEAST, Weights, probability

Claim = tuple[str, str, str]


class Scores:
    """The best pair of each claim that pairs may tell, by the keys of the items, with the sum of its weights."""

    def __init__(self) -> None:
        self._best: dict[Claim, tuple[int, Pair]] = {}

    def add(self, pair: Pair, predicate: str, total: int) -> None:
        """Takes a pair, if none of the same claim has a greater sum."""
        claim = (pair.left.key, predicate, pair.right.key)
        before = self._best.get(claim)
        if before is None or before[0] < total:
            self._best[claim] = total, pair

    def total(self, claims: Iterable[Claim]) -> int | None:
        """The greatest sum of some claims; None where no pair may tell them."""
        return max((self._best[claim][0] for claim in claims if claim in self._best), default=None)

    def likely(self, weights: Weights) -> list[tuple[Pair, str, float]]:
        """What weighs enough to be proposed, the surest first."""
        found = []
        for claim, (total, pair) in self._best.items():
            least = weights.by_relation[claim[1]].get(LEAST)
            if least is not None and total >= least:
                found.append((-total, claim, pair))
        found.sort(key=lambda each: each[:2])
        return [(pair, claim[1], probability(-total)) for total, claim, pair in found]


def scores(
    views: Sequence[SentenceView], weights: Weights, terms: Terms, asked: frozenset[str] = frozenset()
) -> Scores:
    """Adds up the weights of all pairs, for the relations that pairs propose and those that are `asked` for.

    The weights of one item, and of a sentence, are added up once.
    """
    found, known = Scores(), weights.by_relation
    weighed = (weights.proposed | asked) & known.keys()
    told: dict[tuple[int, bool, str], list[str]] = {}
    kept: dict[tuple[str, int, bool, str], int] = {}

    def part(relation: str, view: SentenceView, item: Item | None, is_near: bool, prefix: str) -> int:
        """What a sentence, or an item as the subject (a.) or the object (b.), weighs."""
        whose = (id(view if item is None else item), is_near, prefix)
        key = (relation, *whose)
        if key not in kept:
            if whose not in told:
                told[whose] = [prefix + each for each in _told_of(view, item, is_near)]
            kept[key] = weights.total(relation, told[whose])
        return kept[key]

    for pair in pairs(views, terms):
        relations = [relation for relation in pair.fits if relation in weighed]
        if not relations:
            continue
        here, there, left, right, is_near = pair.here, pair.there, pair.left, pair.right, pair.is_near
        own = near(here, left, right) if is_near else far(around(views, here, there), here, there, left, right)
        for relation in relations:
            total = known[relation].get(ALWAYS, 0) + weights.total(relation, own)
            total += part(relation, here, None, is_near, "")
            total += part(relation, here, left, is_near, "a.") + part(relation, there, right, is_near, "b.")
            found.add(pair, relation, total)
    return found


def _told_of(view: SentenceView, item: Item | None, is_near: bool) -> list[str]:
    """The features of an item, or of its sentence, for pairs of one sentence or of two."""
    if item is None:
        return view.own if is_near else view.own_far
    return view.of_item(item) if is_near else view.far_item(item)
