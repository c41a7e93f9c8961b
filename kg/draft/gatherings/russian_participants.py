"""Who took part in, spoke at or opened a Russian gathering: В форуме участвовали A, B и гости из X."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.draft.gatherings.russian_meetings import is_doubtful
from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.russian_references import is_other_gathering
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SURE, _MOST, _REACH = 0.7, 14, 7
_LONG = 7
_INSTRUMENTAL = re.compile(r"..(?:ом|ем|ами|ями|ой)\Z")
_BREAK = re.compile(r"[;!?]|, (?:где|котор\w+|что|чтобы|а (?!также)|но|посвящ[её]нн\w+|организованн\w+)\b|: «|\. ")
_JOINS = re.compile(r"[»”\")]*(?:\s?,)?(?:\s?и)?(?:,?\sа также)?\s(?:[а-яё-]+\s){0,6}[«“\"]?\Z")


@dataclass(frozen=True)
class Attending:
    """A verb of taking part: its words, what it tells of people, and whether it is of what is to come."""

    first: int
    last: int
    predicate: str
    is_ahead: bool


def russian_participants(read: ReadSentence, schema: Schema, event: Mention | None) -> Iterator[Relation]:
    """The rows of those whom a sentence tells to have been at a gathering; `event` is that of the sentences before."""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or is_doubtful(sentence):
        return
    for told in _verbs(sentence):
        gathering, before = _gathering(read, told, schema, event)
        if gathering is None:
            continue
        start, end = _segment(read, told, gathering, before=before)
        guests = [m for m in read.mentions if start <= m.start and m.end <= end and m.entity != gathering.entity]
        for guest in _guests(read, told, guests, start, schema)[:_MOST]:
            yield _row(read, told, gathering, guest, schema)


def _verbs(sentence: Sentence) -> Iterator[Attending]:
    """The verbs by which a sentence tells that somebody was at a gathering."""
    lowered, told = sentence.lowered, sentence.grammar
    for at, word in enumerate(lowered):
        near = lowered[max(0, at - 3) : at + 4]
        ahead = any(in_family(each, told, "gathering_ahead") for each in near)
        if word == "участие" and any(in_family(each, told, "takes") for each in near):
            verb = next(n for n in range(max(0, at - 3), at + 4) if in_family(lowered[n], told, "takes"))
            yield Attending(min(at, verb), max(at, verb), "participatedIn", ahead)
        elif in_family(word, told, "was_at"):
            yield Attending(at, at, "participatedIn", ahead)
        elif in_family(word, told, "spoke") and not _acts_as(lowered, at):
            yield Attending(at, at, "spokeAt", ahead)
        elif in_family(word, told, "opened") and at + 1 < len(lowered) and _opens_gathering(sentence, at + 1):
            yield Attending(at, at + 1, "participatedIn", ahead)


def _acts_as(lowered: tuple[str, ...], at: int) -> bool:
    """Whether a word before the verb says as what somebody comes forward: организатором выступил, not с докладом."""
    before, further = lowered[at - 1] if at else "", lowered[at - 2] if at > 1 else ""
    after = lowered[at + 1] if at + 1 < len(lowered) else ""
    named = _INSTRUMENTAL.search(before) is not None and further not in ("с", "со", "перед")
    return named or (_INSTRUMENTAL.search(after) is not None and len(after) > _LONG)


def _opens_gathering(sentence: Sentence, at: int) -> bool:
    words = sentence.lowered[at : at + 3]
    return any(in_family(word, sentence.grammar, "gathering_opened") for word in words)


def _gathering(
    read: ReadSentence, told: Attending, schema: Schema, event: Mention | None
) -> tuple[Mention | None, bool]:
    """The gathering at which somebody was, whether it stands before the verb; else that told before."""
    words, text = read.sentence.words, read.sentence.text
    events = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.class_name != "OpeningCeremony"]
    opens = told.last > told.first and in_family(read.sentence.lowered[told.first], read.sentence.grammar, "opened")
    marks = ("in", "at", "within", "of", "gen", "nom") if opens else ("in", "at", "within", "gen")
    events = [m for m in events if m.mark in marks and not m.inner]
    before = [
        m
        for m in events
        if m.end <= words[told.first].start and not _BREAK.search(text[m.end : words[told.first].start])
    ]
    after = [m for m in events if words[told.last].end <= m.start or (opens and m.start >= words[told.first].end)]
    after = [m for m in after if len(text[words[told.last].end : m.start].split()) <= _REACH]
    said = text[read.sentence.start : words[told.first].start].lower()
    if event is not None and is_other_gathering(read.sentence.grammar, said, event):
        event = None
    if opens:
        return (after[0], True) if after else ((event, True) if event is not None else (None, False))
    if before:
        return before[-1], True
    if after:
        return after[0], False
    opening = told.first <= 2 or read.sentence.lowered[0] in ("также", "кроме")
    return (event, True) if opening and event is not None else (None, False)


def _segment(read: ReadSentence, told: Attending, gathering: Mention, *, before: bool) -> tuple[int, int]:
    """The stretch of the sentence in which those stand who were there."""
    sentence = read.sentence
    if before:
        start = sentence.words[told.last].end
        cut = _BREAK.search(sentence.text, start, sentence.end)
        return start, cut.start() if cut is not None else sentence.end
    end = sentence.words[told.first].start
    cuts = [cut.end() for cut in _BREAK.finditer(sentence.text, sentence.start, end)]
    return (cuts[-1] if cuts else sentence.start), end


def _guests(read: ReadSentence, told: Attending, listed: list[Mention], start: int, schema: Schema) -> list[Mention]:
    """Those of a stretch who act: people and bodies that begin it or go on its list, bodies and countries of guests."""
    text = read.sentence.text
    of_guests = re.compile(rf"\b(?:{alternatives(grammar('ru'), 'guests_of')})\b", re.IGNORECASE)
    found: list[Mention] = []
    last = start
    for mention in listed:
        begin = mention.begins if 0 <= mention.begins < mention.start else mention.start
        gap = text[last:begin]
        sent = of_guests.search(gap) is not None
        person = mention.class_name == "Person" and mention.mark in ("nom", "with", "")
        person = person and (mention.case in ("", "nom") or mention.mark == "with")
        listed_after = bool(found) and found[-1].class_name != "Person" and _JOINS.fullmatch(gap) is not None
        acts = mention.mark == "nom" and mention.class_name != "Country" and _JOINS.fullmatch(gap) is not None
        if person and not mention.inner:
            found.append(mention)
            last = max(mention.end, mention.ends)
        elif _is_body(mention, schema) and (sent or (not mention.inner and (listed_after or acts))):
            if told.predicate == "spokeAt" or _is_of_post(mention, listed):
                continue
            found.append(mention)
            last = mention.end
    return found


def _is_body(mention: Mention, schema: Schema) -> bool:
    """Whether something named may send guests."""
    if mention.is_reference or mention.class_name == "NewsAgency":
        return False
    return schema.is_a(mention.class_name, "Organisation") or mention.class_name == "Country"


def _is_of_post(mention: Mention, listed: list[Mention]) -> bool:
    """Whether a body is that of the post of a person who is named after it."""
    return any(m.class_name == "Person" and 0 <= m.begins <= mention.start < m.start for m in listed)


def _row(read: ReadSentence, told: Attending, gathering: Mention, guest: Mention, schema: Schema) -> Relation:
    words = read.sentence.words
    verb = (words[told.first].start, words[told.last].end)
    spans = ((guest.start, guest.end), verb)
    status = "planned" if told.is_ahead else ""
    rule, reasons = "ru.participants", (Reason.BY_ORDER,)
    if guest.class_name == "Country":
        return Relation(gathering, "hasParticipantFrom", guest, _SURE, rule, reasons, spans, status, True, verb[0])
    predicate = told.predicate if guest.class_name == "Person" else "participatedIn"
    row = Relation(guest, predicate, gathering, _SURE, rule, reasons, spans, status, True, verb[0])
    if guest.post:
        row.qualifiers["role"] = guest.post
    return row
