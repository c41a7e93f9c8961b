"""Russian cases of surnames in -а; where something was signed when a clause tells another place."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

HOLDERS = [
    ("Ректор встретился с директором компании «Орвел» Анной Лиепой.", "Анна Лиепа"),
    ("По словам директора компании «Орвел» Анны Лиепы, центр откроется в мае.", "Анна Лиепа"),
    ("Директором компании «Орвел» назначили Анну Лиепу.", "Анна Лиепа"),
    ("Документ подписан директором компании «Орвел» Иваном Лиепой.", "Иван Лиепа"),
    ("По словам директора компании «Орвел» Ивана Лиепы, центр откроется в мае.", "Иван Лиепа"),
    ("Ректор встретился с министром торговли Ольгой Вронской.", "Ольга Вронская"),
    ("Ректор встретился с министром торговли Ольгой Ли.", "Ольга Ли"),
]


@pytest.mark.parametrize(("text", "name"), HOLDERS)
def test_who_holds_a_post_in_a_case(text: str, name: str, drafter: Drafter) -> None:
    assert {a for a, p, _ in triples(drafter.draft(text, source(), "ru")) if p == "holdsPost"} == {name}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Центр «Орвел», открывшийся в октябре в Гяндже, подписал меморандум с компанией «Велм».", "ru"),
        ("Университет «Орвел» открыл в Гяндже филиал, а в ноябре подписал меморандум с компанией «Велм».", "ru"),
        ("Orvel University opened a branch in Osh in May and signed a memorandum with Velm Bank in June.", "en"),
    ],
)
def test_another_place_is_not_where_it_was_signed(text: str, language: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), language))
    assert {p for _, p, _ in told} >= {"partyTo", "establishedIn"}
    assert not [row for row in told if row[1] == "signedIn"]
