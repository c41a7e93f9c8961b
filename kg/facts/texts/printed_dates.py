"""The date that a text prints of itself, near its head."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.facts.dates import PartialDate

_MONTHS = Path(__file__).parent / "data" / "months.csv"
_HEAD_LINES, _HEAD_CHARACTERS = 12, 1500
# What may stand on a line beside its date: a time, a place, a weekday, a label; not a sentence.
_MOST_WORDS = 6
_LABELS = frozenset(
    {*("date", "published", "updated", "posted", "by", "at", "on", "tarix", "tarixi", "dərc", "saat", "yayın", "tarih")}
    | {*("күні", "жарияланды", "сағат", "дата", "опубликовано", "в", "sana", "soat", "sanasi", "дата", "публикации")}
)
_YEAR_WORDS = frozenset({*("ci", "cı", "cu", "cü", "il", "г", "года", "ж", "жыл", "жылы", "жылғы", "y", "yil", "й")})
_DIGIT = re.compile("[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
# A dateline: BAKU, 26 November 2025 – The center …
_DATELINE = re.compile(r"(?:[^\W\d_][\w.'’-]*[,/ ]*){0,5}")


@cache
def month_names() -> Mapping[str, int]:
    """Each name of a month (Unicode CLDR, six languages, in full and short, lower case) and its number."""
    with _MONTHS.open(encoding="utf-8", newline="") as file:
        return {row["name"]: int(row["month"]) for row in csv.DictReader(file)}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(map(re.escape, month_names()), key=len, reverse=True))
    month, year = rf"(?P<month>{months})\b\.?", r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
    day = r"(?<![0-9])(?P<day>[0-9]{1,2})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])",
            rf"{day}\.(?P<number>[0-9]{{1,2}})\.{year}",
            rf"{day}(?:st|nd|rd|th|-?\w{{2,3}})?[\s.-]+(?:of\s+)?{month},?\s*{year}",
            rf"\b{month}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+{year}",
            # 2025 жылғы 26 қараша, 2025-ci il 26 noyabr, 2025-yil 26-noyabr
            rf"{year}(?:[\s-]+\w{{2,6}}){{0,2}}[\s,]+{day}[\s-]+{month}",
        )
    )


def dates_in(text: str) -> Iterator[tuple[int, int, PartialDate]]:
    """Where a text tells a day, from first to last: start, end, date.

    >>> [date.text for _, _, date in dates_in("- 26 noyabr, 2025; November 5, 2025")]
    ['2025-11-26', '2025-11-05']
    """
    if _DIGIT.search(text) is None:
        return
    # One character for one, so that places stay: a capital İ is two in lower case.
    lowered = text.replace("İ", "i").lower()
    found: dict[int, tuple[int, int, PartialDate]] = {}
    for pattern in _patterns():
        for match in pattern.finditer(lowered):
            parts = match.groupdict()
            month = parts.get("number") or str(month_names()[parts["month"]])
            try:
                date = PartialDate.parse(f"{parts['year']}-{int(month):02d}-{int(parts['day']):02d}")
            except ValueError:
                continue
            found.setdefault(match.start(), (match.start(), match.end(), date))
    yield from (found[start] for start in sorted(found))


def printed_date(text: str) -> tuple[PartialDate, str] | None:
    """The date that stands by itself on a line near the head of a text, or in its dateline, and that line.

    None where two such lines tell different days: which of them is the day of printing, nobody says.
    """
    told = list(_date_lines(text))
    if len({date.text for date, _ in told}) != 1:
        return None
    return told[0]


def _date_lines(text: str) -> Iterator[tuple[PartialDate, str]]:
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_HEAD_LINES]
    read = 0
    for line in lines:
        read += len(line)
        for start, end, date in dates_in(line):
            before, after = line[:start], line[end:]
            beside = _WORD.findall(f"{before} {after}")
            stray = [word for word in beside if word[0].islower() and word.lower() not in _LABELS | _YEAR_WORDS]
            # A weekday may be in lower case.
            alone = len(beside) <= _MOST_WORDS and len(stray) <= (len(beside) == 1)
            dateline = _DATELINE.fullmatch(before) and re.match(r"\s*(?:г\.|ж\.)?\s*(?:[–—:|-](?!\w)|/)", after)
            labels = _WORD.findall(before.lower())
            if alone or dateline or (labels and set(labels) <= _LABELS - {"on", "в", "at", "by"}):
                yield date, line
            break
        if read > _HEAD_CHARACTERS:
            return
