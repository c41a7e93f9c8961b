"""The rows of a meeting that has no name: who took part in it, from which country people came, where it was."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SURE = 0.78


def meeting_rows(
    read: ReadSentence, at: int, sides: Sequence[Mention], schema: Schema, named: tuple[str, str], status: str
) -> tuple[list[Relation], Mention | None]:
    """The rows of the meeting that the word at `at` tells of, and it; `named` are its name and the stem of that."""
    sentence, word = read.sentence, read.sentence.words[at]
    code = sentence.grammar.code
    own = next((m for m in read.mentions if m.start <= word.start < m.end), None)
    if own is not None and (own.is_reference or not schema.is_a(own.class_name, "Event")):
        return [], None
    name, head = named
    names = "-".join(m.entity[:24].strip("-") for m in sides[:2])
    meeting = own or Mention(
        word.start, word.end, name, "Meeting", code, "described", 0.7, (Reason.BY_EVENT_TOLD,),
        entity=f"meeting-{names}", sentence=sentence.number, mark="nom", head=head,
    )  # fmt: skip

    def row(left: Mention, predicate: str, right: Mention, end: Mention) -> Relation:
        spans = ((word.start, word.end), (end.start, end.end))
        rule, reasons = f"{code}.talks", (Reason.BY_CASE,)
        return Relation(left, predicate, right, _SURE, rule, reasons, spans, status, True, word.start)

    found = []
    for side in sides:
        if side.class_name == "Country":
            found.append(row(meeting, "hasParticipantFrom", side, side))
            continue
        told = row(side, "participatedIn", meeting, side)
        if side.post:
            told.qualifiers["role"] = side.post
        found.append(told)
    here = ("loc",) if sentence.grammar.verb_last else ("in",)
    place = next((m for m in read.mentions if m.class_name == "City" and m.mark in here and not m.inner), None)
    if place is not None:
        found.append(row(meeting, "heldIn", place, place))
    return found, meeting
