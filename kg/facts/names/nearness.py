"""The likest sounds of two words, found without weighing the edits of those that letters alone keep apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from kg.facts.names.folding import least_cost, likeness

_LETTERS = "abcdefghijklmnopqrstuvwxyzCJS"
_HALF = 15
_LOW = (1 << _HALF) - 1
# Sums of the same costs in another order differ by less.
_ROUNDING = 1e-6

Heard = tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=300_000)
def heard(sounds: tuple[str, ...]) -> Heard:
    """Each sounded word with the set of its letters, as bits, and its length."""
    return tuple((sound, sum({_bits().get(letter, 0) for letter in sound}), len(sound)) for sound in sounds)


def nearest(left: Sequence[str], right: Sequence[str], least: float) -> tuple[float, int]:
    """The best `likeness` of two sounds, and the length of the shorter of them; what is below `least` may be 0.

    A letter that only one of two words has is dropped or read for another. What that costs at least, summed over such
    letters, is no more than all edits together: where it is too much for `least`, the words need no closer look.

    >>> nearest(("gaJiev",), ("haJiev", "mamed"), 0.75)[0] > 0.9, nearest(("gaJiev",), ("mamed",), 0.75)[0]
    (True, 0.0)
    """
    best, shortest, others = 0.0, 0, heard(tuple(right))
    low, high = _costs()
    part = 1 - least
    for one, mine, length in heard(tuple(left)):
        for other, theirs, other_length in others:
            if mine != theirs:
                room = (length if length > other_length else other_length) * part + _ROUNDING
                lone, missing = mine & ~theirs, theirs & ~mine
                if low[lone & _LOW] + high[lone >> _HALF] > room:
                    continue
                if low[missing & _LOW] + high[missing >> _HALF] > room:
                    continue
            like = likeness(one, other)
            if like >= best:
                shorter = min(length, other_length)
                best, shortest = like, max(shortest, shorter) if like == best else shorter
    return best, shortest


@cache
def _bits() -> dict[str, int]:
    return {letter: 1 << at for at, letter in enumerate(_LETTERS)}


@cache
def _costs() -> tuple[list[float], list[float]]:
    """What a set of letters costs at least, by its low and by its high bits."""
    costs = [least_cost(letter, _LETTERS) for letter in _LETTERS]
    return _sums(costs[:_HALF]), _sums(costs[_HALF:])


def _sums(costs: Sequence[float]) -> list[float]:
    sums = [0.0]
    for cost in costs:
        sums += [each + cost for each in sums]
    return sums
