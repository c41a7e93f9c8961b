"""Texts and numbers written briefly, for the page's data: `templates/unpack.js` reads them back.

Nothing here is compressed in a way that differs between versions of a library: the same texts give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

FIRST_SIGN, LAST_SIGN = 0xE000, 0xF8FF
"""Signs for private use (Unicode 23.5): each stands for a word that many texts hold."""
_SIGN_BYTES = 3
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def fronted(texts: Sequence[str]) -> list[str]:
    """Sorted texts, each without what it shares with the one before: that length comes first, as a digit of base 36.

    >>> fronted(["bank", "banker", "bar"])
    ['0bank', '4er', '2r']
    """
    result, before = [], ""
    for text in texts:
        shared = 0
        while shared < min(len(text), len(before), 35) and text[shared] == before[shared]:
            shared += 1
        result.append(DIGITS[shared] + text[shared:])
        before = text
    return result


def steps(numbers: Iterable[int]) -> list[int]:
    """Rising numbers, each as its step from the one before (the first from 0).

    >>> steps([3, 4, 9])
    [3, 1, 5]
    """
    result, before = [], 0
    for number in numbers:
        result.append(number - before)
        before = number
    return result


def word_signs(texts: Iterable[str]) -> dict[str, str]:
    """A sign for each word (with the space after it) that saves bytes when its sign stands for it.

    Texts that hold such signs themselves keep their meaning: each of these signs stands for itself.
    """
    counts: Counter[str] = Counter()
    own: set[str] = set()
    for text in texts:
        counts.update(_words(text))
        own.update(letter for letter in text if FIRST_SIGN <= ord(letter) <= LAST_SIGN)
    saved = {word: (len(word.encode()) - _SIGN_BYTES) * (count - 1) - _SIGN_BYTES for word, count in counts.items()}
    worth = sorted((word for word in saved if saved[word] > 0), key=lambda word: (-saved[word], word))
    free = (sign for sign in map(chr, range(FIRST_SIGN, LAST_SIGN + 1)) if sign not in own)
    return dict(zip(worth, free, strict=False))


def signed(text: str, signs: Mapping[str, str]) -> str:
    """A text with signs in place of words."""
    return "".join(signs.get(word, word) for word in _words(text))


def _words(text: str) -> list[str]:
    """The pieces of a text, each with the space that ends it."""
    pieces = text.split(" ")
    return [piece + " " for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
