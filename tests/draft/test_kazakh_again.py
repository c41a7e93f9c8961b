"""Kazakh words that only stand for somebody whose post was told tell of no further post."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD_ONCE = [
    (
        "«Ақниет» форумына Тобыл облысының әкімі Марат Сейітов қатысты. Өңір басшысы Марат Сейітов сөз сөйледі.",
        {"Тобыл облысының әкімі"},
    ),
    (
        "Жиынға Сауда министрі Марат Сейітов қатысты. Ал министр Марат Сейітов ынтымақтастық туралы айтты.",
        {"Сауда министрі"},
    ),
    (
        "Кездесуге Көлік вице-министрі Марат Сейітов келді. «Жоба дайын», – деді вице-министр.",
        {"Көлік вице-министрі"},
    ),
    (
        "«Сыр» компаниясының директоры Асқар Төлегенов форумға қатысты. "
        "Компания басшысы Асқар Төлегенов баяндама жасады.",
        {"«Сыр» компаниясының директоры"},
    ),
    # what a heading tells in one word is what the text tells in full
    (
        "Министр Сейітов жаңа жолдар туралы айтты\n\nЖиынға Көлік министрі Марат Сейітов қатысты.",
        {"Көлік министрі"},
    ),
    # another body's post is another one, and so is the only one that is told
    (
        "«Тұран» қорының төрағасы Айна Оспан форумға қатысты. «Қыран» орталығының директоры Айна Оспан сөйледі.",
        {"«Тұран» қорының төрағасы", "«Қыран» орталығының директоры"},
    ),
    ("«Ақниет» форумын ведомство басшысы Марат Сейітов ашты.", {"ведомство басшысы"}),
]


@pytest.mark.parametrize(("text", "posts"), TOLD_ONCE)
def test_posts_are_told_once(text: str, posts: set[str], drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "kk"))
    assert {post for _, predicate, post in told if predicate == "holdsPost"} == posts
