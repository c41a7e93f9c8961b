"""What stands between the words of a Russian sentence without a name or a number takes nothing from what it tells."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TEXTS = [
    "Директор технопарка «Берег»{} Павел Ребров подписал меморандум с фондом «Исток».",
    "Директор фонда «Исток» Анна Кимова и директор технопарка «Берег»{} Павел Ребров подписали меморандум.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("aside", [" (крупнейший в регионе)", " к.э.н.", " д.т.н., профессор", ""])
def test_asides(drafter: Drafter, text: str, aside: str) -> None:
    told = triples(drafter.draft(text.format(aside), source(), "ru"))
    assert ("директор технопарка «Берег»", "postIn", "Берег") in told
    assert {("Павел Ребров", "signed"), ("Берег", "partyTo"), ("Исток", "partyTo")} <= {each[:2] for each in told}


def test_what_says_that_something_is_one_of_many(drafter: Drafter) -> None:
    text = "Технопарк «Берег», один из крупнейших в регионе, открылся, кстати, в Казани."
    assert "establishedIn" in {each[1] for each in triples(drafter.draft(text, source(), "ru"))}


def test_quotes_stand_in_the_text(drafter: Drafter) -> None:
    text = TEXTS[0].format(" (крупнейший в регионе)")
    drafted = drafter.draft(text, source(), "ru")
    assert drafted.proposals
    assert all(told.place.quote in text for told in drafted.proposals)
