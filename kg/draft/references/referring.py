"""Heads that stand alone and mean what was named before: the Center, Nazirlik, Орталық."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.draft.gatherings.azerbaijani_words import is_another
from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.bare_heads import is_bare, stands_bare
from kg.draft.names.known import is_demonym
from kg.draft.names.russian_cases import is_several
from kg.draft.posts.russian_states import country_meant
from kg.draft.references.russian_references import is_yet_to_come, meant_by_sort, names_place, only_describes
from kg.draft.references.standing_alone import closes_phrase, is_definite, is_inflected
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

_ANY_BODY = {
    "az": ("bu", "həmin", "adıçəkilən", "sözügedən", "yeni", "qeyd olunan"),
    "tr": ("bu", "söz konusu", "konusu", "geçen", "anılan", "aynı"),
    "kk": ("бұл", "осы", "аталған", "жаңа", "аталмыш", "сол"),
    "uz": ("bu", "ushbu", "mazkur", "yangi", "shu"),
}
_SORT_OF_BODY = {"uz": ("Company", "InternationalOrganisation", "NewsAgency")}
"""What is hardly called by a word for any body: idora, muassasa."""
_BY_WORD_ONLY = ("GovernmentBody", "Event", "Initiative")
"""What a noun means only where the name of what is meant has it: the agency."""
_GENERAL = {
    "az": {
        "ali təhsil ocaq": "ResearchOrganisation", "ali təhsil müəssisə": "ResearchOrganisation",
        "ali məktəb": "ResearchOrganisation", "təhsil ocaq": "ResearchOrganisation",
        "elm ocaq": "ResearchOrganisation", "tədris ocaq": "ResearchOrganisation",
        "şirkət": "Company", "müəssisə": "Company", "firma": "Company", "cəmiyyət": "Company", "startap": "Company",
    },
    "uz": {
        "markaz": "Center", "kompaniya": "Company", "korxona": "Company", "firma": "Company", "dastur": "Programme",
        "loyiha": "Programme", "tashabbus": "Initiative", "oliygoh": "ResearchOrganisation", "tadbir": "Event",
        "anjuman": "Event", "yigʻin": "Event",
    },
}  # fmt: skip
"""Words for a whole sort of things, whatever their own head."""
_CALLED_AGENCY = ("Organisation", "Company", "GovernmentBody", "InternationalOrganisation")
"""What an English agency may be."""
_NAMED_LATE = ("Company", "Center", "Initiative", "ResearchOrganisation")
"""What a name that nothing else tells of may be told to be after it: this programme."""
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
        if grammar.code == "en" and in_family(word.lower, grammar, "only_in_names"):
            continue
        form = grammar.form(sentence.lowered, index, "heads")
        if (
            sentence.grammar.code == "en"
            and word.text.islower()
            and (told := _english(sentence, index, taken, latest, schema))
        ):
            taken[index] = told
            found.append(told)
            continue
        by_sort = meant_by_sort(sentence, index, latest, schema) if grammar.code == "ru" else None
        if grammar.code == "ru" and (is_yet_to_come(sentence, index) or only_describes(sentence, index, taken)):
            continue
        if grammar.code == "ru" and (country := country_meant(sentence, index, taken, latest)) is not None:
            found.append(country)
            continue
        if form is None and by_sort is not None:
            found.append(by_sort)
            continue
        if form is None and (any_body := _any_body(sentence, index, latest, schema)) is not None:
            found.append(any_body)
            continue
        if form is not None and is_another(sentence, index - form.entry.length + 1):
            continue  # növbəti forumun
        if form is None or not (
            is_definite(sentence, index, form.possessed, index - 1 in taken)
            or is_inflected(sentence, index, form, taken)
            or is_bare(sentence, index, form, follows_name=index - 1 in taken)
            or stands_bare(sentence, index, form, taken)
            or _is_sort(sentence, index, form, taken)
        ):
            continue
        here = sorted({id(m): m for n, m in taken.items() if n < index}.values(), key=lambda m: m.start)
        here = [m for m in here if m.class_name and m.mark != "adj" and not m.is_reference]
        local = _before(form.entry.words, form.entry.name, here, schema)
        recent = latest[-_MOST_BACK:]
        if grammar.code == "tr":  # what acted or was spoken of goes before what something was done with
            acting = [m for m in recent if m.mark in ("nom", "gen", "acc", "by") and not m.tells_whose]
            local = local or _before(form.entry.words, form.entry.name, acting, schema)
        if grammar.code == "ru":
            if names_place(sentence, index, taken) or is_several(word.lower, form.entry.words):
                continue  # Банк России; университетов
            local = _called(form.entry.words, here) or local
            recent = [m for m in recent if _called(form.entry.words, [m])] or recent
        before = local or _before(form.entry.words, form.entry.name, recent, schema)
        if before is None and grammar.code == "tr" and (any_ := _any_body(sentence, index, latest, schema)) is not None:
            found.append(any_)
            continue
        if before is None and by_sort is not None:
            found.append(by_sort)
        elif before is not None:
            taken[index] = before
            opens = words[index - form.entry.length + 1] if form.entry.words in _GENERAL["az"] else word
            found.append(
                Mention(
                    opens.start, word.end, before.name, before.class_name, grammar.code, "reference",
                    0.7, (Reason.BY_REFERENCE,), entity=before.entity, known=before.known,
                    case="acc" if form.possessed and not (form.case and grammar.code == "az") else form.case,
                    is_reference=True, head=before.head, refers=local,
                )
            )  # fmt: skip
    return found


def _english(
    sentence: Sentence, index: int, taken: Mapping[int, Mention], latest: Sequence[Mention], schema: Schema
) -> Mention | None:
    """What a common noun means after the, this or that: the firm, that incubator, the new body."""
    grammar, word = sentence.grammar, sentence.words[index]
    plain = re.sub(r"ʻs\Z", "", word.lower)
    sort = grammar.sorts.get(plain, "any")
    if sort == "any" or not _is_meant(sentence, index):
        return None
    here = sorted({id(m): m for n, m in taken.items() if n < index}.values(), key=lambda m: m.start)
    here = [m for m in here if m.class_name and not m.is_reference]
    told = [*latest[-_MOST_BACK:], *here]
    same = [m for m in told if m.head and m.head.split()[-1] == plain]
    if not same and sort in _BY_WORD_ONLY:
        told = [] if sort != "GovernmentBody" or index != 1 else told  # The agency has signed … of the sentence before
        told = [m for m in told if m.sentence == sentence.number - 1 and m.mark == "nom" and not m.inner]
        told = [m for m in told if m.class_name in _CALLED_AGENCY]
        if len({m.entity for m in told}) != 1:
            return None
        sort = "Organisation"
    fits = [m for m in told if schema.is_a(m.class_name, sort) or (sort == "Company" and _may_be_company(m))]
    if sort == "Organisation":
        fits = [m for m in fits if m.class_name != "NewsAgency"]
    fits = [m for m in fits if not m.inner]
    beside = [
        m for m in told if m.sentence == sentence.number - 1 and m.class_name == "Organisation" and _may_be_company(m)
    ]
    if sentence.lowered[index - 1] in ("that", "this") and beside and not same and sort in _NAMED_LATE:
        beside[-1].class_name = sort  # … left TechSeed. That incubator …
        fits = beside[-1:]
    near = [m for m in fits if m.sentence == sentence.number - 1 and m not in here]
    chosen = same or [m for m in near if m.mark == "nom"] or near or [m for m in fits if m.mark == "nom"] or fits
    if not chosen:
        return None
    before = chosen[-1]
    ends = word.start + len(plain)
    return Mention(
        word.start, max(word.end, ends), before.name, before.class_name, "en", "reference", 0.7, (Reason.BY_REFERENCE,),
        entity=before.entity, known=before.known, case="gen" if plain != word.lower else "", is_reference=True,
        head=before.head, refers=before if before in here else None,
    )  # fmt: skip


def _may_be_company(mention: Mention) -> bool:
    return mention.class_name == "Organisation" and mention.rule in ("capitals", "quoted")


def _is_sort(sentence: Sentence, index: int, form: Form, taken: Mapping[int, Mention]) -> bool:
    """Whether an Azerbaijani phrase for a whole sort stands without a name before it: Ali təhsil ocağının rektoru."""
    first = index - form.entry.length + 1
    sorts = sentence.grammar.code == "az" and form.entry.words in _GENERAL["az"]
    opens = not first or bool(sentence.gap(first - 1, first).strip())
    return sorts and first - 1 not in taken and (opens or sentence.lowered[first - 1] in _ANY_BODY["az"])


def _is_meant(sentence: Sentence, index: int) -> bool:
    """Whether a noun stands after the, this or that, and nothing after it says which one is meant."""
    following = sentence.lowered[index + 1] if index + 1 < len(sentence.words) else ""
    parted = index + 1 < len(sentence.words) and bool(sentence.gap(index, index + 1).strip())
    if not parted and (following in ("of", "for", "that") or _goes_on(sentence, index)):
        return False
    return is_definite(sentence, index, False, False) or _is_described(sentence, index)


def _is_described(sentence: Sentence, index: int) -> bool:
    """Whether one or two words stand between the and a noun, a place or adjective of a country among them."""
    words, lowered = sentence.words, sentence.lowered
    for back in (2, 3):
        at = index - back
        if at < 0 or sentence.gap(index - 1, index).strip(" -"):
            return False
        if lowered[at] == "the":
            inside = lowered[at + 1 : index]
            place = is_demonym(inside[0], "en") or words[at + 1].is_capital
            small = all(words[n].text.islower() for n in range(at + 2 if place else at + 1, index))
            return (
                small
                and not set(stems(sentence.grammar, "of_sort")) & set(inside)
                and (place or in_family(lowered[index], sentence.grammar, "described_firm"))
            )
    return False


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a noun is only the first part of a longer one, or stands before a name: the startup centre."""
    if index + 1 >= len(sentence.words):
        return False
    after = sentence.words[index + 1]
    grammar, lowered = sentence.grammar, sentence.lowered
    return (
        after.is_capital or lowered[index + 1] in grammar.sorts or grammar.form(lowered, index + 1, "heads") is not None
    )


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
    if grammar.code in ("az", "tr"):
        bodies = [m for m in bodies if m.mark in ("nom", "gen", "acc")] or bodies
    if grammar.code == "az":
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
    return _exactly(head, class_name, told, schema) or _in_general(head, told, schema)


