"""English participles that look like verbs and tell nothing: the signed agreement; firms established using a grant."""

from __future__ import annotations

from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence

_DESCRIBES = frozenset({
    "the", "a", "an", "this", "these", "those", "such", "its", "their", "our", "his", "her", "newly", "recently",
    "well", "already", "any", "all", "both", "other", "many", "several", "most", "previously", "earlier", "jointly",
    "some",
})  # fmt: skip
_SMALL = frozenset({
    "a", "an", "the", "its", "their", "his", "her", "by", "with", "in", "on", "at", "for", "to", "and", "or", "as",
    "of", "under", "between", "among", "during", "from", "into", "this", "that", "these", "two", "three", "several",
    "last", "yesterday", "today", "together", "jointly", "new", "another", "up", "some", "our",
})  # fmt: skip
_MAKING = frozenset({"establish", "launch", "form", "prepare", "organise", "initiate"})
_HOW = frozenset({"using", "through", "via", "under", "within", "as", "by", "with", "to", "thanks", "since"})


def describes_noun(sentence: Sentence, at: int, after: int) -> bool:
    """Whether an English participle stands before its noun and only describes it: the signed agreement."""
    lowered = sentence.lowered
    if at == 0 or after >= len(lowered) or after - at > 1 or not lowered[at].endswith("ed"):
        return False
    if not sentence.words[after].text[0].islower() or sentence.gap(at, after).strip() or lowered[after] in _SMALL:
        return False
    joined = lowered[at - 1] == "and" and at > 1 and lowered[at - 2] in ("growing", "new", "young", "emerging", "small")
    return lowered[at - 1] in _DESCRIBES or joined


def says_how(sentence: Sentence, at: int, length: int, entry: Entry) -> bool:
    """Whether an English participle after its noun says how that was made: spin-offs established using a licence."""
    after = at + length
    if (
        length > 1
        or entry.name not in _MAKING
        or not sentence.lowered[at].endswith("ed")
        or after >= len(sentence.words)
    ):
        return False
    return sentence.lowered[after] in _HOW and not sentence.gap(at, after).strip()
