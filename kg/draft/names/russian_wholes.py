"""Where a Russian name ends since the body begins that it is part of: Институт экономики | Томского университета."""

from __future__ import annotations

import re

from kg.draft.language.families import stems
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field
from kg.draft.names.russian_cases import ADJECTIVE

_PARTS = ("ResearchOrganisation", "Organisation", "GovernmentBody")
_WHOLES = ("ResearchOrganisation", "GovernmentBody", "Company", "InternationalOrganisation")
"""The classes of bodies that are parts of others, and of those; centers of every sort are parts."""
_SITTINGS = ("заседани*", "сесси*")
_GATHERED = (*_SITTINGS, "форум*", "ассамбле*", "саммит*")
"""Heads of gatherings that a body has: Форум банков | Комитета по торговле, заседание | Совета ректоров."""
_NAMED_BY_FIELD = ("ResearchOrganisation", "Organisation")
_SINGULAR = re.compile(r"(?:[ауыия]|наук)\Z")
_MOST_ADJECTIVES = 3


def opens_whole(sentence: Sentence, index: int, at: int, *, has_field: bool) -> bool:
    """Whether the capital at `at` opens the body whose part is named by the head at `index` and a field behind it."""
    part = sentence.grammar.form(sentence.lowered, index, "heads")
    if part is None or not (has_field or part.entry.length > 1 or part.entry.words in _SITTINGS):
        return False  # Учебный центр Министерства обороны
    name = part.entry.name
    is_part = name in _PARTS or name.endswith("Center") or part.entry.words in _GATHERED
    if not is_part or sentence.lowered[at - 1] in ("и", "имени", "по", "в"):
        return False
    words = sentence.words
    if words[at].is_acronym and has_field and not words[at].text.isascii() and name in _NAMED_BY_FIELD:
        return not is_field(sentence.lowered[at], "ru")  # Факультет права ТГУ
    for n in range(at, min(len(words), at + 1 + _MOST_ADJECTIVES)):
        if n > at and sentence.gap(n - 1, n) != " ":
            return False
        form = sentence.grammar.form(sentence.lowered, n, "heads")
        if form is not None and n - form.entry.length + 1 >= at:
            several = _SINGULAR.search(sentence.lowered[n]) is None
            league = form.entry.words.rstrip("*") in stems(sentence.grammar, "league")
            return (form.entry.name in _WHOLES or (league and words[at].is_capital)) and not several
        if ADJECTIVE.match(sentence.lowered[n]) is None:
            return False
    return False
