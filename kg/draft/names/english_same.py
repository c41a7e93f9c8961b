"""Whether an English name is a longer or a shorter form of one that its article told: Education Ministry."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.draft.names.known import is_demonym
from kg.draft.spans import Mention
from kg.facts.names.folding import fold

_UNIONS = {"EU": "european union", "UN": "united nations"}
"""Acronyms too short to be told by their letters alone."""
_GOES_ON = (" for ", " of ", " on ")
_MINISTRY = re.compile(r"(?:(?P<of>ministry (?:of|for) (?:the )?)(?P<field>.+)|(?P<before>.+) ministry)")
_OF_COUNTRY = re.compile(r" of (?:the )?(?:republic of )?[a-z]+\Z")
_EVENTS = ("Event", "Meeting", "PanelDiscussion")
_LEAST_WORDS, _LEAST_TAIL = 3, 2


def told_in_other_words(mention: Mention, told: Iterable[Mention]) -> Mention | None:
    """The thing of an article that an English name is another form of; None where it is of none."""
    if mention.language == "en" and mention.rule == "capitals" and mention.name in _UNIONS:
        return next((first for first in told if fold(first.name) == _UNIONS[mention.name]), None)
    if mention.language != "en" or not mention.head or mention.class_name == "Person":
        return None
    return next((first for first in told if first.language == "en" and first.head and _is_same(first, mention)), None)


def _is_same(first: Mention, mention: Mention) -> bool:
    if mention.class_name in _EVENTS:
        return first.class_name in _EVENTS and _is_tail(first.name, mention.name)
    if first.class_name != mention.class_name or first.rule == "described" or mention.rule == "described":
        return False
    if mention.class_name == "GovernmentBody" and "inistry" in first.name and "inistry" in mention.name:
        one, other = sorted((_field(first.name), _field(mention.name)), key=len)
        return bool(one) and len(one) < len(other) and other[: len(one)] == one and _differ_in_form(first, mention)
    short, long = sorted((first.name, mention.name), key=len)
    opens, _, rest = long.partition(" ")
    if fold(rest) == fold(short) and len(short.split()) >= _LEAST_WORDS and is_demonym(opens.lower(), "en"):
        return True  # the Innovation and Technology Agency, after the Georgian Innovation and Technology Agency
    named = len(short.split()) >= _LEAST_WORDS or short.split()[0].isupper()
    return named and " " in short and any(long.startswith(short + joint) for joint in _GOES_ON)


def _is_tail(long: str, short: str) -> bool:
    """Whether a name of a gathering is the end of another's: the Startup Forum, the 5th Global Startup Forum."""
    words, tail = fold(long).split(), fold(short).split()
    return _LEAST_TAIL <= len(tail) < len(words) and words[-len(tail) :] == tail


def _field(name: str) -> list[str]:
    """What a ministry deals with, as words: Georgian Education Ministry; Ministry of Education of Georgia."""
    told = _MINISTRY.fullmatch(fold(name))
    if told is None:
        return []
    words = _OF_COUNTRY.sub("", told["field"] or told["before"]).split()
    return [word for word in words if not is_demonym(word, "en") and word not in ("and", "of", "the", "s")]


def _differ_in_form(first: Mention, mention: Mention) -> bool:
    """Whether one of two ministries is called «X Ministry», as the press shortens them."""
    return (fold(first.name).startswith("ministry")) is not (fold(mention.name).startswith("ministry"))
