"""Firms in Kazakh sentences: names with a place in them (Foam Қазақстан, China Foam), doubled forms, what opens."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_REACH = 7
_CASED = re.compile(r"(?:[ғқ]а|[гк]е|[дт][ае]|[дтн][ае]н|[ндт][ыі]ң|[ндт][ыі]|[мбп]ен|[лдт][ыі][қк])\Z")
_DOUBLED = re.compile(r" [А-ЯӘІҢҒҮҰҚӨҺ]{2,4}[»”\"] ([А-ЯӘІҢҒҮҰҚӨҺ]{2,5})(?:-([^\W\d_]{1,5}))?(?!\w)")
"""A form within the quotation marks of another, as in «X» ҰК» АҚ."""
_PLURAL = re.compile(r"[лдт][ае]р\Z")
_PLACES = ("Country", "City", "Region")


def is_firm_of_country(sentence: Sentence, last: int, country: Mention | None) -> bool:
    """Whether a country without a case ends the name of a foreign firm, and is of no noun after it."""
    if country is None or not sentence.words[last].text.isascii() or country.start != sentence.words[last].end + 1:
        return False
    if sentence.text[country.start : country.end].isascii():
        return True  # Foam Kazakhstan
    after = sentence.index_from(country.end)
    if after >= len(sentence.words) or sentence.gap(after - 1, after) != " ":
        return True
    joined = sentence.grammar.conjunctions.at(sentence.lowered, after) is not None
    return joined or sentence.words[after].is_capital or sentence.words[after].text in sentence.grammar.company_forms


def opens_firm(sentence: Sentence, at: int, place: Mention) -> bool:
    """Whether a place without a case opens a name in Latin letters: China Foam, Астана Foam University."""
    words = sentence.words
    if sentence.grammar.code != "kk" or place.case or place.class_name not in _PLACES or at + 1 >= len(words):
        return False
    alone = place.start == words[at].start and place.end == words[at].end
    latin = words[at + 1].text.isascii() and words[at + 1].is_capital and sentence.gap(at, at + 1) == " "
    more = at + 2 < len(words) and words[at + 2].text.isascii() and words[at + 2].is_capital
    goes_on = more or not words[at + 1].is_acronym  # but: Алматы IT мамандарын
    return alone and latin and goes_on and (words[at].text.isascii() or place.class_name == "City")


def deals_with(sentence: Sentence, at: int) -> bool:
    """Whether the single word that opens a sentence does something with a body: Тобылпошта Сыр агенттігімен …"""
    words, grammar = sentence.words, sentence.grammar
    if grammar.code != "kk" or at or len(words) < 3 or not words[1].is_capital or _CASED.search(words[0].lower):
        return False
    for index in range(2, min(_REACH, len(words))):
        if sentence.gap(index - 1, index) not in (" ", "-"):
            return False
        form = grammar.form(sentence.lowered, index, "heads")
        if form is not None and (form.case or form.possessed):
            return form.possessed and form.case == "with"
    return False


def form_after_form(sentence: Sentence, start: int, end: int) -> tuple[int, int, str] | None:
    """A quoted name with a Kazakh form within the marks of another, and that one's case: «X» ҰК» АҚ-ның."""
    told = _DOUBLED.match(sentence.text, end) if sentence.grammar.code == "kk" else None
    if told is None or told[1] not in sentence.grammar.company_forms:
        return None
    case = sentence.grammar.case_of(told[2].lower()) if told[2] else ""
    return start, told.end() if case is not None else told.end(1), case or ""


def is_for_several(sentence: Sentence, at: int, form: Form) -> bool:
    """Whether a Kazakh head in the plural, with no ending more, is what another is for: «X» стартаптар технопаркі."""
    goes_on = sentence.grammar.code == "kk" and at + 1 < len(sentence.words)
    return goes_on and _PLURAL.search(form.entry.words) is not None and not form.possessed and not form.case
