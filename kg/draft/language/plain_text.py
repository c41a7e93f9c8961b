"""A text without what only parts the words of a sentence: runs of spaces, asides, second titles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from kg.draft.language.asides import asides
from kg.draft.language.families import alternatives
from kg.draft.language.grammar import grammar, languages

_SPACES = r"(?<=[ \xa0])[ \xa0]+"
_MOST_IN_ASIDE = 9


@dataclass(frozen=True)
class PlainText:
    """What is left of a text, and where in the whole text each place of it stands."""

    text: str
    cuts: tuple[int, ...] = ()
    """The places of `text` where something was left out, in order."""
    lengths: tuple[int, ...] = ()
    """How many letters were left out up to each of them."""

    def start(self, place: int) -> int:
        """Where the letter after a place stood in the whole text."""
        at = bisect_right(self.cuts, place)
        return place + (self.lengths[at - 1] if at else 0)

    def end(self, place: int) -> int:
        """Where the letter before a place ended in the whole text."""
        at = bisect_left(self.cuts, place)
        return place + (self.lengths[at - 1] if at else 0)


def plain_text(text: str, language: str) -> PlainText:
    """A text as it is read: `language` is that of its words, by whose rows `family` it is known what is left out.

    >>> plain_text("Alfa, for its part,  opened a lab.", "en").text
    'Alfa opened a lab.'
    """
    kept, cuts, lengths = [], [], []
    at = length = left_out = 0
    known = language if language in languages() else ""
    spans = [match.span() for match in _left_out(known).finditer(text)]
    for start, end in sorted([*spans, *(asides(text, grammar(known)) if known else ())]):
        if start < at:
            continue
        kept.append(text[at:start])
        length += start - at
        left_out += end - start
        cuts.append(length)
        lengths.append(left_out)
        at = end
    if not cuts:
        return PlainText(text)
    return PlainText("".join([*kept, text[at:]]), tuple(cuts), tuple(lengths))


@cache
def _left_out(language: str) -> re.Pattern[str]:
    """What is left out of a text in a language, by its families interposed, aside, title_before and degree."""
    if not language:
        return re.compile(_SPACES)
    told = grammar(language)
    interposed, opens = alternatives(told, "interposed"), alternatives(told, "aside")
    titles, degrees = f"(?i:{alternatives(told, 'title_before')})", f"(?i:{alternatives(told, 'degree')})"
    small = r"[a-zà-ÿ][a-zà-ÿ’'-]*"
    aside = rf", (?:{opens}) {small}(?: {small}){{0,{_MOST_IN_ASIDE}}}"
    return re.compile(
        "|".join(
            [
                _SPACES,
                rf", (?:{interposed}),(?= +{small})",
                rf"{aside}(?=[.;)\n]|, [A-Z])|{aside},(?= +{small})",
                rf"\b{titles}\.?[ -](?={titles}\b\.? ?[A-Z])",
                r"\bH\. ?E\.,? ?(?=[A-Z])",
                r"(?<=\b[DP]r)\.-Ing(?=\. [A-Z])",
                rf", {degrees}\b\.?(?=[,;.) ])",
            ]
        )
    )
