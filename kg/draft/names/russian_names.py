"""Russian names of institutions: the head stands first, and its genitives after it."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.heads import Owner, is_field, of_head
from kg.draft.names.known import is_demonym
from kg.draft.names.russian_begins import opens_with_surname
from kg.draft.names.russian_cases import is_several, nominative_name
from kg.draft.names.russian_ends import name_end
from kg.draft.names.russian_fields import finer, is_others, is_seat_of, is_signed_paper, is_told, nominative_whole
from kg.draft.names.russian_latin import past_form
from kg.draft.names.russian_patrons import is_particle, opens_latin
from kg.draft.names.russian_starts import name_start
from kg.draft.names.russian_units import is_unit_of_body
from kg.draft.names.russian_wholes import opens_whole
from kg.draft.spans import Mention

_MINISTRY = re.compile(r"мин(?!ист|имум)[а-я]{3,}")
_GOVERNS = re.compile(r"(?:правительств|парламент|посольств|кабинет|сенат|государственн\* совет|госсовет)")
_QUOTED_AFTER = re.compile(r"\s*[«\"“]([^«»\"“”\n]{2,80})[»\"”]")


def russian_names(sentence: Sentence, owner: Owner) -> list[Mention]:
    """The names that a sentence has by their heads; `owner` says which words are of known things."""
    found: list[Mention] = []
    words, grammar, lowered = sentence.words, sentence.grammar, sentence.lowered
    for index, _word in enumerate(words):
        form = grammar.form(lowered, index, "heads")
        if form is None:
            continue
        if is_several(lowered[index], form.entry.words) or form.entry.name == "OpeningCeremony":
            continue
        if form.entry.name == "Strategy" and is_signed_paper(sentence, index):
            continue  # стороны подписали Дорожную карту
        if _before_latin(sentence, index) and in_family(lowered[index], grammar, "no_bearer"):
            continue  # по итогам встречи Dune и «Тис» …
        form = finer(sentence, index, form)
        length = form.entry.length
        head = index - length + 1
        if (
            form.entry.words.rstrip("*") in stems(grammar, "branch")
            and not words[head].is_acronym
            and not is_told(sentence, head)
            and _names_owner(sentence, index, owner)
        ):
            continue  # филиал банка «Орда»
        if is_unit_of_body(sentence, head, index, form):
            continue  # пресс-служба Лужского университета
        start = name_start(sentence, head, owner)
        end, complement = name_end(sentence, index, owner)
        if not complement and start == head and (country := _end_of_country(sentence, index, form, owner)):
            end, complement = country, True  # Банк Чада
        told = 0 if complement or _MINISTRY.match(lowered[index]) else _apposed(sentence, index, owner)
        told = past_form(sentence, told)
        if told:
            first = words[start] if words[start].is_capital else words[told]
            name = nominative_name(sentence, start, head, index, told, form)
            name = name if first is words[start] else sentence.text[first.start : words[told].end]
            found.append(of_head(sentence, words[start].start, words[told].end, name, form, 0.75))
            continue
        after = _QUOTED_AFTER.match(sentence.text, words[end].end) if complement else None
        if after is not None and is_others(sentence, index, end):
            continue  # встреча ректора университета «Арал»
        if after is not None and after[1][:1].isupper() and words[start].text.islower():
            found.append(of_head(sentence, words[start].start, after.end(), after[1], form, 0.75))
            continue  # центр обработки данных «Арал»
        whole = _MINISTRY.match(lowered[index]) is not None or in_family(lowered[index], grammar, "whole_name")
        if whole and words[index].is_capital and not complement:
            name = nominative_whole(words[index].text, form)
            found.append(of_head(sentence, words[index].start, words[index].end, name, form, 0.8))
            continue
        capital = words[start].is_capital and (
            start < head or words[start].start > sentence.start or complement or length > 1
        )
        governed = owner(index + 1) if _GOVERNS.match(form.entry.words) and index + 1 < len(words) else None
        of_country = governed is not None and governed.class_name == "Country"
        if not capital and not of_country and not _may_be_small(sentence, index, form, complement, owner):
            continue
        if start == head and not complement and length == 1 and not of_country:
            continue
        if words[head].text.islower() and not complement and _QUOTED_AFTER.match(sentence.text, words[index].end):
            continue  # Самаркандский хаб «…»
        if form.case == "ins" and start == head and _opens_with_head(sentence, index):
            continue  # оператором программы «…»
        last = words[end]
        quoted = _QUOTED_AFTER.match(sentence.text, last.end) if end > index else None
        name = nominative_name(sentence, start, head, index, end, form)
        stop = last.end
        if quoted is not None and quoted[1][:1].isupper():
            stop, name = quoted.end(), f"{name} {quoted[0].strip()}"
        elif (
            (form.entry.detail == "strip" or words[head].text.islower())
            and start == head
            and end > index
            and not re.match(r"[а-яё]", words[index + 1].lower)
        ):
            name = " ".join(sentence.text[words[index + 1].start : last.end].split())
        found.append(of_head(sentence, words[start].start, stop, name, form, 0.8 if capital else 0.65))
    return found


def _before_latin(sentence: Sentence, index: int) -> bool:
    """Whether a capital in Latin letters stands right behind a small word."""
    after = index + 1
    beside = after < len(sentence.words) and sentence.gap(index, after) == " " and sentence.words[index].text.islower()
    return beside and re.match("[A-Z]", sentence.words[after].text) is not None


def _end_of_country(sentence: Sentence, index: int, form: Form, owner: Owner) -> int:
    """The last word of the country that is all that a body with a capital is named by; 0 for none: Банк Чада."""
    words, after = sentence.words, index + 1
    if after >= len(words) or not words[index].is_capital or sentence.gap(index, after) != " ":
        return 0
    country = owner(after)
    if form.entry.words.rstrip("*") not in stems(sentence.grammar, "of_country_head") or country is None:
        return 0
    told = country.class_name == "Country" and country.case == "gen" and country.start == words[after].start
    return sentence.index_from(country.end) - 1 if told else 0


def _apposed(sentence: Sentence, index: int, owner: Owner) -> int:
    """The place of a single capital word right after a head that is its name: Университете Нархоз; 0 for none."""
    if index + 1 < len(sentence.words) and opens_whole(sentence, index, index + 1, has_field=False):
        return 0  # Ассоциация выпускников Томского университета
    words, at, grammar = sentence.words, index + 1, sentence.grammar
    if at >= len(words) or sentence.gap(index, at) != " " or owner(at) is not None:
        return 0
    word = words[at]
    if words[index].text.islower() and in_family(sentence.lowered[index], grammar, "no_bearer"):
        return 0  # по итогам встречи Дюна и «Тис» …
    if not word.is_capital or not re.match(r"[а-яё]{3}", word.lower) or word.text in grammar.generic:
        return 0
    if (word.is_acronym and is_told(sentence, index)) or word.text in grammar.company_forms:
        return 0  # начальник управления ТОО «Арал»
    if is_given(word.lower, grammar) or is_demonym(word.lower, "ru") or is_field(word.lower, "ru"):
        return 0
    if opens_with_surname(sentence, at) or (at + 1 < len(words) and is_particle(sentence, at + 1)):
        return 0  # ректор университета Халид аль-Варуди
    if SURNAME.search(word.text) or any(
        grammar.form(sentence.lowered, at, t) for t in ("heads", "posts", "agreements")
    ):
        return 0
    if at + 1 < len(words) and sentence.gap(at, at + 1) == "-" and words[at + 1].is_capital:
        at += 1  # Ала-Тоо
    last = at + 1 >= len(words) or sentence.gap(at, at + 1) != " "
    named = not last and words[at + 1].is_capital and _names_person(sentence, at + 1)
    return at if last or named or not words[at + 1].is_capital else 0


def _names_person(sentence: Sentence, at: int) -> bool:
    """Whether a first name and another capital word stand at a place: ректор Университета Арал Анна Ким."""
    after = at + 1 < len(sentence.words) and sentence.words[at + 1].is_capital and sentence.gap(at, at + 1) == " "
    return after and is_given(sentence.words[at].lower, sentence.grammar)


def _names_owner(sentence: Sentence, index: int, owner: Owner) -> bool:
    """Whether whose branch it is follows: a quoted name with its head, a known thing, or a name in capitals."""
    words = sentence.words
    for at in range(index + 1, min(index + 3, len(words))):
        if sentence.gap(at - 1, at).strip(' «"“'):
            return False
        if words[at].is_capital:
            return True
        if sentence.grammar.form(sentence.lowered, at, "heads") is None:
            return False
    return False


def _opens_with_head(sentence: Sentence, index: int) -> bool:
    """Whether another head follows, and then a quoted name: the name is of that."""
    words = sentence.words
    if index + 1 >= len(words) or sentence.grammar.form(sentence.lowered, index + 1, "heads") is None:
        return False
    return _QUOTED_AFTER.match(sentence.text, words[index + 1].end) is not None


def _may_be_small(sentence: Sentence, index: int, form: Form, complement: bool, owner: Owner) -> bool:
    """Whether a head in small letters opens a name: a ministry, or what a capital tells the name of."""
    first = index - form.entry.length + 1
    if any(word.is_capital for word in sentence.words[first + 1 : index + 1]):
        return True
    if not complement:
        return False
    if form.entry.detail == "ministry":
        return True
    following = sentence.words[index + 1]
    if (
        not following.is_capital
        or (
            owner(index + 1) is not None
            and not opens_latin(sentence, index + 1)
            and not is_seat_of(form, owner(index + 1))
        )
        or sentence.grammar.form(sentence.lowered, index + 1, "heads")
    ):
        return False
    if not re.match(r"[а-яё]", following.lower):
        return True
    return form.entry.name not in ("Initiative", "Programme", "Strategy", "Network", "Platform", "Meeting", "Event")
