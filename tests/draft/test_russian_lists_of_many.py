"""Russian lists that a plural opens: с тремя вузами: A, B и C; компании Alfa и Beta; центр, созданный X-ом."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Технопарк «Тобол» подписал меморандум с тремя вузами: Лужским университетом, Карсуйским институтом"
            " и Омской академией.",
            {"Тобол", "Лужский университет", "Карсуйский институт", "Омская академия"},
        ),
        ("Соглашение подписано между двумя компаниями — Alfar и Betor.", {"Alfar", "Betor"}),
        ("Компании Alfar и Betor подписали соглашение.", {"Alfar", "Betor"}),
        ("Соглашение подписали компании Alfar, Betor и Gamor.", {"Alfar", "Betor", "Gamor"}),
    ],
)
def test_a_plural_tells_what_all_of_its_list_are(drafter: Drafter, text: str, parties: set[str]) -> None:
    draft = drafter.draft(text, source(), "ru")
    assert {s for s, predicate, _ in triples(draft) if predicate == "partyTo"} == parties


def test_names_of_a_list_have_the_class_of_its_plural(drafter: Drafter) -> None:
    draft = drafter.draft("Компании Alfar и Betor подписали соглашение.", source(), "ru")
    names = {name.entity: name.text for name in draft.names}
    companies = {names[thing.id] for thing in draft.things if thing.class_name == "Company"}
    assert companies == {"Alfar", "Betor"}


def test_a_maker_behind_a_participle_is_not_what_was_made(drafter: Drafter) -> None:
    draft = drafter.draft("Центр, созданный Лужским университетом, открылся в Бишкеке 3 марта.", source(), "ru")
    assert not [t for t in triples(draft) if t[:2] == ("Лужский университет", "establishedIn")]


def test_an_academy_in_the_instrumental_is_one(drafter: Drafter) -> None:
    draft = drafter.draft("Меморандум подписан Лужским институтом и Омской академией.", source(), "ru")
    assert {name.text for name in draft.names} >= {"Лужский институт", "Омская академия"}


def test_an_initiative_in_the_dative_is_joined(drafter: Drafter) -> None:
    draft = drafter.draft("Лужский институт присоединился к инициативе «Зелёный мост».", source(), "ru")
    assert ("Лужский институт", "joined", "Зелёный мост") in triples(draft)


def test_on_whose_initiative_is_no_name_of_one(drafter: Drafter) -> None:
    draft = drafter.draft("Центр «Тобол» создан по инициативе «Ларкон».", source(), "ru")
    assert "Initiative" not in {thing.class_name for thing in draft.things}


@pytest.mark.parametrize(
    "text",
    [
        "Доклад ректора Лужского университета Ильи Лунёва заслушали.",
        "Встреча с ректором Лужского университета Ильёй Лунёвым прошла в Баку.",
        "Грамоту вручили директору фонда Илье Лунёву.",
    ],
)
def test_first_names_in_ya_are_given_in_the_nominative(drafter: Drafter, text: str) -> None:
    assert "Илья Лунёв" in {name.text for name in drafter.draft(text, source(), "ru").names}
