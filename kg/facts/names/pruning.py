"""Which pairs of names share too little to be worth a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.facts.names.folding import fold, frame
from kg.facts.names.tokens import Token, TokenKind, read_name

_ENOUGH = 0.25
_PARTS_OF_AN_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """What the parts of a name say: the weight and the marks of each that tells, and the marks of all."""

    parts: tuple[tuple[float, frozenset[str]], ...]
    marks: frozenset[str]
    short: bool
    spelled: bool
    weight: float


def share(left: str, left_language: str, right: str, right_language: str) -> float:
    """The share of two names' weight in parts that the other may have too, from 0 to 1; what is alike counts.

    >>> share("Ministry of Health", "en", "Səhiyyə Nazirliyi", "az"), share("Ministry of Health", "en", "Koç", "tr")
    (1.0, 0.0)
    """
    one, other = _told(left, left_language), _told(right, right_language)
    shared = sum(weight for weight, marks in one.parts if marks & other.marks)
    shared += sum(weight for weight, marks in other.parts if marks & one.marks)
    return shared / (one.weight + other.weight or 1.0)


def may_be_one(left: str, left_language: str, right: str, right_language: str) -> bool:
    """Whether two names share enough to be compared in full; an acronym always may stand for the other.

    >>> may_be_one("Ministry of Health", "en", "Koç", "tr"), may_be_one("WEF", "en", "World Economic Forum", "en")
    (False, True)
    """
    one, other = _told(left, left_language), _told(right, right_language)
    if one.short != other.short or one.spelled or other.spelled:
        return True
    return share(left, left_language, right, right_language) >= _ENOUGH


@lru_cache(maxsize=400_000)
def _told(name: str, language: str) -> _Told:
    telling = [token for token in read_name(name, language) if token.kind.weight > TokenKind.INITIAL.weight]
    parts = tuple((token.kind.weight, _marks(token)) for token in telling)
    short = len(telling) < _PARTS_OF_AN_ACRONYM and any(token.kind is TokenKind.ACRONYM for token in telling)
    short = short or (len(telling) == 1 and name.isupper())
    # Chinese phrases may be read in more than one way, so what one of them says is no ground to pass a name over.
    spelled = language.startswith("zh") or any(token.kind is TokenKind.SYLLABLE for token in telling)
    return _Told(parts, frozenset().union(*(m for _, m in parts)), short, spelled, sum(weight for weight, _ in parts))


def _marks(token: Token) -> frozenset[str]:
    heard = [f"~{frame(sound)[:2]}" for sound in token.sounds[:4]] if token.kind.weight >= 1 else []
    return frozenset({fold(token.text), *token.concepts, *token.places, *heard, *([token.number] * bool(token.number))})
