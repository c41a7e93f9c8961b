"""The months as inflected words begin: в мае, 2026 жылдың қыркүйегінде, Aralığın."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.facts.texts.printed_dates import month_names

_SHORT = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "май", "мая"})
_ABBREVIATED = _SHORT - {"may", "май", "мая"}
_BEGINNINGS = {
    "январ": 1, "феврал": 2, "апрел": 4, "мае": 5, "маю": 5, "июн": 6, "июл": 7, "сентябр": 9, "октябр": 10,
    "ноябр": 11, "декабр": 12,
    "қыркүйег": 9, "ocağ": 1, "aralığın": 12, "oktyabr": 10, "sentyabr": 9,
}  # fmt: skip
"""What month names begin with in cases that change their last letter."""


def _is_plain(name: str) -> bool:
    """Whether a name of a month is no abbreviation that may be another word (там, Kazakh for August)."""
    return len(name) > 3 or name in _SHORT


@cache
def month_stems() -> Mapping[str, int]:
    """What the words for months begin with, in small letters, and their numbers."""
    return {name: number for name, number in month_names().items() if _is_plain(name)} | _BEGINNINGS


@cache
def month_words() -> str:
    """The pattern of the words for months, the longest first, each open at its end but for what is another word."""
    return "|".join(map(_pattern_of, sorted(month_stems(), key=len, reverse=True)))


def _pattern_of(stem: str) -> str:
    if stem in _ABBREVIATED:
        return rf"{stem}(?![^\W\d_])"  # Mar, not Markaz
    return re.escape(stem) + {"may": "(?!or|don|be)", "aralığın": "(?!da)", "мая": r"(?![^\W\d_])"}.get(stem, "")


@cache
def _time_word() -> re.Pattern[str]:
    days = r"(?:күн|kun|gün)(?:дер|lar|lər|ler)?[іiü](?:нде|da|ndə|nde)?"
    near = "кеше|бүгін|ертең|биыл|былтыр|kecha|bugun|ertaga|dünən|sabah|bugün|dün|yarın"
    return re.compile(rf"(?:(?:{month_words()})[^\W\d_]{{0,4}}|{days}|{near})\Z")


def tells_time(word: str) -> bool:
    """Whether a word in small letters is a month in whatever case, or tells days of one: мамырда, kuni.

    >>> tells_time("мамырда"), tells_time("kuni"), tells_time("семинар")
    (True, True, False)
    """
    return _time_word().match(word) is not None


_WEEK = re.compile(r"(?:həftə|hafta|apta|апта|недел|week)\w*")
_WHICH_WEEK = re.compile(
    r"ötən|keçən|gələn|növbəti|həmin|bu|hər|son|bir|iki|geçen|geçtiğimiz|gelecek|önümüzdeki|her|oʻtgan|oldingi|kelgusi|"
    r"kelasi|shu|har|өткен|келесі|осы|әр|соңғы|алдағы|прошл\w+|минувш\w+|следующ\w+|эт[оаи]\w*|будущ\w+|текущ\w+|"
    r"последн\w+|кажд\w+|нын\w+|прошедш\w+|last|next|this|past|coming|previous|each|every|same|a|one|two|per|\d+"
)


def tells_week(words: Sequence[str], at: int) -> bool:
    """Whether a word in small letters is a week by which something is dated, and no event: ötən həftə, next week.

    >>> tells_week(("keçən", "həftə"), 1), tells_week(("rəqəmsal", "həftə"), 1)
    (True, False)
    """
    return at > 0 and _WEEK.fullmatch(words[at]) is not None and _WHICH_WEEK.fullmatch(words[at - 1]) is not None
