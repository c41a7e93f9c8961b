"""People who sign and take part, with their posts and titles, and what is no person and no thing."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def told(drafter: Drafter, text: str, language: str, predicate: str) -> set[tuple[str, str]]:
    return {(a, b) for a, said, b in triples(drafter.draft(text, source(), language)) if said == predicate}


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        (
            "en",
            "On behalf of Alfa University rector Anna Kim and on behalf of Beta Institute director Petr Ivanov, a "
            "memorandum was signed.",
            {"Anna Kim", "Petr Ivanov"},
        ),
        (
            "ru",
            "Меморандум подписан ректором университета «Альфа» Петром Сидоровым и директором "
            "института «Бета» Анной Ким.",
            {"Петр Сидоров", "Анна Ким"},
        ),
        (
            "ru",
            "Со стороны университета «Альфа» ректор Ван Сяо Мин и со стороны института «Бета» "
            "директор Ли Джун подписали "
            "меморандум.",
            {"Ван Сяо Мин", "Ли Джун"},
        ),
        (
            "az",
            '"Alfa" Universitetinin rektoru Van Syao Min və "Beta" İnstitutunun direktoru Li Cun '
            "memorandum imzalayıblar.",
            {"Van Syao Min", "Li Cun"},
        ),
    ],
)
def test_each_who_signs_is_told_with_a_post(language: str, text: str, people: set[str], drafter: Drafter) -> None:
    assert {who for who, _ in told(drafter, text, language, "signed")} == people
    assert {who for who, _ in told(drafter, text, language, "holdsPost")} == people
    assert len(told(drafter, text, language, "postIn")) == len(people)


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        (
            "en",
            "Minister of Transport Anna Ivanova, director of the Alfa Agency Petr Kim and rector of "
            "Beta University Oleg "
            "Sidorov took part in the Gamma Forum.",
            {"Anna Ivanova", "Petr Kim", "Oleg Sidorov"},
        ),
        (
            "ru",
            "В форуме «Гамма» приняли участие министр транспорта Анна Иванова, директор агентства «Альфа» Пётр Ким и "
            "ректор университета «Бета» Олег Сидоров.",
            {"Анна Иванова", "Пётр Ким", "Олег Сидоров"},
        ),
        (
            "tr",
            "Gamma Forumu'na Sanayi ve Teknoloji Bakanı Orhan Kaya, Alfa Üniversitesi Rektörü Prof. Dr. Ayşe Demir ve "
            "Beta Enstitüsü Müdürü Doç. Dr. Ali Yılmaz katıldı.",
            {"Orhan Kaya", "Ayşe Demir", "Ali Yılmaz"},
        ),
    ],
)
def test_each_of_a_list_took_part(language: str, text: str, people: set[str], drafter: Drafter) -> None:
    assert {who for who, _ in told(drafter, text, language, "participatedIn")} == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The director Prof. Dr. Anna Kim signed a memorandum with Beta Institute."),
        (
            "tr",
            "Alfa Üniversitesi Rektörü Prof. Dr. Ayşe Demir ile Beta Enstitüsü Müdürü Doç. Dr. Ali Yılmaz imzaladı.",
        ),
        ("ru", "Стороны Корейской Республики и институт «Бета» обсудили планы."),
    ],
)
def test_titles_and_adjectives_are_no_things(language: str, text: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), language)
    assert not {name.text for name in draft.names} & {"Prof", "Dr", "Doç", "Корейской", "Prof. Dr"}


def test_a_minister_is_of_the_ministry_that_was_named(drafter: Drafter) -> None:
    text = (
        "The Ministry of Water Resources of Georgia opened a hub in Geneva. Minister Anna Ivanova spoke "
        "at the Alfa Forum."
    )
    assert "Ministry of Water Resources" in {body for _, body in told(drafter, text, "en", "postIn")}
    text = "Министерство транспорта Грузии подписало меморандум. Министр Анна Иванова выступила на форуме «Альфа»."
    assert "Министерство транспорта" in {body for _, body in told(drafter, text, "ru", "postIn")}


def test_a_russian_surname_is_no_word_of_doubt(drafter: Drafter) -> None:
    text = "Директор института «Бета» Ли Джун подписал меморандум."
    assert told(drafter, text, "ru", "signed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Абай Құнанбаев атындағы университет пен «Бета» институты меморандумға қол қойды."),
        ("uz", "Olim Karimov nomidagi universitet va «Beta» kompaniyasi memorandum imzoladi."),
        ("en", "The Alfa Institute named after Olim Karimov signed a memorandum with Beta University."),
    ],
)
def test_who_a_thing_is_named_after_does_nothing(language: str, text: str, drafter: Drafter) -> None:
    assert not told(drafter, text, language, "signed")
