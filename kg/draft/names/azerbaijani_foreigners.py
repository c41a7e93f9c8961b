"""People in Azerbaijani whose names have no surname of the region: particles, surname first, what only people do."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence, Word
from kg.draft.names.given_names import SURNAME, is_given

_GENITIVE = re.compile(r"(?P<base>.{2,}?)n?[ıiuü]n\Z")
_MOST_WORDS, _MOST_CAPITALS = 6, 4
_FULL = 2


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
    if any(word.text.islower() for word in run[1:-1]):
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
