"""Things that an article describes and does not name: a joint laboratory that is opened, the Forum's annual meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.draft.gatherings.gathered import gathered
from kg.draft.gatherings.kazakh_gathered import opens_sentence
from kg.draft.gatherings.russian_gatherings import russian_gatherings
from kg.draft.language.families import stems
from kg.draft.language.grammar import Form, Grammar
from kg.draft.language.months import tells_week
from kg.draft.language.passages import is_headline
from kg.draft.language.words import Sentence
from kg.draft.names.azerbaijani_parts import capital_parts
from kg.draft.names.bare_heads import is_bare
from kg.draft.names.branches import russian_branches
from kg.draft.names.kazakh_bodies import embassies, unnamed_councils
from kg.draft.names.kazakh_descriptions import is_made_by
from kg.draft.names.kazakh_local import local_bodies
from kg.draft.names.kazakh_parts import kazakh_parts
from kg.draft.names.russian_cases import is_adjective, is_several
from kg.draft.references.descriptions import HELD, MOST_MODIFIERS, description, first_word, span_of
from kg.draft.references.whose_gathering import whose_gathering
from kg.draft.relations.english_objects import is_behind_place
from kg.draft.relations.triggers import Trigger, triggers
from kg.draft.relations.uzbek_branches import uzbek_branches
from kg.draft.spans import Mention
from kg.facts.schema import Schema

MADE = frozenset({"establish", "open", "launch", "form", "prepare", "provide"})
"""Frames of which such a thing may be the object."""
_MADE = MADE | {"hold"}
_RUN = frozenset({"run"})  # Kazakh, where more is told of it: білім беру орталығын X басқарады
_MAY_BE_MADE = ("Center", "ResearchOrganisation", "Organisation", "Programme", "Platform", "Network", "Cluster")
_PARKS = ("IndustrialPark",)
_OPENING = ("az", "kk", "ru")
"""Languages in which a head that opens a sentence may be a thing without a name: Форум прошёл в Минске."""
_NAMED_ONLY = ("GovernmentBody", "Company", "NewsAgency", "InternationalOrganisation")
_AS_A = 2
_FAR, _OBJECT = 9, re.compile(r"[ıiuü]n[ıiuü]\Z")
_REACH = {"active": 1, "noun": 1, "passive": 6}
_PLURAL = re.compile(r"(?:лар|лер|дар|дер|тар|тер)\Z")
_CALLED = re.compile(r"\s*(?:[«“\"„(]|called|named|under the name|под названием)", re.IGNORECASE)


def nameless(sentence: Sentence, mentions: Sequence[Mention], schema: Schema) -> list[Mention]:
    """The nameless things of a sentence, those that belong to a body with it as their owner."""
    heads = [
        (index, form)
        for index, word in enumerate(sentence.words)
        if (form := sentence.grammar.form(sentence.lowered, index, "heads")) is not None
        and (word.text[0].islower() or (index == 0 and sentence.grammar.code in _OPENING) or _is_embassy(form))
        and not any(m.start < word.end and word.start < m.end for m in mentions)
        and not _goes_on(sentence, index)
        and not tells_week(sentence.lowered, index)
        and not (sentence.grammar.code == "ru" and is_several(word.lower, form.entry.words))
        and not (sentence.grammar.code == "kk" and _PLURAL.search(form.entry.words) and form.entry.name != "Event")
    ]
    parts = (russian_branches, uzbek_branches, capital_parts)
    found = [part for told in parts for part in told(sentence, mentions, schema)]
    heads = [(n, f) for n, f in heads if not any(m.overlaps(*span_of(sentence, n, n)) for m in found)]
    found += [*unnamed_councils(sentence, heads), *embassies(sentence, heads, mentions)]
    found += [*local_bodies(sentence, heads, [*mentions, *found])]
    found += [*kazakh_parts(sentence, heads, [*mentions, *found], schema)]
    found += _gatherings(sentence, heads, mentions, schema)
    if not heads:
        return found
    found += _branches(sentence, heads, mentions, schema)
    if is_headline(sentence):
        return found
    az = sentence.grammar.code == "az"  # iclası A və B təşkil ediblər
    opening = [(n, f) for n, f in heads if n < f.entry.length and (az or not f.possessed)]
    opening = [(n, f) for n, f in opening if opens_sentence(sentence, n, f)]
    heads = [(n, f) for n, f in heads if sentence.words[n].text[0].islower() or (n, f) in opening]
    for index, form in (*gathered(sentence, heads, schema), *russian_gatherings(sentence, heads, schema)):
        first = first_word(sentence, index, form, mentions)
        if first is None and sentence.grammar.code == "en":
            first = index - form.entry.length + 1
        if first is not None and not any(m.overlaps(*span_of(sentence, index, index)) for m in found):
            gathering = description(sentence, first, index, form, mentions)
            gathering.kind = "gathered"
            found.append(gathering)
    frames = _MADE | _RUN if sentence.grammar.code == "kk" else _MADE
    made = [hit for hit in triggers(sentence, list(mentions)) if hit.frame in frames and hit.status != "unsure"]
    heads = [(n, f) for n, f in heads if sentence.words[n].text[0].islower()]
    for index, form in heads if made else []:
        if not _may_be_made(form, schema, sentence.grammar) or any(
            m.overlaps(*span_of(sentence, index, index)) for m in found
        ):
            continue
        first = first_word(sentence, index, form, mentions)
        if first == index and sentence.grammar.code == "tr" and is_bare(sentence, index, form):
            continue  # parkı 2011'de kuran: one that was told of
        if first is not None and any(
            _is_made(sentence, first, index, form, hit, mentions)
            and (hit.frame == "hold") is (form.entry.name in HELD.get(sentence.grammar.code, ("Event",)))
            for hit in made
        ):
            found.append(description(sentence, first, index, form, mentions))
    return found


def _is_embassy(form: Form) -> bool:
    """Whether an Azerbaijani head in capitals is of an embassy: Azərbaycanın Ukraynadakı Səfirliyi."""
    return form.entry.detail == "branch" and form.entry.name == "GovernmentBody" and form.possessed


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a head is only a part of one of more words: тұсаукесер рәсімі; a laboratory center."""
    words, after = sentence.words, index + 1
    if sentence.grammar.code not in ("en", "kk", "ru") or after >= len(words) or sentence.gap(index, after).strip():
        return False
    form = sentence.grammar.form(sentence.lowered, after, "heads")
    compound = sentence.grammar.code == "en" and words[after].text.islower()
    return form is not None and (compound or form.entry.length > 1)


