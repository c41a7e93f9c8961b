"""Short names of Russian ministries: Миннауки is the Ministry of science that was named in full, or the other way."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.draft.spans import Mention

_SHORT = re.compile(r"мин(?!ист)([а-яё]{3,})\Z")
_FULL = re.compile(r"министерств\w*\s+(.+)")
_LEAST, _LONGEST_PART = 3, 12


def same_ministry(mention: Mention, told: Iterable[Mention]) -> str | None:
    """The id of the ministry of the article that a name means in its other form; None for none, or for several."""
    name = mention.name.lower()
    short, full = _SHORT.match(name), _FULL.match(name)
    if mention.language != "ru" or (short is None and full is None):
        return None
    found: dict[str, None] = {}
    for other in told:
        theirs = other.name.lower()
        if short is not None and (match := _FULL.match(theirs)) and shortens(short[1], match[1]):
            found[other.entity] = None
        if full is not None and (match := _SHORT.match(theirs)) and shortens(match[1], full[1]):
            found[other.entity] = None
    return next(iter(found)) if len(found) == 1 else None


def shortens(short: str, fields: str) -> bool:
    """Whether a short name after мин- is made of how the words of a ministry's fields begin, in their order.

    >>> shortens("науки", "науки и высшего образования"), shortens("обрнауки", "образования и науки")
    (True, True)
    >>> shortens("цифры", "цифрового развития"), shortens("экономики", "энергетики")
    (True, False)
    """
    return _made_of(short, re.findall(r"[а-яё]{3,}", fields))


def _made_of(rest: str, words: list[str]) -> bool:
    if not rest:
        return True
    for at, word in enumerate(words):
        for length in range(min(len(word), len(rest), _LONGEST_PART), _LEAST - 1, -1):
            if rest[:length] == word[:length] and _made_of(rest[length:], words[at + 1 :]):
                return True
        if len(rest) > _LEAST + 1 and word.startswith(rest[:-1]):
            return True  # минцифры
    return False
