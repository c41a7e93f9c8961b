"""The fewest words of an article that prove a relation: at most eight, found again by the rule for quotes."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from kg.draft.language.plain_text import PlainText
from kg.draft.language.words import Sentence
from kg.draft.model import Place
from kg.facts.rows import QUOTE_WORDS
from kg.facts.texts.folded_text import FoldedText

_TOKEN = re.compile(r"\S+")
_LEAST_WORDS = 4
Span = tuple[int, int]


class Quoter:
    """Places quotes in one article."""

    def __init__(self, text: str, plain: PlainText | None = None) -> None:
        """`plain` is the text as it was read, if that is shorter: sentences and stretches are places of it."""
        self._text = text
        self._plain = plain or PlainText(text)
        self._folded: dict[str, list[Span]] = {}
        self._tokens: dict[Span, list[Span]] = {}
        self._whole = FoldedText.of(text)

    def place(self, sentence: Sentence, spans: Sequence[Span]) -> Place | None:
        """The quote that holds these stretches, or as many of them as eight words can; the first counts most.

        None where no words of the sentence can be quoted.
        """
        begins, ends = self._plain.start(sentence.start), self._plain.end(sentence.end)
        spans = [(self._plain.start(start), self._plain.end(end)) for start, end in spans]
        tokens = self._tokens_of((begins, ends))
        wanted = [found for span in spans if (found := _held(tokens, span)) is not None]
        if not wanted:
            return None
        first, last = wanted[0]
        if last - first >= QUOTE_WORDS:
            first = last - QUOTE_WORDS + 1
        for low, high in wanted[1:]:
            if max(last, high) - min(first, low) < QUOTE_WORDS:
                first, last = min(first, low), max(last, high)
            elif high < first and last - high < QUOTE_WORDS:
                first = max(high, last - QUOTE_WORDS + 1)
            elif low > last and low - first < QUOTE_WORDS:
                last = min(low, first + QUOTE_WORDS - 1)
        missing = _LEAST_WORDS - (last - first + 1)
        if missing > 0:  # a word or two prove little
            if sentence.grammar.verb_last:
                first = max(0, first - missing)
            else:
                last = min(len(tokens) - 1, last + missing)
        return self._found((begins, ends), tokens[first][0], tokens[last][1])

    def _tokens_of(self, sentence: Span) -> list[Span]:
        if sentence not in self._tokens:
            self._tokens[sentence] = [match.span() for match in _TOKEN.finditer(self._text, *sentence)]
        return self._tokens[sentence]

    def _found(self, sentence: Span, start: int, end: int) -> Place | None:
        start, end = _trimmed(self._text, start, end)
        if start >= end:
            return None
        quote = " ".join(self._text[start:end].replace("\u00ad", "").split())
        if quote not in self._folded:
            self._folded[quote] = self._whole.find(quote)
        places = self._folded[quote]
        at = bisect.bisect_right(places, (start, len(self._text) + 1)) - 1
        if at < 0 or not places[at][0] <= start < places[at][1] or not any(c.isalnum() for c in quote):
            return None
        occurrence = at + 1 if len(places) > 1 else None
        return Place(quote, occurrence, *places[at], *sentence)


def _held(tokens: Sequence[Span], span: Span) -> Span | None:
    """The first and last token that a stretch touches."""
    touched = [n for n, (start, end) in enumerate(tokens) if start < span[1] and span[0] < end]
    return (touched[0], touched[-1]) if touched else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without punctuation at the ends, but with quotation marks and brackets that stand in pairs."""
    while end > start and (text[end - 1] in ".,;:!?…–—-" or text[end - 1].isspace()):
        end -= 1
    while start < end and not (text[start].isalnum() or text[start] in '"«“„('):
        start += 1
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")")):
        inside = text[start:end]
        if inside.startswith(opening) and closing not in inside:
            start += 1
        if inside.endswith(closing) and opening not in inside:
            end -= 1
    if text[start:end].count('"') % 2:
        if text[start] == '"':
            start += 1
        elif text[end - 1] == '"':
            end -= 1
    return start, end
