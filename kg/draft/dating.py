"""The dates that a sentence tells, absolute or relative to the day on which its article was published."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.draft.months import month_stems, month_words
from kg.draft.ranges import day_ranges, nearest_year
from kg.draft.reckoning import later, reckoned_dates
from kg.draft.words import Sentence
from kg.facts.dates import PartialDate
from kg.facts.texts.printed_dates import dates_in

_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s?[-–—]\s?(?:19|20)[0-9]{2})")
_YEARS = re.compile(r"(?<![\w.,-])((?:19|20)[0-9]{2})\s?[-–—]\s?((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])")
_RANGE_END = re.compile(r"(?:19|20)[0-9]{2}\s?[-–—]\s?\Z")
_YEAR_WORD = {
    "az": re.compile(r"[-–\s]?(?:c[iıuü]\s)?\s?il"),
    "tr": re.compile(r"\s(?:yıl|sene)|['’](?:de|da|te|ta|den|dan|ten|tan|nın|nin)\b"),
    "uz": re.compile(r"[-–\s]?\s?(?:yil|йил)"),
    "kk": re.compile(r"\s?(?:жыл|ж\.)"),
    "ru": re.compile(r"\s?(?:год|г\.)"),
}
_BEFORE_YEAR = re.compile(r"(?:\b(?:in|since|by|of|until|from|during|early|late|mid)[\s-]|,\s)\Z", re.IGNORECASE)


_DAY = len("2026-01-01")
_MOST_DATELINE, _NEAR_REPORT = 48, 4
_LABELLED = re.compile(r"[^\W\d]\s?:(?:[^:\n]{0,40}[,(;])?\s*\Z")
_CLOSED = re.compile(r"\s*(?:[.,;)]|\Z)")
"""A year by itself behind a label: Founded: Mersin, 2014."""
_DATELINE_END = re.compile(
    r"(?:\s?(?:г\.|года|yil|il))?[,\s]*(?:\([^)\n]{2,30}\)|[/,]\s?[^\s./]{2,20}\s?[/.]?)?\s*[-–—.:/]"
)


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
    weekday: bool = False
    yearless: bool = False
    is_span: bool = False
    """Whether it is a run of years, which only what holds for it can have: the programme of 2026–2028."""
    """Whether the text tells no year: then it is the one that lies nearest."""


@cache
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    months = month_words()
    month = rf"(?P<month>{months})(?:['’]?\w{{0,5}})?\b\.?"
    year, day = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])", r"(?<![0-9.,])(?P<day>[0-9]{1,2})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b{month}(?:\s+(?:ay\w*|of|ayı\w*|oy\w*|ай\w*))?[\s,]+{year}",
            rf"{year}[-–\s'’]*(?:\w{{1,9}}[\s,-]+){{0,2}}{month}(?!\s*[0-9])",
            rf"{year}[-–\s]?\s?(?:yil|йил)\w*[\s,]+(?P<day>[0-9]{{1,2}})[\s-]+{month}",
            rf"{day}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month}(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b{month}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b(?:in|since|during|by|until|through|of|this|last|next)\s+(?:early\s|late\s|mid[\s-]|the\send\sof\s)?(?P<month>{months})\b(?!\s*[0-9])",
            rf"\b(?:в|с|к|до|за|на)\s+(?:начал[еау]\s|кон(?:це|ца|цу)\s|середин[еыу]\s)?(?P<month>{months})\w{{0,2}}\b(?!\s*[0-9])",
            rf"(?<![0-9]\s)(?<![0-9]-)\b(?P<month>{months})(?:\s(?:ay|ой|ай|oy)\w*|['’]?(?:da|də|de|ta|tə|te|да|де|та|те)(?:ki|kı|ğı|гі)?)\b",
        )
    )


def dates_told(sentence: Sentence, published: PartialDate | None, previous: str = "") -> list[Told]:
    """The dates of a sentence in order, none within another; `previous` is the day that the text told last."""
    text = sentence.text[sentence.start : sentence.end]
    lowered = "".join(letter.lower()[:1] or letter for letter in text.replace("İ", "i"))
    ranges = [*day_ranges(lowered, published)]
    found: list[tuple[int, int, str, bool]] = [(s, e, date.text, False) for s, e, date in dates_in(text)]
    for pattern in _month_patterns():
        for match in pattern.finditer(lowered):
            told = _of_month(match, published)
            if told is not None:
                found.append((match.start(), match.end(), *told))
    for match in _YEAR.finditer(text):
        if _tells_year(sentence.language, text, match):
            found.append((match.start(), match.end(), match[1], False))
    reckoned = [*reckoned_dates(sentence, published, previous)]
    found += [(each.start, each.end, each.text, True) for each in reckoned]
    weekdays = {each.start for each in reckoned if each.is_weekday}
    taken = [(each.start, each.end) for each in ranges]
    kept = [_told(sentence, text, r.start, r.end, r.first, r.derived, False, r.last) for r in ranges]
    for s, e, date, derived in sorted(found, key=lambda each: (-len(each[2]), each[3], each[0], -each[1])):
        if all(e <= start or s >= end for start, end in taken):
            taken.append((s, e))
            kept.append(_told(sentence, text, s, e, date, derived, s in weekdays and len(date) == _DAY, ""))
    kept += [
        Told(sentence.start + m.start(), sentence.start + m.end(), m[1], False, True, m[2], is_span=True)
        for m in _YEARS.finditer(text)
        if m[1] < m[2] and all(m.end() <= start or m.start() >= end for start, end in taken)
    ]
    lasting = _lasting(sentence, kept)
    return sorted(lasting, key=lambda told: told.start)


def _lasting(sentence: Sentence, dates: list[Told]) -> list[Told]:
    """The dates, the only day among them with the last one of what is said to last some days: a two-day meeting."""
    days = [told for told in dates if len(told.text) == _DAY and not told.reported]
    if len(days) != 1 or days[0].until:
        return dates
    hits = (sentence.grammar.dates.at(sentence.lowered, at) for at in range(len(sentence.words)))
    long = next((int(hit[1].detail) for hit in hits if hit is not None and hit[1].name == "lasting"), 0)
    if not long:
        return dates
    last = later(days[0].text, long - 1) or ""
    return [replace(told, until=last) if told is days[0] else told for told in dates]


def _told(sentence: Sentence, text: str, s: int, e: int, date: str, derived: bool, weekday: bool, until: str) -> Told:
    start, end = sentence.start + s, sentence.start + e
    yearless = (
        derived and any(letter.isalpha() for letter in text[s:e]) and not weekday and not _relative_at(sentence, start)
    )
    reported = _is_dateline(sentence, start, end) or _is_of_report(sentence, start, end)
    since = not until and _is_since(sentence, start, end)
    return Told(start, end, date, derived, since, until, reported, weekday, yearless)


def _relative_at(sentence: Sentence, start: int) -> bool:
    """Whether a date is told by its distance from the day of publication: last year."""
    index = sentence.index_from(start)
    hit = sentence.grammar.dates.at(sentence.lowered, index) if index < len(sentence.words) else None
    return hit is not None


def _is_dateline(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date stands after a place at the head of a paragraph: BAKU, November 3 –; Toshkent, 2026-yil 7-may."""
    begins = sentence.text.rfind("\n", 0, start) + 1
    before = sentence.text[begins:start]
    if (
        not before.strip()
        or len(before) > _MOST_DATELINE
        or re.search(r"\d|(?:^|[\s(–-])[^\W\d_]*[a-zа-яәөүұқғңһіё]{3,}\s(?=[^\W\d_]*[a-zа-я])", before)
    ):
        return False
    if not all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", before)):
        return False
    return before.rstrip().endswith((",", "/", ".", "(")) and _DATELINE_END.match(sentence.text, end) is not None


