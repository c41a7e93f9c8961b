"""Where a body or an event is by the place beside its name: X based in Shanghai, İzmirli X, the forum in Astana."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.sorts import PLACES

_APPOSED_WORDS, _MOST_BETWEEN = 5, 8
_SITE = re.compile(
    r"(?:завод|фабрик|комбинат|филиал|офис|представительств|лаборатори|школ|дата центр|кампус|библиотек|музе|клиник|"
    r"больниц)"
)
_IN_CASE = re.compile(r"(?:[ıiuü]nd[aə]n?|l[aə]r[ıi]?n[ıi]n|[ıiuü]n[aə]|l[aə]rd[aə])\Z")
"""What an Azerbaijani noun ends in that an adjective of a people belongs to, not the name behind it."""
_MAKING = ("establish", "open", "launch", "form")


def stands_in(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where a building or a site is that a place follows: технопарк «X» в Балхаше, unless it is only to be opened."""
    mention = read.mentions[at]
    after = next((m for m in read.mentions[at + 1 :] if m is not mention.owner), None)
    if read.sentence.grammar.code != "ru" or after is None or after.class_name not in ("City", "Region"):
        return
    if mention.inner:
        return
    origin = read.sentence.text[mention.end : after.start].strip(' »”"') in ("из", "из города")
    if origin and mention.class_name not in ("GovernmentBody", "NewsAgency") and mention.mark not in ("in", "into"):
        yield told_by_case(mention, "locatedIn", after, 0.75, "ru.comes-from")
        return
    if after.mark != "in":
        return
    end = max(mention.end, mention.owner.end) if mention.owner is not None else mention.end
    gap = read.sentence.text[end : after.start].strip(' »”"')
    sited = mention.class_name.endswith(("Center", "Park")) or mention.class_name == "ResearchOrganisation"
    if gap not in ("в", "во", "в городе", "в г.") or not (sited or _SITE.match(mention.head)):
        return
    if not any(entry.name in _MAKING for _, entry in read.sentence.triggers.values()):
        yield told_by_case(mention, "locatedIn", after, 0.75, "ru.stands-in")


def held_in(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where an event is held that stands beside its city: the forum in Astana, на форуме в Баку."""
    mentions, sentence = read.mentions, read.sentence
    owner = mentions[at].owner
    own = 1 if owner is not None and at + 1 < len(mentions) and mentions[at + 1] is owner else 0
    after = mentions[at + 1 + own] if at + 1 + own < len(mentions) else None
    if after is None or after.class_name not in ("City", "Region") or after.mark not in ("in", "loc"):
        return
    gap = sentence.text[mentions[at + own].end : after.start]
    if len(gap.split()) <= 1 and not gap.strip(' »”"').startswith((",", ".", ";")):
        told = told_by_case(mentions[at], "heldIn", after, 0.8, f"{sentence.grammar.code}.event-in-place")
        told.is_event = True
        yield told


def origin_of(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where a body is from by the word before it: İzmirli girişim X, Kazakistan menşeli Y, Gürcistan'dan Z."""
    grammar, mentions = read.sentence.grammar, read.mentions
    before = mentions[at - 1] if at else None
    if before is None or before.class_name not in PLACES or not grammar.origin_ends:
        return
    gap = read.sentence.text[before.end : mentions[at].start].strip(' «"“')
    words = gap.lower().split()
    if grammar.code == "az" and mentions[at].rule == "capitals" and not mentions[at].name.isupper():
        return  # alman Samoası
    if grammar.code == "az" and any(_IN_CASE.search(word) for word in words):
        return  # alman dilində Deutschland
    if len(words) > _APPOSED_WORDS or re.search(r"[.,;:()]", gap) or (gap and not gap.islower()):
        return
    seat = grammar.seat_words.get(words[0], "") if words else ""
    from_there = before.mark == "abl" and not words and mentions[at].mark not in ("dat", "abl", "loc")
    if before.mark == "origin" or from_there or (seat and before.mark in ("nom", "")):
        of_country = before.class_name == "Country" and seat != "seat"
        before.inner = True
        yield told_by_case(
            mentions[at], "ofCountry" if of_country else "locatedIn", before, 0.8, f"{grammar.code}.origin"
        )


def in_country(read: ReadSentence, at: int) -> Iterator[Relation]:
    """The country that a Russian sentence tells in brackets of a town that nobody knows: город Янченг (Китай)."""
    mention = read.mentions[at]
    after = read.mentions[at + 1] if at + 1 < len(read.mentions) else None
    if read.sentence.grammar.code != "ru" or mention.class_name != "City" or after is None or mention.known:
        return
    text, bracketed = read.sentence.text, after.class_name == "Country"
    if bracketed and text[mention.end : after.start] == " (" and text[after.end : after.end + 1] == ")":
        yield told_by_case(mention, "locatedIn", after, 0.8, "ru.country-in-brackets")


def seat_of(read: ReadSentence, at: int) -> Iterator[Relation]:
    """Where a body is based: Tashkent-based X, İstanbul merkezli X; X, a company based in Shanghai."""
    code, mentions = read.sentence.grammar.code, read.mentions
    mention, text = mentions[at], read.sentence.text
    before = mentions[at - 1] if at else None
    after = mentions[at + 1] if at + 1 < len(mentions) else None
    if before is not None and before.class_name in PLACES:
        gap = text[before.end : mention.start].strip(' «"“').lower()
        if gap in ("-based", "merkezli", "'da bulunan"):
            before.inner = True
            yield told_by_case(mention, "locatedIn", before, 0.8, f"{code}.seat")
    seat = after is not None and after.mark == "seat" and after.class_name in PLACES
    seat = seat and not (code == "en" and mention.inner)  # X, a subsidiary of Y, is based in Osh
    if after is None or not seat:
        return
    if not mention.acts_at(after.start):
        return  # the Institute, which is part of the Academy, is located in Kyiv
    gap = text[mention.end : after.start]
    if "." not in gap and len(gap.split()) < _MOST_BETWEEN:
        yield told_by_case(mention, "locatedIn", after, 0.8, f"{code}.seat")
