"""Words of English descriptions that «and» joins before one head: a training and laboratory center."""

from __future__ import annotations

from kg.draft.language.words import Sentence

_DEEDS = ("Event", "Meeting", "Programme")
"""What a center may be for: training."""


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