def _may_be_made(form: Form, schema: Schema, grammar: Grammar) -> bool:
    name = form.entry.name
    fits = (
        name in (*_PARKS, "Event", "Meeting", "PanelDiscussion")
        or name == "Publication"
        or any(schema.is_a(name, sort) for sort in _MAY_BE_MADE)
    )
    plant = form.entry.words in stems(grammar, "plant")
    return plant or (fits and name not in _NAMED_ONLY)


def _is_made(sentence: Sentence, first: int, last: int, form: Form, hit: Trigger, mentions: Sequence[Mention]) -> bool:
    """Whether what is described stands where the object of a verb stands."""
    if hit.voice not in _REACH:
        return False
    if sentence.grammar.code == "en" and sentence.lowered[last].endswith("s") and not form.entry.words.endswith("s"):
        return False  # opened centres around the country
    start, end = span_of(sentence, first, last)
    if sentence.grammar.verb_last:
        if form.case not in ("", "acc", "gen") or not 0 < hit.first - last <= _reach(sentence, last, form):
            return False
        between = sentence.text[end : hit.start]
        inside = [m for m in mentions if end <= m.start < hit.start and m.class_name not in ("City", "Country")]
        made = (not inside and hit.frame not in _RUN) or is_made_by(sentence, last, form, hit, inside)
        return made and not re.search(r"[.,;:()]" if inside else r"[.,;:()«»“”]", between)
    after, before = first - hit.last - 1, hit.first - last - 1
    passive = hit.voice == "passive"
    if sentence.grammar.code == "ru" and form.case == "ins":
        return False  # запущенная технопарком
    if sentence.grammar.code == "ru" and hit.voice == "active":
        before_head = sentence.lowered[first : last - form.entry.length + 1]
        if not all(is_adjective(word) for word in before_head) or sentence.lowered[last].endswith(("ий", "ов")):
            return False  # создал базу лабораторий
    if 1 <= after <= _AS_A and "as" in sentence.lowered[first - after : first]:
        return False  # founded as a public organisation
    near = 0 <= after <= 2 or (passive and 0 <= before <= _REACH["passive"])
    between = sentence.text[hit.end : start] if after >= 0 else sentence.text[end : hit.start]
    near = near or (sentence.grammar.code == "en" and is_behind_place(between))  # opened in Osh a regional hub
    called = _CALLED.match(sentence.text, end) is not None
    return near and not called and not re.search(r"[.,;:()«»“”]", between)


