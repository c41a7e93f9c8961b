"""The case that a known name stands in."""

from __future__ import annotations

from collections.abc import Iterable

from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention
from kg.facts.names.folding import lower

_BEFORE_ENDING = ("-", "–", "”-", "»-", '"-', "”", "»")
"""What may part a name from its ending."""


def case_of_known(mention: Mention, sentence: Sentence, names: Iterable[str] = ()) -> str:
    """The case that a known name stands in, by what is written beyond the name as the tables have it."""
    grammar = sentence.grammar
    written = [word for word in sentence.words if mention.start <= word.start < mention.end]
    if not written:
        return ""
    last = written[-1].lower
    if len(written) > 1 and sentence.text[written[-2].end : written[-1].start] in _BEFORE_ENDING:
        ending = grammar.case_of(last)
        if ending:
            return ending
    if mention.end > written[-1].end:
        return ""
    if grammar.code == "en":
        return "gen" if last.endswith(("ʻs", "sʻ")) else ""
    bases = [
        lower(name.split()[-1].strip("\"'«»“”()"), grammar.code) for name in (mention.name, *names) if name.split()
    ]
    base = max(bases, key=lambda one: (one == last, _shared(one, last), -len(one)), default="")
    if base.endswith("ʻs"):
        base = base[:-2]
    shared = _shared(base, last)
    if grammar.code == "ru":
        return _russian_case(grammar, base, last, shared)
    if last == base:
        return ""
    rest = last[shared:].lstrip("ʻ")
    return grammar.case_of(rest) or _longest_case(grammar, last)


def _shared(left: str, right: str) -> int:
    """How many letters two words begin alike with."""
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _russian_case(grammar: Grammar, base: str, last: str, shared: int) -> str:
    if base == last:
        return ""
    rest, kept = last[shared:], base[shared:]
    if kept in ("а", "я") or base.endswith(("а", "я")):
        return grammar.case_of_russian("и", rest)
    if kept in ("о", "е", "й", "ь", "") or rest:
        if base.endswith("ь") and rest in ("и",):
            return "gen"
        return grammar.cases.get(rest, "")
    return ""


def _longest_case(grammar: Grammar, word: str) -> str:
    for length in range(min(5, len(word) - 2), 0, -1):
        case = grammar.case_of(word[-length:])
        if case:
            return case
    return ""
