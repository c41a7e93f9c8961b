"""Visits that Russian articles tell of: делегация X во главе с P посетила Y; Y посетили гости из X; в Y побывал P."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.gatherings.russian_meetings import is_doubtful
from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import grammar
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_LED = re.compile(r"(?:во главе с|возглавляем\w+|под руководством)\s*\Z")
_REACH, _FAR, _SURE, _MOST = 5, 12, 0.72, 6


def russian_visits(read: ReadSentence, schema: Schema) -> Iterator[tuple[Relation, Mention]]:
    """Who took part in the visit that a Russian sentence tells of, each with the visit."""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or is_doubtful(sentence):
        return
    at = next((n for n, word in enumerate(sentence.lowered) if _is_visiting(read, n, word)), None)
    if at is None:
        return
    word = sentence.words[at]
    goal, turned = _goal(read, at, schema)
    if goal is None:
        return
    visitors = _visitors(read, word.start, goal, schema, turned=turned)
    visit = Mention(
        word.start, word.end, "Визит", "Meeting", "ru", "described", 0.7, (Reason.BY_EVENT_TOLD,),
        entity=f"visit-{goal.entity[:30].strip('-')}", sentence=sentence.number, mark="nom", head="визит*",
    )  # fmt: skip
    status = "planned" if in_family(sentence.lowered[at], sentence.grammar, "visit_ahead") else ""
    for visitor in visitors[:_MOST]:
        spans = ((word.start, word.end), (visitor.start, visitor.end))
        part = Relation(
            visitor, "participatedIn", visit, _SURE, "ru.visit", (Reason.BY_CASE,), spans, status, True, word.start
        )
        if visitor.post:
            part.qualifiers["role"] = visitor.post
        yield part, visit


def sides_of_visit(read: ReadSentence, schema: Schema) -> list[Mention]:
    """The one body that visited another, and that other, who may agree on something then; empty for none."""
    sentence = read.sentence
    if sentence.grammar.code != "ru" or is_doubtful(sentence):
        return []
    at = next((n for n, word in enumerate(sentence.lowered) if _is_visiting(read, n, word)), None)
    goal, turned = _goal(read, at, schema) if at is not None else (None, False)
    if at is None or goal is None:
        return []
    came = _visitors(read, sentence.words[at].start, goal, schema, turned=turned)
    bodies = [m for m in came if schema.is_a(m.class_name, "Organisation")]
    return [*bodies, goal] if len(bodies) == 1 else []


def _is_visiting(read: ReadSentence, at: int, word: str) -> bool:
    """Whether a word says that somebody visits something, or came to it."""
    told = read.sentence.grammar
    if in_family(word, told, "visited"):
        return True
    if not in_family(word, told, "came_to"):
        return False
    near = read.sentence.lowered[max(0, at - _REACH) : at + 1 + _REACH]
    visits = any(in_family(each, told, "of_delegation") or each.startswith("визит") for each in near)
    return visits or "визитом" in read.sentence.lowered[:at]  # с официальным визитом в X прибыл P


def _goal(read: ReadSentence, at: int, schema: Schema) -> tuple[Mention | None, bool]:
    """What was visited, and whether it stands before the verb, who visited it after: парк «X» посетила делегация Y."""
    sentence, word = read.sentence, read.sentence.words[at]
    comes = in_family(sentence.lowered[at], sentence.grammar, "came_to")
    marks = ("in", "into", "at") if comes else ("nom", "acc", "")
    places = [
        m for m in read.mentions
        if any(schema.is_a(m.class_name, sort) for sort in ("Organisation", "IndustrialPark"))
        and m.mark in marks and (not m.inner or m.mark in ("in", "into", "at"))
    ]  # fmt: skip
    after = [m for m in places if m.start >= word.end]
    near = [m for m in after if len(sentence.text[word.end : m.start].split()) <= _REACH]
    sent = re.compile(rf"\s(?:[а-яё]+\s){{0,2}}?(?:{alternatives(sentence.grammar, 'of_delegation')})\b")
    opens = sent.match(sentence.text.lower(), word.end) is not None
    before = [m for m in places if m.end <= word.start and len(sentence.text[m.end : word.start].split()) <= _FAR]
    before = [m for m in before if not re.search(r"[;:]", sentence.text[m.end : word.start])]
    people = [m for m in read.mentions if m.class_name == "Person" and m.mark == "nom"]
    turned = opens or (bool(before) and not near and any(m.start >= word.end for m in people))
    if turned and before:
        return before[-1], True
    return (near[0] if near and not opens else None), False


def _visitors(read: ReadSentence, verb: int, goal: Mention, schema: Schema, *, turned: bool) -> list[Mention]:
    """The bodies whose delegation it was, who headed it, and the people who came."""
    text, start = read.sentence.text, read.sentence.start
    side = [m for m in read.mentions if (m.start >= verb if turned else m.end <= verb) and m.entity != goal.entity]
    people = [m for m in side if m.class_name == "Person"]
    led = [m for m in people if _LED.search(text[start : _begin(m)])]
    alone = [m for m in people if m.mark == "nom" and m.case != "gen"]
    bodies = [m for m in side if schema.is_a(m.class_name, "Organisation") and _sent().search(text[start : _begin(m)])]
    bodies += [m for m in side if bodies and m.group == bodies[0].group >= 0 and m is not bodies[0]]
    return [*bodies, *(led or alone)]


def _sent() -> re.Pattern[str]:
    """What stands before the body that sent a delegation."""
    return re.compile(rf"(?:{alternatives(grammar('ru'), 'of_delegation')})\s(?:[а-яё]+\s){{0,4}}\Z", re.IGNORECASE)


def _begin(mention: Mention) -> int:
    """Where a mention begins with the words that only say what it is."""
    return mention.begins if 0 <= mention.begins < mention.start else mention.start
