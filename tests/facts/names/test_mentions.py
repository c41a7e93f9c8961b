"""Known names in running text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.model import Entity, Name, NameRank, Row
from kg.facts.names.mentions import MentionFinder


def thing(key: str, *names: tuple[str, str], class_name: str = "Organisation") -> Entity:
    told = tuple(Name(key, language, text, NameRank.PREFERRED, "") for language, text in names)
    return Entity(key, class_name, "", (), told, (key,), Row("", 0))


FINDER = MentionFinder(
    [
        thing("wef", ("az", "Dünya İqtisadi Forumu"), ("en", "World Economic Forum"), ("az", "WEF"), ("az", "DİF")),
        thing("network", ("az", "Dünya İqtisadi Forumunun Mərkəzləri Şəbəkəsi")),
        thing("ministry", ("kk", "Цифрлық технологиялар министрлігі"), ("ru", "Министерство цифровых технологий")),
        thing("socar", ("az", "SOCAR")),
        thing("socar-polymer", ("az", "SOCAR Polymer"), ("ru", "СОКАР Полимер")),
        thing("ada", ("az", "ADA"), ("en", "ADA University")),
        thing("c4ir", ("az", "4SİM")),
        thing("report", ("az", "Report"), ("en", "Report")),
        thing("technologies", ("en", "technologies"), ("az", "texnologiyalar")),
        thing("center-1", ("az", "Regional Mərkəz")),
        thing("center-2", ("az", "Regional Mərkəz")),
        thing("peking", ("zh", "北京大学")),
        thing("anar", ("ru", "Анар Ахундов"), class_name="Person"),
        thing("markaz", ("uz", "Oʻzbekiston Milliy Markazi")),
        thing("dernek", ("tr", "Türk Tarih Kurumu")),
        thing("tatarstan", ("kk", "Татарстан"), class_name="Region"),
    ]
)


def found(text: str, language: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return [(text[each.start : each.end], each.entities) for each in FINDER.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Dünya İqtisadi Forumundan xəbər var.", "az", [("Dünya İqtisadi Forumundan", ("wef",))]),
        ("WEF-in hesabatı", "az", [("WEF-in", ("wef",))]),
        ("Bu, Dünya İqtisadi Forumudur.", "az", [("Dünya İqtisadi Forumudur", ("wef",))]),
        ("the World Economic Forum’s report", "en", [("World Economic Forum’s", ("wef",))]),
        ("Цифрлық технологиялар министрлігінен", "kk", [("Цифрлық технологиялар министрлігінен", ("ministry",))]),
        ("с Министерством цифровых технологий", "ru", [("Министерством цифровых технологий", ("ministry",))]),
        ("«СОКАР Полимер»-дің зауыты", "kk", [("СОКАР Полимер»-дің", ("socar-polymer",))]),
        ("Oʻzbekiston Milliy Markazida", "uz", [("Oʻzbekiston Milliy Markazida", ("markaz",))]),
        ("O‘zbekiston Milliy Markaziga", "uz", [("O‘zbekiston Milliy Markaziga", ("markaz",))]),
        ("Türk Tarih Kurumu'nun kararı", "tr", [("Türk Tarih Kurumu'nun", ("dernek",))]),
        ("4SİM-in təşkilatçılığı ilə", "az", [("4SİM-in", ("c4ir",))]),
        ("在北京大學學習", "zh", [("北京大學", ("peking",))]),
        ("Анара Ахундова назначили", "ru", [("Анара Ахундова", ("anar",))]),
        ("Татарстан желіге кірді. Екі татарстандық ұйым бар.", "kk", [("Татарстан", ("tatarstan",))]),
    ],
)
def test_names_are_found_in_their_forms(text: str, language: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text, language) == expected
    assert found(text) == expected


def test_the_longest_name_is_taken_and_nothing_inside_it() -> None:
    text = "Dünya İqtisadi Forumunun Mərkəzləri Şəbəkəsində SOCAR Polymerin yeri"
    assert found(text, "az") == [
        ("Dünya İqtisadi Forumunun Mərkəzləri Şəbəkəsində", ("network",)),
        ("SOCAR Polymerin", ("socar-polymer",)),
    ]


def test_a_name_of_several_things_gives_all_of_them() -> None:
    assert found("Regional Mərkəzə", "az") == [("Regional Mərkəzə", ("center-1", "center-2"))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The new technologies are here.", "en"),
        ("Yeni texnologiyalar gəlir.", "az"),
        ("Bu ada gözəldir.", "az"),
        ("Dünya bazarı, iqtisadi artım və forum.", "az"),
        ("Report it today. Nobody can report it twice.", "en"),
        ("It ended in SOCARIAN style.", "en"),
        ("4sim kart aldım.", "az"),
        ("Dünya İqtisadi. Forumu gözləyirik.", "az"),
        ("Пришла Анар Ахундова.", "ru"),
        ("Report it today. He reads reports and writes of reporters.", "en"),
        ("Report it today. Hesabatı reportun özü yazır.", "az"),
        ("министерство технологий", "ru"),
    ],
)
def test_common_words_and_other_things_are_no_mention(text: str, language: str) -> None:
    assert found(text, language) == []


@given(st.text(alphabet="WEFSOCARPolymer Dünyaİqtisadi.-’'»«\nin", max_size=80))
def test_mentions_stand_in_order_and_apart(text: str) -> None:
    mentions = FINDER.find(text)
    assert all(0 <= each.start < each.end <= len(text) for each in mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))


def test_order_of_the_things_does_not_matter() -> None:
    things = [thing("a", ("az", "Alfa Beta")), thing("b", ("az", "Alfa Beta")), thing("c", ("az", "Beta Qamma"))]
    text = "Alfa Beta Qamma"
    assert MentionFinder(things).find(text) == MentionFinder(things[::-1]).find(text)