def _reach(sentence: Sentence, last: int, form: Form) -> int:
    """How far a verb may stand from its object: a Turkish one with its ending may have when and where after it."""
    in_turkish = sentence.grammar.code == "tr" and _OBJECT.search(sentence.lowered[last]) is not None
    in_kazakh = sentence.grammar.code == "kk" and form.case in ("acc", "")
    return _FAR if in_turkish or in_kazakh else MOST_MODIFIERS


# Gatherings of a body: ИТУ-ның жыл сайынғы отырысы, the annual meeting of the Alliance.


def _gatherings(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention], schema: Schema
) -> Iterator[Mention]:
    for index, form in heads:
        if not schema.is_a(form.entry.name, "Event") or form.entry.name == "OpeningCeremony":
            continue
        if form.case and form.entry.words.endswith("сапар"):
            continue  # жұмыс сапарымен келді
        owner = whose_gathering(sentence, index, form, mentions)
        if owner is None or not any(schema.is_a(owner.class_name, c) for c in ("Organisation", "Initiative")):
            continue
        first = first_word(sentence, index, form, mentions)
        first = index - form.entry.length + 1 if first is None else first
        mention = description(sentence, first, index, form, mentions, owner)
        if sentence.grammar.code == "kk" and owner.end <= mention.start and "»" not in owner.name:
            whose = " ".join(sentence.text[owner.start : mention.start + 1].split())
            mention.name = whose + mention.name[1:]
        if sentence.grammar.code == "ru":  # заседание совета «X»
            mention.name += " ".join(sentence.text[sentence.words[index].end : owner.end].split(" "))
        yield replace(mention, confidence=0.7)


def _branches(
    sentence: Sentence, heads: Sequence[tuple[int, Form]], mentions: Sequence[Mention], schema: Schema
) -> Iterator[Mention]:
    """Parts of a body that a sentence speaks of: universitetin mühəndislik fakültəsi, Akademiyanın Şəkidə filialı."""
    for index, form in heads:
        if form.entry.detail != "branch" or not form.possessed or sentence.grammar.code != "az":
            continue
        first = first_word(sentence, index, form, mentions)
        first = index - form.entry.length + 1 if first is None else first
        told = [m for m in mentions if m.end <= sentence.words[first].start and m.class_name not in ("City", "Region")]
        told = [m for m in told if not (m.class_name == "Country" and m.case in ("adj", "loc"))]
        before = told[-1] if told else None
        has = index + 1 < len(sentence.words) and sentence.lowered[index + 1] in ("var", "vardır", "mövcuddur")
        owns = before is not None and (before.case == "gen" or (has and not before.case))
        state = before is not None and before.class_name == "Country" and form.entry.name == "GovernmentBody"
        if before is None or not owns or not (state or schema.is_a(before.class_name, "Organisation")):
            continue
        gap = sentence.text[before.end : sentence.words[first].start]
        if len(gap.split()) <= MOST_MODIFIERS and not re.search(r"[.,;:()]", gap):
            part = description(sentence, first, index, form, mentions, before)
            part.place = next((m for m in mentions if before.end <= m.start < part.start and m.case == "adj"), None)
            alone = first > index - form.entry.length
            whole = " ".join(sentence.text[before.start : sentence.words[index].start + form.base_length].split())
            named = whole if state else form.entry.words.capitalize()  # Türkiyənin Azərbaycandakı səfirliyi
            yield replace(part, name=named) if alone or state else part
