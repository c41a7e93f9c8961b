"""Azerbaijani gatherings that only their sort names: beynəlxalq konfransda iştirak edib, görüşün sonunda imzalanıb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.draft.gatherings.azerbaijani_words import is_placed
from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_AT = ("speak", "participate", "sign", "represent", "hold", "inform")
_BY_CASE = {
    "dat": ("participate", "join", "host", "gather"),
    "loc": _AT,
    "acc": ("organise", "hold", "host", "open", "speak"),
}
"""The verbs that take a gathering in each case."""
_HOLDING = ("organise", "host")
_ACCUSATIVE = re.compile(r"[^aeəiıoöuüsn][ıiuü]\Z|[^aeəiıoöuü]s[ıiuü]\Z|[aeəiıoöuü]n[ıiuü]\Z")
_VOWELS = "aeəıioöuü"
_PART = re.compile(r"(?:son|əvvəl|ged|çərçivə|aç|bağlan|yekun|ilk|ikinci|növbəti|rəsmi|plenar|panel|bədii|davam)")
"""What begins the words for a part of a gathering, which stands in the genitive before them."""
_REACH = 60
_LIKE_NONE = frozenset(("hər", "heç", "bütün", "çox", "belə", "bəzi", "hansı", "bir", "neçə", "cür", "digər", "başqa"))


def azerbaijani_gatherings(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], schema: Schema
) -> Iterator[tuple[int, Form]]:
    """The heads that stand for a gathering at which a verb of the sentence says what was done."""
    for index, form in heads:
        if not schema.is_a(form.entry.name, "Event") or form.entry.name == "OpeningCeremony":
            continue
        first = index - form.entry.length + 1
        if first and sentence.lowered[first - 1] in _LIKE_NONE:
            continue
        if first > 1 and sentence.lowered[first - 2] == "hər":
            continue  # hər il müsabiqə keçirir
        if _is_done_at(sentence, index, form) or _is_held(sentence, index, form):
            yield index, form
        elif _is_object(sentence, index, form) or is_placed(sentence, index, form):
            yield index, _as_object(sentence, index, form)


def _is_done_at(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether the next verb takes gatherings in the case that the head stands in."""
    frames = _BY_CASE.get(form.case, ()) if not form.entry.words.endswith("səfər") else ()
    after = index + 1
    if after < len(sentence.words) and not sentence.gap(index, after).strip():
        mark = sentence.grammar.marks.at(sentence.lowered, after)
        within = mark is not None and mark[1].name == "within"
        if (not form.case or form.case == "gen") and (within or _is_part(sentence, index, form)):
            frames = _AT
    beside = sentence.grammar.triggers.at(sentence.lowered, after) if after < len(sentence.words) else None
    if beside is not None and beside[1].name in frames and not sentence.gap(index, after).strip():
        return True  # tədbirə qatılan P danışıb
    return bool(frames) and _next_verb(sentence, index) in frames


def _is_part(sentence: Sentence, index: int, form: Form) -> bool:
    return form.case == "gen" and _PART.match(sentence.lowered[index + 1]) is not None


def _is_held(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether a sentence says that a gathering is held: Konfrans Bakıda keçiriləcək, ilk forum baş tutub."""
    opens = index - form.entry.length + 1 == 0 and not form.possessed and not form.case
    if opens and _next_verb(sentence, index) in ("hold", "organise"):
        return True
    return not form.case and not form.entry.words.endswith("səfər") and _next_verb(sentence, index) == "hold"


def _is_object(sentence: Sentence, index: int, form: Form) -> bool:
    """Whether somebody holds a gathering: mərasim təşkil edib, seminarı mayda Bakıda keçirib.

    The accusative of a head looks as its possessed form does; without an ending it stands right before its verb.
    """
    if form.case or form.entry.words.endswith("səfər"):
        return False
    if form.possessed:
        word, stem = sentence.lowered[index], form.entry.words.split()[-1]
        told = word[:-1] == stem and stem[-1] not in _VOWELS  # iclası, of iclas
        return (told or _ACCUSATIVE.search(word) is not None) and _next_verb(sentence, index) in _HOLDING
    hit = sentence.grammar.triggers.at(sentence.lowered, index + 1) if index + 1 < len(sentence.words) else None
    return hit is not None and hit[1].name in _HOLDING and hit[1].detail == "active"


def is_bare_body(sentence: Sentence, at: int) -> bool:
    """Whether a small word is a body, which stands before what it does: universitet tədbir təşkil edib."""
    form = sentence.grammar.form(sentence.lowered, at, "heads")
    bare = form is not None and not form.possessed and not form.case
    return form is not None and bare and form.entry.name not in ("Event", "Meeting", "PanelDiscussion")


def _as_object(sentence: Sentence, index: int, form: Form) -> Form:
    """The form of a head as an object: mərasimi is no gathering of somebody."""
    if not form.possessed or form.case:
        return form
    return replace(form, possessed=False, case="acc", base_length=len(sentence.lowered[index]) - 1)


def _next_verb(sentence: Sentence, index: int) -> str:
    """The frame of the first full verb after a word, past lists of guests; empty where its clause ends before one."""
    for at in range(index + 1, min(len(sentence.words), index + 1 + _REACH)):
        if sentence.gap(at - 1, at).strip() in (";", ":"):
            return ""
        hit = sentence.grammar.triggers.at(sentence.lowered, at)
        last = at + hit[0] if hit is not None else at
        ends = last == len(sentence.words) or bool(sentence.gap(last - 1, last).strip(' "“«'))
        if hit is None or not (hit[1].detail in ("active", "passive") or (hit[1].detail == "participle" and ends)):
            continue
        if not in_family(sentence.lowered[at + hit[0] - 1], sentence.grammar, "attribute"):
            return hit[1].name
    return ""


def azerbaijani_before(mention: Mention, things: Mapping[str, Mention], schema: Schema) -> str | None:
    """The event that a gathering without a name is, told before by the same word, of nobody and at no other place."""
    if mention.kind != "gathered" or mention.owner is not None or not schema.is_a(mention.class_name, "Event"):
        return None
    word = mention.head.replace("-", " ").split()[-1:]
    told = [key for key, other in things.items() if schema.is_a(other.class_name, "Event")]
    return next((key for key in reversed(told) if things[key].head.replace("-", " ").split()[-1:] == word), None)
