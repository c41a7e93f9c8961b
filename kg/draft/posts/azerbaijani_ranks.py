"""Ranks that Azerbaijani tells beside a post: who is under its holder, and what the president is called besides."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence

_GENITIVE = re.compile(r"\w{2,}n[ıiuü]n\Z|\w{3,}[ıiuü]n\Z")
_UNDER = re.compile(r"(?:müavin|köməkçi|müşavir|məsləhətçi|katib)(?:i|si|ı|sı)(?:n\w*)?\Z")

_RANK = ("müzəffər", "silahlı", "qüvvələrin", "ali", "baş")
_LONGEST = 4


def is_presidents(sentence: Sentence, first: int, words: str) -> bool:
    """Whether a post is the president's by another word: dövlət başçısı; Müzəffər Ali Baş Komandan."""
    if first == 0:
        return False
    before = sentence.lowered[first - 1]
    return (words == "başçı" and before in ("dövlət", "ölkə")) or (words == "komandan" and before == "baş")


def is_in_rank(sentence: Sentence, at: int) -> bool:
    """Whether a word is of the president's rank, which is no name: Müzəffər Ali Baş Komandan X."""
    lowered = sentence.lowered
    if lowered[at].startswith("komandan"):
        return at > 0 and lowered[at - 1] == "baş"
    if lowered[at] not in _RANK:
        return False
    for index in range(at, min(len(lowered) - 1, at + _LONGEST)):
        if lowered[index] not in _RANK:
            return False
        if lowered[index] == "baş" and lowered[index + 1].startswith("komandan"):
            return True
    return False


def is_under(sentence: Sentence, last: int, first: int) -> bool:
    """Whether a post is that of somebody under the holder of the one right before it: nazirin | birinci müavini."""
    return (
        last == first - 1
        and sentence.gap(last, first) == " "
        and _GENITIVE.match(sentence.lowered[last]) is not None
        and any(_UNDER.match(word) for word in sentence.lowered[first : first + 2])
    )
