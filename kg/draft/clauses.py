"""How a sentence is cut into clauses: what a relative pronoun stands for, and what is only reported in between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.spans import Mention
from kg.draft.words import Sentence

_PRONOUNS = {
    "en": re.compile(r"(?:which|that|who)\Z"),
    "ru": re.compile(r"котор(?:ый|ая|ое|ые)\Z"),
}
_REACH = 5
_NAME_ENDS = ' »”"\')'


def relative_of(sentence: Sentence, first: int, mentions: Sequence[Mention]) -> Mention | None:
    """What a relative pronoun before the word at `first` stands for, if nothing else is between: X, which opened …"""
    pattern = _PRONOUNS.get(sentence.grammar.code)
    if pattern is None:
        return None
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = sentence.words[at]
        if any(m.start <= word.start < m.end for m in mentions):
            return None
        if pattern.match(word.lower):
            break
        if re.search(r"[,;:]", sentence.gap(at, at + 1)):
            return None
    else:
        return None
    told = [m for m in mentions if m.end <= word.start]
    last = max(told, key=lambda m: m.end, default=None)
    if last is None or sentence.text[last.end : word.start].strip(_NAME_ENDS) not in (",", ""):
        return None
    if word.lower == "that" and "," in sentence.text[last.end : word.start]:
        return None
    return last
