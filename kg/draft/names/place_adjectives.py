"""The country or the city that an adjective before a body's name tells: с японской корпорацией «…», toshkentlik X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.names.city_adjectives import city_of_adjective
from kg.draft.names.known import KnownThings
from kg.draft.names.russian_cases import is_adjective
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.spans import Mention
from kg.facts.model import Entity
from kg.facts.names.folding import fold

_FROM_CITY = {"kk": re.compile(r"(\w{3,})[лдт][ыі]қ"), "uz": re.compile(r"(\w{3,})lik")}
_MOST_DESCRIBING = 3


def told_by_adjective(read: ReadSentence, mention: Mention, known: KnownThings) -> Iterator[Relation]:
    """The country that an adjective before a body's name tells: с японской корпорацией «…», Uzbek Agency for …"""
    sentence = read.sentence
    code, index = sentence.grammar.code, sentence.index_from(mention.start)
    places = _words_before(read, index)
    if mention.class_name == "GovernmentBody" and not mention.known and index < len(sentence.words):
        places = [index, *places]
    for at in places:
        word = sentence.words[at]
        city = _city_of(word.lower, code, known)
        if city is not None and at < index:
            told = Mention(
                word.start, word.end, city.names[0].text, city.class_name, code, "place-name", 0.85,
                (Reason.BY_PLACE_NAMES,), entity=city.id, known=city.id in known.entities, sentence=sentence.number,
            )  # fmt: skip
            yield told_by_case(mention, "locatedIn", told, 0.8, f"{code}.city-adjective")
            return
        country = known.of_adjective(word.lower, code)
        if country and sentence.text[word.start - 1 : word.start] in ("-", "–"):
            return  # узбекско-корейский альянс: of both
        if country:
            told = Mention(
                word.start, word.end, country, "Country", code, "place-name", 0.9, (Reason.BY_PLACE_NAMES,),
                entity=country, known=country in known.entities, sentence=sentence.number,
            )  # fmt: skip
            yield told_by_case(mention, "ofCountry", told, 0.8, f"{code}.country-adjective")
            return


def _city_of(word: str, code: str, known: KnownThings) -> Entity | None:
    """The city that an adjective made by an ending is of: алматылық, toshkentlik, бакинский."""
    if code == "ru":
        return known.places.get(city_of_adjective(word))
    ending = _FROM_CITY.get(code)
    match = ending.fullmatch(word) if ending is not None else None
    place = known.place_names.get(fold(match[1])) if match is not None else None
    return place if place is not None and place.class_name == "City" else None


def _words_before(read: ReadSentence, index: int) -> list[int]:
    """The places of the words right before a name that may describe it: adjectives in Russian, else one head."""
    sentence, found = read.sentence, []
    for at in range(index - 1, max(-1, index - 1 - _MOST_DESCRIBING), -1):
        if sentence.gap(at, at + 1).strip(' «"“'):
            break
        word = sentence.words[at]
        if sentence.grammar.code == "ru" and any(
            m.head and m.start < word.end and word.end <= m.end for m in read.mentions
        ):
            break  # Китайский центр ЛГУ: the center is, of the university
        found.append(at)
        is_head = sentence.grammar.form(sentence.lowered, at, "heads") is not None
        if not is_head and not (sentence.grammar.code == "ru" and is_adjective(sentence.lowered[at])):
            break
        if sentence.grammar.code != "ru" and len(found) > 1:
            break
    return found
