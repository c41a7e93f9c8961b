"""A construction of the table `construction`: a pattern with who it is of, ready to be looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kg.draft.language.patterns import Entry
from kg.draft.relations.wordings import needed


@dataclass(frozen=True)
class Construction:
    """A pattern, ready to be looked for."""

    code: str
    predicate: str
    entry: Entry
    told: str
    """Its words with those of the families that it names."""
    anchors: tuple[str, ...]
    """Words, or what they begin with (work*), of which a line that has it must have one."""
    pattern: str
    """The pattern as a regular expression."""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern, made ready when a sentence first may have it: most texts have few of all constructions."""
        return re.compile(self.pattern)

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Letters of which a text that has it has some, for each word of it."""
        return needed(self.told)

    @property
    def words(self) -> str:
        """Its words without slots and gaps, by which reports call it."""
        told = (token.split("/")[0].strip("()@") for token in self.entry.words.split() if token[0] not in "{~…,;:—")
        return "_".join(told)
