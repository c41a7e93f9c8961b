"""What weights are learned from: each pair of a text is labelled by what its table tells."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.draft.drafter import Drafter
from kg.draft.pairs.weights import Weights
from kg.facts.reading import read_project
from kg.resources import Resources

DRAFTING = Path(__file__).resolve().parents[2] / "benchmarks" / "drafting"
TEXT = "Norvix Systems LLC and Tammela University signed a memorandum in Oslo, and Delfzijl Robotics LLC looked on."


@pytest.fixture(scope="module")
def labelled() -> Iterator[ModuleType]:
    sys.path.insert(0, str(DRAFTING))
    try:
        yield importlib.import_module("labelled")
    finally:
        sys.path.remove(str(DRAFTING))


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    ontology = Resources.current().read_ontology()
    project = read_project(Resources.shipped().seeds, ontology.schema, ontology.shapes)
    return Drafter(project, ontology.schema, weights=Weights({"": {"lang=en": 0}}))


def test_pairs_are_told_allowed_or_neither(labelled: ModuleType, drafter: Drafter) -> None:
    stated = labelled.Stated
    text = labelled.Text(
        "en", TEXT, "2026-03-12",
        (stated(("Norvix Systems",), "partyTo", ("memorandum",)), stated(("memorandum",), "signedIn", ("Oslo",))),
        (stated(("Tammela University",), "partyTo", ("memorandum",)),),
        True,
    )  # fmt: skip
    read = labelled.Labeller(drafter).read(text)
    by_ends = {example.claim_ends: example for example in read.examples if "partyTo" in example.fits}
    labels = {ends[0]: example.labels.get("partyTo") for ends, example in by_ends.items()}
    assert {key.split("-")[0]: label for key, label in labels.items()} == {
        "norvix": 0,
        "tammela": -1,
        "delfzijl": None,
    }
    assert all("lang=en" in example.features for example in read.examples if "near" in example.features)
    assert read.found == {0, 1}
    assert {predicate for _, predicate, _ in read.right} == {"partyTo", "signedIn"}


def test_all_texts_but_those_set_aside_are_learned_from(labelled: ModuleType) -> None:
    texts = list(labelled.texts())
    new = [text for text in texts if text.is_new]
    assert {text.language for text in new} == {"az", "en", "kk", "ru"}
    assert {text.language for text in texts} >= {"tr", "uz"}
    assert len(new) > 600
    aside = {row.text for table in (DRAFTING / "sentences_set_aside").glob("*.csv") for row in _pieces(table)}
    assert aside and aside.isdisjoint(text.text for text in texts)


def _pieces(table: Path) -> list[Any]:
    return list(importlib.import_module("sentences").read_pieces(table))
