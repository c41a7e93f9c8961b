"""Capital words that stand before a Kazakh name and are none of its words: a person's in the genitive, a town's."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME
from kg.draft.names.heads import Owner, is_field

SCHOOL = re.compile(r"[А-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһ]{0,3}[А-ЯӘІҢҒҮҰҚӨҺ]{0,3}(?:У|ҒА)")
"""The acronym of a university or an academy of sciences."""
_OF_PLACE = re.compile(r"қала|облыс|аудан|республика|округ|ауыл|өңір|ел(?:дің|інің)\Z|халқ|мемлекет")
_WITH_FIELDS = ("институт", "басқарма", "комитет", "агенттік", "департамент", "орталық", "академия", "қызмет")
"""The heads of bodies whose names are lists of fields, as those of ministries are."""
_SCIENCE = re.compile(r".(?:ия|тану|логия|ика|метрия|у|лық|лік)\Z")
_ADJECTIVE = re.compile(r".{2}(?:[лдт][ыі][қк]|лы|лі)\Z|\w{3}[а-я]и\Z|жөніндегі\Z|саласындағы\Z")
_GATHERINGS = ("Event", "Meeting", "PanelDiscussion", "OpeningCeremony", "Programme", "Strategy", "Initiative")
_MEETINGS = ("кездесу", "сапар", "жұмыс сапар", "ресми сапар", "мемлекеттік сапар", "келіссөз")
_OF_STATES = ("агенттік", "қоғам", "корпорация", "комитет", "кеңес", "басқарма", "комиссия")
"""The heads of bodies whose names may open with their country in the genitive."""
_OF_MANY = ("қауымдастық", "одақ", "федерация", "конфедерация", "альянс", "палата", "бірлестік")
_MOST_BETWEEN = 4
_FOR = ("жөніндегі", "саласындағы", "бойынша", "мәселелері")


def stands_before(sentence: Sentence, at: int) -> bool:
    """Whether a capital word of a Kazakh sentence is none of the name that follows it."""
    return _is_of_person(sentence, at) or _is_where(sentence, at)


def is_school(sentence: Sentence, at: int) -> bool:
    """Whether a word is the acronym of a Kazakh university, the names of whose parts follow it: ТобУ Заң мектебі."""
    return sentence.grammar.code == "kk" and SCHOOL.fullmatch(sentence.words[at].text) is not None


def _is_of_person(sentence: Sentence, at: int) -> bool:
    """Whether a capital word is a Kazakh surname in the genitive: өңір басшысы Қасымовтың бастамасы."""
    told = re.fullmatch(r"(.+)[ндт][ыі]ң", sentence.words[at].text)
    if sentence.grammar.code != "kk" or told is None:
        return False
    return (SURNAME.search(told[1]) is not None and len(told[1]) > 2) or _meets(sentence, at)


def _meets(sentence: Sentence, at: int) -> bool:
    """Whether a capital word in the genitive ends the name of somebody who meets: Эмре Йылдыздың кездесуі."""
    after, lowered, words = at + 1, sentence.lowered, sentence.words
    if after >= len(words) or at == 0 or sentence.gap(at - 1, at) not in (" ", "-"):
        return False
    if not words[at - 1].is_capital and not in_family(words[at - 1].text, sentence.grammar, "particle_of_name"):
        return False
    told = sentence.grammar.form(lowered, at, "heads") is None and sentence.gap(at, after) == " "
    head = sentence.grammar.form(lowered, after, "heads") if told else None
    return head is not None and head.possessed and head.entry.words in _MEETINGS


def _is_where(sentence: Sentence, at: int) -> bool:
    """Whether a capital word opens a Kazakh sentence in the locative: Павлодарда Торайғыров университеті."""
    word = sentence.lowered[at]
    told = sentence.grammar.code == "kk" and at == 0 and re.search(r"[^аеыі][дт][ае]\Z", word) is not None
    return told and word not in sentence.grammar.fields and sentence.words[1].is_capital


def sits_alone(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a word is a body of the state, whose session a Kazakh head means: Үкімет отырысы."""
    told = sentence.grammar.form(sentence.lowered, at, "heads") if sentence.grammar.code == "kk" else None
    sits = told is not None and in_family(form.entry.words, sentence.grammar, "session")
    return sits and told is not None and told.entry.words in stems(sentence.grammar, "state_body")


def parts_from_name(sentence: Sentence, at: int) -> bool:
    """Whether a small Kazakh word shows by its case that what stands before it is of another name."""
    word = sentence.lowered[at]
    if sentence.grammar.code != "kk":
        return False
    if re.search(r"[ыі]нд[ае]\Z", word):
        return True  # бизнес-форумында қала әкімдігі
    if at > 0 and sentence.words[at - 1].is_capital and re.search(r"[лдт][ае]р[ыі]н[ыі]ң\Z", word):
        head = sentence.grammar.form(sentence.lowered, at + 1, "heads")
        if head is not None and head.entry.words in _OF_MANY:
            return False  # Сарыарқа тігіншілерінің одағы
    return re.search(r"[ндт][ыі]ң\Z", word) is not None and not _OF_PLACE.match(word)  # мәслихаттың … сессиясы


