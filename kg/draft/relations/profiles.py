"""What the labels of a fact sheet say of the body that it is about: Founders: X and Y; Hamkorlari: A, B.

A row of the table `sheet` is a predicate, whether what follows the colon is its subject or object, and the label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.frames import frames
from kg.draft.relations.triggers import triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_MOST_OF_LABEL, _LONGEST = 5, 70
_PLACED = ("establishedIn", "locatedIn", "heldIn")


@dataclass(frozen=True)
class Label:
    """The label that a sentence opens with, and where what it is of begins."""

    entry: Entry
    start: int
    colon: int


def label_of(sentence: Sentence) -> Label | None:
    """The label of a fact sheet that a sentence opens with; None for any other sentence."""
    grammar, colon = (
        sentence.grammar,
        sentence.text.find(":", sentence.start, min(sentence.end, sentence.start + _LONGEST)),
    )
    if colon < 0 or colon + 1 >= len(sentence.text) or not sentence.text[colon + 1].isspace():
        return None
    for at in range(min(_MOST_OF_LABEL, len(sentence.words))):
        if sentence.words[at].end > colon:
            return None
        hit = grammar.sheets.at(sentence.lowered, at)
        if hit is not None and sentence.words[at + hit[0] - 1].end <= colon:
            return Label(hit[1], sentence.words[0].start, colon)
    return None


def told_by_label(read: ReadSentence, label: Label, subject: Mention, schema: Schema) -> Iterator[Relation]:
    """What a line of a fact sheet says of its subject."""
    predicate, side = label.entry.name, label.entry.detail
    if predicate == "post" or not predicate:
        return
    if _has_verb(read, label.colon):
        return
    told = [m for m in read.mentions if m.start > label.colon and m.entity != subject.entity and not m.inner]
    rule = f"{read.sentence.grammar.code}.sheet.{predicate}"
    is_event = any(f.is_event for rows in frames().values() for f in rows if f.predicate == predicate)
    for mention in told:
        left, right = (mention, subject) if side == "subject" else (subject, mention)
        name = "formed" if predicate == "founded" and right.class_name == "Cluster" else predicate
        if not _fits(name, left, right, schema):
            continue
        spans = ((label.start, label.colon + 1), (mention.start, mention.end))
        yield Relation(
            left, name, right, 0.75, rule, (Reason.IN_A_LIST,), spans, "", is_event, mention.start,
            any_date=predicate == "memberOf",
        )  # fmt: skip
        if predicate in _PLACED:
            return


def _has_verb(read: ReadSentence, colon: int) -> bool:
    """Whether a whole sentence follows the label: Membership: X joined Y in 2025."""
    hits = triggers(read.sentence, read.mentions)
    return any(hit.start > colon and hit.voice not in ("noun", "role") for hit in hits)


def _fits(predicate: str, left: Mention, right: Mention, schema: Schema) -> bool:
    rows = [frame for frames_ in frames().values() for frame in frames_ if frame.predicate == predicate]
    told = [(frame.subject_classes, frame.object_classes) for frame in rows]
    if predicate == "belongsTo":
        told.append((("Organisation", "IndustrialPark"), ("Organisation",)))
    return any(
        any(schema.is_a(left.class_name, name) for name in lefts)
        and any(schema.is_a(right.class_name, name) for name in rights)
        for lefts, rights in told
    )
