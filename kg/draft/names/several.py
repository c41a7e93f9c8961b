"""What the plural after the last of several quoted names says that they are: «X» və «Y» şirkətlərinin."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_SEVERAL = re.compile(r"([^\W\d_]{3,})l[aə]r[ıi](n[ıi]n|n[aə]|n[ıi]|nd[aə]n?|)")


def last_of_several(sentence: Sentence, at: int, start: int, name: str) -> Mention | None:
    """The last of several quoted names, where the word at `at` is the plural of a head; None for any other word."""
    grammar = sentence.grammar
    match = _SEVERAL.fullmatch(sentence.lowered[at]) if grammar.code == "az" and at < len(sentence.words) else None
    form = grammar.form([match[1]], 0, "heads") if match is not None else None
    if match is None or form is None or form.possessed or form.case:
        return None
    case = grammar.cases.get(match[2], "") if match[2] else ""
    return Mention(
        start, sentence.words[at].end, name, form.entry.name, grammar.code, "quoted-head", 0.85,
        (Reason.IN_QUOTATION_MARKS, Reason.BY_HEAD), case=case, head=f"{form.entry.words}lar",
    )  # fmt: skip


def lists_next(sentence: Sentence, at: int) -> bool:
    """Whether a word joins the capitals after it to the quoted name before it, as another of the same list."""
    joins = sentence.grammar.conjunctions.at(sentence.lowered, at) is not None and at + 1 < len(sentence.words)
    return joins and sentence.words[at + 1].is_capital and sentence.gap(at, at + 1) == " "
