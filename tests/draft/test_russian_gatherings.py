"""Who was at Russian gatherings, in lists; meetings of a headline; acting heads and ranks of posts."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

GUESTS = [
    ("В Оше прошёл форум «Пик». В форуме приняли участие гости банка «Тис», Лужского университета и фонда «Ива».",
     {("Тис", "participatedIn", "Пик"), ("Лужский университет", "participatedIn", "Пик"),
      ("Ива", "participatedIn", "Пик")}),
    ("В Оше прошёл форум «Пик». Открыли мероприятие министр науки Анна Лунёва, ректор академии «Дюна» Олег Баев и "
     "президент фонда «Ива» Анна Ли.",
     {("Анна Лунёва", "participatedIn", "Пик"), ("Олег Баев", "participatedIn", "Пик"),
      ("Анна Ли", "participatedIn", "Пик")}),
    ("На форуме «Пик» выступили директор банка «Тис» Олег Баев, ректор академии «Дюна» Анна Ли.",
     {("Олег Баев", "spokeAt", "Пик"), ("Анна Ли", "spokeAt", "Пик")}),
    ("В форуме «Пик» участвуют гости из Италии, Японии и Кубы.",
     {("Пик", "hasParticipantFrom", "japan"), ("Пик", "hasParticipantFrom", "Cuba")}),
    ("В Оше прошёл форум «Пик». Присутствовали также директор банка «Тис» Олег Баев и Анна Лунёва.",
     {("Олег Баев", "participatedIn", "Пик"), ("Анна Лунёва", "participatedIn", "Пик")}),
]  # fmt: skip

HEADLINES = [
    ("Директор банка «Тис» Олег Баев встретился с послом Италии Анной Ли\n\nОбсуждали планы и новые дороги к морю.\n",
     {("Олег Баев", "participatedIn", "Встреча"), ("Анна Ли", "participatedIn", "Встреча")}),
]  # fmt: skip

POSTS = [
    ("Документ подписал врио ректора академии «Дюна» Олег Баев.", {("врио ректора академии «Дюна»", "postIn", "Дюна")}),
    ("Приехал главный исполнительный директор банка «Тис» Олег Баев.",
     {("главный исполнительный директор банка «Тис»", "postIn", "Тис")}),
    ("Пришёл первый вице-президент банка «Тис», исполняющий обязанности директора завода «Дар» Олег Баев.",
     {("первый вице-президент банка «Тис»", "postIn", "Тис"),
      ("Олег Баев", "holdsPost", "первый вице-президент банка «Тис»"),
      ("исполняющий обязанности директора завода «Дар»", "postIn", "Дар")}),
    ("Делегацию банка «Тис» возглавил Олег Баев.", {("Олег Баев", "represents", "Тис")}),
    ("Компания Iva (ОАЭ) растёт.", {("Iva", "ofCountry", "united-arab-emirates")}),
]  # fmt: skip

NOT_SO = [
    ("В Оше прошёл форум «Пик». Организаторами выступили банк «Тис» и фонд «Ива».", "participatedIn"),
    ("Как сообщает Report, договор подписал директор банка «Тис» Олег Баев.", "informed"),
]


@pytest.mark.parametrize(("text", "told"), [*GUESTS, *HEADLINES, *POSTS])
def test_what_is_told(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize(("text", "predicate"), NOT_SO)
def test_what_is_not_so(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate not in {told.predicate for told in drafter.draft(text, source(), "ru").proposals}
