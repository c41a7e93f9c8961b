"""What English bodies open of their own: behind a place, by two nouns, an affiliate."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("Orvel Bank is going to open in Italy a multiregional hub.", "Multiregional hub", "Orvel Bank", "Italy"),
    ("Velmar University has opened in 2025 its second branch in Italy.", "Branch", "Velmar University", "Italy"),
    ("Halmar University opened its affiliate in Oslo in 2021.", "Affiliate", "Halmar University", "Oslo"),
    (
        "A technical university is to be founded in Oslo by Orvel School of Mines.",
        "Technical university",
        "Orvel School of Mines",
        "Oslo",
    ),
    (
        "Orvel Bank plans to establish a training and testing center in Oslo.",
        "Training and testing center",
        "Orvel Bank",
        "Oslo",
    ),
]


@pytest.mark.parametrize(("text", "name", "founder", "place"), TOLD)
def test_what_is_opened(text: str, name: str, founder: str, place: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    made = {b for a, predicate, b in told if predicate == "founded" and a == founder}
    assert [thing for thing in made if thing.startswith(name)], sorted(told)
    assert any((thing, "establishedIn", place) in told for thing in made), sorted(told)
    assert (founder, "establishedIn", place) not in told


def test_interest_is_no_membership(drafter: Drafter) -> None:
    text = "Velmar University expressed its interest in becoming a member of the Global Green Network."
    assert not [row for row in triples(drafter.draft(text, source(), "en")) if row[1] in ("memberOf", "joined")]