def of_patron(sentence: Sentence, at: int) -> bool:
    """Whether a small Kazakh word is of whom a body is named after: Тобыл хан атындағы, Сейіт әл-Тарази атындағы."""
    words, after = sentence.words, at + 1
    if sentence.grammar.code != "kk" or at == 0 or not words[at - 1].is_capital or sentence.gap(at - 1, at) != " ":
        return False
    if words[at].text == "әл":
        named = after + 1 < len(words) and sentence.lowered[after + 1] in sentence.grammar.connectors
        return named and sentence.gap(at, after) == "-"
    titled = in_family(sentence.lowered[at], sentence.grammar, "patron_title")
    return titled and sentence.lowered[after] in sentence.grammar.connectors


def opens_ministry(sentence: Sentence, at: int, index: int, form: Form) -> bool:
    """Whether a word that names nothing by itself is the first of a Kazakh ministry's fields: Төтенше оқиғалар …"""
    beside = sentence.gap(at, at + 1) == " " and at + 1 < index and sentence.words[at + 1].text.islower()
    return sentence.grammar.code == "kk" and form.entry.detail == "ministry" and index - at == 2 and beside


def acts_with(sentence: Sentence, at: int, start: int, form: Form) -> bool:
    """Whether a capital word opens a sentence as its subject, a body with it: Тобыл Сыр агенттігімен …"""
    if sentence.grammar.code != "kk" or at or start != 1 or form.case != "with" or sentence.gap(0, 1) != " ":
        return False
    word, grammar = sentence.words[0], sentence.grammar
    plain = word.is_capital and word.lower not in grammar.given and word.text not in grammar.generic
    return plain and not is_field(word.lower, "kk") and _ADJECTIVE.search(word.lower) is None


def joins_fields(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a comma parts two fields in the name of a Kazakh body: Геология, жертану және тау-кен институты."""
    words, lowered = sentence.words, sentence.lowered
    if sentence.grammar.code != "kk" or form.entry.words.split(" ")[-1] not in _WITH_FIELDS:
        return False
    if sentence.gap(at, at + 1) != ", " or not words[at + 1].text.islower() or at + 3 >= len(words):
        return False
    goes_on = sentence.grammar.conjunctions.at(lowered, at + 2) is not None or sentence.gap(at + 1, at + 2) == ", "
    field = is_field(lowered[at], "kk") or _SCIENCE.search(lowered[at]) is not None
    return goes_on and field and not words[at].is_acronym


def is_object(sentence: Sentence, at: int) -> bool:
    """Whether a Kazakh word is the object of a noun of doing within a name: кәсіпкерлікті дамыту басқармасы."""
    if sentence.grammar.code != "kk" or at + 1 >= len(sentence.words):
        return False
    if sentence.gap(at, at + 1) == "-":
        return True  # индустриалды-инновациялық
    if sentence.gap(at, at + 1).strip() or not re.search(r"[ндт][ыі]\Z", sentence.lowered[at]):
        return False
    return sentence.grammar.triggers.at(sentence.lowered, at) is None  # кәсіпкерлікті дамыту; көптілді білім


def adjectives_start(sentence: Sentence, index: int, form: Form) -> int | None:
    """The capital adjective that opens a name of adjectives and a head alone: Ұлттық ядролық орталық."""
    words, lowered, grammar = sentence.words, sentence.lowered, sentence.grammar
    if grammar.code != "kk" or form.possessed or words[index].is_capital or form.entry.name in _GATHERINGS:
        return None
    for at in range(index - form.entry.length, max(-1, index - form.entry.length - _MOST_BETWEEN), -1):
        told = lowered[at + 1] in _FOR or (at + 2 < index and lowered[at + 2] in _FOR)
        if sentence.gap(at, at + 1) not in (" ", "-") or (_ADJECTIVE.search(lowered[at]) is None and not told):
            return None
        if words[at].is_capital:
            opens = at == 0 and not in_family(lowered[0], grammar, "of_nation") and not told
            alone = words[at].text in grammar.generic or opens
            return None if alone or index - at < 2 else at
    return None


def country_start(sentence: Sentence, index: int, form: Form, owner: Owner) -> int | None:
    """The country in the genitive that opens a name without any other capital: Кореяның мемлекеттік сауда агенттігі."""
    lowered, words = sentence.lowered, sentence.words
    if sentence.grammar.code != "kk" or not form.possessed or form.entry.words.split(" ")[-1] not in _OF_STATES:
        return None
    for at in range(index - form.entry.length - 1, max(-1, index - form.entry.length - _MOST_BETWEEN), -1):
        if any(sentence.gap(n, n + 1) != " " for n in (at, at + 1)) or not words[at + 1].text.islower():
            return None
        country = owner(at)
        if country is not None:
            told = country.class_name == "Country" and country.case == "gen" and country.start == words[at].start
            return at if told and index - at > 2 and in_family(lowered[at + 1], sentence.grammar, "of_state") else None
    return None
