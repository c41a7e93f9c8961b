"""From which countries the guests of a Russian gathering came, told in brackets: из 18 стран (Армения, Беларусь)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.language.families import alternatives, in_family
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.facts.schema import Schema

_LIST = r"\b(?:{})[а-яё ]{{0,40}}\(([^()]+)\)"
_SURE = 0.75


def russian_guests(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The countries in brackets after «стран», «государств» or «зарубежья», each with the gathering of the sentence."""
    sentence = read.sentence
    grammar = sentence.grammar
    if grammar.code != "ru":
        return
    came = next((w for w in sentence.words if in_family(w.lower, grammar, "guests_came")), None)
    if came is None:
        return
    events = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.end > m.start]
    event = events[0] if events else read.unsaid.get("event")
    if event is None:
        return
    listed = re.compile(_LIST.format(alternatives(grammar, "of_countries")))
    for match in listed.finditer(sentence.text, sentence.start, sentence.end):
        inside = match.span(1)
        countries = [m for m in read.mentions if m.class_name == "Country" and inside[0] <= m.start < inside[1]]
        for country in countries:
            if "[" in sentence.text[inside[0] : country.start].rpartition("]")[2]:
                continue  # Республика Сербская [Босния и Герцеговина]
            country.inner = True  # they are where guests came from, and take part in nothing
            spans = ((country.start, country.end), (inside[0] - 1, inside[0]))
            yield Relation(
                event,
                "hasParticipantFrom",
                country,
                _SURE,
                "ru.guests",
                (Reason.BY_ORDER,),
                spans,
                "",
                True,
                came.start,
            )
