"""English descriptions: nouns that «and» joins before one head, and the sort that stands before a name.

A training and laboratory center; the exhibition InnoDays.
"""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_DEEDS = ("Event", "Meeting", "Programme")
"""What a center may be for: training."""
_NO_SORTS = ("GovernmentBody", "NewsAgency", "Place", "Region", "City", "Country")
"""What is named by its head or by nothing: the ministry."""
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)(?: [a-z-]+){0,3} \Z")
_REACH = 45


def first_of_pair(sentence: Sentence, first: int) -> int | None:
    """The word that opens a description in which «and» stands right before its word `first`; None where none does.

    The word before the «and» is a noun of the same head, not a head of its own: but a school and laboratory center.
    """
    lowered, words = sentence.lowered, sentence.words
    opens = first - 2
    if opens < 1 or lowered[first - 1] != "and" or not words[opens].text.islower():
        return None
    form = sentence.grammar.form(lowered, opens, "heads")
    plain = form is None or form.entry.name in _DEEDS
    told = lowered[opens - 1] in sentence.grammar.indefinite and sentence.gap(opens - 1, opens) == " "
    return opens if plain and told else None


def take_sort_before(sentence: Sentence, mention: Mention) -> None:
    """Takes the class of a guessed name from the noun right before it, which then is a part of it: the forum Alfa."""
    at = sentence.index_from(mention.start) - 1
    if mention.rule != "capitals" or at < 1 or sentence.gap(at, at + 1) != " " or not sentence.words[at].text.islower():
        return
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    if form is None or form.entry.name in _NO_SORTS:
        return
    start = sentence.words[at - form.entry.length + 1].start
    if _ARTICLE.search(sentence.text, max(sentence.start, start - _REACH), start):
        mention.class_name, mention.head, mention.confidence = form.entry.name, form.entry.words, 0.75
        mention.start = start
