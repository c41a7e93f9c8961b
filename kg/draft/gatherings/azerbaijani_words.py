"""Words that tell of an Azerbaijani gathering where and whose it is: forumun məkanı, forumu Gəncə qəbul edib."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence

_NUMBER = re.compile(r"\d+-\Z")
WHERE = re.compile(r"(?:ünvan|məkan)(?:ı|ıdır)?\Z")
_ORGANISERS = re.compile(r"(?:həm)?təşkilatçı(?:sı|ları|lar)?\Z")
WORK = re.compile(r"(?:təşkil|keçirilməsi|hazırlanması|təşkilatçılığı|hazırlıq|təşkilati|təşkilatı)")
_RECEIVES = re.compile(r"(?:ed|et)\w+\Z")


def is_placed(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head for a gathering stands where its place or its organisers are told of it, or who receives it."""
    after = index + 1
    if after >= len(sentence.words) or sentence.gap(index, after) != " ":
        return False
    following = sentence.lowered[after]
    if form.case == "gen":
        return any(told.match(following) for told in (WHERE, _ORGANISERS, WORK))
    received = receives(sentence, after)
    return received is not None and (form.case == "acc" or form.possessed) and _names_place(sentence, after, received)


def receives(sentence: Sentence, first: int) -> int | None:
    """The word qəbul of the first verb of receiving from a word on, in its clause."""
    for at in range(first, len(sentence.words) - 1):
        if sentence.lowered[at] == "qəbul" and _RECEIVES.match(sentence.lowered[at + 1]):
            return at
        if sentence.gap(at, at + 1).strip() or at in sentence.triggers:
            return None
    return None


def _names_place(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a capital word stands between: only of who receives is the gathering told."""
    return any(sentence.words[at].is_capital for at in range(first, last))


def with_number(sentence: Sentence, first: int) -> int:
    """Where a description begins, with the number before its first word: 12-ci sessiya."""
    start = sentence.words[first].start
    if sentence.grammar.code != "az" or sentence.lowered[first] not in ("ci", "cı", "cu", "cü"):
        return start
    number = _NUMBER.search(sentence.text, max(sentence.start, start - 5), start)
    return number.start() if number is not None else start
