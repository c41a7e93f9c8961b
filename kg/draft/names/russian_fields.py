"""The words about a Russian head: its fields of work, a finer sort that they tell, an adjective before it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.draft.language.families import stems
from kg.draft.language.grammar import Form, grammar
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field
from kg.draft.names.russian_cases import is_adjective, is_several
from kg.draft.spans import Mention

_LONGEST_HEAD, _REACH = 5, 5
_SIGNED = re.compile(r"\b(?:подпис(?:а[лн]|ыва|ей|и\b|ью)|заключ(?:и[лт]|[её]н|ат)|скреп[ил]|парафир)", re.IGNORECASE)
_NO_FIELDS = ("TechnologyCenter", "IndustrialPark", "Company", "Network", "Meeting", "Event", "Programme")


def goes_on(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a list of fields of the head at `index` goes on after a comma, with the word `at`, to its «и»."""
    words = sentence.words
    if not (words[at].text.islower() and words[at - 1].text.islower() and _ends_list(sentence, at)):
        return False
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    return (form is not None and form.entry.name not in _NO_FIELDS) or is_field(sentence.lowered[at], "ru")


def _ends_list(sentence: Sentence, at: int) -> bool:
    """Whether small words that name no body, with commas at most, lead to an «и»: not …, фонд «Исток» и …"""
    for after in range(at, min(at + _REACH, len(sentence.words))):
        if after > at and sentence.gap(after - 1, after).strip(" -") not in ("", ","):
            return False
        if after > at and sentence.lowered[after] == "и":
            return True
        form = sentence.grammar.form(sentence.lowered, after, "heads")
        if not sentence.words[after].text.islower() or (form is not None and _is_single(sentence, after, form)):
            return False
    return False


def _is_single(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a head in small letters stands for one body, which begins a name or is told of: компания «Исток»."""
    return not is_several(sentence.lowered[at], form.entry.words) and not is_field(sentence.lowered[at], "ru")


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


def is_signed_paper(sentence: Sentence, index: int) -> bool:
    """Whether what ends at a word is a paper that a sentence says was signed: стороны подписали Дорожную карту."""
    if sentence.grammar.form(sentence.lowered, index, "agreements") is None:
        return False
    return _SIGNED.search(sentence.text, sentence.start, sentence.end) is not None


def is_seat_of(form: Form, place: Mention | None) -> bool:
    """Whether a head is one of the bodies that govern a city, which then ends its name: мэрия Оша."""
    governs = form.entry.words.rstrip("*") in stems(grammar("ru"), "governs_city")
    return governs and place is not None and place.class_name == "City"


def nominative_whole(word: str, form: Form) -> str:
    """A body's name in one word in the nominative.

    >>> from kg.draft.language.grammar import grammar
    >>> nominative_whole("Минпромторга", grammar("ru").form(["минпромторга"], 0, "heads"))
    'Минпромторг'
    """
    stem = form.entry.words.rstrip("*")
    if not form.entry.words.endswith("*") or not form.case or not word.lower().startswith(stem):
        return word
    return word[: len(stem)] + ("о" if stem.endswith("ств") else "а" if stem.endswith("дум") else "")


def is_others(sentence: Sentence, index: int, end: int) -> bool:
    """Whether another head or a post stands between a small head and a quoted name, which is then that one's."""
    grammar, lowered = sentence.grammar, sentence.lowered
    if not sentence.words[index].text.islower():
        return False
    head = grammar.form(lowered, end, "heads")
    last = head is not None and not is_several(lowered[end], head.entry.words)
    return last or any(grammar.form(lowered, n, "posts") is not None for n in range(index + 1, end + 1))
