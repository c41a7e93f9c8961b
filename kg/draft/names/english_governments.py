"""Governments by their country in English: the Government of Georgia is a body of government of Georgia."""

from __future__ import annotations

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.heads import of_head
from kg.draft.spans import Mention

_HEADS = frozenset({"government", "parliament"})


def government(sentence: Sentence, first: int, last: int, form: Form) -> Mention | None:
    """The body that a head alone names with the country after it; its place is that of the head, its name has both."""
    words = sentence.words
    joined = first + 1 < len(words) and sentence.lowered[first + 1] == "of" and last > first + 1
    if sentence.lowered[first] not in _HEADS or not words[first].is_capital or not joined:
        return None
    name = " ".join(sentence.text[words[first].start : words[last].end].split())
    if name.endswith(("'s", "’s")):
        return None  # the Government of Georgia's programme
    return of_head(sentence, words[first].start, words[first].end, name, form)
