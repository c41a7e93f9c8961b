"""The months as inflected words begin: в мае, 2026 жылдың қыркүйегінде, Aralığın."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.facts.texts.printed_dates import month_names

_SHORT = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "май", "мая"})
_BEGINNINGS = {
    "январ": 1, "феврал": 2, "апрел": 4, "мае": 5, "маю": 5, "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
    "қыркүйег": 9, "ocağ": 1, "aralığ": 12, "oktyabr": 10, "sentyabr": 9,
}  # fmt: skip
"""What month names begin with in cases that change their last letter."""


def _is_plain(name: str) -> bool:
    """Whether a name of a month is no abbreviation that may be another word (там, Kazakh for August)."""
    return len(name) > 3 or name in _SHORT


@cache
def month_stems() -> Mapping[str, int]:
    """What the words for months begin with, in small letters, and their numbers."""
    return {name: number for name, number in month_names().items() if _is_plain(name)} | _BEGINNINGS
