"""Russian people without a post beside them: two capital words outside quotation marks are somebody's name."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("На форуме «Орбита» выступили Эмре Йылдыз и Чинуа Окойе.", "Эмре Йылдыз"),
        ("На форуме «Орбита» выступили Эмре Йылдыз и Чинуа Окойе.", "Чинуа Окойе"),
        ("Вместе с Тейво Манниненом на форуме «Орбита» выступил Эмре Йылдыз.", "Эмре Йылдыз"),
        ("Вчера Тейво Маннинен выступил на форуме «Орбита».", "Тейво Маннинен"),
    ],
)
def test_two_capital_words_are_a_person(text: str, person: str, drafter: Drafter) -> None:
    assert (person, "spokeAt", "Орбита") in triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize(
    "text",
    [
        "На форуме «Орбита» выступила группа Новые Волны.",
        "На форуме «Орбита» выступил Ланта Банк.",
        "На форуме «Орбита» выступила «Синяя Птица».",
        "Полиция Мэриленда выступила на форуме «Орбита».",
    ],
)
def test_what_is_no_person(text: str, drafter: Drafter) -> None:
    assert not [thing for thing in drafter.draft(text, source(), "ru").things if thing.class_name == "Person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Соглашение с Тейво Манниненом подписал фонд «Орбита».", "Тейво Маннинен"),
        ("Соглашение с Даврином Отарбой подписал фонд «Орбита».", "Даврин Отарба"),
    ],
)
def test_a_name_in_the_instrumental(text: str, name: str, drafter: Drafter) -> None:
    assert name in {told.text for told in drafter.draft(text, source(), "ru").names}
