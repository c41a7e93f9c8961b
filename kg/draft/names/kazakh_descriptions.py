"""Where a Kazakh description of a thing without a name begins: after verbs, small words and words that point."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence

_IS_VERB = re.compile(
    r"..(?:[аеы]тын|[еі]тін|йтын|йтін|[ыі]лған|[іы]лген|(?:ан|тан|қан)ған|(?:ен|тен|кен)ген|(?<!са)нда|нде)\Z"
)
"""What a participle ends in, which is no part of a description."""
_THIS = frozenset({"бұл", "осы", "аталған", "аталмыш", "сол", "мұндай"})


def opens_description(sentence: Sentence, at: int) -> bool:
    """Whether a description begins right after a word: after a participle, a postposition, «named after»."""
    word, grammar = sentence.lowered[at], sentence.grammar
    return word in grammar.connectors or _IS_VERB.search(word) is not None or in_family(word, grammar, "postposition")


def stands_after_this(sentence: Sentence, first: int) -> bool:
    """Whether the word before a description points at what was told before: осы [ұйымның]."""
    return first > 0 and sentence.lowered[first - 1] in _THIS and not sentence.gap(first - 1, first).strip()
