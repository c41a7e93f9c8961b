"""Meetings in Turkish and Uzbek that are told by who met or received whom."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        (
            "Bakan Ahmet Yılman, Terna Bankası Genel Müdürü Ayşe Demirel ile Ankara'da görüştü.",
            "tr",
            {"Ahmet Yılman", "Ayşe Demirel"},
        ),
        (
            "Rektör Ahmet Yılman, Terna Bankası Genel Müdürü Ayşe Demirel'i kabul etti.",
            "tr",
            {"Ahmet Yılman", "Ayşe Demirel"},
        ),
        (
            "Terna universiteti rektori Olim Toshev Aral bankining raisi Anvar Karimovni qabul qildi.",
            "uz",
            {"Olim Toshev", "Anvar Karimov"},
        ),
    ],
)
def test_both_take_part_in_one_meeting(drafter: Drafter, text: str, language: str, people: set[str]) -> None:
    told = [each for each in triples(drafter.draft(text, source(), language)) if each[1] == "participatedIn"]
    assert {subject for subject, _, _ in told} == people and len({event for _, _, event in told}) == 1


def test_a_wish_to_meet_is_no_meeting(drafter: Drafter) -> None:
    text = "Ahmet Yılman, Ayşe Demirel ile görüşmek istiyor."
    assert not any(each[1] == "participatedIn" for each in triples(drafter.draft(text, source(), "tr")))
