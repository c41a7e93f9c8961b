"""Words and names in the cases that texts put them in."""

from __future__ import annotations

import csv

import pytest

from kg.facts.identity import NameIndex
from kg.facts.model import Entity, Name, NameRank, Row
from kg.facts.names.folding import DATA
from kg.facts.names.inflection import ANY, CASE, POSSESSED, RELATED, bases, is_ending, join_endings, languages
from kg.facts.problems import CallError


@pytest.mark.parametrize(
    ("word", "language", "base"),
    [
        # Azerbaijani: all cases, buffers, softened k and q.
        *[(word, "az", "nazirlik") for word in ("nazirliyin", "nazirliyə", "nazirliyi", "nazirlikdə", "nazirlikdən")],
        ("nazirliyinin", "az", "nazirlik"),
        ("nazirliyindən", "az", "nazirlik"),
        ("nazirliklərinin", "az", "nazirlik"),
        ("forumunun", "az", "forum"),
        ("forumuna", "az", "forum"),
        ("mərkəzindəki", "az", "mərkəz"),
        ("uşağın", "az", "uşaq"),
        ("agentliyi", "az", "agentlik"),
        # Turkish.
        ("bakanlığının", "tr", "bakanlık"),
        ("üniversitesinde", "tr", "üniversite"),
        ("merkezlerinden", "tr", "merkez"),
        ("kitabın", "tr", "kitap"),
        # Uzbek, both scripts.
        ("vazirligining", "uz", "vazirlik"),
        ("markazidagi", "uz", "markaz"),
        ("tarmogʻida", "uz", "tarmoq"),
        ("вазирлигининг", "uz", "вазирлик"),
        # Kazakh, Cyrillic and Latin.
        ("орталығының", "kk", "орталық"),
        ("министрлігіне", "kk", "министрлік"),
        ("университетінің", "kk", "университет"),
        ("технологияларды", "kk", "технология"),
        ("қазақстанда", "kk", "қазақстан"),
        ("komïtetiniñ", "kk", "komïtet"),
        # Russian.
        ("министерством", "ru", "министерство"),
        ("министерстве", "ru", "министерство"),
        ("агентствами", "ru", "агентство"),
        ("академией", "ru", "академия"),
        ("технологий", "ru", "технология"),
        ("развитию", "ru", "развитие"),
        ("государственного", "ru", "государственный"),
        ("российской", "ru", "российский"),
        ("областью", "ru", "область"),
        ("наук", "ru", "наука"),
        # English.
        ("agencies", "en", "agency"),
        ("centers", "en", "center"),
    ],
)
def test_a_word_leads_to_its_base(word: str, language: str, base: str) -> None:
    assert base in bases(word, language)


@pytest.mark.parametrize(
    ("word", "language", "base"),
    [("московский", "ru", "москва"), ("самаркандский", "ru", "самарканд"), ("azerbaijani", "en", "azerbaijan")],
)
def test_an_adjective_of_a_place_leads_to_the_place(word: str, language: str, base: str) -> None:
    assert base in bases(word, language, RELATED)
    assert base not in bases(word, language, ANY)


def test_the_word_itself_comes_first_and_no_word_is_taken_apart_without_a_table() -> None:
    assert bases("forumunun", "az")[0] == "forumunun"
    assert bases("forumunun", "xx") == ("forumunun",)
    assert bases("", "az") == ("",)


def test_vowels_must_agree_where_asked() -> None:
    assert "əliyev" not in bases("əliyeva", "az", CASE, strict=True)
    assert "əliyev" in bases("əliyevə", "az", CASE, strict=True)
    assert "əliyev" in bases("əliyeva", "az", CASE)


def test_a_bare_case_leaves_the_possessive() -> None:
    assert "nazirlik" not in bases("nazirliyinin", "az", CASE)
    assert "nazirlik" in bases("nazirliyinin", "az", POSSESSED)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("WEF-in təşəbbüsü", "az", "WEF təşəbbüsü"),
        ("SOCAR-ın", "az", "SOCAR"),
        ("TÜBİTAK'ın", "tr", "TÜBİTAK"),
        ("«Самұрық-Қазына»-ның", "kk", "«Самұрық-Қазына»"),
        ("ITU’s Center", "en", "ITU Center"),
        ("БҰҰ-ға", "", "БҰҰ"),
        # No endings: a double name, letters of Uzbek, a model's number.
        ("Qvineya-Bisau", "az", "Qvineya-Bisau"),
        ("O'zbekiston", "uz", "O'zbekiston"),
        ("elmi-tədqiqat", "az", "elmi-tədqiqat"),
        ("Ала-Тоо", "ru", "Ала-Тоо"),
    ],
)
def test_endings_written_apart_are_left_out(text: str, language: str, expected: str) -> None:
    assert join_endings(text, language) == expected


