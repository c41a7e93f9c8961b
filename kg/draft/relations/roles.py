"""What nouns say of two things: the organisers of X are Y and Z; Y, X-in operatorudur; kurucusu Y olan X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.grammar import Form
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.frames import frames
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_REACH = 5
_BREAKS = re.compile(r"[.;:!?]|\bki\b")
_IS = re.compile(r"d[ıiuü]r(?:l[aə]r)?\Z")
_OBJECT = re.compile(r"[ıiuü]n[ıiuü]\Z")
_POSTS_JOIN = re.compile(r"\s?,?\s?(?:və\s)?")
_BEING = frozenset({"olan", "olmuş", "olduğu"})


def told_by_roles(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The relations that the rows of the table `role` find in a sentence.

    A row's name is the frame that tells the classes; its detail is `owner` where whoever stands in the genitive is the
    subject (X's joint project is Y), else whoever the noun stands for is (the founder of X is Y).
    """
    sentence = read.sentence
    if not sentence.grammar.verb_last or not sentence.grammar.roles:
        return
    for index, word in enumerate(sentence.words):
        form = sentence.grammar.form(sentence.lowered, index, "roles")
        in_post = any(
            post.first_word <= index <= post.last_word and post.first_word < post.last_word for post in read.posts
        )
        if in_post or form is None or any(m.start <= word.start < m.end and not m.is_reference for m in read.mentions):
            continue
        hit = sentence.grammar.triggers.at(sentence.lowered, index)
        if _is_post_of_next(read, word.end):
            continue  # X-in təsisçisi, Y-nin sədri P
        if _is_unsure(read, index) or (hit is not None and hit[1].name == "join"):
            continue
        yield from _told(read, index, form, schema)


def _is_post_of_next(read: ReadSentence, end: int) -> bool:
    """Whether an Azerbaijani noun is the first of several posts of the person who is named next."""
    text, at_end = read.sentence.text, any(post.end == end for post in read.posts)
    people = [m for m in read.mentions if m.class_name == "Person" and m.begins >= end]
    joined = at_end and bool(people) and _POSTS_JOIN.fullmatch(text[end : people[0].begins]) is not None
    return joined and read.sentence.grammar.code == "az"


def _told(read: ReadSentence, index: int, form: Form, schema: Schema) -> Iterator[Relation]:
    sentence = read.sentence
    first, word = sentence.words[index - form.entry.length + 1], sentence.words[index]
    for frame in frames().get(form.entry.name, ()):
        inverse = form.entry.detail == "owner"
        holders, things = frame.subject_classes, frame.object_classes
        if inverse:
            holders, things = things, holders
        owned, holder = _sides(read, first.start, word.end, index, holders, things, schema)
        reasons = (Reason.BY_CASE,)
        rule = f"{sentence.grammar.code}.role.{form.entry.words}".replace(" ", "_")
        for thing in owned:
            for other in holder:
                left, right = (thing, other) if inverse else (other, thing)
                if left.entity == right.entity:
                    continue
                spans = ((word.start, word.end), (right.start, right.end), (left.start, left.end))
                yield Relation(
                    left, frame.predicate, right, frame.confidence, rule, reasons, spans, _status(read, index),
                    frame.is_event, word.start,
                )  # fmt: skip
        if owned and holder:
            return


