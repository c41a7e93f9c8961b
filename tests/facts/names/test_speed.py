"""Short cuts that leave every score as it is: bounds, what is kept of tokens, and pairs that are not compared."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.model import Entity, Name, NameRank, Project, Row
from kg.facts.names import pruning, resemblance
from kg.facts.names.alignment import align
from kg.facts.names.blocking import candidate_pairs
from kg.facts.names.folding import likeness
from kg.facts.names.matching import compare_names
from kg.facts.names.nearness import nearest
from kg.facts.names.proposing import FROM, Proposal, propose
from kg.facts.names.resemblance import Ceiling, Context, compare
from kg.facts.names.tokens import Token, read_name
from kg.facts.names.weighing import weigh
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.rdf.ontology import Ontology
from kg.resources import Resources

DEVELOPMENT = Path(__file__).parents[3] / "benchmarks" / "names" / "pairs_dev.csv"
LANGUAGES = ("az", "en", "kk", "ru", "tr", "uz", "zh", "")
SOUNDED = st.lists(st.text("abdeghiklmnorstuvyzCJSж", min_size=1, max_size=9), min_size=1, max_size=4)
WORDS = [
    *("Ministry", "of", "Health", "institute", "Baku", "SOCAR", "BTİ", "Nanjing"),
    *("Dong", "Hwa", "昆明", "大学", "нефти", "академия", "наук", "Гаджиев"),
    *("Hajiyev", "7", "II", "и", "səhiyyə", "nazirliyi", "орталығы", "Jiaotong"),
    *("Tong", "university", "state", "(branch)", "disease", "control", "Ltd", "I."),
    *("Шерматов", "WEF"),
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
LEAST = st.sampled_from((0.65, 0.75, 0.85, 0.9))


def plain(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same tokens, uncounted, so that nothing is kept of them."""
    bare = tuple(replace(token) for token in tokens)
    assert all(token.said == 0 for token in bare)
    return bare


@given(SOUNDED, SOUNDED, LEAST)
def test_the_nearest_sounds_are_those_of_all_likenesses(left: list[str], right: list[str], least: float) -> None:
    every = max((likeness(a, b), min(len(a), len(b))) for a in left for b in right)
    found = nearest(left, right, least)
    assert found == every if every[0] >= least else found[0] < least


@given(st.text("abdeghiklmnorstuvyzCJS", min_size=1, max_size=10), st.integers(0, 9), st.sampled_from("aehkmgz"), LEAST)
def test_no_near_sound_is_passed_over(word: str, at: int, letter: str, least: float) -> None:
    other = word[:at] + letter + word[at + 1 :]
    if likeness(word, other) >= least:
        assert nearest([word], [other], least)[0] == likeness(word, other)


@given(NAMES, st.sampled_from(LANGUAGES), NAMES, st.sampled_from(LANGUAGES))
def test_what_is_kept_of_tokens_changes_nothing(left: str, language: str, right: str, other_language: str) -> None:
    ones, others = read_name(left, language), read_name(right, other_language)
    for _ in range(2):
        assert align(ones, others, language, other_language) == align(
            plain(ones), plain(others), language, other_language
        )
        assert weigh(ones, others, language, other_language) == weigh(
            plain(ones), plain(others), language, other_language
        )


def test_what_is_kept_of_tokens_changes_nothing_on_names_of_the_benchmark() -> None:
    with DEVELOPMENT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        languages = row["left_language"], row["right_language"]
        for apart in (False, True):
            ones = read_name(row["left"], languages[0], apart=apart)
            others = read_name(row["right"], languages[1], apart=apart)
            assert weigh(ones, others, *languages) == weigh(plain(ones), plain(others), *languages)


def test_a_name_without_phrases_is_read_apart_as_it_is_read() -> None:
    with DEVELOPMENT.open(encoding="utf-8", newline="") as file:
        sides = [(row[side], row[f"{side}_language"]) for row in csv.DictReader(file) for side in ("left", "right")]
    same = [side for side in sides if read_name(*side) is read_name(*side, apart=True)]
    assert 10 < len(same) < len(sides)
    assert all(" " not in token.text for side in same for token in read_name(*side))


def entity(key: str, class_name: str, identifiers: tuple[str, ...], *names: str) -> Entity:
    made = tuple(Name(key, "en", text, NameRank.PREFERRED, "") for text in names)
    return Entity(key, class_name, "", identifiers, made, (key,), Row("", 0))


CLASSES = st.sampled_from(("Company", "City", "Organisation", "Country", "Person", "University"))
IDENTIFIERS = st.lists(st.sampled_from(("ror:1", "ror:2", "lei:1", "geonames:3")), max_size=2, unique=True).map(tuple)
COUNTRIES = st.frozensets(st.sampled_from(("azerbaijan", "china")), max_size=1)


@given(CLASSES, CLASSES, IDENTIFIERS, IDENTIFIERS, COUNTRIES, COUNTRIES, st.booleans())
def test_no_pair_scores_more_than_its_ceiling(
    first: str,
    second: str,
    own: tuple[str, ...],
    other: tuple[str, ...],
    home: frozenset[str],
    abroad: frozenset[str],
    related: bool,
) -> None:
    one, two = entity("a", first, own, "Lumen Center"), entity("b", second, other, "Lumen Center")
    near = {"a": frozenset({"b"}), "b": frozenset({"a"})} if related else {}
    context = Context(SCHEMA, {"a": home, "b": abroad}, near)
    # With one name, the ceiling is what they get.
    assert compare(one, two, context).score == Ceiling(context).of(one, two)


SCHEMA = Ontology(Resources.shipped().ontology).schema


def test_the_seeds_proposals_are_those_of_all_candidate_pairs(schema: Schema) -> None:
    ontology = Resources.shipped().read_ontology()
    project: Project = read_project(Resources.shipped().seeds, schema, ontology.shapes)
    context = Context.of(project, schema)
    for least in (FROM, 0.3):
        compared = [
            Proposal(a, b, compare(project.entities[a], project.entities[b], context, quick=least >= FROM))
            for a, b in candidate_pairs(project.entities.values())
        ]
        every = sorted(
            (item for item in compared if item.comparison.score >= least),
            key=lambda item: (-item.comparison.score, item.left, item.right),
        )
        assert propose(project.entities, context, least=least) == every
        assert every


def test_pairs_that_their_context_keeps_apart_are_not_compared(schema: Schema, monkeypatch: pytest.MonkeyPatch) -> None:
    things = [entity("a", "Company", ("lei:1",), "Kanova"), entity("b", "Company", ("lei:2",), "Kanova")]
    things += [entity("c", "Company", (), "Kanova")]
    compared = []

    def counted(left: str, *rest: str) -> object:
        compared.append(left)
        return compare_names(left, *rest)

    monkeypatch.setattr(resemblance, "compare_names", counted)
    found = propose({each.id: each for each in things}, Context(schema))
    assert [(item.left, item.right) for item in found] == [("a", "c"), ("b", "c")]
    assert len(compared) == 2
    assert pruning.may_be_one("Kanova", "en", "Kanova", "en")
