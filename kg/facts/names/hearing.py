"""Names that sound like a text in another script: `alfa` is said like «Альфа», `сокар` like SOCAR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.facts.names.folding import frame, likeness, script, sounds
from kg.facts.names.lexicon import syllables

_READINGS = {"Latn": ("", "az"), "Cyrl": ("ru",)}
"""The languages that a folded word is read in: c is s or k in English, j in Azerbaijani."""
_OTHER = {"Latn": "Cyrl", "Cyrl": "Latn"}
_LIKE = 0.8
_SHORT = 3
_LEAST, _BY_LENGTH = 0.75, 0.2


@dataclass(frozen=True)
class Sounded:
    """A text by its sounds: for each word what it may be a form of; as pinyin, the whole of it."""

    words: tuple[frozenset[str], ...]
    size: int
    chinese: str

    @classmethod
    def of(cls, folded: str, forms: Sequence[frozenset[str]]) -> Sounded:
        """Of a folded text, and the folded forms of its words."""
        return cls(tuple(map(_telling, forms)), len(folded), _as_pinyin(folded))

    def keys(self) -> list[list[str]]:
        """For each word the keys (see `keys_of_word`) of names in another script that may sound like it."""
        return [
            sorted({key for form in forms for key in _keys(form, _OTHER.get(script(form), ""))}) for forms in self.words
        ]

    def most(self, length: int) -> float:
        """How near a name of so many letters can be at most."""
        return _LEAST + _BY_LENGTH * min(self.size, length) / max(self.size, length)

    def nearness(self, name: str) -> float:
        """How near a folded name is that has, for each word, one that sounds like it in another script; else 0."""
        words = name.split()
        if self.chinese and any(script(word) == "Hani" and _characters(word) == self.chinese for word in words):
            return self.most(len(name))
        alike = [max((_alike(form, word) for form in forms for word in words), default=0.0) for forms in self.words]
        if not alike or min(alike) < _LIKE:
            return 0.0
        return self.most(len(name)) * (sum(alike) / len(alike)) ** 2


def _telling(forms: frozenset[str]) -> frozenset[str]:
    """What a word may be a form of, but for stumps that would sound like much: нау of наука."""
    longest = max(map(len, forms))
    return frozenset(form for form in forms if len(form) > _SHORT or len(form) == longest)


def keys_of_word(word: str) -> Iterator[str]:
    """Under what a folded word of a name stands: its script, and its consonants or, of Chinese, its syllables.

    >>> list(keys_of_word("альфа")), list(keys_of_word("北京"))
    (['Cyrl *lv'], ['Hani beiJing'])
    """
    if script(word) == "Hani":
        yield chinese_key(_characters(word))
    else:
        yield from _keys(word, script(word))


def chinese_key(sounded: str) -> str:
    """Under what a word in Chinese characters stands that sounds so."""
    return f"Hani {sounded}"


@lru_cache(maxsize=100_000)
def _heard(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sounds(word, language) for language in _READINGS.get(script(word), ())))


def _keys(word: str, writing: str) -> list[str]:
    """The keys of the sounds of a word, for names in a script."""
    return list(dict.fromkeys(f"{writing} {frame(sound)}" for sound in _heard(word) if sound)) if writing else []


def _alike(form: str, word: str) -> float:
    """How alike two folded words are: equal, or in two scripts with the same consonants."""
    if form == word:
        return 1.0
    if _OTHER.get(script(form)) != script(word):
        return 0.0
    alike = [
        likeness(one, other)
        for one in _heard(form)
        for other in _heard(word)
        if frame(one) == frame(other)
        and (min(len(one), len(other)) >= _SHORT or (one == other and _as_long(form, word)))
    ]
    return max(alike, default=0.0)


def _as_long(form: str, word: str) -> bool:
    """Whether two words of few sounds are written with about as many letters, at least two: IT, ИТ."""
    return min(len(form), len(word)) > 1 and abs(len(form) - len(word)) <= 1


def _as_pinyin(folded: str) -> str:
    """What a text sounds like where all of it is pinyin, else nothing."""
    if not folded.isascii():
        return ""
    parts = [syllables(word) for word in folded.split()]
    return "".join(sounds(part, "zh") for word in parts for part in word) if all(parts) else ""


@lru_cache(maxsize=20_000)
def _characters(word: str) -> str:
    from kg.facts.names.words import pinyin, simplified

    return "".join(sounds(syllable, "zh") for syllable in pinyin(simplified(word)))
