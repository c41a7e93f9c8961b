"""One node for a thing: folding of names, looking up, and judgements on ids."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.facts.identity import NameIndex, fold, merge_ids
from kg.facts.model import Decision, Judgement, NameRank, Row
from kg.facts.problems import CallError, Problem
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.facts.making import date, entity
from tests.tiny_project import SHAPES


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Azerbaijani and Turkish: dotted and dotless i, schwa.
        ("İqtisadiyyat Nazirliyi", "İQTİSADİYYAT NAZİRLİYİ"),
        ("İqtisadiyyat Nazirliyi", "iqtisadiyyat nazirliyi"),
        ("Sumqayıt", "SUMQAYIT"),
        ("Sumqayıt", "Sumqayit"),
        ("Azərbaycan", "AZƏRBAYCAN"),
        ("Azərbaycan", "Azerbaycan"),
        ("Türkiye Cumhuriyeti", "TÜRKİYE CUMHURİYETİ"),
        ("Türkiye", "Turkiye"),
        ("Işık", "IŞIK"),
        ("Çağrı", "cagri"),
        # Kazakh and Russian in Cyrillic.
        ("Өзбекстан", "ӨЗБЕКСТАН"),
        ("Ұлттық банк", "ҰЛТТЫҚ БАНК"),
        ("Әзірбайжан", "ӘЗІРБАЙЖАН"),
        ("Королёв", "Королев"),
        ("Российская Федерация", "РОССИЙСКАЯ ФЕДЕРАЦИЯ"),
        # Uzbek in Latin letters, with whichever apostrophe.
        ("Oʻzbekiston", "O'zbekiston"),
        ("Oʻzbekiston", "O‘zbekiston"),
        ("G`alaba", "Gʻalaba"),
        # English and the rest.
        ("SOCAR  Polymer", "socar polymer"),
        ('"SOCAR Polymer" LLC', "SOCAR Polymer, LLC"),
        ("«Узбекнефтегаз»", "Узбекнефтегаз"),
        ("Center–Network", "center network"),
        ("Straße", "STRASSE"),
        ("Ｌｕｍｅｎ", "Lumen"),
        ("№ 5", "No 5"),
        ("e\u0301tat", "état"),
        ("й", "и\u0306"),
    ],
)
def test_writings_of_one_name_are_equal(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SOCAR", "SOCAR Polymer"),
        ("Май", "Маи"),
        ("їжак", "іжак"),
        ("Қазан", "Казан"),
        ("Әли", "Али"),
        ("Center 1", "Center 2"),
        ("Center", "Centre"),
        ("ITU Center", "ITU Centers"),
        ("Uzbekistan", "Узбекистан"),
        ("中国", "中國"),
    ],
)
def test_different_names_stay_different(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(max_size=20))
@example("Ǽ")
@example("№")
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=20))
def test_folding_does_not_depend_on_normal_form(name: str) -> None:
    forms = {fold(unicodedata.normalize(form, name)) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert forms == {fold(name)}


@given(st.text(st.sampled_from("abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"), max_size=20))
def test_azerbaijani_capitals_do_not_matter(name: str) -> None:
    def upper(text: str) -> str:
        return text.replace("i", "İ").replace("ı", "I").upper()

    assert fold(upper(name)) == fold(name)


@pytest.fixture
def index() -> NameIndex:
    """Two companies with one acronym, and one that is alike."""
    things = [
        entity("state-oil", "SOCAR", "State Oil Company", "SOK"),
        entity("socar-polymer", "SOCAR Polymer", "SOK", ids=("polymer-llc",)),
        entity("nameless"),
    ]
    return NameIndex({thing.id: thing for thing in things})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOCAR", "state-oil"),
        ("socar", "state-oil"),
        ("  “Socar”, ", "state-oil"),
        ("socar-polymer", "socar-polymer"),
        ("SOCAR polymer", "socar-polymer"),
        ("polymer-llc", "socar-polymer"),
        ("nameless", "nameless"),
        ("state oil company", "state-oil"),
    ],
)
def test_a_thing_is_found_by_its_ids_and_names(index: NameIndex, text: str, expected: str) -> None:
    assert index.resolve(text) == expected
    assert [match.entity for match in index.exact(text)] == [expected]


def test_a_name_of_several_things_lists_them(index: NameIndex) -> None:
    with pytest.raises(CallError) as caught:
        index.resolve("sok")
    assert str(caught.value) == (
        "'sok' names several things. Did you mean one of these? Give its id:\n"
        "  socar-polymer  (SOK)\n"
        "  state-oil  (SOK)"
    )


def test_a_name_that_is_only_near_lists_candidates_and_is_not_taken(index: NameIndex) -> None:
    with pytest.raises(CallError) as caught:
        index.resolve("Polymer")
    assert str(caught.value) == (
        "nothing is named 'Polymer'. Did you mean one of these? Give its id:\n  socar-polymer  (SOCAR Polymer)"
    )


@pytest.mark.parametrize("text", ["", " ", "—", "Quidditch"])
def test_a_name_of_nothing_says_so(index: NameIndex, text: str) -> None:
    with pytest.raises(CallError) as caught:
        index.resolve(text)
    assert str(caught.value) == f"nothing is named '{text}'. Look for it with: kg find NAME"


def test_near_names_come_best_first_and_no_more_than_asked(index: NameIndex) -> None:
    assert [match.entity for match in index.near("SOCAR")] == ["state-oil", "socar-polymer"]
    assert [match.entity for match in index.near("SOCAR", limit=1)] == ["state-oil"]
    assert index.near("SOCAR")[0].nearness == 1.0
    assert [match.entity for match in index.near("Socra Polimer")] == ["socar-polymer"]


@given(st.text(max_size=30))
def test_any_text_is_looked_up(text: str) -> None:
    things = NameIndex({"a": entity("a", "SOCAR"), "b": entity("b", "Центр 4.0")})
    for match in things.near(text):
        assert 0.6 <= match.nearness <= 1.0


def decide(*judgements: tuple[str, str, str]) -> tuple[dict[str, str], list[str]]:
    """What decisions on the ids a to e make of them, and what is wrong."""
    day = date("2031-06-02")
    assert day is not None
    decisions = [
        Decision(left, right, Judgement(judgement), "T", day, "", Row("decisions.csv", line))
        for line, (left, judgement, right) in enumerate(judgements, 2)
    ]
    problems: list[Problem] = []
    return merge_ids("abcde", decisions, problems), [str(problem) for problem in problems]


def test_without_decisions_each_id_is_its_own_node() -> None:
    assert decide() == ({key: key for key in "abcde"}, [])


@pytest.mark.parametrize(
    "judgements",
    [
        [("a", "same", "b"), ("b", "same", "c")],
        [("c", "same", "b"), ("b", "same", "a")],
        [("c", "same", "a"), ("c", "same", "b")],
        [("b", "same", "c"), ("c", "same", "b"), ("c", "same", "a"), ("a", "same", "b")],
    ],
)
def test_a_chain_of_judgements_leads_to_the_first_id(judgements: list[tuple[str, str, str]]) -> None:
    assert decide(*judgements) == ({"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}, [])


def test_different_and_unsure_merge_nothing() -> None:
    assert decide(("a", "different", "b"), ("c", "unsure", "d")) == ({key: key for key in "abcde"}, [])


def test_a_contradicted_chain_names_its_rows() -> None:
    _, problems = decide(
        ("a", "same", "b"), ("d", "same", "e"), ("b", "same", "c"), ("c", "different", "a"), ("d", "different", "e")
    )
    assert problems == [
        "decisions.csv:5: 'c' and 'a' are judged different here, but the same by lines 2, 4."
        " Correct one of these judgements.",
        "decisions.csv:6: 'd' and 'e' are judged different here, but the same by line 3."
        " Correct one of these judgements.",
    ]


PAIRS = st.lists(st.tuples(st.sampled_from("abcde"), st.just("same"), st.sampled_from("abcde")), max_size=6)


@given(PAIRS.flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))))
def test_merging_is_an_equivalence_whatever_the_order(orders: tuple[list[tuple[str, str, str]], ...]) -> None:
    (nodes, _), (others, _) = decide(*orders[0]), decide(*orders[1])
    assert nodes == others
    assert all(nodes[left] == nodes[right] for left, _, right in orders[0])
    assert all(nodes[node] == node and node <= key for key, node in nodes.items())


def test_merged_ids_share_names_and_facts(tiny: Path, schema: Schema) -> None:
    project = read_project(tiny, schema, SHAPES)
    index = NameIndex(project.entities)
    assert {index.resolve(name) for name in ("tidal-works-jsc", "Qabarma İşləri ASC", "TIDAL WORKS JSC")} == {
        "tidal-works"
    }
    assert "tidal-works-jsc" not in project.entities
    assert project.entities["tidal-works"].ids == ("tidal-works", "tidal-works-jsc")


@pytest.fixture(scope="module")
def shipped() -> NameIndex:
    """The names of the shipped seeds."""
    ontology = Ontology(Resources.shipped().ontology)
    return NameIndex(read_project(Resources.shipped().seeds, ontology.schema, ontology.shapes).entities)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["SOCAR", "socar"], "socar"),
        (["SOCAR Polymer", '"SOCAR Polymer"'], "socar-polymer"),
        (["Azerbaijan", "Azərbaycan", "AZƏRBAYCAN RESPUBLİKASI", "Әзірбайжан"], "azerbaijan"),
    ],
)
def test_names_in_the_seeds_lead_to_one_thing_and_look_alikes_stay_apart(
    shipped: NameIndex, names: list[str], expected: str
) -> None:
    assert {shipped.resolve(name) for name in names} == {expected}


def test_what_is_near_socar_is_offered_but_not_taken(shipped: NameIndex) -> None:
    assert shipped.near("SOCAR")[0].entity == "socar"
    assert {"socar-polymer", "socar-karbamid"} <= {match.entity for match in shipped.near("SOCAR")}
    with pytest.raises(CallError, match=r"nothing is named 'SOCAR Polymers'"):
        shipped.resolve("SOCAR Polymers")


def test_no_name_that_is_shown_in_the_seeds_is_another_thing_too(shipped: NameIndex) -> None:
    """Sources call two centers "Regional Acceleration Center"; what readers are shown must tell them apart."""
    ontology = Ontology(Resources.shipped().ontology)
    project = read_project(Resources.shipped().seeds, ontology.schema, ontology.shapes)
    shared = {
        name.text: [match.entity for match in shipped.exact(name.text)]
        for thing in project.entities.values()
        for name in thing.names
        if name.rank in (NameRank.PREFERRED, NameRank.RENDERING) and len(shipped.exact(name.text)) > 1
    }
    assert shared == {}
    with pytest.raises(CallError, match=r"'regional acceleration center' names several things"):
        shipped.resolve("regional acceleration center")


@pytest.mark.parametrize("text", ["Сокар", "Сокара", "СОКАР"])
def test_a_name_in_another_script_leads_to_one_that_sounds_like_it(text: str, shipped: NameIndex) -> None:
    assert [match.entity for match in shipped.near(text)][:1] == ["socar"]
