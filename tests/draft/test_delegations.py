"""Meetings with a body's people are meetings with the body."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

MET = [
    ("ru", "Директор банка «Мост» Иван Ким провёл переговоры с делегацией компании «Лиман».", {"Иван Ким", "Лиман"}),
    ("ru", "Ректор Иван Ким принял представителей компании «Лиман».", {"Иван Ким", "Лиман"}),
    ("ru", "Министр науки Иван Ким провёл встречу с руководством банка «Орда».", {"Иван Ким", "Орда"}),
    (
        "ru",
        "В Томске состоялась встреча делегации банка «Орда» с руководством Томского университета.",
        {"Орда", "Томский университет"},
    ),
    ("ru", "Состоялись переговоры представителей банка «Орда» и компании «Лиман».", {"Орда", "Лиман"}),
    (
        "ru",
        "Делегация банка «Орда» встретилась с руководством Томского университета.",
        {"Орда", "Томский университет"},
    ),
    (
        "ru",
        "С делегацией Томского университета встретился министр науки Иван Ким.",
        {"Иван Ким", "Томский университет"},
    ),
    ("az", "Nazir Əli Quliyev “Orda” bankının nümayəndə heyəti ilə görüşüb.", {"Əli Quliyev", "Orda"}),
    ("az", "Rektor Əli Quliyev “Orda” bankının nümayəndələrini qəbul edib.", {"Əli Quliyev", "Orda"}),
    ("kk", "Министр Асан Ким «Орда» банкінің делегациясымен кездесті.", {"Асан Ким", "Орда"}),
    ("kk", "Ректор Асан Ким «Орда» банкінің өкілдерін қабылдады.", {"Асан Ким", "Орда"}),
    (
        "kk",
        "«Орда» банкінің басшылығы мен Абай университетінің делегациясы арасында кездесу өтті.",
        {"Орда", "Абай университеті"},
    ),
    ("tr", "Rektör Ali Kaya, Orda Bankası heyetiyle görüştü.", {"Ali Kaya", "Orda Bankası"}),
    ("tr", "Rektör Ali Kaya, Orda Bankası heyetini kabul etti.", {"Ali Kaya", "Orda Bankası"}),
    ("uz", "Vazir Anvar Karimov “Orda” banki delegatsiyasi bilan uchrashdi.", {"Anvar Karimov", "Orda"}),
    ("uz", "Rektor Anvar Karimov “Orda” banki vakillarini qabul qildi.", {"Anvar Karimov", "Orda"}),
]


@pytest.mark.parametrize(("code", "text", "sides"), MET)
def test_who_met(drafter: Drafter, code: str, text: str, sides: set[str]) -> None:
    told = [each for each in triples(drafter.draft(text, source(), code)) if each[1] == "participatedIn"]
    assert {subject for subject, _, _ in told} == sides
    assert len({meeting for _, _, meeting in told}) == 1


def test_a_delegation_of_a_country_came_from_it(drafter: Drafter) -> None:
    told = triples(drafter.draft("Ректор Иван Ким встретился с делегацией Казахстана.", source(), "ru"))
    assert ("Встреча", "hasParticipantFrom", "Kazakhstan") in {
        (event, predicate, drafter.known.places[other].label("en") if other in drafter.known.places else other)
        for event, predicate, other in told
    }


@pytest.mark.parametrize(
    "text",
    [
        "Министр принял решение о поддержке представителей банка «Орда».",
        "Иван Ким принял участие в создании центра с представителями банка «Орда».",
        "Иван Ким не встретился с делегацией банка «Орда».",
    ],
)
def test_no_meeting(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source(), "ru"))
    assert not [each for each in told if each[0] == "Орда"]


@pytest.mark.parametrize(
    "text",
    [
        "Иван Ким покинул пост ректора Томского университета.",
        "Иван Ким освобождён от занимаемой должности директора банка «Орда».",
        "Иван Ким подал в отставку с поста министра науки.",
        "Экс-министр науки Иван Ким открыл форум в Томске.",
    ],
)
def test_a_post_that_somebody_left(drafter: Drafter, text: str) -> None:
    assert not [each for each in triples(drafter.draft(text, source(), "ru")) if each[1] == "holdsPost"]


@pytest.mark.parametrize(
    "text",
    [
        "Иван Ким, ранее возглавлявший банк «Орда», назначен ректором Томского университета.",
        "Иван Ким, занимавший до этого пост директора банка «Орда», избран ректором Томского университета.",
        "Иван Ким, который возглавлял банк «Орда», назначен ректором Томского университета.",
        "Ректором Томского университета стал Иван Ким. Прежний ректор Олег Ли ушёл с поста.",
    ],
)
def test_a_post_that_somebody_took(drafter: Drafter, text: str) -> None:
    draft = drafter.draft(text, source(), "ru")
    assert {each for each in triples(draft) if each[1] in ("holdsPost", "worksFor")} == {
        ("Иван Ким", "holdsPost", "ректор Томского университета")
    }


def test_a_union_that_is_entered_is_a_network(drafter: Drafter) -> None:
    text = "В состав ассоциации «Финтех» вошли банк «Орда», компания «Лиман» и Томский университет."
    draft = drafter.draft(text, source(), "ru")
    joined = {subject for subject, predicate, network in triples(draft) if (predicate, network) == ("joined", "Финтех")}
    assert joined == {"Орда", "Лиман", "Томский университет"}
