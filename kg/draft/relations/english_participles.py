"""English participles that look like verbs and tell nothing: the signed agreement; firms established using a grant."""

from __future__ import annotations

from kg.draft.language.families import in_family
from kg.draft.language.patterns import Entry
from kg.draft.language.words import Sentence

_MAKING = frozenset({"establish", "launch", "form", "prepare", "organise", "initiate"})


def describes_noun(sentence: Sentence, at: int, after: int) -> bool:
    """Whether an English participle stands before its noun and only describes it: the signed agreement."""
    lowered = sentence.lowered
    if at == 0 or after >= len(lowered) or after - at > 1 or not lowered[at].endswith("ed"):
        return False
    if lowered[at - 1] in ("newly", "recently") and sentence.words[after].is_capital:
        return not sentence.gap(at, after).strip() and at > 1 and lowered[at - 2] in ("the", "a", "its", "their")
    if not sentence.words[after].text[0].islower() or sentence.gap(at, after).strip():
        return False
    if in_family(lowered[after], sentence.grammar, "after_verb"):
        return False
    joined = lowered[at - 1] == "and" and at > 1 and lowered[at - 2] in ("growing", "new", "young", "emerging", "small")
    return in_family(lowered[at - 1], sentence.grammar, "before_participle") or joined


def is_adjective(sentence: Sentence, at: int, after: int) -> bool:
    """Whether a form in -ing or «open» only describes the noun after it: leading universities, open standards.

    What follows «headed» says whither somebody goes.
    """
    lowered, words = sentence.lowered, sentence.words
    if after - at > 1 or after >= len(words):
        return False
    joined = sentence.text[words[at].end : words[after].start]
    if lowered[at] == "headed":
        return lowered[after] in ("to", "for", "back", "into", "home", "off", "toward", "towards")
    small = words[after].text[0].islower() and not in_family(lowered[after], sentence.grammar, "after_verb")
    if lowered[at] == "open":
        noun = in_family(lowered[after], sentence.grammar, "open_noun") or joined == "-"
        return noun or (
            at > 0 and lowered[at - 1] in ("the", "an", "its", "is", "are", "was", "were", "remain", "remains")
        )
    if not lowered[at].endswith("ing") or joined.strip():
        return False
    agreement = any(
        sentence.grammar.form(lowered, n, "agreements") is not None for n in range(after, min(after + 4, len(words)))
    )
    return small and not agreement and (lowered[at] == "leading" or lowered[after].endswith("s"))


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
    return in_family(sentence.lowered[after], sentence.grammar, "says_how") and not sentence.gap(at, after).strip()
