"""Azerbaijani unions that others join: then they are networks of their members, not bodies that act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import grammar
from kg.draft.spans import Mention

_BODIES = ("Organisation", "InternationalOrganisation")
_MOST = 8
_WORD = r"[\w-]{1,40}\s"


@cache
def _joined() -> re.Pattern[str]:
    az = grammar("az")
    return re.compile(
        rf"(?<![\w-])((?:{_WORD}){{1,{_MOST}}})({alternatives(az, 'union')})"
        rf"(?:\s\([^()\n]{{2,40}}\)(?:n\w{{1,2}})?)?\s(?:{_WORD}){{0,2}}?(?:{alternatives(az, 'joins_union')})"
    )


def unions_joined_in_azerbaijani(text: str) -> frozenset[str]:
    """The words, in small letters, that end with a union that an article says somebody joins or is a member of."""
    small = text.replace("İ", "i").replace("I", "ı").lower()
    return frozenset(f"{match[1]}{match[2]}" for match in _joined().finditer(small))


def take_azerbaijani_unions(mentions: Sequence[Mention], joined: frozenset[str]) -> None:
    """Makes networks of the unions among the mentions."""
    for mention in mentions if joined else ():
        if mention.language != "az" or mention.known or mention.class_name not in _BODIES or not mention.head:
            continue
        small = mention.name.replace("İ", "i").replace("I", "ı").lower()
        if any(small[:-2] in told for told in joined):
            mention.class_name = "Network"


@cache
def _headed() -> re.Pattern[str]:
    posts = alternatives(grammar("az"), "heads_body")
    return re.compile(rf"((?:[\w-]+\s){{1,3}}(?:forumu|konfransı))n[ıu]n\s(?:[\w-]+\s)?(?:{posts})")


def forums_headed(text: str) -> frozenset[str]:
    """The words, in small letters, that end with a forum that somebody is president or secretary of: it is a body."""
    small = text.replace("İ", "i").replace("I", "ı").lower()
    return frozenset(match[1] for match in _headed().finditer(small))


def take_forums(mentions: Sequence[Mention], headed: frozenset[str]) -> None:
    """Makes bodies of the gatherings among the mentions that are none."""
    for mention in mentions if headed else ():
        if mention.language != "az" or mention.known or not mention.rule.startswith("head-"):
            continue
        small = mention.name.replace("İ", "i").replace("I", "ı").lower()
        if mention.class_name in ("Event", "Meeting") and any(told.endswith(small) for told in headed):
            mention.class_name = "Organisation"
