"""What the case of a name and the small words around it make of it: who acts, with whom, where, under whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.draft.language.adpositions import mark_after, mark_before
from kg.draft.language.words import Sentence
from kg.draft.names.english_members import take_lists_said, take_members
from kg.draft.names.english_phrases import take_openings, take_phrases
from kg.draft.names.kazakh_parts import own_parts
from kg.draft.names.name_lists import group
from kg.draft.names.russian_phrases import take_russian_phrases
from kg.draft.relations.azerbaijani_marks import (
    take_attributes,
    take_descriptions,
    take_juxtaposed,
    take_origins,
    take_sent,
)
from kg.draft.relations.english_marks import hand_on_marks
from kg.draft.relations.kazakh_marks import take_asides, take_qualities, tells_whose
from kg.draft.relations.owners import possessors
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_CASE_MARK = {"": "nom", "ins": "by", "prep": "in"}
_APPOSED = re.compile(r", (?:an?|the|its) [^,;:.]{3,60} (?:of|in|from) (?:the )?")
_WITH_POSTS = ("with", "between")
_NAMED_AFTER = frozenset({"атындағы", "nomidagi", "номидаги", "adındakı", "adındaki"})


def mark(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Sets the mark, the group and the possessor of each mention of a sentence."""
    if sentence.grammar.code == "en":
        take_openings(sentence, mentions)
    for mention in mentions:
        told = mark_after(sentence, mention) if sentence.grammar.verb_last else mark_before(sentence, mention)
        if sentence.grammar.code == "ru":
            mention.case = _russian_case(sentence, mention, told)
        told = _settled(sentence, mention, mentions, told)
        mention.mark = told or _CASE_MARK.get(mention.case, mention.case)
    _take_brackets(sentence, mentions)
    if sentence.grammar.code == "kk":
        take_asides(sentence, mentions)
        take_qualities(sentence, mentions)
    take_descriptions(sentence, mentions)
    own_parts(sentence, mentions)
    possessors(sentence, mentions)
    if sentence.grammar.code == "en":
        take_lists_said(sentence, mentions)
        take_phrases(sentence, mentions)
        take_members(sentence, mentions)
        hand_on_marks(sentence, mentions)
    elif sentence.grammar.code == "ru":
        take_russian_phrases(sentence, mentions)
        _mark_by_posts(sentence, mentions)
    _appositions(sentence, mentions)
    take_juxtaposed(sentence, mentions)
    group(sentence, mentions)
    take_sent(sentence, mentions)
    take_origins(sentence, mentions)
    take_attributes(sentence, mentions)


def _russian_case(sentence: Sentence, mention: Mention, told: str) -> str:
    """The case of a Russian name: that of the head before it where it has none of its own."""
    if mention.class_name != "Person":
        return _case_before(sentence, mention) if not told and not mention.case else mention.case
    own = " ".join(sentence.text[mention.start : mention.end].split())
    # Динара Ахметова is not the genitive of a man's name
    return "" if mention.case == "gen" and own == mention.name else mention.case


