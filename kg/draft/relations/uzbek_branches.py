"""Branches told by whose they are, as Uzbek tells them: IT Park filiali, «X» bankining Nukus filiali."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.facts.new_source import slug
from kg.facts.schema import Schema

BRANCHES = frozenset({"filial", "vakolatxona", "ofis", "shoʻba", "boʻlinma"})
_MOST_BETWEEN = 3


def is_branch(sentence: Sentence, form: Form) -> bool:
    """Whether an Uzbek head is that of a branch, which is not the body before it."""
    return sentence.grammar.code == "uz" and form.entry.words in BRANCHES


def uzbek_branches(sentence: Sentence, mentions: Sequence[Mention], schema: Schema) -> Iterator[Mention]:
    """The branches of a sentence with their body as owner, and their town where it stands between."""
    if sentence.grammar.code != "uz":
        return
    for index, word in enumerate(sentence.words):
        form = sentence.grammar.form(sentence.lowered, index, "heads")
        if form is None or not form.possessed or not is_branch(sentence, form):
            continue
        if any(m.start <= word.start < m.end for m in mentions):
            continue
        before = [m for m in mentions if m.end <= word.start]
        town = before[-1] if before and before[-1].class_name in ("City", "Region") and len(before) > 1 else None
        owner = before[-2] if town is not None else before[-1] if before else None
        if town is not None and town.case not in ("", "gen"):
            continue  # kompaniyasi Andijonda vakolatxonasini ochdi
        if owner is None or not schema.is_a(owner.class_name, "Organisation") or owner.case not in ("", "gen"):
            continue
        between = sentence.text[owner.end : word.start].strip(" »”\"'ʼ’")
        if len(between.split()) > _MOST_BETWEEN or any(mark in between for mark in ",;:.()"):
            continue
        start = sentence.words[index - form.entry.length + 1].start
        name = " ".join(re.sub('[«»“”"]', "", sentence.text[owner.start : word.start + form.base_length]).split())
        yield Mention(
            start, word.end, name, "Organisation", "uz", "branch", 0.7, (Reason.BY_HEAD,),
            entity=slug(name)[:60].strip("-"), case=form.case, head=form.entry.words, sentence=sentence.number,
            owner=owner, place=town or owner.place,
        )  # fmt: skip
        owner.inner = True
        if town is not None:
            town.inner = True
