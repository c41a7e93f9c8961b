"""English bodies that are parts of others, whose they are, and that alone do what is told of them."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

PARTS = [
    ("The Institute of Physics of Karachi University", "Institute of Physics", "belongsTo", "Karachi University"),
    ("The Faculty of Law of Karachi University", "Faculty of Law", "belongsTo", "Karachi University"),
    ("The Gul Research Center of Karachi University", "Gul Research Center", "belongsTo", "Karachi University"),
    ("The Center for Chemical and Biological Studies of Karachi University",
     "Center for Chemical and Biological Studies", "belongsTo", "Karachi University"),
    ("The Department of Water of the Ministry of Soil", "Department of Water", "subordinateTo", "Ministry of Soil"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "part", "predicate", "whole"), PARTS, ids=[part for _, part, _, _ in PARTS])
def test_a_part_is_its_own_thing(drafter: Drafter, words: str, part: str, predicate: str, whole: str) -> None:
    told = triples(drafter.draft(f"{words} signed a memorandum with Gul Bank.", source(), "en"))
    assert (part, predicate, whole) in told
    assert {who for who, does, _ in told if does == "partyTo"} == {part, "Gul Bank"}


@pytest.mark.parametrize(
    "name",
    [
        "National Academy of Sciences of the Republic of Fenland",
        "European Association of Research Universities",
        "Gul Institute of Physical and Chemical Research",
        "Department of Labour and Social Protection",
    ],
)
def test_a_name_with_several_of_is_whole(drafter: Drafter, name: str) -> None:
    told = triples(drafter.draft(f"The {name} signed a memorandum with Gul Bank.", source(), "en"))
    assert {who for who, does, _ in told if does == "partyTo"} == {name, "Gul Bank"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Azerbaijani Ministry of Energy and Gul Power signed an agreement.", "azerbaijan"),
        ("Gul Power and the Turkish Ministry of Energy signed an agreement.", "turkiye"),
    ],
)
def test_whose_ministry_it_is(drafter: Drafter, text: str, country: str) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    assert ("Ministry of Energy", "ofCountry", country) in told


def test_a_minister_is_not_his_deputy(drafter: Drafter) -> None:
    text = "The Ministry of Economy of Azerbaijan held the forum. Minister of Economy Ali Berg spoke at the forum."
    draft = drafter.draft(text, source(), "en")
    posts = {told.object for told in draft.proposals if told.predicate == "holdsPost"}
    assert len(posts) == 1
    assert "deputy-minister-of-economy-azerbaijan" not in posts


def test_the_end_of_a_site_is_no_body(drafter: Drafter) -> None:
    text = "Baku. 30 January. REPORT.AZ/ The Gul Agency and the Berg Agency have signed a memorandum."
    told = triples(drafter.draft(text, source(), "en"))
    assert {who for who, does, _ in told if does == "partyTo"} == {"Gul Agency", "Berg Agency"}


RUSSIAN = [
    ("Институт экономики Томского университета", "Институт экономики", "belongsTo", "Томский университет"),
    ("Факультет права Томского университета", "Факультет права", "belongsTo", "Томский университет"),
    ("Ассоциация выпускников Томского университета", "Ассоциация выпускников", "belongsTo", "Томский университет"),
    ("Центр цифровых технологий Министерства экономики", "Центр цифровых технологий", "belongsTo",
     "Министерство экономики"),
    ("Департамент науки Министерства образования", "Департамент науки", "subordinateTo", "Министерство образования"),
    ("Институт физики Национальной академии наук", "Институт физики", "belongsTo", "Национальная академия наук"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "part", "predicate", "whole"), RUSSIAN, ids=[part for _, part, _, _ in RUSSIAN])
def test_a_russian_part_is_its_own_thing(drafter: Drafter, words: str, part: str, predicate: str, whole: str) -> None:
    told = triples(drafter.draft(f"{words} и Гуль-банк подписали договор.", source(), "ru"))
    assert {does for one, does, other in told if (one, other) == (part, whole)} == {predicate}
    assert {who for who, does, _ in told if does == "partyTo"} == {part, "Гуль-банк"}


@pytest.mark.parametrize("name", ["Союз ректоров университетов", "Академия наук", "Томский институт экономики и права"])
def test_a_russian_name_is_whole(drafter: Drafter, name: str) -> None:
    told = triples(drafter.draft(f"{name} и Гуль-банк подписали договор.", source(), "ru"))
    assert {who for who, does, _ in told if does == "partyTo"} == {name, "Гуль-банк"}


def test_a_part_of_what_an_acronym_names(drafter: Drafter) -> None:
    told = triples(drafter.draft("Факультет права ТГУ открыл лабораторию.", source(), "ru"))
    assert ("Факультет права", "belongsTo", "ТГУ") in told


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("tr", "Arman Üniversitesi Hukuk Fakültesi Gül Bankası ile protokol imzaladı.",
         ("Hukuk Fakültesi", "belongsTo", "Arman Üniversitesi")),
        ("tr", "Ekonomi Bakanlığı Enerji Genel Müdürlüğü bir forum düzenledi.",
         ("Enerji Genel Müdürlüğü", "subordinateTo", "Ekonomi Bakanlığı")),
        ("uz", "Arman universiteti Huquq fakulteti dekani Alisher Karimov forumda so‘zga chiqdi.",
         ("Huquq fakulteti", "belongsTo", "Arman universiteti")),
    ],
)  # fmt: skip
def test_a_unit_right_behind_its_body(drafter: Drafter, code: str, text: str, told: tuple[str, str, str]) -> None:
    found = triples(drafter.draft(text, source(), code))
    assert told in found
    assert told[2] not in {who for who, does, _ in found if does in ("partyTo", "operates")}
