"""Bodies that share a Russian head in the plural: Томский и Омский университеты, академии наук Казахстана и Грузии."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.language.families import stems
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.names.listed_names import BODIES, LEAST_NAMED, body_of, names_before
from kg.draft.names.russian_cases import is_single, nominative_adjective
from kg.draft.spans import Mention

_PLACES = ("Country", "City", "Region", "Place")
_MANY_IN_RUSSIAN = (
    (re.compile(r"[ая]ми\Z"), "ins"),
    (re.compile(r"[ая]м\Z"), "dat"),
    (re.compile(r"[ая]х\Z"), "prep"),
    (re.compile(r"(?:ов|ев|ей|ий)\Z"), "gen"),
    (re.compile(r"[ыияа]\Z"), ""),
)
_MASCULINE = {"фестивал": "ь", "музе": "й", "госпитал": "ь"}


def in_russian(sentence: Sentence, at: int, owner: Mapping[int, Mention]) -> list[Mention]:
    """Томский и Омский университеты, or академии наук Казахстана и Узбекистана, whose head is a word."""
    grammar = sentence.grammar
    form = grammar.form(sentence.lowered, at, "heads")
    if form is None or form.entry.name not in BODIES or not form.entry.words.endswith("*"):
        return []
    stem = form.entry.words.split()[-1].rstrip("*")
    case = _many(sentence.lowered[at], stem)
    if case is None:
        return []
    first = at - form.entry.length + 1
    if first and sentence.gap(first - 1, first) == " " and form.entry.length == 1:
        names = names_before(sentence, first - 1)
        if names and all(is_single(sentence.lowered[n]) for name in names for n in range(name.first, name.last + 1)):
            return [
                body_of(
                    sentence, n.first, at if n is names[-1] else n.last,
                    f"{_adjectives(sentence, n.first, n.last, stem)} {_single(sentence, at, stem)}", form, case,
                )
                for n in names
            ]  # fmt: skip
    return _of_places(sentence, first, at, form, case, owner)


def _many(word: str, stem: str) -> str | None:
    """The case of a Russian noun in the plural; None for another number.

    >>> _many("университеты", "университет"), _many("академиями", "академи"), _many("академией", "академи")
    ('', 'ins', None)
    """
    if not word.startswith(stem) or word == stem:
        return None
    rest = word[len(stem) :]
    if rest in ("а", "я") and not stem.endswith(("ств", "ени", "ани", "общ", "учреждени", "бюр")):
        return None
    if stem.endswith("и") and rest in ("и", "й", "ей"):
        return {"и": "", "й": "gen"}.get(rest)
    return next((case for ending, case in _MANY_IN_RUSSIAN if ending.search(rest)), None)


def _sort(sentence: Sentence, stem: str) -> str:
    """m, f or n: the gender of a head."""
    if any(stem.startswith(neuter) for neuter in stems(sentence.grammar, "neuter_head")) or stem.endswith("ств"):
        return "n"
    return "f" if stem.endswith("и") or stem in sentence.grammar.feminine else "m"


def _single(sentence: Sentence, at: int, stem: str) -> str:
    """A Russian head in the nominative singular."""
    sort = _sort(sentence, stem)
    ending = {"n": "е" if stem.endswith("и") else "о", "f": "я" if stem.endswith("и") else "а"}.get(sort)
    return sentence.words[at].text[: len(stem)] + (_MASCULINE.get(stem, "") if ending is None else ending)


def _adjectives(sentence: Sentence, first: int, last: int, stem: str) -> str:
    """Adjectives before a Russian head in the nominative singular."""
    sort, told = _sort(sentence, stem), ""
    for at in range(first, last + 1):
        word, gap = sentence.words[at].text, sentence.gap(at, at + 1) if at < last else ""
        if gap == "-":
            told += word + gap
            continue
        one = re.sub(r"(?:ых|их|ыми|ими|ые|ие)\Z", lambda m: "ого" if m[0][0] == "ы" else "его", word)
        plain = nominative_adjective(one, sort == "f")
        plain = re.sub(r"(?<=[гкхжшчщ])ый\Z", "ий", plain)
        neuter = "ее" if plain[-3:-2] in "шжчщ" else "ое"
        told += (re.sub(r"(?:ый|ий|ой)\Z", neuter, plain) if sort == "n" else plain) + " "
    return told.rstrip()


def _of_places(
    sentence: Sentence, first: int, at: int, form: Form, case: str, owner: Mapping[int, Mention]
) -> list[Mention]:
    """The bodies of several places that a Russian head in the plural names: академии наук Казахстана и Узбекистана."""
    words = sentence.words
    after = at + 1
    while after < len(words) and after - at <= LEAST_NAMED and words[after].lower == words[after].text:
        if (
            sentence.gap(after - 1, after) != " "
            or sentence.grammar.conjunctions.at(sentence.lowered, after) is not None
        ):
            return []
        after += 1
    places: list[Mention] = []
    joined = False
    while after < len(words) and (place := owner.get(after)) is not None and place.class_name in _PLACES:
        if place.case not in ("gen", "") or place.start != words[after].start:
            break
        places.append(place)
        after = sentence.index_from(place.end)
        if joined or after + 1 >= len(words):
            break
        gap = sentence.gap(after - 1, after)
        joined = sentence.lowered[after] == "и" and gap == " "
        if not joined and gap != ", ":
            break
        after += joined
    if not joined or len(places) < LEAST_NAMED:
        return []
    begin = first
    while begin and re.search(r"(?:ые|ие|ых|их|ым|им|ыми|ими)\Z", sentence.lowered[begin - 1]) is not None:
        if sentence.gap(begin - 1, begin) not in (" ", "-"):
            break
        begin -= 1
    stem = form.entry.words.split()[-1].rstrip("*")
    if form.entry.name != "GovernmentBody" and begin == at and places[0].start == words[at].end + 1:
        return []  # университеты Казахстана и Узбекистана: who knows which
    own = _adjectives(sentence, begin, at - 1, stem) if begin < at else ""
    goes_on = " ".join(sentence.text[words[at].end : places[0].start].split())
    head = " ".join(filter(None, (own, _single(sentence, at, stem), goes_on)))
    head = head[:1].upper() + head[1:]
    found = []
    for place in places:
        told = " ".join(sentence.text[place.start : place.end].split())
        start = begin if place is places[0] else sentence.index_from(place.start)
        end = sentence.index_from(place.end) - 1
        found.append(body_of(sentence, start, end, f"{head} {told}", form, case))
        if form.entry.name == "GovernmentBody" and place.class_name == "Country":
            found[-1].owner, place.sentence = place, sentence.number  # минздравы Чада и Перу
    return found
