"""Names in Latin letters within Russian sentences: what joins their capitals, and a single letter before them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.draft.language.words import Sentence
from kg.draft.spans import Mention

_CAPITAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_JOINING = frozenset({"and", "of", "for", "the", "de", "du", "di", "in", "on", "to"})
_FORMS = frozenset({"Ltd", "Inc", "LLC", "Limited", "Corp"})
_MOST_JOINING, _LONGEST = 2, 8


def latin_end(sentence: Sentence, first: int, last: int, taken: Mapping[int, Mention]) -> int:
    """The last word of a Latin name of which some words are known, past what joins its capitals: Bank of Luga."""
    words = sentence.words
    while sentence.grammar.code == "ru" and last - first < _LONGEST and _CAPITAL.fullmatch(words[last].text):
        after = last + 1
        while after < len(words) and after - last <= _MOST_JOINING and words[after].text in _JOINING:
            after += 1
        gaps = {sentence.gap(at, at + 1) for at in range(last, min(after, len(words) - 1))}
        joined = after > last + 1 or gaps == {" & "}
        if not joined or after >= len(words) or not gaps <= {" ", " & "} or not _is_part(sentence, after, taken):
            break
        last = after
        while last + 1 < len(words) and sentence.gap(last, last + 1) == " " and _is_part(sentence, last + 1, taken):
            last += 1
    return last


def past_form(sentence: Sentence, last: int) -> int:
    """The last word of a Latin name with the form of a firm that goes on after another: Alfa Energy Co. Ltd."""
    words = sentence.words
    while last and last + 1 < len(words) and words[last + 1].text in _FORMS:
        if sentence.gap(last, last + 1) not in (" ", ". ", "., ", ", "):
            break
        last += 1
    return last


def _is_part(sentence: Sentence, at: int, taken: Mapping[int, Mention]) -> bool:
    """Whether a Latin capital word may belong to a longer name: one of no known body or person."""
    place = at not in taken or taken[at].class_name in ("City", "Country", "Region")
    return place and _CAPITAL.fullmatch(sentence.words[at].text) is not None


def latin_first(sentence: Sentence, first: int, taken: Mapping[int, Mention]) -> int:
    """The first word of a Latin name, which a single letter may be: Q Ventures."""
    before = first - 1
    if (
        sentence.grammar.code != "ru"
        or before < 0
        or before in taken
        or not _CAPITAL.fullmatch(sentence.words[first].text)
    ):
        return first
    single = re.fullmatch("[A-Z]", sentence.words[before].text) is not None
    return before if single and sentence.gap(before, first) == " " else first


def is_brand_of_country(sentence: Sentence, first: int, last: int, country: Mention) -> bool:
    """Whether a country in the nominative right behind a brand is a part of a firm's name: Дюна Казахстан."""
    if sentence.grammar.code != "ru" or country.class_name != "Country" or first != last:
        return False
    own = re.fullmatch(r"[А-ЯЁ][а-яё]+\d?", sentence.words[last].text) is not None
    text = sentence.text[country.start : country.end]
    return own and re.fullmatch(r"[А-ЯЁ][а-яё]+(?:стан|ия)", text) is not None
