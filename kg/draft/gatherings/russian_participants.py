"""Who took part in, spoke at or opened a Russian gathering: В форуме участвовали A, B и гости из X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.gatherings.russian_attending import Attending, attending
from kg.draft.gatherings.russian_meetings import is_doubtful
from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import grammar
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.russian_references import is_other_gathering
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SURE, _MOST, _REACH = 0.7, 14, 7
_BREAK = re.compile(r"[;!?]|, (?:где|котор\w+|что|чтобы|а (?!также)|но|посвящ[её]нн\w+|организованн\w+)\b|: «|\. ")
_BREAK_OF_LIST = re.compile(_BREAK.pattern.replace("[;!?]", "[!?]"))
_CLAUSE = re.compile(r", (?:где|котор\w+|прошедш\w+|проходивш\w+|состоявш\w+|организованн\w+|посвящ[её]нн\w+)\b[^,;]*,")
_VISIT, _TALK = "визит*", "встреч*"
_ON_IT = (("на", "нём"), ("на", "нем"), ("на", "ней"))
_AFTERWARDS = re.compile(r"\b(?:по итогам|в преддверии|накануне|по завершении|после) [^,;]*\Z", re.IGNORECASE)
_APART, _ASIDE = re.compile(r"[,;:!?(]"), re.compile(r"\A, [^,;:!?]*,")
_JOINS = re.compile(r"[»”\")]*(?:\s?[,;:])?(?:\s?и)?(?:,?\sа также)?\s(?:[а-яё-]+\s){0,6}[«“\"]?\Z")


def russian_participants(read: ReadSentence, schema: Schema, event: Mention | None) -> Iterator[Relation]:
    """The rows of those whom a sentence tells to have been at a gathering; `event` is that of the sentences before."""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or is_doubtful(sentence):
        return
    for told in attending(sentence):
        if told.says:
            yield from _said(read, told, schema, event)
            continue
        gathering, before = _gathering(read, told, schema, event)
        if gathering is None:
            continue
        start, end = _segment(read, told, gathering, before=before)
        guests = _guests(read, told, _within(read, start, end, gathering), start, schema)
        if not guests and not before and gathering.sentence == sentence.number:  # выступили на форуме «X» A и B
            start, end = gathering.end, _cut(read, gathering.end)
            guests = _guests(read, told, _within(read, start, end, gathering), start, schema)
        for guest in guests[:_MOST]:
            yield _row(read, told, gathering, guest, schema)


def _said(read: ReadSentence, told: Attending, schema: Schema, event: Mention | None) -> Iterator[Relation]:
    """Who said something at a gathering that the same clause names: на саммите заявил P; на нём P отметил."""
    sentence = read.sentence
    words, text = sentence.words, sentence.text
    start, end = words[told.first].start, words[told.last].end
    events = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.mark in ("at", "within")]
    events = [m for m in events if not m.inner and m.head != _TALK and not _parted(text, start, end, m)]
    events = [m for m in events if not _AFTERWARDS.search(text, sentence.start, m.start)]
    if event is not None and event.head != _TALK and sentence.lowered[:2] in _ON_IT:
        events.append(event)
    people = [m for m in read.mentions if m.class_name == "Person" and m.mark == "nom" and m.case in ("", "nom")]
    after = [m for m in people if m.start >= end and not re.search(r"[,;:!?(«]", text[end : _begin(m)])]
    before = [m for m in people if m.end <= start and not _APART.search(_ASIDE.sub(" ", text[m.end : start]))]
    speakers = after[:1] or before[-1:]
    if len({m.entity for m in events}) == 1:
        yield from (_row(read, told, events[0], speaker, schema) for speaker in speakers)


def _parted(text: str, start: int, end: int, event: Mention) -> bool:
    """Whether a comma or a mark stands between a gathering and a verb."""
    between = text[event.end : start] if event.end <= start else text[end : event.start]
    return re.search(r"[,;:!?]", between) is not None


def _begin(mention: Mention) -> int:
    """Where a mention begins with the words that only say what it is."""
    return mention.begins if 0 <= mention.begins < mention.start else mention.start


def _within(read: ReadSentence, start: int, end: int, gathering: Mention) -> list[Mention]:
    """What a stretch of a sentence names beside the gathering."""
    return [m for m in read.mentions if start <= m.start and m.end <= end and m.entity != gathering.entity]


def _cut(read: ReadSentence, start: int) -> int:
    """Where a list ends that begins at `start`."""
    text = read.sentence.text
    listed = text[start : start + 2].lstrip()[:1] == ":"  # в состав вошли: A; B
    cut = (_BREAK_OF_LIST if listed else _BREAK).search(text, start, read.sentence.end)
    return cut.start() if cut is not None else read.sentence.end


def _gathering(
    read: ReadSentence, told: Attending, schema: Schema, event: Mention | None
) -> tuple[Mention | None, bool]:
    """The gathering at which somebody was, whether it stands before those who were; else that told before."""
    words, text = read.sentence.words, read.sentence.text
    start, end = words[told.first].start, words[told.last].end
    opens = told.last > told.first and in_family(read.sentence.lowered[told.first], read.sentence.grammar, "opened")
    events = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and not m.inner]
    if told.of_visit:
        return (event, True) if event is not None and event.head == _VISIT else (None, False)
    if told.genitive:
        near = [m for m in events if m.end <= start and not _BREAK.search(text[m.end : start])]
        return (near[-1], True) if near else (None, False)
    marks = ("in", "at", "within", "of", "gen", "nom") if opens else ("in", "at", "within", "gen")
    marks = (*marks, "nom", "dat") if told.lists else marks
    events = [m for m in events if m.mark in marks]
    before = [m for m in events if m.end <= start and not _BREAK.search(_CLAUSE.sub("", text[m.end : start]))]
    before += [m for m in events if start <= m.start < end]
    after = [m for m in events if end <= m.start or (opens and m.start >= words[told.first].end)]
    after = [m for m in after if len(text[end : m.start].split()) <= _REACH]
    said = text[read.sentence.start : start].lower()
    if event is not None and is_other_gathering(read.sentence.grammar, said, event):
        event = None
    if opens:
        return (after[0], True) if after else ((event, True) if event is not None else (None, False))
    if before:
        return before[-1], True
    if after and not told.lists:
        return after[0], False
    opening = told.first <= 2 or read.sentence.lowered[0] in ("также", "кроме")
    return (event, True) if opening and event is not None else (None, False)


def _segment(read: ReadSentence, told: Attending, gathering: Mention, *, before: bool) -> tuple[int, int]:
    """The stretch of the sentence in which those stand who were there."""
    sentence = read.sentence
    if before:
        start = max(sentence.words[told.last].end, *(m.end for m in read.mentions if m is gathering and told.lists), 0)
        return start, _cut(read, start)
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
        if told.genitive:
            person = mention.class_name == "Person" and mention.mark in ("gen", "participation", "nom", "")
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
