"""Who took part in the gathering that an English sentence names: X attended it; it was chaired by X and Y of Z."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.draft.gatherings.english_gatherings import AFTER, OF
from kg.draft.gatherings.english_meetings import status_before
from kg.draft.language.families import alternatives
from kg.draft.language.grammar import Grammar
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_ARTICLE = r"(?:(?:the|a|an|this|its|their|today’s|today's|his|her) )?(?:[\w-]+ ){0,3}"
_STOP = re.compile(
    r"[;:“\"]|, (?:where|which|during|while|to|after|before|following|with|focus\w*|discuss\w*|said|told|noted|"
    r"and (?:was|were|focus\w*|discuss\w*|held))\b| (?:discussed|focused|where|which|during|while|were|was|said|noted|"
    r"told|to discuss|aimed|dedicated|devoted|took place|in order to) "
)
_CLAUSE = re.compile(r"[;:“”\"]|,? (?:that|where|while|which|who) |\A(?:At|During|In|On|Within|As part of) [^,]*, ")
_AT_FIRST = re.compile(
    r"(?:\A|[.,”\"] ?|\band )(?:[Aa]t|[Dd]uring|[Ii]n|[Oo]pening|[Aa]ddressing|[Ww]hile (?:addressing|speaking at)|"
    r"[Ss]peaking (?:at|during|to)|[Ww]elcoming|[Cc]losing|[Ii]n (?:his|her|their) (?:[a-z]+ )?"
    r"(?:speech|remarks|address) (?:at|to)) (?:the |this |an? )?(?:[\w-]+ ){0,3}\Z"
)
_AT_LAST = re.compile(r" (?:at|during|to) (?:the |this |an? |today’s |today's )?(?:[\w-]+ ){0,3}\Z")
_MOST, _SURE, _FAR, _POST = 9, 0.7, 130, 60


@cache
def _sent(grammar: Grammar) -> re.Pattern[str]:
    """People without names who come for a body: representatives of the Ministry and of the Fund."""
    people = alternatives(grammar, "sent")
    return re.compile(rf"\b(?:{people})\b(?: [a-z-]+){{0,3}} (?:of|from|at) [^.;:]*\Z", re.IGNORECASE)


@cache
def _by(grammar: Grammar) -> re.Pattern[str]:
    done, acts = alternatives(grammar, "guest_done"), alternatives(grammar, "guest_acts")
    return re.compile(rf"{OF}{AFTER}(?:(?P<verb>{done}) (?:[a-z]+ )?by|(?P<acts>{acts}))\b")


@cache
def _goes(grammar: Grammar) -> re.Pattern[str]:
    verbs = alternatives(grammar, "guest_goes")
    return re.compile(rf"\b(?P<verb>{verbs}) {_ARTICLE}\Z")


def english_guests(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """Who took part in, or spoke at, the gatherings of an English sentence, told by verbs about their nouns."""
    sentence = read.sentence
    if sentence.grammar.code != "en":
        return
    for event in [m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.start < m.end]:
        if _is_of_another(read, schema, event):
            continue
        after = _by(sentence.grammar).match(sentence.text, event.end, sentence.end)
        if after is not None and not _crosses(
            read, schema, event.end, after.start("verb") if after["verb"] else after.start("acts")
        ):
            stop = _STOP.search(sentence.text, after.end(), sentence.end)
            told = _guests(read, schema, after.end(), stop.start() if stop else sentence.end)
            yield from _took_part(read, event, told, after.span("verb") if after["verb"] else after.span("acts"))
        before = _goes(sentence.grammar).search(sentence.text[sentence.start : event.start])
        if before is not None:
            start = sentence.start + before.start("verb")
            yield from _took_part(read, event, _subjects(read, schema, start), (start, start + len(before["verb"])))
        elif (speech := _speech(read, event)) is not None:
            yield from _took_part(read, event, *speech, speaks=True)


def _is_of_another(read: ReadSentence, schema: Schema, event: Mention) -> bool:
    """Whether a gathering only says of which another is: the opening ceremony of the conference."""
    told = (m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.end <= event.start)
    return any(re.fullmatch(r" of (?:the |this )?", read.sentence.text[m.end : event.start]) for m in told)


def _crosses(read: ReadSentence, schema: Schema, start: int, end: int) -> bool:
    """Whether another gathering stands between one and the verb, whose guests are told then."""
    told = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and start <= m.start < end]
    return any(not _is_of_another(read, schema, m) for m in told)


def _is_agent(mention: Mention, schema: Schema) -> bool:
    if mention.class_name == "Country":
        return True
    agents = mention.class_name == "Person" or schema.is_a(mention.class_name, "Organisation")
    return agents and mention.class_name not in ("NewsAgency", *PLACES)


def _guests(read: ReadSentence, schema: Schema, start: int, stop: int) -> list[Mention]:
    """Those named in a stretch: its people, and the bodies that sent people without names."""
    told = [m for m in read.mentions if start <= m.start < stop and m.start < m.end and _is_agent(m, schema)]
    return [m for m in told if m.class_name == "Person" or _is_guest(read, m, told, start)][:_MOST]


def _is_guest(read: ReadSentence, body: Mention, told: Sequence[Mention], start: int) -> bool:
    """Whether a body came itself or sent people, and is not that of somebody's post."""
    text = read.sentence.text
    before = text[start : body.start]
    if before.endswith("(") and any(m.class_name == "Person" and m.end == body.start - 2 for m in told):
        return False  # Anders Nyberg (Volvo)
    if _tells_sort(read, body):
        return False
    if any(m.post_of == body.entity for m in told if m.class_name == "Person") or _is_of_post(read, body, start):
        return False
    sent = _sent(read.sentence.grammar).search(before)
    people = [m for m in told if m.class_name == "Person" and m.start < body.start]
    if sent is not None and body.class_name != "Country" and (body.rule != "capitals" or body.name.isupper()):
        return not any(m.start >= start + sent.start() for m in people) and body.mark not in ("in", "at")
    if body.class_name == "Country":
        sent_from = any(m.class_name == "Country" and m.mark == "from" and m.start < body.start for m in told)
        return body.mark in ("by", "nom") and not body.inner and not people and not sent_from
    if body.rule == "capitals" and not body.name.isupper():
        return False  # half of a name
    return body.mark in ("by", "nom") and not body.inner


