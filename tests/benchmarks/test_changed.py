"""The articles that are changed a little: where words are put, and that what is lost is counted."""

from __future__ import annotations

import csv
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.draft.drafter import Drafter
from kg.facts.reading import read_project
from kg.resources import Resources

FOLDER = Path(__file__).parents[2] / "benchmarks" / "drafting"
LANGUAGES = ("az", "en", "kk", "ru")


@pytest.fixture(scope="module")
def changed() -> Iterator[ModuleType]:
    """The script, which imports its neighbours by their names."""
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module("changed")
    sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def articles(changed: ModuleType) -> list[Any]:
    """The first three English articles of dev, drafted."""
    ontology = Resources.shipped().read_ontology()
    project = read_project(FOLDER.parents[1] / "seeds", ontology.schema, ontology.shapes)
    return list(changed.read_articles(Drafter(project, ontology.schema), "en", most=3))


def test_each_change_has_words_in_each_language() -> None:
    with (FOLDER / "changes.csv").open(encoding="utf-8", newline="") as file:
        told = {(row["change"], row["language"]) for row in csv.DictReader(file) if row["words"].strip()}
    assert told == {(change, language) for change, _ in told for language in LANGUAGES}


def test_words_are_put_once_into_a_sentence_and_at_its_place(changed: ModuleType, articles: list[Any]) -> None:
    for article in articles:
        assert article.before
        for start, (place, what) in changed.edits(article, "day").items():
            assert place == start and what.endswith(", ")
        for place, _ in changed.edits(article, "degree").values():
            assert article.text[place].isupper() and article.text[place - 1 : place] in (" ", "\n", "")


def test_what_a_change_takes_away_is_lost_by_name(
    changed: ModuleType, articles: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = changed.kept(articles, "end", "en")
    assert told.asked > 0 and told.found == told.asked - len(told.lost)
    nonsense = {**changed.words(), ("front", "en"): ("It is not true that",)}
    monkeypatch.setattr(changed, "words", lambda: nonsense)
    denied = changed.kept(articles, "front", "en")
    assert denied.found < denied.asked and all("[en." in line for line in denied.lost)
