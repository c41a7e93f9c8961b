"""Kazakh people of whom nothing but two or three capital words tells: firms have quotation marks or a word for them."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar as grammar_of
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.heads import is_field
from kg.draft.names.known import is_demonym
from kg.draft.names.person_cases import is_patronymic
from kg.draft.names.person_names import plain_word
from kg.draft.spans import Mention

_PART = r"(?:[OО]['’ʼʻ])?[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]*"
_NAME = re.compile(rf"{_PART}(?:-{_PART})?")
_ADJECTIVE = re.compile(r"(?:[лд][ыі][қк]|т[ыі][қк]|лык|лик|шыл|шіл|дағы|дегі|тағы|тегі)\Z")
_CASE = re.compile(r"(?:[ғқ]а|[гк]е|[дт][ае]|[нд][ае]н|[ндт][ыі]ң|[ндт][ыі]|[мбп]ен)\Z")
_NOUN = re.compile(r"(?<!ұл)(?<!қыз)(?<!берд)(?<!балд)(?<!келд)[ыі]\Z|.{5}у\Z")
"""What a possessed noun or one of doing ends in, which no surname is: Жаңа Ән Байқауы, Ортақ Даму."""
_OWNED = re.compile(r"(?:с[ыі]|[ыі])(?:н[ыі]ң|н[ае]н?|н|нд[ае]|мен)?\Z")
"""What a noun ends in that the words before it belong to: «Макс Планк» тобында."""
_VERB = re.compile(r"(?:[дт][ыі]м?|п|[ғг][ае]н|[қк][ае]н)\Z")
_QUOTES = "«»“”\"„'-"
_MOST = 4
_OF_FAMILY = re.compile(r"(?:[oe]v|[оеё]в)[aа]?\Z")
"""What family names end in that are no other words."""
_CHILDREN = frozenset({"oʻgʻli", "qizi", "ўғли", "қизи", "oğlu", "qızı"})
_IN_LATIN = re.compile(r" \(((?:[A-ZÇĞİÖŞÜƏÄÁÉÓŽŠČ][a-zçğıöşüəäáéóžšč'’-]+ ?){2,3})\)")
"""A person's name in Latin letters in brackets."""
_ARABIC_SON, _HOUSE = "бен", "Әл"


def is_kazakh_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether some Kazakh capital words can only be somebody's name: жиында Эмре Йылдыз сөйледі."""
    words, grammar = sentence.words, sentence.grammar
    run = words[first : last + 1]
    if grammar.code != "kk" or not 1 < len(run) <= most_words(sentence, first) or _is_quoted(sentence, first, last):
        return False
    if run[0].text.isascii():
        head = grammar_of("en").form([run[-1].lower], 0, "heads")
        return head is None and run[0].lower in grammar_of("en").given and not any(word.is_acronym for word in run)
    capitals = [word for word in run if word.is_capital]
    if len(capitals) < 2 or not all(_NAME.fullmatch(word.text) for word in capitals):
        return False
    if any(_names_no_person(sentence, n) for n in range(first, last + 1)):
        return False
    if any(_CASE.search(word.lower) and len(word.text) > _MOST + 1 for word in run[:-1] if word.is_capital):
        return False  # Жобаны Тобыл …
    noun = _NOUN.search(run[-1].lower) is not None and run[0].lower not in grammar.given
    return not noun and not _belongs(sentence, last)


def _names_no_person(sentence: Sentence, at: int) -> bool:
    """Whether a word is one of a place, a field or a nation, or an adjective."""
    word, grammar = sentence.lowered[at], sentence.grammar
    if word in grammar.given:
        return False
    told = any(grammar.form(sentence.lowered, at, table) for table in ("heads", "agreements", "references", "posts"))
    return (
        told
        or _ADJECTIVE.search(word) is not None
        or is_field(word, "kk")
        or is_demonym(word, "kk")
        or any(in_family(word, grammar, family) for family in ("continent", "side", "region_word", "no_person"))
    )


