"""Chinese as Taiwan and old maps spell it in Latin letters: Kaohsiung, Hualien, Chi Nan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

# Longer openings before the shorter ones that they hold.
_INITIALS = (
    ("zh", "ch"),
    ("ch", "ch"),
    ("sh", "sh"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
    ("j", "ch"),
    ("q", "ch"),
    ("x", "hs"),
    ("z", "ts"),
    ("c", "ts"),
    ("r", "j"),
)
_WHOLE = {"zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "yi": "i"}
_FINALS = (("ong", "ung"), ("ian", "ien"), ("yan", "yen"), ("ie", "ieh"), ("ye", "yeh"), ("ue", "ueh"), ("uo", "o"))
# Spellings of one sound that mix freely: Yenching and Yanching, Dong Hwa and Tung Hua.
_MIXED = (("hw", "hu"), ("kw", "ku"), ("ien", "ian"), ("yen", "yan"), ("ieh", "ie"), ("yeh", "ye"), ("ueh", "ue"))


@lru_cache(maxsize=5000)
def wade_giles(syllable: str) -> str:
    """A syllable of pinyin in Wade's and Giles' spelling, without apostrophes.

    >>> [wade_giles(syllable) for syllable in ("gao", "xiong", "hua", "lian", "zhi")]
    ['kao', 'hsiung', 'hua', 'lien', 'chih']
    """
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    opening, other = next(((a, b) for a, b in _INITIALS if syllable.startswith(a)), ("", ""))
    rest = syllable[len(opening) :]
    changed = next((rest[: -len(a)] + b for a, b in _FINALS if rest.endswith(a)), rest)
    return other + changed


_POSTAL = {"q": "ts", "j": "k", "x": "s"}
"""Of old maps and of universities that keep their spelling: Tsinghua, Nanking."""


def is_spelled_so(word: str, syllables: Sequence[str]) -> bool:
    """Whether a folded word in Latin letters is the older spelling of these syllables of pinyin.

    >>> is_spelled_so("kaohsiung", ("gao", "xiong")), is_spelled_so("hupei", ("he", "bei"))
    (True, False)
    """
    return plain_spelling(word) in older_spellings(syllables)


def plain_spelling(word: str) -> str:
    """A folded word in one of the spellings that mix freely."""
    return _plain(word.replace(" ", ""))


def older_spellings(syllables: Sequence[str]) -> tuple[str, ...]:
    """The older spellings of these syllables of pinyin as one word, plain; none where one of them is empty."""
    return _older(tuple(syllables)) if all(syllables) else ()


@lru_cache(maxsize=20_000)
def _older(syllables: tuple[str, ...]) -> tuple[str, str]:
    """What the syllables are by Wade and Giles, and on old maps."""
    postal = [_POSTAL.get(syllable[0], syllable[0]) + syllable[1:] for syllable in syllables]
    return _plain("".join(map(wade_giles, syllables))), _plain("".join(postal))


@lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    for old, new in _MIXED:
        text = text.replace(old, new)
    return text
