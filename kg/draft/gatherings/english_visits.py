"""Visits of people that English sentences tell by a noun: P is on a working visit to X; during P's visit to X.

A delegation that visits somebody is a meeting's (`english_meetings`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.gatherings.english_meetings import status_before
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SORTS = (
    "official|working|state|business|business-like|[a-z]+-day|first|second|third|historic|return|study|fact-finding|"
    "private|brief|short|high-level|recent|upcoming|current|ongoing|previous|latest|foreign"
)
_NOUN = re.compile(rf"\b(?P<sort>(?:(?:{_SORTS}) ){{0,3}})(?P<noun>visit|trip)\b(?! (?:card|program))")
_TO = re.compile(r" (?:to|in|at) (?:the )?(?:(?:city|capital|town|Republic) of )?")
_ON = re.compile(
    r"\b(?:is|was|are|were|being|be|been|while|arrives?|arrived|came|coming|stays?|staying|there)"
    r"(?: (?:also|now|currently|today|recently|here|there|in [A-Z]\w+|yesterday))*,? on (?:an?|his|her|their|the) \Z"
)
_PAID = re.compile(
    r"\b(?P<verb>paid|pays?|paying|made|makes?|making|began|begins?|started|starts?|concluded|completed|finished|ended)"
    r" (?:an?|his|her|their|the) \Z"
)
_WHOSE = re.compile(r"\b(?:his|her|their) \Z")
_BEHIND = re.compile(r"(?: (?:by|of) (?:the )?)\Z")
_OF = re.compile(r" (?:of|by) (?:the )?(?:[A-Z]?[\w’'-]+ ){0,9}")
_AMID = re.compile(
    r"\b(?:[Dd]uring|[Ww]ithin|part of|framework of|course of|sidelines of|margins of|occasion of) (?:[a-z’'-]+ )*\Z"
)
"""What stands before a visit that was paid, at which something else was done."""
_DELEGATION = re.compile(r"\bdelegations?\b")
_OWNS = ("'s ", "’s ", "' ", "’ ", " ")
_NEAR, _SURE, _LESS = 60, 0.7, 0.72


def english_visits(read: ReadSentence, schema: Schema) -> tuple[list[Relation], Mention | None]:
    """Who paid a visit and where, and the visit where nothing else names it; nothing where none is told."""
    sentence = read.sentence
    if sentence.grammar.code != "en" or not {"visit", "trip"} & set(sentence.lowered):
        return [], None
    for match in _NOUN.finditer(sentence.text, sentence.start, sentence.end):
        amid = _AMID.search(sentence.text, sentence.start, match.start()) is not None
        whose = _whose(read, match.end()) if amid else None
        places = _places(read, whose.end if whose is not None else match.end())
        if not places or _DELEGATION.search(sentence.text, sentence.start, match.start()):
            continue
        guests = [whose] if whose is not None else _guests(read, match.start(), places[-1].end)
        status = status_before(sentence, match.start())
        if guests and status != "denied":
            return _told(read, schema, match, (guests, places), status)
    return [], None


def _whose(read: ReadSentence, end: int) -> Mention | None:
    """Who pays a visit that the noun behind it tells before the place: the visit of President P to X."""
    person = next((m for m in read.mentions if m.class_name == "Person" and m.start >= end), None)
    if person is None:
        return None
    begins = person.begins if 0 <= person.begins < person.start else person.start
    near = begins - end < _NEAR and _OF.fullmatch(read.sentence.text, end, begins) is not None
    return person if near and _TO.match(read.sentence.text, person.end) else None


def _places(read: ReadSentence, end: int) -> list[Mention]:
    """The places right behind a visit to which it is paid."""
    text = read.sentence.text
    to = _TO.match(text, end, read.sentence.end)
    if to is None:
        return []
    first = next((m for m in read.mentions if m.class_name in PLACES and m.start == to.end() and m.start < m.end), None)
    if first is None:
        return []
    return [m for m in read.mentions if m is first or (m.group == first.group >= 0 and m.class_name in PLACES)]


def _guests(read: ReadSentence, start: int, end: int) -> list[Mention]:
    """Who pays a visit: the owner before the noun, the subject before it, or whom «of» or «by» tells behind it."""
    sentence, text = read.sentence, read.sentence.text
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    before = [m for m in people if m.end <= start]
    if before and text[before[-1].start + len(before[-1].name) : start] in _OWNS:
        return [before[-1]]
    head = text[sentence.start : start]
    subjects = [m for m in before if m.mark in ("nom", "by")] or [m for m in before if not m.inner]
    if _ON.search(head) or _PAID.search(head):
        return [m for m in subjects if m.group == subjects[-1].group >= 0] or subjects[-1:]
    if _WHOSE.search(head):
        after = [m for m in people if m.start >= end and m.mark == "nom"]
        return (subjects or after)[-1:] if subjects else after[:1]
    behind = next((m for m in people if m.start >= end), None)
    if behind is not None:
        begins = behind.begins if 0 <= behind.begins < behind.start else behind.start
        if begins - end < _NEAR and _BEHIND.fullmatch(text, end, begins):
            return [behind]
    return []


def _told(
    read: ReadSentence,
    schema: Schema,
    match: re.Match[str],
    sides: tuple[Sequence[Mention], Sequence[Mention]],
    status: str,
) -> tuple[list[Relation], Mention | None]:
    guests, places = sides
    start, end = match.span()
    own = next(
        (m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.start < end and start < m.end), None
    )
    paid = _PAID.search(read.sentence.text, read.sentence.start, start) is not None
    name = f"{match['sort']}{match['noun']}"
    sort = "Meeting" if paid else "Event"  # what is told of in passing has not the day of the scene, as meetings have
    event = own or Mention(
        start, end, name[:1].upper() + name[1:], sort, "en", "occasion", _SURE, (Reason.BY_EVENT_TOLD,),
        entity="-".join(["visit", *(m.entity[:30].strip("-") for m in (places[0], guests[0]))]),
        sentence=read.sentence.number, head="visit", mark="nom",
    )  # fmt: skip
    found = []
    for guest in guests:
        spans = tuple(sorted(((start, end), (guest.start, guest.end))))
        reasons = (Reason.BY_EVENT_TOLD,)
        found.append(Relation(guest, "participatedIn", event, _SURE, "en.visit", reasons, spans, status, paid, start))
    for place in places:
        spans = ((start, end), (place.start, place.end))
        reasons = (Reason.BY_EVENT_TOLD,)
        found.append(Relation(event, "heldIn", place, _LESS, "en.visit", reasons, spans, status, paid, start))
    return found, event if own is None else None
