"""What things are called: by the letters, the cases and the marks of their languages."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held, source, triples


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("az", "Norbay Universitetində texnoparkla bağlı iclas keçirilib. İclasda Elçin Laçınov çıxış edib.", "İclas"),
        (
            "az",
            "Norbay Universiteti ilə Tobol İnstitutu arasında “Mədəni və Elmi Əməkdaşlıq” memorandumu imzalanıb.",
            "“Mədəni və Elmi Əməkdaşlıq” memorandumu",
        ),
        ("kk", "Форумда «Тобол» қорының директоры А. Есімов сөз сөйледі.", "А. Есімов"),
        ("ru", "Меморандум подписан Лужским нефтяным университетом.", "Лужский нефтяной университет"),
        ("ru", "Соглашение подписал директор «Парка зелёных технологий» Илья Громак.", "Парк зелёных технологий"),
        ("ru", "Илья Громак принял участие в круглом столе в Баку.", "Круглый стол"),
        ("ru", "Илья Громак выступил на пресс-конференции 3 марта.", "Пресс-конференция"),
        ("ru", "Илья Громак принял участие в церемонии открытия центра «Тобол».", "Церемония открытия"),
        ("ru", "Илья Громак принял участие во втором заседании комиссии в Баку.", "Второе заседание"),
        ("ru", "Проект ведут «Тобол» и Министерство связи по разработке дорожной карты.", "Министерство связи"),
    ],
)
def test_names_stand_in_their_base_form(drafter: Drafter, language: str, text: str, name: str) -> None:
    names = {each.text.partition(" (")[0] for each in drafter.draft(text, source(), language).names}
    assert name in names


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Trade, Science and Industry of Chad Ilya Gromov opened the forum.",
        "Ilya Gromov, Minister of Digital Development, Innovation and Aerospace Industry of Chad, opened the forum.",
    ],
)
def test_a_minister_of_many_fields_is_a_countrys(drafter: Drafter, text: str) -> None:
    assert held(drafter, text) == {("Ilya Gromov", "Chad")}


def test_an_ambassador_by_title_holds_the_post_before(drafter: Drafter) -> None:
    text = "The Secretary General of the Tobol Council H.E. Ambassador Ilya Gromov met Anna Lisova."
    assert ("Ilya Gromov", "holdsPost", "Ambassador") not in triples(drafter.draft(text, source()))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Karsu University and the Luga Institute held an online meeting on 3 March."),
        ("ru", "Лужский университет и Омский институт провели онлайн-встречу 3 марта."),
        ("az", "Norbay Universiteti və Tobol İnstitutu martın 3-də onlayn görüş keçirib."),
        ("kk", "Норвик университеті мен Селвар институты арасында 3 наурызда кездесу өтті."),
    ],
)
def test_who_meet_one_another_take_part(drafter: Drafter, language: str, text: str) -> None:
    told = drafter.draft(text, source(), language).proposals
    rows = [(each.predicate, each.from_) for each in told]
    assert rows.count(("participatedIn", "2026-03-03")) == 2
    assert "operates" not in {predicate for predicate, _ in rows}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", "Norbay Universitetində martın 3-də startaplara həsr olunmuş seminar keçirilib. Seminarda"
               " Elçin Laçınov çıxış edib."),
        ("kk", "3 наурызда Қарсу университетінде стартаптарға арналған семинар өтті. Семинарда Айдос Есімов"
               " сөз сөйледі."),
        ("ru", "В Лужском университете 3 марта прошла презентация проекта, созданного для школ. В мероприятии"
               " принял участие Илья Громак."),
    ],
)  # fmt: skip
def test_what_a_gathering_is_about_does_not_hide_its_day(drafter: Drafter, language: str, text: str) -> None:
    told = drafter.draft(text, source(), language).proposals
    assert {each.from_ for each in told if each.predicate in ("spokeAt", "participatedIn")} == {"2026-03-03"}


def test_the_year_that_a_conference_is_about_is_not_its_day(drafter: Drafter) -> None:
    text = "Ilya Gromov made the statement at a news conference focused on the agency's actions in 2023."
    told = [each for each in drafter.draft(text, source()).proposals if each.predicate == "spokeAt"]
    assert [each.from_ for each in told] == [""]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", "Martın 27-də Norbay Universiteti ilə Tobol Universiteti arasında öncə imzalanmış protokolun təqdimat"
               " mərasimi keçirildi."),
        ("ru", "3 марта в Лужском университете прошла презентация ранее подписанного меморандума с компанией «Тобол»."),
    ],
)  # fmt: skip
def test_what_was_signed_before_has_not_the_day_of_the_ceremony(drafter: Drafter, language: str, text: str) -> None:
    told = [each for each in drafter.draft(text, source(), language).proposals if each.predicate == "partyTo"]
    assert not [each for each in told if each.from_]


def test_an_agency_is_the_same_without_its_country(drafter: Drafter) -> None:
    text = (
        "A memorandum was signed between the Georgian Innovation and Technology Agency and Karsu University."
        " Chairman of the Innovation and Technology Agency Ilya Gromov spoke."
    )
    assert held(drafter, text) == {("Ilya Gromov", "Georgian Innovation and Technology Agency")}


def test_an_azerbaijani_name_ends_before_universities(drafter: Drafter) -> None:
    text = (
        "Norbay Universitetinin sədri professor Elçin Tağızadə Luqa və Ural universitetləri ilə əlaqələri olan"
        " Elşad Laçınovu qəbul etdi."
    )
    assert ("Elçin Tağızadə", "Norbay Universiteti") in held(drafter, text, "az")
