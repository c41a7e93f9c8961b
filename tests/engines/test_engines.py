"""Seven SPARQL engines of six families load what a build writes and answer every shipped query alike.

Where one of them is known to be wrong, `known.csv` says why, and a test holds that it still is. The queries in `traps/`
are there for that alone: what the standard allows, and a shipped query must do without.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.rdf.queries import NamedQuery
from tests.engines.answers import Answer
from tests.engines.engines import ENGINES, Engine, Oxigraph
from tests.queries.answers import CHECKS, GOLDEN, QUESTIONS, bound_text

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

FOLDER = Path(__file__).parent
FILES = ("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl")
TRAPS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((FOLDER / "traps").glob("*.rq"))}


def known_to_be_wrong() -> dict[tuple[str, str], str]:
    """Engine and query, and what of the engine's answer is not the standard's."""
    with (FOLDER / "known.csv").open(encoding="utf-8", newline="") as file:
        return {(row["engine"], row["query"]): row["reason"] for row in csv.DictReader(file)}


KNOWN = known_to_be_wrong()


def test_at_least_four_families_agree_on_each_query() -> None:
    families = {name: name.split()[0] for name in ("Oxigraph", *ENGINES)}
    assert len(set(families.values())) == 6
    queries = QUESTIONS.keys() | CHECKS.keys() | TRAPS.keys()
    assert {query for _, query in KNOWN} <= queries
    for query in queries:
        agreeing = {family for name, family in families.items() if (name, query) not in KNOWN}
        assert len(agreeing) >= (3 if query in TRAPS else 4), query  # a trap may split them in halves


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
    compare(engine, reference, "shipped", query.name, bound_text(query))


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_every_check_finds_alike(check: NamedQuery, engine: Engine, reference: Oxigraph) -> None:
    """Where all is broken, each check finds something; in the shipped graph, nothing."""
    compare(engine, reference, "broken", check.name, check.text)
    if (engine.name, check.name) not in KNOWN:
        assert not engine.select("shipped", check.text).rows


@pytest.mark.parametrize("trap", TRAPS)
def test_only_the_known_ones_are_trapped(trap: str, engine: Engine, reference: Oxigraph) -> None:
    compare(engine, reference, "shipped", trap, TRAPS[trap])


def compare(engine: Engine, reference: Oxigraph, dataset: str, name: str, query: str) -> None:
    """Holds that an engine's answer is that of our store, or, where it is known to be wrong, that it still is."""
    expected = reference.select(dataset, query)
    assert expected.rows
    reason = KNOWN.get((engine.name, name))
    if reason is None:
        assert engine.select(dataset, query) == expected
        return
    answer: Answer | str
    try:
        answer = engine.select(dataset, query)
    except AssertionError as error:  # it refuses the query
        answer = str(error)
    assert answer != expected, f"{engine.name} is right on {name} again: take it off known.csv ({reason})"
