"""Names of persons: in any order, by initials, with and without patronymics and honorifics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.names.alignment import best_likeness
from kg.facts.names.comparison import Comparison
from kg.facts.names.folding import fold, likeness, lower, pinyin_sounds, script, sounds
from kg.facts.names.inflection import CASE, bases, join_endings
from kg.facts.names.lexicon import ConceptKind, read_lexicon, syllables
from kg.facts.names.tokens import read_name

_LIKE = 0.8
_LIKE_SHORT = 0.9
# Endings of surnames that one person's documents may differ in, as sounds: Baitursynov, Baitursynuly.
_SURNAME_ENDINGS = ("ovic", "ov", "ev", "uli", "oglu", "ogli", "zada", "li", "in", "kizi")
_ARTICLES = frozenset({"al", "el", "ibn", "bin", "von", "de", "van"})


@dataclass(frozen=True)
class _Part:
    """One word of a person's name: what it sounds like as it stands, and without a case ending."""

    text: str
    initial: bool
    plain: tuple[str, ...]
    inflected: tuple[str, ...]


def compare_persons(left: str, left_language: str, right: str, right_language: str) -> Comparison:
    """How likely two names are one person's.

    >>> compare_persons("Rövşən Nəcəf", "az", "Najaf, Rovshan", "en").same
    True
    >>> compare_persons("Ke Vanq", "az", "Ku Zhang", "en").same
    False
    """
    ones, others = _parts(left, left_language), _parts(right, right_language)
    if not ones or not others:
        return Comparison(0.0, (), ("one has no letters",))
    joined = likeness(_joined(ones), _joined(others))
    if joined >= 0.93 and len(_joined(ones)) >= 5 and not any(part.initial for part in (*ones, *others)):
        score = 0.97 if joined == 1 else 0.9
        if not _differ_in_gender(ones, others):
            return Comparison(score, (f"'{left}' sounds like '{right}'",), ())
    return _compare_parts(ones, others)


def _compare_parts(ones: Sequence[_Part], others: Sequence[_Part]) -> Comparison:
    pairs: list[tuple[float, _Part, _Part]] = []
    free = list(others)
    rest: list[_Part] = []
    for one in sorted(ones, key=lambda part: (part.initial, -len(part.text))):
        scored = [(_alike(one, other), -index) for index, other in enumerate(free)]
        best, at = max(scored, default=(0.0, 0))
        if best:
            pairs.append((best, one, free.pop(-at)))
        else:
            rest.append(one)
    full = [score for score, one, other in pairs if not one.initial and not other.initial]
    reasons = tuple(f"'{one.text}' matches '{other.text}'" for _, one, other in pairs)
    against = _against(pairs, rest, free)
    if not full or max(len(other.text) for _, _, other in pairs) < 2:
        return Comparison(0.1, reasons, against or ("no name in common",))
    score = sum(full) / len(full)
    if len(pairs) == 1 and len(ones) + len(others) > 2:
        score = min(score, 0.6)
    if len(full) == 1 and len(pairs) > 1:
        score = min(score, 0.88)
    if against:
        score = min(score, 0.4)
    return Comparison(round(score - 0.02 * (len(rest) + len(free)), 3), reasons, against)


def _against(
    pairs: Sequence[tuple[float, _Part, _Part]], rest: Sequence[_Part], free: Sequence[_Part]
) -> tuple[str, ...]:
    found = []
    if rest and free:
        mine, theirs = rest[0], free[0]
        what = "initials" if mine.initial and theirs.initial else "names"
        found.append(f"the {what} '{mine.text}' and '{theirs.text}' differ")
    if _differ_in_gender([one for _, one, _ in pairs], [other for _, _, other in pairs]):
        found.append("one surname is a woman's, one a man's")
    return tuple(found)


def _alike(one: _Part, other: _Part) -> float:
    if one.initial or other.initial:
        if one.initial and other.initial:
            return 0.9 if set(one.plain) & set(other.plain) else 0.0
        return 0.85 if {sound[:1] for sound in one.plain} & {sound[:1] for sound in other.plain} else 0.0
    like = best_likeness((*one.plain, *one.inflected), (*other.plain, *other.inflected))
    least = _LIKE_SHORT if min(len(one.text), len(other.text)) <= 3 else _LIKE
    if like >= least:
        return like
    stems = [_stem(sound) for sound in (*one.plain, *one.inflected)]
    if any(len(stem) >= 4 and likeness(stem, _stem(sound)) >= 0.95 for stem in stems for sound in other.plain):
        return 0.85
    return 0.0


def _stem(sound: str) -> str:
    return next((sound.removesuffix(end) for end in _SURNAME_ENDINGS if sound.endswith(end)), sound)


def _differ_in_gender(ones: Sequence[_Part], others: Sequence[_Part]) -> bool:
    """-ov and -ova are two persons, unless every other word is inflected too: Жусупа Баласагына."""

    def woman(part: _Part) -> bool:
        return part.plain[0].endswith(("ova", "eva", "ina", "aya"))

    def man(part: _Part) -> bool:
        return part.plain[0].endswith(("ov", "ev", "in", "iy", "i"))

    for mine, theirs in ((ones, others), (others, ones)):
        women = [part for part in mine if not part.initial and woman(part)]
        if not women or not any(
            not p.initial and man(p) and likeness(p.plain[0] + "a", w.plain[0]) > 0.9 for p in theirs for w in women
        ):
            continue
        given = [part for part in mine if part not in women]
        exact = {sound for part in theirs for sound in part.plain[:1]}
        if script(women[0].text) != "Cyrl" or any(not p.initial and p.plain[0] in exact for p in given):
            return True
    return False


def _joined(parts: Sequence[_Part]) -> str:
    return "".join(part.plain[0] for part in parts)


def _parts(name: str, language: str) -> list[_Part]:
    if script(name) == "Hani":
        tokens = [sound for token in read_name(name, "zh") for sound in token.text.split()]
        return [_Part(sound, False, pinyin_sounds(sound), ()) for sound in tokens]
    base = language.partition("-")[0]
    found = []
    for match in re.finditer(r"([^\W\d_][\w'’ʻʼ`‘]*)(\.?)", join_endings(name, base)):
        word, dot = match[1], match[2]
        initial = len(word) == 1 or (len(word) <= 2 and bool(dot) and not _is_title(word, base))
        if sounds(word, base) in _ARTICLES or (not initial and _is_title(word, base)):
            continue
        small = lower(word, base)
        plain = [sounds(small, base)]
        if base in ("en", "") and not initial and syllables(fold(word)):
            plain += pinyin_sounds(small)
        cases = (
            () if initial else tuple(sounds(f, base) for f in bases(small, base, CASE, strict=True)[1:] if len(f) > 3)
        )
        found.append(_Part(small, initial, tuple(dict.fromkeys(plain)), cases))
    return found


def _is_title(word: str, language: str) -> bool:
    lexicon = read_lexicon()
    for spoken in dict.fromkeys((language, "en")):
        for phrase in lexicon.find([(fold(word),)], spoken):
            if len(phrase.concepts) == 1 and lexicon.kind(phrase.concepts[0]) is ConceptKind.TITLE:
                return True
    return False