def _is_of_report(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date says when something was reported: the ministry said on Friday."""
    grammar, words = sentence.grammar, sentence.words
    first, last = sentence.index_from(start), sentence.index_from(end)
    before = range(max(0, first - _NEAR_REPORT), first)
    after = range(last, min(len(words), last + _NEAR_REPORT))
    for at in after if grammar.verb_last else (*before, *after[:2]):
        if grammar.reports.at(sentence.lowered, at) is None:
            continue
        low, high = min(words[at].end, start), max(words[at].start, end)
        gap = sentence.text[low:start] if words[at].end <= start else sentence.text[end:high]
        if not re.search(r"[,;:.«»“”\"]", gap) and not re.search(r"\bthat\b|\bчто\b", gap):
            return True
    return False


def _of_month(match: re.Match[str], published: PartialDate | None) -> tuple[str, bool] | None:
    parts = match.groupdict()
    month, day, year = month_stems()[parts["month"]], parts.get("day"), parts.get("year")
    derived = year is None
    if year is None:
        if published is None:
            return None
        year = str(nearest_year(published, month))
    text = f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        return PartialDate.parse(text).text, derived
    except ValueError:
        return None


def _tells_year(language: str, text: str, match: re.Match[str]) -> bool:
    if _RANGE_END.search(text[max(0, match.start() - 8) : match.start()]):
        return False
    if _LABELLED.search(text[: match.start()]) and _CLOSED.match(text, match.end()):
        return True
    pattern = _YEAR_WORD.get(language)
    if pattern is not None:
        return pattern.match(text, match.end()) is not None
    return _BEFORE_YEAR.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _is_since(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the date is one from which something holds."""
    words, grammar = sentence.words, sentence.grammar
    if grammar.verb_last:
        first = sentence.index_from(start)
        return any(
            grammar.since.at(sentence.lowered, at) is not None and words[at].start < end + 30
            for at in range(first, min(first + 5, len(words)))
        )
    first = sentence.index_from(start)
    if first < len(words) and words[first].end < end and grammar.since.at(sentence.lowered, first) is not None:
        return True
    before = first - 1
    return before >= 0 and (
        grammar.since.at(sentence.lowered, before) is not None
        or (before > 0 and grammar.since.at(sentence.lowered, before - 1) is not None)
    )
