"""First names, in whatever case, and what they show of the words beside them."""

from __future__ import annotations

import re

from kg.draft.language.grammar import Grammar
from kg.draft.language.grammar import grammar as grammar_of
from kg.draft.language.words import Sentence

# What surnames of the region end in, without case; the table is short because a post or a title tells the rest.
SURNAME = re.compile(
    r"(?:[oe]va?|y[eo]va?|zad[əe]|zoda|o[gğ]lu|q[ıi]z[ıi]|ski[yj]?|skaya|bayev[a]?|bek(?:ov)?|[oe]vich|uly|uulu|shvili|"
    r"ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|заде|зода|оглы|бек|баев|баева|ұлы|қызы|улы|кызы|швили|дзе|"
    r"енко|чук|ян|бейли|(?<=[бвгджзклмнпрст])ли|"
    r"(?<=[a-zəıöüşçğ])(?:li|lı|lu|lü))\Z"
)
_NAME_CASE = re.compile(r"(?P<stem>.{2,}?)(?:ом|ем|ой|ей|ью|а|я|у|ю|е|ы|и)\Z")
_PATRONYMIC = re.compile(r"(?:[оеё]вич|[оеё]вн|ич|иничн)(?:а|у|ем|ой|ы|е)?\Z|(?:оглы|кызы|улы|уулу)\Z")


def is_given(word: str, grammar: Grammar) -> bool:
    """Whether a word in small letters is a first name, in a case where the language is Russian.

    >>> from kg.draft.language.grammar import grammar_of
    >>> [is_given(word, grammar_of("ru", "")) for word in ("андреем", "ольгой", "форумом")]
    [True, True, False]
    """
    if word in grammar.given:
        return True
    if grammar.code == "az":  # as their own press spells them: Jonathan, Gökhan
        return any(word in grammar_of(code).given for code in ("tr", "en"))
    if grammar.code != "ru" or (match := _NAME_CASE.fullmatch(word)) is None:
        return False
    return any(match["stem"] + ending in grammar.given for ending in ("", "й", "ь", "а", "я"))


def is_place_before(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the first of some Russian capital words is the place of a post: глава Башкортостана Андрей Назаров."""
    grammar, lowered = sentence.grammar, sentence.lowered
    if grammar.code != "ru" or last - first < 2 or not is_given(lowered[first + 1], grammar):
        return False
    if sentence.gap(first, first + 1) == "-" or len(sentence.words[first].text) == 1:
        return False  # Касым-Жомарт Токаев
    if _PATRONYMIC.search(lowered[first + 2]):
        return False  # Кузьмин Валерий Иванович
    if re.search(r"[аяиыуюеёоэь]\Z", lowered[first]) is None:
        return False  # Герт Ян Лунен
    own = lowered[first] in grammar.given
    return not is_given(lowered[first], grammar) or (own and lowered[first + 1] not in grammar.given)
