"""A date that a sentence tells, and what the text told before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

DAY = len("2026-01-01")
MONTH = len("2026-01")
YEAR = len("2026")


class Part(Enum):
    """Which day of an event that lasts some days a date is."""

    ANY = ""
    FIRST = "opens"
    LAST = "closes"
    NUMBERED = "numbered"
    """The second day, the closing day: what is told of it is of that day alone."""


@dataclass(frozen=True)
class Told:
    """A date and the stretch of the text that tells it."""

    start: int
    end: int
    text: str
    derived: bool
    since: bool
    until: str = ""
    """The last day of a range."""
    reported: bool = False
    """Whether it is the day of the report rather than of what is reported: said on Friday, a dateline."""
    by_agency: bool = False
    """Whether an agency stands beside it, in a dateline: 23 сентября, Минск /Корр. БЕЛТА/."""
    weekday: bool = False
    yearless: bool = False
    """Whether the text tells no year: then it is the one that lies nearest."""
    is_span: bool = False
    """Whether it is a run of years, which only what holds for it can have: the programme of 2026–2028."""
    is_limit: bool = False
    """Whether it is the one until which something holds: until 2028."""
    part: Part = Part.ANY
    number: int = 0
    """Which day it is of its event; below 0 counted from the last one; 0 where it is none that is numbered."""
    verb: int = -1
    """Where the verb stands that says that something opens or closes on it; below 0 for none."""
    event: tuple[str, str] = ("", "")
    """The first and the last day of the event of whose days it is one, where its sentence tells them."""

    @property
    def is_day(self) -> bool:
        """Whether it is a day by itself."""
        return len(self.text) == DAY and not self.until

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day of an event that is told with this date."""
        return self.event if self.event[0] else (self.text, self.until)


@dataclass(frozen=True)
class Before:
    """What the text told last: a day, a date of whatever precision, and the days of an event of several."""

    day: str = ""
    date: str = ""
    past_day: str = ""
    """The last day of what had happened by the day of publication."""
    event: tuple[str, str] = ("", "")


NOTHING = Before()
