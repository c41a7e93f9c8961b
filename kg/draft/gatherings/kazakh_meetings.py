"""Meetings told by who met whom, in Kazakh: X-тің Y-мен кездесуі өтті; X Y-мен кездесті."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Grammar
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import status_of, triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_OF_VERB = re.compile(r"(?:т[ыі]|[қк][ае]н(?:і|ін)?|[ыі]п(?:ті)?|[ае]ді|пек|пақ)\Z")
_NOUN = re.compile(r"(?:кездесу|келіссөз(?:дер)?)(?:лері|лер|і)?(?:н|нде)?\Z")
_AT = re.compile(r"(?:кездесу|жүздесу|басқосу|келіссөз)(?:і|лер|лері)?(?:де|нде)\Z")
_RECEIVED = re.compile(r"қабылда(?:ды|ған|п|йды|пты)\Z")
"""Whom somebody received stands in the accusative: Президент елшіні қабылдады."""
_REACH, _SURE = 3, 0.75
_MOST = 5


def meetings(read: ReadSentence, schema: Schema) -> tuple[list[Relation], Mention | None]:
    """Who took part in the meeting that a sentence tells of, and the meeting; nothing where none is told."""
    sentence = read.sentence
    if sentence.grammar.code != "kk":
        return [], None
    for index, word in enumerate(sentence.lowered):
        if (_NOUN.match(word) or _AT.match(word)) and (guests := _met(read, index, schema)):
            own = next((m for m in read.mentions if m.start <= sentence.words[index].start < m.end), None)
            return _told(read, index, guests, None if own is not None and own.is_reference else own)
        if word in ("қабылдауында", "қонағында") and (both := _at_reception(read, index)):
            return _told(read, index, both, None)
        if in_family(word, sentence.grammar, "discusses") and len(talkers := _talkers(read, index)) > 1:
            return _told(read, index, talkers, _place_of_talks(read, index, schema))
        noun = _NOUN.match(word) is not None and _is_held(read, index)
        received = _RECEIVED.match(word) is not None
        if not noun and not received and not is_verb_of_meeting(sentence.grammar, word):
            continue
        place = sentence.words[index]
        own = next((m for m in read.mentions if m.start <= place.start < m.end), None)
        if own is not None and (own.is_reference or not schema.is_a(own.class_name, "Event")):
            continue
        sides = list(_received(read, place.start) if received else _sides(read, place.start, schema))
        if len(sides) < 2:
            continue
        return _told(read, index, sides, own)
    return [], None


def is_verb_of_meeting(grammar: Grammar, word: str) -> bool:
    """Whether a word tells that people met: кездесті, жүздескен."""
    told = (stem for stem in stems(grammar, "meets") if word.startswith(stem))
    return any(_OF_VERB.match(word, len(stem)) for stem in told)


def _is_held(read: ReadSentence, index: int) -> bool:
    words = read.sentence.lowered[index + 1 : index + 1 + _REACH]
    return any(in_family(word, read.sentence.grammar, "meeting_held") for word in words)


def _met(read: ReadSentence, index: int, schema: Schema) -> list[Mention]:
    """Who met at a meeting that has been: Қасымовпен өткен кездесуде «X» компаниясы жобасын таныстырды."""
    sentence, word = read.sentence, read.sentence.words[index]
    at_it = _AT.match(sentence.lowered[index]) is not None or (
        (hit := sentence.grammar.marks.at(sentence.lowered, min(index + 1, len(sentence.words) - 1))) is not None
        and hit[1].name == "within"
    )
    before = sentence.lowered[index - 1] if index else ""
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end <= word.start]
    guests = [m for m in people if "with" in (m.mark, m.case)]
    if not at_it or before not in ("өткен", "болған", "өткізген", "арадағы") or not guests:
        return []
    gap = sentence.text[guests[-1].end : word.start]
    later = [m for m in read.mentions if m.start >= word.end and m.mark == "nom" and not m.inner]
    later = [m for m in later if m.rule != "described"]
    later = [m for m in later if m.class_name == "Person" or schema.is_a(m.class_name, "Organisation")]
    return [guests[-1], *later[:1]] if len(gap.split()) <= _REACH else []


def _sides(read: ReadSentence, end: int, schema: Schema) -> Iterator[Mention]:
    """Those who met: one told as the subject or owner, one with whom; people go before the bodies they are of."""
    before = [m for m in read.mentions if m.end <= end and m.start < m.end]
    people = [m for m in before if m.class_name == "Person"]
    bodies = [m for m in before if schema.is_a(m.class_name, "Organisation") and not m.inner]
    bodies = [
        m
        for m in bodies
        if m.class_name != "NewsAgency" and m.rule != "quoted" and not any(p.post_of == m.entity for p in people)
    ]
    all_ = sorted([*people, *bodies], key=lambda m: m.start)
    guests = [m for m in all_ if "with" in (m.mark, m.case)]
    between = [m for m in all_ if m.mark == "between"]
    if len(between) > 1:
        yield from between  # X мен Y арасында кездесу өтті
        return
    if not guests:
        told = [m for m in people if m.mark == "nom"]
        yield from told if len(told) > 1 and "," in read.sentence.text[told[0].end : told[-1].start] else []
        return
    hosts = [m for m in all_ if m not in guests and (m.mark in ("nom", "gen") or m.case == "gen")]
    before = [m for m in hosts if m.start < guests[-1].start]
    hosts = before or [m for m in hosts if m.mark == "nom"][:1]  # X пен Y келіссөз жүргізді
    acting = [m for m in hosts if m.class_name == "Person" and m.mark == "nom"]
    near = (acting or hosts)[-1:]
    seen: set[str] = set()
    for mention in [*near, *guests[-_MOST:]]:
        if near and mention.entity not in seen:
            seen.add(mention.entity)
            yield mention


def _at_reception(read: ReadSentence, index: int) -> list[Mention]:
    """Who was received by whom: ректор X елші Y-тің қабылдауында болды."""
    word = read.sentence.words[index]
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end <= word.start]
    hosts = [m for m in people if "gen" in (m.mark, m.case) or read.sentence.text[m.end : word.start] == " мырзаның "]
    guests = [m for m in people if hosts and m.end <= hosts[-1].start and m.mark == "nom"]
    return [guests[0], hosts[-1]] if guests else []


def _talkers(read: ReadSentence, index: int) -> list[Mention]:
    """The persons whom one sentence says to have talked something over: X пен Y мәселені талқылады."""
    end = read.sentence.words[index].start
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end <= end]
    hosts = [m for m in people if m.mark == "nom"]
    guests = [m for m in people if m.mark == "with" or m.case == "with"]
    return [*guests[-_MOST:], hosts[-1]] if guests and hosts else []


def _place_of_talks(read: ReadSentence, index: int, schema: Schema) -> Mention | None:
    """The gathering at which the sentence says it to have been: Сеулдегі кездесуде."""
    end = read.sentence.words[index].start
    told = [m for m in read.mentions if m.end <= end and schema.is_a(m.class_name, "Event")]
    return next((m for m in told if m.mark in ("loc", "within")), None)


def _received(read: ReadSentence, end: int) -> Iterator[Mention]:
    """Who received whom: a person in the nominative, and one in the accusative after it."""
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end <= end]
    guests = [m for m in people if m.case == "acc" or m.mark == "acc"]
    hosts = [m for m in people if m.mark == "nom" and guests and m.start < guests[0].start]
    if hosts and guests and len(read.sentence.text[guests[-1].end : end].split()) <= _REACH:
        yield from (hosts[0], *guests)


def _told(
    read: ReadSentence, index: int, sides: Sequence[Mention], own: Mention | None
) -> tuple[list[Relation], Mention | None]:
    sentence = read.sentence
    word = sentence.words[index]
    hits = [hit for hit in triggers(sentence, read.mentions) if hit.first > index]
    entry = hits[0].entry if hits else None
    status = status_of(sentence, hits[0].first, hits[0].last, entry) if entry is not None else ""
    if any(word.startswith(("жоспарлан", "күтіл")) for word in sentence.lowered[index + 1 : index + 1 + _REACH]):
        status = "planned"
    if status in ("unsure", "denied"):
        return [], None
    event = own
    if event is None:
        key = "-".join(["kezdesu", *(m.entity[:30].strip("-") for m in sides[:2])])
        event = Mention(
            word.start, word.end, "Кездесу", "Meeting", "kk", "occasion", 0.7, (Reason.BY_EVENT_TOLD,),
            entity=key, sentence=sentence.number, head="кездесу", mark="nom",
        )  # fmt: skip
        read.mentions = sorted([*read.mentions, event], key=lambda m: m.start)
    found = []
    for side in sides:
        spans = ((word.start, word.end), (side.start, side.end))
        told = Relation(
            side, "participatedIn", event, _SURE, "kk.meeting", (Reason.BY_CASE,), spans, status, True, word.start
        )
        if side.post:
            told.qualifiers["role"] = side.post
        found.append(told)
    place = next((m for m in read.mentions if m.class_name == "City" and m.mark == "loc" and m.end <= word.start), None)
    if place is not None and not place.inner:
        spans = ((word.start, word.end), (place.start, place.end))
        found.append(
            Relation(event, "heldIn", place, _SURE, "kk.meeting", (Reason.BY_CASE,), spans, status, True, word.start)
        )
    return found, event if own is None else None
