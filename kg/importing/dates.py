"""Dates of foreign tables: read as they are written there, never mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from kg.facts.dates import PartialDate

_FIELDS = {
    "%Y": r"(?P<Y>[0-9]{4})",
    "%m": r"(?P<m>[0-9]{1,2})",
    "%d": r"(?P<d>[0-9]{1,2})",
    "%b": r"(?P<b>[A-Za-z]{3,9})\.?",
}
ISO = ("%Y-%m-%d", "%Y-%m", "%Y")
_TIME = re.compile(
    r"[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AP]M)?(?:Z|[+-][0-9:]{2,6})?", re.IGNORECASE
)
_OPEN_END = 9999
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def format_fault(text: str) -> str | None:
    """What is wrong with a format of dates; None where nothing is."""
    fields = re.findall("%.?", text)
    if any(field not in _FIELDS for field in fields):
        return f"'{text}' is no format of dates"
    months = fields.count("%m") + fields.count("%b")
    if fields.count("%Y") != 1 or fields.count("%d") > months or months > 1:
        return f"'{text}' is no format of a year, a month or a day"
    return None


def date_reader(formats: Iterable[str]) -> Callable[[str], str]:
    """What reads a date written in one of these formats to ISO 8601, year, month or day; ValueError says what is wrong.

    >>> read = date_reader(("%d.%m.%Y", "%Y"))
    >>> read("5.11.2019"), read("2019")
    ('2019-11-05', '2019')
    >>> read("31.02.2019")
    Traceback (most recent call last):
    ...
    ValueError: '31.02.2019' is not a day of the calendar
    """
    listed = tuple(formats)
    patterns = [_pattern(text) for text in listed or ISO]

    @lru_cache(maxsize=65536)
    def read(text: str) -> str:
        time = _TIME.search(text)
        plain = text[: time.start()] if time and time.end() == len(text) else text
        for pattern in patterns:
            match = pattern.fullmatch(plain)
            if match:
                return _checked(text, match.groupdict())
        wanted = ", ".join(listed) if listed else "YYYY, YYYY-MM, YYYY-MM-DD"
        raise ValueError(f"'{text}' is not written as {wanted}")

    return read


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split("(%[Ymdb])", text)
    return re.compile("".join(_FIELDS.get(part, re.escape(part)) for part in parts))


def _checked(text: str, found: dict[str, str]) -> str:
    if "b" in found:
        found = {**found, "m": _month(text, found["b"])}
    iso = "-".join(found[name].zfill(2) for name in ("Y", "m", "d") if name in found)
    if int(found["Y"]) == _OPEN_END:
        raise ValueError(f"'{text}' stands for an end that is open")
    try:
        return PartialDate.parse(iso).text
    except ValueError:
        raise ValueError(f"'{text}' is not a day of the calendar") from None


def _month(text: str, name: str) -> str:
    """The number of a month that is written in English, whole or as its first three letters."""
    for number, month in enumerate(_MONTHS, 1):
        if name.lower() in (month, month[:3], month[:4] if month == "september" else month):
            return str(number)
    raise ValueError(f"'{text}' names no month in English")
