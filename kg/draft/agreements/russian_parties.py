"""The parties of a Russian agreement that stand after its word without a preposition: договор школы и парка."""

from __future__ import annotations

import re

from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_LEAST = 2
_ABOUT = re.compile(r"\s(?:(?:об?|в (?:области|сфере)|по)\s[а-яё -]{3,60}?\s)?(?:[а-яё-]+\s){0,2}[«\"“]?")
_JOINED = re.compile(r"[»”\"]?\s(?:и|с|со)\s(?:[а-яё-]+\s){0,2}[«“\"]?")


def parties_after(read: ReadSentence, index: int, schema: Schema) -> list[Mention]:
    """The bodies right after the word for an agreement at `index`, which «и» joins or of which the second has «с»."""
    sentence = read.sentence
    if sentence.grammar.code != "ru":
        return []
    end = sentence.words[index].end
    after = [m for m in read.mentions if m.start >= end and not m.inner]
    if len(after) < _LEAST or not all(_may_agree(m, schema) for m in after[:_LEAST]):
        return []
    first, second = after[:_LEAST]
    if first.mark not in ("gen", "nom", "by") or _ABOUT.fullmatch(sentence.text, end, _begin(first)) is None:
        return []
    small = range(index + 1, sentence.index_from(_begin(first)))
    if any(sentence.grammar.triggers.at(sentence.lowered, at) is not None for at in small):
        return []
    return [first, second] if _JOINED.fullmatch(sentence.text, first.end, _begin(second)) else []


def _may_agree(mention: Mention, schema: Schema) -> bool:
    body = schema.is_a(mention.class_name, "Organisation") or mention.class_name in ("Country", "Region")
    return body and mention.class_name != "NewsAgency" and mention.rule != "described"


def _begin(mention: Mention) -> int:
    """Where a mention begins with the words that only say what it is."""
    return mention.begins if 0 <= mention.begins < mention.start else mention.start
