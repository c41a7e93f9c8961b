"""Names made comparable across spellings and scripts: folded for look-up, sounded out for likeness."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

# Letters that NFKD leaves whole though readers type them plainly (Azerbaijani, Turkish, Kazakh Latin …).
_PLAIN = str.maketrans({"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
# What folding leaves as it is.
_FOLDED = re.compile("[a-zа-я]+")
APOSTROPHES = frozenset("'`´‘’ʻʼʹ′")
"""Apostrophes of Uzbek and Kazakh Latin (oʻ, gʻ) and of inflected acronyms, however they are typed."""
_VOWELS = frozenset("aeiou")
# What it costs to read one sound for another: spellings of one name differ in these across languages.
_NEAR = {
    **dict.fromkeys(("ae", "ai", "ei", "ou", "CJ", "SJ", "Jz", "Sz", "Ss", "gk", "gh", "hk"), 0.35),
    **dict.fromkeys(
        ("ao", "eo", "iu", "uv", "bp", "dt", "sz", "fv", "bv", "iy", "Cs", "Cz", "yJ", "gJ", "kC", "kJ"), 0.45
    ),
    **dict.fromkeys(("au", "ai", "eu", "io"), 0.6),
}
_LEAST = 0.65
_SLIGHT = {"h": 0.6, "y": 0.3, "i": 0.7, "g": 0.7, "a": 0.8, "e": 0.7, "t": 0.8, "u": 0.8}


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """A name as it is compared: case, accents, quotation marks and punctuation do not matter.

    >>> fold("İqtisadiyyat Nazirliyi") == fold("IQTISADIYYAT NAZIRLIYI")
    True
    >>> fold('"SOCAR  Polymer"')
    'socar polymer'
    """
    if _FOLDED.fullmatch(name):
        return name
    # First of all, since № and other compatibility characters hold capitals.
    plain = unicodedata.normalize("NFKC", name)
    lowered = plain.replace("İ", "i").replace("I", "i").casefold()
    letters: list[str] = []
    for character in unicodedata.normalize("NFKD", lowered):
        if character in APOSTROPHES:
            continue
        if unicodedata.combining(character) and not _is_letter_mark(letters, character):
            continue
        letters.append(character if character.isalnum() or unicodedata.combining(character) else " ")
    return " ".join(unicodedata.normalize("NFC", "".join(letters).translate(_PLAIN)).split())


def _is_letter_mark(letters: list[str], mark: str) -> bool:
    """Cyrillic й and ї are letters of their own, not и and і with an accent."""
    return bool(letters) and (letters[-1], mark) in {("и", "\u0306"), ("і", "\u0308")}


class _PlainLetters(dict[int, str]):
    """By the code of a small letter, the letter without an acute accent; of any apostrophe, one sign."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = "".join(c for c in unicodedata.normalize("NFD", letter) if c != "\u0301")
        found = self[code] = "".join("ʻ" if c in APOSTROPHES else c for c in plain)
        return found


_PLAIN_LETTERS = _PlainLetters()


@lru_cache(maxsize=200_000)
def lower(text: str, language: str) -> str:
    """`text` in the small letters of its language, composed, with one sign for every apostrophe.

    >>> lower("ISPARTA", "tr"), lower("ISTANBUL", "en"), lower("O‘zbekiston", "uz")
    ('ısparta', 'istanbul', 'oʻzbekiston')
    """
    text = unicodedata.normalize("NFC", text).replace("İ", "i")
    if language in ("az", "tr"):
        text = text.replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower().translate(_PLAIN_LETTERS))


def capitalised(text: str, language: str) -> str:
    """`text` with its first letter as a capital, by the language's letters.

    >>> capitalised("iclas", "az"), capitalised("iclas", "en"), capitalised("ıslahat", "tr")
    ('İclas', 'Iclas', 'Islahat')
    """
    first = "İ" if language in ("az", "tr") and text[:1] == "i" else text[:1].upper()
    return first + text[1:]


def script(text: str) -> str:
    """The script of the first letter that tells one: Latn, Cyrl or Hani; Zzzz where none does.

    >>> script("4SİM"), script("Қазақ"), script("北京")
    ('Latn', 'Cyrl', 'Hani')
    """
    for character in text:
        if character.isalpha():
            point = ord(character)
            if point < 0x250 or 0x1E00 <= point < 0x1F00:
                return "Latn"
            if 0x400 <= point < 0x530:
                return "Cyrl"
            if 0x3400 <= point < 0xA000 or 0xF900 <= point < 0xFB00 or point >= 0x20000:
                return "Hani"
            return "Latn" if unicodedata.name(character, "").startswith("LATIN") else "Zzzz"
    return "Zzzz"


