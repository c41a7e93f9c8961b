"""English things told by syntax: people without a post or a known name, bodies with «and» and «of» in their names."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“We are glad,” said Mirolf Tasende, an economist at Tern University.", ("Mirolf Tasende", "Tern University")),
        ("Ulmez Hovart, a leading physicist with the Fen Institute, spoke.", ("Ulmez Hovart", "Fen Institute")),
        ("The KLVU attorney Ulmez Hovart spoke.", ("Ulmez Hovart", "KLVU")),
        ("Ulmez Hovart, an executive with Tern Systems, said no.", ("Ulmez Hovart", "Tern Systems")),
        ("Petra Holm, another Tern Works engineer, said no.", ("Petra Holm", "Tern Works")),
        ("Linguist Ulmez Hovart of Tern University said no.", ("Ulmez Hovart", "Tern University")),
        ("Petra Holm, a former Tern Works engineer, said no.", None),
        ("Tern Works’ rival is small. Tern-Tech’s Petra Holm said no.", ("Petra Holm", "Tern-Tech")),
        ("Kutavia's Petra Holm said no.", None),
        ("Petra Holm of the Bureau of Land Care said no.", ("Petra Holm", "Bureau of Land Care")),
        ("Petra Holm of the Committee of the Blue Heron said no.", ("Petra Holm", "Committee of the Blue Heron")),
        ("Former KLVU attorney Ulmez Hovart spoke.", None),
    ],
)
def test_whom_a_body_employs(text: str, told: tuple[str, str] | None, drafter: Drafter) -> None:
    staff = {(a, b) for a, predicate, b in found(drafter, text) if predicate == "worksFor"}
    assert staff == ({told} if told else set())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We are glad,” said Mirolf Tasende. Tern Bank signed a memorandum with Mirolf Tasende.", "Mirolf Tasende"),
        ("Mirolf Tasende, 45, signed the agreement with Tern Bank.", "Mirolf Tasende"),
        ("Mirolf Tasende signed the agreement with Tern Bank. Ms Tasende was glad.", "Mirolf Tasende"),
        ("Rafik al-Hamiri, head of Tern Bank, signed the agreement.", "Rafik al-Hamiri"),
    ],
)
def test_who_is_a_person(text: str, name: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    people = {thing.id for thing in draft.things if thing.class_name == "Person"}
    assert name in {told.text for told in draft.names if told.entity in people}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Zorvex Director Mirolf Tasende said no.", "Zorvex"),
        ("Director of the Fen Navy Nikolai Ryzhov said no.", "Fen Navy"),
        ("Mirolf Tasende, Director Botanical Garden, said no.", "Botanical Garden"),
        ("Head of the Glass Department of Tern Bank Petra Holm said no.", "Tern Bank"),
        ("Petra Holm, head of the Glass Department of the Ministry of Sand, said no.", "Ministry of Sand"),
        ("Petra Holm is the KLVU Goodwill Ambassador.", "KLVU"),
        ("Petra Holm, professor in-charge of the Fen Institute, said no.", "Fen Institute"),
        ("Petra Holm, Mission Director, Tern Rural Mission, said no.", "Tern Rural Mission"),
        ("Zorvex chief scientist Petra Holm said no.", "Zorvex"),
        ("The bank, Zorvex, appointed Mirolf Tasende chief executive.", "Zorvex"),
        ("Head of Zorvex Mirolf Tasende said no.", "Zorvex"),
        ("Zorvex named Petra Holm as its chairwoman.", "Zorvex"),
        ("Zorvex, the largest maker of glass, appointed Petra Holm as its chairwoman.", "Zorvex"),
        ("Managing Director Petra Holm said no.", ""),
        ("Marketing Director Petra Holm said no.", ""),
    ],
)
def test_in_what_a_post_is(text: str, body: str, drafter: Drafter) -> None:
    assert {name for _, predicate, name in found(drafter, text) if predicate == "postIn"} == ({body} if body else set())


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("Soap and Candle Association", "the "),
        ("Harbour Victim and Witness Advisory Council", "the state "),
        ("Advanced Grain and Invention Agency", "Sweden's "),
        ("Party of the Harbour Revival", "the "),
    ],
)
def test_a_body_is_one_name(body: str, before: str, drafter: Drafter) -> None:
    told = found(drafter, f"Petra Holm, chairwoman of {before}{body}, spoke.")
    assert body in {name for _, predicate, name in told if predicate == "postIn"}


@pytest.mark.parametrize("text", ["Petra Holm, rector of Fen College, met Aral Fund and the Tern Association."])
def test_two_bodies_stay_two(text: str, drafter: Drafter) -> None:
    names = {told.text for told in drafter.draft(text, source(), "en").names}
    assert not any(" and " in name for name in names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zorvex, a Norwegian glass company, signed the agreement with Tern Bank.", ("Zorvex", "partyTo", "Agreement")),
        (
            "The Vilar Samad Rabi (VSR) International Centre opened in Kutaisi.",
            ("Vilar Samad Rabi (VSR) International Centre", "establishedIn", "Kutaisi"),
        ),
        (
            "Petra Holm of the University of Fen's Institute of Glass said no.",
            ("Petra Holm", "worksFor", "University of Fen"),
        ),
        ("The Tern Bank's Mirolf Tasende said no.", ("Mirolf Tasende", "worksFor", "Tern Bank")),
    ],
)
def test_where_a_name_begins_and_ends(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    assert told in {(a, p, b.split(" (")[0] if p == "partyTo" else b) for a, p, b in found(drafter, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Tern Works is a subsidiary of Tern Group, headquartered in Kutaisi, Georgia.",
        "Further, a group of firms met Petra Holm.",
    ],
)
def test_what_is_said_in_passing_is_no_body(text: str, drafter: Drafter) -> None:
    assert {b for _, p, b in found(drafter, text) if p in ("belongsTo", "worksFor")} <= {"Tern Group"}
