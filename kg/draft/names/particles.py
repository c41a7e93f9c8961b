"""Small words within people's names: əl, von der, bin, фон дер."""

from __future__ import annotations

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names import kazakh_people, russian_patrons

_PARTICLES = frozenset(
    {"oğlu", "qızı", "əl", "ibn", "bin", "bint", "fon", "van", "de", "da", "di", "del", "der", "ter", "du", "le", "la"}
)


def is_within(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a small word stands within a foreign name, a capital after it."""
    words = sentence.words
    if sentence.grammar.code == "kk":
        return index > first and kazakh_people.is_particle(sentence, first, index)
    known = _PARTICLES if sentence.grammar.code == "az" else frozenset()
    small = words[index].text if index < len(words) else ""
    told = small in known or in_family(small, sentence.grammar, "name_particle")
    if not first < index < len(words) - 1 or not told:
        return False
    if sentence.grammar.code == "ru":
        return russian_patrons.is_particle(sentence, index) and sentence.gap(index - 1, index) == " "  # фон дер Лунен
    gaps = (sentence.gap(index - 1, index), sentence.gap(index, index + 1))
    further = words[index + 1].is_capital or is_within(sentence, first, index + 1)  # fon der
    return further and gaps[0] == " " and gaps[1] in (" ", "-")
