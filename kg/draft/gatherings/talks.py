"""Talks that have no name: two people met, or a meeting was held between them; the meeting is a thing of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import status_of
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NEAR = 14


def talks(read: ReadSentence, schema: Schema) -> Iterator[tuple[Relation, Mention | None]]:
    """Who took part in the talks that a row of the table `talk` tells of, and where they were, each with the talks."""
    sentence, grammar = read.sentence, read.sentence.grammar
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    events = [m for m in read.mentions if schema.is_a(m.class_name, "Event")]
    described = next((m for m in events if m.rule == "described" and m.class_name == "Meeting"), None)
    if len({m.entity for m in people}) < 2 or any(m is not described for m in events):
        return
    hits = ((at, grammar.talks.at(sentence.lowered, at)) for at in range(len(sentence.words)))
    hit = next(((at, found) for at, found in hits if found is not None), None)
    if hit is None:
        return
    at, (length, entry) = hit
    first, last = sentence.words[at], sentence.words[at + length - 1]
    before = [m for m in people if m.end <= first.start]
    both = [m for m in before if m.mark in ("nom", "with", "between")]
    both = both if entry.detail == "each" or any(m.mark in ("with", "between") for m in both) else []
    status = status_of(sentence, at, at + length - 1, entry)
    if len({m.entity for m in both}) < 2 or status in ("unsure", "denied"):
        return
    if len(sentence.text[both[-1].end : first.start].split()) > _NEAR or re.search(
        r"[;:]", sentence.text[both[0].end : first.start]
    ):
        return
    names = "-".join(m.entity[:24].strip("-") for m in both[:2])
    meeting = described or Mention(
        first.start, last.end, sentence.text[first.start : last.end].capitalize(), "Meeting", grammar.code, "described",
        0.7, (Reason.BY_EVENT_TOLD,), entity=f"meeting-{names}", sentence=sentence.number, mark="nom", head="uchrashuv",
    )  # fmt: skip
    rule = f"{grammar.code}.talks"
    span = (first.start, last.end)
    for person in both[:4]:
        spans = (span, (person.start, person.end))
        part = Relation(
            person, "participatedIn", meeting, 0.7, rule, (Reason.BY_CASE,), spans, status, True, first.start
        )
        if person.post:
            part.qualifiers["role"] = person.post
        yield part, meeting
    place = next((m for m in read.mentions if m.class_name == "City" and m.mark == "loc" and not m.inner), None)
    if place is not None:
        spans = (span, (place.start, place.end))
        yield (
            Relation(meeting, "heldIn", place, 0.7, rule, (Reason.BY_CASE,), spans, status, True, first.start),
            meeting,
        )
