"""English lists behind a colon or a dash, in places and beside partners; bodies that others call their own."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def _told(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return set(triples(drafter.draft(text, source(), "en")))


@pytest.mark.parametrize("mark", [":", " —", ", including", ", namely"])
def test_a_list_has_the_country_and_the_relation_of_its_noun(mark: str, drafter: Drafter) -> None:
    listed = "Halmar Polytechnic, the University of Estel and Velm Institute"
    text = f"Orvel University works with three Dutch universities{mark} {listed}."
    told = _told(drafter, text)
    for name in ("Halmar Polytechnic", "University of Estel", "Velm Institute"):
        assert (name, "ofCountry", "Netherlands") in told
        assert ("Orvel University", "cooperatesWith", name) in told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Velm Institute in Osh and Orvel University founded the Halmar Center.", "Halmar Center"),
        (
            "Orvel University, together with Halmar Bank and the Velm Institute, founded the Estel Center.",
            "Estel Center",
        ),
        ("Orvel University opened the Estel Center jointly with Halmar Bank and the Velm Institute.", "Estel Center"),
    ],
)
def test_all_of_a_list_found(text: str, what: str, drafter: Drafter) -> None:
    founders = {a for a, predicate, b in _told(drafter, text) if predicate == "founded" and b == what}
    assert {"Orvel University", "Velm Institute"} <= founders
    assert "Halmar Bank" in founders or "Halmar Bank" not in text


@pytest.mark.parametrize(
    ("text", "part", "owner"),
    [
        (
            "Orvel University and its Institute of Robotics opened a laboratory.",
            "Institute of Robotics",
            "Orvel University",
        ),
        ("Orvel Group, through its subsidiary Halmar Bank, will fund it.", "Halmar Bank", "Orvel Group"),
        ("Orvel Group's subsidiary Halmar Bank opened a hub.", "Halmar Bank", "Orvel Group"),
        ("Orvel University opened its second branch in Chile.", "Branch", "Orvel University"),
    ],
)
def test_bodies_that_others_call_their_own(text: str, part: str, owner: str, drafter: Drafter) -> None:
    told = {(a.partition(" (")[0], p, b) for a, p, b in _told(drafter, text)}
    assert (part, "belongsTo", owner) in told


def test_who_acts_in_the_next_clause_is_no_party(drafter: Drafter) -> None:
    text = "Halmar Bank signed a memorandum with Velm University, and Orvel University founded the Estel Center."
    parties = {a for a, predicate, _ in _told(drafter, text) if predicate == "partyTo"}
    assert parties == {"Halmar Bank", "Velm University"}


def test_the_subject_of_the_next_clause_is_no_town(drafter: Drafter) -> None:
    text = "Orvel University opened an office in Osh, and Larkon founded the Estel Center."
    told = _told(drafter, text)
    assert ("Larkon", "founded", "Estel Center") in told
    assert not [row for row in told if row[1] == "establishedIn" and row[2] == "Larkon"]


@pytest.mark.parametrize("verb", ["have cooperated", "are cooperating", "have been collaborating"])
def test_bodies_cooperate_with_one_another(verb: str, drafter: Drafter) -> None:
    told = _told(drafter, f"Orvel University and the Velm Institute {verb} since 2018.")
    assert ("Orvel University", "cooperatesWith", "Velm Institute") in told
