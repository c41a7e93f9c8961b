"""One capital word that opens an English sentence is a name if it does something; a plain plural noun is none."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def ends(drafter: Drafter, text: str) -> set[str]:
    told = triples(drafter.draft(text, source(), "en"))
    return {end for subject, _, other in told for end in (subject, other)}


@pytest.mark.parametrize(
    "text",
    [
        "Zorvex works closely with Tern Bank on digital skills.",
        "Zorvex, in partnership with Tern Bank, launched the Fen Skills Programme.",
        "Zorvex, which runs the Fen Skills Programme, has won a grant.",
        "Zorvex has been a member of the Fen Parks Network since 2019.",
        "Zorvex will open a laboratory at Fen University.",
    ],
)
def test_who_acts_has_a_name(drafter: Drafter, text: str) -> None:
    assert "Zorvex" in ends(drafter, text)


@pytest.mark.parametrize("word", ["Participants", "Experts", "Students", "Meanwhile", "Cooperation", "Startups"])
def test_a_plain_word_that_opens_a_sentence_is_none(drafter: Drafter, word: str) -> None:
    assert word not in ends(drafter, f"{word} will cooperate with Tern Bank, which runs the Fen Skills Programme.")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Dr. ZHAO Feng, Director of the Fen Silk Museum, signed a memorandum.", "ZHAO Feng"),
        ("M-Vark's Managing Director, Olan ap Brask, signed a memorandum.", "Olan ap Brask"),
    ],
)
def test_people_of_other_shapes(drafter: Drafter, text: str, person: str) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    assert {predicate for subject, predicate, _ in told if subject == person} >= {"holdsPost", "signed"}


def test_nobody_is_whom_a_university_is_named_after(drafter: Drafter) -> None:
    text = "Anna Reed, rector of Fen University named after M.Ospanen, and Olan Brask signed a memorandum."
    assert "M. Ospanen" not in ends(drafter, text)


def test_a_country_between_a_body_and_its_letters_signs_nothing(drafter: Drafter) -> None:
    text = "The University of Technology Fenton, Georgia (UTF) signed an agreement with Tern Bank."
    told = triples(drafter.draft(text, source(), "en"))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == {
        "University of Technology Fenton",
        "Tern Bank",
    }
