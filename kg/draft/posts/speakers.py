"""Who speaks and for whom, by quotation marks, pronouns and the endings of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.language.layout import after_speech
from kg.draft.reading import ReadSentence
from kg.draft.references.context import Context
from kg.draft.references.implied import implied
from kg.draft.spans import Mention


def speaks_for(read: ReadSentence, context: Context) -> Mention | None:
    """For whom somebody speaks whose words stand before the name: “We opened …,” said X, director of Y."""
    sentence = read.sentence
    if sentence.grammar.code == "ru" and (dash := after_speech(sentence)):
        after = [m for m in read.mentions if m.start > dash and not m.is_reference]
        bodies = (m for m in after if context.schema.is_a(m.class_name, "Organisation"))
        return next(bodies, None) if any(m.class_name == "Person" for m in after) else None
    closed = max((sentence.text.rfind(mark, sentence.start, sentence.end) for mark in '”"»'), default=-1)
    comma = re.match(r"[,.]?\s*[-–—]?\s*[^\W\d_]", sentence.text[closed + 1 : sentence.end])
    if closed < 0 or comma is None or "," not in sentence.text[closed - 1 : closed + 2]:
        return None
    if sentence.grammar.code == "uz":
        who = (m.entity for m in read.mentions if m.start > closed and m.class_name == "Person")
        office = next((context.offices[key] for key in who if key in context.offices), None)
        if office is not None:
            return office
    after = [m for m in read.mentions if m.start > closed and not m.is_reference]
    if not any(m.class_name == "Person" for m in after):
        return None
    return next((m for m in after if context.schema.is_a(m.class_name, "Organisation")), None)


def speakers(read: ReadSentence, context: Context) -> Iterator[Mention]:
    """Who speaks, by the ending of the verb: imzaladıq, konuştum."""
    sentence = read.sentence
    if (context.guest is None and context.body_of_guest() is None) or not sentence.words:
        return
    pronoun = any(
        (hit := sentence.grammar.pronouns.at(sentence.lowered, at)) is not None and hit[1].name in ("we", "i")
        for at in range(len(sentence.words))
    )
    if pronoun:
        return
    for index in range(len(sentence.words)):
        hit = sentence.triggers.get(index)
        if hit is None and not _closes_clause(read, index):
            continue
        last = sentence.lowered[index + (hit[0] if hit is not None else 1) - 1]
        for ending, who in sentence.grammar.speakers.items():
            if last.endswith(ending) and len(last) > len(ending) + 2:
                place = sentence.words[0].start
                yield from implied(read, context.body_of_guest() if who == "we" else context.guest, "nom", place, place)
                return


def is_spoken(read: ReadSentence) -> bool:
    """Whether somebody speaks of himself, by a pronoun or the ending of a Turkish verb."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    if any((hit := grammar.pronouns.at(lowered, n)) and hit[1].name in ("we", "i") for n in range(len(lowered))):
        return True
    last = [word for n, word in enumerate(lowered) if _closes_clause(read, n)]
    return any(word.endswith(end) and len(word) > len(end) + 2 for word in last for end in grammar.speakers)


def _closes_clause(read: ReadSentence, index: int) -> bool:
    """Whether a Turkish word in small letters ends a clause, where its verb stands."""
    sentence = read.sentence
    if sentence.grammar.code != "tr" or not sentence.words[index].text.islower():
        return False
    return index + 1 == len(sentence.words) or sentence.gap(index, index + 1).strip()[:1] in tuple(',;.?!"”»')
