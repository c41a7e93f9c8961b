"""Patterns of the table `construction` as regular expressions over a sentence with a sign for each group of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import grammar

_ARTICLES = r"(?:(?:the|a|an|its|their|our|both|this) )*"
_ASIDE = r"(?:\( [^()]{0,60}\) )?(?:, (?!(?:have|has|had|is|are|was|were|will|and|said|и|а) )[^.;:,!?]{3,80} , )?"
_GAPS = {"~": 4, "~~": 9, "…": 12}
_ANY = r"(?:(?![,;:()!?])(?![—–])\S+)"
_WORD = r"(?:(?![,;:()!?])(?![—–⟨])\S+)"
"""Any word of a line, and any but a name that is no place's; signs beyond Latin-1 apart, which is made ready sooner."""
_SIGNS = frozenset("⟨⟪")
_SHORT, _MANY = 3, 1000
_WITH_COMMAS, _COMMA = ("tr",), r"(?:, )?"
"""Languages that part a subject or a genitive from the rest by a comma: X'in eşgüdümü, merkezi Y'de bulunan Z'de."""
_MARKED = ("nom", "gen", "loc", "dat")


@cache
def _between(code: str) -> str:
    """What may stand between a word of a pattern and a name: what describes the name, and when; no other noun.

    Empty for languages in which any word may stand there.
    """
    if code != "ru":
        return ""
    words, when = alternatives(grammar(code), "between"), alternatives(grammar(code), "when")
    return (
        r"(?:(?!котор)\w+(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ую|юю|ей|ые|ие|ых|их|ыми|ими|ски|но|во)|⟪\d+⟫|"
        rf"\d{{1,4}}|(?:в|с|к|до|на|во) (?:\d{{1,4}}|\w+ (?:\d{{4}} )?год[ауе]|{when})|{words})"
    )


def expression(code: str, pattern: str, small: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The words, or what they begin with (work*), of which a line with the pattern has one; its regular expression."""
    tokens = pattern.split()
    plain = [t for t in tokens if t[0] not in "{~…(,;:—"]
    anchor = max(plain, key=lambda t: (-_MANY if max(map(len, t.split("/"))) <= _SHORT else -t.count("/"), len(t)))
    before_name = "|".join(sorted(re.escape(word) for word in small if " " not in word))
    parts: list[str] = []
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        part = _part(token, is_anchor=token is anchor)
        if code in _WITH_COMMAS and token[0] == "{" and token[3:6] in _MARKED:
            part += _COMMA
        if token in _GAPS and following[:1] == "{" and _between(code):
            part = part.replace(_WORD, _between(code))
        elif token in _GAPS and following[:1] == "{" and before_name:  # runs the …, but not runs with the …
            part = part.replace(_WORD, rf"(?!(?:{before_name}) ){_WORD}")
        joined = code in _WITH_COMMAS and bool(parts) and token in _GAPS and following[:1] == "{"
        parts.append(_COMMA + part if joined and tokens[len(parts) - 1][0] not in "{~" else part)
    anchors = tuple(dict.fromkeys(word.split("_")[0] for word in anchor.split("/")))
    return anchors, "(?<= )" + "".join(parts)


def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Letters of which a line with a pattern has some, for each of its slots and words that may not be left out.

    >>> [sorted(some) for some in needed("join*/one_of (the) {b}")]
    [[' join', ' one of '], ['⟨', '⟪']]
    """
    tokens = (token for token in pattern.split() if token not in _GAPS and not _may_go(token))
    return tuple(_SIGNS if token[0] == "{" else _beginnings(token) for token in tokens)


def _beginnings(token: str) -> frozenset[str]:
    """How the words of a token begin in a line, where spaces part all words."""
    return frozenset(f" {word.replace('_', ' ')} ".partition("*")[0] for word in token.split("/"))


def stand_in_order(some: Sequence[frozenset[str]], text: str) -> bool:
    """Whether a text has letters of each set, those of a later one after those of the one before.

    >>> stand_in_order(needed("{a} joined/entered ~ {b}"), "⟨0⟩ entered the ⟨1⟩ ")
    True
    >>> stand_in_order(needed("{a} joined/entered ~ {b}"), "⟨0⟩ and ⟨1⟩ entered it ")
    False
    """
    at = -1
    for letters in some:
        at = min((place for each in letters if (place := text.find(each, at + 1)) >= 0), default=-1)
        if at < 0:
            return False
    return True


def _may_go(token: str) -> bool:
    return token.startswith("(") and token.endswith(")")


def _part(token: str, *, is_anchor: bool) -> str:
    if token in _GAPS:
        between = _ANY if _GAPS[token] > _GAPS["~~"] else _WORD
        return rf"(?:{between} ){{0,{_GAPS[token]}}}?"
    if token[0] == "{":
        return _slot(token[1])
    if _may_go(token):
        return f"(?:{_words(token[1:-1])} )?"
    return f"(?P<v>{_words(token)}) " if is_anchor else f"{_words(token)} "


def _slot(name: str) -> str:
    return rf"{_ARTICLES}[⟨⟪](?P<{name}>\d+)[⟩⟫] {_ASIDE}"


def _words(token: str) -> str:
    told = (" ".join(_word(part) for part in w.split("_")) for w in token.split("/"))
    return f"(?:{'|'.join(told)})"


def _word(text: str) -> str:
    return re.escape(text.rstrip("*")) + (r"[^\s,;:]*" if text.endswith("*") else "")
