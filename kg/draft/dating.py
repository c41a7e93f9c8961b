"""The dates that a sentence tells, absolute or relative to the day on which its article was published."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from kg.draft.words import Sentence
from kg.facts.dates import PartialDate, Precision
from kg.facts.texts.printed_dates import dates_in, month_names

_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s?[-–—]\s?(?:19|20)[0-9]{2})")
_RANGE_END = re.compile(r"(?:19|20)[0-9]{2}\s?[-–—]\s?\Z")
_YEAR_WORD = {
    "az": re.compile(r"[-–\s]?(?:c[iıuü]\s)?\s?il"),
    "tr": re.compile(r"\s(?:yıl|sene)|['’](?:de|da|te|ta|den|dan|ten|tan|nın|nin)\b"),
    "uz": re.compile(r"[-–\s]?\s?yil"),
    "kk": re.compile(r"\s?(?:жыл|ж\.)"),
    "ru": re.compile(r"\s?(?:год|г\.)"),
}
_BEFORE_YEAR = re.compile(r"(?:\b(?:in|since|by|of|until|from|during|early|late|mid)[\s-]|,\s)\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A date and the stretch of the text that tells it."""

    start: int
    end: int
    text: str
    derived: bool
    since: bool


_SHORT = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "май", "мая"})


def _is_plain(name: str) -> bool:
    """Whether a name of a month is no abbreviation that may be another word (там, Kazakh for August)."""
    return len(name) > 3 or name in _SHORT


@cache
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted((re.escape(name) for name in month_names() if _is_plain(name)), key=len, reverse=True))
    month = rf"(?P<month>{months})(?:\w{{0,5}})?\b\.?"
    year, day = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])", r"(?<![0-9.,])(?P<day>[0-9]{1,2})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b{month}(?:\s+(?:ay\w*|of|ayı\w*|oy\w*|ай\w*))?[\s,]+{year}",
            rf"{year}[-–\s'’]*(?:\w{{1,6}}[\s-]+){{0,2}}{month}(?!\s*[0-9])",
            rf"{day}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month}(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b{month}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?![\s,]*(?:19|20)[0-9]{{2}})",
        )
    )


def dates_told(sentence: Sentence, published: PartialDate | None) -> list[Told]:
    """The dates of a sentence in order, none within another."""
    text = sentence.text[sentence.start : sentence.end]
    lowered = "".join(letter.lower()[:1] or letter for letter in text.replace("İ", "i"))
    found: list[tuple[int, int, str, bool]] = [(s, e, date.text, False) for s, e, date in dates_in(text)]
    day = published.earliest if published is not None and published.precision is Precision.DAY else None
    for pattern in _month_patterns():
        for match in pattern.finditer(lowered):
            told = _of_month(match, published)
            if told is not None:
                found.append((match.start(), match.end(), *told))
    for match in _YEAR.finditer(text):
        if _tells_year(sentence.language, text, match):
            found.append((match.start(), match.end(), match[1], False))
    found += _relative(sentence, published, day)
    kept: list[tuple[int, int, str, bool]] = []
    for item in sorted(found, key=lambda each: (-len(each[2]), each[3], each[0], -each[1])):
        if all(item[1] <= other[0] or item[0] >= other[1] for other in kept):
            kept.append(item)
    return [
        Told(
            sentence.start + s,
            sentence.start + e,
            date,
            derived,
            _is_since(sentence, sentence.start + s, sentence.start + e),
        )
        for s, e, date, derived in sorted(kept)
    ]


def _of_month(match: re.Match[str], published: PartialDate | None) -> tuple[str, bool] | None:
    parts = match.groupdict()
    month, day, year = month_names()[parts["month"]], parts.get("day"), parts.get("year")
    derived = year is None
    if year is None:
        if published is None:
            return None
        year = str(_nearest_year(published, month))
    text = f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        return PartialDate.parse(text).text, derived
    except ValueError:
        return None


def _nearest_year(published: PartialDate, month: int) -> int:
    """The year in which a month that is told without one lies nearest to the day of publication."""
    year, own = published.earliest.year, published.earliest.month
    if published.precision is Precision.YEAR:
        return year
    return year + (1 if month - own < -6 else -1 if month - own > 6 else 0)


def _tells_year(language: str, text: str, match: re.Match[str]) -> bool:
    if _RANGE_END.search(text[max(0, match.start() - 8) : match.start()]):
        return False
    pattern = _YEAR_WORD.get(language)
    if pattern is not None:
        return pattern.match(text, match.end()) is not None
    return _BEFORE_YEAR.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _relative(
    sentence: Sentence, published: PartialDate | None, day: dt.date | None
) -> list[tuple[int, int, str, bool]]:
    found = []
    words = sentence.words
    for index in range(len(words)):
        hit = sentence.grammar.dates.at(sentence.lowered, index)
        if hit is None or published is None:
            continue
        length, entry = hit
        date = _reckoned(entry.name, int(entry.detail), published, day)
        if date is not None:
            start, end = words[index].start - sentence.start, words[index + length - 1].end - sentence.start
            found.append((start, end, date, True))
    return found


def _reckoned(unit: str, number: int, published: PartialDate, day: dt.date | None) -> str | None:
    """A date that is told by its distance from the day of publication, as precisely as that allows."""
    first = published.earliest
    if unit == "year":
        return f"{first.year + number:04d}"
    if unit == "month" and published.precision is not Precision.YEAR:
        months = first.year * 12 + first.month - 1 + number
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if day is None:
        return None
    try:
        if unit == "day":
            return (day + dt.timedelta(days=number)).isoformat()
        if unit == "weekday":
            return (day - dt.timedelta(days=(day.isoweekday() - number) % 7)).isoformat()
    except OverflowError:
        return None
    return None


def _is_since(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the date is one from which something holds."""
    words, grammar = sentence.words, sentence.grammar
    if grammar.verb_last:
        first = sentence.index_from(start)
        return any(
            grammar.since.at(sentence.lowered, at) is not None and words[at].start < end + 30
            for at in range(first, min(first + 5, len(words)))
        )
    before = sentence.index_from(start) - 1
    return before >= 0 and (
        grammar.since.at(sentence.lowered, before) is not None
        or (before > 0 and grammar.since.at(sentence.lowered, before - 1) is not None)
    )
