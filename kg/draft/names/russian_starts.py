"""Where a Russian name of an institution begins: its adjectives, and a name of its own before a small head."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence, Word
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.heads import Owner
from kg.draft.names.russian_cases import ADJECTIVE, disagrees
from kg.draft.spans import Mention

_AGENT_NOUN = re.compile(
    r".+(?:ник|тел|тор|сор|нер|нёр|дент)(?:ом|ем|ой|ами|ями|ов|ей|а|у|и|ы)\Z|член(?:ом|ами|ов|а|ы)\Z"
    r"|.+(?:цией|ением|анием|площадкой)\Z"
)
_DEED = re.compile(r".+(?:[ае]ни|[ыи]ти|стви)[еяюй]м?\Z")
_MOST_ADJECTIVES, _BEFORE_ASIDE = 4, 2

_NEWS = frozenset({"иа", "риа", "ниа", "миа"})
"""Acronyms of news agencies, which open their names."""


def name_start(sentence: Sentence, head: int, owner: Owner) -> int:
    """The first word of a name whose head is at `head`."""
    if sentence.lowered[head] in _NEWS and sentence.words[head].is_acronym:
        return head  # Обозреватель | РИА Лунь
    at = _over_capitals(sentence, head, owner)
    return _over_adjectives(sentence, head) if at == head else at


def _over_capitals(sentence: Sentence, head: int, owner: Owner) -> int:
    """Past the words with capitals right before a head that belong to its name."""
    at = head
    while at > 0 and sentence.gap(at - 1, at).strip() in ("", "&") + ("-",) * (sentence.gap(at - 1, at) == "-"):
        word = sentence.words[at - 1]
        if not word.is_capital or word.text in sentence.grammar.generic or (word.is_acronym and owner(at - 1)):
            break
        place = owner(at - 1)
        if place is not None and at == head and _is_brand_of_city(sentence, head, place):
            return at - 1  # Ошск Хаб
        if place is not None and place.class_name in ("Country", "City", "Region"):
            break  # совместного с Узбекистаном проекта
        if sentence.grammar.form(sentence.lowered, at - 1, "posts") is not None:
            break  # Директором центра назначена …
        if word.start == sentence.start and in_family(word.lower, sentence.grammar, "no_name"):
            break
        plural = word.lower.endswith(("ы", "и")) and sentence.gap(at - 1, at) == " "
        if plural and word.start == sentence.start:
            break  # Специалисты Института …
        if at < head and sentence.grammar.form(sentence.lowered, at, "heads") is not None:
            break  # Центра Международного Сотрудничества Технопарка
        foreign = not re.match(r"[а-яё]", word.lower)
        named = sentence.words[head].is_capital and owner(at - 1) is None
        hyphened = "-" in sentence.gap(at - 1, at)
        if disagrees(word.lower, sentence.lowered[head]):
            break  # Учёные Института …
        own = ADJECTIVE.match(word.lower) or foreign or named or hyphened or _is_brand(sentence, head, word)
        if not own or _AGENT_NOUN.match(word.lower):
            break
        at -= 1
    return at


def _is_brand_of_city(sentence: Sentence, head: int, place: Mention) -> bool:
    """Whether a city in the nominative stands before a head with a capital as in a brand's name: Алматы Хаб."""
    alone = place.class_name == "City" and not place.case and place.start == sentence.words[head - 1].start
    named = in_family(sentence.lowered[head], sentence.grammar, "city_brand")
    return alone and named and sentence.words[head].is_capital


def _is_brand(sentence: Sentence, head: int, word: Word) -> bool:
    """Whether a word with a capital may be the name of its own that a small head follows: Ланта Юл банк."""
    if not in_family(sentence.lowered[head], sentence.grammar, "brand_head") or not word.text[1:].islower():
        return False
    if word.start == sentence.start and sentence.words[head - 1] is word:
        return False
    return not is_given(word.lower, sentence.grammar) and SURNAME.search(word.text) is None


def _over_adjectives(sentence: Sentence, head: int) -> int:
    """Past the small adjectives before a head to the one with a capital: Самаркандский государственный университет."""
    first, words = head, sentence.words
    while first > 0 and head - first < _MOST_ADJECTIVES:
        first = _before_aside(sentence, first, head)
        word, gap = words[first - 1], sentence.gap(first - 1, first)
        if first < head and gap == "-" and word.lower.endswith(("о", "е")):
            if word.is_capital:
                return first - 1  # Физико-технический институт
            first -= 1
            continue
        if gap.strip() not in ("", "(") or not ADJECTIVE.match(word.lower) or _AGENT_NOUN.match(word.lower):
            break
        if _DEED.match(word.lower):
            break  # официальное открытие центра
        if word.is_capital:
            return _with_halves(sentence, first - 1) if _may_open(sentence, first - 1, head) else head
        first -= 1
    return head


def _may_open(sentence: Sentence, at: int, head: int) -> bool:
    """Whether an adjective with a capital may be the first word of a name."""
    word = sentence.words[at]
    opens = word.start == sentence.start and in_family(word.lower, sentence.grammar, "no_name")
    named = not opens and word.text not in sentence.grammar.generic
    return named and not disagrees(word.lower, sentence.lowered[head])


def _with_halves(sentence: Sentence, at: int) -> int:
    """The first half of an adjective in several: Российско-Абхазский культурный центр."""
    while at > 0 and sentence.gap(at - 1, at) == "-" and sentence.words[at - 1].is_capital:
        at -= 1
    return at


def _before_aside(sentence: Sentence, first: int, head: int) -> int:
    """Past what stands between two adjectives of a head: Лужский (Дальний) …, Научная и торговая палата."""
    lowered, words = sentence.lowered, sentence.words
    if first < 2 or not first <= head or not ADJECTIVE.match(lowered[first - 2]):
        return first
    aside = sentence.gap(first - 2, first - 1) == " (" and sentence.gap(first - 1, first) == ") "
    if aside and ADJECTIVE.match(lowered[first - 1]) and not disagrees(lowered[first - 2], lowered[head]):
        return first - 1
    joined = first < head and lowered[first - 1] == "и" and words[first].text.islower()
    joined = joined and words[first - 2].is_capital and lowered[first - 2][-2:] == lowered[first][-2:]
    return first - 1 if joined and sentence.gap(first - 2, first) == " и " else first
