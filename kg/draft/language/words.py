"""Words of a sentence with their places, in the small letters of its language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.draft.language.grammar import Grammar
from kg.draft.language.patterns import Entry
from kg.facts.names.folding import APOSTROPHES, lower

_MARKS = re.escape("".join(sorted(APOSTROPHES)))
WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}][^\W_]+)*[ʻʼ‘]?(?!\w)|[^\W_]+")

_SHORTENED = frozenset({"St", "Mt", "Ft"})
"""English words that open names, cut short with a point: St. Petersburg, Mt. Fuji."""
_SMALL_NAMES = frozenset({"bp"})
"""Names that are written in small letters, and are words of no language."""


@dataclass(frozen=True)
class Word:
    """A word of a text: its place, as it stands and in small letters."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, or with a digit that capitals follow (4SİM); bp writes itself small."""
        return (
            self.text in _SMALL_NAMES
            or self.text[0].isupper()
            or (self.text[0].isdigit() and any(c.isupper() for c in self.text))
        )

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals: two or more letters; not O'Neill."""
        if len(self.text) > 1 and self.text[1] in APOSTROPHES and self.text[3:].islower():
            return False
        spelled = (
            len(self.text) > 1 and sum(c.isupper() for c in self.text) > 1 and self.text[:2].upper() == self.text[:2]
        )
        return spelled or self.text in _SMALL_NAMES


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article, or a part of one that runs on for too long."""

    text: str
    """The whole article."""
    start: int
    end: int
    language: str
    grammar: Grammar
    number: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        found = []
        for match in WORD.finditer(self.text, self.start, self.end):
            found.append(Word(match.start(), match.end(), match[0], lower(match[0], self.grammar.code)))
        return tuple(found)

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(word.lower for word in self.words)

    @cached_property
    def triggers(self) -> Mapping[int, tuple[int, Entry]]:
        """The phrases of the table `trigger` by the word that each begins with: how many words it has, and its row."""
        return self.grammar.triggers.found(self.lowered)

    @cached_property
    def dates(self) -> Mapping[int, tuple[int, Entry]]:
        """Those of the table `date`."""
        return self.grammar.dates.found(self.lowered)

    def gap(self, left: int, right: int) -> str:
        """What stands between two words; the point after St. is part of the word."""
        between = self.text[self.words[left].end : self.words[right].start]
        return " " if between == ". " and self.words[left].text in _SHORTENED else between

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def index_from(self, place: int) -> int:
        """The first word that begins at or after a place of the text."""
        return bisect_left(self._starts, place)
