"""Who holds which Russian post in which body: brackets, what one works as, scientists, initials and cases."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held, source


@pytest.mark.parametrize(
    ("text", "holding"),
    [
        (
            "Выступили Анна Ковалёва (ректор Лужского университета), Пётр Ребров (директор Ольховского фонда).",
            {("Анна Ковалёва", "Лужский университет"), ("Пётр Ребров", "Ольховский фонд")},
        ),
        ("Пётр Ребров работает директором Лужского университета.", {("Пётр Ребров", "Лужский университет")}),
        (
            "Старший научный сотрудник Лужского университета Пётр Ребров приехал.",
            {("Пётр Ребров", "Лужский университет")},
        ),
        (
            "Директор по работе с партнёрами Лужского университета Пётр Ребров сказал.",
            {("Пётр Ребров", "Лужский университет")},
        ),
        (
            "По словам директора Лужского университета А. В. Реброва, работа идёт.",
            {("А. В. Ребров", "Лужский университет")},
        ),
        (
            "Делегация во главе с ректором Лужского университета Айгулью Ребровой приехала.",
            {("Айгуль Реброва", "Лужский университет")},
        ),
    ],
)
def test_who_holds_a_post(text: str, holding: set[tuple[str, str]], drafter: Drafter) -> None:
    assert held(drafter, text, "ru") == holding


def test_the_name_of_a_post_that_governs_another_case(drafter: Drafter) -> None:
    text = "Соглашение подписано заведующим кафедрой стекла Лужского университета Петром Ребровым."
    names = {told.text for told in drafter.draft(text, source(), "ru").names}
    assert any(name.startswith("заведующий кафедрой стекла") for name in names)
