"""The tables of words: complete in each language, with the same places to fill, and in the letters of the language."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kg.cli import options
from kg.views import words
from kg.views.words import LANGUAGES, read_words, word

TABLES = sorted(path.name.removesuffix("_words.csv") for path in (Path(words.__file__).parent / "data").glob("*.csv"))
KEYS = [(table, key) for table in TABLES for key in read_words(table)]
_LETTERS = {"kk": "[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]", "ru": "[А-Яа-яЁё]"}
_SAME_EVERYWHERE = {"id", "pagerank", "PageRank", "Partnership KG", "SPARQL"}


def test_the_languages_of_the_command_line_are_those_of_the_words() -> None:
    assert tuple(LANGUAGES) == options.LANGUAGES == ("en", "az", "kk", "ru")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_a_column_for_each_language_and_no_key_twice(table: str) -> None:
    with (Path(words.__file__).parent / "data" / f"{table}_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["key", *LANGUAGES]
    assert all(len(row) == len(rows[0]) and None not in row for row in rows)
    keys = [row[0] for row in rows]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_word_is_there_in_every_language_or_in_none(table: str, key: str) -> None:
    texts = read_words(table)[key]
    assert all(texts) or not any(texts)
    assert all(text == text.strip() for text in texts)
    places = [sorted(re.findall(r"\{\w*\}", text)) for text in texts]
    assert all(found == places[0] for found in places)


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_word_is_written_in_the_letters_of_its_language(table: str, key: str) -> None:
    by_language = dict(zip(LANGUAGES, read_words(table)[key], strict=True))
    if by_language["en"] not in _SAME_EVERYWHERE | {""}:
        for language, letters in _LETTERS.items():
            text = re.sub(r"\{\w*\}", "", by_language[language])
            assert re.search(letters, text) or not re.search(r"\w", text)
    assert not re.search("[әғқңөұүһі]", by_language["ru"])
    assert not re.search("[А-яЁё]", by_language["en"] + by_language["az"])


def test_values_are_filled_in_and_never_read_as_places() -> None:
    assert word("terminal", "no path", "ru", start="{end}", end="Б") == "между ними нет пути: {end} … Б."
    with pytest.raises(KeyError):
        word("terminal", "no path", "ru", start="А")
