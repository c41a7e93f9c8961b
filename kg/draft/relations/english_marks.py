"""English marks that a noun hands on to the names after it: with firms such as A and B, by the leadership of C."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.adpositions import mark_at
from kg.draft.language.families import alternatives
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.names.known import is_demonym
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_HANDED_ON = frozenset({"with", "by", "between", "participation", "initiative"})
_NO_SENDERS = frozenset({"Person", "Event", "Meeting", "Topic", *PLACES})
_PAIRED = re.compile(r"(?:the |an? )?([a-z-]+ and )\Z")
_BEHIND_PLACE = re.compile(
    r"\bin (?:the )?[A-Z0-9][\w’'-]*(?: [A-Z][\w’'-]*){0,3} (?:an?|its|their|our) (?:second |third |new )?\Z"
)
_MOST, _FAR = 6, 70


def hand_on_marks(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Gives a name the mark of the noun before it of which it is an example, or that stands for people of its."""
    for mention in mentions:
        if mention.start >= mention.end or mention.class_name in ("Topic", *PLACES):
            continue
        begins = mention.start if mention.begins < 0 else mention.begins
        before = sentence.text[max(sentence.start, begins - _FAR) : begins]
        if mention.mark == "nom" and sentence.text[mention.start].islower():
            paired = _PAIRED.search(before)  # between the incubation and acceleration center “Alfa” and …
            mention.mark = _mark_before(sentence, begins - len(before) + paired.start(1)) if paired else ""
            mention.mark = mention.mark or "nom"
        if mention.rule == "described" and mention.mark == "in":  # opened in Osh a regional hub
            behind = _BEHIND_PLACE.search(sentence.text, max(sentence.start, begins - _FAR), mention.start)
            mention.mark = "nom" if behind is not None else "in"
        example = _examples(sentence.grammar).search(before)
        sent = _people(sentence.grammar).search(before) if mention.class_name not in _NO_SENDERS else None
        if example is not None:
            mention.mark = _mark_before(sentence, begins - len(before) + example.start()) or mention.mark
        elif sent is not None:
            place = begins - len(before) + sent.start()
            mark = _mark_before(sentence, place)
            mention.mark = mark or ("nom" if _opens(sentence, place) else mention.mark)


@cache
def _examples(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(rf"(?:,? (?:{alternatives(grammar, 'example')})|(?<=s):| [—–]) (?:the )?\Z")


@cache
def _people(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:the |a |senior |top |our )*(?:{alternatives(grammar, 'stands_for')}) (?:of|at|from) (?:the )?\Z", re.I
    )


def _mark_before(sentence: Sentence, place: int) -> str:
    """The mark of the small word before a noun that ends at a place, with nothing but small words between."""
    last = sentence.index_from(place)
    for at in range(last - 1, max(-1, last - _MOST - 2), -1):
        small = sentence.words[at].text.islower() or is_demonym(
            sentence.lowered[at], "en"
        )  # with five Dutch firms: A, B
        if not small or sentence.gap(at, at + 1).strip(" -,:—–" if at == last - 1 else " -,"):
            return ""
        told = mark_at(sentence, at)
        if told is not None:
            return told if told in _HANDED_ON else ""
        verb = sentence.grammar.triggers.at(sentence.lowered, at) is not None
        if verb and at < last - 1 and not sentence.lowered[at].endswith("ing"):
            return ""
    return ""


def _opens(sentence: Sentence, place: int) -> bool:
    """Whether a noun opens its sentence, or comes after a comma or an «and»."""
    before = sentence.text[sentence.start : place].rstrip()
    return not before or before.endswith((",", " and", ":", "that"))
