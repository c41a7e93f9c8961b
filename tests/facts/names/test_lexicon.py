"""The table of institution words, and what is read with it: every cell is found again."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from kg.facts.names.folding import DATA, fold, script
from kg.facts.names.lexicon import ConceptKind, read_lexicon, syllables
from kg.facts.names.territories import abbreviations, country_of_city, home_of, place_names
from kg.facts.names.tokens import TokenKind, read_name

LANGUAGES = ("en", "az", "kk", "ru", "uz", "tr", "zh", "zh-Latn")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The table as it stands."""
    with (DATA / "lexicon.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_concept_stands_once_and_has_a_kind(rows: list[dict[str, str]]) -> None:
    assert tuple(rows[0])[2:] == LANGUAGES
    assert len(rows) > 1400
    assert max(Counter(row["concept"] for row in rows).values()) == 1
    singles = {row["concept"] for row in rows if "+" not in row["concept"]}
    assert {part for row in rows for part in row["concept"].split("+")} <= singles
    assert {row["kind"] for row in rows} <= {kind.value for kind in ConceptKind}


def test_cells_are_in_small_letters_and_hold_no_empty_or_double_variants(rows: list[dict[str, str]]) -> None:
    for row in rows:
        for language in LANGUAGES:
            variants = row[language].split("|") if row[language] else []
            assert all(variant == variant.strip() != "" for variant in variants), row
            assert len(set(variants)) == len(variants), row
            assert all(variant == variant.lower() for variant in variants), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_found_again(rows: list[dict[str, str]], language: str) -> None:
    lexicon = read_lexicon()
    for row in rows:
        for variant in row[language].split("|"):
            words = list(variant) if script(variant) == "Hani" else fold(variant).split()
            if language == "zh-Latn":
                words = list(syllables(variant)) or words
            if words and fold(variant):
                found = lexicon.find([(word,) for word in words], language)
                assert tuple(row["concept"].split("+")) in {phrase.concepts for phrase in found}, (language, variant)


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Ministry of Digital Technologies", "en", ["ministry", "digital", "technology"]),
        ("İqtisadiyyat Nazirliyinin", "az", ["economy", "ministry"]),
        ("Цифрлық технологиялар министрлігі", "kk", ["digital", "technology", "ministry"]),
        ("Министерством цифровых технологий", "ru", ["ministry", "digital", "technology"]),
        ("Raqamli texnologiyalar vazirligi", "uz", ["digital", "technology", "ministry"]),
        ("Рақамли технологиялар вазирлиги", "uz-Cyrl", ["digital", "technology", "ministry"]),
        ("Dijital Teknolojiler Bakanlığı", "tr", ["digital", "technology", "ministry"]),
        ("Süni İntellekt Mərkəzi", "az", ["artificial-intelligence", "centre"]),
        ("нефтегазовый институт", "ru", ["oil", "gas", "institute"]),
        ("化工大学", "zh", ["chemistry", "university"]),
        ("國家科學委員會", "zh", ["state", "science", "committee"]),
        ("Shīfàn Dàxué", "zh-Latn", ["pedagogy", "university"]),
        ("Qazaq Ulttıq Unïversïteti", "kk-Latn", ["national", "university"]),
    ],
)
def test_words_are_read_as_concepts(name: str, language: str, expected: list[str]) -> None:
    told = [token for token in read_name(name, language) if token.kind is not TokenKind.FUNCTION]
    found = [token.concepts for token in told if token.concepts]
    assert len(found) == len(expected)
    assert all(concept in concepts for concept, concepts in zip(expected, found, strict=True)), found


@pytest.mark.parametrize(
    ("name", "language", "kinds"),
    [
        ("SOCAR Polymer", "en", "ACRONYM FIELD"),
        ("SOCAR MMC", "az", "ACRONYM LEGAL"),
        ("М.Х. Дулати", "kk", "INITIAL INITIAL NAME"),
        ("ТАРАЗ УНИВЕРСИТЕТІ", "kk", "NAME BODY"),
        ("Azərbaycan Respublikası", "az", "PLACE FILLER"),
        ("ҚР ҰҰА", "kk", "PLACE ACRONYM"),
        ("АН РУз", "ru", "ACRONYM PLACE"),
        ("School No 5", "en", "BODY NAME NUMBER"),
        ("Part II", "en", "NAME NUMBER"),
        ("Росси́йская академия", "ru", "PLACE BODY"),
        ("Bakı Şəhəri", "az", "PLACE FILLER"),
    ],
)
def test_the_parts_of_a_name_have_kinds(name: str, language: str, kinds: str) -> None:
    assert " ".join(token.kind.name for token in read_name(name, language)) == kinds


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Azərbaycanda", "az", "AZ"),
        ("Өзбекстанның", "kk", "UZ"),
        ("Казахстана", "ru", "KZ"),
        ("Казахский", "ru", "KZ"),
        ("Chinese", "en", "CN"),
        ("Central Asian", "en", "143"),
        ("Московский", "ru", "city:Europe/Moscow"),
        ("Şimali Koreya", "az", "KP"),
        ("中国", "zh", "CN"),
        ("Zhōngguó", "zh-Latn", "CN"),
        ("Nijerya", "tr", "NG"),
        ("Niger", "en", "NE"),
    ],
)
def test_places_are_those_of_cldr(name: str, language: str, code: str) -> None:
    [token] = read_name(name, language)
    assert token.places == {code}


def test_languages_stand_for_the_country_where_they_are_official() -> None:
    assert place_names("en")[("kazakh",)] == "KZ"
    assert ("tatar",) not in place_names("en")
    assert ("english",) not in place_names("en")
    assert place_names("xx") == {}


def test_homes_cities_and_short_forms() -> None:
    assert [home_of(code) for code in ("kk", "uz-Cyrl", "zh", "en", "")] == ["KZ", "UZ", "CN", "", ""]
    assert country_of_city("city:Asia/Tashkent") == "UZ"
    assert country_of_city("city:Mars/Olympus") == ""
    assert abbreviations("ru")["руз"] == "UZ"


@pytest.mark.parametrize(("text", "expected"), [("xian", ["xian"]), ("guangdong", ["guang", "dong"]), ("azər", [])])
def test_pinyin_is_parted_into_syllables(text: str, expected: list[str]) -> None:
    assert list(syllables(text)) == expected


def test_what_means_nothing_is_a_name() -> None:
    assert [token.kind for token in read_name("Qabarma Lümen", "az")] == [TokenKind.NAME, TokenKind.NAME]
    assert read_name("", "az") == read_name("—", "") == ()


def test_a_phrase_is_read_whole_or_apart() -> None:
    whole = read_name("information technology centre", "en")
    apart = read_name("information technology centre", "en", apart=True)
    assert [token.text for token in whole] == ["information technology", "centre"]
    assert [token.text for token in apart] == ["information", "technology", "centre"]
    assert next(iter(read_name("named after Navoi", "en", apart=True))).text == "named after"


def test_pinyin_of_the_table_is_that_of_its_characters(rows: list[dict[str, str]]) -> None:
    assert all(row["zh"] for row in rows if row["zh-Latn"])


def test_a_word_is_of_no_more_kinds_than_the_table_had_reason_for(rows: list[dict[str, str]]) -> None:
    kinds: dict[str, set[str]] = {}
    for row in rows:
        for variant in row["en"].split("|"):
            if variant and "+" not in row["concept"]:
                kinds.setdefault(fold(variant), set()).add(row["kind"])
    assert sum(len(found) > 1 for found in kinds.values()) < 0.02 * len(kinds)
