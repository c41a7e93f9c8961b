"""English as the press writes it: long posts and names of ministries, meetings and ceremonies that have no name."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


def guests(drafter: Drafter, text: str) -> set[str]:
    return {a for a, p, _ in found(drafter, text) if p == "participatedIn"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Petra Holm met with Anton Berg on Monday.", {"Petra Holm", "Anton Berg"}),
        (
            "Minister of Water Petra Holm received the rector of Fen University Anton Berg.",
            {"Petra Holm", "Anton Berg"},
        ),
        ("Petra Holm held talks with Anton Berg, director of the Aral Fund.", {"Petra Holm", "Anton Berg"}),
        ("The plan was discussed during a meeting between Petra Holm and Anton Berg.", {"Petra Holm", "Anton Berg"}),
        ("Tern Bank held a working meeting with representatives of the Aral Fund.", {"Tern Bank", "Aral Fund"}),
        ("At a meeting with Anton Berg, Petra Holm spoke of water.", {"Petra Holm", "Anton Berg"}),
    ],
)
def test_who_met_whom(text: str, told: set[str], drafter: Drafter) -> None:
    assert guests(drafter, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Petra Holm could not meet with Anton Berg.",
        "Petra Holm met the needs of Fen University with a grant.",
        "Petra Holm received the Golden Reed prize.",
        "Petra Holm hopes to meet with Anton Berg.",
    ],
)
def test_where_nobody_met(text: str, drafter: Drafter) -> None:
    assert guests(drafter, text) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The signing ceremony was attended by Petra Holm.", ("Petra Holm", "participatedIn")),
        ("Petra Holm took part in the award ceremony.", ("Petra Holm", "participatedIn")),
        ("Petra Holm spoke at a press conference.", ("Petra Holm", "spokeAt")),
        ("Addressing the press briefing, Petra Holm thanked everybody.", ("Petra Holm", "spokeAt")),
    ],
)
def test_who_was_at_a_gathering_without_a_name(text: str, told: tuple[str, str], drafter: Drafter) -> None:
    assert told in {(a, p) for a, p, _ in found(drafter, text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It was opened by the Executive Vice-Rector of Fen University Petra Holm, the rector of Aral Academy "
            "Anton Berg, the vice-rector Nino Dvali and others.",
            {"Fen University": 1, "Aral Academy": 2},
        ),
        ("Head of the data projects of the Aral Fund Jane Reed came.", {"Aral Fund": 1}),
        ("Petra Holm, Senior Deputy Director of the Aral Fund, came.", {"Aral Fund": 1}),
    ],
)
def test_posts_in_which_bodies(text: str, told: dict[str, int], drafter: Drafter) -> None:
    rows = found(drafter, text)
    bodies = [b for _, p, b in rows if p == "postIn"]
    assert {body: bodies.count(body) for body in bodies} == told
    assert len([p for _, p, _ in rows if p == "holdsPost"]) == sum(told.values())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Minister of Transport, Communication and Information Technologies Petra Holm opened the Fen Hub.",
            {"Petra Holm", "Fen Hub"},
        ),
        (
            "The Ministry of Industry and New Technologies founded the Fen Hub.",
            {"Ministry of Industry and New Technologies"},
        ),
        ("Fen university founded the Tern Hub.", {"Fen university", "Tern Hub"}),
        ("The Republic of Georgia and the Aral Fund founded the Tern Hub.", {"Aral Fund", "Tern Hub"}),
    ],
)
def test_whole_names(text: str, names: set[str], drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    told = {name.text for name in draft.names}
    assert names <= told
    assert not told & {"Republic", "Communication", "New Technologies", "Information Technologies"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Orbit Forum was held in Osmanova, South Korea.", ("Orbit Forum", "heldIn", "Osmanova")),
        ("Tern Bank, founded in Osmanova on 9 April 2012, grew.", ("Tern Bank", "establishedIn", "Osmanova")),
        (
            "University of Selgan 8, Tern Bank and Fen Bank are members of the Orda Steppe network.",
            ("University of Selgan 8", "memberOf", "Orda Steppe"),
        ),
        ("Tern Bank opened the Fen Hub in Selgan region.", ("Fen Hub", "establishedIn", "Selgan region")),
        (
            "Petra Holm, director of Loch Research and Innovation (LRI), came.",
            ("director of Loch Research and Innovation", "postIn", "Loch Research and Innovation"),
        ),
        (
            "Fen University signed a pact with Tern Bank. FEN opened the Tern Hub.",
            ("Fen University", "founded", "Tern Hub"),
        ),
        (
            "Tern Bank has been a member of the Orda Steppe network since 2021.",
            ("Tern Bank", "memberOf", "Orda Steppe"),
        ),
        (
            "Petra Holm joins from the Aral Fund in Tbilisi, where Petra Holm has been investment director.",
            ("investment director", "postIn", "Aral Fund"),
        ),
    ],
)
def test_names_by_the_words_about_them(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    rows = found(drafter, text)
    assert any(told[1:] == row[1:] and row[0].lower().startswith(told[0].lower()) for row in rows), rows


@pytest.mark.parametrize(
    "text",
    [
        "Petra Holm of Fen University praised the signed agreement with Tern Bank.",
        "The campus hosts growing and established life science companies, the Fen Hub and others.",
        "Science Parks in Georgia are many.",
    ],
)
def test_what_only_describes_tells_nothing(text: str, drafter: Drafter) -> None:
    assert not {p for _, p, _ in found(drafter, text)} & {"signed", "partyTo", "founded", "locatedIn"}
