"""Dates that name a month or a year, as six languages print them: 10 June, iyunun 10-da, в мае, 2025 жылы."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.draft.dates.ranges import nearest_year
from kg.draft.language.grammar import Grammar
from kg.draft.language.months import month_stems, month_words
from kg.facts.dates import PartialDate, Precision

_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s?[-–—]\s?(?:19|20)[0-9]{2})")
_YEARS = re.compile(
    r"(?<![\w.,-])((?:19|20)[0-9]{2})(?:\s?[-–—]\s?|\s(?:to|until|по|до)\s)((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
)
_RANGE_END = re.compile(r"(?:19|20)[0-9]{2}\s?[-–—]\s?\Z")
_YEAR_WORD = {
    "az": re.compile(r"[-–\s]?(?:c[iıuü]\s)?\s?il"),
    "tr": re.compile(
        r"\s(?:yıl|sene|ilkbahar|bahar|yaz\w|sonbahar|güz|kış)|['’](?:de|da|te|ta|den|dan|ten|tan|nın|nin)\b"
    ),
    "uz": re.compile(r"[-–\s]?\s?(?:yil|йил)"),
    "kk": re.compile(r"\s?(?:жыл|ж\.)"),
    "ru": re.compile(r"\s?(?:год|г\.)"),
}
_BEFORE_YEAR = re.compile(r"(?:\b(?:in|since|by|of|until|from|during|early|late|mid)[\s-]|,\s)\Z", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d]\s?:(?:[^:\n]{0,40}[,(;])?\s*\Z")
"""A year by itself behind a label: Founded: Mersin, 2014."""
_CLOSED = re.compile(r"\s*(?:[.,;)]|\Z)")
_GONE_BY = re.compile(
    r"(?:\blast|\bpast|ötən|keçən|прошл\w+|минувш\w+|geçen|geçtiğimiz|өткен|былтырғы|oʻtgan|o[‘'`’]tgan|ўтган)\s+\Z"
)
"""What says of a month without a year that it is gone by: last May."""


@dataclass(frozen=True)
class Found:
    """A stretch of a sentence, counted from its beginning, and the date that it tells."""

    start: int
    end: int
    text: str
    derived: bool
    is_weekday: bool = False


@cache
def _month() -> re.Pattern[str]:
    return re.compile(month_words())


@cache
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    months = month_words()
    month = rf"(?P<month>{months})(?:['’]?\w{{0,5}})?\b\.?"
    of_month = r"(?:\s+(?:ayının|айының|oyining|ойининг))?"
    year, day = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])", r"(?<![0-9.,])(?P<day>[0-9]{1,2})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b{month}(?:\s+(?:ay\w*|of|ayı\w*|oy\w*|ай\w*))?[\s,]+{year}",
            rf"{year}[-–\s'’]*(?:\w{{1,9}}[\s,-]+){{0,2}}{month}(?!\s*[0-9])",
            rf"{year}[-–\s]?\s?(?:yil|йил|жыл|yıl|(?:c[iıuü]\s)?il)\w*[\s,]+(?P<day>[0-9]{{1,2}})[\s-]+{month}",
            rf"{year}[-–\s]?\s?(?:yil|йил|жыл|yıl|(?:c[iıuü]\s)?il)\w*[\s,]+{month}{of_month}\s+(?P<day>[0-9]{{1,2}})(?![0-9])",
            rf"{day}(?:st|nd|rd|th|-(?:го|е|ші|шы|i|ı|u|ü))?[\s-]+(?:of\s+)?{month}(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b{month}{of_month}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b(?:(?:in|since|during|by|until|through|of|this|last|next)\s+|mid-)(?:early\s|late\s|mid[\s-]|the\send\sof\s)?(?P<month>{months})\b(?!\s*[0-9])",
            rf"\b(?:в|с|к|до|за|на)\s+(?:(?:минувшем|прошлом|этом|нынешнем|текущем|следующем)\s)?(?:начал[еау]\s|кон(?:це|ца|цу)\s|середин[еыу]\s)?(?P<month>{months})\w{{0,2}}\b(?!\s*[0-9])",
            rf"(?<![0-9]\s)(?<![0-9]-)\b(?P<month>{months})(?:\s(?:ay|ой|ай|oy)\w*|['’]?(?:da|də|de|ta|tə|te|да|де|та|те)(?:ki|kı|ğı|гі)?)\b",
            rf"(?<![0-9]\s)(?<![0-9]-)\b(?P<month>{months})[ıiuü]n\s(?:əvvəl|orta|son|axır|(?:ilk|birinci|ikinci)\s)\w+",
        )
    )


@cache
def _table_patterns(ordinals: tuple[str, ...], years: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Days as a language's table has their numbers: 5-nji mart, 2021-nji ýylyň 5-nji marty, 5-nji mart 2021."""
    if not ordinals:
        return ()
    ordinal, year_word = ("|".join(map(re.escape, words)) for words in (ordinals, years))
    year = r"(?<![\w.,-])(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
    day = rf"(?<![0-9.,])(?P<day>[0-9]{{1,2}})-?(?:{ordinal})\s+(?P<month>{month_words()})\w{{0,5}}\b"
    of_year = rf"(?:{year}(?:-?(?:{ordinal}))?\s(?:{year_word})\w*\s+)?" if years else ""
    return re.compile(rf"{day},?\s+{year}"), re.compile(rf"{of_year}{day}")


