"""Each shipped question: its header, its golden answer, the same in rdflib, and what it rests on."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store

from kg.build import Graph
from kg.rdf.queries import NamedQuery, value_of
from kg.resources import Resources
from tests.queries.answers import (
    FOLDER,
    GOLDEN,
    QUESTIONS,
    RestsOn,
    bound_text,
    is_measured,
    rdflib_rows,
    read_rests_on,
    rows_as_rdflib,
    store_of,
    to_csv,
    without,
)

RESTS_ON = read_rests_on()
LANGUAGES = ("en", "az", "kk", "ru")

each_question = pytest.mark.parametrize("query", QUESTIONS.values(), ids=QUESTIONS)


def read_other_values() -> list[tuple[str, str, str]]:
    with (FOLDER / "other_values.csv").open(encoding="utf-8", newline="") as file:
        return [(row["question"], row["parameter"], row["value"]) for row in csv.DictReader(file)]


OTHER_VALUES = read_other_values()


def test_enough_questions() -> None:
    assert len(QUESTIONS) >= 15


@each_question
def test_header_asks_in_every_language(query: NamedQuery) -> None:
    texts = [query.questions.get(language, "") for language in LANGUAGES]
    assert all(text.endswith("?") for text in texts)
    assert len(set(texts)) == len(LANGUAGES)
    assert query.title
    assert re.search("[əƏıİşğöüç]", query.questions["az"])
    assert re.search("[әғқңөұүһі]", query.questions["kk"])
    assert re.fullmatch("[А-Яа-яЁё ,:?«»—-]+", query.questions["ru"])


@each_question
def test_header_explains_the_columns_in_order(query: NamedQuery, graph: Graph) -> None:
    assert tuple(query.columns) == query.run(graph.store).columns
    assert all(query.columns.values())


@each_question
def test_rows_are_in_total_order(query: NamedQuery) -> None:
    code = re.sub(r"#[^\n]*", "", query.text.replace("ontology#", ""))
    order = re.search(r"ORDER BY([^{}]*)$", code)
    assert order is not None
    assert set(re.findall(r"\?(\w+)", order[1])) == set(query.columns)


@each_question
def test_runs_in_any_engine(query: NamedQuery) -> None:
    """Its own prefixes suffice; no named graph, other server, or path of any length."""
    Store().query(query.text)
    code = re.sub(r"<[^>\s]*>|\"[^\"]*\"|#[^\n]*", " ", query.text)
    assert not re.search(r"(?<![:?])\b(GRAPH|SERVICE|FROM)\b", code, re.IGNORECASE)
    assert not re.search(r"[\w)][+*](?=[\s/|)])", code)


@each_question
def test_golden_answer(query: NamedQuery, graph: Graph) -> None:
    """After a wanted change of the seeds: python -m tests.queries.regenerate."""
    answer = query.run(graph.store)
    assert answer.rows
    assert to_csv(answer) == (GOLDEN / f"{query.name}.csv").read_text(encoding="utf-8")


def test_no_stray_golden_answer() -> None:
    assert {path.stem for path in GOLDEN.glob("*.csv")} == set(QUESTIONS)


@each_question
def test_no_row_twice(query: NamedQuery, graph: Graph) -> None:
    rows = query.run(graph.store).rows
    assert len(set(rows)) == len(rows)


@each_question
def test_same_answer_in_rdflib(query: NamedQuery, graph: Graph, union: rdflib.Graph) -> None:
    assert rdflib_rows(union, bound_text(query)) == rows_as_rdflib(query.run(graph.store))


def test_each_question_rests_on_a_fact() -> None:
    assert {item.question for item in RESTS_ON} == set(QUESTIONS)


@pytest.mark.parametrize("rests_on", RESTS_ON, ids=lambda item: item.question)
def test_without_its_fact_the_answer_changes(rests_on: RestsOn, graph: Graph, tmp_path: Path) -> None:
    query = QUESTIONS[rests_on.question]
    seeds = without(rests_on, Resources.shipped().seeds, tmp_path)
    store = store_of(seeds, graph, is_measured(query.name))
    assert query.run(store).rows != query.run(graph.store).rows


def test_lighter_build_answers_alike(graph: Graph) -> None:
    """What `store_of` leaves out of a build changes no answer, so that the test above shows the fact's part."""
    store = store_of(Resources.shipped().seeds, graph, measured=True)
    assert {name: query.run(store) for name, query in QUESTIONS.items()} == {
        name: query.run(graph.store) for name, query in QUESTIONS.items()
    }


def test_each_parameter_has_another_value() -> None:
    assert sorted((question, name) for question, name, _ in OTHER_VALUES) == sorted(
        (query.name, parameter.name) for query in QUESTIONS.values() for parameter in query.parameters
    )


@pytest.mark.parametrize(("question", "name", "value"), OTHER_VALUES)
def test_parameter_changes_the_answer(question: str, name: str, value: str, graph: Graph) -> None:
    query = QUESTIONS[question]
    (parameter,) = (item for item in query.parameters if item.name == name)
    other = query.run(graph.store, {name: value_of(parameter, value)})
    assert other != query.run(graph.store)
