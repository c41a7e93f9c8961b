"""The weights of features: how much each speaks for a relation, in thousandths of the logarithm of its odds."""

from __future__ import annotations

import csv
import gzip
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path

from kg.draft.language.grammar import DATA

PATH = DATA / "pair_weights.csv.gz"
ALWAYS = "always"
"""The feature that every pair has."""
RULE = "told by a rule"
"""What it weighs that a rule told the same."""
LEAST = "proposed from"
"""The sum of weights from which a pair is proposed that no rule tells; a relation without one is not proposed."""
LANGUAGE = "lang="
"""What the feature of a language opens with."""
SHARE = 6
"""Tenths of the weights of a pair that count beside a rule's word: both read the same words."""
_UNIT = 1000


@dataclass(frozen=True)
class Weights:
    """By feature, the weight of each relation that it speaks for (above zero) or against."""

    by_relation: Mapping[str, Mapping[str, int]]
    """By relation, what each feature weighs for it (above zero) or against it."""

    @cached_property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that something was learned of."""
        features = (feature for weights in self.by_relation.values() for feature in weights)
        return frozenset(feature.removeprefix(LANGUAGE) for feature in features if feature.startswith(LANGUAGE))

    @cached_property
    def proposed(self) -> frozenset[str]:
        """The relations that pairs may propose by themselves."""
        return frozenset(relation for relation, told in self.by_relation.items() if LEAST in told)

    def proposed_of(self, fits: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some relations."""
        if fits not in self._proposed_of:
            self._proposed_of[fits] = tuple(relation for relation in fits if relation in self.proposed)
        return self._proposed_of[fits]

    @cached_property
    def _proposed_of(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return {}

    def total(self, relation: str, features: Iterable[str]) -> int:
        """The weights of some features for a relation added up."""
        return sum(map(self.by_relation[relation].get, features, repeat(0)))

    def most(self, relation: str, beginnings: tuple[str, ...]) -> int:
        """The most that one feature of each beginning can weigh for a relation together."""
        key = (relation, beginnings)
        if key not in self._most:
            told = self.by_relation[relation].items()
            best = dict.fromkeys(beginnings, 0)
            for feature, weight in told:
                if not feature.startswith(beginnings):
                    continue
                beginning = feature[: feature.find("=") + 1] or feature
                if weight > best.get(beginning, weight):
                    best[beginning] = weight
            self._most[key] = sum(best.values())
        return self._most[key]

    @cached_property
    def _most(self) -> dict[tuple[str, tuple[str, ...]], int]:
        return {}


NO_WEIGHTS = Weights({})


def probability(total: int) -> float:
    """How sure a sum of weights makes a relation, from 0 to 1, in hundredths.

    >>> probability(0), probability(2000), probability(-50000)
    (0.5, 0.88, 0.0)
    """
    return round(1 / (1 + math.exp(-max(-30, min(30, total / _UNIT)))), 2)


def read_weights(path: Path = PATH) -> Weights:
    """The weights of a table with the columns feature and weights (`signed:812 partyTo:-90`), in gzip."""
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    found: dict[str, dict[str, int]] = {}
    for feature, told in list(csv.reader(io.StringIO(text)))[1:]:
        for each in told.split():
            relation, _, weight = each.rpartition(":")
            found.setdefault(relation, {})[feature] = int(weight)
    return Weights(found)


@cache
def shipped_weights() -> Weights:
    """Those that the package comes with; none where it has no table."""
    return read_weights() if PATH.is_file() else NO_WEIGHTS


def write_weights(weights: Mapping[str, Mapping[str, int]], path: Path = PATH) -> None:
    """Writes a table of weights, the same bytes for the same weights."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("feature", "weights"))
    for feature in sorted(weights):
        told = " ".join(f"{relation}:{weight}" for relation, weight in sorted(weights[feature].items()) if weight)
        if told:
            writer.writerow((feature, told))
    path.write_bytes(gzip.compress(out.getvalue().encode("utf-8"), mtime=0))
