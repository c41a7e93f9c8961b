"""Names in tables are found as they would be by comparing each of them."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Sequence
from functools import cache

import pytest
from anyascii import anyascii
from hypothesis import example, given
from hypothesis import strategies as st

from kg.facts import identity
from kg.facts.identity import Match, NameIndex, fold
from kg.facts.model import Entity, Name, NameRank, Row
from kg.facts.names.directory import Directory, write_names
from kg.facts.names.folding import script
from kg.facts.names.forms import forms_of_words, is_womans
from kg.facts.names.hearing import Sounded
from kg.facts.names.inflection import ANY, CASE, POSSESSED, join_endings
from kg.facts.reading import read_project
from kg.rdf.ontology import Ontology
from kg.resources import Resources


def entity(key: str, *names: str, class_name: str = "Organisation") -> Entity:
    told = tuple(Name(key, "en", text, NameRank.PREFERRED, "") for text in names)
    return Entity(key, class_name, "", (), told, (key,), Row("", 0))


def near_by_comparing_all(things: Sequence[Entity], text: str, limit: int = 8) -> list[Match]:
    """What `NameIndex.near` promises, by a look at every name."""
    found = _near_as_written(things, text, limit)
    return found if found or script(text) == "Latn" else _near_as_written(things, anyascii(text), limit)


def _near_as_written(things: Sequence[Entity], text: str, limit: int) -> list[Match]:
    folded = fold(text)
    if not folded:
        return []
    forms = forms_of_words(join_endings(text, ""), ANY, strict=False)
    names = sorted({(fold(name.text), thing.id) for thing in things for name in thing.names})
    texts = {(fold(name.text), thing.id): name.text for thing in reversed(things) for name in reversed(thing.names)}

    def nearness(key: str) -> float:
        if folded == key:
            return 1.0
        words = set(key.split())
        if forms and all(not words.isdisjoint(known) for known in forms):
            return 0.8 + 0.15 * min(len(folded), len(key)) / max(len(key), len(folded))
        if len(folded) >= 3 and folded in key:
            return 0.7 + 0.15 * len(folded) / len(key)
        return 0.9 * difflib.SequenceMatcher(None, folded, key, autojunk=False).ratio()

    meanings = []
    if not any(nearness(key) >= 0.8 for key, _ in names):
        meanings = identity._meanings(forms, script(text))
    sounded = Sounded.of(folded, forms)
    best: dict[str, Match] = {}
    for key, thing in names:
        found = max(nearness(key), identity._translated(meanings, key), sounded.nearness(key))
        if found >= 0.6 and (thing not in best or found > best[thing].nearness):
            best[thing] = Match(thing, texts[key, thing], found)
    return sorted(best.values(), key=lambda match: (-match.nearness, match.entity))[:limit]


def inflected_by_comparing_all(things: Sequence[Entity], text: str) -> list[str]:
    """The ids of what an inflected name names, by a look at every name."""
    bare = join_endings(text, "")
    for layers in (CASE, POSSESSED):
        forms = forms_of_words(bare, layers, strict=True)
        found = {
            thing.id
            for thing in things
            for name in thing.names
            for words in [fold(name.text).split()]
            if forms and len(words) == len(forms)
            if all(word in known for word, known in zip(words, forms, strict=True))
            if thing.class_name != "Person" or not is_womans(bare, fold(name.text))
        }
        if found:
            return sorted(found)
    return []


@cache
def shipped() -> tuple[Entity, ...]:
    ontology = Ontology(Resources.shipped().ontology)
    return tuple(read_project(Resources.shipped().seeds, ontology.schema, ontology.shapes).entities.values())


@cache
def shipped_index() -> NameIndex:
    return NameIndex({thing.id: thing for thing in shipped()})


ASKED = [
    *("SOCAR", "nazirlik", "министерство", "İqtisadiyyat Nazirliyi", "Davos", "Форум", "мұнай", "clster", "e", "4IR"),
    *("innovation", "инновациялық орталық", "Azərbaycan", "Azerbajan", "мемлекеттік мұнай компаниясы", "technolgy"),
    *("World Economic Foru", "yeni", "—", "Rəqəmsal İnkişaf", "Quidditch", "центр анализа"),
]


@pytest.mark.parametrize("text", ASKED)
def test_in_the_seeds_what_is_near_is_what_a_look_at_every_name_finds(text: str) -> None:
    assert shipped_index().near(text) == near_by_comparing_all(shipped(), text)


@pytest.mark.parametrize("ending", ["", "nin", "dan", "ның", "ға", "а", "ом"])
def test_in_the_seeds_every_inflected_name_leads_where_it_did(ending: str) -> None:
    for thing in shipped()[::5]:
        text = thing.names[0].text + ending
        if not shipped_index()._named(fold(text)) and fold(join_endings(text, "")) == fold(text):
            found = [match.entity for match in shipped_index().exact(text)]
            assert found == inflected_by_comparing_all(shipped(), text), text


WORDS = st.sampled_from(
    ["oil", "oils", "bank", "banks", "state", "стан", "банк", "北京", "beijing", "forum", "sat", "o", "ü"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
THINGS = st.lists(st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=8).map(
    lambda several: [entity(f"t{place}", *dict.fromkeys(names)) for place, names in enumerate(several)]
)


@given(THINGS, NAMES | st.text("abiknostu фст", max_size=12))
@example([entity("t0", "bank")], "банк oil")
@example([entity("t0", "Альфа"), entity("t1", "alma")], "alfa")
def test_whatever_the_names_what_is_near_is_what_a_look_at_every_name_finds(things: list[Entity], text: str) -> None:
    index = NameIndex({thing.id: thing for thing in things})
    assert index.near(text) == near_by_comparing_all(things, text)


@given(THINGS, NAMES | st.text("abiknostu фст", max_size=12))
def test_of_many_names_those_that_hold_the_text_are_all_found(things: list[Entity], text: str) -> None:
    """Only resemblance is looked for among a part of many names."""
    few = identity._FEW
    identity._FEW = 0
    try:
        found = NameIndex({thing.id: thing for thing in things}).near(text, limit=100)
    finally:
        identity._FEW = few
    expected = near_by_comparing_all(things, text, limit=100)
    assert set(found) <= set(expected) or not any(match.nearness >= 0.8 for match in expected)
    holding = [match for match in expected if fold(text) in fold(match.name) and len(fold(text)) >= 3]
    assert {match.entity for match in holding} <= {match.entity for match in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("alfa", "Альфа"),
        ("Alfa-Bank", "Альфа-Банк"),
        ("Сокар", "SOCAR"),
        ("Сокара", "SOCAR"),
        ("Нахчыван", "Naxçıvan"),
        ("Gazprom", "Газпром"),
        ("Qazaqstan", "Қазақстан"),
        ("Beijing Daxue", "北京大学"),
        ("Kuaishou", "快手"),
        ("北京大学", "Beijing Daxue"),
    ],
)
@pytest.mark.parametrize("few", [identity._FEW, 0])
def test_a_name_is_found_by_its_sounds_in_another_script(
    monkeypatch: pytest.MonkeyPatch, text: str, found: str, few: int
) -> None:
    monkeypatch.setattr(identity, "_FEW", few)
    others = ("Banka", "Алма", "Гамма", "Hesabat", "上海大学", "Socrates", "Kuwait")
    index = NameIndex(Directory.of(entity(f"t{at}", name) for at, name in enumerate((found, *others))))
    assert index.near(text)[0].entity == "t0"


@pytest.mark.parametrize("text", ["qqqqqqqqqq", "k", "kk"])
def test_one_sound_is_no_name(text: str) -> None:
    assert NameIndex(Directory.of([entity("t0", "Доступ к рынку")])).near(text) == []


def test_a_slip_of_the_finger_among_thousands_of_names_is_forgiven() -> None:
    things = {f"t{n}": entity(f"t{n}", f"Institute {n} of {n * 7} things") for n in range(identity._FEW)}
    things["ox"] = entity("ox", "University of Oxford")
    index = NameIndex(things)
    assert index.near("Universty of Oxfrd")[0].entity == "ox"
    assert [match.entity for match in index.near("oxford")] == ["ox"]
    assert index.resolve("university of OXFORD") == "ox"


def test_the_same_names_give_the_same_tables_in_any_order() -> None:
    def dump(things: Sequence[Entity]) -> list[str]:
        tables = sqlite3.connect(":memory:")
        write_names(tables, things)
        return list(tables.iterdump())

    assert dump(shipped()) == dump(tuple(reversed(shipped())))


def test_nothing_is_found_in_an_empty_directory() -> None:
    index = NameIndex(Directory.of(()))
    assert (index.exact("a"), index.near("abc"), index.near("nazirlik")) == ([], [], [])
