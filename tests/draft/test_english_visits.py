"""Visits that English sentences tell by a noun: who pays them and where; a delegation's is a meeting."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("Minister of Trade Serik Omarov announced this while on a working visit to Chad.", "Serik Omarov", "Chad"),
    ("The ceremony was held within the framework of Serik Omarov's official visit to Chad.", "Serik Omarov", "Chad"),
    ("President of Moldova Ivan Petrov was on a state visit to Italy, when it was signed.", "Ivan Petrov", "Italy"),
    (
        "During the official visit to Chad of the Prime Minister of Korea Moon Jae, a fair was opened.",
        "Moon Jae",
        "Chad",
    ),
    (
        "Akyl Zhapar, Head of the Narin Agency, took part in the ceremony during his working visit to Italy.",
        "Akyl Zhapar",
        "Italy",
    ),
    ("During his visit to Italy, Deputy Minister John Leaker met with Rector Ines Kallas.", "John Leaker", "Italy"),
]


@pytest.mark.parametrize(("text", "guest", "place"), TOLD)
def test_visits(text: str, guest: str, place: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    visits = {event for who, predicate, event in told if who == guest and predicate == "participatedIn"}
    assert any((visit, "heldIn", place) in told for visit in visits if "isit" in visit), sorted(told)


@pytest.mark.parametrize(
    "text",
    [
        "The visit of Minister Ole Hansen to Italy was postponed.",
        "He thanked Minister Ole Hansen for the visit to Italy.",
        "Minister Ole Hansen spoke of visa-free travel and a trip to the moon.",
    ],
)
def test_no_visits(text: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    assert not [row for row in told if row[1] in ("participatedIn", "heldIn")], sorted(told)


def test_who_signs_while_somebody_visits_is_no_guest(drafter: Drafter) -> None:
    text = (
        "During the official visit to Chad of the Prime Minister of Korea Moon Jae, a memorandum was signed by "
        "Elmar Tolan, Minister of Energy of Moldova."
    )
    told = triples(drafter.draft(text, source(), "en"))
    assert not [row for row in told if row[0] == "Elmar Tolan" and row[1] == "participatedIn"]
    assert [row for row in told if row[0] == "Elmar Tolan" and row[1] == "signed"]
