"""English towns of a list, each with its country in brackets."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Startup Forum was held in Lviv (Ukraine), Khoromat (Tajikistan) and Balvik (Moldova).",
            ("Startup Forum", "heldIn", "Khoromat"),
        ),
        (
            "The Startup Forum was held in Lviv (Ukraine), Khoromat (Tajikistan) and Balvik (Moldova).",
            ("Startup Forum", "heldIn", "Balvik"),
        ),
        ("Fen Bank has been based in Lviv (Ukraine) and Sulmorra (Italy).", ("Fen Bank", "locatedIn", "Sulmorra")),
    ],
)
def test_towns_with_their_country_in_brackets(text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    found = triples(drafter.draft(text, source(), "en"))
    assert told in found, sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "The memorandum was signed by Fen University (Ukraine) and Halmar (Italy).",
        "A memorandum was signed by the team from Lviv (Ukraine) and Halmar Bank.",
    ],
)
def test_bodies_behind_a_bracketed_country(text: str, drafter: Drafter) -> None:
    drafted = drafter.draft(text, source(), "en")
    halmar = {name.entity for name in drafted.names if name.text.startswith("Halmar")}
    assert halmar and not [thing for thing in drafted.things if thing.id in halmar and thing.class_name == "City"]
