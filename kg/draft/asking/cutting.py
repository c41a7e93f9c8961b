"""A long article as overlapping passages that begin and end between sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.draft.language.words import Sentence

_OVERLAP = 2
"""How many sentences two passages share, so that a reference and what it means stand in one of them together."""


@dataclass(frozen=True)
class Passage:
    """The sentences `first` to `last` (without it) of an article, and the stretch of its text that they take."""

    first: int
    last: int
    start: int
    end: int


def passages(sentences: Sequence[Sentence], longest: int) -> list[Passage]:
    """The passages of an article, none longer than `longest` characters unless one sentence is."""
    found = []
    first = 0
    while first < len(sentences):
        last = first + 1
        while last < len(sentences) and sentences[last].end - sentences[first].start <= longest:
            last += 1
        found.append(passage_of(sentences, first, last))
        if last == len(sentences):
            break
        overlap = last - _OVERLAP
        shared = sentences[last].end - sentences[max(overlap, 0)].start
        first = overlap if overlap > first and shared <= longest // 2 else last
    return found


def passage_of(sentences: Sequence[Sentence], first: int, last: int) -> Passage:
    """The passage of these sentences."""
    return Passage(first, last, sentences[first].start, sentences[last - 1].end)


def halves(sentences: Sequence[Sentence], passage: Passage) -> list[Passage]:
    """The two halves of a passage that was too long to answer; none where it is a single sentence."""
    middle = (passage.first + passage.last) // 2
    if middle == passage.first:
        return []
    return [passage_of(sentences, passage.first, middle), passage_of(sentences, middle, passage.last)]
