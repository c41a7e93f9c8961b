"""Where a person's name begins behind a Russian body, and where the body bears it: Фонд Олега Баева, Анна Ким."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family, stems
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import SURNAME, is_given
from kg.draft.names.heads import is_field
from kg.draft.names.russian_patrons import is_particle, is_patronymic_in_case

_REACH, _PAIR, _MOST = 9, 2, 3
_MOST_SMALL = 3
_PLAIN = re.compile(r"(?:[А-ЯЁ]['’])?[А-ЯЁ][а-яё]+")
_OF_NAME = re.compile(
    r"(?:ого|его|ой|ей|ых|их|ов|ев|ий|ия|ии|ства|ния|ости|ных|ный|ская|ской|ики|огии|ции|ты|ды|бы|ры|цы)\Z"
)
"""What a word ends in that says what a body is for: Университета Дружбы Народов."""
_SURNAME_IN_CASE = re.compile(r"[а-яё]{2}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|е)|ск(?:ого|ому|им|ой))\Z")
_NAME_IN_CASE = re.compile(r"(?:[аяыиую]|ом|ем|ой|ей|ью)\Z")
_OF_PERSON = re.compile(r"(?:[аяыи]|ого|его|ой|ей|[тс]ц)\Z")
_CASED_POST = re.compile(r"(?:[аыуя]|[оеёыи]м|[ое]го)\Z")


def begins_person(sentence: Sentence, at: int) -> bool:
    """Whether a person's name begins with this word: ректор университета Анна Иванова."""
    words, after = sentence.words, at + 1
    if after + 1 < len(words) and words[after].text == "и" and words[after + 1].is_capital:
        return is_given(words[at].lower, sentence.grammar) and is_given(words[after + 1].lower, sentence.grammar)
    if after < len(words) and is_particle(sentence, after) and sentence.gap(at, after) == " ":
        return _ends_phrase_of_post(sentence, at)
    if after >= len(words) or not words[after].is_capital:
        return False
    if sentence.gap(at, after) == "-":
        return _begins_hyphened(sentence, at)
    if sentence.gap(at, after).strip():
        return False
    longer = after + 1 < len(words) and words[after + 1].is_capital
    if in_family(sentence.lowered[at - 1], sentence.grammar, "quarter_word") and words[at - 1].is_capital:
        return False  # университета Северной Варды Олег Лунин
    if longer and in_family(sentence.lowered[at - 1], sentence.grammar, "place_noun"):
        return False  # университета штата Луга Олег Лунин
    if opens_with_surname(sentence, at):
        return True
    if at > 1 and sentence.grammar.form(sentence.lowered, at - 2, "posts") is not None and words[at - 1].text.islower():
        return words[after].text[1:].islower() and re.match("[а-яё]", words[after].lower) is not None
    if is_given(words[at].lower, sentence.grammar) and words[after].text[1:].islower():
        return True
    if _ends_phrase_of_post(sentence, at) or _ends_in_case(sentence, at):
        return True
    return bool(SURNAME.search(words[after].text)) and not is_field(sentence.lowered[at], "ru")


def _begins_hyphened(sentence: Sentence, at: int) -> bool:
    """Whether a first name in two halves begins with this word: Анна-Мария Лунёва."""
    words, after = sentence.words, at + 2
    if after >= len(words) or not words[after].is_capital or sentence.gap(at + 1, after) != " ":
        return False
    plain = all(_PLAIN.fullmatch(words[n].text) for n in (at, at + 1, after))
    joined = f"{words[at].lower}-{words[at + 1].lower}"
    given = is_given(words[at].lower, sentence.grammar) or is_given(joined, sentence.grammar)
    return plain and (given or _ends_in_case(sentence, at + 1) or SURNAME.search(words[after].text) is not None)


def opens_with_surname(sentence: Sentence, at: int) -> bool:
    """Whether a surname stands before initials or a first name and a patronymic: Баев О. Н., Баев Олег Ильич."""
    words, first = sentence.words, at + 1
    if first >= len(words) or not _PLAIN.fullmatch(words[at].text):
        return False
    if sentence.gap(at, first) != " " or not words[first].is_capital:
        return False
    if len(words[first].text) == 1:
        shaped = SURNAME.search(words[at].text) or _SURNAME_IN_CASE.search(words[at].text)
        return shaped is not None and sentence.text[words[first].end : words[first].end + 1] == "."
    after = first + 1 + (first + 1 < len(words) and sentence.gap(first, first + 1) == "-")
    if after >= len(words) or sentence.gap(after - 1, after) != " " or not words[after].is_capital:
        return False
    told = is_given(words[first].lower, sentence.grammar) or _SURNAME_IN_CASE.search(words[at].text)
    told = told or SURNAME.search(words[at].text)
    return bool(told) and is_patronymic_in_case(words[after].lower) and not is_patronymic_in_case(words[first].lower)


