"""Ranges of days, as six languages print them: 10–11 June, iyunun 10-dan 12-dək, с 30 августа по 3 сентября."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.draft.language.months import month_stems, month_words
from kg.facts.dates import PartialDate, Precision

_HALF_YEAR = 6
_DIGIT = re.compile("[0-9]")
_DASH = r"\s*[-–—]\s*"
_TO = r"\s+(?:to|till|until|through|по|до|ilə|ila|ile)\s+(?:the\s+)?"
_PAIR = r"\s+(?:and|и|və|ve|va|ва|мен|пен|бен|және|hamda)\s+(?:the\s+)?"
_FROM = r"\s*[-–'’]?(?:d[aəe]n|t[aəe]n|ı?n?d[aəe]n|дан|ден|тан|тен|нан|нен)\s+(?:başlayaraq\s+|бастап\s+)?"
_JOINED = rf"(?:{_FROM}|{_TO}|{_PAIR}|{_DASH})"
_OPENERS = re.compile(r"(?:between|from|with|с|со|между)(?:\s+the)?\s+\Z")
_SHUT = re.compile(r"[^\W\d_]*\s+(?:[^\W\d_]+\s+)?(?:аралығ|arası|oraligʻ|oralig)")
_LISTED = re.compile(r",\s?[0-9]{1,2}")
_PAIRED = re.compile(_PAIR)
_YEAR_BEFORE = re.compile(r"((?:19|20)[0-9]{2})[-–\s'’]*(?:[^\W\d_]{1,9}[\s,-]+){0,2}\Z")
_YEAR_AFTER = re.compile(
    r"[^\W\d_]{0,5}[\s,]*(?:of\s)?((?:19|20)[0-9]{2})(?![0-9])(?:[\s-]*(?:года|гг?\.|yılı\w*|йил\w*))?"
)


@dataclass(frozen=True)
class DayRange:
    """A stretch of a text, the first and the last day that it tells, and whether its year is reckoned."""

    start: int
    end: int
    first: str
    last: str
    derived: bool


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = month_words()

    def month(name: str, ending: str = r"[^\W\d_]{0,6}") -> str:
        return rf"(?P<{name}>{months}){ending}\.?"

    def day(name: str) -> str:
        return rf"(?<![0-9.,:/])(?P<{name}>[0-9]{{1,2}})(?![0-9]|[.,:][0-9])"

    year = r"(?:,?\s*(?P<year1>(?:19|20)[0-9]{2})(?:\s(?:года|г\.))?)?"
    bare = r"(?:\s?[-–]?(?:ci|cı|cu|cü|s[ıiuü]|i|ı|u|ü|е|го|ші|шы|[сн]?[іы])\b|(?:st|nd|rd|th)\b)?"
    gap = r"[\s-]+(?:of\s+)?"
    ended = r"(?:['’]?[^\W\d_]{0,3})"
    shut = r"(?:\s?[-–'’]?[^\W\d_]{1,6})?"
    listed = rf"(?:(?:,\s?|[-–])[0-9]{{1,2}}{bare}(?=[\s,–-]))*"
    of_month = r"(?:\s+(?:ayının|айының|oyining|ойининг))?"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # 30 August – 3 September, 30 avqustdan 3 sentyabra, с 30 августа по 3 сентября
            rf"{day('day1')}{bare}{gap}{month('month1', ended + '?')}{year}{_JOINED}"
            rf"{day('day2')}{bare}{gap}{month('month2')}",
            # avqustun 30-dan sentyabrın 3-dək, June 30 to July 2
            rf"\b{month('month1')}\s+{day('day1')}{bare}{_JOINED}{month('month2')}\s+{day('day2')}{shut}",
            # 10–11 June, с 4 по 6 мая, 4 va 5-noyabr
            rf"{day('day1')}{bare}{listed}{_JOINED}{day('day2')}{bare}{gap}{month('month2')}",
            # 6–7.10.2026, 30.09 – 02.10.2026
            rf"(?<![0-9.,:/])(?P<day1>[0-9]{{1,2}})(?:\.(?P<number1>[01]?[0-9]))?\.?{_DASH}"
            rf"(?P<day2>[0-9]{{1,2}})\.(?P<number2>[01]?[0-9])\.(?P<year2>(?:19|20)[0-9]{{2}})(?![0-9])",
            # May 4–6, noyabrın 4-5-də, noyabrın 4-dən 6-dək
            rf"\b{month('month1')}{of_month}\s+{day('day1')}{bare}{listed}{_JOINED}{day('day2')}{shut}",
        )
    )


def day_ranges(lowered: str, published: PartialDate | None) -> Iterator[DayRange]:
    """The ranges of a sentence in small letters; those of two days in one order only, none within another."""
    taken: list[tuple[int, int]] = []
    for pattern in _patterns() if _DIGIT.search(lowered) is not None else ():
        for match in pattern.finditer(lowered):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            told = _told(lowered, match, published)
            if told is not None:
                taken.append((told.start, told.end))
                yield told


def _told(lowered: str, match: re.Match[str], published: PartialDate | None) -> DayRange | None:
    parts = match.groupdict()
    months = month_stems()
    if "number2" in parts:
        last_month = int(parts["number2"])
        first_month = int(parts["number1"] or last_month)
    else:
        last_month = months[parts.get("month2") or parts["month1"]]
        first_month = months[parts.get("month1") or parts["month2"]]
    first_day, last_day = int(parts["day1"]), int(parts["day2"])
    between = lowered[match.start("day1") : match.start("day2")]
    steps = 1 + len(_LISTED.findall(between))
    opened = _OPENERS.search(lowered[max(0, match.start() - 14) : match.start()]) or _SHUT.match(lowered, match.end())
    if _PAIRED.search(between) and not opened and (first_month, last_day) != (last_month, first_day + steps):
        return None  # on 4 and 9 May: two days, not all between them
    before = _YEAR_BEFORE.search(lowered[max(0, match.start() - 30) : match.start()])
    after = _YEAR_AFTER.match(lowered, match.end())
    year, derived, end = parts.get("year1"), False, match.end()
    if "year2" in parts:
        last_year = int(parts["year2"])
    elif after is not None:
        last_year, end = int(after[1]), after.end()
    elif before is not None:
        last_year = int(before[1])
    elif published is not None:
        last_year, derived = nearest_year(published, last_month), True
    else:
        return None
    first_year = int(year) if year else last_year - (first_month > last_month)
    try:
        first = PartialDate.parse(f"{first_year}-{first_month:02d}-{first_day:02d}").text
        last = PartialDate.parse(f"{last_year}-{last_month:02d}-{last_day:02d}").text
    except ValueError:
        return None
    start = match.start() - (len(before[0]) if before is not None else 0)
    return DayRange(start, end, first, last, derived) if first < last else None


def nearest_year(published: PartialDate, month: int) -> int:
    """The year in which a month that is told without one lies nearest to the day of publication."""
    year, own = published.earliest.year, published.earliest.month
    if published.precision is Precision.YEAR:
        return year
    return year + (1 if month - own < -_HALF_YEAR else -1 if month - own > _HALF_YEAR else 0)
