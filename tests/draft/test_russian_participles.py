"""Russian participles and clauses that stand around a name: where a thing is or was held, whose members others are."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

PLACES = [
    ("Расположенный в Гродно технопарк «Нива» растёт.", {("Нива", "locatedIn", "Grodno")}),
    ("Действующий в Казани центр «Тис» сотрудничает с фондом «Ива».",
     {("Тис", "locatedIn", "Kazan"), ("Тис", "cooperatesWith", "Ива")}),
    ("Появившийся в Актау хаб «Маяк» растёт.", {("Маяк", "establishedIn", "Aktau")}),
    ("Прошедший в Самарканде форум «Пик» собрал гостей.", {("Пик", "heldIn", "Samarkand")}),
    ("Организатором хакатона «Код», собравшего в Костанае команды из Японии, выступил фонд «Ива».",
     {("Код", "heldIn", "Kostanay"), ("Код", "hasParticipantFrom", "japan")}),
]  # fmt: skip

FORMS = [
    ("В форуме «Пик» участвовали АО «Лучи» и компания «Дар».",
     {("Лучи", "participatedIn", "Пик"), ("Дар", "participatedIn", "Пик")}),
    ("Меморандум подписали ТОО «Лучи» и компания «Тис».",
     {("Лучи", "partyTo", "Меморандум"), ("Тис", "partyTo", "Меморандум")}),
]  # fmt: skip

MEMBERS = [
    ("К сети «Луч» присоединился банк «Тис».\nСеть «Луч», членами которой являются завод «Дар» и фонд «Ива», растёт.",
     {("Дар", "memberOf", "Луч"), ("Ива", "memberOf", "Луч")}),
    ("Консорциум «Мост», в который входят Лужский университет и компания «Сота», растёт.",
     {("Лужский университет", "memberOf", "Мост"), ("Сота", "memberOf", "Мост")}),
    ("Альянс «Луч», куда входят Лужский университет и фонд «Ива», растёт.",
     {("Лужский университет", "memberOf", "Луч"), ("Ива", "memberOf", "Луч")}),
    ("Членами сети «Луч» состоят Лужский университет и технопарк «Нива».",
     {("Лужский университет", "memberOf", "Луч"), ("Нива", "memberOf", "Луч")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PLACES + FORMS + MEMBERS)
def test_what_stands_around_a_name_tells_of_it(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "ru"))