def _ends_in_case(sentence: Sentence, at: int) -> bool:
    """Whether a surname in a case that no adjective of a body has ends two capital words: Лазизы Лунёвой."""
    words, after = sentence.words, at + 2
    if after < len(words) and words[after].is_capital and sentence.gap(at + 1, after) == " ":
        return False
    if not _NAME_IN_CASE.search(words[at].lower) or is_field(sentence.lowered[at], "ru"):
        return False
    return _SURNAME_IN_CASE.search(words[at + 1].text) is not None and not is_field(sentence.lowered[at + 1], "ru")


def _ends_phrase_of_post(sentence: Sentence, at: int) -> bool:
    """Whether two or three capital words that are no genitives close what a post opens: ректор Лужского вуза Ли Э."""
    words, end = sentence.words, at + 1
    while (
        end < len(words)
        and sentence.gap(end - 1, end) in (" ", "-")
        and (words[end].is_capital or is_particle(sentence, end))
    ):
        end += 1
    run = [word for word in words[at:end] if word.is_capital]
    if not _PAIR <= len(run) <= _MOST + (end - at - len(run)):
        return False
    if not all(_PLAIN.fullmatch(word.text) for word in run):
        return False
    if len(run) == end - at and any(_OF_NAME.search(word.lower) for word in run):
        return False
    for before in range(at - 1, max(-1, at - _REACH), -1):
        if sentence.gap(before, before + 1).strip(' -«»"“”'):
            return False
        form = sentence.grammar.form(sentence.lowered, before, "posts")
        if form is not None and (words[before].text.islower() or words[before].start == sentence.start):
            return True
    return False


def bears_person(sentence: Sentence, index: int, at: int) -> int:
    """The last word of a person's name in the genitive that a head at `index` bears; 0 where it bears none.

    Фонд Олега Баева is a body, but in «директора Фонда Олега Баева» the director is named.
    """
    words, grammar, first = sentence.words, sentence.grammar, sentence.lowered[at]
    form = grammar.form(sentence.lowered, index, "heads")
    if form is None or at != index + 1 or form.entry.words.rstrip("*") not in stems(grammar, "bears_name"):
        return 0
    if first in grammar.given or _OF_PERSON.search(first) is None:
        return 0
    post = _post_before(sentence, index)
    if post and post != "глава" and _CASED_POST.search(post) is not None:
        return 0
    sure = is_given(first, grammar) or (words[index].is_capital and not post)
    if not sure or not (words[index].is_capital or _is_told_of(sentence, index)):
        return 0
    if at + 3 < len(words) and sentence.lowered[at + 1] == "и" and is_given(sentence.lowered[at + 2], grammar):
        return at + 3 if words[at + 3].is_capital and sentence.gap(at + 2, at + 3) == " " else 0  # Анны и Олега Лун
    last = at
    while last + 1 < len(words) and last - at < _PAIR and sentence.gap(last, last + 1) in (" ", "-"):
        following = words[last + 1]
        other = last > at and (following.lower in grammar.given or not _OF_PERSON.search(words[last].lower))
        if not following.is_capital or other:
            break
        last += 1
    while last > at and _OF_PERSON.search(words[last].lower) is None:
        last -= 1
    surname = not words[index].is_capital and SURNAME.search(words[last].text) is not None
    if post and surname and not _holder_follows(sentence, last):
        return 0  # ректор Лужского университета Хуршида Лунина
    return last if last > at else 0


def _holder_follows(sentence: Sentence, last: int) -> bool:
    """Whether another capital word stands right behind a name."""
    after = last + 1
    return after < len(sentence.words) and sentence.words[after].is_capital and sentence.gap(last, after) == " "


def _is_told_of(sentence: Sentence, index: int) -> bool:
    """Whether a capital adjective stands before a small head, so that the head is of a name."""
    at, words = index - 1, sentence.words
    while at > 0 and words[at].text.islower() and sentence.gap(at, at + 1) == " " and index - at <= _MOST_SMALL:
        at -= 1
    return at >= 0 and words[at].is_capital and sentence.gap(at, at + 1) == " "


def _post_before(sentence: Sentence, index: int) -> str:
    """The first word of the post that stands before a head in the same phrase; empty where none does."""
    for before in range(index - 1, max(-1, index - _REACH), -1):
        if sentence.gap(before, before + 1).strip(' -«»"“”'):
            return ""
        form = sentence.grammar.form(sentence.lowered, before, "posts")
        if form is not None:
            first = before - form.entry.length + 1
            while first < before and sentence.gap(first, first + 1) == "-":
                first += 1  # вице-президентом
            return sentence.lowered[first]
    return ""
