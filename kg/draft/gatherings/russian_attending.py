"""By which words a Russian sentence says that people were at a gathering: verbs, guests in a list, «с участием»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence

_INSTRUMENTAL = re.compile(r"..(?:ом|ем|ами|ями|ой)\Z")
_LONG, _NEAR, _FAR, _OPENING = 7, 3, 9, 4
_COPULA = (":", "—", "–", "-", ", —", ", –")
_AMONG = frozenset({"среди", "числе", "число"})


@dataclass(frozen=True)
class Attending:
    """Words of taking part: where they stand, what they tell of people, and whether it is of what is to come."""

    first: int
    last: int
    predicate: str
    is_ahead: bool
    lists: bool = False
    """Whether those who were there can only stand after the words, as a list."""
    genitive: bool = False
    of_visit: bool = False
    """Whether it is of the visit that was told before."""
    says: bool = False
    """Whether it only says that somebody said something, there if the sentence names a gathering beside it."""


def attending(sentence: Sentence) -> Iterator[Attending]:
    """The words by which a sentence tells that somebody was at a gathering."""
    lowered, told = sentence.lowered, sentence.grammar
    for at, word in enumerate(lowered):
        near = lowered[max(0, at - _NEAR) : at + _NEAR + 1]
        ahead = any(in_family(each, told, "gathering_ahead") for each in near)
        if word == "участие" and any(in_family(each, told, "takes") for each in near):
            verb = next(n for n in range(max(0, at - _NEAR), at + _NEAR + 1) if in_family(lowered[n], told, "takes"))
            yield Attending(min(at, verb), max(at, verb), "participatedIn", ahead)
        elif in_family(word, told, "was_at"):
            yield Attending(at, at, "participatedIn", ahead)
        elif in_family(word, told, "spoke") and not _acts_as(lowered, at):
            yield Attending(at, at, "spokeAt", ahead)
        elif in_family(word, told, "opened") and at + 1 < len(lowered) and _opens_gathering(sentence, at + 1):
            yield Attending(at, at + 1, "participatedIn", ahead)
        elif in_family(word, told, "says_at"):
            yield Attending(at, at, "spokeAt", False, says=True)
        elif (listed := _lists(sentence, at)) is not None:
            yield listed


def _lists(sentence: Sentence, at: int) -> Attending | None:
    """What a word says that only a list of guests follows: с участием …, среди гостей — …, гостей сопровождали …"""
    lowered, told = sentence.lowered, sentence.grammar
    word = lowered[at]
    if word in ("участием", "участии") and at and lowered[at - 1] in ("с", "при"):
        return Attending(at - 1, at, "participatedIn", _is_ahead(sentence, 0, at), lists=True, genitive=True)
    if in_family(word, told, "guest_noun"):
        last = _copula(sentence, at)
        if last is not None and (at < _OPENING or _AMONG & set(lowered[max(0, at - _NEAR) : at])):
            speaks = "spokeAt" if in_family(word, told, "speaking_noun") else "participatedIn"
            return Attending(at, last, speaks, _is_ahead(sentence, at, last + 1), lists=True)
    near = lowered[max(0, at - _FAR) : at + _FAR]
    if in_family(word, told, "addresses") and any(in_family(each, told, "addressed") for each in near):
        return Attending(at, at, "spokeAt", False)
    beside = lowered[max(0, at - _NEAR) : at + _NEAR + 1]
    if in_family(word, told, "accompanies") and any(in_family(each, told, "visitors") for each in beside):
        return Attending(at, at, "participatedIn", False, of_visit=True)
    if in_family(word, told, "makes_up") and "состав" in beside and any(w.startswith("делегаци") for w in beside):
        return Attending(at, at, "participatedIn", False, of_visit=True)
    return None


def _is_ahead(sentence: Sentence, first: int, end: int) -> bool:
    return any(in_family(each, sentence.grammar, "gathering_ahead") for each in sentence.lowered[first:end])


def _copula(sentence: Sentence, at: int) -> int | None:
    """The last word before a list that a noun for guests opens: the copula, or what stands before a dash or colon."""
    for index in range(at, min(at + _FAR, len(sentence.words) - 1)):
        if index > at and in_family(sentence.lowered[index], sentence.grammar, "be"):
            return index
        gap = sentence.gap(index, index + 1).strip(' «»"“”')
        if gap in _COPULA:
            return index
        if gap:
            return None
    return None


def _acts_as(lowered: tuple[str, ...], at: int) -> bool:
    """Whether a word before the verb says as what somebody comes forward: организатором выступил, not с докладом."""
    before, further = lowered[at - 1] if at else "", lowered[at - 2] if at > 1 else ""
    after = lowered[at + 1] if at + 1 < len(lowered) else ""
    named = _INSTRUMENTAL.search(before) is not None and further not in ("с", "со", "перед")
    return named or (_INSTRUMENTAL.search(after) is not None and len(after) > _LONG)


def _opens_gathering(sentence: Sentence, at: int) -> bool:
    words = sentence.lowered[at : at + _NEAR]
    return any(in_family(word, sentence.grammar, "gathering_opened") for word in words)
