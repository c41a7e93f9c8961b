"""The words of our own interface, in tables with a column for each language: a new language is a new column.

Names and sentences come from the graph and the ontology.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.settings import INTERFACE, settings

LANGUAGES: Mapping[str, str] = {code: INTERFACE[code] for code in settings().languages}
"""The languages of the interface by code, each by its own name: those of the project, in its order."""

_DATA = Path(__file__).parent / "data"


def word(table: str, key: str, language: str, **values: object) -> str:
    """A word of a table in one language, `values` filled into its places.

    >>> word("terminal", "no path", "en", start="A", end="B")
    'no path joins A and B.'
    """
    text = read_words(table)[key][list(LANGUAGES).index(language)]
    return text.format_map(values) if values else text


@cache
def read_words(table: str) -> Mapping[str, tuple[str, ...]]:
    """The words of `data/<table>_words.csv` by key, each in every one of the `LANGUAGES`, in their order."""
    with (_DATA / f"{table}_words.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: tuple(row[code] for code in LANGUAGES) for row in csv.DictReader(file)}


@cache
def read_english(table: str) -> Mapping[str, str]:
    """The English words of a table by key, whether the project speaks English or not."""
    with (_DATA / f"{table}_words.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row["en"] for row in csv.DictReader(file)}
