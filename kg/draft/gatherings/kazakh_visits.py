"""Kazakh visits of a body's people, and meetings with guests without names: іссапармен келді, делегациямен кездесті."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.gatherings.kazakh_meetings import is_verb_of_meeting
from kg.draft.language.families import in_family
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import status_of, triggers
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_VISIT = re.compile(r"(?:іс)?сапар(?:ы|лары)?мен\Z")
_PLACES = ("City", "Region", "Country")
_SURE, _LEAST, _REACH = 0.7, 0.65, 4


def visits(read: ReadSentence, schema: Schema) -> tuple[list[Relation], Mention | None]:
    """Who takes part in a visit or in a meeting with unnamed guests, and the event; nothing where none is told."""
    sentence = read.sentence
    if sentence.grammar.code != "kk" or sentence.text[sentence.start : sentence.end].rstrip(' »”"').endswith("?"):
        return [], None
    for index, word in enumerate(sentence.lowered):
        if _VISIT.match(word) and (verb := _verb_of_visit(read, index)) is not None:
            return _visit(read, index, verb, schema)
        if is_verb_of_meeting(sentence.grammar, word) and (guests := _guests(read, index)) is not None:
            return _meeting(read, index, guests)
    return [], None


def _verb_of_visit(read: ReadSentence, index: int) -> int | None:
    """The word that says that somebody came, went or was there."""
    lowered, grammar = read.sentence.lowered, read.sentence.grammar
    return next((at for at in range(index + 1, len(lowered)) if in_family(lowered[at], grammar, "visits")), None)


def _visit(read: ReadSentence, index: int, verb: int, schema: Schema) -> tuple[list[Relation], Mention | None]:
    place = read.sentence.words[verb]
    before = [m for m in read.mentions if m.end <= place.start and m.start < m.end]
    guests = [m for m in before if _comes_by_people(read, m, schema)]
    if not guests or any(schema.is_a(m.class_name, "Event") for m in before if not m.is_reference):
        return [], None
    event = _event(read, index, "сапар", "Сапар", guests[0])
    cities = [m for m in before if m.class_name in _PLACES and m.mark in ("dat", "loc", "in") and not m.inner]
    return _told(read, verb, event, guests[:3], cities[-1:])


def _comes_by_people(read: ReadSentence, mention: Mention, schema: Schema) -> bool:
    """Whether a body's people are said to come: «X» компаниясының өкілдері, облыс делегациясы."""
    if not schema.is_a(mention.class_name, "Organisation") or mention.class_name == "NewsAgency":
        return False
    sentence = read.sentence
    gap = re.match(r"[\s»”\"]*(?:\([^()]{2,40}\)\s)?", sentence.text[mention.end :])
    at = sentence.index_from(mention.end + (gap.end() if gap else 0))
    return at < len(sentence.words) and in_family(sentence.lowered[at], sentence.grammar, "people_of")


def _guests(read: ReadSentence, index: int) -> list[Mention] | None:
    """The countries of those whom somebody met, who are told as a sort: инвесторлармен; None for no such guests."""
    sentence = read.sentence
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        word = sentence.lowered[at]
        if word.endswith(("мен", "пен", "бен")) and _is_sort(read, at):
            start = sentence.words[at].start
            told = [m for m in read.mentions if m.class_name == "Country" and m.end <= start]
            near = [m for m in told if len(sentence.text[m.end : start].split()) <= _REACH and m.case != "loc"]
            return near[-1:]
    return None


def _is_sort(read: ReadSentence, at: int) -> bool:
    hit = read.sentence.grammar.delegates.at(read.sentence.lowered, at)
    return hit is not None or in_family(read.sentence.lowered[at], read.sentence.grammar, "guests_met")


def _meeting(read: ReadSentence, index: int, countries: list[Mention]) -> tuple[list[Relation], Mention | None]:
    place = read.sentence.words[index]
    before = [m for m in read.mentions if m.end <= place.start]
    hosts = [m for m in before if m.class_name == "Person" and m.mark == "nom"]
    if not hosts or any(m.class_name == "Person" and "with" in (m.mark, m.case) for m in before):
        return [], None
    event = _event(read, index, "кездесу", "Кездесу", hosts[-1])
    found, event_ = _told(
        read, index, event, hosts[-1:], [m for m in before if m.class_name == "City" and m.mark == "loc"]
    )
    for country in countries if found else ():
        spans = ((place.start, place.end), (country.start, country.end))
        found.append(
            Relation(
                event, "hasParticipantFrom", country, _LEAST, "kk.guests", (Reason.BY_CASE,), spans, found[0].status,
                True, place.start,
            )
        )  # fmt: skip
    return found, event_


def _event(read: ReadSentence, index: int, head: str, name: str, guest: Mention) -> Mention:
    word = read.sentence.words[index]
    return Mention(
        word.start, word.end, name, "Meeting", "kk", "occasion", _SURE, (Reason.BY_EVENT_TOLD,),
        entity=slug(f"{head}-{guest.entity[:30]}") or head, sentence=read.sentence.number, head=head, mark="nom",
    )  # fmt: skip


def _told(
    read: ReadSentence, verb: int, event: Mention, guests: list[Mention], places: list[Mention]
) -> tuple[list[Relation], Mention | None]:
    """The rows of an event, which is put among the mentions of its sentence."""
    sentence, word = read.sentence, read.sentence.words[verb]
    hits = [hit for hit in triggers(sentence, read.mentions) if hit.first <= verb <= hit.last]
    status = status_of(sentence, hits[0].first, hits[0].last, hits[0].entry) if hits else ""
    if status in ("unsure", "denied"):
        return [], None
    found = list(_rows(event, guests, places, (word.start, word.end), status))
    read.mentions = sorted([*read.mentions, event], key=lambda m: m.start)
    return found, event


def _rows(
    event: Mention, guests: list[Mention], places: list[Mention], verb: tuple[int, int], status: str
) -> Iterator[Relation]:
    reasons, rule = (Reason.BY_CASE,), "kk.visit" if event.head == "сапар" else "kk.guests"
    for guest in guests:
        spans = (verb, (guest.start, guest.end))
        row = Relation(guest, "participatedIn", event, _SURE, rule, reasons, spans, status, True, verb[0])
        if guest.post:
            row.qualifiers["role"] = guest.post
        yield row
    for place in places[:1]:
        spans = (verb, (place.start, place.end))
        yield Relation(event, "heldIn", place, _LEAST, rule, reasons, spans, status, True, verb[0])
