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
_MIXED = (
    *(("hw", "hu"), ("kw", "ku"), ("ien", "ian"), ("yen", "yan"), ("ieh", "ie"), ("yeh", "ye"), ("ueh", "ue")),
    *(("chih", "chi"), ("shih", "shi"), ("jih", "ji")),
)


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


def transcribes(syllables: Sequence[str], word: str) -> bool:
    """Whether syllables of pinyin may be how Chinese writes a foreign name: nuo ding han, Nottingham.

    Only consonants are held against each other, most of which must agree in their order, the first one surely.

    >>> transcribes(("nuo", "ding", "han"), "nottingham"), transcribes(("mi", "er", "si", "tan"), "milstein")
    (True, True)
    >>> transcribes(("ming", "de"), "oasis")
    False
    """
    if not 2 <= len(syllables) <= 6 or not word.isascii() or len(word) < 4:
        return False
    ours, theirs = _consonants("".join(map(_initial_and_end, syllables))), _consonants(word)
    if min(len(ours), len(theirs)) < 3 or ours[0] != theirs[0]:
        return False
    return _common(ours, theirs) / max(len(ours), len(theirs)) >= _ENOUGH


_ENOUGH = 0.75
_NEAR_CONSONANTS = str.maketrans(
    {"p": "b", "t": "d", "k": "g", "c": "g", "q": "g", "h": "g", "r": "l", "z": "s", "x": "s", "j": "s", "v": "f"}
)


def _initial_and_end(syllable: str) -> str:
    """A syllable with what no foreign consonant stands behind left out: er is r, ng is n."""
    return "r" if syllable == "er" else syllable.replace("ng", "n").replace("zh", "j").replace("ch", "j")


@lru_cache(maxsize=20_000)
def _consonants(word: str) -> str:
    plain = word.replace("ph", "f").replace("th", "t").replace("sh", "s").replace("ch", "j").replace("ng", "n")
    near = "".join(letter for letter in plain if letter not in "aeiouyw").translate(_NEAR_CONSONANTS)
    near = near.replace("m", "n")
    return "".join(letter for at, letter in enumerate(near) if at == 0 or letter != near[at - 1])


def _common(one: str, other: str) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for at, their in enumerate(other, start=1):
            above = row[at]
            row[at] = before + 1 if letter == their else max(above, row[at - 1])
            before = above
    return row[-1]
