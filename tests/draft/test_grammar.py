"""The tables of the languages can be read, and say what they should."""

from __future__ import annotations

import csv

import pytest

from kg.draft.language.grammar import DATA, grammar, languages
from kg.draft.model import Reason
from kg.draft.relations.frames import frames
from kg.facts.schema import PropertyUse, Schema


@pytest.mark.parametrize("code", languages())
def test_each_row_is_of_a_known_table_and_says_something(code: str, schema: Schema) -> None:
    known = {
        "order",
        "letters",
        "case",
        "head",
        "agreement",
        "reference",
        "form",
        "mark",
        "and",
        "city",
        "trigger",
        "cue",
    }
    known |= {
        "post",
        "title",
        "pronoun",
        "date",
        "since",
        "magnitude",
        "figure",
        "delegate",
        "given",
        "family",
        "press",
        "region",
        "resident",
        "topic",
        "speaker",
        "label",
        "appoint",
        "report",
        "indefinite",
        "connector",
        "generic",
        "construction",
        "stop",
        "field",
        "sort",
        "role",
        "copula",
        "opener",
        "sheet",
        "talk",
        "act",
        "ground",
    }
    known |= {"adverb", "chair", "first", "duty", "ordinal", "origin", "part", "rank", "seat", "sector", "family_name"}
    with (DATA / "languages" / f"{code}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["table"] in known and row["words"], row
            if row["table"] in ("head", "agreement"):
                assert row["name"] in schema.entity_classes(), row
            if row["table"] == "role":
                assert row["name"] in frames() and row["detail"] in ("", "owner"), row
            if row["table"] == "trigger":
                assert row["name"] == "sign" or row["name"] in frames() or row["name"] == "found-with", row


def test_frames_use_the_ontology(schema: Schema) -> None:
    for rows in frames().values():
        for frame in rows:
            assert schema.properties[frame.predicate].use is PropertyUse.RELATION
            for name in (*frame.subject_classes, *frame.object_classes):
                assert name in schema.superclasses


@pytest.mark.parametrize(
    ("code", "words", "case"),
    [
        ("az", ["nazirliyinin"], "gen"),
        ("az", ["agentliyində"], "loc"),
        ("kk", ["министрлігімен"], "with"),
        ("uz", ["vazirligiga"], "dat"),
        ("tr", ["bakanlığınca"], "by"),
        ("tr", ["bakanlığından"], "abl"),
        ("ru", ["министерством"], "ins"),
        ("ru", ["программу"], "acc"),
    ],
)
def test_heads_are_taken_from_their_cases(code: str, words: list[str], case: str | None) -> None:
    form = grammar(code).form(words, 0, "heads")
    assert (form.case if form is not None else None) == case


def test_reasons_have_words_in_four_languages() -> None:
    with (DATA / "reasons.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    assert set(rows) == {reason.value for reason in Reason}
    assert all(row[code] for row in rows.values() for code in ("en", "az", "kk", "ru"))
