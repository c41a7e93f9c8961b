"""Where a Kazakh description of a thing without a name begins: after verbs, small words and words that point."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention

_IS_VERB = re.compile(
    r"..(?:[аеы]тын|[еі]тін|йтын|йтін|[ыі]лған|[іы]лген|(?:ан|тан|қан)ған|(?:ен|тен|кен)ген|(?<!са)нда|нде)\Z"
)
"""What a participle ends in, which is no part of a description."""
_DOING = re.compile(r"...(?:[аей]тын|[аей]тін)\Z")
_MAKERS = ("by", "together", "initiative")
_THIS = frozenset({"бұл", "осы", "аталған", "аталмыш", "сол", "мұндай"})


def opens_description(sentence: Sentence, at: int) -> bool:
    """Whether a description begins right after a word: after a participle, a postposition, «named after»."""
    word, grammar = sentence.lowered[at], sentence.grammar
    return word in grammar.connectors or _IS_VERB.search(word) is not None or in_family(word, grammar, "postposition")


def stands_after_this(sentence: Sentence, first: int) -> bool:
    """Whether the word before a description points at what was told before: осы [ұйымның]."""
    return first > 0 and sentence.lowered[first - 1] in _THIS and not sentence.gap(first - 1, first).strip()


def is_made_by(sentence: Sentence, last: int, form: Form, hit: Trigger, inside: Sequence[Mention]) -> bool:
    """Whether only its makers stand between a description and the verb: бизнес-мектепті «X» қоры [ашты]."""
    if sentence.grammar.code != "kk":
        return False
    verbs = (sentence.grammar.triggers.at(sentence.lowered, at) for at in range(last + 1, hit.first))
    if any(verb is not None and verb[1].detail in ("active", "passive", "participle") for verb in verbs):
        return False
    if hit.voice == "passive":
        after = sentence.grammar.marks.at(sentence.lowered, sentence.index_from(inside[-1].end)) if inside else None
        return after is not None and after[1].name in _MAKERS and form.case == ""
    head = last - form.entry.length + 1
    told = head > 0 and not sentence.gap(head - 1, head).strip(" -")
    before = sentence.lowered[head - 1] if told else ""
    more = told and (
        sentence.gap(head - 1, head) == "-"
        or _DOING.search(before) is not None
        or (sentence.words[head - 1].text.islower() and not opens_description(sentence, head - 1))
    )
    return more and form.case == "acc" and before not in _THIS and all(m.case in ("", "with") for m in inside)
