"""Relations that a sentence tells: by its triggers, and by names that say whose or where a thing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.draft.grammar import Frame, frames
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.slots import Filled, Slots
from kg.draft.spans import Mention
from kg.draft.triggers import Trigger, triggers
from kg.facts.schema import Schema

_FAR = 18
_INITIATIVES = ("Initiative", "Programme", "Strategy", "Network", "Cluster", "Platform")
Span = tuple[int, int]


@dataclass
class Relation:
    """A relation as a sentence tells it, before it is dated, quoted and checked."""

    subject: Mention
    predicate: str
    object: Mention
    confidence: float
    rule: str
    reasons: tuple[Reason, ...]
    spans: tuple[Span, ...]
    """What its quote should hold, the most important first."""
    status: str = ""
    is_event: bool = False
    at: int = 0
    """The place in the text by which its date is chosen."""
    qualifiers: dict[str, str] = field(default_factory=dict)


def relations(read: ReadSentence, schema: Schema) -> list[Relation]:
    """The relations of one sentence, but for agreements and posts."""
    found = list(_described(read, schema))
    for trigger in triggers(read.sentence, read.mentions):
        if trigger.status != "unsure":
            found += _told(read, trigger, schema)
    return found


def _told(read: ReadSentence, trigger: Trigger, schema: Schema) -> Iterator[Relation]:
    slots = Slots(read, trigger, schema)
    for frame in frames().get(trigger.frame, ()):
        subject = slots.fill(frame.subject, frame.subject_classes)
        if frame.name == "cooperate":
            yield from _cooperation(read, trigger, frame, subject, slots)
            continue
        object_ = slots.fill(frame.object, frame.object_classes)
        for left in subject.mentions:
            for right in object_.mentions[: 1 if frame.predicate in ("heldIn", "locatedIn", "establishedIn") else None]:
                if left.entity != right.entity and left.start != right.start:
                    yield _relation(read, trigger, frame, left, right, subject.by_case and object_.by_case)


def _cooperation(
    read: ReadSentence, trigger: Trigger, frame: Frame, subject: Filled, slots: Slots
) -> Iterator[Relation]:
    """Cooperation goes both ways: A with B; between A and B; A and B."""
    partner = slots.fill(frame.object, frame.object_classes)
    between = [m for m in partner.mentions if m.mark == "between"]
    if len(between) > 1:
        pairs = [(a, b) for n, a in enumerate(between) for b in between[n + 1 :]]
    elif partner.mentions:
        pairs = [(a, b) for a in subject.mentions for b in partner.mentions]
    else:
        pairs = [(a, b) for n, a in enumerate(subject.mentions) for b in subject.mentions[n + 1 :]]
    for left, right in pairs:
        if left.entity != right.entity:
            yield _relation(read, trigger, frame, left, right, partner.by_case)


def _relation(
    read: ReadSentence, trigger: Trigger, frame: Frame, left: Mention, right: Mention, by_case: bool
) -> Relation:
    reasons = [Reason.BY_CASE if by_case else Reason.BY_ORDER]
    confidence = frame.confidence if by_case or not read.sentence.grammar.verb_last else frame.confidence - 0.1
    distance = max(abs(_words_between(read, trigger, left)), abs(_words_between(read, trigger, right)))
    if distance > _FAR:
        reasons.append(Reason.FAR_APART)
        confidence -= 0.1
    spans = ((trigger.start, trigger.end), (right.start, right.end), (left.start, left.end))
    return Relation(
        left, frame.predicate, right, confidence, trigger.rule(read.sentence.grammar.code), tuple(reasons), spans,
        trigger.status, frame.is_event, trigger.start,
    )  # fmt: skip


def _words_between(read: ReadSentence, trigger: Trigger, mention: Mention) -> int:
    return read.sentence.index_from(mention.start) - trigger.first


def _described(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """What names say of one another: the Center of the Union in China, the ministry's agency."""
    code = read.sentence.grammar.code
    mentions = read.mentions
    for at, mention in enumerate(mentions):
        if mention.owner is not None:
            predicate = _of_owner(mention, mention.owner, schema)
            if predicate:
                sure = 0.8 if predicate != "belongsTo" else 0.7
                yield _described_by(mention, predicate, mention.owner, sure, f"{code}.possessor")
        if mention.place is not None and schema.is_a(mention.class_name, "Organisation"):
            yield _described_by(mention, "locatedIn", mention.place, 0.8, f"{code}.place-of")
        if mention.mark == "under":
            other = _beside(read, mentions, at) or _subject_before(read, mentions, at)
            if (
                other is not None
                and schema.is_a(other.class_name, "Organisation")
                and schema.is_a(mention.class_name, "Organisation")
            ):
                yield _described_by(other, "subordinateTo", mention, 0.8, f"{code}.under")


def _subject_before(read: ReadSentence, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The subject of a sentence that says under whom it stands: Орталық университеттің жанынан құрылған."""
    if not read.sentence.grammar.verb_last:
        return None
    told = [m for m in mentions[:at] if m.mark == "nom" and not m.inner and m.class_name != "Person"]
    return told[-1] if told else None


def _beside(read: ReadSentence, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The body that stands under another: after it where the verb comes last, else before it."""
    mention = mentions[at]
    if read.sentence.grammar.verb_last:
        other = mentions[at + 1] if at + 1 < len(mentions) else None
        gap = read.sentence.text[mention.end : other.start] if other is not None else ""
    else:
        other = mentions[at - 1] if at else None
        gap = read.sentence.text[other.end : mention.start] if other is not None else ""
    return other if other is not None and len(gap.split()) <= 5 and ";" not in gap and "," not in gap else None


def _of_owner(mention: Mention, owner: Mention, schema: Schema) -> str:
    name = mention.class_name
    if name == "OpeningCeremony":
        return "openingOf" if owner.class_name != "Country" else ""
    if owner.class_name == "Country":
        if name in ("City", "Region", "IndustrialPark"):
            return "locatedIn"
        return "ofCountry" if schema.is_a(name, "Organisation") or name in _INITIATIVES else ""
    if schema.is_a(owner.class_name, "Organisation") and (name.endswith("Center") or name in _INITIATIVES):
        return "belongsTo"
    return ""


def _described_by(left: Mention, predicate: str, right: Mention, confidence: float, rule: str) -> Relation:
    first, second = sorted((left, right), key=lambda m: m.start)
    spans = ((first.start, first.end), (second.start, second.end))
    return Relation(left, predicate, right, confidence, rule, (Reason.BY_CASE,), spans, at=left.start)
