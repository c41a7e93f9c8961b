"""Whether what is signed is a legal act, and no agreement of those who are named beside it: указ подписал президент."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence

_OBJECT = {"kk": ("dat",)}
"""The cases of what is signed, where the verb stands last; elsewhere it is the accusative, or none."""
_AS_OBJECT = ("", "acc")
_RUSSIAN = re.compile(r"(?:указ|закон|приказ|\w+ние)\Z")
"""A Russian act as the subject or the object of a verb, in none of its other cases."""
_FAR, _AFTER = 24, 9


def signs_act(sentence: Sentence, at: int, length: int) -> bool:
    """Whether the object of the verb of signing at `at`, of so many words, is a decree, a law, an order."""
    if any(_is_agreement(sentence, n) for n in range(at, at + length)):
        return False  # келісімге қол қойды
    if sentence.grammar.verb_last:
        return _is_first_act(sentence, range(at - 1, max(-1, at - 1 - _FAR), -1))
    after, before = range(at + length, min(len(sentence.words), at + length + _AFTER)), range(max(0, at - _FAR), at)
    found = _first(sentence, after)
    return found if found is not None else _is_first_act(sentence, before)


def _is_first_act(sentence: Sentence, places: range) -> bool:
    return _first(sentence, places) is True


def _first(sentence: Sentence, places: range) -> bool | None:
    """Whether the first paper of some words is an act; None where they tell of none, or another clause begins."""
    for n in places:
        if places.start != n and sentence.gap(*sorted((n, n - places.step))).strip() == ";":
            return None
        if _is_act(sentence, n):
            return True
        if _is_agreement(sentence, n):
            return False
    return None


def _is_agreement(sentence: Sentence, at: int) -> bool:
    form = sentence.grammar.form(sentence.lowered, at, "references")
    told = form is not None and form.entry.name == "Agreement"
    return told or sentence.grammar.form(sentence.lowered, at, "agreements") is not None


def _is_act(sentence: Sentence, at: int) -> bool:
    grammar, word = sentence.grammar, sentence.lowered[at]
    if grammar.code == "en":
        return in_family(word, grammar, "legal_act")
    form = grammar.form(sentence.lowered, at, "acts")
    if form is None:
        return False
    if grammar.code == "ru":
        return _RUSSIAN.fullmatch(word) is not None
    return form.case in _OBJECT.get(grammar.code, _AS_OBJECT)
