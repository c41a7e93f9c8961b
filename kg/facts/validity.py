"""When a claim holds: yes, no or unknown, as of a day.

A *state* holds once it has surely begun and until it has surely ended; an *event* counts from its date on. A claim
without a date was so by the end of the day, month or year of its first report. Unknown is never taken for yes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from kg.facts.model import Claim, Rank, best_rank
from kg.facts.schema import Schema, TemporalKind


class Answer(Enum):
    """An answer that need not be known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Interval:
    """The days between which something began and ended, each None where nothing bounds it.

    What may never have begun has no `begins_latest`; what has no end told, neither bound of an end.
    """

    begins_earliest: dt.date | None
    begins_latest: dt.date | None
    ends_earliest: dt.date | None
    ends_latest: dt.date | None

    @classmethod
    def of(cls, claim: Claim) -> Interval:
        """The bounds that a claim's dates and its first report give; nothing ends before it begins.

        What is reported as a fact was so by its report: told in November of "2025", it had begun by then.
        """
        begins_earliest = claim.from_.earliest if claim.from_ is not None else None
        begins_latest = claim.from_.latest if claim.from_ is not None else None
        if claim.reported is not None:
            reported = claim.reported.latest
            if begins_latest is None or (claim.asserted and begins_earliest and begins_earliest <= reported):
                begins_latest = min(begins_latest or reported, reported)
        if claim.until is None:
            return cls(begins_earliest, begins_latest, None, None)
        ends_earliest, ends_latest = claim.until.earliest, claim.until.latest
        if begins_earliest is None or begins_earliest <= ends_latest:  # else its sources contradict each other
            begins_latest = min(begins_latest or ends_latest, ends_latest)
            ends_earliest = max(begins_earliest or ends_earliest, ends_earliest)
        return cls(begins_earliest, begins_latest, ends_earliest, ends_latest)

    def begun(self, day: dt.date) -> Answer:
        """Whether it had begun by the end of a day."""
        if self.begins_latest is not None and self.begins_latest <= day:
            return Answer.YES
        if self.begins_earliest is not None and self.begins_earliest > day:
            return Answer.NO
        return Answer.UNKNOWN

    def ended(self, day: dt.date) -> Answer:
        """Whether it had ended before a day; an end is the last day on which it holds, and none told is none known."""
        if self.ends_latest is None or self.ends_earliest is None or day <= self.ends_earliest:
            return Answer.NO
        return Answer.YES if self.ends_latest < day else Answer.UNKNOWN

    def before(self, other: Interval) -> Answer:
        """Whether it began before another began."""
        mine_latest, theirs_earliest = self.begins_latest, other.begins_earliest
        if mine_latest is not None and theirs_earliest is not None and mine_latest < theirs_earliest:
            return Answer.YES
        mine_earliest, theirs_latest = self.begins_earliest, other.begins_latest
        if mine_earliest is not None and theirs_latest is not None and mine_earliest >= theirs_latest:
            return Answer.NO
        return Answer.UNKNOWN

    def overlaps(self, other: Interval) -> Answer:
        """Whether there is a day on which both hold; an end that is not told is taken as open."""
        pairs = ((self, other), (other, self))
        if any(_surely_over(first, second) for first, second in pairs):
            return Answer.NO
        begun = all(item.begins_latest is not None for item in (self, other))
        if begun and not any(_maybe_over(first, second) for first, second in pairs):
            return Answer.YES
        return Answer.UNKNOWN


def _surely_over(first: Interval, second: Interval) -> bool:
    """Whether the first ended before the second can have begun."""
    begins = second.begins_earliest
    return first.ends_latest is not None and begins is not None and first.ends_latest < begins


def _maybe_over(first: Interval, second: Interval) -> bool:
    """Whether the first may have ended before the second began."""
    begins = second.begins_latest
    return first.ends_earliest is not None and (begins is None or first.ends_earliest < begins)


def holds(claim: Claim, day: dt.date, schema: Schema) -> Answer:
    """Whether a claim holds (a state) or has happened (an event) as of a day.

    A state that may have ended still counts; one that may not have begun does not.
    """
    interval = Interval.of(claim)
    begun = interval.begun(day)
    if begun is not Answer.YES:
        return begun
    if schema.properties[claim.predicate].temporal_kind is TemporalKind.EVENT:
        return Answer.YES
    return Answer.NO if interval.ended(day) is Answer.YES else Answer.YES


@dataclass(frozen=True)
class View:
    """The claims that hold as of a day, and how many were left out since nobody knows."""

    claims: tuple[Claim, ...]
    unknown: int


def as_of(claims: Iterable[Claim], day: dt.date, schema: Schema) -> View:
    """What holds as of a day; what is superseded only by claims that do not hold then still stands."""
    answers = [(claim, holds(claim, day, schema)) for claim in claims]
    kept = [claim for claim, answer in answers if answer is Answer.YES]
    keys = {claim.key for claim in kept}
    replaced = {key for claim in kept for key in claim.supersedes}
    shown = (
        _within(claim, claim.key in replaced, tuple(key for key in claim.supersedes if key in keys)) for claim in kept
    )
    return View(tuple(shown), sum(answer is Answer.UNKNOWN for _, answer in answers))


def _within(claim: Claim, superseded: bool, supersedes: tuple[str, ...]) -> Claim:
    """A claim as it stands among the claims of a view."""
    if superseded == claim.superseded and supersedes == claim.supersedes:
        return claim
    rank = Rank.DEPRECATED if superseded else best_rank(claim.evidence)
    return replace(claim, rank=rank, superseded=superseded, supersedes=supersedes)
