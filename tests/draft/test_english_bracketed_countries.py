"""English towns of a list, each with its country in brackets."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source


def classes(drafter: Drafter, text: str) -> dict[str, str]:
    drafted = drafter.draft(text, source(), "en")
    sorts = {thing.id: thing.class_name for thing in drafted.things}
    return {name.text: sorts[name.entity] for name in drafted.names if name.entity in sorts}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Fen University has campuses in Naryn (Kyrgyzstan) and Khoromat (Tajikistan).", "Khoromat"),
        ("The programme works in Lviv (Ukraine), Khoromat (Tajikistan) and Balvik (Moldova).", "Khoromat"),
        ("The programme works in Lviv (Ukraine), Khoromat (Tajikistan) and Balvik (Moldova).", "Balvik"),
        ("The company opened offices in Lviv (Ukraine), and Sulmorra (Italy).", "Sulmorra"),
    ],
)
def test_towns_with_their_country_in_brackets(text: str, town: str, drafter: Drafter) -> None:
    assert classes(drafter, text).get(town, "City") == "City"


@pytest.mark.parametrize(
    "text",
    [
        "The memorandum was signed by Fen University (Ukraine) and Halmar (Italy).",
        "The team from Lviv (Ukraine) and Halmar took part in the forum.",
    ],
)
def test_bodies_behind_a_bracketed_country(text: str, drafter: Drafter) -> None:
    assert classes(drafter, text).get("Halmar", "Organisation") != "City"
