"""Dates told by their distance from one told before: the same day, a week later, ertəsi il, во второй день."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.dates.month_dates import Found
from kg.draft.dates.reckoning import found, is_date, later
from kg.draft.dates.told_dates import DAY, MONTH, YEAR, Before
from kg.draft.language.words import Sentence
from kg.facts.dates import PartialDate, Precision

_DAY_OF_MONTH = re.compile(
    r"\b(?:ayın|айдың|oyning|ойнинг)\s(?P<day>[0-9]{1,2})(?![0-9])|(?<![0-9])(?P<day2>[0-9]{1,2})(?:-?го|-е)?\sчисла\b"
)
_UNITS = {"same": "day", "later": "day", "same-year": "year", "later-year": "year", "later-month": "month"}
_DAYS_OF = {"day": 1, "week": 7}


def relative_dates(
    sentence: Sentence, dates: Sequence[Found], before: Before, published: PartialDate | None
) -> Iterator[Found]:
    """The dates of a sentence that are reckoned from one told before.

    `dates` are the others of the sentence; the one that it tells last before such a word goes before those of
    sentences `before` it.
    """
    for index, word in enumerate(sentence.lowered):
        read = _distance(sentence, index) if index in sentence.dates or word.isdecimal() else None
        if read is None:
            continue
        length, unit, number = read
        start = sentence.words[index].start - sentence.start
        told = [each for each in sorted(dates, key=lambda each: each.end) if each.end <= start]
        if unit == "numbered":
            date = numbered_day(before.event, number)
        elif unit in _DAYS_OF:
            date = _by_days([each.text for each in told], number * _DAYS_OF[unit], before, published)
        else:
            known = [each.text for each in told if len(each.text) == YEAR or not each.derived]
            date = _by_months(known, unit, number, before, published)
        if date and is_date(date):
            yield found(sentence, index, length, date)
    yield from _days_of_the_month(sentence, dates, before)


def numbered_day(event: tuple[str, str], number: int) -> str:
    """The day of an event that is the so-and-so-many-th, the last one if -1; empty where it does not last so long."""
    first, last = event
    if not (first and last):
        return ""
    day = later(first, number - 1) if number > 0 else later(last, number + 1)
    return day if day is not None and first <= day <= last else ""


def _distance(sentence: Sentence, index: int) -> tuple[int, str, int] | None:
    """How many words tell a distance, its unit and its number: the next day, üç il sonra."""
    lowered = sentence.lowered
    hit = sentence.dates.get(index)
    if hit is not None and hit[1].name in (*_UNITS, "numbered"):
        return hit[0], _UNITS.get(hit[1].name, "numbered"), int(hit[1].detail)
    counted = hit is not None and hit[1].name == "count"
    number = int(hit[1].detail) if hit is not None and counted else 0
    if hit is None and lowered[index].isdecimal() and len(lowered[index]) < len("100"):
        number = int(lowered[index])
    at = index + (hit[0] if hit is not None else 1)
    after = sentence.dates.get(at) if number else None
    if after is None or not after[1].name.startswith("after-"):
        return None
    return at - index + after[0], after[1].name.removeprefix("after-"), number


def _by_days(told: Sequence[str], days: int, before: Before, published: PartialDate | None) -> str:
    """A day so many days after the one told last."""
    day = before.past_day or before.day if days < 0 else before.day
    day = next((text for text in reversed(told) if len(text) == DAY), day)
    if len(day) == DAY:
        return later(day, days) or ""
    if days < 0 and published is not None and published.precision is Precision.DAY:
        return later(published.text, days) or ""  # the day before that of the article
    return ""


def _by_months(told: Sequence[str], unit: str, number: int, before: Before, published: PartialDate | None) -> str:
    """A year or a month so many of them after the one told last; before the present, if no date of its sentence is."""
    base = told[-1] if told else before.date
    is_old = published is None or bool(base and int(base[:YEAR]) < published.earliest.year)
    if not base or not (told or is_old or not number):
        return ""
    if unit == "year":
        return f"{int(base[:YEAR]) + number:04d}"
    if len(base) < MONTH:
        return ""
    months = int(base[:YEAR]) * 12 + int(base[YEAR + 1 : MONTH]) - 1 + number
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _days_of_the_month(sentence: Sentence, dates: Sequence[Found], before: Before) -> Iterator[Found]:
    """The days told without their month, which is the one told last: ayın 9-da, 9-го числа."""
    for match in _DAY_OF_MONTH.finditer(sentence.text[sentence.start : sentence.end].lower()):
        told = [each.text for each in sorted(dates, key=lambda each: each.end) if each.end <= match.start()]
        month = next((text for text in [*reversed(told), before.date] if len(text) >= MONTH), "")[:MONTH]
        date = f"{month}-{int(match['day'] or match['day2']):02d}"
        if month and is_date(date):
            yield Found(match.start(), match.end(), date, derived=True)
