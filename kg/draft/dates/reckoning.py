"""Dates told by their distance from the day of publication: last week, üç il əvvəl, в пятницу."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kg.draft.dates.month_dates import Found
from kg.draft.language.months import month_stems
from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.facts.dates import PartialDate, Precision

_LONGEST_WEEK = 3
_NUMBER = re.compile(r"([0-9]{1,2})(?:[^0-9].*)?\Z")
_LEAST_MONTH, _LONGEST_MONTH_ENDING = 2, 6
_NEXT_SEASON = 100
_NEAR_NOUN = 5
_OCCASIONS = frozenset({"Event", "Meeting", "OpeningCeremony"})
_LAST = re.compile(r"last|past|ötən|keçən|прошл|минувш|geçen|geçtiğimiz|өткен|oʻtgan|ўтган")
_NEXT = re.compile(r"next|coming|gələn|növbəti|следующ|ближайш|gelecek|önümüzdeki|келесі|алдағы|kelasi|keyingi|келаси")
_UNITS = frozenset({"day", "week", "month", "year", "weekday", "season"})


def reckoned_dates(sentence: Sentence, published: PartialDate | None) -> Iterator[Found]:
    """The dates of a sentence that are reckoned from the day of publication, counted from its beginning."""
    for index in range(len(sentence.words)):
        hit = sentence.dates.get(index)
        if hit is None and not sentence.lowered[index].isdecimal():
            continue
        length, entry = hit if hit is not None else (1, None)
        date: str | None = None
        if entry is None or entry.name == "count":
            length, date = _ago(sentence, index, length, entry, published)
        elif entry.name in _UNITS and published is not None:
            length, date = _of_entry(sentence, index, length, entry, published)
        if date is not None and is_date(date):
            yield found(sentence, index, length, date, is_weekday=entry is not None and entry.name == "weekday")


def later(day: str, days: int) -> str | None:
    """A day so many days after another; None beyond the calendar."""
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def found(sentence: Sentence, index: int, length: int, date: str, *, is_weekday: bool = False) -> Found:
    """A date that so many words of a sentence tell."""
    start, end = sentence.words[index].start - sentence.start, sentence.words[index + length - 1].end - sentence.start
    return Found(start, end, date, derived=True, is_weekday=is_weekday)


def is_date(text: str) -> bool:
    """Whether a reckoned date is one of the calendar: not three years before the year 1."""
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


def _ago(
    sentence: Sentence, index: int, length: int, count: Entry | None, published: PartialDate | None
) -> tuple[int, str | None]:
    """How many words a number and the word for so long ago take, and the date: three years ago, 2 il əvvəl."""
    word, at = sentence.lowered[index], index + length
    if published is None or at >= len(sentence.words) or not (count is not None or word.isdecimal()):
        return length, None
    number = int(count.detail) if count is not None else int(word) if len(word) < 3 else 0
    hit = sentence.dates.get(at)
    if hit is None or not hit[1].name.startswith("ago-") or not number:
        return length, None
    unit = hit[1].name.removeprefix("ago-")
    return length + hit[0], _reckoned(unit, -number, published, _day_of(published))


def _day_of(published: PartialDate) -> dt.date | None:
    return published.earliest if published.precision is Precision.DAY else None


def _of_entry(
    sentence: Sentence, index: int, length: int, entry: Entry, published: PartialDate
) -> tuple[int, str | None]:
    lowered, day = sentence.lowered, _day_of(published)
    if entry.name == "day" and lowered[index + length : index + length + 1] in (("də",), ("da",)):
        return length, None  # bu gün də: to this day
    if entry.name == "year" and lowered[index][:2] == "il" and lowered[max(0, index - 1)] in ("ci", "cı", "cu", "cü"):
        return length, None  # 2019-cu | ilin sonunda
    if entry.name == "day" and _is_of_age(sentence, index + length - 1):
        return length, None
    date = _reckoned(entry.name, int(entry.detail), published, day)
    if entry.name == "weekday" and date is not None and day is not None:
        words = lowered[max(0, index - 1) : index + length]
        if any(map(_NEXT.match, words)):
            date = later(date, 7)
        elif any(map(_LAST.match, words)) and date == day.isoformat():
            date = later(date, -7)
    if entry.name == "weekday" and day is not None:
        return _in_week(sentence, index, length, date, day)
    if date is not None and entry.name == "month":
        return _with_day(sentence, index, length, date)
    if date is not None and entry.name == "year":
        return _with_month(sentence, index, length, date)
    return length, date


def _is_of_age(sentence: Sentence, last: int) -> bool:
    """Whether a day only stands for the present age: in today's economy, but not at today's forum."""
    if not sentence.lowered[last].endswith("ʻs"):
        return False
    after = range(last + 1, min(len(sentence.words), last + _NEAR_NOUN + 1))
    forms = (sentence.grammar.form(sentence.lowered, at, "heads") for at in after)
    return not any(form is not None and form.entry.name in _OCCASIONS for form in forms)


def _in_week(sentence: Sentence, index: int, length: int, date: str | None, day: dt.date) -> tuple[int, str | None]:
    """A weekday in the week that is told behind it: Monday next week; or before it, as a day: gələn həftə cümə günü."""
    at = index + length
    if date is None:
        return length, date
    if sentence.lowered[at : at + 1] == ("of",):
        at += 1
    after = sentence.dates.get(at)
    weekday = dt.date.fromisoformat(date).isoweekday()
    if after is not None and after[1].name == "week" and sentence.gap(at - 1, at).strip(" ,") == "":
        return at - index + after[0], _of_week(day, int(after[1].detail), weekday)
    for first in range(max(0, index - _LONGEST_WEEK), index):
        before = sentence.dates.get(first)
        if before is not None and before[1].name == "week" and first + before[0] == index:
            return length, _of_week(day, int(before[1].detail), weekday)
    return length, date


def _of_week(day: dt.date, weeks: int, weekday: int) -> str | None:
    """A weekday of a week so many weeks after that of a day."""
    return later(day.isoformat(), 7 * weeks + weekday - day.isoweekday())


def _with_day(sentence: Sentence, index: int, length: int, month: str) -> tuple[int, str]:
    """How many words a month and the day after it take, and the date: ötən ayın 25-də."""
    at = index + length
    word = sentence.lowered[at] if at < len(sentence.words) else ""
    number = _NUMBER.match(word)
    if number is not None and not sentence.gap(at - 1, at).strip():
        date = f"{month}-{int(number[1]):02d}"
        return (length + 1, date) if is_date(date) else (length, month)
    return length, month


def _with_month(sentence: Sentence, index: int, length: int, year: str) -> tuple[int, str]:
    """How many words a year and the month after it take, and the date: gələn ilin yanvarında."""
    at = index + length
    if at >= len(sentence.words) or sentence.gap(at - 1, at).strip():
        return length, year
    word = sentence.lowered[at]
    months = ((len(name), number) for name, number in month_stems().items() if len(name) > _LEAST_MONTH)
    if at + 1 < len(sentence.words) and sentence.lowered[at + 1].isdecimal():
        return length, year  # the day follows: ötən il dekabrın 18-də
    told = [(size, number) for size, number in months if _starts_month(word, size, number)]
    return (length + 1, f"{year}-{max(told)[1]:02d}") if told else (length, year)


def _starts_month(word: str, size: int, number: int) -> bool:
    return month_stems().get(word[:size]) == number and len(word) - size <= _LONGEST_MONTH_ENDING


def _reckoned(unit: str, number: int, published: PartialDate, day: dt.date | None) -> str | None:
    """A date that is told by its distance from the day of publication, as precisely as that allows."""
    first = published.earliest
    if unit == "year":
        return f"{first.year + number:04d}"
    if unit == "month" and published.precision is not Precision.YEAR:
        months = first.year * 12 + first.month - 1 + number
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if unit == "season":
        return _of_season(number, first)
    if day is None:
        return None
    try:
        if unit == "week":
            monday = day + dt.timedelta(days=7 * number - day.weekday())
            same = monday.month == (monday + dt.timedelta(days=6)).month
            return f"{monday.year:04d}-{monday.month:02d}" if same or monday.month == day.month else None
        if unit == "day":
            return (day + dt.timedelta(days=number)).isoformat()
        if unit == "weekday":
            return (day - dt.timedelta(days=(day.isoweekday() - number) % 7)).isoformat()
    except OverflowError:
        return None
    return None


def _of_season(season: int, day: dt.date) -> str:
    """The year of a season, told by its middle month: below 0 the last one, above 100 the next one."""
    month = abs(season) % _NEXT_SEASON
    if season < 0:
        return f"{day.year - (month >= day.month):04d}"
    return f"{day.year + (season > _NEXT_SEASON and month <= day.month):04d}"
