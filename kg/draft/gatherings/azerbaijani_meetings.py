"""Meetings told by who met whom, in Azerbaijani: X Y ilə görüşüb; X-in Y ilə görüşü olub; X Y-i qəbul edib."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.implied import implied
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_VERB = re.compile(r"görüş(?:üb(?:lər)?|dü(?:lər)?|müş(?:dür|lər)?|ür(?:lər)?)\Z")
_NOUN = re.compile(r"(?:görüş|danışıqlar)(?:ü|lər|ləri|ı)?\Z")
_AT = re.compile(r"görüş(?:ündə|lərində|ü (?:zamanı|əsnasında|çərçivəsində|vaxtı))(?: |\Z)")
_LED = re.compile(r"\s(?:rəhbərlik|başçılıq) (?:etdiyi|edən) (?:nümayəndə )?heyət(?:i ilə|ilə|ini|i|lə)?\b")
"""What stands after the head of a delegation: P-nin rəhbərlik etdiyi nümayəndə heyəti ilə görüş."""
_ACCOMPANIED = re.compile(r"\s(?:və onu müşayiət edən|başda olmaqla|başçılığı ilə)\s[^.;:]{0,60}heyət")
"""What stands after a guest who came with others: P və onu müşayiət edən nümayəndə heyətini qəbul edib."""
_HELD = re.compile(
    r"(?:keçiril|keçirib|keçirdi|keçirmiş|olub|oldu|olmuş|tutub|tutdu|tutmuş|gerçəkləş|reallaş|aparıl|təşkil)"
)
_RECEIVED = re.compile(r"(?:edib|etdi|etmişdir|etmiş|ediblər)\Z")
_OF_SEVERAL = re.compile(
    r"\s(?:rektor|rəhbər|nümayəndə|prezident|nazir|sədr|direktor|başçı|təmsilçi|müavin)(?:lar|lər)ının\b|"
    r"\s(?:rəhbər|nümayəndə|prezident|nazir|təmsilçi|müavin|sədr)lərinin\b"
)
_JOINS = re.compile(r"\s*(?:,|,?\s*və|,?\s*həmçinin|,?\s*eləcə də)\s*\Z")
_OTHERS = re.compile(r"heyət(?:i|ləri)?|\w{3,}l[aə]r|iştirakçıları|nümayəndələri|üzvləri|tələbələri")
_REACH, _SURE, _MOST = 3, 0.75, 6


def azerbaijani_meetings(
    read: ReadSentence, schema: Schema, ids: dict[str, str]
) -> tuple[list[Relation], Mention | None]:
    """Who took part in the meeting that a sentence tells of, and the meeting; nothing where none is told.

    `ids` takes the id that a meeting gets by its sides, under the one that it was read with.
    """
    sentence = read.sentence
    if sentence.grammar.code != "az":
        return [], None
    for index, word in enumerate(sentence.lowered):
        following = sentence.lowered[index + 1 : index + 1 + _REACH]
        held = _NOUN.match(word) is not None and any(_HELD.match(other) for other in following)
        held = held or _AT.match(" ".join((word, *following[:1]))) is not None
        received = word == "qəbul" and bool(following) and _RECEIVED.match(following[0]) is not None
        if not held and not received and _VERB.match(word) is None:
            continue
        end = sentence.words[index].start
        sides = list(_received(read, end)) if received else list(sides_of_meeting(read, end, schema))
        if len(sides) < 2 and held:
            sides = list(_several(read, end, schema))
        if len(sides) < 2 and not received:
            sides = list(_guests(read, end)) if held else list(_hosts(read, index))
        if len(sides) > 1 or (len(sides) == 1 and not received):
            own = next((m for m in read.mentions if m.start <= sentence.words[index].start < m.end), None)
            before = own.entity if own is not None else ""
            found, meeting = told_meeting(read, index, sides, schema, "Görüş")
            if meeting is not None and before:
                ids[before] = meeting.entity
            return found, meeting
    return [], None


def _received(read: ReadSentence, end: int) -> Iterator[Mention]:
    """Who received whom: the last person without a case, and those after in the accusative."""
    people = [m for m in read.mentions if m.class_name == "Person" and m.end <= end]
    guests = [m for m in people if m.case == "acc" or _leads(read, m)]
    hosts = [m for m in people if not m.case and guests and m.start < guests[0].start]
    yield from [*hosts[-1:], *guests] if hosts else []


def sides_of_meeting(read: ReadSentence, end: int, schema: Schema) -> Iterator[Mention]:
    """Those who met: with whom, and the nearest before them who is subject or owner; people before their bodies."""
    before = [m for m in read.mentions if m.end <= end and m.start < m.end]
    people = [m for m in before if m.class_name == "Person"]
    bodies = [m for m in before if schema.is_a(m.class_name, "Organisation") and m.class_name != "NewsAgency"]
    bodies = [m for m in bodies if "with" in (m.mark, m.case) or m.mark in ("nom", "between")]
    bodies = [m for m in bodies if not m.inner and not any(p.post_of == m.entity for p in people)]
    told = sorted([*people, *bodies], key=lambda m: m.start)
    guests = [m for m in told if "with" in (m.mark, m.case) or m.mark == "between" or _leads(read, m)]
    if not guests:
        return
    hosts = [m for m in told if m not in guests and m.start < guests[0].start]
    hosts = [m for m in hosts if m.mark in ("nom", "gen") or m.case == "gen"]
    near = [m for m in hosts if m.group == hosts[-1].group] if hosts else []
    people_here = any(m.mark == "nom" for m in people if m not in guests)
    if (
        not near
        and not people_here
        and not _others_met(read, end)
        and _VERB.match(read.sentence.lowered[read.sentence.index_from(end)])
    ):
        near = list(implied(read, read.unsaid.get("person"), "nom", end, end))  # Səfər çərçivəsində Q ilə görüşüb
    if near or len(guests) > 1:
        yield from [*near, *guests[:_MOST]]


def _others_met(read: ReadSentence, end: int) -> bool:
    """Whether several whom nothing names met somebody: qonaqlar …, nümayəndə heyəti … görüşüb."""
    sentence = read.sentence
    verb = sentence.index_from(end)
    small = [
        word.lower for word in sentence.words[:verb]
        if not any(m.start <= word.start < m.end for m in read.mentions)
    ]  # fmt: skip
    return sentence.lowered[verb].endswith(("lar", "lər")) or any(_OTHERS.fullmatch(word) for word in small)


def _guests(read: ReadSentence, end: int) -> Iterator[Mention]:
    """With whom a meeting was where its host is not told: Narın Universitetində P ilə görüş keçirilib."""
    people = [m for m in read.mentions if m.class_name == "Person" and m.end <= end]
    yield from (m for m in people if "with" in (m.mark, m.case) or _leads(read, m))


def _leads(read: ReadSentence, person: Mention) -> bool:
    """Whether somebody is head of a delegation: P-nin rəhbərlik etdiyi nümayəndə heyəti."""
    text = read.sentence.text
    led = _LED.match(text, person.end) or _ACCOMPANIED.match(text, person.end)
    return person.class_name == "Person" and led is not None


def _hosts(read: ReadSentence, index: int) -> Iterator[Mention]:
    """Who met others that are not named: P universitetlərin rəhbərləri ilə görüşüb."""
    sentence = read.sentence
    with_whom = sentence.lowered[index - 1 : index] == ("ilə",) or sentence.lowered[index - 1].endswith(("la", "lə"))
    people = [m for m in read.mentions if m.class_name == "Person" and m.end <= sentence.words[index].start]
    if index > 1 and with_whom:
        yield from [m for m in people if m.mark == "nom" and not m.is_reference][:1]


def _several(read: ReadSentence, end: int, schema: Schema) -> Iterator[Mention]:
    """The bodies whose heads met: A, B və C universitetlərinin rektorlarının görüşü."""
    text = read.sentence.text
    bodies = [m for m in read.mentions if schema.is_a(m.class_name, "Organisation") and m.end <= end]
    if not bodies or _OF_SEVERAL.match(text[bodies[-1].end : end]) is None:
        return
    told = [bodies[-1]]
    for body in reversed(bodies[:-1]):
        start = told[0].owner.start if told[0].owner is not None else told[0].start
        if _JOINS.fullmatch(text[body.end : start]) is None:
            break
        told.insert(0, body)
    yield from told


def told_meeting(
    read: ReadSentence, index: int, sides: Sequence[Mention], schema: Schema, name: str
) -> tuple[list[Relation], Mention | None]:
    """The rows of a meeting, and the meeting where it is new; `name` is what its language calls one."""
    code, plain = read.sentence.grammar.code, slug(name)
    word = read.sentence.words[index]
    own = next((m for m in read.mentions if m.start <= word.start < m.end), None)
    event = own if own is not None and schema.is_a(own.class_name, "Event") else None
    key = "-".join([plain, *sorted(m.entity[:30].strip("-") for m in sides[:2])])
    if event is not None and not event.known and event.rule in ("described", "reference"):
        event.entity, event.is_reference = key, False  # each pair of sides has a meeting of its own
        event.sentence = read.sentence.number
    if event is None:
        event = Mention(
            word.start, word.end, name, "Meeting", code, "occasion", 0.7, (Reason.BY_EVENT_TOLD,),
            entity=key, sentence=read.sentence.number, head=name.lower(), mark="nom",
        )  # fmt: skip
        read.mentions = sorted([*read.mentions, event], key=lambda m: m.start)
    found = []
    for side in dict.fromkeys(m.entity for m in sides):
        mention = next(m for m in sides if m.entity == side)
        spans = ((word.start, word.end), (mention.start, mention.end))
        row = Relation(
            mention, "participatedIn", event, _SURE, f"{code}.meeting", (Reason.BY_CASE,), spans, "", True, word.start
        )
        if mention.post:
            row.qualifiers["role"] = mention.post
        found.append(row)
    place = next(
        (m for m in read.mentions if m.class_name == "City" and m.mark in ("loc", "in") and m.end <= word.start), None
    )
    if place is not None:
        spans = ((word.start, word.end), (place.start, place.end))
        found.append(
            Relation(event, "heldIn", place, _SURE, f"{code}.meeting", (Reason.BY_CASE,), spans, "", True, word.start)
        )
    return found, event
