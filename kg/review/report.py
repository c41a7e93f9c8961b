"""How much of what is proposed people accept, so that bad rules show themselves."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.draft.model import Verdict
from kg.review.model import Judged, Kind

_Z = 1.959963984540054
"""The standard normal quantile of 95 %."""


WANTED_SHARE = 0.75
"""So much of what is proposed is to be right: the bar of the drafter."""
_FEWEST = 5
"""Of fewer judgements nothing is said."""


_BY_SHAPE = ("construction", "card", "sheet", "calendar", "figure", "role")
"""Rules whose further parts are a relation or words."""
_IN_PARTS = ("post", "list", "agreement")
"""Rules whose further part is another way of reading."""


CARRIED = "carried"
"""The kind of new things that were accepted with a fact."""


class Standing(Enum):
    """What judgements say of a group: of a bad or a good one surely, with 95 % confidence."""

    BAD = "bad"
    """Fewer are right than wanted."""
    OPEN = "open"
    FEW = "few"
    """Too few were judged to tell."""
    GOOD = "good"


class Group(Enum):
    """By what judgements are counted together."""

    KIND = "kind"
    LANGUAGE = "language"
    PREDICATE = "predicate"
    FAMILY = "family"
    """The same rule in all languages: of one language alone there may be too few judgements to tell."""
    RULE = "rule"


@dataclass(frozen=True)
class Tally:
    """The judgements on one group of proposals; `share` of them were right as they were proposed.

    `low` and `high` bound that share with 95 % confidence (Wilson 1927): few judgements give a wide interval.
    """

    group: Group
    value: str
    accepted: int
    edited: int
    rejected: int

    @property
    def judged(self) -> int:
        """How many were judged."""
        return self.accepted + self.edited + self.rejected

    @property
    def share(self) -> float:
        """Of these, the share that was accepted without an edit."""
        return self.accepted / self.judged

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds of the share."""
        return wilson(self.accepted, self.judged)

    @property
    def standing(self) -> Standing:
        """What the judgements say.

        >>> [Tally(Group.RULE, "x", *counts).standing.value for counts in ((1, 0, 6), (5, 0, 1), (0, 0, 3), (40, 0, 1))]
        ['bad', 'open', 'few', 'good']
        """
        low, high = self.interval
        if self.judged < _FEWEST:
            return Standing.FEW
        return Standing.BAD if high < WANTED_SHARE else Standing.GOOD if low >= WANTED_SHARE else Standing.OPEN


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share of which `part` of `whole` were seen (Wilson score, Wilson 1927).

    >>> [round(bound, 3) for bound in wilson(8, 10)]
    [0.49, 0.943]
    """
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = _Z / (1 + square / whole) * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    return (0.0 if part == 0 else max(0.0, middle - half), 1.0 if part == whole else min(1.0, middle + half))


def family(rule: str) -> str:
    """A rule without its language and without the words that it goes by.

    >>> [family(rule) for rule in ("en.join.has_joined", "az.possessor", "kk.post.head", "ru.construction.operates.из")]
    ['words', 'possessor', 'post.head', 'construction']
    >>> [family(rule) for rule in ("head-park", "person", "model:llama3.1", "")]
    ['head', 'person', 'model', '']
    """
    if "." not in rule or ":" in rule:
        return rule.partition(":")[0] if not rule.startswith("head-") else "head"
    _, name, *further = rule.split(".", 2)
    if not further or name in _BY_SHAPE:
        return name
    return f"{name}.{further[0]}" if name in _IN_PARTS else "words"


def tallies(judged: Iterable[Judged], groups: Sequence[Group] = tuple(Group)) -> list[Tally]:
    """What people said: of all kinds, of facts by language and predicate, and of rules; the worst first.

    Questions are left out: the drafter proposes nothing there. New things that came with a fact, by its key, were not
    asked about by themselves: they are counted as a kind of their own and speak for no rule.
    """
    told = [item for item in judged if item.kind is not Kind.QUESTION]
    values: dict[Group, Callable[[Judged], str]] = {
        Group.KIND: lambda item: CARRIED if item.with_ else item.kind.value,
        Group.LANGUAGE: lambda item: item.language if item.kind is Kind.FACT else "",
        Group.PREDICATE: lambda item: item.predicate if item.kind is Kind.FACT else "",
        Group.FAMILY: lambda item: "" if item.with_ else family(item.rule),
        Group.RULE: lambda item: "" if item.with_ else item.rule,
    }
    found = []
    for group in groups:
        by_value: dict[str, list[Verdict]] = {}
        for item in told:
            if value := values[group](item):
                by_value.setdefault(value, []).append(item.verdict)
        counted = [
            Tally(
                group, value, *(verdicts.count(verdict) for verdict in (Verdict.ACCEPT, Verdict.EDIT, Verdict.REJECT))
            )
            for value, verdicts in by_value.items()
        ]
        found += sorted(counted, key=lambda tally: (tally.interval[1], -tally.judged, tally.value))
    return found
