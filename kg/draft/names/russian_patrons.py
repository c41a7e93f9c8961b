"""What follows a Russian head: whose name a university bears, a town, or a name in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.spans import Mention

_LEAST_CAPITALS, _FULL_NAME, _MOST_RANKS = 2, 2, 4
_PATRONYMIC = re.compile(r"(?:[оеё]вич|[оеё]вн|иничн|ич)(?:а|у|ем|ом|ой|ы|е)?\Z")
_OF_NAME = re.compile(
    r"(?:ого|его|ой|ей|ых|их|ов|ев|ий|ия|ии|ства|ния|ости|ных|ный|ская|ской|ики|огии|ции|ты|ды|бы|ры|цы)\Z"
)
"""What a word ends in that says what a body is for: Университета Дружбы Народов."""


def opens_patron(sentence: Sentence, at: int) -> bool:
    """Whether somebody's name begins at a word, a particle or rank before it: (имени) аль-Фараби, академика Баева."""
    words, first = sentence.words, at
    while at < len(words) and at - first <= _MOST_RANKS and sentence.gap(at - 1, at) in (" ", ".", ". "):
        if words[at].is_capital or is_particle(sentence, at):
            return True
        if not in_family(words[at].lower, sentence.grammar, "patron_rank"):
            return False
        at += 1
    return False


def is_particle(sentence: Sentence, at: int) -> bool:
    """Whether a small word, or a second one behind it, leads to a capital in a foreign name: фон дер Лун."""
    words = sentence.words
    for here in (at, at + 1):
        if here + 1 >= len(words) or not in_family(words[here].text, sentence.grammar, "name_particle"):
            return False
        if sentence.gap(here, here + 1) not in (" ", "-"):
            return False
        if words[here + 1].is_capital:
            return True
    return False


def is_patronymic_in_case(word: str) -> bool:
    """Whether a Russian word in small letters is a patronymic, in whatever case.

    >>> is_patronymic_in_case("ильича"), is_patronymic_in_case("петровной"), is_patronymic_in_case("москва")
    (True, True, False)
    """
    return _PATRONYMIC.search(word) is not None


def end_of_patron(sentence: Sentence, at: int) -> int:
    """The last word of whose name something bears: имени М. В. Ломоносова."""
    words, at = sentence.words, _after_ranks(sentence, at)
    hyphened = is_particle(sentence, at)
    at += hyphened
    while at + 1 < len(words) and sentence.gap(at, at + 1) in (" ", ".", ". ", "-"):
        initial, gap = len(words[at].text) == 1, sentence.gap(at, at + 1)
        if is_particle(sentence, at + 1) and gap == " ":
            at, hyphened = at + 2, True
            continue
        if not words[at + 1].is_capital or (not initial and gap.strip(" -")):
            break
        if hyphened and gap == " ":
            break  # имени Аль-Фараби Анна Ким
        hyphened = gap == "-"
        if not initial and not hyphened and _is_first_name(sentence, at + 1):
            break  # университета имени Абая Анна Ким
        at += 1
        if not initial and SURNAME.search(words[at].text):
            break
    return at


def _after_ranks(sentence: Sentence, at: int) -> int:
    """The first word of a name after the ranks before it: (имени) первого президента Чада Б. Н. Баева."""
    words, first = sentence.words, at
    while at + 1 < len(words) and in_family(words[at].lower, sentence.grammar, "patron_rank"):
        at += 1
    if first < at and (
        not words[at].is_capital or (words[at].lower in sentence.grammar.given and _is_first_name(sentence, at))
    ):
        return at - 1  # имени Первого Президента Олег Баев
    initials = at + 2 < len(words) and len(words[at + 1].text) == 1 and words[at + 1].is_capital
    return at + 1 if first < at and initials and len(words[at].text) > 1 else at


