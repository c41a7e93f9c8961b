"""All names as tables that a look-up reads only a few pages of: SQLite, in memory or in a file beside a store.

Written and read by one code, so that a name leads to the same things whether it was prepared or not. The rows stand in
an order that nothing but the names decides.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kg.facts.names.folding import fold
from kg.facts.names.hearing import keys_of_word

if TYPE_CHECKING:
    from kg.facts.model import Entity
    from kg.facts.names.meanings import Senses

GRAM = 3
"""So many letters long are the pieces by which a part of a name is found."""
_TABLES = """
CREATE TABLE ids (id TEXT PRIMARY KEY, thing TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (number INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE named (key INTEGER, thing TEXT, name TEXT, person INTEGER, PRIMARY KEY (key, thing)) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, keys BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE heard (sound TEXT PRIMARY KEY, keys BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE grams (gram TEXT PRIMARY KEY, keys BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE lengths (letters BLOB NOT NULL);
"""
_LAST = "\U0010ffff"
Numbers = set[int]


class Directory:
    """The folded names of things, numbered in their order, and how to come by those that hold something."""

    def __init__(self, tables: sqlite3.Connection) -> None:
        """`tables` are those that `write_names` made."""
        self._tables = tables

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Directory:
        """A directory in memory."""
        tables = sqlite3.connect(":memory:", check_same_thread=False)
        write_names(tables, entities)
        return cls(tables)

    @cached_property
    def senses(self) -> Senses:
        """What words mean: as it stands beside the names (see `write_senses`), or by the lexicon."""
        from kg.facts.names.meanings import Senses, lexicon_senses

        prepared = self._tables.execute("SELECT 1 FROM sqlite_master WHERE name = 'senses'").fetchone()
        return Senses(self._tables) if prepared else lexicon_senses()

    def thing_of(self, key: str) -> str | None:
        """The thing with this id, or with an id that was judged to be its own."""
        row = self._tables.execute("SELECT thing FROM ids WHERE id = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def number(self, key: str) -> int | None:
        """The number of a folded name; None where nothing bears it."""
        row = self._tables.execute("SELECT number FROM keys WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def key(self, number: int) -> str:
        """The folded name with a number."""
        return str(self._tables.execute("SELECT key FROM keys WHERE number = ?", (number,)).fetchone()[0])

    def named(self, number: int) -> list[tuple[str, str, bool]]:
        """Who bears the folded name with a number, sorted: id, the name as the tables have it, whether a person."""
        found = self._tables.execute("SELECT thing, name, person FROM named WHERE key = ? ORDER BY thing", (number,))
        return [(thing, name, bool(person)) for thing, name, person in found]

    @cached_property
    def lengths(self) -> Sequence[int]:
        """How many letters each folded name has."""
        return _numbers(self._tables.execute("SELECT letters FROM lengths").fetchone()[0])

    def holding_words(self, forms: Sequence[Iterable[str]]) -> Numbers:
        """The names that have, for each set of words, one of them."""
        return self._in_all([self._with_word(word) for word in sorted(words)] for words in forms)

    def holding_beginnings(self, beginnings: Sequence[Iterable[str]], longest: int) -> Numbers:
        """The names that have, for each set of beginnings, a word of no more than `longest` letters after one."""
        return self._in_all(
            [numbers for start in sorted(starts) for numbers in self._beginning(start, longest)]
            for starts in beginnings
        )

    def sounding(self, words: Sequence[Iterable[str]], sounds: Sequence[Iterable[str]]) -> Numbers:
        """The names that have, for each place, one of the words or one that stands under one of the sounds there."""
        return self._in_all(
            [*map(self._with_word, sorted(forms)), *map(self._with_sound, sorted(heard))]
            for forms, heard in zip(words, sounds, strict=True)
        )

    def holding_text(self, text: str) -> Numbers:
        """The names of which a text of three letters or more may be a part: they have all of its pieces."""
        pieces = sorted((self._with_gram(gram) for gram in set(grams(text))), key=len)
        found = set(pieces[0]) if pieces else set()
        for piece in pieces[1:]:
            found.intersection_update(piece)
        return found

    def sharing_pieces(self, text: str, most: int, limit: int) -> Numbers:
        """The `limit` names that share most pieces with a text, the rarest pieces first, looking at `most` entries."""
        shared: Counter[int] = Counter()
        seen = 0
        for piece in sorted((self._with_gram(gram) for gram in sorted(set(grams(text)))), key=len):
            if seen and seen + len(piece) > most:
                break
            seen += len(piece)
            shared.update(piece)
        sizes = Counter(shared.values())
        least, above = max(sizes, default=0), 0
        while least > 1 and above + sizes[least] < limit:
            above += sizes[least]
            least -= 1
        found = sorted((-count, number) for number, count in shared.items() if count >= least)
        return {number for _, number in found[:limit]}

    def _in_all(self, groups: Iterable[list[array[int]]]) -> Numbers:
        """The numbers that each group has in one of its lists."""
        found: Numbers | None = None
        for group in groups:
            here = set().union(*group)
            found = here if found is None else found & here
            if not found:
                return set()
        return found or set()

    def _with_word(self, word: str) -> array[int]:
        row = self._tables.execute("SELECT keys FROM words WHERE word = ?", (word,)).fetchone()
        return _numbers(row[0] if row else b"")

    def _beginning(self, start: str, longest: int) -> Iterator[array[int]]:
        found = self._tables.execute(
            "SELECT keys FROM words WHERE word >= ? AND word < ? AND length(word) <= ?",
            (start, start + _LAST, len(start) + longest),
        )
        return (_numbers(blob) for (blob,) in found)

    def _with_sound(self, sound: str) -> array[int]:
        row = self._tables.execute("SELECT keys FROM heard WHERE sound = ?", (sound,)).fetchone()
        return _numbers(row[0] if row else b"")

    def _with_gram(self, gram: str) -> array[int]:
        row = self._tables.execute("SELECT keys FROM grams WHERE gram = ?", (gram,)).fetchone()
        return _numbers(row[0] if row else b"")


def write_names(tables: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Adds the tables of a directory to an empty database: the same rows in the same order for the same names."""
    ids: dict[str, str] = {}
    bearers: dict[str, dict[str, tuple[str, bool]]] = defaultdict(dict)
    for entity in entities:
        ids.update(dict.fromkeys(entity.ids, entity.id))
        person = entity.class_name == "Person"
        for name in entity.names:
            bearers[fold(name.text)].setdefault(entity.id, (name.text, person))
    words: dict[str, array[int]] = defaultdict(lambda: array("I"))
    pieces: dict[str, array[int]] = defaultdict(lambda: array("I"))
    heard: dict[str, array[int]] = defaultdict(lambda: array("I"))
    keys = sorted(bearers)
    for number, key in enumerate(keys):
        for word in set(key.split()):
            words[word].append(number)
        for gram in set(grams(key)):
            pieces[gram].append(number)
    for word, holding in sorted(words.items()):
        for sound in keys_of_word(word):
            heard[sound].extend(holding)
    for statement in _TABLES.split(";"):
        tables.execute(statement)
    tables.executemany("INSERT INTO ids VALUES (?, ?)", sorted(ids.items()))
    tables.executemany("INSERT INTO keys VALUES (?, ?)", enumerate(keys))
    tables.executemany(
        "INSERT INTO named VALUES (?, ?, ?, ?)",
        ((number, thing, *told) for number, key in enumerate(keys) for thing, told in sorted(bearers[key].items())),
    )
    tables.executemany("INSERT INTO words VALUES (?, ?)", _blobs(words))
    tables.executemany("INSERT INTO heard VALUES (?, ?)", _blobs(heard))
    tables.executemany("INSERT INTO grams VALUES (?, ?)", _blobs(pieces))
    tables.execute("INSERT INTO lengths VALUES (?)", (array("I", map(len, keys)).tobytes(),))
    tables.execute("CREATE UNIQUE INDEX key_numbers ON keys (key)")


def _blobs(lists: Mapping[str, array[int]]) -> Iterator[tuple[str, bytes]]:
    return ((text, lists[text].tobytes()) for text in sorted(lists))


def grams(text: str) -> Iterator[str]:
    """The pieces of a text, one from each of its letters on."""
    return (text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def _numbers(blob: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(blob)
    return numbers
