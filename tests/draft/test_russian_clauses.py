"""Russian relative clauses read as sentences of their names; what was signed when a visit ended; whose kin one is."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("Соглашение подписано с компанией «Волна», которая в 2020 году основала акселератор «Старт».",
     ("Волна", "founded", "Старт"), True),
    ("Соглашение подписано с компанией «Волна», которая в 2020 году основала акселератор «Старт».",
     ("Старт", "founded", "Волна"), False),
    ("Гости изучили опыт фонда «Парк», который управляет технопарком «Берег».", ("Парк", "operates", "Берег"), True),
    ("Гости посетили технопарк «Берег», которым управляет компания «Парус».", ("Парус", "operates", "Берег"), True),
    ("Гости посетили технопарк «Берег», которым управляет компания «Парус».", ("Берег", "operates", "Парус"), False),
    ("Гости посетили технопарк «Берег», который создала компания «Парус».", ("Парус", "founded", "Берег"), True),
    ("Гости посетили технопарк «Берег», который возглавляет Анна Кимова.", ("Анна Кимова", "worksFor", "Берег"), True),
    ("Гости изучили программу «Старт», оператором которой выступает фонд «Исток».",
     ("Исток", "operates", "Старт"), True),
    ("В центр приехала Лола Каримова, дочь президента Грузии.", ("Лола Каримова", "holdsPost", "президент Грузии"),
     False),
    ("Супруга президента Грузии Анна Кимова осталась.", ("Анна Кимова", "holdsPost", "президент Грузии"), False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row", "is_told"), TOLD)
def test_relative_clauses(drafter: Drafter, text: str, row: tuple[str, str, str], is_told: bool) -> None:
    assert (row in triples(drafter.draft(text, source(), "ru"))) is is_told


@pytest.mark.parametrize("when", ["В конце встречи", "По итогам визита", "На встрече также"])
def test_who_signed_when_a_visit_ended(drafter: Drafter, when: str) -> None:
    text = f"Делегация вуза «Сартау» посетила Лужский университет. {when} был подписан меморандум о сотрудничестве."
    told = {each[:2] for each in triples(drafter.draft(text, source(), "ru"))}
    assert {("Сартау", "partyTo"), ("Лужский университет", "partyTo")} <= told


def test_an_adjunct_before_what_is_said_of_a_thing_told_before(drafter: Drafter) -> None:
    text = "Центр «Луч» открылся в Оше. По данным пресс-службы, учредители – фонд «Исток» и компания «Тау»."
    told = triples(drafter.draft(text, source(), "ru"))
    assert {("Исток", "founded", "Луч"), ("Тау", "founded", "Луч")} <= told


NOBODY = [
    "Кабинету министров Грузии поручено внести на рассмотрение Верховной Рады законопроект.",
    "На основании статьи закона Настоящий Указ президента Грузии вступил в силу.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_person_holds_no_post(drafter: Drafter, text: str) -> None:
    assert "holdsPost" not in {each[1] for each in triples(drafter.draft(text, source(), "ru"))}


def test_an_owner_in_the_nominative(drafter: Drafter) -> None:
    text = "Анна Кимова стала владельцем компании «Парус»."
    told = triples(drafter.draft(text, source(), "ru"))
    assert ("Анна Кимова", "holdsPost", "владелец компании «Парус»") in told
