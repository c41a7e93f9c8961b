"""How likely two names are names of one thing, with the reasons for and against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.names.acronyms import after_parent, rearranged, spells
from kg.facts.names.alignment import best_likeness, content
from kg.facts.names.comparison import Comparison
from kg.facts.names.folding import fold, script, sounds
from kg.facts.names.inflection import join_endings
from kg.facts.names.persons import compare_persons
from kg.facts.names.territories import country_of_city
from kg.facts.names.tokens import Token, TokenKind, read_name
from kg.facts.names.weighing import LIGHT, weigh

_QUOTED = re.compile('["«“„]([^"«»“”„]+)["»”“]')
_ACRONYM_SCORES = {2: 0.5, 3: 0.76, 4: 0.78}
_LONG_ACRONYM = 0.9
_REARRANGED = {3: 0.75, 4: 0.76, 5: 0.78}
_REARRANGED_SHORT = 0.6
_OTHERS_TOO = "others may have the same initials"
_GENERAL = frozenset({TokenKind.BODY, TokenKind.FILLER, TokenKind.SCOPE})
# Only in between does another reading of the words change what is thought of two names.
_LIKELY, _SURE = 0.2, 0.8


def compare_names(
    left: str, left_language: str, right: str, right_language: str, kind: str = "organisation"
) -> Comparison:
    """How likely two names are names of one thing; `kind` is person, place, organisation (or any other).

    Languages are codes as in the lexicon's header, with a script where it is not the usual one (uz-Cyrl); empty
    where unknown.

    >>> compare_names("Dünya İqtisadi Forumunun", "az", "World Economic Forum", "en").same
    True
    >>> compare_names("SOCAR", "az", "SOCAR Polymer", "en").against
    ("only one says 'polymer'",)
    """
    if fold(join_endings(left, left_language)) == fold(join_endings(right, right_language)) != "":
        return Comparison(1.0, ("the same letters",), ())
    if kind == "person":
        return compare_persons(left, left_language, right, right_language)
    ones, others = read_name(left, left_language), read_name(right, right_language)
    if _same_pinyin(ones, others, left_language, right_language):
        return Comparison(0.97, ("the same in pinyin",), ())
    if kind == "place":
        found = _compare_territories(ones, others)
        if found is not None:
            return found
    for mine, theirs, acronym, language, other_language in (
        (ones, others, left, left_language, right_language),
        (others, ones, right, right_language, left_language),
    ):
        if _is_acronym(acronym, mine, theirs):  # BTİ, ҚР ҰҰА
            return _compare_acronym(acronym, theirs, language, other_language)
    for name, language, other, other_language in (
        (left, left_language, right, right_language),
        (right, right_language, left, left_language),
    ):
        quoted = _quoted(name, language)
        if (
            quoted
            and not _QUOTED.search(other)
            and compare_names(quoted, language, other, other_language, kind).score > 0.9
        ):
            return Comparison(0.9, (f"one adds what '{quoted}' is",), ())
    return _weigh_readings(left, left_language, right, right_language)


def _weigh_readings(left: str, left_language: str, right: str, right_language: str) -> Comparison:
    """The best comparison over the ways to read two names: by their phrases, and word by word."""
    ones, others = read_name(left, left_language), read_name(right, right_language)
    best = weigh(ones, others, left_language, right_language)
    if not _LIKELY <= best.score < _SURE:
        return best
    apart, others_apart = read_name(left, left_language, apart=True), read_name(right, right_language, apart=True)
    readings = [(apart, others), (ones, others_apart), (apart, others_apart)]
    told = [(ones, others)]
    for reading in readings:  # equal tuples mostly are one object, or differ early: no need to hash them
        if reading not in told:
            told.append(reading)
    found = [weigh(mine, theirs, left_language, right_language) for mine, theirs in told[1:]]
    return max([best, *found], key=lambda comparison: (comparison.score, comparison.reasons))


def _same_pinyin(ones: Sequence[Token], others: Sequence[Token], left_language: str, right_language: str) -> bool:
    """Whether two Chinese names have the same syllables: traditional and simplified characters, or pinyin.

    One character may be read in two ways, so that a long name may differ from its pinyin in one final.
    """
    if not left_language.startswith("zh") or not right_language.startswith("zh"):
        return False
    left, right = ([s for t in tokens for s in t.text.split()] for tokens in (ones, others))
    unlike = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or not left:
        return False
    allowed = 1 if left_language != right_language and len(left) >= 5 else 0
    return len(unlike) <= allowed and all(a[0] == b[0] for a, b in unlike)


def _compare_territories(ones: Sequence[Token], others: Sequence[Token]) -> Comparison | None:
    """For names that are nothing but a place of CLDR: the same place or another."""
    left, right = _territory(ones), _territory(others)
    if not left or not right:
        return None
    if left & right:
        return Comparison(0.98, (f"both are {min(left & right)} in CLDR",), ())
    if _is_named_like_its_country(left, right) and best_likeness(_heard(ones), _heard(others)) > 0.7:
        return Comparison(0.9, ("a city and its country, named alike",), ())
    return Comparison(0.05, (), (f"CLDR knows them as {min(left)} and {min(right)}",))


def _is_named_like_its_country(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one is a country and the other its city: Norfolk, Saint Lucia."""
    return any(country_of_city(a) == b for a, b in ((min(left), min(right)), (min(right), min(left))) if ":" in a)


