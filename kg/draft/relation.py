"""A relation as a sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.draft.model import Reason
from kg.draft.spans import Mention

Span = tuple[int, int]


@dataclass
class Relation:
    """A relation as a sentence tells it, before it is dated, quoted and checked."""

    subject: Mention
    predicate: str
    object: Mention
    confidence: float
    rule: str
    reasons: tuple[Reason, ...]
    spans: tuple[Span, ...]
    """What its quote should hold, the most important first."""
    status: str = ""
    is_event: bool = False
    at: int = 0
    """The place in the text by which its date is chosen."""
    qualifiers: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    """Qualifiers that are no things: magnitude."""
    day: str = ""
    """The date where another sentence tells it: that of a calendar's line."""
    last_day: str = ""
    any_date: bool = False
    """Whether any date of its sentence is one from which it holds."""


def told_by_case(left: Mention, predicate: str, right: Mention, confidence: float, rule: str) -> Relation:
    """A relation that the cases or the order of two names tell, which its quote should both hold."""
    first, second = sorted((left, right), key=lambda m: m.start)
    spans = ((first.start, first.end), (second.start, second.end))
    return Relation(left, predicate, right, confidence, rule, (Reason.BY_CASE,), spans, at=left.start)
