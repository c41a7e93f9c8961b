"""Ranges of months, as six languages print them: May–June 2031, may-iyun aylarında, в мае и июне."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.draft.dates.ranges import DayRange, nearest_year
from kg.draft.language.months import month_stems, month_words
from kg.facts.dates import PartialDate

_YEAR_BEFORE = re.compile(r"((?:19|20)[0-9]{2})[-–\s'’]*(?:[^\W\d_]{1,9}[\s,-]+){0,2}\Z")
_LAST = 12


@cache
def _pattern() -> re.Pattern[str]:
    months = month_words()
    joined = r"(?:\s*[-–—]\s*|\s+(?:and|и|və|ve|va|ва|мен|пен|бен|және|to|по)\s+(?:в\s)?)"
    return re.compile(
        rf"(?<![0-9]\s)(?<![0-9.-])\b(?P<first>{months})[^\W\d_]{{0,3}}{joined}(?P<last>{months})[^\W\d_]{{0,4}}\b"
        r"(?!\s?[0-9]{1,2}(?![0-9]))(?:\s[^\W\d_]*(?:ay|ай|oy|ой)[^\W\d_]*)?(?:,?\s(?P<year>(?:19|20)[0-9]{2})(?![0-9])(?:\s(?:года|г\.))?)?"
    )


def month_ranges(lowered: str, published: PartialDate | None) -> Iterator[DayRange]:
    """The runs of months of one year that a sentence in small letters tells; the nearest year where it tells none."""
    for match in _pattern().finditer(lowered):
        first, last = (month_stems()[match[name]] for name in ("first", "last"))
        before = _YEAR_BEFORE.search(lowered[max(0, match.start() - 30) : match.start()])
        told = match["year"] or (before[1] if before is not None else "")
        if not first < last <= _LAST or not (told or published is not None):
            continue
        year = int(told) if told or published is None else nearest_year(published, last)
        start = match.start() - (len(before[0]) if before is not None and not match["year"] else 0)
        yield DayRange(start, match.end(), f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}", not told)