def _sides(
    read: ReadSentence, start: int, end: int, index: int, holders: Sequence[str], things: Sequence[str], schema: Schema
) -> tuple[list[Mention], list[Mention]]:
    """Of what the noun is said, and who is said to be it; empty where either is missing."""
    sentence = read.sentence
    mentions = [m for m in read.mentions if m.class_name != "NewsAgency"]
    nothing: tuple[list[Mention], list[Mention]] = ([], [])

    def fits(mention: Mention, classes: Sequence[str]) -> bool:
        return any(schema.is_a(mention.class_name, name) for name in classes)

    before = [m for m in mentions if m.end <= start and fits(m, things)]
    owner = before[-1] if before else None
    near = owner is not None and _is_near(sentence.text[owner.end : start])
    beside = owner is not None and (
        "gen" in (owner.case, owner.mark)
        or owner.mark in ("about", "for", "loc")  # layihəsi üzrə icraçı qurum; Projesi'nde yürütücü kuruluş
        or (owner.known and not owner.case)
    )
    if owner is not None and near and beside:
        owned = [m for m in before if m.group == owner.group and not m.inner] or [owner]
        after = _heads_of_rest(read, end, holders, schema)
        is_said = sentence.grammar.code == "az" and _IS.search(sentence.lowered[index]) is not None
        subject = [m for m in mentions if m.end <= owned[0].start and m.mark == "nom" and not m.inner]
        subject = [m for m in subject if fits(m, holders) and not _BREAKS.search(sentence.text[m.end : start])]
        of_next = [m for m in mentions if m.class_name == "Person" and 0 <= m.begins < start < m.start]
        adjoins = bool(of_next) and not sentence.text[end : of_next[0].start].strip()
        if of_next and not adjoins and sentence.grammar.code == "az":  # A-nın rektoru P və X-in təsisçisi, sədri Q
            joined = sentence.text[end : end + 4].startswith((",", " və ")) and fits(of_next[0], holders)
            return (owned, of_next[:1]) if joined else nothing
        if (_ends_clause(read, index) or is_said) and subject:
            return owned, [m for m in subject if m.group == subject[-1].group]
        if is_said:  # O, «X» layihəsinin icraçısıdır və …
            topic = read.unsaid.get("topic")
            opens = topic is not None and fits(topic, holders) and sentence.lowered[0] == "o"
            return (owned, [topic]) if topic is not None and opens else nothing
        return (owned, after) if after else nothing
    if owner is not None and near:
        return nothing
    named = _heads_of_rest(read, end, holders, schema)  # Təsisçisi X olan Y
    if not named:
        return nothing
    if sentence.grammar.code == "az" and _OBJECT.search(sentence.lowered[index]):  # icrasını isə X öz üzərinə götürüb
        told = [m for m in mentions if m.end <= start and fits(m, things) and "gen" in (m.case, m.mark)]
        topic = read.unsaid.get("topic")
        said = told[-1] if told else topic if topic is not None and fits(topic, things) else None
        return ([said], named) if said is not None and said.group != named[0].group else nothing
    last = sentence.index_from(named[-1].end)
    later = [m for m in mentions if m.start >= named[-1].end and fits(m, things) and not m.inner]
    if last < len(sentence.words) and sentence.lowered[last] in _BEING and later:
        return later[:1], named
    return nothing


def _heads_of_rest(read: ReadSentence, end: int, classes: Sequence[str], schema: Schema) -> list[Mention]:
    """The first things that follow the noun within its clause, one list of them."""
    text = read.sentence.text
    told = [m for m in read.mentions if m.start >= end and not m.inner]
    told = [m for m in told if any(schema.is_a(m.class_name, name) for name in classes) and not _may_be_person(m)]
    if not told or told[0].mark not in ("nom", "with"):
        return []
    gap = text[end : told[0].start]
    if len(gap.split()) > _REACH or _BREAKS.search(gap.replace(":", "", 1)):
        return []
    if told[0].mark == "with":  # kurucuları A ile B'dir
        return told[:2]
    return [m for m in told if m.group == told[0].group]


def _may_be_person(mention: Mention) -> bool:
    """Whether a name that only capitals show may be a person's, whose surname tells nothing."""
    return mention.rule == "capitals" and " " in mention.name and not mention.known


def _is_near(gap: str) -> bool:
    return len(gap.split()) <= _REACH - 1 and not re.search(r"[.,;:()«»“”]", gap.strip("»”\"' "))


def _ends_clause(read: ReadSentence, index: int) -> bool:
    """Whether the noun is the predicate: nothing but a copula or a verb that means one follows."""
    sentence = read.sentence
    if index + 1 >= len(sentence.words) or re.search(r"[.,;:!?]", sentence.gap(index, index + 1)):
        return True
    hit = sentence.grammar.copulas.at(sentence.lowered, index + 1)
    return hit is not None


def _status(read: ReadSentence, index: int) -> str:
    """Whether the verb that the sentence ends with tells of what is to come."""
    sentence = read.sentence
    rest = sentence.lowered[index + 1 :]
    planned = [end for end, cue in sentence.grammar.cue_endings.items() if cue == "planned"]
    ahead = bool(rest) and any(rest[-1].endswith(end) and len(rest[-1]) > len(end) + 1 for end in planned)
    return "planned" if ahead else ""


def _is_unsure(read: ReadSentence, index: int) -> bool:
    """Whether a word after the noun denies, plans or doubts it."""
    sentence = read.sentence
    reach = range(index + 1, min(len(sentence.words), index + 1 + _REACH))
    cues = (sentence.grammar.cue_words.at(sentence.lowered, at) for at in reach)
    return any(hit is not None and hit[1].name in ("denied", "unsure") for hit in cues)
