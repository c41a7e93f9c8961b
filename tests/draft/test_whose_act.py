"""By whose act something is done: that is nobody's post there (указом президента, by order of the minister)."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held, source


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        (
            "ru",
            "Указом президента Илья Громак назначен ректором Лужского университета.",
            "Илья Громак",
            "Лужский университет",
        ),
        (
            "ru",
            "Указом главы государства Илья Громак 3 марта назначен на должность директора Агентства по лесу.",
            "Илья Громак",
            "Агентство по лесу",
        ),
        (
            "ru",
            "По поручению министра директор фонда «Тобол» Анна Лисова открыла выставку.",
            "Анна Лисова",
            "Тобол",
        ),
        (
            "az",
            "Nazirin əmri ilə Aynur Lisova Norbay Universitetinin rektoru təyin edilib.",
            "Aynur Lisova",
            "Norbay Universiteti",
        ),
        (
            "kk",
            "Мемлекет басшысының Жарлығымен Анна Лисова Қарсу университетінің ректоры болып тағайындалды.",
            "Анна Лисова",
            "Қарсу университеті",
        ),
        (
            "uz",
            "Vazir buyrugʻi bilan Olim Tursunov Qarsu universiteti rektori etib tayinlandi.",
            "Olim Tursunov",
            "Qarsu universiteti",
        ),
        (
            "en",
            "By order of the minister, Anna Lisova was appointed rector of Karsu University.",
            "Anna Lisova",
            "Karsu University",
        ),
    ],
)
def test_who_gave_the_order_is_not_who_is_appointed(
    drafter: Drafter, language: str, text: str, person: str, body: str
) -> None:
    assert held(drafter, text, language) == {(person, body)}


def test_who_gave_the_order_and_is_named_keeps_the_post(drafter: Drafter) -> None:
    text = "По приглашению ректора Лужского университета Ильи Лунёва приехала директор фонда «Тобол» Анна Лисова."
    assert held(drafter, text, "ru") == {("Илья Лунёв", "Лужский университет"), ("Анна Лисова", "Тобол")}


def test_the_day_between_a_name_and_its_post_dates_the_appointment(drafter: Drafter) -> None:
    text = "Илья Громак 3 марта назначен на должность директора Агентства по лесу."
    told = [each for each in drafter.draft(text, source(), "ru").proposals if each.predicate == "holdsPost"]
    assert [each.from_ for each in told] == ["2026-03-03"]


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("uz", "Asror Toʻrayev Qarsu universiteti rektori etib tayinlandi.", "Asror Toʻrayev"),
        ("uz", "Qarsu universiteti rektori Aziz Karimov anjumanda qatnashdi.", "Aziz Karimov"),
        ("kk", "Дария Сәрсенова Қарсу университетінің ректоры болып тағайындалды.", "Дария Сәрсенова"),
        ("kk", "Айгүл Сейітқали Қарсу университетінің ректоры болып тағайындалды.", "Айгүл Сейітқали"),
    ],
)
def test_a_family_name_ends_before_the_name_of_a_body(drafter: Drafter, language: str, text: str, person: str) -> None:
    assert {who for who, _ in held(drafter, text, language)} == {person}
