"""Sentences of a text, for the words around a quote.

Rules over terminators and line breaks, with abbreviations of Azerbaijani, English, Kazakh, Russian, Turkish and
Uzbek in a table (`data/abbreviations.csv`): a new language is new rows. Kinds of abbreviation: `before` stands before
what it belongs to and never ends a sentence (prof.), `after` may end one (və s.), `amount` too, but not before capitals
(mlrd. ABŞ dolları), `number` may end one after a number (2026 г.) and stands before a name otherwise (г. Баку).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

Span = tuple[int, int]
"""Start and end in the text."""

_ABBREVIATIONS = Path(__file__).parent / "data" / "abbreviations.csv"
_CLOSING = "\"'”’»)]}›"
_OPENING = "\"'“‘„«([{‹"
_TERMINATOR = re.compile(rf"[.!?…。！？]+[{re.escape(_CLOSING)}]*")
# What stands before a full stop: a word, or letters with full stops between (т. д, p.m, A.Ş).
_WORD = re.compile(r"(?:(?<![^\W_])[^\W\d_]{1,4}\. ?)*[^\W_]+(?:[-'’‘ʻʼ][^\W_]+)*\Z")
_JOINED = re.compile(r"[0-9]+[-–]")  # 2025-y.
_FOLLOWING = re.compile(r"\W*([^\W\d_]+)")
_NUMBERED = re.compile(r"[0-9][\s\u00a0-]*(?:[^\W\d_]{1,5}\s)?\Z")
# Initials of two letters.
_INITIALS = frozenset(
    {*("Ch", "Dj", "Gʻ", "Kh", "Oʻ", "Sh", "Th", "Ts", "Ya", "Ye", "Yo", "Yu", "Zh"), *("Дж", "Дз", "Ху", "Чж")}
)
_FORM_NEXT = re.compile(r" (?:Ltd|Inc|LLC|Limited|KGaA|KG|Corp)\b")
"""The legal form of a firm that goes on after another."""
_BULLET = re.compile(r"\s*(?:[-–—•*·▪◦‣●○■]\s|(?:[0-9]{1,3}|[^\W\d_])[.)]\s|#{1,6}\s)")
_BREAK = re.compile(r"[ \t\u00a0]*(?:\r\n|[\n\r\f\u2028\u2029])\s*")
# A text is wrapped where its lines end as soon as the next word would not fit; wider lines are paragraphs.
_NARROWEST, _WIDEST, _FULL = 40, 200, 0.8


def sentence_around(text: str, start: int, end: int, language: str = "") -> Span:
    """Where the sentence begins and ends that holds `text[start:end]`; the whole stretch where that runs over several.

    >>> text = "Prof. A. Əliyev gəldi. Mərkəz 2026-cı ildə açılıb. Sonra getdi."
    >>> start, end = sentence_around(text, 30, 39, "az")
    >>> text[start:end]
    'Mərkəz 2026-cı ildə açılıb.'
    """
    held = [span for span in sentence_spans(text, language) if span[0] < end and start < span[1]]
    if not held:
        return start, end
    return min(start, held[0][0]), max(end, held[-1][1])


@lru_cache(maxsize=64)
def sentence_spans(text: str, language: str = "") -> tuple[Span, ...]:
    """All sentences in order, without the white space around them.

    `language` chooses the abbreviations; without it, or for one that the table does not know, all are known.
    """
    spans = []
    for start, end in _blocks(text):
        begin = start
        for boundary in _boundaries(text, start, end, _abbreviations(language)):
            spans.append((begin, boundary))
            begin = boundary
        spans.append((begin, end))
    trimmed = (_trimmed(text, start, end) for start, end in spans)
    return tuple((start, end) for start, end in trimmed if start < end)


@lru_cache(maxsize=16)
def _abbreviations(language: str) -> Mapping[str, str]:
    """The kind of each abbreviation, without its last full stop, in lower case."""
    with _ABBREVIATIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = [row for row in rows if row["language"] == language] or rows
    # Where languages differ, what may end a sentence in one may end it.
    return {row["abbreviation"]: row["kind"] for row in sorted(known, key=lambda row: row["kind"], reverse=True)}


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _blocks(text: str) -> Iterator[Span]:
    """Stretches of text between line breaks that no sentence crosses."""
    start = 0
    for paragraph in re.finditer(r"\S(?:.*?\S)?(?=\s*\Z|[ \t]*(?:\r\n?|\n)[ \t]*(?:\r\n?|\n))", text, re.DOTALL):
        start, last = paragraph.span()
        breaks = [match.span() for match in _BREAK.finditer(text, start, last)]
        edges = [start, *(edge for span in breaks for edge in span), last]
        lines = list(zip(edges[::2], edges[1::2], strict=True))
        width = max(end - begin for begin, end in lines)
        for (begin, end), (following, stop) in pairwise(lines):
            if not _runs_on(text[begin:end], text[following:stop], width):
                yield start, end
                start = following
        yield start, last


def _runs_on(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the next one."""
    if _BULLET.match(following):
        return False
    if following[:1].islower():
        return True
    room = len(line) + 1 + len(following.split(None, 1)[0]) if following.split() else 0
    return _NARROWEST <= width <= _WIDEST and room > _FULL * width


