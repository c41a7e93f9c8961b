"""Why an item of a model's answer is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """A reason; worded for people by `kg/draft/data/faults.csv`."""

    UNREADABLE = "unreadable"
    NO_MARK = "no-mark"
    WRONG_SHAPE = "wrong-shape"
    TOO_MANY = "too-many"
    BAD_NAME = "bad-name"
    NAME_NOT_IN_TEXT = "name-not-in-text"
    UNKNOWN_CLASS = "unknown-class"
    UNKNOWN_PREDICATE = "unknown-predicate"
    UNKNOWN_THING = "unknown-thing"
    UNSURE_LINK = "unsure-link"
    QUOTE_NOT_IN_TEXT = "quote-not-in-text"
    NOT_NAMED_THERE = "not-named-there"
    ORDERS = "orders"
    NO_STATEMENT = "no-statement"
    DATE_NOT_TOLD = "date-not-told"
    UNFIT = "unfit"
    KNOWN = "known"


@dataclass(frozen=True)
class Dropped:
    """An item that was dropped: why, and what it was, as JSON in ASCII, cut after some 300 characters."""

    fault: Fault
    item: str