def _heard(tokens: Sequence[Token]) -> tuple[str, ...]:
    words = [word for token in tokens for word in token.text.split()]
    return tuple(sounds(word) for word in words if len(word) > 3)


def _quoted(name: str, language: str) -> str:
    """What a name has in quotation marks, where all that stands outside says only what the thing is; else nothing."""
    found = _QUOTED.findall(name)
    around = content(read_name(_QUOTED.sub(" ", name), language))
    general = all(token.kind in _GENERAL or token.concepts & LIGHT for token in around)
    return found[0] if len(found) == 1 and around and general else ""


def _territory(tokens: Sequence[Token]) -> frozenset[str]:
    telling = [token for token in content(tokens) if token.kind.weight > TokenKind.FILLER.weight]
    return telling[0].places if len(telling) == 1 else frozenset()


def _is_acronym(name: str, tokens: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether a name is nothing but an acronym (with a country at most), and the other one is words."""
    telling, words = content(tokens), content(others)
    bare = name.strip()
    if bare.isalpha() and bare.isupper() and 3 <= len(bare) <= 6 and len(words) > 2 and script(bare) != "Hani":
        return True  # CAST, though it is a word as well
    if len(telling) == 1 and len(words) > 2 and telling[0].text.isupper() and 2 <= len(telling[0].text) <= 8:
        return True
    acronyms = [token for token in telling if token.kind is TokenKind.ACRONYM]
    places = [token for token in telling if token.kind is TokenKind.PLACE]
    if not acronyms or len(acronyms) + len(places) < len(telling) or len(words) < 2:
        return False
    known = {fold(token.text) for token in words if token.kind is TokenKind.ACRONYM}
    return fold(acronyms[0].text) not in known


def _compare_loosely(acronym: str, tokens: Sequence[Token], language: str, other_language: str) -> Comparison:
    """An acronym that the words spell in another order, or once the parent's name is left out."""
    letters = rearranged(acronym, tokens, language, other_language)
    if letters:
        translated = language.partition("-")[0] != other_language.partition("-")[0]
        score = _REARRANGED_SHORT if letters == 3 and translated else _REARRANGED.get(letters, _REARRANGED[5])
        return Comparison(score, (f"the words spell {acronym} in another order",), (_OTHERS_TOO,))
    for rest in after_parent(tokens):
        letters = spells(acronym, rest, language, other_language)
        if letters > 2:
            score = _ACRONYM_SCORES[4] if letters > 3 else _ACRONYM_SCORES[3]
            return Comparison(score, (f"the last words spell {acronym}",), (_OTHERS_TOO,))
    return Comparison(0.1, (), (f"the words do not spell {acronym}",))


def _compare_acronym(acronym: str, tokens: Sequence[Token], language: str, other_language: str) -> Comparison:
    told = read_name(acronym, language)
    placed = frozenset().union(*(token.places for token in told))
    if placed and any(token.places & placed for token in tokens):
        acronym = "".join(token.text for token in told if not token.places)
        tokens = [token for token in tokens if not token.places & placed and token.kind is not TokenKind.FILLER]
    letters = spells(acronym, tokens, language, other_language)
    letters += len(placed) if letters else 0
    if not letters:
        return _compare_loosely(acronym, tokens, language, other_language)
    mixed = any(character.islower() for character in acronym)
    score = _LONG_ACRONYM if mixed and letters > 3 else _ACRONYM_SCORES.get(letters, _LONG_ACRONYM)
    against = () if score >= _LONG_ACRONYM else (_OTHERS_TOO,)
    return Comparison(score, (f"the words spell {acronym}",), against)
