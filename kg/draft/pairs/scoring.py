"""The sums of weights of all pairs of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.draft.pairs.features import FAR, THERE, SentenceView, far, near
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
    views: Sequence[SentenceView], weights: Weights, terms: Terms, asked: frozenset[Claim] = frozenset()
) -> Scores:
    """Adds up the weights of all pairs, for the relations that pairs propose and the claims that are `asked` for.

    The weights of one item, and of a sentence, are added up once.
    """
    found, known, proposed = Scores(), weights.by_relation, weights.proposed
    sums, asked_of = _Sums(weights), {(subject, object_) for subject, _, object_ in asked}
    least = {r: known[r][LEAST] - weights.most(r, FAR) for r in proposed}
    most_of_verb = {r: weights.most(r, (THERE,)) for r in proposed}
    for pair in pairs(views, terms):
        here, there, left, right, is_near = pair.here, pair.there, pair.left, pair.right, pair.is_near
        relations = weights.proposed_of(pair.fits)
        if (left.key, right.key) in asked_of:
            relations = tuple(
                r for r in pair.fits if r in proposed or (r in known and (left.key, r, right.key) in asked)
            )
        if not relations:
            continue
        of_sentence, of_left = sums.of_sentence(here, is_near), sums.of_item(here, left, is_near, "a.")
        of_right = sums.of_item(there, right, is_near, "b.")
        told = [(r, known[r].get(ALWAYS, 0) + of_sentence[r] + of_left[r] + of_right[r]) for r in relations]
        if not is_near:
            many = len(there.verbs)
            told = [
                (r, total)
                for r, total in told
                if (left.key, r, right.key) in asked or total + many * most_of_verb[r] >= least[r]
            ]
            if not told:
                continue  # whatever its own features are, it is not likely
        own = near(here, left, right) if is_near else far(around(views, here, there), here, there, left, right)
        for relation, total in told:
            found.add(pair, relation, total + weights.total(relation, own))
    return found


class _Sum(dict[str, int]):
    """What some features weigh for a relation, added up when it is first asked for."""

    def __init__(self, weights: Weights, features: Sequence[str]) -> None:
        super().__init__()
        self._weights, self._features = weights, features

    def __missing__(self, relation: str) -> int:
        found = self[relation] = self._weights.total(relation, self._features)
        return found


class _Sums:
    """The sums of what is told of a sentence, or of an item as the subject (a.) or the object (b.)."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._kept: dict[tuple[int, bool, str], _Sum] = {}
        self._told: dict[tuple[int, bool], Sequence[str]] = {}
        """The features of items, which are the same of a subject and of an object."""

    def of_sentence(self, view: SentenceView, is_near: bool) -> _Sum:
        """What a sentence weighs, for pairs of one sentence or of two."""
        key = (id(view), is_near, "")
        if key not in self._kept:
            self._kept[key] = _Sum(self._weights, view.own if is_near else view.own_far)
        return self._kept[key]

    def of_item(self, view: SentenceView, item: Item, is_near: bool, prefix: str) -> _Sum:
        """What an item of a sentence weighs."""
        key = (id(item), is_near, prefix)
        if key not in self._kept:
            if key[:2] not in self._told:
                self._told[key[:2]] = view.of_item(item) if is_near else view.far_item(item)
            self._kept[key] = _Sum(self._weights, [prefix + each for each in self._told[key[:2]]])
        return self._kept[key]
