"""Shapes of people's names in English text: initials before a surname, Korean given names, words of honour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence, Word
from kg.draft.names.english_people import after_title
from kg.draft.names.heads import is_field

_SECOND_HALF = re.compile(r"-([a-z]{2,6})(?![\w-])")
_INITIAL, _NO_INITIALS = 2, ("St", "Dr", "Mt", "Mr", "Ms", "No")
_SON = ("bin", "bint", "ibn", "ben", "oglu", "ogly", "oghlu", "gizi", "qizi", "kyzy")
"""Words before or after the father's name."""
_HONOUR = re.compile(r"H\. ?[EH]\.")
_HONOUR_BEFORE = re.compile(r"\bH\. ?\Z")


def is_shaped(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words have the shape of a person's name: S. Iswaran, A. P. J. Abdul Kalam, Kim Yong-ho."""
    if sentence.grammar.code != "en" or last == first:
        return False
    words = sentence.words
    half = _SECOND_HALF.match(sentence.text, words[last].end)
    if half is not None and in_family(half[1], sentence.grammar, "second_syllable"):
        return last == first + 1 and words[last].text[1:].islower()
    *initials, surname = words[first : last + 1]
    if any(word.text in (*_SON, "von", "van") for word in initials):
        return True  # Omar bin Sultan, Ursula von der Leyen; but Banque du Sahel
    own = [word for word in initials if len(word.text) == 1]
    dotted = all(sentence.text[word.end : word.end + 1] == "." for word in own)
    return bool(own) and initials[0] in own and dotted and len(surname.text) > 2 and surname.text[1:].islower()


def has_field(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a run of English capitals has a word for a field of work, and so is no person: Industrial Research."""
    words, grammar = sentence.words[first : last + 1], sentence.grammar
    if grammar.code != "en" or last == first or words[0].lower in grammar.given:
        return False
    if after_title(sentence, first) or is_shaped(sentence, first, last):
        return False
    opens = last - first > 1 and is_field(words[0].lower, "en")
    return opens or words[0].lower in grammar.fields or is_field(words[-1].lower, "en")


def is_honour(sentence: Sentence, at: int) -> bool:
    """Whether a letter belongs to a word of honour before a name: H.E. Karl Mann."""
    word = sentence.words[at]
    if sentence.grammar.code != "en" or len(word.text) > 1:
        return False
    before = sentence.text[max(0, word.start - 3) : word.start]
    return _HONOUR.match(sentence.text, word.start) is not None or _HONOUR_BEFORE.search(before) is not None


def names_of(run: Sequence[Word]) -> int:
    """How many words of a run are names themselves: not initials, nor a small word and the father's name after it."""
    names = [word.is_capital and len(word.text) > 1 and word.lower not in ("al", "el") for word in run]
    return sum(names) - sum(word.lower in _SON for word in run)


def with_initials(sentence: Sentence, first: int) -> int:
    """Where a name begins that opens with the initials of its patron: L.N. Gumilyov Eurasian National University."""
    while first and len(sentence.words[first - 1].text) == 1 and sentence.words[first - 1].is_capital:
        if sentence.gap(first - 1, first) not in (".", ". "):
            break
        first -= 1
    return first


def opens_with_initial(sentence: Sentence, at: int) -> bool:
    """Whether a person's initial and surname end a run of capitals after a head: the Fen Department Sh. Orlov."""
    words, grammar = sentence.words, sentence.grammar
    if at < 1 or at + 1 >= len(words) or len(words[at].text) > _INITIAL or words[at].text in _NO_INITIALS:
        return False
    if {words[at].text, words[at + 1].text} & set(grammar.company_forms):
        return False  # Talgar Systems Co. Ltd
    if sentence.gap(at, at + 1) not in (". ", ".") or not words[at].is_capital or not words[at + 1].is_capital:
        return False
    goes_on = at + 2 < len(words) and words[at + 2].is_capital and sentence.gap(at + 1, at + 2) in (" ", "-", ". ")
    headed = grammar.form(sentence.lowered, at - 1, "heads") is not None
    return headed and not goes_on and grammar.form(sentence.lowered, at + 1, "heads") is None
