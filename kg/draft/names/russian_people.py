"""Russian people of whom nothing but two or three capital words tells: names of firms have one, or quotation marks.

Of such pairs of words in the news, outside quotation marks and without a word for a body, more than nine in ten are
people.
"""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.names.given_names import is_given
from kg.draft.names.heads import is_field
from kg.draft.names.russian_begins import opens_with_surname
from kg.draft.names.russian_patrons import is_particle

_NAME = re.compile(r"(?:[А-ЯЁ]['’])?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)?")
_HERS = re.compile(r"[А-ЯЁ][а-яё]+(?:ов|ев|ёв|[вдзклмнртш]ин)(?:ой|у)")
_APOSTROPHE = re.compile(r"[А-ЯЁ]['’][А-ЯЁ][а-яё]+")
_ADJECTIVE = re.compile(
    r".{3}(?:[сц]к(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)|(?:ый|ая|ое|ые|ие|ого|его|ому|ему|ых|их|ыми|ую|юю))\Z"
)
_GENITIVE = re.compile(r"(?:[аяыиую]|ого|его|ов|ев|ей)\Z")
_VERB = re.compile(r"(?:[аеиоуыя]л(?:[аои]|ся|ась|ось|ись)?|[еи]т(?:ся)?|[ую]т(?:ся)?)\Z")
_MIXED = re.compile(r"[а-яё][А-ЯЁ]+(?![а-яё])")
_QUOTES = "«»“”\"„'"
_MOST, _LEAST_LETTERS, _LONGEST_SYLLABLE = 3, 2, 4


def stands_as_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether some Russian capital words can only be somebody's name: на открытии был Эмре Йылдыз."""
    words, grammar = sentence.words, sentence.grammar
    run = words[first : last + 1]
    if grammar.code != "ru" or _is_quoted(sentence, first, last):
        return False
    if is_whole_person(sentence, first, last) or _is_woman_in_case(sentence, first, last):
        return True
    if not 1 < len(run) <= _MOST:
        return False
    short = len(run) < _MOST or max(len(word.text) for word in run) <= _LONGEST_SYLLABLE
    least = _LEAST_LETTERS - (short and max(len(word.text) for word in run) > _LEAST_LETTERS)
    told = [len(word.text) > least or is_given(word.lower, grammar) for word in run[:-1]]
    if not all(told) or not all(_NAME.fullmatch(word.text) for word in run[:-1]):
        return False
    if not is_one_vowel(sentence, first, last) and not (_NAME.fullmatch(run[-1].text) and len(run[-1].text) > least):
        return False
    gaps = [sentence.gap(at, at + 1) for at in range(first, last)]
    if any(gap != " " for gap in gaps[:1]) or any(gap not in (" ", "-") for gap in gaps):
        return False
    if any(_ADJECTIVE.match(word.lower) or in_family(word.lower, grammar, "firm_word") for word in run):
        return False
    if in_family(run[0].lower, grammar, "names_follow"):
        return False  # группа Астра
    if first == 0 or sentence.gap(first - 1, first).strip() in (".", ":"):
        sort = in_family(run[0].lower, grammar, "names_follow") or grammar.form(sentence.lowered, first, "heads")
        if not sort and _speaks(sentence, last):
            return True
        other = sort or _VERB.search(run[0].lower) or len(run) == _MOST
        return not other and _GENITIVE.search(run[1].lower) is None  # Полиция Мэриленда
    before = sentence.lowered[first - 1]
    named = in_family(before, grammar, "names_follow") or grammar.form(sentence.lowered, first - 1, "heads") is not None
    return not named and before not in ("в", "во", "на", "из", "под", "имени", "им", "г", "город", "городе")


def is_whole_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a run of words is one name by its particle or by its order: Халид аль-Варуди, Лунин Олег Ильич."""
    if sentence.grammar.code != "ru":
        return False
    return any(is_particle(sentence, at) for at in range(first + 1, last)) or opens_with_surname(sentence, first)


def _is_woman_in_case(sentence: Sentence, first: int, last: int) -> bool:
    """Whether two capital words are a woman's name in a case: встреча Лазизы Луниной."""
    one, other = sentence.words[first].text, sentence.words[last].text
    gap = sentence.gap(first, last) if last == first + 1 else ""
    if all(len(word.text) == 1 for word in sentence.words[first:last]):
        return _HERS.fullmatch(other) is not None  # Г. Луниной
    if gap != " " or is_field(other.lower(), "ru"):
        return False
    return re.fullmatch(r"[А-ЯЁ][а-яё]+(?:ы|и|е|ой|ей)", one) is not None and _HERS.fullmatch(other) is not None


def _speaks(sentence: Sentence, last: int) -> bool:
    """Whether a verb of speech of a man follows the capital words that open a sentence: Сатья Наделла рассказал."""
    after = last + 1
    if after >= len(sentence.words) or sentence.gap(last, after) != " ":
        return False
    verb = sentence.lowered[after]
    return verb.endswith(("л", "лся")) and in_family(verb, sentence.grammar, "tell")


def is_one_vowel(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a capital vowel within a sentence is a Chinese first name: встретился с Ван И."""
    words = sentence.words
    if sentence.grammar.code != "ru" or at != first + 1 or words[at].text not in ("И", "Э", "О", "Я"):
        return False
    before = words[first].text
    syllable = re.fullmatch(r"[А-ЯЁ][а-яё]{1,4}", before) is not None
    return syllable and sentence.gap(first, at) == " " and sentence.text[words[at].end : words[at].end + 1] != "."


def is_mixed(sentence: Sentence, at: int) -> bool:
    """Whether a Russian word has capitals after small letters, as short names of bodies have: КазНУ."""
    return sentence.grammar.code == "ru" and _MIXED.search(sentence.words[at].text) is not None


def is_double(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a hyphen joins two first names behind a surname: Лунин Касым-Али Ильич."""
    if at != first + 2 or sentence.gap(first, first + 1) != " ":
        return False
    return opens_with_surname(sentence, first)


def with_apostrophe(word: str) -> bool:
    """Whether a word is a surname with an apostrophe, which has two capitals: О’Лири.

    >>> with_apostrophe("О’Лири"), with_apostrophe("ООН")
    (True, False)
    """
    return _APOSTROPHE.fullmatch(word) is not None


def _is_quoted(sentence: Sentence, first: int, last: int) -> bool:
    text, end = sentence.text, sentence.words[last].end
    before = text[max(0, sentence.words[first].start - 1) : sentence.words[first].start]
    return before in tuple(_QUOTES) or text[end : end + 1] in tuple(_QUOTES) or text[end : end + 1] == "-"
