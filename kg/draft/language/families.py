"""The words that the table of a language gathers under a name (`family`), for what asks for them by that name."""

from __future__ import annotations

import re
from functools import cache

from kg.draft.language.grammar import Grammar

_NOTHING = r"(?!)"


def in_family(word: str, grammar: Grammar, name: str) -> bool:
    """Whether a word in small letters is of a family of its language; no word is of one that the table has not.

    >>> from kg.draft.language.grammar import grammar
    >>> in_family("посетили", grammar("ru"), "visited"), in_family("посетили", grammar("ru"), "met")
    (True, False)
    """
    return _whole(grammar, name).match(word) is not None


@cache
def _whole(grammar: Grammar, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(grammar, name)})\Z")


@cache
def alternatives(grammar: Grammar, name: str) -> str:
    """The words of a family as a part of a regular expression."""
    told = (row.words for row in grammar.tables.get("family", ()) if row.name == name)
    parts = (re.escape(word.rstrip("*")) + r"\w*" * word.endswith("*") for word in told)
    return "|".join(part.replace(r"\ ", r"\s") for part in parts) or _NOTHING


@cache
def stems(grammar: Grammar, name: str) -> tuple[str, ...]:
    """How the words of a family begin, for what has its own endings."""
    return tuple(row.words.rstrip("*") for row in grammar.tables.get("family", ()) if row.name == name)