@cache
def _spellings(language: str) -> dict[str, str]:
    """Every spelling of `sounds.csv` that holds in a language, its own before the common ones, to its sound."""
    found: dict[str, str] = {}
    with (DATA / "sounds.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["language"] in ("", language):
                found.update(dict.fromkeys(row["spellings"].split(), row["sound"]))
    return found


@lru_cache(maxsize=200_000)
def sounds(word: str, language: str = "") -> str:
    """The sounds of one word, as letters that all languages share: C is ch, J is zh or j, S is sh, h is any kh.

    The table `data/sounds.csv` (language, sound, spellings) says which spelling stands for what; a row without a
    language holds for all of them. Words of an unknown language are read as English.

    >>> sounds("Hacıyev", "az"), sounds("Hajiyev", "en"), sounds("Гаджиев", "ru")
    ('haJiev', 'haJiev', 'gaJiev')
    >>> sounds("Vanq", "az") == sounds("Wang", "zh")
    True
    """
    spellings, text = _spellings(language or "en"), lower(word, language)
    found: list[str] = []
    at = 0
    while at < len(text):
        for length in (3, 2, 1):
            piece = text[at : at + length]
            if len(piece) == length and piece in spellings:
                found.append(spellings[piece])
                at += length
                break
        else:
            found.append("".join(spellings.get(c, "") for c in unicodedata.normalize("NFKD", text[at]) if c.isalnum()))
            at += 1
    return _smooth("".join(found))


def pinyin_sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word of pinyin; x is heard as sh and as s.

    >>> pinyin_sounds("Xi")
    ('Si', 'si')
    """
    return tuple(dict.fromkeys((sounds(word, "zh"), sounds(word.lower().replace("x", "s"), "zh"))))


def _smooth(text: str) -> str:
    """y between consonants is a vowel; y beside i is not heard; nothing is heard twice."""
    letters: list[str] = []
    for at, letter in enumerate(text):
        if letter == "y":
            after = text[at + 1] if at + 1 < len(text) else ""
            if (letters and letters[-1] == "i") or after == "i":
                continue
            if after not in _VOWELS and not (letters and letters[-1] in _VOWELS):
                letter = "i"
        if not letters or letters[-1] != letter:
            letters.append(letter)
    return "".join(letters)


@lru_cache(maxsize=500_000)
def likeness(left: str, right: str) -> float:
    """How alike two sounded words are, from 0 to 1: edits are weighed by how near the sounds are.

    What is below 0.65, or begins with sounds that nobody takes for one another, is 0.

    >>> likeness(sounds("Шерматов", "ru"), sounds("Shermatov", "en"))
    1.0
    >>> likeness(sounds("Ke"), sounds("Ku")) < 0.75, likeness(sounds("Hajiyev"), sounds("Гаджиев", "ru")) > 0.9
    (True, True)
    """
    if left == right:
        return 1.0
    longer = max(len(left), len(right))
    most = longer * (1 - _LEAST)
    if not left or not right or abs(len(left) - len(right)) > 2 * most or _opens_unlike(left, right):
        return 0.0
    added = [_SLIGHT.get(letter, 1.0) for letter in right]
    before = [0.0]
    for cost in added:
        before.append(before[-1] + cost)
    for letter in left:
        dropped, swaps = _SLIGHT.get(letter, 1.0), _swaps(letter)
        last = before[0] + dropped
        row = [last]
        diagonal = before[0]
        for other, more, above in zip(right, added, before[1:], strict=True):
            cost = diagonal + (swaps[other] if other in swaps else _swap(letter, other))
            if above + dropped < cost:
                cost = above + dropped
            last += more
            if cost < last:
                last = cost
            row.append(last)
            diagonal = above
        if min(row) > most:
            return 0.0
        before = row
    return 1 - before[-1] / longer if before[-1] <= most else 0.0


def _opens_unlike(left: str, right: str) -> bool:
    if left[0] in _SLIGHT or right[0] in _SLIGHT:
        return False
    return _swap(left[0], right[0]) == 1.0


@cache
def _swaps(letter: str) -> dict[str, float]:
    """What it costs to read a letter for each of those that sounds are written in."""
    return {other: _swap(letter, other) for other in "abcdefghijklmnopqrstuvwxyzCJS"}


@lru_cache(maxsize=2000)
def _swap(left: str, right: str) -> float:
    if left == right:
        return 0.0
    near = _NEAR.get(left + right) or _NEAR.get(right + left)
    if near is not None:
        return near
    return 0.7 if left in _VOWELS and right in _VOWELS else 1.0


def least_cost(letter: str, letters: str) -> float:
    """What an edit of `likeness` that takes a letter away costs at least: dropping it, or reading it for another.

    >>> least_cost("m", "abm"), least_cost("b", "abpm")
    (1.0, 0.45)
    """
    swaps = (_swap(letter, other) for other in letters if other != letter)
    return min(_SLIGHT.get(letter, 1.0), *swaps)


def frame(sounded: str) -> str:
    """The consonants of a sounded word, near ones as one: what its spellings in all languages have in common.

    >>> frame(sounds("Nəcəf", "az")) == frame(sounds("Najaf"))
    True
    """
    joined = sounded.translate(_FRAME)
    letters = [c for at, c in enumerate(joined) if at == 0 or (c not in "aeiouy" and c != joined[at - 1])]
    return "".join("*" if c in "aeiouy" else c for c in letters)


_FRAME = str.maketrans({"k": "g", "h": "g", "C": "J", "S": "s", "z": "s", "p": "b", "t": "d", "f": "v"})