def _tells_sort(read: ReadSentence, body: Mention) -> bool:
    """Whether capitals only say of what sort the bodies after them are: Communication Technologies agencies."""
    sentence = read.sentence
    at = sentence.index_from(body.end)
    if at >= len(sentence.words) or not sentence.words[at].text.islower() or not sentence.lowered[at].endswith("s"):
        return False
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    return form is not None and sentence.text[body.end : sentence.words[at].start] == " "


def _is_of_post(read: ReadSentence, body: Mention, start: int) -> bool:
    """Whether a post stands shortly before a body, or right after it: the head of X; X's director."""
    text = read.sentence.text
    for post in read.posts:
        if (
            start <= post.start < body.start
            and body.start - post.end < _POST
            and "," not in text[post.end : body.start]
        ):
            return True
        if 0 <= post.start - body.end <= 1:
            return True
    return False


def _subjects(read: ReadSentence, schema: Schema, start: int) -> list[Mention]:
    """Those that stand before a verb as its subject."""
    sentence = read.sentence
    begins = sentence.start
    for match in _CLAUSE.finditer(sentence.text, sentence.start, start):
        begins = match.end()
    if start - begins > 4 * _FAR:
        return []
    told = [
        m for m in read.mentions if begins <= m.start and m.end <= start and m.start < m.end and _is_agent(m, schema)
    ]
    people = [m for m in told if m.class_name == "Person" and m.mark in ("nom", "by", "with")]
    bodies = [m for m in told if m.class_name != "Person" and _is_guest(read, m, told, begins)]
    bodies = [m for m in bodies if not people or _sent(sentence.grammar).search(sentence.text[begins : m.start])]
    bodies = [m for m in bodies if m.mark == "nom" or _sent(sentence.grammar).search(sentence.text[begins : m.start])]
    return [*people, *bodies][:_MOST]


def _speech(read: ReadSentence, event: Mention) -> tuple[list[Mention], tuple[int, int]] | None:
    """Who said something at a gathering, and where the verb stands: at the seminar, P of X presented …"""
    sentence = read.sentence
    says = _says(sentence.grammar)
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    if _AT_FIRST.search(sentence.text[sentence.start : event.start]) is not None:
        verb = says.search(sentence.text, event.end, sentence.end)
        told = [m for m in people if verb and event.end <= m.start < verb.start() and m.mark in ("nom", "for", "of")]
        if verb is None or len(told) != 1 or re.search(r"[;“”\"]|\bthat\b", sentence.text[event.end : verb.start()]):
            return None
        return told, verb.span()
    at = _AT_LAST.search(sentence.text[sentence.start : event.start])
    begins = sentence.start + at.start() if at is not None else 0
    verbs = list(says.finditer(sentence.text, max(sentence.start, begins - _FAR), begins)) if at is not None else []
    told = [m for m in people if verbs and 0 <= verbs[-1].start() - m.end < _FAR and m.mark == "nom"]
    if not told or re.search(r"[;:“”\"]|\b(?:that|would|will)\b", sentence.text[told[-1].end : event.start]):
        return None
    return told[-1:], verbs[-1].span()


@cache
def _says(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(grammar, 'says')})\b")


def _took_part(
    read: ReadSentence, event: Mention, guests: Sequence[Mention], verb: tuple[int, int], *, speaks: bool = False
) -> Iterator[Relation]:
    status = status_before(read.sentence, verb[0])
    if status == "denied":
        return
    told = read.sentence.text[verb[0] : verb[1]]
    speaks = speaks or re.match(alternatives(read.sentence.grammar, "guest_speaks"), told) is not None
    for guest in guests:
        spans = (verb, (event.start, event.end), (guest.start, guest.end))
        predicate = "spokeAt" if speaks and guest.class_name == "Person" else "participatedIn"
        row = Relation(
            guest, predicate, event, _SURE, "en.guest", (Reason.BY_EVENT_TOLD,), spans, status, True, verb[0]
        )
        if guest.post:
            row.qualifiers["role"] = guest.post
        yield row