def test_endings_are_those_of_the_language() -> None:
    assert is_ending("nin", "az")
    assert not is_ending("нің", "az")
    assert is_ending("нің", "")


def test_the_table_holds_what_it_says() -> None:
    with (DATA / "endings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["language"] for row in rows} == set(languages())
    layers = {"case", "copula", "possessive", "plural", "gender", "related", "language", "back", "front"}
    assert {row["layer"] for row in rows} == layers
    assert all(row["endings"].split() for row in rows)


def thing(key: str, language: str, *names: str, class_name: str = "Company") -> Entity:
    listed = tuple(Name(key, language, text, NameRank.ALTERNATIVE, "") for text in names)
    return Entity(key, class_name, "", (), listed, (key,), Row("entities.csv", 2))


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """Look-alikes of many kinds."""
    things = [
        thing("ministry", "az", "nazirlik"),
        thing("economy", "az", "İqtisadiyyat Nazirliyi"),
        thing("economy-ru", "ru", "Министерство экономики"),
        thing("forum", "az", "Dünya İqtisadi Forumu", "WEF"),
        thing("socar", "az", "SOCAR"),
        thing("polymer", "az", "SOCAR Polymer"),
        thing("one", "az", "Regional Mərkəz"),
        thing("other", "az", "Regional Mərkəz"),
        thing("center", "kk", "Цифрлық технологиялар орталығы", "орталық"),
        thing("fund", "kk", "«Самұрық-Қазына»"),
        thing("sherzod", "kk", "Шерзод Шерматов", class_name="Person"),
        thing("aliyev", "ru", "Ильхам Алиев", class_name="Person"),
        thing("leyla", "ru", "Лейла Алиев", class_name="Person"),
        thing("tubitak", "tr", "TÜBİTAK"),
        thing("bank", "uz", "Oʻzbekiston Milliy banki"),
    ]
    return NameIndex({one.id: one for one in things})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nazirliyinin", "ministry"),
        ("İqtisadiyyat Nazirliyinin", "economy"),
        ("İqtisadiyyat Nazirliyindən", "economy"),
        ("министерством экономики", "economy-ru"),
        ("Dünya İqtisadi Forumunun", "forum"),
        ("Dünya İqtisadi Forumunda", "forum"),
        ("WEF-in", "forum"),
        ("SOCAR-ın", "socar"),
        ("SOCAR'ın", "socar"),
        ("SOCAR Polymerin", "polymer"),
        ("орталығының", "center"),
        ("Цифрлық технологиялар орталығының", "center"),
        ("«Самұрық-Қазына»-ның", "fund"),
        ("Шерзод Шерматовтың", "sherzod"),
        ("Шерзода Шерматова", "sherzod"),
        ("Ильхама Алиева", "aliyev"),
        ("TÜBİTAK'ın", "tubitak"),
        ("Oʻzbekiston Milliy bankining", "bank"),
    ],
)
def test_an_inflected_name_names_its_thing(index: NameIndex, text: str, expected: str) -> None:
    assert index.resolve(text) == expected
    assert [match.nearness for match in index.exact(text)] == [1.0]


@pytest.mark.parametrize("text", ["SOCAR Polymers", "Polymer", "Лейла Алиева", "SOC", "İqtisadiyyat", "Forumunun"])
def test_look_alikes_are_not_taken(index: NameIndex, text: str) -> None:
    with pytest.raises(CallError, match="nothing is named"):
        index.resolve(text)


def test_an_inflected_name_of_two_things_lists_both(index: NameIndex) -> None:
    with pytest.raises(CallError, match="names several things"):
        index.resolve("Regional Mərkəzin")
    assert [match.entity for match in index.exact("Regional Mərkəzin")] == ["one", "other"]


def test_a_word_of_another_language_finds_what_means_the_same(index: NameIndex) -> None:
    found = [match.entity for match in index.near("министерством")]
    assert found[0] == "economy-ru"
    assert "economy" in [match.entity for match in index.near("ministries of economy")]
