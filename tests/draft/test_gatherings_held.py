"""Gatherings as what somebody holds, and where they are held: mərasim təşkil edib, «Гүл» қонақүйінде."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

HELD = [
    ("az", "Gül Birliyi mərasim təşkil edib.", {"Gül Birliyi"}, "Mərasim"),
    ("az", "Gül Birliyi təntənəli mərasimi dekabrın 27-də Bakıda keçirib.", {"Gül Birliyi"}, "Təntənəli mərasim"),
    ("az", "Seminarı Gül Birliyi və Şəki Universiteti birlikdə təşkil ediblər.", {"Gül Birliyi", "Şəki Universiteti"},
     "Seminar"),
    ("kk", "Арман университеті 5 мамырда дөңгелек үстел өткізді.", {"Арман университеті"}, "Дөңгелек үстел"),
    ("kk", "Арман университеті кеше семинар өткізді.", {"Арман университеті"}, "Семинар"),
    ("uz", "Arman universiteti 2 aprel kuni davra suhbati o‘tkazdi.", {"Arman universiteti"}, "Davra suhbati"),
    ("uz", "Arman universiteti Toshkentda seminar o‘tkazdi.", {"Arman universiteti"}, "Seminar"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "hosts", "event"), HELD, ids=[f"{code}-{event}" for code, _, _, event in HELD]
)
def test_who_holds_it(drafter: Drafter, code: str, text: str, hosts: set[str], event: str) -> None:
    told = triples(drafter.draft(text, source(), code))
    found = {(who, what.partition(" (")[0]) for who, does, what in told if does == "operates"}
    assert found == {(host, event) for host in hosts}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("az", "Universitet hər il müsabiqə təşkil edir."),
        ("az", "Görüşdə universitet tədbir təşkil edib."),
    ],
)
def test_who_is_not_named_holds_nothing(drafter: Drafter, code: str, text: str) -> None:
    draft = drafter.draft(text, source(), code)
    assert not [told for told in draft.proposals if told.predicate == "operates"]
    assert not [name for name in draft.names if "niversitet" in name.text]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("kk", "«Сұңқар» қоры «Гүл» қонақүйінде семинар өткізді."),
        ("uz", "Toshkent universiteti “Gul” mehmonxonasida seminar o‘tkazdi."),
        ("ru", "Форум «Сокол» прошёл в гостинице «Гүл»."),
        ("ru", "Форум «Сокол» состоялся во Дворце культуры «Гүл»."),
        ("ru", "Форум «Сокол» состоялся в конгресс-центре «Гүл»."),
        ("az", "Gül Birliyi təntənəli mərasimi “Гүл” mehmanxanasında keçirib."),
    ],
)
def test_hotels_and_halls_are_places(drafter: Drafter, code: str, text: str) -> None:
    draft = drafter.draft(text, source(), code)
    assert {"Гүл", "Gul"} & {where for _, does, where in triples(draft) if does == "heldIn"}
    assert "Place" in {thing.class_name for thing in draft.things}


def test_an_english_hotel_is_a_place(drafter: Drafter) -> None:
    told = triples(drafter.draft("The Falcon Forum was held at the Gul Hotel in Baku.", source(), "en"))
    assert ("Falcon Forum", "heldIn", "Gul Hotel") in told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Gül Təşkilatına üzv ölkələr üçün ilk həmrəylik forumu mayın 5-də Bakıda təşkil olunacaq.",
            "Həmrəylik forumu",
        ),
        ("Şəkidə turizm institutlarının görüşü keçirilib.", "Turizm institutlarının görüşü"),
    ],
)
def test_a_gathering_within_a_sentence_is_held(drafter: Drafter, text: str, event: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert event in {what.partition(" (")[0] for what, does, _ in told if does == "heldIn"}


ROADMAPS = [
    ("az", "Meşə Nazirliyi və Gül Bankı yol xəritəsi imzalayıb."),
    ("kk", "Орман министрлігі мен Гүл банкі жол картасына қол қойды."),
    ("tr", "Orman Bakanlığı ile Gül Bankası yol haritası imzaladı."),
    ("uz", "Oʻrmon vazirligi va Gul banki yoʻl xaritasini imzoladi."),
    ("ru", "Министерство леса и Гуль-банк подписали дорожную карту."),
    ("en", "The Ministry of Forests and Gul Bank signed a roadmap."),
]


@pytest.mark.parametrize(("code", "text"), ROADMAPS, ids=[code for code, _ in ROADMAPS])
def test_a_roadmap_that_is_signed_is_an_agreement(drafter: Drafter, code: str, text: str) -> None:
    draft = drafter.draft(text, source(), code)
    assert len([told for told in draft.proposals if told.predicate == "partyTo"]) == 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("az", "bp-nin Azərbaycan üzrə prezidenti Orxan Dadaşov forumda çıxış edib."),
        ("ru", "Али Дадашов, вице-президент bp, выступил на форуме."),
        ("en", "Ada Berg, bp Vice President, spoke at the Gul Forum."),
    ],
)
def test_a_name_in_small_letters(drafter: Drafter, code: str, text: str) -> None:
    assert "bp" in {body for _, does, body in triples(drafter.draft(text, source(), code)) if does == "postIn"}
