"""Capital words of Russian articles that are no bodies: surnames that are told in full elsewhere, events of a year."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.given_names import is_given
from kg.draft.spans import Mention

_LEAST, _ENDING = 4, 2
_AT = frozenset({"на", "рамках", "полях", "ходе", "площадке", "кулуарах", "итогам", "участие", "форуме", "выставке"})
_DOTTED = re.compile(r"(?<![\w.])[А-ЯЁ][А-Яа-яЁё]+\.РФ(?!\w)")
_YEAR = re.compile(r"[-– ](?:20\d\d|19\d\d)(?!\d| (?:году|года|год|гг))")
_IN = frozenset({"в", "во"})


def is_surname_of_text(sentence: Sentence, at: int) -> bool:
    """Whether a single capital word is the surname of somebody whom the article names in full: Лунёв открыл …"""
    word = sentence.words[at].text
    if sentence.grammar.code != "ru" or len(word) < _LEAST or not re.fullmatch(r"[А-ЯЁ][а-яё]+", word):
        return False
    stem = re.sub("[её]", "[её]", re.escape(word[: max(_LEAST, len(word) - _ENDING)]))
    for match in re.finditer(rf"([А-ЯЁ][а-яё]+|[А-ЯЁ]\.)\s({stem}[а-яё]{{0,3}})(?![\w])", sentence.text):
        if len(match[1]) == _ENDING or is_given(match[1].lower(), sentence.grammar):
            return True
    return False


def dotted_names(sentence: Sentence) -> list[Mention]:
    """Russian names that end like a site of the country: Дюна.РФ."""
    if sentence.grammar.code != "ru":
        return []
    return [
        Mention(
            match.start(), match.end(), match[0], "Organisation", "ru", "capitals", 0.5,
            (Reason.BY_CAPITALS, Reason.CLASS_GUESSED),
        )
        for match in _DOTTED.finditer(sentence.text, sentence.start, sentence.end)
    ]  # fmt: skip


def is_half_or_region(sentence: Sentence, first: int, last: int) -> bool:
    """Whether Russian capital words are the half of a word with a hyphen, or a land: Сант-…, Северной Каролины."""
    if sentence.grammar.code != "ru":
        return False
    words, text = sentence.words, sentence.text
    before = first > 0 and sentence.gap(first - 1, first) == "-" and words[first - 1].is_capital
    half = before or re.match(r"-[А-ЯЁA-Z]", text[words[last].end : words[last].end + 2]) is not None
    cyrillic = re.match("[А-ЯЁ]", words[first].text) is not None
    return cyrillic and (half or in_family(words[first].lower, sentence.grammar, "quarter"))


def event_of_year(sentence: Sentence, first: int, last: int) -> Mention | None:
    """The event that capital words with a year name after a word for being at it: на ЭКСПО-2017; None for others."""
    words = sentence.words
    year = _YEAR.match(sentence.text, words[last].end, sentence.end)
    if sentence.grammar.code != "ru" or year is None or first == 0:
        return None
    before = sentence.lowered[first - 1]
    joined = sentence.text[words[last].end] in "-–"
    if before not in _AT and not (joined and (before in _IN or words[last].is_acronym)):
        return None
    name = " ".join(sentence.text[words[first].start : year.end()].split())
    return Mention(
        words[first].start, year.end(), name, "Event", "ru", "capitals-year", 0.65,
        (Reason.BY_CAPITALS, Reason.CLASS_GUESSED),
    )  # fmt: skip
