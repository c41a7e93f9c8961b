"""Capital words that stand before a Kazakh name and are none of its words: a person's in the genitive, a town's."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME


def stands_before(sentence: Sentence, at: int) -> bool:
    """Whether a capital word of a Kazakh sentence is none of the name that follows it."""
    return _is_of_person(sentence, at) or _is_where(sentence, at)


def _is_of_person(sentence: Sentence, at: int) -> bool:
    """Whether a capital word is a Kazakh surname in the genitive: өңір басшысы Қасымовтың бастамасы."""
    told = re.fullmatch(r"(.{3,})[ндт][ыі]ң", sentence.words[at].text)
    return sentence.grammar.code == "kk" and told is not None and SURNAME.search(told[1]) is not None


def _is_where(sentence: Sentence, at: int) -> bool:
    """Whether a capital word opens a Kazakh sentence in the locative: Павлодарда Торайғыров университеті."""
    word = sentence.lowered[at]
    told = sentence.grammar.code == "kk" and at == 0 and re.search(r"[^аеыі][дт][ае]\Z", word) is not None
    return told and word not in sentence.grammar.fields and sentence.words[1].is_capital
