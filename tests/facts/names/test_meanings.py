"""What words mean is the same from tables as from the lexicon itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cache

import pytest

from kg.facts.identity import NameIndex
from kg.facts.model import Entity, Name, NameRank, Row
from kg.facts.names.directory import Directory, write_names
from kg.facts.names.lexicon import ConceptKind, read_lexicon
from kg.facts.names.meanings import Senses, lexicon_senses, write_senses


@cache
def beginnings() -> Mapping[str, frozenset[str]]:
    return read_lexicon().beginnings()


def by_the_lexicon(word: str, language: str) -> frozenset[str] | None:
    """The beginnings for a word as its phrases have them; None for a word of grammar."""
    lexicon = read_lexicon()
    concepts = {concept for phrase in lexicon.find([(word,)], language) for concept in phrase.concepts}
    if concepts and all(lexicon.kind(concept) is ConceptKind.FUNCTION for concept in concepts):
        return None
    return frozenset().union(*(beginnings()[concept] for concept in concepts))


@pytest.mark.parametrize("language", ["az", "en", "kk", "ru", "tr", "uz"])
def test_each_single_word_means_what_the_lexicon_finds(language: str) -> None:
    words = sorted({phrase.words[0] for phrase in read_lexicon().single_words(language)})
    assert len(words) > 300
    for word in words[::7]:
        expected = by_the_lexicon(word, language)
        found = lexicon_senses().beginnings([frozenset({word})], [language])
        assert found == ([] if expected is None else [expected]), word


def test_a_word_of_another_language_or_of_none_means_nothing() -> None:
    assert lexicon_senses().beginnings([frozenset({"nazirlik"})], ["ru"]) == []
    known, unknown = frozenset({"ministry"}), frozenset({"xyzzy"})
    assert lexicon_senses().beginnings([known, unknown], ["en"]) == []


def test_a_directory_takes_what_stands_beside_it_before_the_lexicon() -> None:
    name = Name("a", "az", "Səhiyyə Nazirliyi", NameRank.PREFERRED, "")
    thing = Entity("a", "Organisation", "", (), (name,), ("a",), Row("", 0))
    tables = sqlite3.connect(":memory:")
    write_names(tables, [thing])
    without = Directory(tables)
    assert without.senses is lexicon_senses()
    assert [match.entity for match in NameIndex(without).near("health ministry")] == ["a"]
    write_senses(tables)
    tables.execute("DELETE FROM senses WHERE concept = 'health'")
    beside = Directory(tables)
    assert isinstance(beside.senses, Senses)
    assert NameIndex(beside).near("health ministry") == []