def _boundaries(text: str, start: int, end: int, abbreviations: Mapping[str, str]) -> Iterator[int]:
    bullet = _BULLET.match(text, start, end)
    for match in _TERMINATOR.finditer(text, bullet.end() if bullet else start, end):
        if match.end() < end and _ends(text, start, end, match, abbreviations):
            yield match.end()


def _ends(text: str, start: int, end: int, match: re.Match[str], abbreviations: Mapping[str, str]) -> bool:
    """Whether a sentence ends after this terminator."""
    if _FORM_NEXT.match(text, match.end()) is not None:
        return False  # Alfa Energy Co. Ltd
    mark, after = match.group(), text[match.end() : end]
    rest = after.lstrip()
    if mark[0] in "。！？":
        return True
    word = _WORD.search(text, max(start, match.start() - 40), match.start())
    before = word.group() if word else ""
    if len(rest) == len(after):
        # No space: a decimal, an address, a file name, or a space forgotten between two sentences.
        return mark == "." and len(before) > 2 and before.islower() and after[0].isupper() and after[1:2].islower()
    if rest[0] in "-–—" and (mark[-1] in _CLOSING or _is_open(text[start : match.start()])):
        return False  # “…!” – said the minister. – “…
    opening = rest.lstrip(_OPENING + "-–—•* \t\n\u00a0")[:1]
    if not opening or opening.islower():
        return False
    if mark.rstrip(_CLOSING) != ".":
        return True
    initial = before.rsplit(".", 1)[-1].strip()
    if (len(initial) == 1 and initial.isupper()) or initial in _INITIALS:
        return False
    numbered = _NUMBERED.search(text, max(start, match.start() - len(before) - 12), match.start() - len(before))
    if joined := _JOINED.match(before):
        before, numbered = before[joined.end() :], joined
    kind = _kind(before, abbreviations)
    if kind == "number":
        kind = "after" if numbered else "before"
    following = _FOLLOWING.match(rest)
    capitals = following is not None and len(following.group(1)) > 1 and following.group(1).isupper()
    roman = following is not None and not set(following.group(1)) - set("IVXLC")
    if kind in ("after", "amount"):
        return not (opening.isdigit() or roman or (kind == "amount" and capitals))
    return kind != "before"


def _is_open(text: str) -> bool:
    """Whether a quotation has begun and not ended."""
    return any(text.count(opening) > text.count(closing) for opening, closing in ("«»", "“”"))


def _kind(before: str, abbreviations: Mapping[str, str]) -> str:
    """The kind of the abbreviation that a text ends with, the longest that is known; empty for any other word."""
    letters = before.replace(" ", "").replace("İ", "i").lower()
    while letters:
        if letters in abbreviations:
            return abbreviations[letters]
        letters = letters.partition(".")[2]
    return ""
