"""What words mean by the lexicon, as tables: to read the lexicon itself takes longer than to find a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

_TABLES = """
CREATE TABLE senses (form TEXT, language TEXT, concept TEXT, PRIMARY KEY (form, language, concept)) WITHOUT ROWID;
CREATE TABLE concepts (concept TEXT PRIMARY KEY, grammar INTEGER NOT NULL, beginnings TEXT NOT NULL) WITHOUT ROWID;
"""


class Senses:
    """Single words of the lexicon, and what the words of one meaning begin with."""

    def __init__(self, tables: sqlite3.Connection) -> None:
        """`tables` are those that `write_senses` made."""
        self._tables = tables

    def beginnings(self, forms: Iterable[frozenset[str]], languages: Sequence[str]) -> list[frozenset[str]]:
        """For each word of some folded forms, how the words of its meaning begin; none where a word has no meaning.

        A word of grammar is passed over.

        >>> lexicon_senses().beginnings([frozenset({"qqq"})], ["en"])
        []
        >>> (ministry,) = lexicon_senses().beginnings([frozenset({"ministry"})], ["en"])
        >>> "nazirli" in ministry
        True
        """
        found: list[frozenset[str]] = []
        for known in forms:
            concepts = self._concepts(known, languages)
            if not concepts:
                return []
            told = [self._concept(concept) for concept in sorted(concepts)]
            if not all(grammar for grammar, _ in told):
                found.append(frozenset(word for _, words in told for word in words.split()))
        return found

    def _concepts(self, forms: Iterable[str], languages: Sequence[str]) -> set[str]:
        query = "SELECT language, concept FROM senses WHERE form = ?"
        rows = (row for form in forms for row in self._tables.execute(query, (form,)))
        return {concept for language, concept in rows if language in languages}

    def _concept(self, concept: str) -> tuple[int, str]:
        query = "SELECT grammar, beginnings FROM concepts WHERE concept = ?"
        row: tuple[int, str] = self._tables.execute(query, (concept,)).fetchone()
        return row


@cache
def lexicon_senses() -> Senses:
    """Those of the lexicon, in memory."""
    tables = sqlite3.connect(":memory:", check_same_thread=False)
    write_senses(tables)
    return Senses(tables)


def write_senses(tables: sqlite3.Connection) -> None:
    """Adds the tables of the lexicon to a database: the same rows for the same lexicon."""
    from kg.facts.names.lexicon import ConceptKind, read_lexicon

    lexicon = read_lexicon()
    beginnings = lexicon.beginnings()
    for statement in _TABLES.split(";"):
        tables.execute(statement)
    tables.executemany("INSERT INTO senses VALUES (?, ?, ?)", sorted(set(_senses())))
    tables.executemany(
        "INSERT INTO concepts VALUES (?, ?, ?)",
        (
            (concept, lexicon.kind(concept) is ConceptKind.FUNCTION, " ".join(sorted(beginnings[concept])))
            for concept in sorted(beginnings)
        ),
    )


def _senses() -> Iterator[tuple[str, str, str]]:
    from kg.facts.names.forms import INFLECTING
    from kg.facts.names.lexicon import read_lexicon

    for language in sorted({"en"}.union(*INFLECTING.values())):
        for phrase in read_lexicon().single_words(language):
            for concept in phrase.concepts:
                yield phrase.words[0], language, concept
