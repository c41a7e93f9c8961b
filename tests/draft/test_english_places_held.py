"""Where English gatherings are held whose topic stands between, who speaks, who is elected, who sets what up."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def ends(drafter: Drafter, text: str, predicate: str) -> set[tuple[str, str]]:
    return {(a, b) for a, p, b in triples(drafter.draft(text, source(), "en")) if p == predicate}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fen University held a seminar on rural schools in Lviv.", "Lviv"),
        ("Petra Berg took part in a conference on clean water in Ganja.", "Ganja"),
        ("The third edition of the Fen Forum conference opened in Lviv on Monday.", "Lviv"),
        ("The 5th edition of the Fen Expo wrapped up in Tartu.", "Tartu"),
    ],
)
def test_places_after_a_topic(text: str, place: str, drafter: Drafter) -> None:
    assert {b for _, b in ends(drafter, text, "heldIn")} == {place}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Fen Summit featured speeches by Petra Berg and Elvin Guliyev.", {"Petra Berg", "Elvin Guliyev"}),
        ("The keynote at the Fen Summit was given by Petra Berg.", {"Petra Berg"}),
        ("The Fen Summit included lectures by Anna Holm.", {"Anna Holm"}),
    ],
)
def test_speeches(text: str, speakers: set[str], drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "spokeAt")} == speakers


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The council elected Dr Mira Toth chair of the Danube Association.", "Danube Association"),
        ("Shareholders appointed Dr Pavel Novak director of Vela University.", "Vela University"),
        ("Delegates re-elected Dr Anna Holm president of the Fen Federation.", "Fen Federation"),
    ],
)
def test_those_elected(text: str, body: str, drafter: Drafter) -> None:
    assert {b for _, b in ends(drafter, text, "postIn")} == {body}


def test_who_is_appointed_chair_takes_part_in_nothing(drafter: Drafter) -> None:
    assert not ends(drafter, "Anna Holm has been appointed Chair of the Fen Forum.", "participatedIn")


@pytest.mark.parametrize(
    "text",
    [
        "Fen University is setting up a joint accelerator in Lviv.",
        "Fen University and Quillon are establishing a joint laboratory in Lviv.",
        "Fen University is creating a research center in Lviv.",
    ],
)
def test_what_is_being_set_up(text: str, drafter: Drafter) -> None:
    assert any(a == "Fen University" for a, _ in ends(drafter, text, "founded"))
    assert {b for _, b in ends(drafter, text, "establishedIn")} == {"Lviv"}
