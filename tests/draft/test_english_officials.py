"""English officials: appointments over two sentences, lists of guests with posts, who spoke, who is under whom."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

FORUM = "The Orda Data Forum opened. "


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    "text",
    [
        "The Aral Fund has appointed a new director. Petra Holm will take up the post in May.",
        "A new director has been named by the Aral Fund. Dr Petra Holm steps into the role on 1 May.",
        "The Aral Fund has hired the former chief executive of a mine as its new director. Petra Holm, who is 40, "
        "will start in the position in May.",
    ],
)
def test_an_appointment_over_two_sentences(text: str, drafter: Drafter) -> None:
    rows = found(drafter, text)
    assert {(a, b.lower()) for a, p, b in rows if p == "holdsPost"} == {("Petra Holm", "director")}
    assert {b for _, p, b in rows if p == "postIn"} == {"Aral Fund"}


@pytest.mark.parametrize(
    "text",
    [
        "The Aral Fund has appointed a new director. Petra Holm will take up knitting.",
        "The Aral Fund has appointed a new director. Petra Holm was glad.",
    ],
)
def test_who_takes_no_post(text: str, drafter: Drafter) -> None:
    assert not {p for _, p, _ in found(drafter, text)} & {"holdsPost", "postIn"}


def test_guests_of_a_list_with_their_posts(drafter: Drafter) -> None:
    text = (
        "The award ceremony was attended by Georgia's Minister of Water, Petra Holm, Fen University Rector Anton Berg, "
        "Director of the Department of Trade and Exchange Nino Dvali, as well as others."
    )
    rows = found(drafter, text)
    guests = {"Petra Holm", "Anton Berg", "Nino Dvali"}
    assert {a for a, p, _ in rows if p == "participatedIn"} == guests
    assert {a for a, p, _ in rows if p == "holdsPost"} == guests


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FORUM + "Opening the forum, Petra Holm spoke of water.", ("Petra Holm", "spokeAt", "Orda Data Forum")),
        (FORUM + "At the forum, Petra Holm stressed the need of water.", ("Petra Holm", "spokeAt", "Orda Data Forum")),
        (FORUM + "Petra Holm was the keynote speaker at the forum.", ("Petra Holm", "spokeAt", "Orda Data Forum")),
        (
            "The pact was signed between the Fen Agency under the Ministry of Water, Soil and Trade and Tern Bank.",
            ("Fen Agency", "subordinateTo", "Ministry of Water, Soil and Trade"),
        ),
        (
            "The Fen Agency, operating under the Ministry of Water, opened.",
            ("Fen Agency", "subordinateTo", "Ministry of Water"),
        ),
        ("The Orda Steppe network grew by welcoming Tern Bank as a member.", ("Tern Bank", "joined", "Orda Steppe")),
        ("Tern Bank grew by establishing a new entity, Fen Relay LLC.", ("Tern Bank", "founded", "Fen Relay LLC")),
        ("Tern Bank signed a pact with Selgan.ai.", ("Selgan.ai", "partyTo", "")),
    ],
)
def test_who_does_what(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    rows = found(drafter, text)
    assert any(told[:2] == row[:2] and told[2] in row[2] for row in rows), rows


def test_both_sides_of_a_signing_one_of_them_under_a_ministry(drafter: Drafter) -> None:
    text = "The pact was signed between the Fen Agency under the Ministry of Water, Soil and Trade and Tern Bank."
    assert {a for a, p, _ in found(drafter, text) if p == "partyTo"} == {"Fen Agency", "Tern Bank"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Fen Agency was founded by a decree issued by the President of Georgia, Petra Holm.", "founded"),
        ("Petra Holm will work beside the trustees to lead a second phase of the Aral Fund's growth.", "worksFor"),
        ("Spin-offs established using the Fen Relay were many.", "founded"),
    ],
)
def test_what_is_not_told(text: str, predicate: str, drafter: Drafter) -> None:
    assert predicate not in {p for _, p, _ in found(drafter, text)}


def test_an_ambassador_is_of_who_sends(drafter: Drafter) -> None:
    text = "The German Ambassador to Georgia Petra Holm came."
    assert not {"georgia", "Georgia"} & {b for _, p, b in found(drafter, text) if p == "postIn"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Petra Ozan is Business Development Director at Fen Technopark.",
            {("Petra Ozan", "Business Development Director at Fen Technopark"), ("", "Fen Technopark")},
        ),
        ("Fen Technologies Director Petra Ozan spoke.", {("Petra Ozan", "Director"), ("", "Fen Technologies")}),
        ("Rector Petra Ozan of Fen University spoke.", {("Petra Ozan", "Rector"), ("", "Fen University")}),
        (
            "Petra Ozan, Manager of Academic Affairs of Fen School, came.",
            {("Petra Ozan", "Manager of Academic Affairs of Fen School"), ("", "Fen School")},
        ),
        ("Petra Ozan, vice president, told Fen University and Tern Bank of it.", {("Petra Ozan", "vice president")}),
    ],
)
def test_posts_with_the_words_of_work_before_and_after_them(
    text: str, told: set[tuple[str, str]], drafter: Drafter
) -> None:
    draft = drafter.draft(text, source(), "en")
    names = {each.entity: each.text for each in reversed(draft.names)}
    rows = [(p.subject, p.predicate, names.get(p.object, p.object).split(" (")[0]) for p in draft.proposals]
    found = {(names.get(a, a) if p == "holdsPost" else "", b) for a, p, b in rows if p in ("holdsPost", "postIn")}
    assert found == told


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Kofi Addo, Minister of Trade, spoke.", "Minister of Trade"),
        ("Kofi Addo, the Deputy Minister for Trade and Industry, came.", "Deputy Minister for Trade and Industry"),
        ("Mayor of Tallinn Jaan Tamm came.", "Mayor of Tallinn"),
        ("Jaan Tamm, Mayor of Tallinn, came.", "Mayor of Tallinn"),
        ("Tallinn Mayor Jaan Tamm came.", "Tallinn Mayor"),
    ],
)
def test_a_post_has_its_field_or_its_town_in_its_name(text: str, post: str, drafter: Drafter) -> None:
    assert {(p, b) for _, p, b in found(drafter, text)} == {("holdsPost", post)}
