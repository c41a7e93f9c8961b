"""English bodies: legal acts under which they were set up, lists of members, with whom they work, whom they tell."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Fen Agency was established by a decree of the Cabinet of Ministers.", {"establishedUnder", "issuedBy"}),
        ("By a resolution of the Cabinet of Ministers, the Fen Agency was set up.", {"establishedUnder", "issuedBy"}),
        ("The Fen Agency was established on 6 November 2018 by order of the President.", {"establishedUnder"}),
        ("The Fen Agency was praised by a decree of the Cabinet of Ministers.", set()),
    ],
)
def test_what_was_set_up_under_a_legal_act(text: str, told: set[str], drafter: Drafter) -> None:
    assert {p for _, p, _ in found(drafter, text)} & {"establishedUnder", "issuedBy"} == told


def test_the_lines_of_a_list_are_members(drafter: Drafter) -> None:
    text = (
        "The Orda Steppe network grows. It was praised by the rectors of the members of the network:\n"
        "• Fen University, Georgia;\n• Aral Academy, Germany.\n"
    )
    rows = found(drafter, text)
    assert {a for a, p, _ in rows if p == "memberOf"} == {"Fen University", "Aral Academy"}


def test_brackets_within_a_list_of_members(drafter: Drafter) -> None:
    text = "Chad joined the Orda Steppe network, which includes Jordan (the host country), Oman, Kuwait and Morocco."
    assert len({a for a, p, _ in found(drafter, text) if p == "memberOf"}) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Petra Holm, director of the Aral Fund, told Trend about it.", ("Petra Holm", "informed", "Trend")),
        (
            "In collaboration with Tern Bank, Fen University tests sensors.",
            ("Fen University", "cooperatesWith", "Tern Bank"),
        ),
        (
            "It was signed, said head of the Water Division of the Fen Agency of Georgia Petra Holm.",
            ("Petra Holm", "holdsPost", "head"),
        ),
        (
            "Chairwoman of the Board of the Fen Agency, operating under the Ministry of Water, Petra Holm came.",
            ("Petra Holm", "holdsPost", "Chairwoman of the Board"),
        ),
    ],
)
def test_who_works_with_and_tells_whom(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    rows = found(drafter, text)
    left, predicate, right = told
    ends = {(a, b) for a, p, b in rows if p == predicate}
    ends |= {(b, a) for a, b in ends} if predicate == "cooperatesWith" else set()
    assert any(a == left and b.lower().startswith(right.lower()) for a, b in ends), rows


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The company wants to open a lab in Baku, reports Orbit Wire.", "locatedIn"),
        ("Petra Holm was present during the signing of a pact between Tern Bank and Fen University.", "signed"),
        ("The establishment of such a center in Baku matters.", "establishedIn"),
        ("Tern Bank has opened centres around the country.", "founded"),
    ],
)
def test_what_tells_nothing_of_new_bodies(text: str, predicate: str, drafter: Drafter) -> None:
    assert predicate not in {p for _, p, _ in found(drafter, text)}


def test_a_name_with_and_without_a_hyphen_is_one_person(drafter: Drafter) -> None:
    text = "The director of the Aral Fund, Petra Al-Holm, came. Petra Al Holm, director of the Aral Fund, spoke."
    draft = drafter.draft(text, source(), "en")
    assert len([thing for thing in draft.things if thing.class_name == "Person"]) == 1
