"""Turkic names of bodies that a country stands before: whether it is one of their words or only tells whose."""

from __future__ import annotations

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_within import opens_with_country
from kg.draft.names.heads import Owner


def without_country(sentence: Sentence, first: int, index: int, form: Form, owner: Owner) -> int:
    """The start of a name without the country before it, where the country is none of its words."""
    mention, words = owner(first), sentence.words
    if mention is None or mention.class_name != "Country":
        return first
    after = first
    while after < index and (owner(after) is mention or words[after].text in sentence.grammar.generic):
        after += 1
    if after >= index or not words[after].is_capital:
        return first
    if sentence.grammar.code == "kk" and words[first].is_acronym:
        return after  # ҚР Ұлттық ғылым академиясы
    if sentence.grammar.code in ("az", "kk") and sentence.gap(after - 1, after) in ("-", "–"):
        return first  # Қазақстан-Германия форумы
    if opens_with_country(sentence, after, form):
        return first
    one_capital = after + 1 < index and all(word.text.islower() for word in words[after + 1 : index])
    return after if form.entry.name == "GovernmentBody" or one_capital else first
