"""Azerbaijani parts of a body that only their head in capitals names, after whose they are: X-in Texnoparkı."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_PARTS = (
    "TechnologyCenter",
    "IndustrialPark",
    "InnovationCenter",
    "AccelerationCenter",
    "Center",
    "ResearchOrganisation",
)
_MOST_HEAD = 3


def capital_parts(sentence: Sentence, mentions: Sequence[Mention], schema: Schema) -> Iterator[Mention]:
    """The parts that a sentence names so, each with the body right before it as its owner."""
    if sentence.grammar.code != "az":
        return
    for body in mentions:
        if not schema.is_a(body.class_name, "Organisation") or body.case not in ("gen", "") or body.rule == "capitals":
            continue
        first = sentence.index_from(body.end)
        told = _head(sentence, first, body)
        if told is None or any(m.overlaps(sentence.words[first].start, sentence.words[told[0]].end) for m in mentions):
            continue
        last, form = told
        start, word = sentence.words[first].start, sentence.words[last]
        whole = " ".join(sentence.text[body.start : word.start + form.base_length].split())
        yield Mention(
            start, word.end, whole, form.entry.name, "az", "part", 0.7, (Reason.BY_HEAD,),
            entity=slug(whole) or "part", case=form.case, head=form.entry.words, sentence=sentence.number, owner=body,
        )  # fmt: skip


def _head(sentence: Sentence, first: int, body: Mention) -> tuple[int, Form] | None:
    """The possessed head that stands right after a body, all its words with capitals."""
    words = sentence.words
    if first >= len(words) or sentence.text[body.end : words[first].start].strip(' »”"'):
        return None
    for last in range(first, min(first + _MOST_HEAD, len(words))):
        if not words[last].is_capital or (last > first and sentence.gap(last - 1, last).strip()):
            return None
        form = sentence.grammar.form(sentence.lowered, last, "heads")
        if form is None or form.entry.length != last - first + 1:
            continue
        after = sentence.gap(last, last + 1) if last + 1 < len(words) else "."
        goes_on = after == " " and words[last + 1].is_capital and not form.case
        return (last, form) if form.possessed and form.entry.name in _PARTS and not goes_on else None
    return None
