"""Meetings and talks of Russian articles, told by who met whom: X встретился с Y; прошла встреча X с Y; X принял Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_RECEIVED = re.compile(r"принял[аи]?\Z")
_WITHIN = ("within", "at", "on", "in")
_CEREMONY = re.compile(
    r"\s*(?:[ВН]а?|Участие в|Также (?:в|на)) (?:торжественной |официальной )?(церемонии(?: подписания)?) (?:также )?"
    r"(?:присутствовал|принял|участвовал|выступил|приняла|приняли)\w*"
)
_GENITIVE = re.compile(r"(?:[аяы]|ого|его)\Z")
_REACH, _SURE, _MOST = 5, 0.72, 5


def russian_meetings(read: ReadSentence, schema: Schema) -> Iterator[tuple[Relation, Mention]]:
    """Who took part in the meeting that a Russian sentence tells of, and where it was, each with the meeting."""
    sentence = read.sentence
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    if sentence.grammar.code != "ru" or len({m.entity for m in people}) < 2:
        return
    if is_doubtful(sentence):
        return
    told = _meeting(read, people)
    if told is None:
        return
    index, sides = told
    word = sentence.words[index]
    own = next((m for m in read.mentions if m.start <= word.start < m.end), None)
    if own is not None and (own.is_reference or not schema.is_a(own.class_name, "Event")):
        return
    names = "-".join(m.entity[:24].strip("-") for m in sides[:2])
    meeting = own or Mention(
        word.start, word.end, "Переговоры" if word.lower.startswith("переговор") else "Встреча", "Meeting", "ru",
        "described", 0.7, (Reason.BY_EVENT_TOLD,), entity=f"meeting-{names}", sentence=sentence.number, mark="nom",
        head="встреч*",
    )  # fmt: skip
    status = "planned" if any(in_family(each, sentence.grammar, "meeting_ahead") for each in sentence.lowered) else ""
    for side in sides:
        spans = ((word.start, word.end), (side.start, side.end))
        part = Relation(
            side, "participatedIn", meeting, _SURE, "ru.meeting", (Reason.BY_CASE,), spans, status, True, word.start
        )
        if side.post:
            part.qualifiers["role"] = side.post
        yield part, meeting
    place = next((m for m in read.mentions if m.class_name == "City" and m.mark == "in" and not m.inner), None)
    if place is not None:
        spans = ((word.start, word.end), (place.start, place.end))
        yield (
            Relation(meeting, "heldIn", place, _SURE, "ru.meeting", (Reason.BY_CASE,), spans, status, True, word.start),
            meeting,
        )


def signing_ceremony(read: ReadSentence, told: bool) -> Mention | None:
    """The ceremony of the signing that was told before, at which a sentence says who was; `told` is whether one was."""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or not told or read.unsaid.get("event") is not None:
        return None
    opening = _CEREMONY.match(sentence.text, sentence.start, sentence.end)
    if opening is None or any(m.start < opening.end(1) and opening.start(1) < m.end for m in read.mentions):
        return None
    ceremony = Mention(
        opening.start(1), opening.end(1), "Церемония подписания", "Event", "ru", "described", 0.7,
        (Reason.BY_EVENT_TOLD,), entity="signing-ceremony", sentence=sentence.number, mark="at", head="церемони*",
    )  # fmt: skip
    read.unsaid["event"] = ceremony
    return ceremony


def is_doubtful(sentence: Sentence) -> bool:
    """Whether a sentence denies what it tells, or tells it as a guess."""
    words = alternatives(sentence.grammar, "no_meeting")
    return re.search(rf"\b(?:{words})\b", sentence.text[sentence.start : sentence.end].lower()) is not None


def _meeting(read: ReadSentence, people: Sequence[Mention]) -> tuple[int, list[Mention]] | None:
    """The word that tells of a meeting, and the people who met."""
    sentence, grammar = read.sentence, read.sentence.grammar
    guests = [m for m in people if m.mark == "with"]
    for index, word in enumerate(sentence.lowered):
        if in_family(word, grammar, "met") or (in_family(word, grammar, "meeting") and _is_held(read, index)):
            sides = _sides(read, people, guests, index)
        elif _RECEIVED.match(word):
            sides = _received(read, people, index)
        elif in_family(word, grammar, "meeting") and _governed(read, index) in _WITHIN:
            sides = _owners(read, people, guests, index) or _speaker(read, people, guests, index)
        else:
            continue
        if len({m.entity for m in sides}) > 1:
            return index, list({m.entity: m for m in sides}.values())[:_MOST]
    return None


def _is_held(read: ReadSentence, index: int) -> bool:
    lowered = read.sentence.lowered
    near = lowered[max(0, index - _REACH) : index + 1 + _REACH]
    return (
        any(in_family(word, read.sentence.grammar, "meeting_held") for word in near)
        and _governed(read, index) not in _WITHIN
    )


def _governed(read: ReadSentence, index: int) -> str:
    """The small word before a noun of meeting: в ходе встречи."""
    for back in (1, 2, 3):
        if index - back < 0:
            return ""
        hit = read.sentence.grammar.marks.at(read.sentence.lowered, index - back)
        if hit is not None and hit[0] == back:
            return hit[1].name
    return ""


def _sides(read: ReadSentence, people: Sequence[Mention], guests: Sequence[Mention], index: int) -> list[Mention]:
    """Those who met: the subject or owner and those with whom, or those between whom it was, or a pair of subjects."""
    between = [m for m in people if m.mark == "between"]
    if len(between) > 1:
        return between
    if guests:
        owners = _owners(read, people, guests, index)
        hosts = [m for m in people if m.mark == "nom" and m.case != "gen" and m.start < guests[0].start]
        hosts += [m for m in people if m.mark == "nom" and m.start > guests[-1].end and not hosts]
        return owners or ([hosts[-1], *guests] if hosts else [])
    verb = read.sentence.words[index]
    pair = [m for m in people if m.mark == "nom" and m.end <= verb.start]
    joined = len(pair) == 2 and re.search(r"\sи\s", read.sentence.text[pair[0].end : pair[1].start]) is not None
    return pair if joined and read.sentence.lowered[index].endswith(("ись", "ятся", "ются", "ли")) else []


def _owners(read: ReadSentence, people: Sequence[Mention], guests: Sequence[Mention], index: int) -> list[Mention]:
    """Whose meeting with whom it was: встреча X с Y."""
    word = read.sentence.words[index]
    after = [m for m in people if m.start >= word.end and (m.mark in ("gen", "with") or _is_owner(read, m))]
    if len(after) < 2 or not (after[0].mark == "gen" or _is_owner(read, after[0])):
        return []
    return after if any(m in guests for m in after) and not _parted(read, word.end, after[0]) else []


def _is_owner(read: ReadSentence, person: Mention) -> bool:
    """Whether the post of a person whose name has no case stands in the genitive: встреча начальника службы Ли Вэй."""
    post = read.sentence.text[person.begins : person.start].split(" ")[0] if 0 <= person.begins < person.start else ""
    return person.mark == "nom" and _GENITIVE.search(post) is not None


def _speaker(read: ReadSentence, people: Sequence[Mention], guests: Sequence[Mention], index: int) -> list[Mention]:
    """Who says something at a meeting, and with whom it was: на встрече с Y сообщил X."""
    end = read.sentence.words[index].end
    near = [m for m in guests if m.start >= end and not _parted(read, end, m)]
    hosts = [m for m in people if m.mark == "nom" and m not in near]
    beside = (
        bool(near)
        and len(read.sentence.text[end : near[0].begins if near[0].begins >= 0 else near[0].start].split()) <= 1
    )
    return [hosts[0], *near[:1]] if beside and len(hosts) == 1 else []


def _parted(read: ReadSentence, end: int, person: Mention) -> bool:
    begins = person.begins if 0 <= person.begins < person.start else person.start
    return bool(re.search(r"[,;:()]", read.sentence.text[end:begins]))


def _received(read: ReadSentence, people: Sequence[Mention], index: int) -> list[Mention]:
    """Who received whom: X принял посла Y."""
    verb = read.sentence.words[index]
    if read.sentence.lowered[index + 1 : index + 2] in (("участие",), ("решение",), ("закон",)):
        return []
    hosts = [m for m in people if m.mark == "nom" and m.end <= verb.start and m.case != "gen"]
    guests = [m for m in people if m.start >= verb.end and m.case in ("gen", "acc")]
    near = bool(guests) and not _parted(read, verb.end, guests[0])
    return [hosts[-1], guests[0]] if hosts and near else []
