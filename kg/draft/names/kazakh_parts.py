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
from kg.draft.names.kazakh_starts import SCHOOL
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_MOST_WORDS = 7
_BODIES = ("Organisation", "Company", "GovernmentBody", "ResearchOrganisation", "InternationalOrganisation")
_OF_ITS_OWN = re.compile(r"(?:[ндт][ыі]ң|нд[ае]|[мбп]ен|[ыі]п|н[ыі]|дағы|дегі|тағы|тегі)\Z")
"""What a small word ends in that is no part of what a unit is for."""
_OF_FIELD = re.compile(r" (?:[\w-]+ ){0,4}(?:саласындағы|бойынша|жөніндегі) | ")
_OF_NO_SCHOOL = ("Event", "Meeting", "PanelDiscussion", "OpeningCeremony", "Company", "InternationalOrganisation")


def kazakh_parts(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention], schema: Schema
) -> Iterator[Mention]:
    """The units and branches of a sentence without names of their own."""
    yield from units(sentence, heads, mentions, schema)
    yield from branches(sentence, heads, mentions, schema)


def units(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention], schema: Schema
) -> Iterator[Mention]:
    """The faculties, chairs and departments in small letters behind their body or before the post of their head."""
    for index, form in heads if sentence.grammar.code == "kk" else ():
        department = form.entry.words == "басқарма"
        if (form.entry.detail != "unit" and not department) or not form.possessed:
            continue
        first = _first(sentence, index, mentions)
        if first == index:
            continue
        owner = body_before(sentence, sentence.words[first].start, mentions, schema)
        if department and (owner is None or owner.head != "әкімдік"):
            continue  # a ministry's are no bodies of their own
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


def branches(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention], schema: Schema
) -> Iterator[Mention]:
    """The branches that stand right behind the body whose they are: University of Tobyl филиалы."""
    for index, form in heads if sentence.grammar.code == "kk" else ():
        word = sentence.words[index]
        owner = body_before(sentence, word.start, mentions, schema)
        if not is_branch_of(sentence, form) or not form.possessed or owner is None or owner.case:
            continue
        name = word.text[: form.base_length]
        yield Mention(
            word.start, word.end, name.capitalize(), "Organisation", "kk", "described", 0.7, (Reason.BY_HEAD,),
            entity=f"{slug(name)}-{owner.entity}"[:60].strip("-"), case=form.case, head=form.entry.words,
            sentence=sentence.number, owner=owner,
        )  # fmt: skip
        owner.inner = True


def sits(sentence: Sentence, body: Mention, form: Form) -> bool:
    """Whether a Kazakh head is a session of the body in no case right before it: Парламент Мәжілісі отырысында."""
    named = body.rule.startswith("head-") and body.class_name in _BODIES
    return sentence.grammar.code == "kk" and named and in_family(form.entry.words, sentence.grammar, "session")


def is_branch_of(sentence: Sentence, form: Form) -> bool:
    """Whether a Kazakh head is that of a branch, which is not the body before it."""
    return sentence.grammar.code == "kk" and in_family(form.entry.words, sentence.grammar, "branch_of_body")


def body_before(sentence: Sentence, start: int, mentions: Sequence[Mention], schema: Schema) -> Mention | None:
    """The body right before a place of the text: in the genitive, or in none where its own head is possessed."""
    told = next((m for m in mentions if 0 <= start - m.end <= 1), None)
    if told is None or not schema.is_a(told.class_name, "Organisation") or told.kind == "unit":
        return None
    return told if told.case in ("", "gen") and not told.is_reference else None


def own_parts(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Ties to a body without a case the council, committee or branch right behind it, whose it is."""
    for left, right in pairwise(mentions) if sentence.grammar.code == "kk" else ():
        if right.owner is left and not left.case:
            left.inner = True  # Үкімет отырысында
        if right.owner is not None or left.case or left.is_reference or left.class_name not in _BODIES:
            continue
        if not right.rule.startswith("head-") or right.known or right.case not in ("", "gen"):
            continue  # «X» қоры Ғылым комитетімен келісті
        of_school = SCHOOL.fullmatch(left.name.split()[-1]) is not None and right.class_name not in _OF_NO_SCHOOL
        if not _OF_FIELD.fullmatch(sentence.text[left.end : right.start]):
            continue
        if of_school or is_part(right, sentence.grammar):
            right.owner, left.inner = left, True


def is_part(mention: Mention, told: Grammar) -> bool:
    """Whether a body is by its head one that others have: кеңес, комитет, департамент, филиал."""
    if mention.kind == "unit":
        return True
    return in_family(mention.head.split(" ")[-1], told, "part_of_body") or mention.head in stems(told, "branch")
