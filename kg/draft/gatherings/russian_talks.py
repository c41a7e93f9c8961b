"""Meetings of Russian articles with bodies: P провёл переговоры с делегацией X, принял представителей X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.gatherings.meeting_rows import meeting_rows
from kg.draft.gatherings.russian_meetings import is_doubtful
from kg.draft.language.families import in_family
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_WHO = (
    r"(?:делегаци|представител|руководств|руководител|членами|членов|команд|специалист|эксперт|уч[её]ны|студент|"
    r"сотрудник|коллег|топ-менеджмент|менеджмент|коллектив|преподавател|глав(?:ой|ами)|групп)\w*"
)
_OF = r"(?: [а-яё-]+){0,3}? ?[«\"“]?"
"""What may stand between people and the body that they are of: российской компании «."""
_GUESTS = re.compile(rf"\b(?:с|со) (?:[а-яё-]+ ){{0,3}}?{_WHO}{_OF}\Z")
_RECEIVED = re.compile(rf"(?:[а-яё-]+ ){{0,3}}?{_WHO}{_OF}\Z")
_OWNERS = re.compile(rf" (?:[а-яё-]+ ){{0,2}}?{_WHO}{_OF}\Z")
_SIDE = re.compile(rf"(?:\A|[\s(«\"])(?:[А-ЯЁ]?[а-яё-]+ ){{0,2}}?(?i:{_WHO}){_OF}\Z")
_HELD = re.compile(r"пров(?:[её]л|ела|ели|едёт|едет|едут|одит|одят|одил)\w{0,2}\Z")
_TALKS = re.compile(r"(?:переговор|встреч|консультаци|бесед)\w*\Z")
_TOOK = re.compile(r"(?:принял|приняла|приняли|принимает|примет|встретил|встретила)\Z")
_OTHERWISE = (("участие",), ("решение",), ("закон",), ("меры",), ("постановление",))
_HELD_AT = re.compile(r"(?:состоял|прош|провед|организован)\w* (?:в|на) (?:[а-яё-]+ ){0,3}?[«\"]?\Z")
_REACH, _NEAR = 3, 60


def russian_talks(read: ReadSentence, schema: Schema) -> Iterator[tuple[Relation, Mention]]:
    """Who took part in a meeting that a sentence tells of, of which one side at the least is a body's people."""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or is_doubtful(sentence):
        return
    for index in range(len(sentence.words)):
        sides = _sides(read, index, schema)
        if len({m.entity for m in sides}) > 1:
            ahead = any(in_family(word, sentence.grammar, "meeting_ahead") for word in sentence.lowered)
            at = _noun(read, index)
            name = "Переговоры" if sentence.lowered[at].startswith("переговор") else "Встреча"
            told = list({m.entity: m for m in sides}.values())
            rows, meeting = meeting_rows(read, at, told, schema, (name, "встреч*"), "planned" if ahead else "")
            yield from ((row, meeting) for row in rows if meeting is not None)
            return


def _sides(read: ReadSentence, index: int, schema: Schema) -> list[Mention]:
    """Those who met by the word at `index`, of which one at the least is a body; none where it tells of no meeting."""
    sentence, grammar = read.sentence, read.sentence.grammar
    word = sentence.lowered[index]
    end = sentence.words[_noun(read, index)].end
    if _HELD.match(word):
        if _noun(read, index) == index:
            return []
        guests = _after(read, end, _GUESTS, schema)
    elif in_family(word, grammar, "met"):
        guests = _after(read, end, _GUESTS, schema) or _opening(read, sentence.words[index].start, schema)
    elif _TOOK.match(word) and sentence.lowered[index + 1 : index + 2] not in _OTHERWISE:
        guests = [m for m in _after(read, end, _RECEIVED, schema) if "," not in sentence.text[end : m.start]]
    elif _TALKS.match(word) and (both := _between(read, end, schema)):
        return both
    elif _TALKS.match(word) and (places := _where(read, end, schema)):
        guests = _after(read, end, _GUESTS, schema)
        return [*guests, *places] if guests else []
    elif in_family(word, grammar, "meeting") and _is_held(read, index):
        guests = _after(read, end, _GUESTS, schema)
        owners = [
            m
            for m in _after(read, end, _OWNERS, schema)
            if m not in guests and (not guests or m.start < guests[0].start)
        ]
        owners += [m for m in _people(read) if m.mark == "gen" and guests and end <= m.start < guests[0].start]
        guests += [m for m in _people(read) if m.mark == "with" and owners and m.start > owners[-1].end]
        is_listed = len({m.group for m in owners}) == 1 and len(owners) > 1
        return [*owners, *guests] if owners and (guests or is_listed) else []
    else:
        return []
    hosts = _hosts(read, sentence.words[index].start, schema)
    return [*hosts, *guests] if guests else []


