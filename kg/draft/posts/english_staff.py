"""Who works where, by an English body right after a name: Jonas Berg of Ericsson; Keiko Tanaka (NEC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_OF, _FROM, _BRACKET = re.compile(r" of (?:the )?"), re.compile(r" from (?:the )?"), re.compile(r" \((?:the )?")
_OVER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x)\b[^,;.]{0,30}\Z")
_NO_EMPLOYERS = ("NewsAgency", "Country", "City", "Region", "Event", "Meeting")
_SURE = 0.65


def english_staff(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """Whom the body beside a person's name employs, where no post is told."""
    text, sentence = read.sentence.text, read.sentence
    if sentence.grammar.code != "en":
        return
    told = [m for m in read.mentions if m.start < m.end]
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


def _employs(body: Mention, schema: Schema) -> bool:
    employer = schema.is_a(body.class_name, "Organisation") or schema.is_a(body.class_name, "Initiative")
    return employer and body.class_name not in _NO_EMPLOYERS and body.rule != "press" and not body.is_reference
