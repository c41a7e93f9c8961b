"""What an agreement provides for: the thing that its parties are to open, found or launch by it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.nameless import MADE
from kg.draft.relation import Relation
from kg.draft.relations.slots import Slots
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NEAR = 3
_MADE_CLASSES = ("Organisation", "Initiative", "IndustrialPark")


def provisions(
    read: ReadSentence,
    agreement: Mention | None,
    verbs: Sequence[Trigger],
    schema: Schema,
    parties: Collection[str] = (),
) -> Iterator[Relation]:
    """What a sentence that speaks of an agreement says will come of it.

    `agreement` is the one told last, `parties` are the ids of its parties, which do not come of it.
    """
    if agreement is None or not _speaks_of_agreement(read):
        return
    yield from _subject_matter(read, agreement, schema)
    for hit in verbs:
        if hit.frame not in MADE or hit.frame == "prepare" or hit.status in ("unsure", "denied"):
            continue
        if hit.status != "planned" and hit.voice != "noun" and not _is_subject_matter(read, hit):
            continue
        filled = Slots(read, hit, schema, verbs).fill(("patient",), _MADE_CLASSES)
        for thing in filled.mentions[:2]:
            if not _is_made(thing, schema) or thing.entity in parties:
                continue
            spans = ((hit.start, hit.end), (thing.start, thing.end))
            rule = f"{read.sentence.grammar.code}.agreement.provides"
            yield Relation(agreement, "providesFor", thing, 0.7, rule, (Reason.BY_EVENT_TOLD,), spans, at=hit.start)


def _subject_matter(read: ReadSentence, agreement: Mention, schema: Schema) -> Iterator[Relation]:
    """The thing that an agreement is said to be on: an agreement on the branch was signed."""
    sentence = read.sentence
    for index in range(len(sentence.words)):
        form = sentence.grammar.form(sentence.lowered, index, "agreements")
        if form is None:
            continue
        word = sentence.words[index]
        for thing in read.mentions:
            beside = sentence.text[thing.end : word.start] if thing.end <= word.start else ""
            if not sentence.grammar.verb_last:
                beside = sentence.text[word.end : thing.start] if word.end <= thing.start else ""
            near = bool(beside) and len(beside.split()) <= _NEAR and "," not in beside
            if near and thing.mark == "about" and _is_made(thing, schema):
                spans = ((word.start, word.end), (thing.start, thing.end))
                rule = f"{sentence.grammar.code}.agreement.on"
                yield Relation(agreement, "providesFor", thing, 0.65, rule, (Reason.BY_CASE,), spans, at=word.start)


def _is_made(thing: Mention, schema: Schema) -> bool:
    named = ("Company", "GovernmentBody", "InternationalOrganisation", "NewsAgency")
    made = any(schema.is_a(thing.class_name, name) for name in _MADE_CLASSES)
    return made and not thing.known and thing.class_name not in named


def _speaks_of_agreement(read: ReadSentence) -> bool:
    sentence = read.sentence
    for index in range(len(sentence.words)):
        if sentence.grammar.form(sentence.lowered, index, "agreements") is not None:
            return True
        form = sentence.grammar.form(sentence.lowered, index, "references")
        if form is not None and form.entry.name == "Agreement":
            return True
        pronoun = sentence.grammar.pronouns.at(sentence.lowered, index)
        if pronoun is not None and pronoun[1].name == "sides":
            return True  # the parties will …
    return False


def _is_subject_matter(read: ReadSentence, hit: Trigger) -> bool:
    """Whether a verb only says what an agreement is about: an agreement on opening X; зертхана құру туралы келісім."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    at = hit.last + 1 if grammar.verb_last else hit.first - 1
    mark = grammar.marks.at(lowered, at) if 0 <= at < len(lowered) else None
    return mark is not None and mark[1].name in ("about", "for")
