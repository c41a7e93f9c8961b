"""Bodies of one name in two countries are two, and one office of one person is one."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

BOTH = [
    (
        "ru",
        "Министерство энергетики Казахстана и Министерство энергетики Грузии подписали меморандум.",
        {"Министерство энергетики Казахстана", "Министерство энергетики Грузии"},
    ),
    (
        "ru",
        "Соглашение подписано между Правительством Казахстана и Правительством Грузии.",
        {"Правительство Казахстана", "Правительство Грузии"},
    ),
    (
        "ru",
        "Академия наук Казахстана и Академия наук Грузии подписали договор.",
        {"Академия наук Казахстана", "Академия наук Грузии"},
    ),
    (
        "en",
        "The Ministry of Energy of Kazakhstan and the Ministry of Energy of Georgia signed a memorandum.",
        {"Ministry of Energy of Kazakhstan", "Ministry of Energy of Georgia"},
    ),
    (
        "en",
        "Kazakhstan's Ministry of Energy and Georgia's Ministry of Energy signed a memorandum.",
        {"Kazakhstan's Ministry of Energy", "Georgia's Ministry of Energy"},
    ),
    (
        "az",
        "Qazaxıstanın Energetika Nazirliyi ilə Gürcüstanın Energetika Nazirliyi arasında memorandum imzalanıb.",
        {"Qazaxıstanın Energetika Nazirliyi", "Gürcüstanın Energetika Nazirliyi"},
    ),
    (
        "kk",
        "Қазақстанның Энергетика министрлігі мен Грузияның Энергетика министрлігі меморандумға қол қойды.",
        {"Қазақстанның Энергетика министрлігі", "Грузияның Энергетика министрлігі"},
    ),
    (
        "tr",
        "Kazakistan Enerji Bakanlığı ile Gürcistan Enerji Bakanlığı arasında protokol imzalandı.",
        {"Kazakistan Enerji Bakanlığı", "Gürcistan Enerji Bakanlığı"},
    ),
    (
        "uz",
        "Qozogʻiston Energetika vazirligi va Gruziya Energetika vazirligi memorandum imzoladi.",
        {"Qozogʻiston Energetika vazirligi", "Gruziya Energetika vazirligi"},
    ),
]


@pytest.mark.parametrize(("code", "text", "parties"), BOTH)
def test_each_country_has_its_own(drafter: Drafter, code: str, text: str, parties: set[str]) -> None:
    told = triples(drafter.draft(text, source(), code))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == parties
    countries = [(subject, of) for subject, predicate, of in told if predicate == "ofCountry"]
    assert len({of for _, of in countries}) == len({subject for subject, _ in countries}) == 2


def test_one_country_has_one(drafter: Drafter) -> None:
    text = "The Ministry of Energy of Georgia signed an agreement. The Ministry of Energy opened a school in Batumi."
    told = drafter.draft(text, source(), "en")
    assert len([thing for thing in told.things if thing.class_name == "GovernmentBody"]) == 1


ONE_POST = [
    (
        "ru",
        "Президент Кыргызской Республики Садыр Ким посетил Ташкент. "
        "Президента Кыргызстана Садыра Кима встретил Олег Ли.",
    ),
    (
        "en",
        "Ivan Kim, President of the Republic of Kazakhstan, opened the forum. "
        "The President of Kazakhstan, Ivan Kim, spoke.",
    ),
    ("kk", "Қазақстан Республикасының Президенті Асан Ким форумға қатысты. Қазақстан Президенті Асан Ким сөйледі."),
    ("az", "Qazaxıstan Respublikasının Prezidenti Asan Kim forumdadır. Qazaxıstan Prezidenti Asan Kim çıxış edib."),
]


@pytest.mark.parametrize(("code", "text"), ONE_POST)
def test_an_office_told_in_two_ways_is_one(drafter: Drafter, code: str, text: str) -> None:
    told = [each for each in drafter.draft(text, source(), code).proposals if each.predicate == "holdsPost"]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Директор банка «Орда» Иван Ким ушёл. Заместитель директора банка «Орда» Иван Ким сказал об этом."),
        ("kk", "«Орда» банкінің директоры Асан Ким келді. «Орда» банкі директорының орынбасары Асан Ким сөйледі."),
        ("az", "“Orda” bankının direktoru Əli Bəyli gəlib. “Orda” bankının direktor müavini Əli Bəyli çıxış edib."),
    ],
)
def test_a_deputy_is_not_whom_he_stands_in_for(drafter: Drafter, code: str, text: str) -> None:
    told = drafter.draft(text, source(), code).proposals
    assert len({each.object for each in told if each.predicate == "holdsPost"}) == 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("az", "Türkiyənin “Lotus” şirkəti ilə “Norda” MMC arasında müqavilə imzalanıb."),
        ("kk", "Қазақстанның «Көпір» қоры мен Грузияның «Лиман» қоры меморандумға қол қойды."),
    ],
)
def test_an_agreement_is_of_no_country(code: str, text: str, drafter: Drafter) -> None:
    by_pairs = Drafter(drafter.project, drafter.schema)
    draft = by_pairs.draft(text, source(), code)
    agreements = {
        thing.id for thing in draft.things if "Memorandum" in thing.class_name or "Agreement" in thing.class_name
    }
    assert agreements
    assert not [each for each in draft.proposals if each.predicate == "ofCountry" and each.subject in agreements]
