"""Names in brackets after another: acronyms and short names."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from kg.draft.language.words import Sentence
from kg.draft.names.kazakh_people import take_spelled
from kg.draft.spans import Mention
from kg.facts.names.acronyms import spells
from kg.facts.names.folding import fold
from kg.facts.names.tokens import read_name
from kg.facts.schema import Schema

_BRACKETED = re.compile(r"\s*\([«“\"]?([^()\n]{2,60}?)[»”\"]?\)")
_ACRONYM = re.compile(r"[^\W_a-zа-яəıöüşçğ]?[A-ZÇĞİÖŞÜƏА-ЯЁӘҒҚҢӨҰҮІҺ0-9][^\W_]{0,11}\Z")
_DASHED = re.compile(r"\s[-–—]\s[“\"«]?")
_YEAR = re.compile(r"[ -]20\d\d\Z")
_SHORT_NAME = re.compile(r"[^\W\d_a-zа-яə][^\W\d_]{4,}")


def bracketed(
    sentence: Sentence, mention: Mention, mentions: Sequence[Mention], places: Container[str], schema: Schema
) -> set[int]:
    """Takes a name in brackets after another, or after its country, for one more name of it.

    Returns the places of the text where a name stands that is apart from the mention; `places` are folded names.
    """
    if sentence.grammar.code == "az" and mention.head:
        _take_dashed(sentence, mention, mentions)
    if mention.class_name == "Person":
        take_spelled(sentence, mention)
    match = _BRACKETED.match(sentence.text, mention.end, sentence.end)
    country = next((m for m in mentions if m.start >= mention.end and m.class_name == "Country"), None)
    if match is None and country is not None and sentence.grammar.code in ("ru", "en"):
        told = _BRACKETED.match(sentence.text, country.end, sentence.end)
        gap = sentence.text[mention.end : country.start].strip()
        aside = gap == "," and told is not None and told[1].startswith(mention.name[:1])  # A University, Terra (AU)
        near = gap in ("", "of", "of the") or aside
        if told is not None and near and _ACRONYM.match(told[1]) and told[1].isupper():
            mention.acronym = told[1]
            if aside:
                mention.ends, country.inner = told.end(), True
            return set(range(told.start(), told.end()))
        return set()
    if match is not None and mention.is_reference and _ACRONYM.match(match[1]) and sentence.grammar.code == "az":
        mention.end = match.end()  # universitetin (LDU) rektoru
    if match is not None and mention.is_reference and sentence.grammar.code == "kk" and _ACRONYM.match(match[1]):
        mention.end = match.end()  # агенттік (ҰЖА) төрағасы
    if match is None or mention.class_name in ("Person", "Country", "City") or mention.is_reference:
        return set()
    body = bool(mention.head) and schema.is_a(mention.class_name, "Organisation")
    if body and sentence.grammar.code == "en" and _is_other_body(mention, match, mentions, schema):
        return set()
    is_short = _SHORT_NAME.fullmatch(match[1]) is not None and not match[1].isupper()
    if body and is_short and fold(match[1]) not in places:
        mention.aliases.append(match[1])
        mention.end = match.end()
        return set()
    if fold(match[1]) in places:
        return set()  # X (ОАЭ)
    for part in re.split(r"\s*[-–,;]\s*", _YEAR.sub("", match[1])):
        if _ACRONYM.match(part) and sum(c.isupper() for c in part) > 1:
            is_plain = sum(c.isupper() for c in part) > 2 or len(match[1]) <= 8
            if is_plain or _is_spelled(part, mention.name, sentence.grammar.code):
                mention.acronym = part
                mention.end = match.end()
    return set()


def _is_other_body(mention: Mention, match: re.Match[str], mentions: Sequence[Mention], schema: Schema) -> bool:
    """Whether a body stands in the brackets; it is the same by its acronym, else one that stands aside.

    The Graduate School of Media (GSM University); the Tulpar Foundation (VEL Group).
    """
    other = next((m for m in mentions if (m.start, m.end) == match.span(1) and m.head), None)
    if other is None or not schema.is_a(other.class_name, "Organisation"):
        return False
    short = other.name.split()[0]
    if _ACRONYM.match(short) and short.isupper() and _is_spelled(short, mention.name, "en"):
        mention.aliases.append(other.name)
        mention.end = match.end()
    else:
        other.inner = True
    return True


def _take_dashed(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> None:
    """Takes an acronym that a dash joins to an Azerbaijani name for one more name of it: X Agentliyi – XA-nın."""
    after = next((m for m in mentions if m.start >= mention.end), None)
    gap = sentence.text[mention.end : after.start] if after is not None else ""
    if after is None or mention.case or not _DASHED.fullmatch(gap) or not after.name.isupper() or " " in after.name:
        return
    ends = mention.name[0] + mention.name.split()[-1][0]  # Türk Əməkdaşlıq … Agentliyi – TİKA
    if after.name[0] + after.name[-1] == ends or _is_spelled(after.name, mention.name, "az"):
        mention.acronym, mention.end, mention.case = after.name, after.end, after.case


def _is_spelled(acronym: str, name: str, language: str) -> bool:
    """Whether the words of a name spell an acronym; the name is read for that, which takes its time."""
    return spells(acronym, read_name(name, language), language, language) > 0


def spelled_out(first: Mention, mention: Mention) -> bool:
    """Whether a name tells in brackets the acronym that alone stood before, in a headline; if so, that takes it."""
    told = not first.known and first.rule == "capitals" and first.name in (mention.acronym, *mention.aliases)
    if told:
        first.aliases.append(mention.name)
        first.head = first.head or mention.head
    return told
