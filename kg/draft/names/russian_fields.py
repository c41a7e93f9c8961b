"""Lists of fields of work in Russian names: Министерство науки, высшего образования и инноваций."""

from __future__ import annotations

from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field

_NO_FIELDS = ("TechnologyCenter", "IndustrialPark", "Company", "Network", "Meeting", "Event", "Programme")


def goes_on(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a list of fields of the head at `index` goes on after a comma, with the word `at`, to its «и»."""
    words, after = sentence.words, sentence.lowered[at + 1 : at + 5]
    if not (words[at].text.islower() and words[at - 1].text.islower() and "и" in after):
        return False
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    return (form is not None and form.entry.name not in _NO_FIELDS) or is_field(sentence.lowered[at], "ru")
