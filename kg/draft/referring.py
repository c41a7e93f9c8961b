"""Heads that stand alone and mean what was named before: the Center, Nazirlik, Орталық."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.draft.bare_heads import is_bare, stands_bare
from kg.draft.model import Reason
from kg.draft.spans import Mention
from kg.draft.standing_alone import closes_phrase, is_definite, is_inflected
from kg.draft.words import Sentence
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

_ANY_BODY = {
    "az": ("bu", "həmin", "adıçəkilən", "sözügedən", "yeni", "qeyd olunan"),
    "kk": ("бұл", "осы", "аталған", "жаңа", "аталмыш", "сол"),
    "uz": ("bu", "ushbu", "mazkur", "yangi", "shu"),
}
_SORT_OF_BODY = {"uz": ("Company", "InternationalOrganisation", "NewsAgency")}
"""What is hardly called by a word for any body: idora, muassasa."""
_LEAST_REFERENCE, _MOST_BACK = 2, 60
_MANY_HEADS = ("InternationalOrganisation", "ResearchOrganisation", "Organisation", "GovernmentBody", "Center")
"""Classes whose things are called by many words; the one that is called so here goes before any other of its class."""


def references(
    sentence: Sentence, taken: Mapping[int, Mention], latest: Sequence[Mention], schema: Schema
) -> list[Mention]:
    """The references of a sentence; `taken` are the mentions by word, `latest` those of the sentences before."""
    found = []
    words, grammar = sentence.words, sentence.grammar
    taken = dict(taken)
    for index, word in enumerate(words):
        if index in taken or len(word.text) < _LEAST_REFERENCE:
            continue
        form = grammar.form(sentence.lowered, index, "heads")
        if form is None and (any_body := _any_body(sentence, index, latest, schema)) is not None:
            found.append(any_body)
            continue
        if form is None or not (
            is_definite(sentence, index, form.possessed, index - 1 in taken)
            or is_inflected(sentence, index, form, taken)
            or is_bare(sentence, index, form)
            or stands_bare(sentence, index, form, taken)
        ):
            continue
        here = sorted({id(m): m for n, m in taken.items() if n < index}.values(), key=lambda m: m.start)
        here = [m for m in here if m.class_name and m.mark != "adj" and not m.is_reference]
        local = _before(form.entry.words, form.entry.name, here, schema)
        before = local or _before(form.entry.words, form.entry.name, latest[-_MOST_BACK:], schema)
        if before is not None:
            taken[index] = before
            found.append(
                Mention(
                    word.start, word.end, before.name, before.class_name, grammar.code, "reference",
                    0.7, (Reason.BY_REFERENCE,), entity=before.entity, known=before.known,
                    case="acc" if form.possessed else form.case,
                    is_reference=True, head=before.head, refers=local,
                )
            )  # fmt: skip
    return found


def _any_body(sentence: Sentence, index: int, latest: Sequence[Mention], schema: Schema) -> Mention | None:
    """What a word for any body means that this or new stands before, or that opens the sentence: жаңа мекемені."""
    grammar, word = sentence.grammar, sentence.words[index]
    form = grammar.form(sentence.lowered, index, "references") if grammar.code in _ANY_BODY else None
    if form is None or form.entry.name != "any" or form.possessed:
        return None
    shown = not index or sentence.lowered[index - 1] in _ANY_BODY[grammar.code] or is_bare(sentence, index, form)
    if not shown and not (grammar.code == "az" and closes_phrase(sentence, index)):
        return None
    bodies = [m for m in reversed(latest[-_MOST_BACK:]) if schema.is_a(m.class_name, "Organisation") and not m.inner]
    if grammar.code == "az":
        bodies = [m for m in bodies if m.mark in ("nom", "gen", "acc")] or bodies
        bodies = [m for m in bodies if m.class_name != "Company" or form.entry.words == "müəssisə"] or bodies
    fits = [m for m in bodies if m.class_name not in _SORT_OF_BODY.get(grammar.code, ())]
    told = next(iter(fits or bodies), None)
    if told is None:
        return None
    return Mention(
        word.start, word.end, told.name, told.class_name, grammar.code, "reference", 0.65, (Reason.BY_REFERENCE,),
        entity=told.entity, known=told.known, case=form.case, is_reference=True, head=told.head,
    )  # fmt: skip


def _before(head: str, class_name: str, told: Sequence[Mention], schema: Schema) -> Mention | None:
    """The latest of some things that a head alone may mean."""
    last = head.split()[-1]
    if class_name in _MANY_HEADS:
        for mention in reversed(told):
            if mention.class_name not in ("Person", "City", "Country", "Region", "") and (
                mention.head.split()[-1:] == [last]
                or f" {fold(mention.name)}".rpartition(" ")[2].startswith(fold(last.rstrip("*")))
            ):
                return mention
    for mention in reversed(told):
        if mention.head and mention.head.split()[-1] == last:
            return mention
        if not mention.head and mention.class_name not in ("Person", "City", "Country", "Region", ""):
            if schema.is_a(mention.class_name, class_name) and class_name not in (
                "Organisation",
                "GovernmentBody",
                "Meeting",
                "Event",
            ):
                return mention
            if fold(last.rstrip("*"))[:5] in fold(mention.name):
                return mention
            if class_name == "Company" and mention.rule in ("capitals", "quoted"):
                return mention  # of which nothing told so far what it is
    return None
