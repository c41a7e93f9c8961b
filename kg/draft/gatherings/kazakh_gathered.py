"""Kazakh gatherings that only their sort names, by the verb that governs them: халықаралық семинарға қатысты."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.facts.schema import Schema

_BY_CASE = {
    "dat": ("participate", "come", "join"),
    "loc": ("speak", "participate", "say", "represented"),
    "acc": ("organise", "hold", "open", "operate", "run"),
    "": ("organise",),
}
_FRAMES = ("hold", "sign", "participate", "come", "speak", "organise", "open", "say")
_OBJECT = re.compile(r"...(?:[ндт][ыі]|[сы]?ын|сін|ін)\Z")
_BODY_OR_SITTING = "кеңес"
_OF_FIELD = re.compile(r"[лдт][ыі][қк]\Z")
_FAR = ("dat", "loc")
"""The cases of which the verb may stand behind others: кездесуде … дамытуды ұсынып, … атап өтті."""


def kazakh_gathered(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], schema: Schema
) -> Iterator[tuple[int, Form]]:
    """The heads of gatherings of which a verb tells that they were held or attended, or what was done at them."""
    heads = [(n, _as_sitting(sentence, n, f)) for n, f in heads]
    events = [(n, f) for n, f in heads if schema.is_a(f.entry.name, "Event") and f.entry.name != "OpeningCeremony"]
    for index, form in events:
        first = index - form.entry.length + 1
        if is_deed(sentence, first, form):
            continue
        held = any(
            in_family(sentence.lowered[at], sentence.grammar, "gathering_held")
            for at in range(max(0, first - 3), first)
        )
        by_place = held and form.case in ("loc", "dat", "")
        if (
            by_place
            or (form.case in ("", "gen") and _is_frame(sentence, index))
            or _has_organiser(sentence, index, form)
        ):
            yield index, form
            continue
        later = next((n for n, _ in events if n > index), len(sentence.words))
        if _is_governed(sentence, index, form, later):
            yield index, form


def _as_sitting(sentence: Sentence, index: int, form: Form) -> Form:
    """A head that may be a body or a sitting is a sitting where it is nobody's: кеңес өтті, кеңесте айтты."""
    named = index > 0 and not sentence.gap(index - 1, index).strip() and _OF_FIELD.search(sentence.lowered[index - 1])
    if form.possessed or form.entry.words != _BODY_OR_SITTING or named:
        return form  # Жоғары Еуразиялық экономикалық кеңес
    return replace(form, entry=replace(form.entry, name="Meeting"))


def _is_governed(sentence: Sentence, index: int, form: Form, later: int) -> bool:
    """Whether the next verb takes gatherings in this case, or a further one before the gathering at `later`."""
    for at in range(index + 1, len(sentence.words)):  # past a long list of guests
        if sentence.gap(at - 1, at).strip() in (";", ":"):
            return False
        if form.case == "loc" and in_family(sentence.lowered[at], sentence.grammar, "discusses"):
            return True
        hit = sentence.grammar.triggers.at(sentence.lowered, at)
        if hit is None or hit[1].detail not in ("active", "passive"):
            continue
        part = form.possessed and hit[1].name == "open"  # форумның отырысын ашты
        if hit[1].name in _BY_CASE.get(form.case, ()) and not part:
            return True
        if form.case not in _FAR or at >= later:
            return False
    return False


def _is_frame(sentence: Sentence, index: int) -> bool:
    """Whether a word says that a gathering is that within which something was, or whose part: сапар аясында."""
    after = sentence.grammar.marks.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
    hits = (sentence.grammar.triggers.at(sentence.lowered, at) for at in range(index + 1, len(sentence.words)))
    told = any(hit is not None and hit[1].name in _FRAMES for hit in hits)
    return after is not None and after[1].name in ("within", "dat") and told


def _has_organiser(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether the words after a gathering name its organiser: конкурстың бас ұйымдастырушысы – X."""
    told = (word for word in sentence.lowered[index + 1 : index + 3])
    return form.case == "gen" and any(in_family(word, sentence.grammar, "organiser") for word in told)


def opens_sentence(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a head that opens a sentence stands in a case of its own, or before a part of it: Форум жұмысына …"""
    if form.case in ("dat", "loc", "acc") or sentence.grammar.code == "ru":
        return True  # in Russian a verb has to tell of it in any case
    if sentence.grammar.code != "kk":
        return sentence.grammar.code == "az" and form.case in ("", "gen")
    if _has_organiser(sentence, index, form):
        return True
    after = sentence.grammar.marks.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
    return form.case in ("", "gen") and after is not None and after[1].name in ("within", "dat")


def is_deed(sentence: Sentence, first: int, form: Form) -> bool:
    """Whether a noun of doing has an object before it, so that it names no gathering: рөлін талқылау."""
    doing = form.entry.words.endswith("у") and not sentence.gap(first - 1, first).strip() if first else False
    return doing and _OBJECT.search(sentence.lowered[first - 1]) is not None
