"""Whom and what English pronouns mean that stand after it in their own sentence, or in a quotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention


def person_before(read: ReadSentence, start: int) -> Mention | None:
    """Who stands before he or she in the same English sentence."""
    told = [m for m in read.mentions if m.end <= start and m.class_name == "Person"]
    return told[0] if told and read.sentence.grammar.code == "en" else None


def subject_before(read: ReadSentence, start: int, is_thing: Callable[[Mention], bool]) -> Mention | None:
    """What it stands for in its own English sentence: the subject before it, or what is told of, after a verb."""
    sentence = read.sentence
    things = [m for m in read.mentions if m.end <= start and is_thing(m) and not m.inner]
    subjects = [m for m in things if m.mark == "nom"]
    at = sentence.index_from(start)
    verb = at > 0 and sentence.grammar.triggers.at(sentence.lowered, at - 1) is not None
    if not verb:
        return subjects[0] if subjects else None
    acting = subjects[-1] if subjects else None
    return next((m for m in things if acting is not None and m.group != acting.group), None)


def body_of_speaker(read: ReadSentence, person: Mention | None, bodies: Sequence[Mention]) -> Mention | None:
    """The body of whoever was named last, whose words an English sentence quotes."""
    if read.sentence.grammar.code != "en" or person is None:
        return None
    quoted = any(mark in read.sentence.text[read.sentence.start : read.sentence.end] for mark in '”"“')
    people = [m for m in read.mentions if m.class_name == "Person" and m.post_of] or [person]
    told = (m for m in bodies if m.entity == people[-1].post_of and m.class_name != "Country")
    return next(told, None) if quoted else None


def quoted_person(read: ReadSentence, person: Mention | None) -> Mention | None:
    """Who says I in an English quotation: whom the sentence names after it, else who was named last."""
    sentence = read.sentence
    closed = max((sentence.text.rfind(mark, sentence.start, sentence.end) for mark in '”"'), default=-1)
    if sentence.grammar.code != "en" or closed < 0:
        return None
    after = (m for m in read.mentions if m.start > closed and m.class_name == "Person")
    return next(after, person)
