"""The country that English lists tell of all that they name: three Swiss universities: A, B and C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.names.known import KnownThings
from kg.draft.places.english_capitals import country_of
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.sorts import PLACES
from kg.facts.schema import Schema

_OPENS = re.compile(
    r"\b(?P<adjective>[A-Z][a-z]+) (?:[a-z-]+ ){0,2}"
    r"(?:universit|compan|institut|bank|firm|start-?up|organi[sz]ation|agenc|cent(?:er|re)|partner|foundation|park)\w*s"
    r"(?::| —| –|, including|, namely|,? such as) (?:the )?"
)


def countries_of_lists(read: ReadSentence, schema: Schema, known: KnownThings) -> Iterator[Relation]:
    """The countries of bodies that stand in a list which an adjective of a country opens."""
    sentence = read.sentence
    for opens in _OPENS.finditer(sentence.text, sentence.start, sentence.end):
        country = country_of(read, sentence.index_from(opens.start("adjective")), known)
        first = next((m for m in read.mentions if m.start == opens.end() and m.class_name not in PLACES), None)
        if country is None or first is None:
            continue
        for mention in read.mentions:
            listed = mention is first or (mention.group == first.group and mention.start > first.start)
            if listed and not mention.inner and schema.is_a(mention.class_name, "Organisation"):
                yield told_by_case(mention, "ofCountry", country, 0.8, "en.country-adjective")
