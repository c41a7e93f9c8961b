"""What English sentences tell in the press's many wordings, and what they leave unsaid."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

NETWORK = "The Orda Steppe network grows. "
FORUM = "The Orda Data Forum opened. "


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (NETWORK + "Coordination rests with the Aral Institute.", ("Aral Institute", "coordinates", "Orda Steppe")),
        (
            NETWORK + "Its implementation will be left to the Aral Institute.",
            ("Aral Institute", "operates", "Orda Steppe"),
        ),
        (NETWORK + "The operator is Tern Relay.", ("Tern Relay", "operates", "Orda Steppe")),
        (NETWORK + "Among the old hands, there since 2021: Tern Works.", ("Tern Works", "memberOf", "Orda Steppe")),
        (NETWORK + "The newest member is Tern Works.", ("Tern Works", "joined", "Orda Steppe")),
        (FORUM + "In attendance was also Petra Holm.", ("Petra Holm", "participatedIn", "Orda Data Forum")),
        (FORUM + "Petra Holm took the floor.", ("Petra Holm", "spokeAt", "Orda Data Forum")),
        ("Tern Semantics is the newest name in the Orda Steppe network.", ("Tern Semantics", "joined", "Orda Steppe")),
        ("The Orda Steppe network let in a newcomer on Monday: Tern Works.", ("Tern Works", "joined", "Orda Steppe")),
        (
            "Day-to-day management of the Orda Steppe network passes to Tern Works.",
            ("Tern Works", "operates", "Orda Steppe"),
        ),
        ("The Tern Office, successor to the Fen Bureau, opened.", ("Tern Office", "succeeded", "Fen Bureau")),
        ("The Tern Agency answers to the Ministry of Water.", ("Tern Agency", "subordinateTo", "Ministry of Water")),
        ("Tern Works sees the Aral Institute as its partner.", ("Tern Works", "regardsAsPartner", "Aral Institute")),
        ("Tern Bank's partner in the venture is Fjord Group.", ("Tern Bank", "partnerOf", "Fjord Group")),
        (
            "The Tern Hub was founded by Fen Bank together with the Dutch firm Waterlijn.",
            ("Waterlijn", "founded", "Tern Hub"),
        ),
        ("Petra Holm told the Silver Strait summit about it.", ("Petra Holm", "spokeAt", "Silver Strait")),
        ("Tern Labs, a branch of Fen University, moved.", ("Tern Labs", "belongsTo", "Fen University")),
    ],
)
def test_a_wording_tells_a_relation(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    told_of = found(drafter, text)
    left, predicate, right = told
    assert told in told_of or (predicate == "partnerOf" and (right, predicate, left) in told_of)


@pytest.mark.parametrize(
    "text",
    [
        "Tern Works and Fen University put their names to a letter of intent.",
        "A letter was signed. Rector Petra Holm signed the pact for Fen University, Anton Berg for Tern Works.",
        "It was quiet between Tern Works and Fen University. A pact, inked in Brno, foresees a joint school.",
    ],
)
def test_who_is_party_to_what_was_signed(text: str, drafter: Drafter) -> None:
    assert {a for a, p, _ in found(drafter, text) if p == "partyTo"} == {"Tern Works", "Fen University"}


def test_an_agreement_provides_for_what_it_foresees(drafter: Drafter) -> None:
    text = "Tern Works and Fen University signed a memorandum. It foresees a joint laboratory in Ganja."
    assert {b for _, p, b in found(drafter, text) if p == "providesFor"} == {"Joint laboratory"}


@pytest.mark.parametrize(
    "text",
    [
        "No deal was struck with Tern Works.",
        "The Tern Center is not part of the Fen Institute, although the two share a house.",
        "Petra Holm left Tern Works; she now heads the board of Fen Bank.",
    ],
)
def test_what_is_not_so_or_of_another_is_not_told(text: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    told = {(t.predicate, t.status) for t in draft.proposals if t.status != "denied"}
    assert not {p for p, _ in told} & {"partyTo", "belongsTo", "establishedIn", "operates"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Tern Agency, a body supervised by the Ministry of Water, moved.",
         ("Tern Agency", "subordinateTo", "Ministry of Water")),
        ("Tern Ventures, the investment arm of Fen Holding, took part.", ("Tern Ventures", "belongsTo", "Fen Holding")),
        ("We saw Fen Works, an incubator run by Tern Polytechnic.", ("Tern Polytechnic", "operates", "Fen Works")),
    ],
)  # fmt: skip
def test_words_between_commas_tell_of_another_body(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    assert told in found(drafter, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tern Bank founded the Fen Hub three years ago.", "2023"),
        ("Friday brought news. Tern Bank and Fen University signed a pact.", "2026-03-06"),
        ("Anton Berg took over as director of Fen Bank on 2 March.", "2026-03-02"),
    ],
)
def test_a_date_is_reckoned_and_carried(text: str, day: str, drafter: Drafter) -> None:
    days = {
        t.from_
        for t in drafter.draft(text, source(), "en").proposals
        if t.predicate in ("founded", "partyTo", "holdsPost")
    }
    assert days == {day}


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("Tern Systems has concluded an agreement with Fen Bank, under which a joint lab will be opened in Aktobe.",
         ("Joint lab", "establishedIn", "Aktobe"), ("Tern Systems", "establishedIn", "Aktobe")),
        ("The Aral Fund was set up by Fen Bank, and is now run by Tern Group.",
         ("Tern Group", "operates", "Aral Fund"), ("Fen Bank", "operates", "Aral Fund")),
        ("The Orda Forum in Riga was opened by rector of Fen University Petra Holm. Tern Group runs it.",
         ("Petra Holm", "spokeAt", "Orda Forum"), ("Fen University", "operates", "Orda Forum")),
    ],
)  # fmt: skip
def test_each_clause_has_its_own_ends(
    text: str, told: tuple[str, str, str], not_told: tuple[str, str, str], drafter: Drafter
) -> None:
    told_of = found(drafter, text)
    assert told in told_of and not_told not in told_of


def test_persons_of_a_list_are_told_with_their_posts_between(drafter: Drafter) -> None:
    text = (
        FORUM + "It was addressed by the rector of Fen University Petra Holm and the head of the Aral Fund Anton Berg."
    )
    assert {a for a, p, _ in found(drafter, text) if p == "spokeAt"} == {"Petra Holm", "Anton Berg"}


def test_states_join_an_organisation_of_states(drafter: Drafter) -> None:
    text = "Jordan became a member of the Aral Cooperation Organization. The other member states are glad."
    assert ("Jordan", "joined", "Aral Cooperation Organization") in found(drafter, text)


def test_an_opening_that_took_place_is_a_ceremony(drafter: Drafter) -> None:
    text = "The opening of the Fen Hub has taken place in Baku. Petra Holm, director of the Fen Hub, took the floor."
    assert {"openingOf", "spokeAt"} <= {p for _, p, _ in found(drafter, text)}


def test_two_long_names_of_ministries_are_two(drafter: Drafter) -> None:
    one, other = "Ministry of Digital Water and Transport", "Ministry of Industry and Technology"
    text = f"The {one} of the Republic of Georgia and the {other} of the Republic of Armenia signed a memorandum."
    assert {a for a, p, _ in found(drafter, text) if p == "partyTo"} == {one, other}
