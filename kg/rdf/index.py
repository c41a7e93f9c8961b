"""What a build prepares beside its store, so that a look-up opens a few pages instead of reading the graph.

One SQLite file: the directory of names, what each thing is, and the ties of the network. Everything in it stands in
the store as well, so whoever has no such file (a store elsewhere, a build of before) reads the store.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.facts.languages import instead_of
from kg.facts.names.directory import Directory, write_names
from kg.facts.names.meanings import write_senses

if TYPE_CHECKING:
    from kg.facts.model import Entity

INDEX_FILE = "index.sqlite"
_FORMAT = "2"
"""Goes up with every change of the tables; a file of another format is not read."""
_SHOWN = ("preferred", "rendering")
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE things (id TEXT PRIMARY KEY, class TEXT, kind TEXT, label TEXT) WITHOUT ROWID;
CREATE TABLE names (thing TEXT, position INTEGER, language TEXT, name TEXT, rank TEXT, PRIMARY KEY (thing, position))
WITHOUT ROWID;
CREATE TABLE terms (term TEXT, language TEXT, label TEXT, PRIMARY KEY (term, language)) WITHOUT ROWID;
CREATE TABLE ties (position INTEGER PRIMARY KEY, subject TEXT, object TEXT, key TEXT, predicate TEXT, claim TEXT,
from_ TEXT, until TEXT, sources TEXT, narrow INTEGER, wide INTEGER);
"""
_INDEXES = (
    "CREATE INDEX ties_of_subjects ON ties (subject)",
    "CREATE INDEX ties_of_objects ON ties (object)",
)
_SETTINGS = ("PRAGMA page_size = 4096", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
_TIES = {
    "": "SELECT * FROM ties ORDER BY position",
    "subject": "SELECT * FROM ties WHERE subject = ? ORDER BY position",
    "object": "SELECT * FROM ties WHERE object = ? ORDER BY position",
}


_COMPARED = (
    "SELECT id, class, kind, label FROM things ORDER BY id",
    "SELECT thing, language, name, rank FROM names ORDER BY thing, position",
    "SELECT subject, object, key, predicate, claim, sources, narrow, wide FROM ties ORDER BY position",
)


class TieRow(NamedTuple):
    """An edge of the network of things, as `kg.network.projection.to_network` has it."""

    subject: str
    object: str
    key: str
    predicate: str
    claim: str
    from_: str
    until: str
    sources: str
    narrow: int
    """1 where it is in the network of ties, 0 where only in that of all relations."""
    wide: int
    """1 where it is in the network of all relations."""


class Index:
    """The prepared tables of one build."""

    def __init__(self, tables: sqlite3.Connection) -> None:
        self._tables = tables
        self.directory = Directory(tables)

    def base(self) -> str:
        """What the IRIs of the build's things begin with."""
        return str(self._tables.execute("SELECT value FROM about WHERE key = 'base'").fetchone()[0])

    def label(self, key: str, language: str) -> str:
        """What a reader of a language is shown as the name of a thing (`Entity.label`), or of a term."""
        names = self._tables.execute("SELECT language, name, rank FROM names WHERE thing = ? ORDER BY position", (key,))
        told = names.fetchall()
        for code in (language, *instead_of(language)):
            for its_language, name, rank in told:
                if its_language == code and rank in _SHOWN:
                    return str(name)
        if told:
            return str(told[0][1])
        return key if self.thing(key) is not None else self._term(key, language)

    def kind(self, key: str, language: str) -> str:
        """What a thing is: its kind where it has one, else its class."""
        class_name, kind = self._tables.execute("SELECT class, kind FROM things WHERE id = ?", (key,)).fetchone()
        return self.label(kind, language) if kind else self._term(class_name, language)

    def _term(self, name: str, language: str) -> str:
        """The label of a term of the ontology; its own name where it has none."""
        found = dict(self._tables.execute("SELECT language, label FROM terms WHERE term = ?", (name,)))
        return str(found.get(language) or found.get("en") or name)

    def things(self) -> Iterator[tuple[str, str, str]]:
        """Id, class and English label of each thing, sorted."""
        yield from self._tables.execute("SELECT id, class, label FROM things ORDER BY id")

    def thing(self, key: str) -> tuple[str, str] | None:
        """Class and English label of a thing."""
        row: tuple[str, str] | None = self._tables.execute(
            "SELECT class, label FROM things WHERE id = ?", (key,)
        ).fetchone()
        return row

    def checksum(self) -> str:
        """One of all things, their names, and the ties between them but for when these held."""
        checksum = hashlib.sha256()
        for query in _COMPARED:
            for row in self._tables.execute(query):
                checksum.update(repr(row).encode())
        return checksum.hexdigest()

    def ties(self) -> Iterator[TieRow]:
        """The edges of all networks, in the order in which they are added to one."""
        return self._rows(self._tables.execute(_TIES[""]))

    def ties_of(self, key: str, *, forward: bool) -> Iterator[TieRow]:
        """The edges from a thing, or those to it, in the same order."""
        return self._rows(self._tables.execute(_TIES["subject" if forward else "object"], (key,)))

    def _rows(self, found: sqlite3.Cursor) -> Iterator[TieRow]:
        """Rows in which equal texts are one, since a network keeps millions of them."""
        once = dict[str, str]().setdefault
        for _, subject, object_, key, predicate, claim, from_, until, sources, narrow, wide in found:
            yield TieRow(
                once(subject, subject),
                once(object_, object_),
                key,
                once(predicate, predicate),
                key if claim == key else claim,
                once(from_, from_),
                once(until, until),
                once(sources, sources),
                narrow,
                wide,
            )


def write_index(
    file: Path,
    base: str,
    entities: Mapping[str, Entity],
    labels: Mapping[str, Mapping[str, str]],
    ties: Iterable[TieRow],
) -> None:
    """Writes the tables of a build to a new file: the same bytes for the same facts, by one version of SQLite.

    `labels` are those of the ontology's terms, by language.
    """
    tables = sqlite3.connect(file, isolation_level=None)
    # Nobody else reads the file before it is whole, and a build that is killed begins anew.
    for statement in (*_SETTINGS, "BEGIN", *_TABLES.split(";")):
        tables.execute(statement)
    tables.executemany("INSERT INTO about VALUES (?, ?)", (("base", base), ("format", _FORMAT)))
    tables.executemany(
        "INSERT INTO things VALUES (?, ?, ?, ?)",
        ((key, thing.class_name, thing.kind, thing.label("en")) for key, thing in sorted(entities.items())),
    )
    tables.executemany(
        "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
        (
            (key, place, name.language, name.text, name.rank.value)
            for key, thing in sorted(entities.items())
            for place, name in enumerate(thing.names)
        ),
    )
    tables.executemany(
        "INSERT INTO terms VALUES (?, ?, ?)",
        ((term, code, text) for term, by in sorted(labels.items()) for code, text in sorted(by.items())),
    )
    write_names(tables, entities.values())
    write_senses(tables)
    tables.executemany(
        "INSERT INTO ties VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ties,
    )
    for statement in (*_INDEXES, "COMMIT"):
        tables.execute(statement)
    tables.close()


def open_index(build: Path) -> Index | None:
    """The prepared tables in the folder of a build; None where there are none that this version can read."""
    file = build / INDEX_FILE
    if not file.is_file():
        return None
    # Nothing writes to the file of a build: without a lock, it can be read in a folder that cannot be written to.
    tables = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        row = tables.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
    except sqlite3.DatabaseError:
        row = None
    if row is None or row[0] != _FORMAT:
        tables.close()
        return None
    return Index(tables)