def _between(read: ReadSentence, end: int, schema: Schema) -> list[Mention]:
    """The bodies and people between whom there were talks: переговоры между A и B прошли в X."""
    if not read.sentence.text.startswith(" между ", end):
        return []
    told = [m for m in read.mentions if m.start > end and m.mark == "between" and not m.inner]
    told = [m for m in told if m.class_name == "Person" or (_may_meet(m, schema) and m.class_name != "Country")]
    return told if told and told[0].start - end < _NEAR else []


def _where(read: ReadSentence, end: int, schema: Schema) -> list[Mention]:
    """The body at which a meeting took place: встреча с представителями X состоялась в университете Y."""
    text = read.sentence.text
    told = [m for m in read.mentions if m.start > end and m.mark == "in" and _may_meet(m, schema)]
    return [m for m in told if m.class_name != "Country" and _HELD_AT.search(text[end : m.start])][:1]


def _noun(read: ReadSentence, index: int) -> int:
    """The word for the meeting that a verb of holding one has after it; the word itself where none stands there."""
    lowered = read.sentence.lowered
    found = (at for at in range(index + 1, min(index + 1 + _REACH, len(lowered))) if _TALKS.match(lowered[at]))
    return next(found, index) if _HELD.match(lowered[index]) else index


def _is_held(read: ReadSentence, index: int) -> bool:
    near = read.sentence.lowered[max(0, index - 5) : index]
    return any(in_family(word, read.sentence.grammar, "meeting_held") for word in near)


def _people(read: ReadSentence) -> list[Mention]:
    return [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]


def _after(read: ReadSentence, end: int, words: re.Pattern[str], schema: Schema) -> list[Mention]:
    """The bodies and countries behind a place whose people such words before them name, with those listed with them."""
    text, found = read.sentence.text, list[Mention]()
    for mention in read.mentions:
        if mention.start < end or not _may_meet(mention, schema):
            continue
        gap = text[max(end, mention.start - 90) : mention.start]
        beside = found and mention.group == found[-1].group and mention.group >= 0
        if re.search(r"[.;:()]", gap) is None and (beside or words.search(gap) is not None):
            found.append(mention)
    return found


def _opening(read: ReadSentence, start: int, schema: Schema) -> list[Mention]:
    """The bodies with whose people a sentence opens before its verb: с делегацией X встретился P."""
    text, begin = read.sentence.text, read.sentence.start
    told = [m for m in read.mentions if m.end <= start and _may_meet(m, schema)]
    return [m for m in told if re.match(rf"[Сс]о? (?:[а-яё-]+ ){{0,3}}?{_WHO}{_OF}\Z", text[begin : m.start])][:1]


def _may_meet(mention: Mention, schema: Schema) -> bool:
    is_body = schema.is_a(mention.class_name, "Organisation") and mention.class_name != "NewsAgency"
    return is_body or mention.class_name == "Country"


def _hosts(read: ReadSentence, start: int, schema: Schema) -> list[Mention]:
    """Who is the subject before a verb: somebody, or a body's delegation."""
    before = [m for m in read.mentions if m.end <= start]
    people = [m for m in before if m.class_name == "Person" and m.mark == "nom" and m.case != "gen"]
    if people:
        return [m for m in people if m.group == people[-1].group] if people[-1].group >= 0 else people[-1:]
    bodies = [m for m in before if _may_meet(m, schema)]
    text, begin = read.sentence.text, read.sentence.start
    told = [m for m in bodies if _SIDE.search(text[begin : m.start]) is not None and text[begin : begin + 2] != "С "]
    after = [m for m in _people(read) if m.start > start and m.mark == "nom" and not told]
    return told[-1:] or after[:1]
