"""Regions by the word that says that they are ones: Жамбыл облысында, Солтүстік Қазақстан облысы."""

from __future__ import annotations

import re
from functools import cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.heads import Owner
from kg.draft.spans import Mention

_COUNTRY = re.compile(r"қазақстан(да|дағы|ға|ның|нан|ды|мен)?")


@cache
def _region(grammar: Grammar) -> re.Pattern[str]:
    """The word that says that something is a region, possessed, and its case."""
    return re.compile(
        rf"({alternatives(grammar, 'region_head')})(с?[ыі])(нда(?:ғы)?|нде(?:гі)?|н[ыі]ң|н[ае]н|н[ае]|н[ыі]|мен)?"
    )


def kazakh_regions(sentence: Sentence, owner: Owner) -> list[Mention]:
    """Regions and districts by the word that says that they are ones."""
    found = []
    for index, word in enumerate(sentence.words):
        if (part := _part_of_country(sentence, index)) is not None:
            found.append(part)
        told = _region(sentence.grammar).fullmatch(word.lower)
        if told is None or index == 0 or sentence.gap(index - 1, index) != " ":
            continue
        own = 2 if in_family(sentence.lowered[index - 1], sentence.grammar, "region_sort") and index > 1 else 1
        before, mention = sentence.words[index - own], owner(index - own)
        if not before.is_capital or before.is_acronym or before.text in sentence.grammar.generic:
            continue
        if mention is not None and (mention.case or (told[1] == "республика" and mention.class_name == "Country")):
            continue  # Алматының ауданында
        first = index - own
        if (
            first
            and sentence.words[first - 1].is_capital
            and in_family(sentence.lowered[first - 1], sentence.grammar, "side")
        ):
            first -= 1
        start = sentence.words[first].start
        name = " ".join(sentence.text[start : word.start + len(told[1]) + len(told[2])].split())
        found.append(
            Mention(
                start, word.end, name, "Region", "kk", "head-region", 0.8, (Reason.BY_HEAD,),
                case=sentence.grammar.case_of(told[3]) or "" if told[3] else "", head="region",
            )
        )  # fmt: skip
    return found


def _part_of_country(sentence: Sentence, index: int) -> Mention | None:
    """A part of Kazakhstan by the side that it lies on: Оңтүстік Қазақстанда."""
    word, told = sentence.words[index], _COUNTRY.fullmatch(sentence.lowered[index])
    if (
        told is None
        or index == 0
        or not in_family(sentence.lowered[index - 1], sentence.grammar, "side")
        or not word.is_capital
    ):
        return None
    before, after = sentence.words[index - 1], index + 1
    named = after < len(sentence.words) and (told[1] is None or sentence.lowered[after].startswith("облыс"))
    if named or not before.is_capital or sentence.gap(index - 1, index) != " ":
        return None
    name = sentence.text[before.start : word.start + len("қазақстан")]
    case = sentence.grammar.case_of(told[1]) if told[1] else ""
    return Mention(
        before.start, word.end, name, "Region", "kk", "head-region", 0.75, (Reason.BY_HEAD,), case=case or "",
        head="region",
    )  # fmt: skip
