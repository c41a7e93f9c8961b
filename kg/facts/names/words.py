"""The words of a name as they are written, with what each may be a form of."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.facts.names.folding import APOSTROPHES, DATA, fold, lower, script
from kg.facts.names.inflection import ANY, RELATED, bases, join_endings
from kg.facts.names.lexicon import syllables

_WORD = re.compile(rf"[^\W_]+(?:[{re.escape(''.join(sorted(APOSTROPHES)))}][^\W_]+)*[{re.escape('ʻʼ')}]?")
# Two words run into one: ShanghaiTech, EnlifeStem; McDonald and LaGuardia are one.
_CAMEL = re.compile("(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
# The stress that encyclopedias put on Russian vowels, and the dot that lower case leaves of İ.
_MARKS = re.compile("(?<=[а-яёА-ЯЁ])\u0301|(?<=i)\u0307")
# The language that a word is taken to be in where nobody says.
_UNKNOWN = {"Cyrl": "ru"}


@dataclass(frozen=True)
class Word:
    """One word, or one syllable of Chinese, in the order of the text.

    `text` is in small letters (pinyin for a Chinese character), `raw` as it stands. `forms` are the folded base forms
    that it may have, `related` also those of a place that it is an adjective of; an acronym has only itself.
    """

    text: str
    raw: str
    language: str
    aside: bool
    dotted: bool
    forms: tuple[str, ...]
    related: tuple[str, ...]
    acronym: bool = False


def words_of(name: str, language: str, *, shouting: bool) -> Iterator[Word]:
    """The words of a name; where it is `shouting`, capitals make no acronym.

    >>> [word.text for word in words_of("BTİ-nin Çindəki Mərkəzi", "az", shouting=False)]
    ['bti', 'çindəki', 'mərkəzi']
    >>> [word.text for word in words_of("大学 (Daxue)", "zh", shouting=False)]
    ['da', 'xue', 'da', 'xue']
    """
    text = join_endings(_CAMEL.sub(" ", _MARKS.sub("", name)), language)
    depth = 0
    for match in re.finditer(rf"[()（）]|{_WORD.pattern}", text):
        if match[0] in "(（":
            depth += 1
        elif match[0] in ")）":
            depth = max(0, depth - 1)
        elif script(match[0]) == "Hani":
            yield from _characters(match[0], aside=depth > 0)
        else:
            dotted = text[match.end() : match.end() + 1] == "."
            capital = not shouting and _is_acronym(match[0])
            yield from _spelled(match[0], language, aside=depth > 0, dotted=dotted, acronym=capital)


def _characters(text: str, *, aside: bool) -> Iterator[Word]:
    plain = simplified(text)
    for character, sounded in zip(plain, pinyin(plain), strict=True):
        yield Word(sounded, character, "zh", aside, False, (character, sounded), (character, sounded))


def simplified(text: str) -> str:
    """Chinese in simplified characters, by `data/traditional.csv` (simplified, traditional ones in a row).

    >>> simplified("國立臺灣大學")
    '国立台湾大学'
    """
    return text.translate(_simplified_characters())


@cache
def _simplified_characters() -> dict[int, str]:
    with (DATA / "traditional.csv").open(encoding="utf-8", newline="") as file:
        return {ord(old): row["simplified"] for row in csv.DictReader(file) for old in row["traditional"]}


def pinyin(text: str) -> list[str]:
    """The syllable of each character; where several are possible `data/readings.csv` says which.

    >>> pinyin("重庆地质"), pinyin("重")
    (['chong', 'qing', 'di', 'zhi'], ['zhong'])
    """
    from anyascii import anyascii

    readings = _readings()
    found: list[str] = []
    while len(found) < len(text):
        at = len(found)
        known = next((text[at : at + n] for n in (3, 2, 1) if text[at : at + n] in readings), "")
        found += readings[known] if known else [anyascii(text[at]).lower()]
    return found


@cache
def _readings() -> dict[str, list[str]]:
    with (DATA / "readings.csv").open(encoding="utf-8", newline="") as file:
        return {row["characters"]: row["pinyin"].split() for row in csv.DictReader(file)}


def _spelled(text: str, language: str, *, aside: bool, dotted: bool, acronym: bool) -> Iterator[Word]:
    if language == "zh" and (found := syllables(fold(text))):
        for syllable in found:
            yield Word(syllable, text[:1] if len(found) > 1 else text, "zh", aside, dotted, (syllable,), (syllable,))
        return
    small = lower(text, language)
    own = language or _UNKNOWN.get(script(text), "en")
    if acronym:  # it is in no case: АН is not АНО
        yield Word(small, text, own, aside, dotted, (fold(small),), (fold(small),), acronym=True)
    else:
        yield Word(small, text, own, aside, dotted, forms_of(small, own), forms_of(small, own, RELATED))


@lru_cache(maxsize=200_000)
def forms_of(small: str, language: str, layers: tuple[str, ...] = ANY) -> tuple[str, ...]:
    """The folded base forms that a word in small letters may have, itself first.

    >>> forms_of("mərkəzinin", "az")[0], "merkez" in forms_of("mərkəzinin", "az")
    ('merkezinin', True)
    """
    return tuple(dict.fromkeys(fold(form) for form in bases(small, language, layers) if form))


def is_initial(word: Word) -> bool:
    """Whether a word stands for a given name: one capital, or two letters and a dot (Kh., Дж.).

    >>> [is_initial(word) for word in words_of("Y. Kh. Turakulov", "en", shouting=False)]
    [True, True, False]
    """
    bare = len(word.text) == 1 and word.raw.isupper() and word.language != "zh"
    double = len(word.raw) == 2 and word.raw.istitle() and word.dotted
    return bare or double


def _is_acronym(text: str) -> bool:
    """Whether at least half of the letters are capitals, and two of them."""
    capitals = sum(character.isupper() for character in text)
    return capitals >= 2 and capitals / len(text) >= 0.5
