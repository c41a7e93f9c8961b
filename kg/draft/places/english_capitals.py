"""Of which country an English sentence says that a town is the capital: Osh, capital of X; the Chadian capital Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.draft.model import Reason
from kg.draft.names.known import KnownThings
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.spans import Mention

_OF = re.compile(r",? (?:which is )?(?:the|a) (?:\w+ )?capital(?: city)? of (?:the )?")
_OWNED = re.compile(r",? (?:\w+ )?capital(?: city)?(?:,? (?:of )?)")
_ADJECTIVE = re.compile(r"\b(?P<of>[A-Z][\w-]*(?: [A-Z][\w-]*)?) (?:\w+ )?capital(?: city)?,?(?: of)? \Z")


def capitals_of_countries(read: ReadSentence, known: KnownThings) -> Iterator[Relation]:
    """The countries of the towns that a sentence calls capitals."""
    text = read.sentence.text
    if "capital" not in read.sentence.lowered:
        return
    for left, right in pairwise(read.mentions):
        gap = text[left.end : right.start]
        if left.class_name == "City" and right.class_name == "Country" and _OF.fullmatch(gap):
            yield told_by_case(left, "locatedIn", right, 0.8, "en.capital")
        elif right.class_name == "City" and left.class_name == "Country" and left.case and _OWNED.fullmatch(gap):
            yield told_by_case(right, "locatedIn", left, 0.8, "en.capital")
    for town in read.mentions:
        told = _ADJECTIVE.search(text, read.sentence.start, town.start) if town.class_name == "City" else None
        country = country_of(read, read.sentence.index_from(told.start("of")), known) if told is not None else None
        if country is not None:
            yield told_by_case(town, "locatedIn", country, 0.8, "en.capital")


def country_of(read: ReadSentence, at: int, known: KnownThings) -> Mention | None:
    """The country that an English word, or it and the next, is an adjective of; none where a name has the word."""
    word = read.sentence.words[at]
    if any(m.start <= word.start < m.end for m in read.mentions):
        return None
    country = known.of_adjective(word.lower, "en")
    if at + 1 < len(read.sentence.words) and not country:
        country = known.of_adjective(f"{word.lower} {read.sentence.lowered[at + 1]}", "en")
    if not country:
        return None
    return Mention(
        word.start, word.end, country, "Country", "en", "place-name", 0.9, (Reason.BY_PLACE_NAMES,),
        entity=country, known=country in known.entities, sentence=read.sentence.number,
    )  # fmt: skip
