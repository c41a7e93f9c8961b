"""The dates that a sentence tells, absolute or relative to the day on which its article was published."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from kg.draft.patterns import Entry
from kg.draft.words import Sentence
from kg.facts.dates import PartialDate, Precision
from kg.facts.texts.printed_dates import dates_in, month_names

_YEAR = re.compile(r"(?<![\w.,-])((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s?[-–—]\s?(?:19|20)[0-9]{2})")
_RANGE_END = re.compile(r"(?:19|20)[0-9]{2}\s?[-–—]\s?\Z")
_YEAR_WORD = {
    "az": re.compile(r"[-–\s]?(?:c[iıuü]\s)?\s?il"),
    "tr": re.compile(r"\s(?:yıl|sene)|['’](?:de|da|te|ta|den|dan|ten|tan|nın|nin)\b"),
    "uz": re.compile(r"[-–\s]?\s?(?:yil|йил)"),
    "kk": re.compile(r"\s?(?:жыл|ж\.)"),
    "ru": re.compile(r"\s?(?:год|г\.)"),
}
_BEFORE_YEAR = re.compile(r"(?:\b(?:in|since|by|of|until|from|during|early|late|mid)[\s-]|,\s)\Z", re.IGNORECASE)


_LEAST_MONTH, _LONGEST_MONTH_ENDING = 2, 6
_DAY, _LONGEST_MONTH = len("2026-01-01"), 31
_LAST = re.compile(r"last|past|ötən|keçən|прошл|минувш|geçen|geçtiğimiz|өткен|oʻtgan|ўтган")
_NEXT = re.compile(r"next|gələn|növbəti|следующ|gelecek|önümüzdeki|келесі|kelasi|keyingi|келаси")
_MOST_DATELINE, _NEAR_REPORT = 48, 4
_RANGE_BEFORE = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:[-–]?(?:i|ı|u|ü|ci|cı|cu|cü))?\s?(?:[-–—]|(?:to|and|по|və|ve|мен|va|и)\s)\s?\Z"
)
_RANGE_AFTER = re.compile(r"\s?(?:[-–—]|(?:to|and)\s)\s?(\d{1,2})(?![\d.,]\d|\d)")
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
    """Whether the text tells no year: then it is the one that lies nearest."""


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
            rf"{year}[-–\s]?\s?(?:yil|йил)\w*[\s,]+(?P<day>[0-9]{{1,2}})[\s-]+{month}",
            rf"{day}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month}(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b{month}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?![\s,]*(?:19|20)[0-9]{{2}})",
            rf"\b(?:in|since|during)\s+(?:early\s|late\s|mid-)?(?P<month>{months})\b(?!\s*[0-9])",
            rf"\b(?:в|с)\s+(?:начале\s|конце\s|середине\s)?(?P<month>{months})\w{{0,2}}\b(?!\s*[0-9])",
            rf"(?<![0-9]\s)(?<![0-9]-)\b(?P<month>{months})(?:\s(?:ay|ой|ай|oy)\w*|['’]?(?:da|də|de|ta|tə|te|да|де|та|те)(?:ki|kı|ğı|гі)?)\b",
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
    weekdays = {s for s, _, entry in _weekdays(sentence)}
    kept: list[tuple[int, int, str, bool]] = []
    for item in sorted(found, key=lambda each: (-len(each[2]), each[3], each[0], -each[1])):
        if all(item[1] <= other[0] or item[0] >= other[1] for other in kept):
            kept.append(item)
    return [
        _told(sentence, text, s, e, date, derived, s in weekdays and len(date) == _DAY)
        for s, e, date, derived in sorted(kept)
    ]


def _told(sentence: Sentence, text: str, s: int, e: int, date: str, derived: bool, weekday: bool) -> Told:
    start, end = sentence.start + s, sentence.start + e
    first, until = date, ""
    if len(date) == _DAY:
        before, after = _RANGE_BEFORE.search(text, max(0, s - 8), s), _RANGE_AFTER.match(text, e)
        day = int(date[-2:])
        if before and int(before[1]) < day:
            first, until, start = f"{date[:8]}{int(before[1]):02d}", date, sentence.start + before.start(1)
        elif after and day < int(after[1]) <= _LONGEST_MONTH and text[e - 1].isdigit() and text[s].isalpha():
            until, end = f"{date[:8]}{int(after[1]):02d}", sentence.start + after.end(1)
        if until and not _is_day(until):
            first, until = date, ""
    plain = text[s:e]
    yearless = (
        derived and any(letter.isalpha() for letter in plain) and not weekday and not _relative_at(sentence, start)
    )
    reported = _is_dateline(sentence, start, end) or _is_of_report(sentence, start, end)
    return Told(start, end, first, derived, _is_since(sentence, start, end), until, reported, weekday, yearless)


def _relative_at(sentence: Sentence, start: int) -> bool:
    """Whether a date is told by its distance from the day of publication: last year."""
    index = sentence.index_from(start)
    return index < len(sentence.words) and sentence.grammar.dates.at(sentence.lowered, index) is not None


def _is_day(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


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


def _weekdays(sentence: Sentence) -> list[tuple[int, int, Entry]]:
    """Where the sentence names days of the week."""
    found = []
    for index in range(len(sentence.words)):
        hit = sentence.grammar.dates.at(sentence.lowered, index)
        if hit is not None and hit[1].name == "weekday":
            start, end = sentence.words[index].start, sentence.words[index + hit[0] - 1].end
            found.append((start - sentence.start, end - sentence.start, hit[1]))
    return found


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
        if entry.name == "day" and sentence.lowered[index + length : index + length + 1] in (("də",), ("da",)):
            continue  # bu gün də: to this day
        date = _reckoned(entry.name, int(entry.detail), published, day)
        before = sentence.lowered[index - 1] if index else ""
        if entry.name == "weekday" and date is not None and day is not None:
            if _NEXT.match(before):
                date = (dt.date.fromisoformat(date) + dt.timedelta(days=7)).isoformat()
            elif _LAST.match(before) and date == day.isoformat():
                date = (day - dt.timedelta(days=7)).isoformat()
        if date is not None and entry.name == "year":
            length, date = _with_month(sentence, index, length, date)
        if date is not None:
            start, end = words[index].start - sentence.start, words[index + length - 1].end - sentence.start
            found.append((start, end, date, True))
    return found


def _with_month(sentence: Sentence, index: int, length: int, year: str) -> tuple[int, str]:
    """How many words a year and the month after it take, and the date: gələn ilin yanvarında."""
    at = index + length
    if sentence.grammar.code != "az" or at >= len(sentence.words) or sentence.gap(at - 1, at).strip():
        return length, year
    word = sentence.lowered[at]
    months = ((len(name), number) for name, number in month_names().items() if len(name) > _LEAST_MONTH)
    told = [(size, number) for size, number in months if _starts_month(word, size, number)]
    return (length + 1, f"{year}-{max(told)[1]:02d}") if told else (length, year)


def _starts_month(word: str, size: int, number: int) -> bool:
    return month_names().get(word[:size]) == number and len(word) - size <= _LONGEST_MONTH_ENDING


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
