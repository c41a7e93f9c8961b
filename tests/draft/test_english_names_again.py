"""English names in other words: brackets, short and long forms, sorts before names; and what is no name."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

Triple = tuple[str, str, str]


def parties(drafter: Drafter, text: str) -> set[str]:
    return {who for who, predicate, _ in triples(drafter.draft(text, source(), "en")) if predicate == "partyTo"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # another name of the same, by its acronym; a group that a body is of
        (
            "The Tovar Foundation, the Graduate School of Media (GSM University) and the Center for Civic Technology "
            "concluded a cooperation agreement.",
            {"Tovar Foundation", "Graduate School of Media", "Center for Civic Technology"},
        ),
        (
            "The Tulpar Foundation (VEL Group) signed a memorandum with Orvel Bank.",
            {"Tulpar Foundation", "Orvel Bank"},
        ),
        # no body is named by 5G, nor a company by what a ministry deals with
        (
            "Tulpar Telecom and Orvel Bank signed a memorandum on the launch of 5G and 6G.",
            {"Tulpar Telecom", "Orvel Bank"},
        ),
        (
            "The Ministry for Support of Digital Technologies of Moldova signed a memorandum with the Training Center "
            "of Green Energy Systems.",
            {
                "Ministry for Support of Digital Technologies",
                "Training Center of Green Energy Systems",
            },
        ),
        # what a headline shortens
        (
            "Georgian Education Ministry, OSI Helm Centre sign memorandum\nThe Ministry of Education and Science of "
            "Georgia and the OSI Helm Centre for Light Research signed a memorandum.",
            {"Georgian Education Ministry", "OSI Helm Centre"},
        ),
        (
            "Joint center of AlpNU starts work in Oslo\nAlpan Lerik National University (AlpNU) opened a laboratory. "
            "A memorandum was signed by AlpNU and Orvel Bank.",
            {"AlpNU", "Orvel Bank"},
        ),
    ],
)
def test_parties_by_name(text: str, told: set[str], drafter: Drafter) -> None:
    assert parties(drafter, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Orvel Bank and Tulpar Energy signed a memorandum at the exhibition InnoDays, which was held in Oslo.",
            ("InnoDays", "heldIn", "Oslo"),
        ),
        (
            "Lin Wei, head of Orvel Bank, spoke at the St. Gall Digital Forum.",
            ("Lin Wei", "spokeAt", "St. Gall Digital Forum"),
        ),
        (
            "The 5th Global Startup Forum opened in Oslo. The Startup Forum was attended by Minister Ole Hansen.",
            ("Ole Hansen", "participatedIn", "Global Startup Forum"),
        ),
        ("The startup competition Green Leap is organized by Orvel Bank.", ("Orvel Bank", "operates", "Green Leap")),
        (
            "The Orvel Forum's president, Berge Brandt, arrived on Monday.",
            ("president", "postIn", "Orvel Forum"),
        ),
    ],
)
def test_names_with_their_sorts(text: str, told: Triple, drafter: Drafter) -> None:
    found = triples(drafter.draft(text, source(), "en"))
    assert told in found, sorted(found)


def test_who_works_with_others_does_not_do_so_with_one_another(drafter: Drafter) -> None:
    text = "Tulpar Bank and Velmar University conduct joint studies with the Korea Institute of Roads."
    told = {row for row in triples(drafter.draft(text, source(), "en")) if row[1] == "cooperatesWith"}
    assert told and not any({"Tulpar Bank", "Velmar University"} == {a, b} for a, _, b in told)
