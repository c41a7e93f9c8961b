"""Names with commas and conjunctions in them stay whole; datelines and slashes name nobody."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.language.layout import as_read, dateline_end
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "The Ministry of Water Resources and Irrigation of Kazakhstan signed a memorandum with the Ministry of "
            "Health, Labour and Welfare of Japan.",
            {"Ministry of Water Resources and Irrigation", "Ministry of Health, Labour and Welfare"},
        ),
        (
            "en",
            "The Ministry of Economy, Alfa University and Bluewave Robotics Co., Ltd. signed a memorandum.",
            {"Ministry of Economy", "Alfa University", "Bluewave Robotics Co., Ltd."},
        ),
        (
            "ru",
            "Министерство науки, высшего образования и инноваций Грузии и компания «Силкнет» подписали меморандум.",
            {"Министерство науки, высшего образования и инноваций", "Силкнет"},
        ),
        (
            "tr",
            "Kültür, Gençlik ve Spor Bakanlığı ile Alfa Üniversitesi arasında protokol imzalandı.",
            {"Kültür, Gençlik ve Spor Bakanlığı", "Alfa Üniversitesi"},
        ),
    ],
)
def test_a_list_of_fields_is_one_name(language: str, text: str, parties: set[str], drafter: Drafter) -> None:
    found = triples(drafter.draft(text, source(), language))
    assert {left for left, predicate, _ in found if predicate == "partyTo"} == parties


def test_a_department_keeps_its_fields(drafter: Drafter) -> None:
    text = "The Department of Foreign Trade, Investment and Tourism of Bursa took part in the Alfa Forum."
    found = {
        left for left, predicate, _ in triples(drafter.draft(text, source(), "en")) if predicate == "participatedIn"
    }
    assert found == {"Department of Foreign Trade, Investment and Tourism of Bursa"}


@pytest.mark.parametrize(
    ("language", "text", "post"),
    [
        ("tr", "Sanayi ve Teknoloji Bakanı Orhan Kaya foruma katıldı.", "Sanayi ve Teknoloji Bakanı"),
        ("tr", "Kültür, Gençlik ve Spor Bakanı Orhan Kaya konuştu.", "Kültür, Gençlik ve Spor Bakanı"),
        (
            "az",
            'Mədəniyyət, gənclər və idman naziri Orxan Kamilov "Alfa" forumunda iştirak edib.',
            "Mədəniyyət, gənclər və idman naziri",
        ),
    ],
)
def test_a_minister_of_several_fields(language: str, text: str, post: str, drafter: Drafter) -> None:
    assert post in {
        o for _, predicate, o in triples(drafter.draft(text, source(), language)) if predicate == "holdsPost"
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TASHKENT, UZBEKISTAN, 5 May (UzA/Dunyo): Alfa University and Beta Institute signed a memorandum."),
        ("en", "Alfa University /Baku/ and 'Beta Institute' /Geneva/ signed a memorandum."),
        ("en", "Baku, May 5, Report. Alfa University and Beta Institute signed a memorandum."),
        ("tr", "Taşkent, 5 Mayıs (AA/TRT): Alfa University ile Beta Institute protokol imzaladı."),
    ],
)
def test_a_dateline_signs_nothing(language: str, text: str, drafter: Drafter) -> None:
    found = triples(drafter.draft(text, source(), language))
    assert {left for left, predicate, _ in found if predicate == "partyTo"} == {"Alfa University", "Beta Institute"}


def test_what_opens_a_line_without_a_day_is_no_dateline() -> None:
    assert dateline_end("Alfa University (AU) - the oldest one - signed.", 0) == -1
    assert dateline_end("Said.\nBaku, 5 May /Report/ - Alfa", 8) == len("Said.\nBaku, 5 May /Report/ -")


def test_a_text_is_read_at_its_own_places() -> None:
    text = "The 'Alfa' hub /Baku/ has 5/6 of it, isn't it 'so'; see a/b/c."
    assert len(as_read(text)) == len(text)
    assert as_read(text) == "The “Alfa” hub (Baku) has 5/6 of it, isn't it 'so'; see a/b/c."
