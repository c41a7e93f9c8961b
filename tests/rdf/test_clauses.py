"""Inference over arrays: equal to the rules run as SPARQL updates, in memory and on disk, whatever the rules are."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Quad, Store

from kg.build import Graph
from kg.rdf import clauses
from kg.rdf.clauses import clauses_of
from kg.rdf.inference import infer
from kg.rdf.plan import plan_of
from kg.rdf.relations import Terms
from kg.rdf.rules import Rule
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import GraphName
from tests.rdf.random_facts import QUADS, all_rules, plain
from tests.rdf.small_project import turtle_store

LAW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


@cache
def rules() -> tuple[Rule, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return all_rules(Path(folder))


def filled(quads: set[Quad], folder: Path | None = None) -> Store:
    store = Store(str(folder)) if folder else Store()
    store.extend(quads)
    return store


@LAW
@given(QUADS)
def test_arrays_give_what_updates_give(quads: set[Quad]) -> None:
    arrays, updates = filled(quads), filled(quads)
    assert infer(arrays, rules()) == infer(plain(updates), rules())
    assert set(arrays) == set(updates)


def test_the_seeds_on_disk_give_what_updates_give(graph: Graph, tmp_path: Path) -> None:
    given_ = {quad for quad in graph.store if quad.graph_name in (GraphName.ASSERTED.node, GraphName.CLAIMS.node)}
    on_disk, updates = filled(given_, tmp_path / "store"), filled(given_)
    assert infer(on_disk, rules()) == infer(plain(updates), rules()) > 1_000
    assert set(on_disk) == set(updates)


def test_what_was_inferred_before_is_kept_and_read() -> None:
    store = turtle_store("id:a kg:partnerOf id:b .")
    assert infer(store, rules()) > 0
    before = set(store)
    infer(store, rules())
    assert set(store) == before


def test_rules_are_run_in_the_way_that_fits_them() -> None:
    plan = plan_of(rules(), Terms(), lambda key: False)
    assert [rule.name for rule in plan.outside] == ["participates-for", "signs-for-is-party", "overlap"]
    assert [rule.name for rule in plan.between] == ["any-class", "by-name"]
    assert {clause.rule for clause in plan.program.clauses} >= {"founders-are-partners", "one-place", "chain-2"}


def test_a_rule_over_claims_looks_in_both_layers_for_what_both_have() -> None:
    rule = next(rule for rule in rules() if rule.name == "one-place")
    both = plan_of([rule], Terms(), lambda key: True).outside
    assert both == (rule,)
    terms = Terms()
    [plain_clause] = clauses_of(rule, terms, []) or []
    claimed = [link.key.__class__(link.key.predicate, link.key.class_, True) for link in plain_clause.body]
    found = clauses_of(rule, terms, claimed)
    assert found is not None
    assert len(found) == 4


@pytest.mark.parametrize("most", [1, 7])
def test_a_join_of_many_rows_is_made_in_parts(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    parties = "\n".join(f"id:p{index} kg:partyTo id:treaty ." for index in range(30))
    whole, parts = turtle_store(parties), turtle_store(parties)
    infer(whole, rules())
    monkeypatch.setattr(clauses, "_MOST_ROWS", most)
    infer(parts, rules())
    assert set(whole) == set(parts)
    assert sum(1 for t in graph_triples(parts, GraphName.INFERRED) if t.predicate.value.endswith("partnerOf")) == 870