def _called(head: str, told: Sequence[Mention]) -> Mention | None:
    """The latest of some things whose own head a word is."""
    last = head.split()[-1]
    return next((m for m in reversed(told) if last in m.head.split()), None)


def _in_general(head: str, told: Sequence[Mention], schema: Schema) -> Mention | None:
    """The latest of some things that a word for a whole sort may mean: korxona, after «X» startapi."""
    for mention in reversed(told):
        sort = _GENERAL.get(mention.language, {}).get(head, "")
        if sort and schema.is_a(mention.class_name, sort):
            return mention
    return None


def _exactly(head: str, class_name: str, told: Sequence[Mention], schema: Schema) -> Mention | None:
    last = head.split()[-1]
    if class_name in _MANY_HEADS:
        for mention in reversed(told):
            if mention.class_name not in ("Person", "City", "Country", "Region", "") and (
                mention.head.split()[-1:] == [last]
                or (mention.language == "ru" and last in mention.head.split())
                or f" {fold(mention.name)}".rpartition(" ")[2].startswith(fold(last.rstrip("*")))
            ):
                return mention
    if class_name == "Company" and told and told[-1].language == "ru":
        firms = [m for m in told if m.class_name == "Company"]
        told = firms or told  # a firm before what only quotation marks name
    for mention in reversed(told):
        if mention.head and (mention.head.split()[-1] == last or (mention.language == "ru" and last in mention.head)):
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
