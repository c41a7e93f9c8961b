"""One concept, six languages: bodies, programmes, gatherings, posts and papers that each table has a word for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.draft.drafter import Drafter
from kg.draft.language.grammar import grammar, languages
from kg.draft.names.told_apart import bare_name
from tests.draft.conftest import source, triples

with (Path(__file__).parent / "concepts.csv").open(encoding="utf-8", newline="") as _file:
    ROWS = [tuple(row.values()) for row in csv.DictReader(_file)]
OF_ONE_CLASS = {
    "Network": {"en": "consortium", "ru": "консорциум", "az": "konsorsium", "kk": "консорциум", "tr": "konsorsiyum"},
    "Programme": {"en": "summer school", "ru": "летняя школа", "kk": "жазғы мектеп", "tr": "yaz okul"},
    "ResearchOrganisation": {"en": "research centre", "kk": "зерттеу орталық", "uz": "tadqiqot markaz"},
    "Company": {"en": "port", "ru": "порт", "az": "liman", "kk": "порт", "tr": "liman", "uz": "port"},
    "Publication": {"en": "textbook", "ru": "учебник", "az": "dərslik", "kk": "оқулық", "uz": "darslik"},
}


@pytest.mark.parametrize(("language", "concept", "text", "subject", "predicate", "other", "class_name"), ROWS)
def test_a_concept_is_read(
    drafter: Drafter, language: str, concept: str, text: str, subject: str, predicate: str, other: str, class_name: str
) -> None:
    draft = drafter.draft(text, source(), language)
    assert (subject, predicate, other) in triples(draft), concept
    named = {bare_name(name.text): name.entity for name in draft.names}
    classes = {thing.id: thing.class_name for thing in draft.things}
    assert class_name in {classes.get(named.get(subject, "")), classes.get(named.get(other, ""))}


@pytest.mark.parametrize("class_name", OF_ONE_CLASS)
def test_a_concept_is_of_one_class_in_every_language(class_name: str) -> None:
    found = {}
    for language, phrase in OF_ONE_CLASS[class_name].items():
        words = phrase.split()
        form = grammar(language).form(words, len(words) - 1, "heads")
        found[language] = form and form.entry.name
    assert set(found.values()) == {class_name}, found


def test_every_language_of_the_drafter_has_concepts_here() -> None:
    assert {row[0] for row in ROWS} == set(languages())
