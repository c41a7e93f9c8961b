"""Meetings told by who met or received whom, in Turkish and Uzbek: X, Y ile görüştü; X Y-ni qabul qildi."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.gatherings.azerbaijani_meetings import sides_of_meeting, told_meeting
from kg.draft.language.families import alternatives
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_CALLED = {"tr": "Görüşme", "uz": "Uchrashuv"}


def turkic_meetings(read: ReadSentence, schema: Schema) -> tuple[list[Relation], Mention | None]:
    """Who took part in the meeting that a sentence tells of, and the meeting; nothing where none is told."""
    sentence, code = read.sentence, read.sentence.grammar.code
    if code not in _CALLED:
        return [], None
    text = " ".join(sentence.lowered)
    for table, received in (("met_with", False), ("received_guest", True)):
        told = re.search(rf"(?<!\S)(?:{alternatives(sentence.grammar, table)})(?!\S)", text)
        if told is None:
            continue
        index = text[: told.start()].count(" ")
        end = sentence.words[index].start
        sides = list(_received(read, end) if received else sides_of_meeting(read, end, schema))
        if len(sides) > 1:
            return told_meeting(read, index, sides, schema, _CALLED[code])
    return [], None


def _received(read: ReadSentence, end: int) -> Iterator[Mention]:
    """Who received whom: the last person without a case, and those after in the accusative."""
    people = [m for m in read.mentions if m.class_name == "Person" and m.end <= end]
    guests = [m for m in people if "acc" in (m.case, m.mark)]
    hosts = [m for m in people if m.mark == "nom" and guests and m.start < guests[0].start]
    yield from [*hosts[-1:], *guests] if hosts else []
