"""Russian embassies by their whole names, talks between bodies and at them, branches of those who open them."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def _told(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Посольство Норвегии в Казахстане и Фенский университет подписали меморандум.",
            "Посольство Норвегии в Казахстане",
            "Norway",
        ),
        ("Посольством Чили и Фенским университетом подписан меморандум.", "Посольство Чили", "Chile"),
    ],
)
def test_embassies_have_their_countries_in_their_names(text: str, name: str, country: str, drafter: Drafter) -> None:
    told = _told(drafter, text)
    assert (name, "ofCountry", country) in told
    assert {a for a, p, _ in told if p == "partyTo"} == {name, "Фенский университет"}


@pytest.mark.parametrize(
    "text",
    [
        "Переговоры между Фенским университетом и компанией «Орвел» прошли в Баку.",
        "Встреча с представителями компании «Орвел» состоялась в Фенском университете.",
    ],
)
def test_bodies_that_met(text: str, drafter: Drafter) -> None:
    assert {a for a, p, _ in _told(drafter, text) if p == "participatedIn"} == {"Фенский университет", "Орвел"}


def test_a_branch_is_of_who_opens_it(drafter: Drafter) -> None:
    told = _told(drafter, "Фенский университет открыл второй филиал в Баку.")
    assert [b for a, p, b in told if p == "belongsTo"] == ["Фенский университет"]


def test_the_caucasus_signs_nothing(drafter: Drafter) -> None:
    told = _told(drafter, "Вице-президент компании «Орвел» по Кавказу Анна Лиепа подписала меморандум с банком «Велм».")
    assert not [row for row in told if "Кавказ" in row[0] + row[2]]
