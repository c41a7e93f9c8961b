"""Bodies that only their country names in English: the Government of Georgia, the Embassy of Norway in Baku."""

from __future__ import annotations

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.heads import of_head
from kg.draft.spans import Mention

_HEADS = frozenset({"government", "parliament", "embassy", "consulate", "consulate general", "high commission"})


def government(sentence: Sentence, first: int, last: int, form: Form) -> Mention | None:
    """The body that a head alone names with the country after it; its place is that of the head, its name has both."""
    words, of = sentence.words, first + form.entry.length
    joined = of < len(words) and sentence.lowered[of] == "of" and last > of
    if form.entry.words not in _HEADS or not words[first].is_capital or not joined:
        return None
    name = " ".join(sentence.text[words[first].start : words[last].end].split())
    if name.endswith(("'s", "’s")):
        return None  # the Government of Georgia's programme
    return of_head(sentence, words[first].start, words[of - 1].end, name, form)
