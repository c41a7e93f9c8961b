"""What pronouns mean: what a clause before them named, else what the article told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.gatherings.azerbaijani_words import is_another, is_yet_held
from kg.draft.posts.speakers import speaks_for
from kg.draft.reading import ReadSentence
from kg.draft.references.azerbaijani_events import turn_to_event
from kg.draft.references.context import Context
from kg.draft.references.english_pronouns import body_of_speaker, person_before, quoted_person, subject_before
from kg.draft.references.implied import IMPLIED_GROUP, implied
from kg.draft.references.russian_references import is_of_other_gender
from kg.draft.references.two_bodies import they_sign
from kg.draft.spans import Mention


def pronouns(read: ReadSentence, context: Context) -> Iterator[Mention]:
    """The mentions of what the pronouns of a sentence mean."""
    sentence = read.sentence
    if they_sign(sentence) and all(sentence.number - m.sentence == 1 for m in context.sides):
        for side in context.sides:
            for meant in implied(read, side, "nom", sentence.words[0].start, sentence.words[0].end):
                meant.group = IMPLIED_GROUP * 2
                yield meant
    words, grammar = sentence.words, sentence.grammar
    for at in range(len(words)):
        hit = grammar.pronouns.at(sentence.lowered, at)
        start = words[at].start
        if hit is not None and hit[1].name == "event" and (is_another(sentence, at) or is_yet_held(sentence, at)):
            continue
        if hit is not None and hit[1].name == "event" and context.event is not None:
            turn_to_event(read, start, context.event)
        if hit is None or any(m.start <= start < m.end for m in read.mentions):
            continue
        joins = hit[1].name == "i" and at > 0 and grammar.conjunctions.at(sentence.lowered, at) is not None
        if joins and not sentence.gap(at - 1, at).strip():
            continue  # БТУ мен «Самұрық»: with, not I
        end, entry = words[at + hit[0] - 1].end, hit[1]
        for number, mention in enumerate(_meant(read, context, entry.name, entry.detail, start)):
            if mention is not None and is_of_other_gender(grammar, sentence.lowered[at], mention):
                continue
            for meant in implied(read, mention, entry.detail or "nom", start, end):
                if entry.name == "sides":
                    meant.group = IMPLIED_GROUP * 2
                elif number and context.person is not None:
                    meant.group = IMPLIED_GROUP * 3
                yield meant


def _meant(read: ReadSentence, context: Context, sort: str, mark: str, start: int) -> Sequence[Mention | None]:
    """What a pronoun of a sort means at a place of a sentence; None for what is not known."""
    person, bodies = context.person, context.bodies
    near = _told_before(read, context, start)
    meanings: dict[str, Sequence[Mention | None]] = {
        "person": [person_before(read, start) or person],
        "thing": [near or (context.acted_on if mark == "acc" else None) or context.topic],
        "any": [near] if near is not None else [person, context.topic],
        "event": [_event_before(read, context, start) or context.event],
        "we": [speaks_for(read, context) or body_of_speaker(read, person, bodies) or context.body_of_guest()],
        "i": [quoted_person(read, person) or context.guest],
        "sides": _both(read, context, start) or context.sides,
    }
    return meanings.get(sort, ())


def _told_before(read: ReadSentence, context: Context, start: int) -> Mention | None:
    """What a clause before a Kazakh, Uzbek or Azerbaijani pronoun was about: мұнда X бар, оны Y құрған."""
    sentence = read.sentence
    if sentence.grammar.code == "az":
        here = [m for m in read.mentions if m.end <= start and context.is_thing(m)]
        here.sort(key=lambda m: m.mark in ("acc", "nom"))  # what something was done to, or what did it
        return next((m for m in reversed(here) if re.search(r"[,;:–]", sentence.text[m.end : start])), None)
    if sentence.grammar.code == "en":
        return subject_before(read, start, context.is_thing)
    if sentence.grammar.code == "ru":  # форум «X» прошёл в Y, на нём выступил …
        events = [m for m in read.mentions if m.end <= start and context.schema.is_a(m.class_name, "Event")]
        return next((m for m in reversed(events) if m.mark == "nom" and not m.inner and not m.is_reference), None)
    if sentence.grammar.code not in ("kk", "uz"):
        return None
    told = [m for m in read.mentions if m.end <= start and m.mark == "nom" and not m.inner]
    if sentence.grammar.code == "uz":  # X MChJga asos solgan va uni boshqargan P
        objects = [m for m in read.mentions if m.end <= start and m.mark in ("dat", "acc") and context.is_thing(m)]
        if objects and re.search(r"\bva\b", sentence.text[objects[-1].end : start]):
            return objects[-1]
    last = told[-1] if told else None
    if last is None or not context.is_thing(last) or last.is_reference:
        return None
    return last if re.search(r"[,;–]", sentence.text[last.end : start]) else None


def _event_before(read: ReadSentence, context: Context, place: int) -> Mention | None:
    """The event that stands before a place of a sentence: … forumi boʻlib oʻtdi, unda X soʻzga chiqdi."""
    told = [m for m in read.mentions if m.end <= place and context.schema.is_a(m.class_name, "Event")]
    return told[-1] if told else None


def _both(read: ReadSentence, context: Context, start: int) -> list[Mention]:
    """The two bodies that a Turkish sentence has named before it speaks of both."""
    if read.sentence.grammar.code != "tr":
        return []
    told = [m for m in read.mentions if context.schema.is_a(m.class_name, "Organisation") and m.end <= start]
    told = [m for m in told if not m.inner]
    return told if len({m.entity for m in told}) == 2 else []
