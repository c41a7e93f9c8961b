"""Rows of a language's table, and phrases made of them that are looked for word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_KEPT = 50_000
"""Of how many words it is kept which phrases they begin."""
_BY_LETTERS = ("ceo", "cto", "cfo", "coo", "cmo", "cio")
_POSSESSED_POST = re.compile(
    r"(başkan|müdür|direktör|sekreter|rektör|dekan|koordinatör|yönetmen|temsilci|üye|lider|şef|müşavir|avukat|[cç][ıiuü])"
    r"s?[ıiuü]\Z"
)
_LEADING = re.compile(r"(?:direktor|rektor|dekan|sədr|prezident|katib|redaktor|kurator|koordinator|menecer)\Z")
"""Azerbaijani posts whose seats have a word of their own: direktorluq."""


@dataclass(frozen=True)
class Entry:
    """A row of a language's table, with the words of one of its variants."""

    table: str
    name: str
    detail: str
    words: str
    """The variant as the table has it."""

    @property
    def length(self) -> int:
        """How many words it has; a hyphen parts words too."""
        return len(self.words.replace("-", " ").split())


@dataclass
class Patterns:
    """Phrases of one or more words, each word whole or the beginning of one; found by their first word."""

    whole: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    opened: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    _kept: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]] = field(default_factory=dict, repr=False)
    """In tuples: most are empty, and of those there is but one."""
    _longest: int = field(default=0, repr=False)

    def add(self, entry: Entry) -> None:
        """One more phrase."""
        words = tuple(entry.words.replace("-", " ").split())
        table = self.opened if words[0].endswith("*") else self.whole
        beginning = words[0].rstrip("*")
        table.setdefault(beginning, []).append((words, entry))
        if table is self.opened:
            self._longest = max(self._longest, len(beginning))
        self._kept.clear()

    def at(self, words: Sequence[str], index: int) -> tuple[int, Entry] | None:
        """The longest phrase that begins with the word at `index`: how many words it has, and its row."""
        found = self._kept.get(words[index])
        for phrase, entry in self._beginning(words[index]) if found is None else found:
            length = len(phrase)
            if length == 1:
                return 1, entry
            if index + length <= len(words) and all(map(fits, words[index + 1 : index + length], phrase[1:])):
                return length, entry
        return None

    def found(self, words: Sequence[str]) -> dict[int, tuple[int, Entry]]:
        """What `at` finds, by the word that it begins with."""
        hits = ((index, self.at(words, index)) for index in range(len(words)))
        return {index: hit for index, hit in hits if hit is not None}

    def _beginning(self, word: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
        """The phrases that begin with a word, the longest first."""
        found = list(self.whole.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            found += self.opened.get(word[:length], ())
        found.sort(key=lambda each: (len(each[0]), len(each[1].words)), reverse=True)
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[word] = tuple(found)
        return self._kept[word]


def fits(word: str, pattern: str) -> bool:
    """Whether a word is that of a phrase, or begins as it does."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def seats_of(posts: Iterable[Entry], code: str = "tr") -> list[Entry]:
    """The seats of Turkic posts: müdürlük of müdür, başkan yardımcılığı of başkan yardımcısı; direktor, direktorluq."""
    found = []
    for entry in posts:
        words = entry.words
        if code == "az":
            if entry.name != "head":
                continue
            found.append(Entry("seat", entry.name, words, words))
            if not _LEADING.search(words):
                continue  # başçılıq, rəhbərlik: of no post
        if entry.name != "representative" and not words.endswith(_BY_LETTERS):
            words = _POSSESSED_POST.sub(r"\1", words)
            vowel = next((letter for letter in reversed(words) if letter in "aeıioöuüə"), "i")
            vowel = {"a": "ı", "e": "i", "o": "u", "ö": "ü", "ə": "i"}.get(vowel, vowel)
            words += f"l{vowel}{'q' if code == 'az' and vowel in 'ıu' else 'k'}"
        found.append(Entry("seat", entry.name, entry.words, words))
    return found


def is_bare_seat(entry: Entry) -> bool:
    """Whether a seat is the post itself, which is one only before a word for a chair: direktor vəzifəsi."""
    return entry.words == entry.detail
