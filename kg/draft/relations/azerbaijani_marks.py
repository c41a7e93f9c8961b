"""Azerbaijani bodies that take part through their people: nazirliyin və bankın nümayəndələri iştirak edib."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.posts.turkic_posts import is_degree
from kg.draft.spans import Mention

_OTHERS = re.compile(r"(?:,| və| kimi| daxil olmaqla| da daxil olmaqla)(?: [^\W\d_]+){0,3} ölkə(?:lər)?d[əa]n\b")
"""What ends a list of the countries that somebody comes from."""
_PLURAL = re.compile(r"..l[aə]r[ıi](?:n[ıi]n|n[aə]|nd[aə]n?|n[ıi])?\Z")
_COME = ("participate", "come", "represented")
_OWNERS = ("GovernmentBody", "Organisation", "InternationalOrganisation")
_NOT_SENT = ("Person", "Country", "City", "Region", "Topic", "NewsAgency")


_ONE_OF = re.compile(
    r"\s*(?:,\s*|və\s+|,\s*(?:həmçinin|eləcə də|habelə)\s+|ilə\s+)?"
    r"(?P<said>(?:[^\W\d_A-ZÇƏĞİÖŞÜ][\w-]*\s+|\d+\s+){0,9}?"
    r"(?:[^\W\d_]+l[aə]r[ıi]nd[aə]n(?:\s+biri)?)\s+(?:olan|sayılan|hesab (?:olunan|edilən))\s+)[«“\"„]?"
)
"""What says before a name that it is one of several: regionun ən böyük şirkətlərindən biri olan X."""


_PARTICIPLE = re.compile(r"\b(?:\w{2,}(?:(?<!d)[aə]n|m[ıiuü]ş)|məxsus)\s+")
_TITLED = re.compile(r"\s*(?:,\s*|(?:,\s*)?(?:və|həmçinin|eləcə də)\s+)(?P<said>[^;:()\n]{3,80})")
"""What stands between two people of a list: a comma or an «and», and the titles of the second."""


def take_descriptions(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes words that only say of what sort a body is for a part of it: ölkənin ən iri şirkətlərindən olan X."""
    if sentence.grammar.code != "az":
        return
    for left, right in pairwise(mentions):
        if right.class_name == "Person" and left.class_name == "Person":
            titles = _TITLED.fullmatch(sentence.text, left.end, right.start)
            titles = titles if titles is not None and is_degree(titles["said"]) else None
            right.begins = titles.start("said") if titles is not None and right.begins < 0 else right.begins
            continue
        told = _ONE_OF.fullmatch(sentence.text, left.end, right.start) if right.class_name != "Person" else None
        if told is not None and right.begins < 0:
            verbs = [*_PARTICIPLE.finditer(sentence.text, told.start("said"), told.end("said"))][:-1]
            right.begins = verbs[-1].end() if verbs else told.start("said")  # Bakıda yerləşən, ən irilərdən olan X


