"""The words of the articles that were drafted: the sentence of a proposal, its quote and its things in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.draft.model import DraftSource, Place
from kg.facts.names.folding import fold
from kg.facts.names.forms import forms_of_words
from kg.facts.names.inflection import ANY
from kg.facts.texts.extraction import UnreadableError, text_of
from kg.facts.texts.folded_text import FoldedText
from kg.review.model import Fault, NewRow

_LONGEST = 700
_SIGNS = "\"'`´«»‘’‚‛“”„‟‹›.,;:!?()[]{}…–—"
Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """A sentence and what is to be lit in it, as spans of its text; empty where the article is not at hand."""

    text: str
    quote: Span
    subject: Span | None = None
    object: Span | None = None
    whole: bool = True
    """Whether it is the sentence of the article; else it is the quote alone."""


class Articles:
    """Texts of articles by the id of their source, each read once it is first asked for."""

    def __init__(self, sources: Iterable[DraftSource], documents: Path | None) -> None:
        """`documents` is a folder in which an article is looked for that is no longer where it was drafted."""
        self._sources = {source.id: source for source in sources}
        self._documents = documents
        self._text = lru_cache(maxsize=64)(self._read)

    def path(self, source: str) -> Path | None:
        """Where the article can be opened; None where it is not at hand."""
        told = self._sources.get(source)
        if told is None:
            return None
        tried = [Path(told.path)] if told.path else []
        if self._documents is not None and told.document:
            tried.append(self._documents / told.document)
        return next((path for path in tried if path.is_file()), None)

    def _read(self, source: str) -> tuple[FoldedText, str, bool] | None:
        """The text as quotes are compared with it, as it is, and whether it is the one that was drafted."""
        path = self.path(source)
        if path is None:
            return None
        try:
            data = path.read_bytes()
            text = text_of(data, path.suffix)
        except (OSError, UnreadableError):
            return None
        return FoldedText.of(text), text, hashlib.sha256(data).hexdigest() == self._sources[source].sha256

    def text(self, source: str) -> str | None:
        """The text of an article; None where it is not at hand."""
        read = self._text(source)
        return read[1] if read is not None else None

    def start(self, cells: Mapping[str, str]) -> int | None:
        """Where the quote of a row of facts begins; None where that cannot be told."""
        found = self.find(cells.get("source", ""), cells.get("quote", ""))
        occurrence = int(cells.get("occurrence") or 1)
        return found[occurrence - 1][0] if found and occurrence <= len(found) else None

    def find(self, source: str, quote: str) -> list[Span] | None:
        """Where words stand in an article; None where it is not at hand."""
        read = self._text(source)
        return read[0].find(quote) if read is not None else None

    def faults(self, rows: Iterable[NewRow]) -> list[Fault]:
        """What is wrong with the quotes of rows of facts, where their articles are at hand."""
        faults = []
        for row in rows:
            found = self.find(row.cells.get("source", ""), row.cells.get("quote", ""))
            if not row.table.startswith("facts/") or not row.cells["quote"] or found is None:
                continue
            occurrence = row.cells["occurrence"]
            if not found:
                fix = "Copy the words as they stand there."
                faults.append(Fault(row, f'the quote "{row.cells["quote"]}" is not in the article', fix))
            elif len(found) > 1 and not occurrence:
                fix = f"Say which one in 'occurrence' (1 to {len(found)}), or quote more words."
                faults.append(Fault(row, f"the quote stands {len(found)} times in the article", fix))
            elif occurrence.isdigit() and int(occurrence) > len(found):
                faults.append(Fault(row, f"there is no occurrence {occurrence} of the quote", "Correct 'occurrence'."))
        return faults

    def passage(self, source: str, place: Place, subject: Iterable[str] = (), object_: Iterable[str] = ()) -> Passage:
        """The sentence around a quote, with the names of two things found in it, in whatever form."""
        read = self._text(source)
        if read is None:
            return self._lit(place.quote, (0, len(place.quote)), subject, object_, whole=False)
        folded, text, same = read
        start, end, first, last = place.start, place.end, place.sentence_start, place.sentence_end
        if not same or last > len(text):
            found = folded.find(place.quote)
            at = (place.occurrence or 1) - 1
            if at >= len(found):
                return self._lit(place.quote, (0, len(place.quote)), subject, object_, whole=False)
            start, end = found[at]
            first, last = max(0, text.rfind("\n", 0, start) + 1), _line_end(text, end)
        if last - first > _LONGEST:
            first, last = max(first, start - _LONGEST // 2), min(last, end + _LONGEST // 2)
        first, last = min(first, start), max(last, end)
        clean = "".join(" " if letter.isspace() else letter for letter in text[first:last])
        return self._lit(clean, (start - first, end - first), subject, object_, whole=True)

    def _lit(self, text: str, quote: Span, subject: Iterable[str], object_: Iterable[str], whole: bool) -> Passage:
        words = _words(text)
        left, named = _best(words, subject, quote, None), tuple(object_)
        right = _best(words, named, quote, left)
        if right is None and left is not None:  # one of them may stand in the name of the other: a post and its body
            right = _best(words, named, quote, None)
        return Passage(text, quote, left, right if right != left else None, whole)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _words(text: str) -> list[tuple[Span, frozenset[str]]]:
    """The words of a text with their spans, and the folded forms that each may be of."""
    found: list[tuple[Span, frozenset[str]]] = []
    at = 0
    for piece in text.split(" "):
        start, end = at, at + len(piece)
        at = end + 1
        while start < end and text[start] in _SIGNS:
            start += 1
        while start < end and text[end - 1] in _SIGNS:
            end -= 1
        if start < end:
            bare = text[start:end]
            # A quotation mark or an apostrophe may stand before an ending: “Report”a, SOCAR-ın.
            cut = next((n for n, letter in enumerate(bare) if letter in "\"'»”’-" and n), len(bare))
            parts = (bare, bare[:cut])
            forms = {form for part in parts for each in forms_of_words(part, ANY, strict=False) for form in each}
            found.append(((start, end), frozenset({*forms, *map(fold, parts)})))
    return found


def _best(
    words: list[tuple[Span, frozenset[str]]], names: Iterable[str], quote: Span, taken: Span | None
) -> Span | None:
    """The longest name that stands there, in the quote rather than outside, and not where another was found."""
    best: tuple[tuple[bool, int, int], Span] | None = None
    for name in dict.fromkeys(names):
        wanted = [word for word in map(fold, name.split()) if word]
        if not wanted or len(wanted) > len(words):
            continue
        for n in range(len(words) - len(wanted) + 1):
            window = words[n : n + len(wanted)]
            if all(word in forms for word, (_, forms) in zip(wanted, window, strict=True)):
                span = (window[0][0][0], window[-1][0][1])
                if taken is not None and span[0] < taken[1] and taken[0] < span[1]:
                    continue
                within = span[0] < quote[1] and quote[0] < span[1]
                rank = (within, len(wanted) * 100 + len(name), -n)
                if best is None or rank > best[0]:
                    best = (rank, span)
    return best[1] if best is not None else None
