"""Partial dates: what a source says of a day, and no more."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# What spreadsheet programs turn dates into: Jan-26, янв.26, 26-Jan-2025, 23.01.2026, 1/23/2026 …
_SPREADSHEET = re.compile(
    r"[^\W\d_]{3,}(?:\.|\.?[-/ ])\d{2,4}|\d{1,2}[-/. ][^\W\d_]{3,}\.?([-/ ]\d{2,4})?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
)


class Precision(Enum):
    """How exactly a source tells a date; the value is the XML Schema datatype for it."""

    YEAR = "gYear"
    MONTH = "gYearMonth"
    DAY = "date"


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month or a day of the proleptic Gregorian calendar.

    >>> PartialDate.parse("2026-01").latest
    datetime.date(2026, 1, 31)
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that an ISO 8601 text stands for; ValueError says what is wrong with any other.

        >>> PartialDate.parse("Jan-26")
        Traceback (most recent call last):
        ...
        ValueError: 'Jan-26' looks like a date that a spreadsheet rewrote
        """
        match = _ISO.fullmatch(text)
        if match is None:
            if _SPREADSHEET.fullmatch(text):
                raise ValueError(f"'{text}' looks like a date that a spreadsheet rewrote")
            raise ValueError(f"'{text}' is not a date")
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            dt.date(year, month, day)
        except ValueError:
            raise ValueError(f"'{text}' is not a day of the calendar") from None
        return cls(text)

    @property
    def precision(self) -> Precision:
        """Year, month or day."""
        return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(self.text)]

    @property
    def earliest(self) -> dt.date:
        """The first day that this may be."""
        return _bounds(self.text)[0]

    @property
    def latest(self) -> dt.date:
        """The last day that this may be."""
        return _bounds(self.text)[1]

    def allows(self, other: PartialDate) -> bool:
        """Whether `other` may be the same date told more or less exactly.

        >>> PartialDate("2026").allows(PartialDate("2026-01-23"))
        True
        """
        return self.earliest <= other.latest and other.earliest <= self.latest


@lru_cache(maxsize=10_000)
def _bounds(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that a date may be; many facts have the same dates."""
    first = dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    if len(text) == 10:
        return first, first
    month = first.month if len(text) == 7 else 12
    return first, first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


def most_precise(dates: list[PartialDate]) -> PartialDate | None:
    """The most precise of dates that all allow one another; None if two of them exclude each other.

    >>> most_precise([PartialDate("2026"), PartialDate("2026-01")]).text
    '2026-01'
    """
    best = max(dates, key=lambda date: (len(date.text), date.text), default=None)
    if best is not None and all(date.allows(best) for date in dates):
        return best
    return None