def _mark_by_posts(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Marks people by the small word before their posts: встретился с послом Японии Кэндзи Ямадой."""
    for mention in mentions:
        if (
            mention.class_name == "Person"
            and 0 <= mention.begins < mention.start
            and mention.mark in ("by", "gen", "nom", "")
        ):
            told = mark_before(sentence, replace(mention, start=mention.begins))
            mention.mark = told if told in _WITH_POSTS else mention.mark


def _settled(sentence: Sentence, mention: Mention, mentions: Sequence[Mention], told: str) -> str:
    """The mark that the small word beside a name told, as its case and what it names allow it; empty for none."""
    code = sentence.grammar.code
    if code == "en" and mention.case == "gen" and _stands_before_name(sentence, mention, mentions):
        told = ""  # managed by Georgia's Agency: the Agency manages
    if code in ("az", "tr") and told in ("nom", "acc", "dat") and mention.case not in ("gen", ""):
        told = ""  # of a thing in the genitive or without a case: X-in əsasını, X'in yönetimini
    if code == "ru" and told == "in" and _is_goal(sentence, mention):
        told = "into"
    if told == "under" and code == "tr" and mention.case not in ("dat", ""):
        told = ""  # X'in bağlı ortaklığı
    if told == "from" and code == "ru" and _signs_for(sentence, mention):
        told = "behalf"
    if code == "kk" and not told and not mention.case and tells_whose(sentence, mention):
        told = "of"  # Өзбекстан нарығы
    if told == "from" and mention.class_name != "Country":
        # only a country's delegation says where an event's guests are from
        told = "from_" if code == "en" and mention.class_name not in ("City", "Region") else ""
    return "besides" if mention.class_name == "Person" and _is_namesake(sentence, mention) else told


def _take_brackets(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes a place in brackets after a name as a part of what is said of the name: X (Georgia)."""
    for left, right in pairwise(mentions):
        gap = sentence.text[left.end : right.start].strip(' »”"')
        closed = sentence.text[right.end : right.end + 1] in ("),")
        if right.class_name in ("Country", "City") and gap == "(" and closed:
            right.inner = True
    if sentence.grammar.code == "en":
        for body, country in _countries_of(sentence, mentions):
            body.ends, country.inner = country.end, True


def _countries_of(sentence: Sentence, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Bodies and the countries that English commas tell of each: Reed House, Ukraine, and Kutaisi Labs, Georgia."""
    told = [
        (left, right)
        for left, right in pairwise(mentions)
        if right.class_name == "Country"
        and left.class_name not in ("Person", "Event", "Meeting", *PLACES)
        and sentence.text[left.end : right.start] == ", "
        and sentence.text[right.end : right.end + 1] in (",", ";", ".", " ")
    ]
    countries = {right.start for _, right in told}
    others = [m for m in mentions if m.class_name == "Country" and m.start not in countries]
    return told if len(told) > 1 and not others else []


def _is_goal(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Russian place stands in the accusative, as the goal of a way: в Ташкент, в Москву."""
    word, base = sentence.text[mention.start : mention.end], mention.name
    if mention.class_name not in PLACES or word.isupper():
        return False
    goes = word[-1] in "ую" and base[-1] in "ая"
    return goes or (word == base and word[-1] in "бвгджзйклмнпрстфхцчшщьа" and word[-2:] not in ("ха", "ва"))


def _signs_for(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody signs for a body: от института документ подписал ректор."""
    before, at = sentence.index_from(mention.start) - 1, sentence.lowered
    close = before >= 0 and at[before] == "от" and mention.class_name not in ("Person", "City", "Country", "Region")
    return close and any((hit := sentence.grammar.triggers.at(at, n)) and hit[1].name == "sign" for n in range(len(at)))


def _is_namesake(sentence: Sentence, mention: Mention) -> bool:
    """Whether a thing is only named after a person: Абай атындағы университет."""
    index = sentence.index_from(mention.end)
    word = sentence.lowered[index] if index < len(sentence.words) else ""
    return word in _NAMED_AFTER or (sentence.grammar.code == "az" and word == "adına")


def _stands_before_name(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a name follows, with at most two small words between."""
    after = next((m for m in mentions if m.start >= mention.end), None)
    gap = sentence.text[mention.end : after.start] if after is not None else "."
    return len(gap.split()) <= 2 and not re.search(r"[.,;:()]", gap)


def _case_before(sentence: Sentence, mention: Mention) -> str:
    """The case of the small head before a name that has none: компанией SOCAR; not before one with its own head."""
    if sentence.text[mention.start].islower() and mention.rule == "quoted-head":
        return ""  # в рамках форума компания «X»
    index = sentence.index_from(mention.start) - 1
    if index < 0 or sentence.text[sentence.words[index].end : mention.start].strip(' «"“'):
        return ""
    form = sentence.grammar.form(sentence.lowered, index, "heads")
    own = mention.rule.startswith("head-") and sentence.text[mention.start].isupper() and not mention.known
    if own and form is not None and form.entry.name in ("Event", "Meeting"):
        return ""  # в ходе встречи Институт X и фонд Y подписали …
    plural = sentence.lowered[index].endswith(("ами", "ями"))
    return "ins" if form is not None and plural else form.case if form is not None else ""


def _appositions(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Finds names that stand in what is said of another between commas: X, a subsidiary of Y, and Z."""
    for left, right in pairwise([m for m in mentions if not m.inner]) if sentence.grammar.code == "en" else ():
        gap, after = sentence.text[left.end : right.start], sentence.text[right.end : right.end + 1]
        if after in (",", ".") and right.mark in ("of", "in", "from") and _APPOSED.fullmatch(gap):
            right.inner = True
