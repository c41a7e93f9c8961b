"""Parts of a Kazakh body, told beside it: университеттің шығыстану факультеті, «X» партиясы Саяси кеңесі."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.kazakh_descriptions import opens_description
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_MOST_WORDS = 7
_BODIES = ("Organisation", "Company", "GovernmentBody", "ResearchOrganisation", "InternationalOrganisation")
_OF_ITS_OWN = re.compile(r"(?:[ндт][ыі]ң|нд[ае]|[мбп]ен|[ыі]п|н[ыі]|дағы|дегі|тағы|тегі)\Z")
"""What a small word ends in that is no part of what a unit is for."""


def units(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention], schema: Schema
) -> Iterator[Mention]:
    """The faculties, chairs and departments in small letters behind their body or before the post of their head."""
    for index, form in heads if sentence.grammar.code == "kk" else ():
        if form.entry.detail != "unit" or not form.possessed:
            continue
        first = _first(sentence, index, mentions)
        if first == index:
            continue
        owner = body_before(sentence, sentence.words[first].start, mentions, schema)
        after = index + 1
        beside = after < len(sentence.words) and sentence.gap(index, after) == " "
        heads_it = beside and form.case == "gen" and sentence.grammar.form(sentence.lowered, after, "posts") is not None
        if owner is None and not heads_it:
            continue
        start, word = sentence.words[first].start, sentence.words[index]
        name = " ".join(sentence.text[start : word.start + form.base_length].split())
        yield Mention(
            start, word.end, name, "Organisation", "kk", "described", 0.7, (Reason.BY_HEAD,),
            entity=slug(name)[:50] or "unit", case=form.case, head=form.entry.words, kind="unit",
            sentence=sentence.number, owner=owner,
        )  # fmt: skip


def _first(sentence: Sentence, index: int, mentions: Sequence[Mention]) -> int:
    """The first of the small words before a unit that say what it is for."""
    first = index
    while first > 0 and index - first < _MOST_WORDS and not sentence.gap(first - 1, first).strip(" -"):
        word, lowered = sentence.words[first - 1], sentence.lowered[first - 1]
        if not word.text.islower() or any(m.start <= word.start < m.end for m in mentions):
            break
        joins = sentence.grammar.conjunctions.at(sentence.lowered, first - 1) is not None
        if not joins and (lowered in sentence.grammar.stops or _OF_ITS_OWN.search(lowered)):
            break
        if not joins and opens_description(sentence, first - 1):
            break
        first -= 1
    while first < index and sentence.grammar.conjunctions.at(sentence.lowered, first) is not None:
        first += 1
    return first


def body_before(sentence: Sentence, start: int, mentions: Sequence[Mention], schema: Schema) -> Mention | None:
    """The body right before a place of the text: in the genitive, or in none where its own head is possessed."""
    told = next((m for m in mentions if 0 <= start - m.end <= 1), None)
    if told is None or not schema.is_a(told.class_name, "Organisation") or told.kind == "unit":
        return None
    return told if told.case in ("", "gen") and not told.is_reference else None


def own_parts(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Ties to a body without a case the council, committee or branch right behind it, whose it is."""
    for left, right in pairwise(mentions) if sentence.grammar.code == "kk" else ():
        if right.owner is not None or sentence.text[left.end : right.start] != " " or left.case or left.is_reference:
            continue
        if not right.rule.startswith("head-") or right.known or right.case not in ("", "gen"):
            continue  # «X» қоры Ғылым комитетімен келісті
        if left.class_name not in _BODIES or not is_part(right, sentence.grammar):
            continue
        right.owner, left.inner = left, True


def is_part(mention: Mention, told: Grammar) -> bool:
    """Whether a body is by its head one that others have: кеңес, комитет, департамент, филиал."""
    if mention.kind == "unit":
        return True
    return in_family(mention.head.split(" ")[-1], told, "part_of_body") or mention.head in stems(told, "branch")
