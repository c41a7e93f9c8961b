"""Azerbaijani unions that others join, which are networks of their members; and forums that are bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import grammar
from kg.draft.spans import Mention

_BODIES = ("Organisation", "InternationalOrganisation")
_BACK = 120
"""How many letters of a name before its last word are looked at: a bound, since a text may be one long word."""


def _small(text: str) -> str:
    return text.replace("İ", "i").replace("I", "ı").lower()


@cache
def _joined() -> re.Pattern[str]:
    az = grammar("az")
    return re.compile(
        rf"\b((?:{alternatives(az, 'union')}))(?:\s\([^()\n]{{2,40}}\)(?:n\w{{1,2}})?)?"
        rf"\s(?:[\w-]{{1,30}}\s){{0,2}}?(?:{alternatives(az, 'joins_union')})"
    )


@cache
def _headed() -> re.Pattern[str]:
    posts = alternatives(grammar("az"), "heads_body")
    return re.compile(rf"\b(forumu|konfransı)n[ıu]n\s(?:\([^()\n]{{2,40}}\)\s)?(?:[\w-]{{1,30}}\s)?(?:{posts})")


def _ends(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """The words, in small letters, that end with what a pattern finds first."""
    small = _small(text)
    return frozenset(small[max(0, found.start() - _BACK) : found.end(1)] for found in pattern.finditer(small))


def unions_joined_in_azerbaijani(text: str) -> frozenset[str]:
    """The words that end with a union that an article says somebody joins or is a member of."""
    return _ends(_joined(), text)


def take_azerbaijani_unions(mentions: Sequence[Mention], joined: frozenset[str]) -> None:
    """Makes networks of the unions among the mentions."""
    for mention in mentions if joined else ():
        if mention.language != "az" or mention.known or mention.class_name not in _BODIES or not mention.head:
            continue
        if any(_small(mention.name)[:-2] in told for told in joined):
            mention.class_name = "Network"


def forums_headed(text: str) -> frozenset[str]:
    """The words that end with a forum that somebody is president or secretary of: it is a body."""
    return _ends(_headed(), text)


def take_forums(mentions: Sequence[Mention], headed: frozenset[str]) -> None:
    """Makes bodies of the gatherings among the mentions that are none."""
    for mention in mentions if headed else ():
        if mention.language != "az" or mention.known or not mention.rule.startswith("head-"):
            continue
        if mention.class_name in ("Event", "Meeting") and any(told.endswith(_small(mention.name)) for told in headed):
            mention.class_name = "Organisation"
