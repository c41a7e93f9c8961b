"""The words about a Russian head: its fields of work, a finer sort that they tell, an adjective before it."""

from __future__ import annotations

from dataclasses import replace

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field
from kg.draft.names.russian_cases import is_adjective

_LONGEST_HEAD = 5
_NO_FIELDS = ("TechnologyCenter", "IndustrialPark", "Company", "Network", "Meeting", "Event", "Programme")


def goes_on(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a list of fields of the head at `index` goes on after a comma, with the word `at`, to its «и»."""
    words, after = sentence.words, sentence.lowered[at + 1 : at + 5]
    if not (words[at].text.islower() and words[at - 1].text.islower() and "и" in after):
        return False
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    return (form is not None and form.entry.name not in _NO_FIELDS) or is_field(sentence.lowered[at], "ru")


def finer(sentence: Sentence, index: int, form: Form) -> Form:
    """What a head is, with the class that the words after it tell: парк высоких технологий is no industrial park."""
    for further in range(1, _LONGEST_HEAD) if form.entry.length == 1 else ():
        if index + further < len(sentence.words) and sentence.gap(index, index + 1) == " ":
            longer = sentence.grammar.form(sentence.lowered, index + further, "heads")
            if longer is not None and longer.entry.length == further + 1:
                return replace(form, entry=replace(form.entry, name=longer.entry.name))
    return form


def is_told(sentence: Sentence, index: int) -> bool:
    """Whether an adjective with a capital stands right before a head, of which whose it is then is no part."""
    at = index - 1
    told = at >= 0 and sentence.gap(at, index) == " " and sentence.words[at].is_capital
    return told and is_adjective(sentence.lowered[at]) and sentence.words[at].text not in sentence.grammar.generic
