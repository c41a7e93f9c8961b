"""Places and bodies that belong to one member of an English list: Alfa University in Sweden, and Beta Bank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.sorts import PLACES, sort_of
from kg.draft.spans import Mention

_PLACED = re.compile(r" (?:in|of|from|at|based in) (?:the )?")
_SERVES = re.compile(r" (?:for|to|of|at|under|within) (?:the )?")
_LISTED = re.compile(r"(?: \([^()\n]{2,30}\))?(?:, (?:and |as well as )?|;? and |; )(?:the )?")
_SAID_OF = re.compile(r", (?:an?|the|its|one of the) (?:[a-z-]+ ){1,6}(?:of|by|between|from|with) (?:the )?")
_CLOSES = re.compile(r",(?= (?:was|is|has|have|had|will|are|were|can|also|officially|[a-z]{3,}(?:ed|es|ts|rs|ns|ys)) )")
_MAKING = frozenset({"establish", "open", "launch", "hold", "form", "locate"})


def take_members(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes what follows one name of a list, and only says where or for whom it is, as a part of what is said of it."""
    free = [m for m in mentions if m.start < m.end and not m.inner]
    made = [sentence.words[n].start for n in range(len(sentence.words)) if _makes(sentence, n)]
    placed = 0
    for at, (left, right) in enumerate(pairwise(free)):
        owned = left.owner.end if left.owner is not None else left.end  # the Commission of Chile for Alfa
        gap = sentence.text[max(left.end, left.ends, owned) : right.start]
        if sort_of(left) != "agent" or left.class_name in PLACES or left.is_reference or right.is_reference:
            continue
        after = free[at + 2] if at + 2 < len(free) else None
        listed = after is not None and sort_of(after) == "agent" and after.class_name not in PLACES
        joint = sentence.text[right.end : after.start if after.begins < 0 else after.begins] if listed and after else ""
        goes_on = listed and _LISTED.fullmatch(joint) is not None
        if left.mark in ("at", "in") and "and" not in joint:
            continue  # At Alfa Institute in Oslo, Beta Bank and Gamma University signed …
        own = not made or (left.head and left.rule != "described" and (left.mark == "by" or made[0] > right.end))
        if right.class_name in PLACES and _PLACED.fullmatch(gap) and own and (goes_on or placed):
            left.ends, right.inner = right.end, True
            placed += 1
        elif sort_of(right) == "agent" and goes_on and _SERVES.fullmatch(gap) and joint.startswith(","):
            left.ends, right.inner = right.end, True


def take_lists_said(sentence: Sentence, mentions: Sequence[Mention]) -> None:
    """Takes the names of what is said of a name between commas as a part of that: X, a project of A and B, opened."""
    free = [m for m in mentions if m.start < m.end and not m.inner]
    for at, mention in enumerate(free):
        if mention.class_name in ("Person", "Topic", *PLACES) or mention.is_reference:
            continue
        inside: list[Mention] = []
        end = mention.end
        for other in free[at + 1 :]:
            joint = _SAID_OF if not inside else _LISTED
            if (
                sort_of(other) != "agent"
                or other.class_name in PLACES
                or not joint.fullmatch(sentence.text[end : other.start])
            ):
                break
            inside.append(other)
            owned = [other.owner.end] if other.owner is not None and other.owner.start > other.start else []
            end = max(other.end, other.ends, *owned)
        if len(inside) > 1 and (closed := _CLOSES.match(sentence.text, end)) is not None:
            mention.ends = closed.end()
            for other in inside:
                other.inner = True


def _makes(sentence: Sentence, at: int) -> bool:
    """Whether a word tells that something is made or held, so that a place is where that is done."""
    hit = sentence.triggers.get(at)
    return hit is not None and hit[1].name in _MAKING
