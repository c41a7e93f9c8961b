"""Objects of English verbs that stand behind when or where something is done: opened in Osh a regional hub."""

from __future__ import annotations

import re

from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence

_PLACE = (
    r" (?:(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}|\d{4}|the (?:near|coming) [a-z]+)"
    r"(?: (?:soon|this year|next year))? (?:an?|its|their|his|her|our) (?:second |third |new )?"
)
_BEHIND, _BETWEEN = re.compile(_PLACE + "(?=[a-z])"), re.compile(" in" + _PLACE)
_WITH_OBJECTS = ("open", "establish", "launch")


def object_behind(sentence: Sentence, at: int, length: int, entry: Entry) -> tuple[int, int, Entry]:
    """The verb alone, where a trigger with «in» has its object behind the place; else the trigger as it is.

    X will open in Osh a regional hub; but the hub will open in Osh.
    """
    last = at + length - 1
    if entry.name not in _WITH_OBJECTS or length == 1 or sentence.lowered[last] != "in":
        return at, length, entry
    if _BEHIND.match(sentence.text, sentence.words[last].end, sentence.end) is None:
        return at, length, entry
    alone = sentence.grammar.triggers.at(sentence.lowered, last - 1)
    if alone is None or alone[0] != 1 or alone[1].detail != "active":
        words = (sentence.lowered[last - 1],)
        alone = sentence.grammar.triggers.at(words, 0)
    if alone is None or alone[1].detail != "active":
        return at, length, entry
    return last - 1, 1, alone[1]


def is_behind_place(between: str) -> bool:
    """Whether nothing but a place or a year and an article stand between a verb and its object."""
    return _BETWEEN.fullmatch(between) is not None
