"""Who works where, by an English body right after a name: Jonas Berg of Ericsson; Keiko Tanaka (NEC)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import Grammar
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_OF, _FROM, _BRACKET = re.compile(r" of (?:the )?"), re.compile(r" from (?:the )?"), re.compile(r" \((?:the )?")
_OVER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x)\b[^,;.]{0,30}\Z")
_NO_EMPLOYERS = ("NewsAgency", "Country", "City", "Region", "Event", "Meeting")
_NO_OTHER = r"(?!(?:former|ex|late|who|which|by|to|and|or|fellow|own)\b)"
_APPOSED = re.compile(rf"(?:,| is|, who is) (?:an?|the|another|one of the) (?:{_NO_OTHER}[a-z-]+ ){{0,2}}")
_GOES_ON = re.compile(r"\.? [A-Z]")
_SURE = 0.65


def english_staff(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """Whom the body beside a person's name employs, where no post is told."""
    text, sentence = read.sentence.text, read.sentence
    if sentence.grammar.code != "en":
        return
    told = [m for m in read.mentions if m.start < m.end]
    yield from _by_profession(read, told, schema)
    for person, body in pairwise(told):
        if person.class_name != "Person" or person.post or not _employs(body, schema):
            continue
        gap = text[person.end : body.start]
        bracket = _BRACKET.fullmatch(gap) is not None and text[body.end : body.end + 1] == ")"
        beside = _OF.fullmatch(gap) or _FROM.fullmatch(gap) or bracket
        if not beside or _OVER.search(text[sentence.start : person.start]) or person.is_reference:
            continue
        spans = ((person.start, person.end), (body.start, body.end))
        reasons = (Reason.BY_ORDER,)
        yield Relation(person, "worksFor", body, _SURE, "en.staff", reasons, spans, at=person.start)


def _by_profession(read: ReadSentence, told: Sequence[Mention], schema: Schema) -> Iterator[Relation]:
    """Whom a body employs in a profession that is no post: A, an economist at Alfa Bank; Alfa Bank economist A."""
    text, sentence = read.sentence.text, read.sentence
    behind, before, own = _professions(sentence.grammar)
    for left, right in pairwise(told):
        if left.class_name == "Person" and _employs(right, schema):
            person, body, wording = left, right, behind
        elif right.class_name == "Person" and _employs(left, schema):
            person, body, wording = right, left, before
        else:
            continue
        beside = person is left and _APPOSED.fullmatch(text, left.end, right.start) is not None
        apposed = own.match(text, right.end) if beside else None
        if apposed is not None:  # Anna Kim, another Alfa Bank engineer, …
            wording = _APPOSED
        over = _OVER.search(text[sentence.start : left.start]) is not None
        end = apposed.end() if apposed is not None else right.start
        posted = any(left.end <= post.start < end for post in read.posts)
        owned = person is right and left.case == "gen" and text[left.end : right.start] == " " and _is_sure(left)
        owned = owned and _GOES_ON.match(text, right.end) is None
        if person.is_reference or over or posted or not (owned or wording.fullmatch(text, left.end, right.start)):
            continue
        spans, reasons = ((left.start, left.end), (right.start, right.end)), (Reason.BY_ORDER,)
        yield Relation(person, "worksFor", body, _SURE, "en.staff", reasons, spans, at=left.start)


def _is_sure(body: Mention) -> bool:
    """Whether a genitive before a person is a body's, and no place's of one unknown word: Fen Bank's John Leaker."""
    return body.rule != "capitals" or body.known or " " in body.name or "-" in body.name or not body.name[1:].islower()


@cache
def _professions(grammar: Grammar) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between who has a profession and whom it is done for, between that body and him, and after it."""
    noun, small = rf"(?:{alternatives(grammar, 'profession')})", rf"(?:{_NO_OTHER}[a-z][a-z’'-]* )"
    behind = (
        rf",? (?:who (?:is|works as) )?(?:also )?(?:an?|the|one of the|its)? ?{small}{{0,3}}?{noun} "
        rf"(?:(?:of|in|on) {small}{{1,4}}?)?(?:at|of|for|with|from|in) (?:the )?{small}{{0,3}}?"
    )
    before = rf"(?:['’]s)? {small}{{0,2}}?{noun},? "
    return re.compile(behind), re.compile(before), re.compile(rf"(?:['’]s)? {small}{{0,2}}?{noun}\b")


def _employs(body: Mention, schema: Schema) -> bool:
    employer = schema.is_a(body.class_name, "Organisation") or schema.is_a(body.class_name, "Initiative")
    return employer and body.class_name not in _NO_EMPLOYERS and body.rule != "press" and not body.is_reference
