"""Names in Latin letters within Turkic sentences, whose head may stand first: Петропавлда University of Tobyl …"""

from __future__ import annotations

import re

from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_WORD = r"[A-Z][A-Za-z]*(?:['’-][A-Za-z]+)*"
_RUN = re.compile(rf"(?<!\w){_WORD}(?: (?:(?:of|for|and|the|de|in|&) ){{0,2}}{_WORD}){{1,8}}(?!\w)")
_APART = re.compile(r"[»”]?[-–]([^\W\d_A-Za-z]{1,5})(?!\w)")
_INNER = re.compile(r" (?:of|for) ")


def latin_names(sentence: Sentence) -> list[Mention]:
    """The bodies of a Kazakh sentence that an English head names in the midst of Latin words, not at their end."""
    if sentence.grammar.code != "kk":
        return []
    found = []
    for match in _RUN.finditer(sentence.text, sentence.start, sentence.end):
        sort = _sort(match[0]) if _INNER.search(match[0]) or _after_cyrillic(sentence, match.start()) else None
        if sort is None:
            continue
        told = _APART.match(sentence.text, match.end())
        case = sentence.grammar.case_of(told[1].lower()) if told else ""
        end = told.end() if told and case else match.end()
        found.append(
            Mention(match.start(), end, match[0], sort, "kk", "english-head", 0.75, (Reason.BY_HEAD,), case=case or "")
        )
    return found


def _sort(name: str) -> str | None:
    """The class that the last word that is an English head tells: before «of», else at the end."""
    words = _INNER.split(name)[0].split() if _INNER.search(name) else name.split()
    form = grammar("en").form([words[-1].lower()], 0, "heads")
    return form.entry.name if form is not None else None


def _after_cyrillic(sentence: Sentence, start: int) -> bool:
    """Whether a capital word in Cyrillic letters stands right before, which may be where it is: Алматыда Tobyl …"""
    return (
        re.search(r"[А-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһ]+[дт][ае] \Z", sentence.text[sentence.start : start][-40:]) is not None
    )


def with_english(sentence: Sentence, first: int) -> int:
    """The start of an Uzbek name that begins in English: Alpha University of Uzbekistan universiteti."""
    words = sentence.words
    if sentence.grammar.code not in ("kk", "uz") or first < 2 or sentence.lowered[first - 1] not in ("of", "for"):
        return first
    at = first - 2
    while at > 0 and words[at].is_capital and words[at - 1].is_capital and sentence.gap(at - 1, at) == " ":
        at -= 1
    return at if words[at].is_capital else first
