"""The words of institutions as concepts: ministry, nazirlik, министрлік and bakanlık are one."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from kg.facts.names.folding import DATA, fold, lower, script, sounds
from kg.facts.names.inflection import bases


class ConceptKind(Enum):
    """What a concept is to a name."""

    BODY = "body"
    """What a thing is: ministry, university, network, protocol."""
    FIELD = "field"
    """What it is about: economy, physics, transport."""
    SCOPE = "scope"
    """How far it reaches, or where it lies: national, regional, northern."""
    NUMBER = "number"
    FILLER = "filler"
    """Says little: republic, city, general."""
    LEGAL = "legal"
    """A legal form; names come with and without it."""
    TITLE = "title"
    """An honorific of a person."""
    FUNCTION = "function"
    """A word of grammar."""


@dataclass(frozen=True)
class Phrase:
    """One way to say one or more concepts: folded words (or pinyin syllables), in their base form."""

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    spelled: tuple[str, ...] = ()
    """The words in small letters, where there are several and `language` inflects them."""
    language: str = ""

    def forms(self, at: int) -> frozenset[str]:
        """What a word may be a form of itself; worked out when it is asked for."""
        return _forms(self.spelled[at], self.language) if self.spelled else frozenset({self.words[at]})


class Lexicon:
    """Concepts and how each language says them; a language's words are indexed when first asked for."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        self._rows = rows
        self._phrases: dict[str, dict[str, list[Phrase]]] = {}
        self._heard: dict[str, dict[str, list[Phrase]]] = {}
        self._letters: dict[str, dict[str, frozenset[str]]] = {}
        self._kinds = {row["concept"]: ConceptKind(row["kind"]) for row in rows if "+" not in row["concept"]}
        self.languages = [name for name in rows[0] if name not in ("concept", "kind")]
        """The columns of the table, in its order."""

    def kind(self, concept: str) -> ConceptKind:
        """What a concept is to a name."""
        return self._kinds[concept]

    def phrases(self, language: str) -> dict[str, list[Phrase]]:
        """A language's phrases by the forms of their first word, the longest first."""
        if language not in self._phrases:
            found: dict[str, list[Phrase]] = {}
            for concepts, variant in self._variants(language):
                phrase = _phrase(variant, language, concepts)
                for first in sorted(phrase.forms(0)):
                    found.setdefault(first, []).append(phrase)
            for listed in found.values():
                listed.sort(key=lambda phrase: -len(phrase.words))
            self._phrases[language] = found
        return self._phrases[language]

    def find(self, words: Sequence[Sequence[str]], language: str) -> list[Phrase]:
        """The longest phrases that open `words`, each given as the folded base forms that it may have.

        >>> lexicon = read_lexicon()
        >>> [phrase.concepts for phrase in lexicon.find([("suni",), ("intellekti", "intellekt")], "az")]
        [('artificial-intelligence',)]
        """
        by_first = self.phrases(language)
        found: list[Phrase] = []
        for first in words[0]:
            for phrase in by_first.get(first, ()):
                if found and len(phrase.words) < len(found[0].words):
                    break
                if len(phrase.words) <= len(words) and _fits(phrase, words):
                    if found and len(phrase.words) > len(found[0].words):
                        found.clear()
                    if phrase not in found:
                        found.append(phrase)
        return found

    def heard(self, sounded: str, language: str) -> list[Phrase]:
        """Single words of a language that sound like this: for a script that the table does not use."""
        if language not in self._heard:
            found: dict[str, list[Phrase]] = {}
            for concepts, variant in self._variants(language):
                if " " not in variant and "-" not in variant:
                    found.setdefault(sounds(variant, language), []).append(_phrase(variant, language, concepts))
            self._heard[language] = found
        return self._heard[language].get(sounded, [])

    def first_letters(self, concept: str, language: str) -> frozenset[str]:
        """The folded first letters that a language's words for a concept have.

        >>> sorted(read_lexicon().first_letters("world", "en"))
        ['w']
        """
        if language not in self._letters:
            found: dict[str, set[str]] = {}
            for concepts, variant in self._variants(language):
                if len(concepts) == 1:
                    found.setdefault(concepts[0], set()).add(fold(variant)[:1])
            self._letters[language] = {key: frozenset(letters) for key, letters in found.items()}
        return self._letters[language].get(concept, frozenset())

    def beginnings(self) -> dict[str, frozenset[str]]:
        """What the folded words for each concept begin with, in all languages: all but the last letter of long ones.

        >>> "nazirli" in read_lexicon().beginnings()["ministry"]
        True
        """
        found: dict[str, set[str]] = {}
        for row in self._rows:
            folded = [fold(variant) for language in self.languages for variant in row[language].split("|")]
            words = {word[:-1] if len(word) > 4 else word for word in folded if word and " " not in word}
            for concept in row["concept"].split("+"):
                found.setdefault(concept, set()).update(words)
        return {concept: frozenset(words) for concept, words in found.items()}

    def single_words(self, language: str) -> Iterator[Phrase]:
        """A language's phrases that are one word."""
        for concepts, variant in self._variants(language):
            words = _words(variant, language)
            if len(words) == 1:
                yield Phrase(words, concepts)

    def _variants(self, language: str) -> Iterator[tuple[tuple[str, ...], str]]:
        for row in self._rows:
            for variant in row.get(language, "").split("|"):
                if fold(variant):
                    yield tuple(row["concept"].split("+")), variant


