"""Parts of a body that an article tells with its name: филиал банка «Орда», представительство ЮНЕСКО."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.families import stems
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.russian_cases import nominative_name
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_MOST_BETWEEN = 2
_UNNAMED = ("NewsAgency", "Person")


def russian_branches(sentence: Sentence, mentions: Sequence[Mention], schema: Schema) -> Iterator[Mention]:
    """The branches of a Russian sentence, each with the body whose name follows as its owner."""
    if sentence.grammar.code != "ru":
        return
    words = sentence.words
    cues = (sentence.grammar.cue_words.at(sentence.lowered, n) for n in range(len(words)))
    if any(hit is not None and hit[1].name == "unsure" for hit in cues):
        return  # поговаривают, будто откроют филиал …
    for index, word in enumerate(words):
        form = sentence.grammar.form(sentence.lowered, index, "heads")
        if (
            form is None
            or form.entry.words.rstrip("*") not in stems(sentence.grammar, "branch")
            or any(m.start <= word.start < m.end for m in mentions)
        ):
            continue
        if word.lower.endswith(("ы", "ов", "ах", "ами")):
            continue  # офисы компании
        if index and sentence.lowered[index - 1].startswith(("структурн", "дочерн")):
            continue  # X – структурное подразделение Y
        after = next((m for m in mentions if m.start >= words[index].end), None)
        if after is None or not schema.is_a(after.class_name, "Organisation") or after.class_name in _UNNAMED:
            continue
        gap = sentence.text[words[index].end : after.start]
        if len(gap.split()) > _MOST_BETWEEN or re.search(r"[.,;:()—–]| (?:в|с|и|для|по|при) ", gap):
            continue
        in_capitals = sentence.text[after.start : after.end].isupper()
        quoted = gap.strip(' «"“')
        if after.case not in ("", "gen") or not (after.case or in_capitals or quoted):
            continue
        name = nominative_name(sentence, index, index, index, index, form)
        whole = f"{name}{sentence.text[words[index].end : after.end]}"
        yield Mention(
            words[index].start, words[index].end, whole[:1].upper() + whole[1:], "Organisation", "ru", "branch", 0.7,
            (Reason.BY_HEAD,), entity=slug(whole) or "branch", case=form.case, head=form.entry.words,
            sentence=sentence.number, owner=after,
        )  # fmt: skip
