"""Capital words that stand before a Kazakh name and are none of its words: a person's in the genitive, a town's."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME

SCHOOL = re.compile(r"[А-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһ]{0,3}[А-ЯӘІҢҒҮҰҚӨҺ]{0,3}(?:У|ҒА)")
"""The acronym of a university or an academy of sciences."""


def stands_before(sentence: Sentence, at: int) -> bool:
    """Whether a capital word of a Kazakh sentence is none of the name that follows it."""
    return _is_of_person(sentence, at) or _is_where(sentence, at)


def is_school(sentence: Sentence, at: int) -> bool:
    """Whether a word is the acronym of a Kazakh university, the names of whose parts follow it: ТобУ Заң мектебі."""
    return sentence.grammar.code == "kk" and SCHOOL.fullmatch(sentence.words[at].text) is not None


def _is_of_person(sentence: Sentence, at: int) -> bool:
    """Whether a capital word is a Kazakh surname in the genitive: өңір басшысы Қасымовтың бастамасы."""
    told = re.fullmatch(r"(.{3,})[ндт][ыі]ң", sentence.words[at].text)
    return sentence.grammar.code == "kk" and told is not None and SURNAME.search(told[1]) is not None


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
