"""What the drafter reads in Russian: whole wordings, posts, places, and what sentences take from those before."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("Сеть «Горный код» пополнилась центром «Искра».", {("Искра", "joined", "Горный код")}),
    ("Завод «Рубин» состоит в кластере «Медная долина» с 2024 года.", {("Рубин", "memberOf", "Медная долина")}),
    ("Учредителем фонда «Лотос» значится компания «Сырдарья Агро».", {("Сырдарья Агро", "founded", "Лотос")}),
    ("Лаборатория «Нано» появилась в Семее усилиями компании «Алтай Тех».",
     {("Нано", "establishedIn", "Semey")}),
    ("Управление парком «Орион» передано компании «Терра Сервис».", {("Терра Сервис", "operates", "Орион")}),
    ("Завод «Кварц» принадлежит холдингу «Степь».", {("Кварц", "belongsTo", "Степь")}),
    ("Агентство «Медиус», входящее в структуру Министерства индустрии, объявило набор.",
     {("Медиус", "subordinateTo", "Министерство индустрии")}),
    ("Технопарк «Кедр» в Павлодаре подвёл итоги года.", {("Кедр", "locatedIn", "Pavlodar")}),
    ("Самаркандский хаб «Звездочёт» набирает команды.", {("Звездочёт", "locatedIn", "Samarkand")}),
    ("Гендиректор компании «Меридиан» Касым-Жандос Беков ответил на вопросы.",
     {("Касым-Жандос Беков", "holdsPost", "гендиректор компании «Меридиан»")}),
    ("Губернатор Томской области Олег Ким посетил форум «Пик».", {("Олег Ким", "participatedIn", "Пик")}),
]  # fmt: skip

BEFORE = [
    ("Форум «Рассвет» прошёл в Алматы 5 мая. Организаторами выступили компания «Тау» и фонд «Исток».",
     {("Тау", "operates", "Рассвет"), ("Исток", "operates", "Рассвет")}),
    ("Форум «Рассвет» прошёл в Алматы 5 мая. С приветственным словом к участникам обратилась Анна Громова.",
     {("Анна Громова", "spokeAt", "Рассвет")}),
    ("Центр «Луч» открылся в Оше. Учредители – фонд «Исток» и компания «Тау».",
     {("Исток", "founded", "Луч"), ("Тау", "founded", "Луч")}),
]  # fmt: skip

NOT_SO = [
    "Компания «Тау» не значится среди учредителей фонда «Исток».",
    "Поговаривают, будто в Актау откроют филиал центра «Луч».",
    "Съезд собрал лидеров казахской IT-индустрии.",
]


@pytest.mark.parametrize(("text", "told"), [*TOLD, *BEFORE])
def test_what_is_told(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize("text", NOT_SO)
def test_what_is_not_so(drafter: Drafter, text: str) -> None:
    stated = [told for told in drafter.draft(text, source(), "ru").proposals if told.status != "denied"]
    assert not stated