def _is_first_name(sentence: Sentence, at: int) -> bool:
    """Whether a capital word opens a person's name rather than ends a patron's: Анна Ким, but not Улугбека."""
    words, after = sentence.words, at + 1
    if not is_given(words[at].lower, sentence.grammar):
        return False
    if after < len(words) and is_particle(sentence, after):
        return False  # Абу Али ибн Сино
    more = after < len(words) and words[after].is_capital and sentence.gap(at, after) in (" ", "-")
    own = words[at].lower in sentence.grammar.given
    if more and not own and words[after].lower in sentence.grammar.given:
        return False  # имени Арала Улугбека Анна Ким
    return more or own


def patron_end(sentence: Sentence, at: int) -> int:
    """Where the text of whose name a Russian acronym bears ends: МГУ им. Н. П. Огарёва; 0 where it bears none."""
    words, after = sentence.words, at + 1
    if sentence.grammar.code != "ru" or after + 1 >= len(words) or sentence.lowered[after] not in ("имени", "им"):
        return 0
    capitals = sum(letter.isupper() for letter in words[at].text)  # КазНУ
    if capitals < _LEAST_CAPITALS or not opens_patron(sentence, after + 1) or sentence.gap(at, after) != " ":
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
    if last - first == _FULL_NAME and is_patronymic_in_case(words[last].lower):
        return 0  # министр Лунёва Ольга Ильинична
    genitive = re.search(r"[аяиыу]\Z", words[first].text) is not None
    told = first - 1 in ends or _is_of_several(sentence, first - 1)
    if not told or last - first < _FULL_NAME or not genitive or sentence.gap(first, first + 1) != " ":
        return 0
    return int(is_given(words[first + 1].lower, grammar) and not is_given(words[first].lower, grammar))


def _is_of_several(sentence: Sentence, at: int) -> bool:
    """Whether a word is a post in the plural: депутаты Бундестага Анна Ким и …"""
    word = sentence.lowered[at] if at >= 0 else ""
    return word.endswith(("ы", "и")) and sentence.grammar.form((word[:-1],), 0, "posts") is not None


def _words_of_place(sentence: Sentence, first: int, last: int) -> int:
    """How many of a run of capital words are of the place that a small word before tells: земли Гессен Олег Лунин."""
    words, grammar = sentence.words, sentence.grammar
    if first == 0 or last - first < _FULL_NAME or sentence.gap(first - 1, first) != " ":
        return 0
    if not in_family(sentence.lowered[first - 1], grammar, "place_noun") or is_given(words[first].lower, grammar):
        return 0
    headed = first > 1 and grammar.form(sentence.lowered, first - 2, "heads") is not None
    if first > 1 and words[first - 2].is_capital and _OF_NAME.search(sentence.lowered[first - 2]) and not headed:
        return 0  # Лужского округа Олег Лунин
    given = (at for at in range(first + 1, last) if is_given(words[at].lower, grammar))
    return next(given, first + 1 if last - first == _FULL_NAME else first) - first


def opens_latin(sentence: Sentence, at: int) -> bool:
    """Whether a city in Latin letters opens a longer name in them."""
    words, after = sentence.words, at + 1
    latin = re.match(r"[A-Za-z]", words[at].text) is not None and after < len(words)
    return latin and words[after].is_capital and words[after].text.isascii() and sentence.gap(at, after) == " "


def is_town_of(word: str, mention: Mention) -> bool:
    """Whether a word is a city in the genitive, which may end a name: Палата Тбилиси."""
    return mention.class_name == "City" and (mention.case == "gen" or (not mention.case and word[-1] in "иоуэы"))


def opens_foreign_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a country or region in Latin letters opens the name of something else: China Merchants Group."""
    text = sentence.text[mention.start : mention.end]
    if sentence.grammar.code != "ru" or mention.class_name not in ("Country", "Region") or not text.isascii():
        return False
    return re.match(r" [A-Z][a-z]", sentence.text[mention.end : mention.end + 3]) is not None
