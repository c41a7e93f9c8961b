"""English meetings between bodies, at bodies, with their leadership; visits of whom; whose signatures there were."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

MET = [
    (
        "The talks between Orvel University and Velm Institute took place in Osh.",
        {"Orvel University", "Velm Institute"},
    ),
    (
        "Negotiations were held between the heads of Orvel University and the Velm Institute.",
        {"Orvel University", "Velm Institute"},
    ),
    (
        "A meeting with representatives of Halmar Group was held at Orvel University.",
        {"Halmar Group", "Orvel University"},
    ),
    ("An online meeting of Anna Liepa with the leadership of Halmar Group was held.", {"Anna Liepa", "Halmar Group"}),
    (
        "At the meeting with Anna Liepa, Petr Holm said that the Velm Institute would open a branch.",
        {"Anna Liepa", "Petr Holm"},
    ),
]


def _rows(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return set(triples(drafter.draft(text, source(), "en")))


@pytest.mark.parametrize(("text", "who"), MET)
def test_who_met(text: str, who: set[str], drafter: Drafter) -> None:
    assert {a for a, predicate, _ in _rows(drafter, text) if predicate == "participatedIn"} == who


def test_any_meetings_to_come_are_none(drafter: Drafter) -> None:
    told = _rows(drafter, "High-level meetings between Orvel University and the Velm Institute will be held soon.")
    assert not [row for row in told if row[1] == "participatedIn"]


@pytest.mark.parametrize(
    "text",
    [
        "During the state visit of President of Chile Anna Liepa to Georgia, Orvel Bank and Velm Bank signed a pact.",
        "As part of Anna Liepa's visit to Georgia, Orvel University and Velm Bank signed a memorandum.",
    ],
)
def test_a_visit_beside_what_is_signed(text: str, drafter: Drafter) -> None:
    told = {(a.partition(" (")[0].lower().split(" ")[-1], p, b) for a, p, b in _rows(drafter, text)}
    assert ("visit", "heldIn", "Georgia") in told
    assert {a for a, p, b in _rows(drafter, text) if p == "partyTo"} == {
        text.split(", ")[1].partition(" and")[0],
        "Velm Bank",
    }


def test_those_who_met_before_signed_nothing(drafter: Drafter) -> None:
    text = "Orvel University and Velm Bank signed a memorandum following a meeting between Anna Liepa and Petr Holm."
    assert not [row for row in _rows(drafter, text) if row[1] == "signed"]


def test_the_next_meeting_does_not_date_the_last(drafter: Drafter) -> None:
    text = "Anna Liepa met with Petr Holm in Osh; the next meeting will be held in May."
    draft = drafter.draft(text, source(), "en")
    assert {p.from_ for p in draft.proposals if p.predicate == "participatedIn"} == {""}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Orvel Forum is scheduled for October 5-7 in Osh.", "en"),
        ("Registration for the Orvel Forum, which takes place in Osh on October 5-7, is open.", "en"),
        ("Форум «Орвел» в Баку запланирован на 5–7 октября.", "ru"),
        ("«Орвел» форумы 5-7 қазанда Алматы қаласында өтеді.", "kk"),
    ],
)
def test_what_is_told_ahead_lies_ahead(text: str, language: str, drafter: Drafter) -> None:
    held = [p for p in drafter.draft(text, source(), language).proposals if p.predicate == "heldIn"]
    assert [(p.from_, p.until, p.status) for p in held] == [("2026-10-05", "2026-10-07", "planned")]
