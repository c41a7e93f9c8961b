"""Who the parties of an agreement are, and how many agreements an article tells of."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def parties(drafter: Drafter, text: str, language: str) -> set[str]:
    return {left for left, predicate, _ in triples(drafter.draft(text, source(), language)) if predicate == "partyTo"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Talks between Estonia and Georgia led to an agreement on digital services.", set()),
        ("en", "Korea Startup House and Alfa University signed a memorandum.", {"Alfa University"}),
        (
            "en",
            "Within the Georgia-Estonia alliance, Alfa University and Beta Institute signed an agreement.",
            {"Alfa University", "Beta Institute"},
        ),
        ("ru", "Сотрудничество между Узбекистаном и Эстонией растёт: стороны обсудили меморандум.", set()),
        (
            "az",
            'Azərbaycan ilə Gürcüstan arasında əməkdaşlıq genişlənir, "Alfa" şirkəti "Beta" şirkəti ilə memorandum '
            "imzalayıb.",
            {"Alfa", "Beta"},
        ),
        (
            "tr",
            "Türkiye ile Azerbaycan arasındaki iş birliği çerçevesinde Anadolu Üniversitesi ve Alfa Enstitüsü protokol "
            "imzaladı.",
            {"Anadolu Üniversitesi", "Alfa Enstitüsü"},
        ),
    ],
)
def test_a_country_beside_an_agreement_is_no_party(language: str, text: str, told: set[str], drafter: Drafter) -> None:
    found = parties(drafter, text, language)
    assert told <= found
    assert not found & {
        "georgia",
        "Georgia",
        "estonia",
        "Estonia",
        "azerbaijan",
        "turkiye",
        "uzbekistan",
        "South Korea",
    }


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Azerbaijan and Kazakhstan signed an agreement.", {"azerbaijan", "Kazakhstan"}),
        ("en", "An agreement between Azerbaijan and Kazakhstan was signed.", {"azerbaijan", "Kazakhstan"}),
        ("ru", "Между Узбекистаном и Азербайджаном подписано соглашение.", {"uzbekistan", "azerbaijan"}),
        ("az", "Azərbaycan və Türkiyə arasında əməkdaşlıq memorandumu imzalanıb.", {"azerbaijan", "turkiye"}),
        ("tr", "Türkiye ile Azerbaycan arasında iş birliği anlaşması imzalandı.", {"azerbaijan", "turkiye"}),
    ],
)
def test_countries_that_agree_are_parties(language: str, text: str, told: set[str], drafter: Drafter) -> None:
    assert parties(drafter, text, language) == told


def test_an_adjective_of_two_countries_gives_a_body_to_neither(drafter: Drafter) -> None:
    text = "В рамках узбекско-корейского альянса университет «Альфа» и институт «Бета» подписали соглашение."
    assert "ofCountry" not in {predicate for _, predicate, _ in triples(drafter.draft(text, source(), "ru"))}


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        (
            "en",
            "Alfa University and Beta Institute have signed an agreement. The memorandum was then signed by rector "
            "Anna Kim. By signing the memorandum, Beta Institute and Alfa University open a new page.",
            1,
        ),
        (
            "ru",
            "Университет «Альфа» и институт «Бета» подписали меморандум. Затем меморандум подписал "
            "ректор Пётр Сидоров.",
            1,
        ),
        (
            "en",
            "Alfa University and Beta Institute signed a memorandum. Gamma Academy and Delta Institute signed a "
            "memorandum too.",
            2,
        ),
        (
            "en",
            "On 5 March 2026 Alfa University and Beta Institute signed a memorandum. On 7 March 2026 Alfa University "
            "and Beta Institute signed a memorandum.",
            2,
        ),
        (
            "ru",
            "5 марта 2026 года университет «Альфа» и институт «Бета» подписали меморандум. 7 марта 2026 года "
            "университет «Альфа» и институт «Бета» подписали меморандум.",
            2,
        ),
    ],
)
def test_an_agreement_told_twice_is_one(language: str, text: str, number: int, drafter: Drafter) -> None:
    told = drafter.draft(text, source(), language).proposals
    assert len({t.object for t in told if t.predicate in ("partyTo", "signed")}) == number
