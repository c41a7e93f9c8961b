"""Who holds which Kazakh post in which body: scientists, and after what was done."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held


@pytest.mark.parametrize(
    "text",
    [
        "Қараорман университетінің аға ғылыми қызметкері Ерлан Қасымов сөз сөйледі.",
        "Қараорман университетінің профессоры Ерлан Қасымов сөз сөйледі.",
        "Марапатты Қараорман университетінің ректоры Ерлан Қасымов табыс етті.",
        "Қонақтарды Қараорман университетінің ректоры Ерлан Қасымов қарсы алды.",
    ],
)
def test_who_holds_a_post(text: str, drafter: Drafter) -> None:
    assert held(drafter, text, "kk") == {("Ерлан Қасымов", "Қараорман университеті")}
