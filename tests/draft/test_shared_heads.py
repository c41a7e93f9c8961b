"""Bodies that share a head in the plural are each one of their own."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

SIGNED = [
    ("en", "Leeds and York universities signed an agreement.", ["Leeds University", "York University"]),
    (
        "en",
        "The Universities of Leeds, York and Hull signed an agreement.",
        ["University of Leeds", "University of York", "University of Hull"],
    ),
    ("en", "Central banks of Kenya and Ghana signed an accord.", ["Central Bank of Kenya", "Central Bank of Ghana"]),
    (
        "en",
        "The Chambers of Commerce and Industry of Baku and Tbilisi signed a memorandum.",
        ["Chamber of Commerce and Industry of Baku", "Chamber of Commerce and Industry of Tbilisi"],
    ),
    (
        "en",
        "The governments of Kazakhstan and Uzbekistan signed an agreement.",
        ["Government of Kazakhstan", "Government of Uzbekistan"],
    ),
    ("ru", "Соглашение подписали Томский и Омский университеты.", ["Томский университет", "Омский университет"]),
    (
        "ru",
        "Соглашение подписали Томская и Омская академии.",
        ["Томская академия", "Омская академия"],
    ),
    (
        "ru",
        "Соглашение подписано между Томским государственным и Омским политехническим университетами.",
        ["Томский государственный университет", "Омский политехнический университет"],
    ),
    (
        "ru",
        "Академии наук Казахстана и Грузии подписали договор.",
        ["Академия наук Казахстана", "Академия наук Грузии"],
    ),
    (
        "ru",
        "Торгово-промышленные палаты Казахстана и Грузии подписали договор.",
        ["Торгово-промышленная палата Казахстана", "Торгово-промышленная палата Грузии"],
    ),
    (
        "az",
        "Bakı Dövlət və Sumqayıt Dövlət universitetləri memorandum imzalayıb.",
        ["Bakı Dövlət universiteti", "Sumqayıt Dövlət universiteti"],
    ),
    (
        "az",
        "Azərbaycan və Türkiyə xarici işlər nazirlikləri arasında protokol imzalanıb.",
        ["Azərbaycan xarici işlər nazirliyi", "Türkiyə xarici işlər nazirliyi"],
    ),
    (
        "tr",
        "İstanbul ve Ankara üniversiteleri protokol imzaladı.",
        ["İstanbul üniversitesi", "Ankara üniversitesi"],
    ),
    (
        "kk",
        "Абай және Сәтбаев университеттері меморандумға қол қойды.",
        ["Абай университеті", "Сәтбаев университеті"],
    ),
    (
        "uz",
        "Toshkent va Samarqand universitetlari memorandum imzoladi.",
        ["Toshkent universiteti", "Samarqand universiteti"],
    ),
]


@pytest.mark.parametrize(("code", "text", "parties"), SIGNED)
def test_each_is_a_party(drafter: Drafter, code: str, text: str, parties: list[str]) -> None:
    told = triples(drafter.draft(text, source(), code))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == set(parties)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Kazakh and Uzbek universities signed an agreement with Orda Bank."),
        ("en", "Leading universities of Kazakhstan and Uzbekistan signed an agreement with Orda Bank."),
        ("en", "The Universities of Science and Technology signed an agreement with Orda Bank."),
        ("az", "Qazaxıstanın və Özbəkistanın universitetləri “Orda” bankı ilə memorandum imzalayıb."),
    ],
)
def test_some_of_many_have_no_name(drafter: Drafter, code: str, text: str) -> None:
    names = {name.text.lower() for name in drafter.draft(text, source(), code).names}
    assert any("orda" in name or "орда" in name for name in names)
    assert not any("universit" in name for name in names if "(" not in name)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Компании «Лиман» и «Норд» подписали соглашение.", {"Лиман", "Норд"}),
        ("Договор подписали компании «Лиман», «Норд» и «Талгар».", {"Лиман", "Норд", "Талгар"}),
        ("Соглашение компаний «Лиман» и «Норд» подписано в Томске.", {"Лиман", "Норд"}),
        ("Меморандум подписан между банками «Лиман» и «Норд».", {"Лиман", "Норд"}),
    ],
)
def test_russian_plurals_before_quoted_names(drafter: Drafter, text: str, parties: set[str]) -> None:
    draft = drafter.draft(text, source(), "ru")
    assert {subject for subject, predicate, _ in triples(draft) if predicate == "partyTo"} == parties
    named = {name.entity: name.text for name in draft.names}
    assert {named[thing.id] for thing in draft.things if thing.class_name == "Company"} == parties


def test_a_head_in_the_singular_is_of_the_first_name_alone(drafter: Drafter) -> None:
    draft = drafter.draft("Директор компании «Лиман» и ректор «Норда» подписали договор.", source(), "ru")
    assert ("Лиман", "partyTo", "договор") not in triples(draft)
