"""English capital words that say what is worked in: where they belong to a name, and where they are none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.heads import is_field, is_work
from kg.draft.names.known import is_demonym
from kg.draft.spans import Mention

_PLURAL = re.compile(r"[A-Z]{2,}s")
"""English acronyms in the plural."""
_BEFORE_WORK = frozenset({"of", "in", "for", "and", "the", "on", "a", "an", "to", "as"})
"""What stands before an English word for a field of work that is written with a capital."""


def with_field(sentence: Sentence, first: int, last: int, taken: Mapping[int, Mention]) -> int:
    """Where an English name ends that says in two words what a firm does: Tern Defence and Space."""
    words, further = sentence.words, last + 2
    if sentence.grammar.code != "en" or last == first or further >= len(words) or further in taken:
        return last
    joined = sentence.lowered[last + 1] in ("and", "&") and sentence.gap(last, further).split() == ["and"]
    fields = is_field(sentence.lowered[last], "en") and is_field(sentence.lowered[further], "en")
    ends = further + 1 >= len(words) or not words[further + 1].is_capital or sentence.gap(further, further + 1) != " "
    return further if joined and fields and ends and words[further].is_capital else last


def is_branch(sentence: Sentence, first: int, last: int, before: Mention | None) -> bool:
    """Whether an English word for a trade after the name of a firm makes the name of another: SOCAR Trading."""
    told = sentence.grammar.code == "en" and before is not None and before.class_name in ("Company", "Organisation")
    return told and first == last and is_work(sentence.lowered[first]) and sentence.words[first].text[1:].islower()


def are_fields(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitals only name a field of work after a word for it: a lecturer in Agricultural Science."""
    words = sentence.words[first : last + 1]
    after = first > 0 and sentence.lowered[first - 1] in ("of", "in", "for", "and")
    return after and all(
        word.text[1:].islower() and (is_work(word.lower) or word.lower.endswith("al")) for word in words
    )


def is_common(sentence: Sentence, at: int) -> bool:
    """Whether a single English capital word is a common noun or adjective, or a plural of initials: SMEs."""
    word = sentence.words[at]
    return (
        _PLURAL.fullmatch(word.text) is not None
        or in_family(word.lower, sentence.grammar, "common_word")
        or is_demonym(word.lower.removesuffix("s"), "en")
        or (word.text[1:].islower() and _is_work_there(sentence, at) and not word.lower.endswith(("ia", "land")))
    )


def _is_work_there(sentence: Sentence, at: int) -> bool:
    """Whether a word is one for a field of work; of those that have only its form some are names: Accenture."""
    before = sentence.lowered[at - 1] if at else "the"
    return is_field(sentence.lowered[at], "en") or (is_work(sentence.lowered[at]) and before in _BEFORE_WORK)
