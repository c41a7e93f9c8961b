"""Acronyms that an article spells out itself, as those of other bodies than we know by them.

Istanbul Technical University (ITU) is not the International Telecommunication Union, and neither is «ITU» after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.facts.names.folding import fold

_BRACKETS = re.compile(r"[«“\"]?\((?:[a-z ]{1,20})?([^\W\d_a-zа-яёәіңғүұқөһəıöüşçğ]{2,8})\)")
_WORDS = re.compile(r"[^\W\d_][^\s()«»“”\",;:.]*(?=[ -]|\Z)")
_LONGEST = 150
_SHARED = 4


def own_acronyms(text: str, names_of: Callable[[str], Sequence[str]]) -> frozenset[str]:
    """The folded acronyms that stand in brackets after a name whose initials they are, and none of ours.

    `names_of` gives the names of the known thing that has a folded name; none where nothing has it.

    >>> ours = {"itu": ("International Telecommunication Union", "ITU")}
    >>> sorted(own_acronyms("at Istanbul Technical University (ITU) and", lambda name: ours.get(name, ())))
    ['itu']
    >>> sorted(own_acronyms("the International Telecom Union (ITU)", lambda name: ours.get(name, ())))
    []
    """
    found = set()
    for told in _BRACKETS.finditer(text):
        acronym = fold(told[1])
        ours = [name for name in names_of(acronym) if " " in name.strip()]
        before = re.split(r"[()\n;]", text[max(0, told.start() - _LONGEST) : told.start()])[-1] if ours else ""
        words = _spelled(before.replace("-", " "), acronym)
        if ours and words and not any(_alike(words, fold(name).split()) for name in ours):
            found.add(acronym)
    return frozenset(found)


def _spelled(name: str, acronym: str) -> list[str]:
    """The last words of a text whose initials, but for small words, are a folded acronym; none if they are not."""
    words = _WORDS.findall(name)
    for first in range(len(words) - 1, -1, -1):
        capitals = [word for word in words[first:] if word[0].isupper()]
        if len(capitals) > len(acronym):
            break
        if words[first][0].isupper() and "".join(fold(word)[:1] for word in capitals) == acronym:
            return [fold(word) for word in capitals]
    return []


def _alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names share a word, or the beginning of one, that tells of more than a body of any sort."""
    return any(word[:_SHARED] == other[:_SHARED] for word in words for other in others if len(word) >= _SHARED)
