"""Seven SPARQL engines of six families load what a build writes and answer every shipped query alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.rdf.queries import NamedQuery
from tests.engines.engines import ENGINES, Engine, Oxigraph
from tests.queries.answers import CHECKS, GOLDEN, QUESTIONS, bound_text

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

FILES = ("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl")
KNOWN_TO_BE_WRONG: dict[tuple[str, str], str] = {}
"""Engine and query, and why the engine's answer is not the standard's; a test holds that it still is not."""


def test_four_families_and_more() -> None:
    families = {name.split()[0] for name in ENGINES} | {"Oxigraph"}
    assert len(families) == 6
    for name in QUESTIONS | CHECKS:
        right = {family for family in families if (family, name) not in KNOWN_TO_BE_WRONG}
        assert len(right) >= 4, name


def test_no_golden_answer_is_empty() -> None:
    for name in QUESTIONS:
        assert len((GOLDEN / f"{name}.csv").read_text(encoding="utf-8").splitlines()) >= 2, name


@pytest.mark.parametrize("file", FILES)
def test_every_engine_counts_the_same_statements(file: str, engine: Engine, built: Path) -> None:
    expected = sum(1 for _ in parse(path=str(built / file), format=RdfFormat.TURTLE))
    assert expected > 100
    assert engine.load(file.partition(".")[0], built / file) == expected


def test_every_engine_counts_the_same_in_the_dataset(engine: Engine, built: Path) -> None:
    expected = sum(1 for _ in parse(path=str(built / "dataset.trig"), format=RdfFormat.TRIG))
    assert engine.load("shipped", built / "dataset.trig") == expected


@pytest.mark.parametrize("query", QUESTIONS.values(), ids=QUESTIONS)
def test_every_question_is_answered_alike(query: NamedQuery, engine: Engine, reference: Oxigraph) -> None:
    expected = reference.select("shipped", bound_text(query))
    assert expected.rows
    compare(engine, "shipped", query, expected)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_every_check_finds_alike(check: NamedQuery, engine: Engine, reference: Oxigraph) -> None:
    """Where all is broken, each check finds something; in the shipped graph, nothing."""
    expected = reference.select("broken", check.text)
    assert expected.rows
    compare(engine, "broken", check, expected)
    if (engine.name, check.name) not in KNOWN_TO_BE_WRONG:
        assert not engine.select("shipped", check.text).rows


def compare(engine: Engine, dataset: str, query: NamedQuery, expected: object) -> None:
    """Holds that an engine's answer is the expected one, or, where it is known to be wrong, that it still is."""
    reason = KNOWN_TO_BE_WRONG.get((engine.name, query.name))
    if reason is None:
        assert engine.select(dataset, bound_text(query)) == expected
        return
    try:
        answer: object = engine.select(dataset, bound_text(query))
    except Exception as error:
        answer = str(error)
    assert answer != expected, f"{engine.name} is right again on {query.name}: take it off the list ({reason})"
