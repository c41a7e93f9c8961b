"""English clauses: what a relative clause or a participle says is of the name before it, and of no other."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

SUMMIT = "The Reed Summit opened. "


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


def test_a_clause_between_commas_signs_nothing(drafter: Drafter) -> None:
    text = "Fen Bank, which runs the Tern Hub in Baku, signed a pact with the Orda Institute, a branch of Selgan Group."
    rows = found(drafter, text)
    assert {a for a, p, _ in rows if p == "partyTo"} == {"Fen Bank", "Orda Institute"}
    assert ("Fen Bank", "operates", "Tern Hub") in rows
    assert {(a, b) for a, p, b in rows if p == "belongsTo"} == {("Orda Institute", "Selgan Group")}
    assert "signedIn" not in {p for _, p, _ in rows}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Petra Holm praised the work of the Orda Institute founded by Selgan Group in 2021.",
            ("Selgan Group", "founded", "Orda Institute"),
        ),
        (
            SUMMIT + "Its organizer is Gonio Systems; among the participants are Fen Bank and Tern Bank.",
            ("Fen Bank", "participatedIn", "Reed Summit"),
        ),
        (
            SUMMIT + "Its organizer is Gonio Systems; among the participants are Fen Bank and Tern Bank.",
            ("Gonio Systems", "operates", "Reed Summit"),
        ),
    ],
)
def test_who_is_told_by_a_clause(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    assert told in found(drafter, text)


def test_who_founded_does_not_open(drafter: Drafter) -> None:
    text = "The opening ceremony of the Tern Laboratory established by Fen Bank was held in Baku."
    rows = found(drafter, text)
    assert "openingOf" in {p for _, p, _ in rows} and "operates" not in {p for _, p, _ in rows}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A delegation led by Petra Holm, chair of the Aral Fund, visited Fen University.", {"Petra Holm"}),
        ("The delegation of the Aral Fund paid a visit to Fen University.", {"Aral Fund"}),
        ("The delegation of the Aral Fund visited the old town.", set()),
    ],
)
def test_who_came_as_a_delegation(text: str, told: set[str], drafter: Drafter) -> None:
    assert {a for a, p, _ in found(drafter, text) if p == "participatedIn"} == told


def test_the_meeting_is_that_of_the_sentence_before(drafter: Drafter) -> None:
    text = (
        "Petra Holm met with Anton Berg. At the meeting, which was attended by the rector of Fen University "
        "Nino Dvali, the sides spoke of water."
    )
    rows = [(a, b) for a, p, b in found(drafter, text) if p == "participatedIn"]
    assert {a for a, _ in rows} == {"Petra Holm", "Anton Berg", "Nino Dvali"} and len({b for _, b in rows}) == 1


def test_a_mayor_is_of_no_company(drafter: Drafter) -> None:
    text = "Tern Bank opened the Fen Hub. Mayor Petra Holm came."
    assert "postIn" not in {p for _, p, _ in found(drafter, text)}


def test_no_event_is_taken_for_the_holder_of_a_post(drafter: Drafter) -> None:
    text = "So said the mayor welcoming the guests at a show held during Reed Garden Summer Fest today."
    assert "holdsPost" not in {p for _, p, _ in found(drafter, text)}


@pytest.mark.parametrize(
    ("text", "row", "is_told"),
    [
        ("Fen Works, a subsidiary of Tern Holding, is located in Osh.", ("Fen Works", "locatedIn", "Osh"), True),
        ("Fen Works, a subsidiary of Tern Holding, is located in Osh.", ("Tern Holding", "locatedIn", "Osh"), False),
        (
            "The meeting was held on the sidelines of the annual Aral Summit.",
            ("Meeting", "heldWithin", "Aral Summit"),
            True,
        ),
        (
            "Aral Hub was set up by Fen Works in partnership with Tern Bank.",
            ("Aral Hub", "cooperatesWith", "Tern Bank"),
            False,
        ),
        ("Fen University, Oman, and Tern Bank signed a memorandum.", ("Fen University", "ofCountry", "Oman"), True),
        ("Fen University, Oman, and Tern Bank signed a memorandum.", ("Oman", "partyTo", "Memorandum"), False),
        (
            "The Coordinated Reform Experiment pleased Fen University.",
            ("Coordinated Reform", "coordinates", "Fen University"),
            False,
        ),
        ("Fen University hosted a seminar in Osh.", ("Fen University", "participatedIn", "Seminar"), False),
    ],
)
def test_of_whom_a_clause_tells(text: str, row: tuple[str, str, str], is_told: bool, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    names = {each.entity: each.text for each in reversed(draft.names)}
    rows = {(names.get(p.subject, p.subject), p.predicate, names.get(p.object, p.object)) for p in draft.proposals}
    assert (row in {(a.split(" (")[0], p, b.split(" (")[0]) for a, p, b in rows}) is is_told


@pytest.mark.parametrize(
    ("text", "predicate", "told"),
    [
        (
            "Fen Works was founded by Anna Kim, Ivro Siimar and Tarvi Lepet.",
            "founded",
            {"Anna Kim", "Ivro Siimar", "Tarvi Lepet"},
        ),
        ("The Fen Fund works under the Junker Plan.", "subordinateTo", set()),
        ("The Rector of Fen University Professor Anna Kim came.", "postIn", {"Rector of Fen University"}),
        (
            "The opening ceremony of the conference was attended by Anna Kim, rector of Fen University.",
            "participatedIn",
            {"Anna Kim"},
        ),
        (
            "The seminar was attended by scientists from Georgia, Oman and Bosnia and Herzegovina.",
            "participatedIn",
            set(),
        ),
        ("Minister Anna Kim and Minister Petra Holm held a meeting in Osh.", "operates", set()),
        (
            "Deputy director at the Aral Agency of the Republic of Oman Olya Zoris spoke.",
            "holdsPost",
            {"Olya Zoris"},
        ),
        (
            "The Ministry of Regional Development and EU Funds signed a pact with Tern Bank.",
            "partyTo",
            {"Ministry of Regional Development and EU Funds", "Tern Bank"},
        ),
        ("Croatian Science, Education and Sports Minister Vedran Mornar came.", "holdsPost", {"Vedran Mornar"}),
        ("Anna Kim, Tern Development Bank's Country Manager for Oman, came.", "holdsPost", {"Anna Kim"}),
        ("On the final day Silknet LLC joined the Aral Network.", "joined", {"Silknet LLC"}),
        (
            "Anna Kim is secretary of the Ministry of Information, Trade and the Digital Economy.",
            "postIn",
            {"secretary of the Ministry of Information, Trade and the Digital Economy"},
        ),
    ],
)
def test_lists_titles_and_what_stands_over_them(text: str, predicate: str, told: set[str], drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "en")
    names = {each.entity: each.text for each in reversed(draft.names)}
    assert {names.get(p.subject, p.subject) for p in draft.proposals if p.predicate == predicate} == told
