"""Who holds which English post in which body: fields between the two, names of any shape, and who had it before."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held, source


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Anna Reed, Director of Research of Zorvex, said no.", "Anna Reed", "Zorvex"),
        ("Head of Digital Growth of Fen State University Anna Reed spoke.", "Anna Reed", "Fen State University"),
        (
            "Anna Reed, Vice-Rector for Global Ties of the Central Bank of Fen, came.",
            "Anna Reed",
            "Central Bank of Fen",
        ),
        ("Director of Strategy and Partnerships Anna Reed of Tern Bank spoke.", "Anna Reed", "Tern Bank"),
        (
            "Anna Reed, Director of Biofoam at Tern Research Laboratories, spoke.",
            "Anna Reed",
            "Tern Research Laboratories",
        ),
        (
            "Vice President of Business Growth of the Tern Development Bank Anna Reed spoke.",
            "Anna Reed",
            "Tern Development Bank",
        ),
        ("Anna Reed, head of the Fen Department of Energy, spoke.", "Anna Reed", "Fen Department of Energy"),
        ("Executive Director of Fen University Kim Min-jun spoke.", "Kim Min-jun", "Fen University"),
        ("Deputy Director of Fen University Pieter van der Berg spoke.", "Pieter van der Berg", "Fen University"),
        ("Dean of Graduate Studies of Tern Bank Jean-Pierre Roux spoke.", "Jean-Pierre Roux", "Tern Bank"),
        ("Tern University of Technology President Anna Reed spoke.", "Anna Reed", "Tern University of Technology"),
        ("Programme Director Anna Reed of Tern University met students.", "Anna Reed", "Tern University"),
        ("Zorvex Country Manager Anna Reed spoke about the plans.", "Anna Reed", "Zorvex"),
        ("Park Jisoo, vice-rector of Tern University, came.", "Park Jisoo", "Tern University"),
        ("Anna Reed has joined the Tern Agency as Managing Director.", "Anna Reed", "Tern Agency"),
        ("Anna Reed currently holds the position of rector at Tern University.", "Anna Reed", "Tern University"),
        ("Tern Bank thanked its president and chief executive officer, Anna Reed.", "Anna Reed", "Tern Bank"),
        ("Anna Reed (Tern Bank, Chief Engineer) spoke.", "Anna Reed", "Tern Bank"),
        ("Sean O'Neill, a research fellow of Tern University, spoke.", "Sean O'Neill", "Tern University"),
        ("A. J. Thompsen, rector of Tern University, spoke.", "A. J. Thompsen", "Tern University"),
        ("Ulmez Hovart was elected as the new chief engineer of Tern Bank in May.", "Ulmez Hovart", "Tern Bank"),
    ],
)
def test_who_holds_a_post(text: str, person: str, body: str, drafter: Drafter) -> None:
    assert held(drafter, text) == {(person, body)}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Reed will take over as chief engineer of Tern Bank from Karl Mann on 1 September.",
        "Anna Reed succeeds Karl Mann as chief engineer of Tern Bank.",
        "Anna Reed succeeds Ulmez Hovart as chief engineer of Tern Bank.",
    ],
)
def test_a_post_is_not_whose_it_was_before(text: str, drafter: Drafter) -> None:
    assert held(drafter, text) == {("Anna Reed", "Tern Bank")}


def test_initials_are_those_of_the_whole_that_they_spell(drafter: Drafter) -> None:
    text = "It was at the Glass Academy of Fen City University of Technology (FCUT). Anna Reed, rector of FCUT, spoke."
    assert held(drafter, text) == {("Anna Reed", "Fen City University of Technology")}
    draft = drafter.draft(text, source(), "en")
    assert "Glass Academy" in {told.text for told in draft.names} or not any("Academy" in n.text for n in draft.names)


def test_a_post_of_a_known_body_is_not_the_one_that_ends_in_the_same_words(drafter: Drafter) -> None:
    draft = drafter.draft("Anna Reed, Chief Operating Officer of SOCAR, spoke.", source(), "en")
    posts = {each.object for each in draft.proposals if each.predicate == "holdsPost"}
    assert posts == {thing.id for thing in draft.things if thing.class_name == "Post"}


def test_where_a_name_with_a_hyphen_ends(drafter: Drafter) -> None:
    draft = drafter.draft("The bank grew. Under Jean-Pierre Roux, rector of Tern University, it grew.", source(), "en")
    assert "Jean-Pierre Roux" in {told.text for told in draft.names}
