"""People in Azerbaijani whose names have no surname of the region: particles, surname first, what only people do."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence, Word
from kg.draft.names.given_names import SURNAME, is_given

_GENITIVE = re.compile(r"(?P<base>.{2,}?)n?[ıiuü]n\Z")
_MOST_WORDS, _MOST_CAPITALS = 6, 4
_FULL = 2
_FAMILY = re.compile(
    r"[^\W\d_]{2,}(?:dze|şvili|enko|çenko|yan|çuk|ovski|evski|içi?)(?:n?[ıiuü]n|y?[ıiuüaə]|[dl][aə]n?)?\Z"
)
"""What surnames of other countries end in, as Azerbaijani transcribes them, in whatever case."""
_KIN = ("oğlu", "qızı")
_PIECE = re.compile(r"[a-zəöüığşç]{2,5}\Z")
_MOST_KOREAN = 4


def reach_of_name(sentence: Sentence) -> int:
    """How many words a person's name may have, small particles with them: Məhəmməd bin Salman Al Lunin."""
    return _MOST_WORDS if sentence.grammar.code == "az" else _MOST_CAPITALS


def is_too_long(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a word is no more of the person whose name begins at `first`: a fifth, or initials of somebody else."""
    if sentence.grammar.code != "az":
        return False
    run = sentence.words[first : index + 1]
    initial = len(run[-1].text) == 1 and sentence.text[run[-1].end : run[-1].end + 1] == "."
    full = sum(len(word.text) > 1 for word in run[:-1])
    return sum(word.is_capital for word in run) > _MOST_CAPITALS or (initial and full >= _FULL)


def is_told_as_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capital words are a person by a particle within them, by their order, or by what is told of them."""
    if sentence.grammar.code != "az" or last == first:
        return False
    run = sentence.words[first : last + 1]
    if any(word.text.islower() for word in run[1:]) or _FAMILY.search(run[-1].text):
        return True  # Ursula fon der Lunin
    if SURNAME.search(run[0].text) and _is_given(sentence, run[1]) and len(run) == _FULL:
        return True  # Lunin Emin
    if any(word.is_acronym for word in run):
        return False
    after = sentence.lowered[last + 1 : last + 3]
    joined = last + 1 < len(sentence.words) and sentence.gap(last, last + 1) == " "
    if joined and in_family(after[0], sentence.grammar, "said_by") and _GENITIVE.search(run[-1].text):
        return True  # Mark Libbinin sözlərinə görə
    before = sentence.lowered[first - 1] if first and sentence.gap(first - 1, first) == " " else ""
    return joined and _is_of_person(sentence, before, after[0])


def _is_of_person(sentence: Sentence, before: str, after: str) -> bool:
    """Whether the words beside a name say that somebody got a post or heads a delegation."""
    grammar = sentence.grammar
    if in_family(before, grammar, "to_post"):
        return in_family(after, grammar, "gets_post")
    return in_family(before, grammar, "of_delegation") and in_family(after, grammar, "heads_people")


def is_last_piece(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a small word is the last of a person's name: Emin Lunin Anar oğlu, Han Ki-sun."""
    words = sentence.words
    if sentence.grammar.code != "az" or index >= len(words) or index - first < _FULL:
        return False
    before, gap = words[index - 1], sentence.gap(index - 1, index)
    if words[index].text in _KIN:
        further = index + 1 < len(words) and words[index + 1].is_capital and sentence.gap(index, index + 1) == " "
        return before.is_capital and gap == " " and not further
    short = len(before.text) <= _MOST_KOREAN and before.is_capital and not before.is_acronym and gap == "-"
    return short and _PIECE.match(words[index].text) is not None and words[index].text not in sentence.grammar.cases


def is_name_within(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a word that is mostly of grammar is a first name in the midst of a sentence: səfir Kim Lunin."""
    if sentence.grammar.code != "az" or at == 0 or sentence.gap(at - 1, at) != " ":
        return False
    return is_given(word.lower, sentence.grammar)


def _is_given(sentence: Sentence, word: Word) -> bool:
    """Whether a word is a first name, in whatever case."""
    cases = sentence.grammar.cases
    stems = [word.lower, *(word.lower[:-n] for n in range(1, 5) if word.lower[-n:] in cases)]
    return any(is_given(stem, sentence.grammar) for stem in stems)
