"""What follows a Russian head: whose name a university bears, a town, a name in Latin letters, or a person."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.heads import is_field
from kg.draft.spans import Mention

_REACH = 9
_LEAST_CAPITALS, _FULL_NAME = 2, 2
_OF_NAME = re.compile(
    r"(?:ого|его|ой|ей|ых|их|ов|ев|ий|ия|ии|ства|ния|ости|ных|ный|ская|ской|ики|огии|ции|ты|ды|бы|ры|цы)\Z"
)
"""What a word ends in that says what a body is for: Университета Дружбы Народов."""


def end_of_patron(sentence: Sentence, at: int) -> int:
    """The last word of whose name something bears: имени М. В. Ломоносова."""
    words, hyphened = sentence.words, False
    while at + 1 < len(words) and words[at + 1].is_capital and sentence.gap(at, at + 1) in (" ", ".", ". ", "-"):
        initial = len(words[at].text) == 1
        if not initial and sentence.gap(at, at + 1).strip(" -"):
            break
        if hyphened and sentence.gap(at, at + 1) == " ":
            break  # имени Аль-Фараби Анна Ким
        hyphened = sentence.gap(at, at + 1) == "-"
        if not initial and is_given(words[at + 1].lower, sentence.grammar):
            break  # университета имени Абая Анна Ким
        at += 1
        if not initial and SURNAME.search(words[at].text):
            break
    return at


def patron_end(sentence: Sentence, at: int) -> int:
    """Where the text of whose name a Russian acronym bears ends: МГУ им. Н. П. Огарёва; 0 where it bears none."""
    words, after = sentence.words, at + 1
    if sentence.grammar.code != "ru" or after + 1 >= len(words) or sentence.lowered[after] not in ("имени", "им"):
        return 0
    capitals = sum(letter.isupper() for letter in words[at].text)  # КазНУ
    if capitals < _LEAST_CAPITALS or not words[after + 1].is_capital or sentence.gap(at, after) != " ":
        return 0
    return words[end_of_patron(sentence, after + 1)].end


def words_of_body(sentence: Sentence, first: int, last: int, ends: Container[int]) -> int:
    """How many of a run of capital words are of a body or land that a post is of; its holder's name follows.

    `ends` are the last words of posts: глава Роснефти Игорь Лунин, губернатор Северной Каролины.
    """
    words, grammar = sentence.words, sentence.grammar
    if in_family(words[first].lower, grammar, "quarter"):
        return 2
    if of_place := _words_of_place(sentence, first, last):
        return of_place
    if in_family(words[first].lower, grammar, "no_given"):
        return 1
    if first and words[first - 1].is_capital and in_family(words[first - 1].lower, grammar, "quarter"):
        return 1
    genitive = re.search(r"[аяиыу]\Z", words[first].text) is not None
    if first - 1 not in ends or last - first < _FULL_NAME or not genitive or sentence.gap(first, first + 1) != " ":
        return 0
    return int(is_given(words[first + 1].lower, grammar) and not is_given(words[first].lower, grammar))


def _words_of_place(sentence: Sentence, first: int, last: int) -> int:
    """How many of a run of capital words are of the place that a small word before tells: земли Гессен Олег Лунин."""
    words, grammar = sentence.words, sentence.grammar
    if first == 0 or last - first < _FULL_NAME or sentence.gap(first - 1, first) != " ":
        return 0
    if not in_family(sentence.lowered[first - 1], grammar, "place_noun") or is_given(words[first].lower, grammar):
        return 0
    if first > 1 and words[first - 2].is_capital and _OF_NAME.search(sentence.lowered[first - 2]):
        return 0  # Лужского округа Олег Лунин
    given = (at for at in range(first + 1, last) if is_given(words[at].lower, grammar))
    return next(given, first + 1 if last - first == _FULL_NAME else first) - first


def begins_person(sentence: Sentence, at: int) -> bool:
    """Whether a person's name begins with this word: ректор университета Анна Иванова."""
    words = sentence.words
    if at + 1 >= len(words) or not words[at + 1].is_capital or sentence.gap(at, at + 1).strip():
        return False
    if at > 1 and sentence.grammar.form(sentence.lowered, at - 2, "posts") is not None and words[at - 1].text.islower():
        return words[at + 1].text[1:].islower() and re.match("[а-яё]", words[at + 1].lower) is not None
    if is_given(words[at].lower, sentence.grammar) and words[at + 1].text[1:].islower():
        return True
    if _ends_phrase_of_post(sentence, at):
        return True
    return bool(SURNAME.search(words[at + 1].text)) and not is_field(sentence.lowered[at], "ru")


def _ends_phrase_of_post(sentence: Sentence, at: int) -> bool:
    """Whether two capital words that are no genitives close what a post opens: ректор Лужского университета Цзя Лэй."""
    words, lowered, after = sentence.words, sentence.lowered, at + 2
    if after < len(words) and words[after].is_capital and sentence.gap(at + 1, after) == " ":
        return False
    pair = words[at : at + 2]
    if not all(re.fullmatch(r"[А-ЯЁ][а-яё]+", word.text) for word in pair) or any(
        _OF_NAME.search(w.lower) for w in pair
    ):
        return False
    for before in range(at - 1, max(-1, at - _REACH), -1):
        if sentence.gap(before, before + 1).strip(' -«»"“”'):
            return False
        form = sentence.grammar.form(lowered, before, "posts")
        if form is not None and words[before].text.islower():
            return True
    return False


def opens_latin(sentence: Sentence, at: int) -> bool:
    """Whether a city in Latin letters opens a longer name in them."""
    words, after = sentence.words, at + 1
    latin = re.match(r"[A-Za-z]", words[at].text) is not None and after < len(words)
    return latin and words[after].is_capital and words[after].text.isascii() and sentence.gap(at, after) == " "


def is_town_of(word: str, mention: Mention) -> bool:
    """Whether a word is a city in the genitive, which may end a name: Палата Тбилиси."""
    return mention.class_name == "City" and (mention.case == "gen" or (not mention.case and word[-1] in "иоуэ"))


def opens_foreign_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a country or region in Latin letters opens the name of something else: China Merchants Group."""
    text = sentence.text[mention.start : mention.end]
    if sentence.grammar.code != "ru" or mention.class_name not in ("Country", "Region") or not text.isascii():
        return False
    return re.match(r" [A-Z][a-z]", sentence.text[mention.end : mention.end + 3]) is not None
