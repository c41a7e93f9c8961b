"""Azerbaijani bodies that take part through their people: nazirliyin və bankın nümayəndələri iştirak edib."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_COME = ("participate", "come", "represented")
_NOT_SENT = ("Person", "Country", "City", "Region", "Topic", "NewsAgency")


def is_sent(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word for its people, and no name of theirs, stands right after a body: X-nin nümayəndələri."""
    at = sentence.index_from(mention.end)
    if sentence.grammar.code != "az" or at >= len(sentence.words) or mention.class_name in _NOT_SENT:
        return False
    if not in_family(sentence.lowered[at], sentence.grammar, "people_of"):
        return False
    if sentence.text[mention.end : sentence.words[at].start].strip(' "»”'):
        return False
    named = at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital
    return not named or bool(sentence.gap(at, at + 1).strip())


def take_sent(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Lets bodies act whose people a sentence says took part, all of a list."""
    if sentence.grammar.code != "az":
        return
    for mention in mentions:
        if mention.inner or mention.mark not in ("gen", "nom", "from") or not is_sent(sentence, mention):
            continue
        first = sentence.index_from(mention.end)
        hits = (sentence.grammar.triggers.at(sentence.lowered, at) for at in range(first, len(sentence.words)))
        verb = next((hit for hit in hits if hit is not None and hit[1].detail == "active"), None)
        if verb is None or verb[1].name not in _COME:
            continue
        for other in mentions:
            if other is mention or (other.group == mention.group and other.mark in ("gen", "nom")):
                other.mark, other.is_sent = "nom", True
