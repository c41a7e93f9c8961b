"""Dates told in two pieces: in May of last year; ötən il dekabrın 18-də; yesterday and today; Monday to Friday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.draft.dates.reckoning import later
from kg.draft.dates.told_dates import DAY, YEAR, Told
from kg.facts.dates import PartialDate

_YEAR_FIRST = re.compile(
    r"(?:[-–’']?[^\W\d_]{1,6})?[\s,]*(?:(?:il\w*|yıl\w*|жыл\w*|год\w*|г\.|yil\w*|йил\w*|on|in|в|the|of)\b[\s,]*){0,2}\Z"
)
_YEAR_LAST = re.compile(r"[\s,]*(?:of\s+|ayı\w*\s+)?\Z")
_NO_WHOLE_YEAR = re.compile(
    r"end|early|late|turn|by |spring|summer|autumn|fall|winter|son|əvvəl|payız|yaz\b|yay\b|конц|начал|весн|лет|осен|"
    r"зим|орта|аяғ|соңы|басы|көктем|жаз|күз|baş|bahar|güz|oxir|yakun|kuz|bahor|boshi",
)
_TO = re.compile(r"\s*(?:[-–—]|to|till|until|through|по|до)\s*(?:the\s+|on\s+)?\Z")
_AND = re.compile(
    r"(?:[-’'–]\w{1,4})?\s*(?:,\s*)?(?:and|и|və|ve|va|ва|мен|бен|пен|және|hamda)\s+(?:on\s+|в\s+|во\s+)?\Z"
)
_APPOSED = re.compile(r"[\s,(]*(?:the\s+|on\s+|of\s+)?\Z")
_UNTIL = re.compile(
    r"[-–’']?\w{0,8}[\s,]*(?:(?:год\w*|yıl\w*|жыл\w*|and|to|until|till|through|по|до|и|конца|the|end|of)[\s,]+){0,4}\Z"
)
_OPENS = re.compile(r"\b(?:from|since|с|со)\s+(?:the\s+)?(?:end\s+of\s+)?\S")
_BEFORE = 12
_NEXT = re.compile(r"\bnext|gələn|növbəti|следующ|gelecek|önümüzdeki|келесі|kelasi|keyingi|kelgusi")
_FROM = re.compile(r"\A(?:from|с|со)\s|(?:d[aəe]n|t[aəe]n|нан|нен|дан|ден|тан|тен)\Z")


def joined(text: str, dates: Sequence[Told]) -> list[Told]:
    """The dates in order, those joined that tell one: a day and its year or its weekday, the ends of a range."""
    found = sorted(dates, key=lambda each: each.start)
    for join in (_told_twice, _joined_with_year, _joined_with_day, _joined_with_limit):
        left: list[Told] = []
        for told in found:
            one = join(text, left[-1], told) if left else None
            left[-1:] = [one] if one is not None else [*left[-1:], told]
        found = left
    return found


def _told_twice(text: str, left: Told, right: Told) -> Told | None:
    """A day told also by its weekday, a year also by its season: on Tuesday, 6 October; осенью прошлого года."""
    gap = text[left.end : right.start].lower()
    if left.is_day and right.is_day and _APPOSED.fullmatch(gap) and _is_named(left) != _is_named(right):
        kept = left if _is_named(left) else right
        return replace(kept, start=left.start, end=right.end, since=left.since or right.since)
    if right.is_day and left.derived and not left.yearless and len(left.text) < DAY and _APPOSED.fullmatch(gap):
        is_within = right.weekday and right.text.startswith(left.text)  # last week, on Tuesday
        return replace(right, start=left.start) if is_within else None
    if len(left.text) == len(right.text) == YEAR and not gap.strip() and _is_year(text, left) != _is_year(text, right):
        return replace(left if _is_year(text, left) else right, start=left.start, end=right.end)
    return None


def _joined_with_limit(text: str, left: Told, right: Told) -> Told | None:
    """A stretch of time that begins on one date and ends on the next: from 2 February 2026 until August 2028."""
    opening = text[max(0, left.start - _BEFORE) : left.end].lower()
    begins = left.since or _FROM.search(text[left.start : left.end].lower()) or _OPENS.search(opening)
    if not (begins and right.is_limit) or left.until or left.text >= right.text:
        return None
    gap = text[left.end : right.start].lower()
    if not _UNTIL.fullmatch(gap):
        return None
    return replace(left, end=right.end, until=right.text, since=True, derived=left.derived or right.derived)


def _is_named(told: Told) -> bool:
    """Whether a date is told by its month rather than by its distance."""
    return told.yearless or not told.derived


def _joined_with_year(text: str, left: Told, right: Told) -> Told | None:
    gap = text[left.end : right.start].lower()
    if _is_year(text, left) and right.yearless and _YEAR_FIRST.match(gap):
        year, day = left, right
    elif left.yearless and _is_year(text, right) and _YEAR_LAST.match(gap):
        year, day = right, left
    else:
        return None
    try:
        date = PartialDate.parse(year.text + day.text[YEAR:]).text
        until = PartialDate.parse(year.text + day.until[YEAR:]).text if day.until else ""
    except ValueError:
        return None
    if until and until < date:
        return None
    return replace(
        day, start=left.start, end=right.end, text=date, until=until, derived=year.derived, yearless=False,
        since=left.since or right.since, is_limit=right.is_limit,
    )  # fmt: skip


def _is_year(text: str, told: Told) -> bool:
    """Whether a date is a whole year: last year, 2025; not its end."""
    whole = len(told.text) == YEAR and not told.is_span
    return whole and _NO_WHOLE_YEAR.search(text[told.start : told.end].lower()) is None


def _joined_with_day(text: str, left: Told, right: Told) -> Told | None:
    if not (left.is_day and right.is_day):
        return None
    gap = text[left.end : right.start].lower()
    from_one = _FROM.search(text[left.start : left.end].lower())
    ranged = _TO.fullmatch(gap) or (from_one and not gap.strip())
    first, last = left.text, right.text
    opening = text[max(0, left.start - _BEFORE) : left.end].lower()
    if last < first and left.weekday and right.weekday and _NEXT.search(opening):
        last = later(last, 7) or last  # next Tuesday and Wednesday
    if last < first and left.weekday and right.weekday:
        first = later(first, -7) or first  # from Friday to Monday, told on Tuesday
    if not first < last or not (ranged or (_AND.fullmatch(gap) and later(first, 1) == last)):
        return None
    return replace(
        left, end=right.end, text=first, until=last, since=False, is_limit=False,
        derived=True, yearless=False, weekday=False,
    )  # fmt: skip
