"""Whose and where an Azerbaijani gathering is by a noun or by who receives it: forumu Gəncə qəbul edib; məkanı X-dir.

Of a gathering that only its sort names, too: konfransın təşkilatçıları A, B və C-dir.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.gatherings.azerbaijani_words import WHERE, WORK, receives
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.implied import implied
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_ENTRUSTED = re.compile(r"(?:tapşırıl|həvalə)")
_PLACES = ("City", "Region", "Place", "Country", "IndustrialPark")
_SURE, _LESS = 0.75, 0.65


def azerbaijani_hosts(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """Where a gathering is held and who holds it, as nouns and verbs of receiving tell."""
    sentence = read.sentence
    if sentence.grammar.code != "az":
        return
    for index, word in enumerate(sentence.lowered):
        if word == "qəbul" and (at := receives(sentence, index)) is not None:
            yield from _received(read, index, at, schema)
        elif WHERE.match(word):
            yield from _placed(read, index, schema)
        elif _ENTRUSTED.match(word):
            yield from _entrusted(read, index, schema)


def _received(read: ReadSentence, index: int, at: int, schema: Schema) -> Iterator[Relation]:
    """Forumu Gəncə qəbul edib; Gəncə forumu qəbul edib."""
    start = read.sentence.words[index].start
    before = [m for m in read.mentions if m.end <= start and m.start < m.end]
    events = [m for m in before if schema.is_a(m.class_name, "Event") and not m.inner and m.case in ("acc", "")]
    places = [m for m in before if m.class_name in _PLACES and not m.case and not m.inner]
    if not events or not places or re.search(r"[;:.]", read.sentence.text[min(events[-1].end, places[-1].end) : start]):
        return
    status = "planned" if read.sentence.lowered[at + 1].startswith(("edəc", "etməy")) else ""
    yield _told(read, events[-1], "heldIn", places[-1], start, status)


def _placed(read: ReadSentence, index: int, schema: Schema) -> Iterator[Relation]:
    """Forumun məkanı Gəncədir; forum mayın 3-nə təyin olunub, ünvan Gəncədir."""
    word, after = read.sentence.words[index], index + 1
    places = [m for m in read.mentions if m.class_name in _PLACES and m.start >= word.end and not m.case]
    place = next((m for m in places if not read.sentence.text[word.end : m.start].strip(" -–—")), None)
    event = _event_before(read, word.start, schema)
    if place is None or event is None or after >= len(read.sentence.words):
        return
    ends = read.sentence.index_from(place.end)
    last = read.sentence.lowered[ends : ends + 2]
    copula = re.search(r"d[ıiuü]r\Z", read.sentence.text[place.start : place.end]) or any(
        other.startswith(("olac", "olub", "olmuş", "oldu", "seçil")) or other.endswith(("dır", "dir")) for other in last
    )
    if copula:
        ahead = any(other.startswith("olac") for other in last)
        yield _told(read, event, "heldIn", place, word.start, "planned" if ahead else "")


def _entrusted(read: ReadSentence, index: int, schema: Schema) -> Iterator[Relation]:
    """Forumun təşkili A-ya, B-yə və C-yə tapşırılıb."""
    sentence, start = read.sentence, read.sentence.words[index].start
    works = [n for n in range(index) if WORK.match(sentence.lowered[n])]
    bodies = [m for m in _bodies(read, schema) if works and sentence.words[works[0]].end <= m.start and m.end <= start]
    bodies = [m for m in bodies if m.case == "dat"]
    event = _event_before(read, sentence.words[works[0]].start, schema) if bodies else None
    for body in bodies if event is not None else ():
        assert event is not None
        yield _told(read, body, "operates", event, start, "planned")


def _bodies(read: ReadSentence, schema: Schema) -> list[Mention]:
    bodies = [m for m in read.mentions if schema.is_a(m.class_name, "Organisation") and not m.inner]
    return [m for m in bodies if m.class_name != "NewsAgency"]


def _event_before(read: ReadSentence, start: int, schema: Schema) -> Mention | None:
    """The gathering that a sentence has told of before a place, else the one that was told of last."""
    told = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.end <= start and m.start < m.end]
    return told[-1] if told else next(iter(implied(read, read.unsaid.get("event"), "nom", start, start)), None)


def _told(read: ReadSentence, left: Mention, predicate: str, right: Mention, at: int, status: str = "") -> Relation:
    spans = tuple(sorted((m.start, m.end) for m in (left, right) if m.start < m.end))
    sure = _LESS if left.is_reference or right.is_reference else _SURE
    return Relation(left, predicate, right, sure, "az.hosts", (Reason.BY_CASE,), spans, status, True, at)
