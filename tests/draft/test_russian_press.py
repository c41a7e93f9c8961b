"""What the drafter reads in Russian news: meetings, gatherings without a name, posts and people in any case."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grammar import grammar
from kg.draft.person_cases import russian_name
from tests.draft.conftest import source, triples

MEETINGS = [
    ("В Оше прошла встреча ректора университета «Кедр» Олега Баева с директором центра «Ручей» Анной Ли.",
     {("Олег Баев", "participatedIn", "Встреча"), ("Встреча", "heldIn", "Osh")}),
    ("Министр торговли Анна Лунёва встретилась с послом Италии Кэндзи Варадой.",
     {("Анна Лунёва", "participatedIn", "Встреча"), ("Кэндзи Варада", "participatedIn", "Встреча")}),
    ("Хоким Олег Баев принял посла Кореи Виктора Берга.",
     {("Олег Баев", "participatedIn", "Встреча"), ("Виктор Берг", "participatedIn", "Встреча")}),
    ("Директор парка «Тис» Олег Баев провёл переговоры с ректором академии «Дюна» Анной Ли.",
     {("Анна Ли", "participatedIn", "Переговоры")}),
]  # fmt: skip

GATHERINGS = [
    ("В Бишкеке состоялся круглый стол по вопросам связи. В нём приняла участие Анна Лунёва, директор фонда «Ива».",
     {("Круглый стол", "heldIn", "Bishkek"), ("Анна Лунёва", "participatedIn", "Круглый стол")}),
    ("В Баку прошёл международный форум, организованный Агентством связи. На форуме выступил министр Олег Баев.",
     {("Международный форум", "heldIn", "baku"), ("Агентство связи", "operates", "Международный форум"),
      ("Олег Баев", "spokeAt", "Международный форум")}),
    ("В Алматы открылся семинар для учителей. Организатором выступил фонд «Ива».",
     {("Семинар", "heldIn", "Almaty"), ("Ива", "operates", "Семинар")}),
    ("В Астане стартовал научный форум «Море и суша – основы роста».",
     {("Море и суша – основы роста", "heldIn", "Astana")}),
]  # fmt: skip

POSTS = [
    ("Агентство «Дар» при Президенте Грузии возглавил Олег Баев.", {("Олег Баев", "worksFor", "Дар")}),
    ("Документ подготовил директор фонда «Ива», д.э.н., профессор Олег Баев.",
     {("Олег Баев", "holdsPost", "директор фонда «Ива»")}),
    ("Об этом рассказали генеральному директору завода «Тис» Анне Лунёвой.",
     {("Анна Лунёва", "holdsPost", "генеральный директор завода «Тис»")}),
]  # fmt: skip

NOT_SO = [
    ("Агентства связи при Президенте Олег Баев не знает.", "holdsPost"),
    ("Олег Баев, ранее работавший директором фонда «Ива», приехал вчера.", "holdsPost"),
    ("В Казани прошёл шахматный турнир программистов.", "heldIn"),
    ("Предстоящие встречи министра Олега Баева с послом Анной Ли не обсуждались.", "participatedIn"),
]


@pytest.mark.parametrize(("text", "told"), [*MEETINGS, *GATHERINGS, *POSTS])
def test_what_is_told(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize(("text", "predicate"), NOT_SO)
def test_what_is_not_so(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate not in {told.predicate for told in drafter.draft(text, source(), "ru").proposals}


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Питером", "Ли", "Питер Ли"),
        ("Кэндзи", "Ямаду", "Кэндзи Ямада"),
        ("Виктором", "Вексельбергом", "Виктор Вексельберг"),
        ("Андрея", "Рудского", "Андрей Рудский"),
        ("Ольгу", "Полонскую", "Ольга Полонская"),
        ("Игоря", "Мазура", "Игорь Мазур"),
        ("Андрея", "Черненко", "Андрей Черненко"),
        ("Мустафой", "Варанком", "Мустафа Варанк"),
    ],
)
def test_people_are_named_in_the_nominative(first: str, last: str, name: str) -> None:
    firsts, surname, _ = russian_name([first], last, True, grammar("ru").given)
    assert f"{firsts[0]} {surname}" == name