def is_sent(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word for its people, and no name of theirs, stands right after a body: X-nin nümayəndələri."""
    at = sentence.index_from(mention.end)
    if sentence.grammar.code != "az" or at >= len(sentence.words) or mention.class_name in _NOT_SENT:
        return False
    joined = sentence.lowered[at + 1 : at + 2] == ("və",) and at + 2 < len(sentence.words)
    at += 2 * joined  # müəllim və tələbələri
    if not in_family(sentence.lowered[at], sentence.grammar, "people_of"):
        return False
    if re.search(r"[,;:()]", sentence.text[mention.end : sentence.words[at].start]):
        return False
    named = at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital
    return not named or bool(sentence.gap(at, at + 1).strip())


def take_origins(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes the countries of a list for those that people are from: Türkiyə, Gürcüstan və digər ölkələrdən qonaqlar."""
    if sentence.grammar.code != "az":
        return
    for mention in mentions:
        if mention.class_name != "Country" or mention.case or mention.inner:
            continue
        if _OTHERS.match(sentence.text, mention.end) is not None:
            for other in mentions:
                if other.group == mention.group and not other.case:
                    other.mark = "abl"


def take_sent(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Lets bodies act whose people a sentence says took part, all of a list."""
    if sentence.grammar.code != "az":
        return
    for mention in mentions:
        if mention.inner or mention.mark not in ("gen", "nom", "from") or not is_sent(sentence, mention):
            continue
        first = sentence.index_from(mention.end)
        hits = (sentence.grammar.triggers.at(sentence.lowered, at) for at in range(first, len(sentence.words)))
        verb = next((hit for hit in hits if hit is not None and hit[1].detail == "active"), None)
        if verb is None or verb[1].name not in _COME:
            continue
        for other in mentions:
            if other is mention or (other.group == mention.group and other.mark in ("gen", "nom")):
                other.mark, other.is_sent = "nom", True


def take_attributes(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes countries that only say whose the next words are for what they are: Azərbaycan universitetlərinin …"""
    if sentence.grammar.code != "az":
        return
    for mention in mentions:
        at = sentence.index_from(mention.end)
        if mention.class_name != "Country" or mention.mark != "nom" or at >= len(sentence.words):
            continue
        plain = sentence.text[mention.end : sentence.words[at].start] == " " and sentence.words[at].text.islower()
        if plain and _PLURAL.search(sentence.lowered[at]) is not None:
            mention.mark = "of"


def opens_name(sentence: Sentence, place: Mention) -> bool:
    """Whether an Azerbaijani place without a case stands right before a capital word, whose name it opens."""
    at = sentence.index_from(place.end)
    beside = at < len(sentence.words) and sentence.text[place.end : sentence.words[at].start] == " "
    return sentence.grammar.code == "az" and not place.case and beside and sentence.words[at].is_capital


def is_no_name(sentence: Sentence, mention: Mention, frame: str, *, is_place: bool) -> bool:
    """Whether an Azerbaijani participle describes no name but what follows it.

    İstifadəyə verilən X MMC-nin müəssisəsi; qəbul olunmuş Bakı Bəyannaməsi.
    """
    makes = sentence.grammar.code == "az" and frame in ("open", "establish")
    return (makes and owns_described(sentence, mention)) or (is_place and opens_name(sentence, mention))


def owns_described(sentence: Sentence, firm: Mention) -> bool:
    """Whether a firm in the genitive only owns what a noun in small letters soon after it tells: X MMC-nin zavodu."""
    if firm.class_name != "Company" or firm.case != "gen":
        return False
    first = sentence.index_from(firm.end)
    heads = (
        sentence.grammar.form(sentence.lowered, n, "heads") for n in range(first, min(first + 9, len(sentence.words)))
    )
    return any(form is not None and form.possessed for form in heads)


def take_juxtaposed(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes a body right before another for whose that is: Kənd Təsərrüfatı Nazirliyi Aqrar Elm Mərkəzi."""
    if sentence.grammar.code != "az":
        return
    for left, right in pairwise(mentions):
        if right.rule == "part" and right.owner is left:
            left.inner = True  # Narın Universiteti Texnoparkında
            continue
        beside = left.class_name in _OWNERS and right.rule.startswith("head-") and not left.case
        if (
            not beside
            or left.is_reference
            or right.class_name in _NOT_SENT
            or right.known
            or right.case not in ("", "gen")
        ):
            continue  # a subject and what it does something to: Nazirlik X Mərkəzini açıb
        after = sentence.index_from(right.end)
        if after < len(sentence.words) and in_family(sentence.lowered[after], sentence.grammar, "joins_union"):
            continue  # Fond X Birliyinin üzvüdür
        if left.rule.startswith("head-") and sentence.text[left.end : right.start] == " " and left.mark == "nom":
            left.inner, right.owner = True, right.owner or left
            right.aliases.append(f"{left.name} {right.name}")