def month_dates(lowered: str, published: PartialDate | None, grammar: Grammar) -> Iterator[Found]:
    """The dates of a sentence in small letters that name a month; one told without a year has the nearest."""
    if _month().search(lowered) is None:
        return
    for pattern in (*_month_patterns(), *_table_patterns(grammar.ordinals, grammar.year_words)):
        for match in pattern.finditer(lowered):
            told = _of_month(lowered, match, published)
            if told is not None:
                yield Found(match.start(), match.end(), *told)


def year_dates(text: str, grammar: Grammar) -> Iterator[Found]:
    """The years of a sentence that are told as years, each by itself."""
    for match in _YEAR.finditer(text):
        if _tells_year(grammar, text, match):
            yield Found(match.start(), match.end(), match[1], False)


def year_spans(text: str) -> Iterator[tuple[int, int, str, str, bool]]:
    """The runs of years of a sentence: their places, the first and the last year, whether a dash is between."""
    for match in _YEARS.finditer(text):
        if match[1] < match[2]:
            yield match.start(), match.end(), match[1], match[2], not re.search(r"[^\W\d]", match[0])


def _of_month(lowered: str, match: re.Match[str], published: PartialDate | None) -> tuple[str, bool] | None:
    parts = match.groupdict()
    month, day, year = month_stems()[parts["month"]], parts.get("day"), parts.get("year")
    derived = year is None
    if year is None:
        if published is None:
            return None
        is_gone_by = _GONE_BY.search(lowered[max(0, match.start("month") - 14) : match.start("month")])
        year = str(_year_gone_by(published, month) if is_gone_by else nearest_year(published, month))
    text = f"{int(year):04d}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        return PartialDate.parse(text).text, derived
    except ValueError:
        return None


def _year_gone_by(published: PartialDate, month: int) -> int:
    """The year in which a month was there last before the day of publication."""
    year, own = published.earliest.year, published.earliest.month
    return year - (published.precision is not Precision.YEAR and month >= own and year > 1)


@cache
def _year_word(ordinals: tuple[str, ...], years: tuple[str, ...]) -> re.Pattern[str] | None:
    """What stands after the number of a year, by a language's table: 2021-nji ýylda; None where it does not say."""
    if not years:
        return None
    ordinal, year = ("|".join(map(re.escape, words)) for words in (ordinals, years))
    return re.compile(rf"(?:[-–\s]?(?:{ordinal}))?\s?(?:{year})" if ordinals else rf"\s?(?:{year})")


def _tells_year(grammar: Grammar, text: str, match: re.Match[str]) -> bool:
    if _RANGE_END.search(text[max(0, match.start() - 8) : match.start()]):
        return False
    if _LABELLED.search(text[: match.start()]) and _CLOSED.match(text, match.end()):
        return True
    pattern = _YEAR_WORD.get(grammar.code) or _year_word(grammar.ordinals, grammar.year_words)
    if pattern is not None:
        return pattern.match(text, match.end()) is not None
    return _BEFORE_YEAR.search(text[max(0, match.start() - 12) : match.start()]) is not None