def _belongs(sentence: Sentence, last: int) -> bool:
    """Whether a noun in small letters follows that the capital words belong to: Үлкен Сары жотасында."""
    after = last + 1
    if after >= len(sentence.words) or sentence.gap(last, after) != " " or sentence.words[after].is_capital:
        return False
    word, grammar = sentence.lowered[after], sentence.grammar
    if _CASE.search(sentence.lowered[last]) and len(sentence.words[last].text) > _MOST:
        return False  # Эмре Йылдыздың айтуынша
    head = grammar.form(sentence.lowered, after, "heads")
    if in_family(word, grammar, "region_word") or (head is not None and head.possessed):
        return True
    verb = grammar.reports.at(sentence.lowered, after) or grammar.triggers.at(sentence.lowered, after)
    return not verb and _OWNED.search(word) is not None and _VERB.search(word) is None


def _is_quoted(sentence: Sentence, first: int, last: int) -> bool:
    text, end = sentence.text, sentence.words[last].end
    before = text[max(0, sentence.words[first].start - 1) : sentence.words[first].start]
    return before in tuple(_QUOTES) or text[end : end + 1] in tuple(_QUOTES)


def is_particle(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a small word stands within a foreign name told in Kazakh, as one of several may: Анна фон дер Тау.

    That бен is «son of» and not «and» shows in the sound before it, after which «and» is another word: Сейіт бен Салим.
    """
    words, at = sentence.words, index
    while at < len(words) and in_family(words[at].text, sentence.grammar, "particle_of_name"):
        at += 1
    if at == index or at >= len(words) or not words[at].is_capital or at - index > 2:
        return False
    gaps = [sentence.gap(n, n + 1) for n in range(index - 1, at)]
    if any(gap != " " for gap in gaps[:-1]) or gaps[-1] not in (" ", "-", "\u2010"):
        return False
    son = words[index].text != _ARABIC_SON or words[index - 1].lower[-1] not in "жз"
    return son and (words[index].text != _ARABIC_SON or index == first + 1)


def take_spelled(sentence: Sentence, person: Mention) -> None:
    """Takes a name in Latin letters in brackets after a Kazakh one for another of the same person: (Jan Tobyl)."""
    told = _IN_LATIN.match(sentence.text, person.end) if sentence.grammar.code == "kk" else None
    if told is not None and len(told[1].split()) == len(person.name.split()) and not person.name.isascii():
        person.aliases.append(told[1])
        person.end = told.end()


def most_words(sentence: Sentence, first: int) -> int:
    """How many words a person's name may have from a word on, with the particles within it: бин, Әл."""
    words, most = sentence.words[first : first + 2 * _MOST], _MOST
    if sentence.grammar.code != "kk" or len(words) <= _MOST:
        return most
    small = sum(word.text != _HOUSE and in_family(word.text, sentence.grammar, "particle_of_name") for word in words)
    return most + min(small, 2) + (_HOUSE in [word.text for word in words[1:]] and small > 0)


def is_double_first(sentence: Sentence, first: int) -> bool:
    """Whether a double first name and a surname stand there: Жан-Эмре Йылдыз."""
    run = sentence.words[first : first + 3]
    if sentence.grammar.code != "kk" or len(run) < 3 or not all(_NAME.fullmatch(word.text) for word in run):
        return False
    hyphened = sentence.gap(first, first + 1) == "-" and sentence.gap(first + 1, first + 2) == " "
    return hyphened and not any(_names_no_person(sentence, n) for n in (first, first + 1))


def is_family_name(word: str) -> bool:
    """Whether a word ends as only family names do, in Kazakh and Uzbek.

    >>> is_family_name("Toʻrayev"), is_family_name("Оспанова"), is_family_name("Сейітқали")
    (True, True, False)
    """
    return _OF_FAMILY.search(word) is not None


def begins_second(sentence: Sentence, first: int, index: int) -> bool:
    """Whether the third word of a Turkic name begins another, a surname being told: Ерлан Қасымов Жібек …"""
    words, grammar = sentence.words, sentence.grammar
    if grammar.code not in ("kk", "uz", "az") or index != first + 2 or sentence.gap(index - 1, index) == "-":
        return False  # Анна Тобылова-Сырова
    surname = words[index - 1]
    if not surname.is_capital or SURNAME.search(surname.text) is None or is_patronymic(surname.text):
        return False
    if words[index + 1 : index + 2] and words[index + 1].lower in _CHILDREN:
        return False  # Дилшод Каримов Акмал ўғли
    told = is_given(words[first].lower, grammar) or is_family_name(surname.text)
    return told and not is_patronymic(plain_word(words[index], grammar.code))
