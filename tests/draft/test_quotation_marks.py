"""Quotation marks as they are typed: of two sorts around one name, and one name within another."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("code", "text", "parties"),
    [
        (
            "ru",
            'ОАО "Линии" и акционерное общество "Национальная компания "Туран" подписали договор.',
            {"Линии", 'Национальная компания "Туран"'},
        ),
        (
            "ru",
            'Договор подписали ООО "Торговый дом "Лиман"" и Томский университет.',
            {'Торговый дом "Лиман"', "Томский университет"},
        ),
        ("ru", 'Компания "Лиман" и банк "Норд" подписали договор.', {"Лиман", "Норд"}),
        ("az", '“Laçın" MMC və "Qızılgül Bank” ASC arasında memorandum imzalanıb.', {"Laçın", "Qızılgül Bank"}),
    ],
)
def test_which_names_stand_in_them(drafter: Drafter, code: str, text: str, parties: set[str]) -> None:
    told = triples(drafter.draft(text, source(), code))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == parties