@cache
def read_lexicon() -> Lexicon:
    """`data/lexicon.csv`: concept, kind, then a column for each language with variants parted by |.

    A concept with + in it is several: нефтегазовый says oil and gas.

    >>> read_lexicon().kind("ministry")
    <ConceptKind.BODY: 'body'>
    """
    with (DATA / "lexicon.csv").open(encoding="utf-8", newline="") as file:
        return Lexicon(list(csv.DictReader(file)))


def _fits(phrase: Phrase, words: Sequence[Sequence[str]]) -> bool:
    """Whether a phrase that was found by its first word goes on as the words do."""
    return all(not phrase.forms(at).isdisjoint(words[at]) for at in range(1, len(phrase.words)))


def _phrase(variant: str, language: str, concepts: tuple[str, ...]) -> Phrase:
    words = _words(variant, language)
    if len(words) < 2 or language.startswith("zh"):
        return Phrase(words, concepts)
    small = tuple(word for part in lower(variant, language).split() for word in part.split("-") if fold(word))
    return Phrase(words, concepts, small, language) if len(small) == len(words) else Phrase(words, concepts)


@lru_cache(maxsize=20_000)
def _forms(word: str, language: str) -> frozenset[str]:
    return frozenset(fold(form) for form in bases(word, language))


def _words(variant: str, language: str) -> tuple[str, ...]:
    if language == "zh-Latn":
        return tuple(syllables(variant)) or (fold(variant),)
    if language == "zh" and script(variant) == "Hani":
        return tuple(variant)
    return tuple(fold(variant).split())


_INITIALS = [
    "zh",
    "ch",
    "sh",
    "b",
    "p",
    "m",
    "f",
    "d",
    "t",
    "n",
    "l",
    "g",
    "k",
    "h",
    "j",
    "q",
    "x",
    "r",
    "z",
    "c",
    "s",
    "y",
    "w",
]
_FINALS = [
    "iang",
    "iong",
    "uang",
    "ueng",
    "ang",
    "eng",
    "ing",
    "ong",
    "ian",
    "iao",
    "uai",
    "uan",
    "ai",
    "an",
    "ao",
    "ei",
    "en",
    "er",
    "ia",
    "ie",
    "in",
    "iu",
    "ou",
    "ua",
    "ue",
    "ui",
    "un",
    "uo",
    "a",
    "e",
    "i",
    "o",
    "u",
    "v",
]


@cache
def _syllable_set() -> frozenset[str]:
    return frozenset(
        [i + f for i in _INITIALS for f in _FINALS] + ["a", "ai", "an", "ang", "ao", "e", "ei", "en", "er", "o", "ou"]
    )


@lru_cache(maxsize=200_000)
def syllables(text: str) -> tuple[str, ...]:
    """The pinyin syllables of a folded word, empty where it is no pinyin.

    >>> syllables("daxue"), syllables("shanghai"), syllables("ministry")
    (('da', 'xue'), ('shang', 'hai'), ())
    """
    known = _syllable_set()
    best: list[list[str] | None] = [[]] + [None] * len(text)
    for at in range(len(text)):
        for length in range(1, 7):
            before, piece = best[at], text[at : at + length]
            if before is None or len(piece) < length or piece not in known:
                continue
            after = best[at + length]
            if after is None or len(before) + 1 <= len(after):
                best[at + length] = [*before, piece]
    return tuple(best[len(text)] or ())
