"""Incremental inference: after any change the inferred graph is what inference from nothing makes of the new facts."""

from __future__ import annotations

import random
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Quad, Store

from kg.build import Graph
from kg.rdf import maintenance
from kg.rdf.inference import infer
from kg.rdf.maintenance import infer_change
from kg.rdf.rules import Rule
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import GraphName
from tests.rdf.random_facts import QUADS, all_rules, plain
from tests.rdf.small_project import turtle_quads

LAW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
FACTS = (GraphName.ASSERTED.node, GraphName.CLAIMS.node)


@cache
def rules() -> tuple[Rule, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return all_rules(Path(folder))


@cache
def shipped() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.name not in ("overlap", "by-name", "any-class", "one-place"))


@pytest.fixture(autouse=True)
def always_by_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maintenance, "_FULL_FROM", 0)


def inferred(quads: set[Quad], with_rules: tuple[Rule, ...]) -> set[Quad]:
    store = Store()
    store.extend(quads)
    infer(store, with_rules)
    return in_inferred(store)


def in_inferred(store: Store) -> set[Quad]:
    return {quad for quad in store if quad.graph_name == GraphName.INFERRED.node}


def check(before: set[Quad], after: set[Quad], with_rules: tuple[Rule, ...], is_plain: bool = False) -> None:
    """Goes from one set of facts to another, and says exactly what that changed."""
    store = Store()
    store.extend(before)
    infer(store, with_rules)
    old = in_inferred(store)
    for quad in before - after:
        store.remove(quad)
    store.extend(after - before)
    dataset: Dataset = plain(store) if is_plain else store
    change = infer_change(dataset, with_rules, after - before, before - after)
    new = in_inferred(store)
    assert new == inferred(after, with_rules)
    assert (set(change.added), set(change.removed)) == (new - old, old - new)
    assert len(set(change.added)) == len(change.added)


@LAW
@given(QUADS, QUADS, QUADS)
def test_any_change_of_any_facts_by_all_kinds_of_rules(kept: set[Quad], gone: set[Quad], new: set[Quad]) -> None:
    check(kept | gone, kept | new, rules())


@LAW
@given(QUADS, QUADS, QUADS)
def test_any_change_of_any_facts_by_the_shipped_rules(kept: set[Quad], gone: set[Quad], new: set[Quad]) -> None:
    check(kept | gone, kept | new, shipped())


@settings(LAW, max_examples=15)
@given(QUADS, QUADS)
def test_a_change_of_a_store_of_which_only_sparql_is_known(one: set[Quad], other: set[Quad]) -> None:
    check(one, other, rules(), is_plain=True)


@pytest.mark.parametrize("seed", range(4))
def test_any_part_of_the_seeds_may_go_and_come_back(seed: int, graph: Graph) -> None:
    chance = random.Random(seed)
    facts = {quad for quad in graph.store if quad.graph_name in FACTS}
    part = set(chance.sample(sorted(facts, key=str), [1, 20, 200, 2000][seed]))
    check(facts, facts - part, shipped())
    check(facts - part, facts, rules())


def test_a_ring_falls_apart_when_what_it_hung_on_goes() -> None:
    """Two places in each other hold each other up: counting derivations would keep both in Baku."""
    ring = set(turtle_quads("id:a kg:locatedIn id:b . id:b kg:locatedIn id:a .", GraphName.ASSERTED))
    hook = set(turtle_quads("id:a kg:locatedIn id:baku .", GraphName.ASSERTED))
    check(ring | hook, ring, rules())
    check(ring, ring | hook, rules())


def test_what_was_inferred_and_is_now_told_leaves_the_inferred_graph_and_the_other_way_round() -> None:
    told = set(turtle_quads("id:a kg:partnerOf id:b .", GraphName.ASSERTED))
    other = set(turtle_quads("id:b kg:partnerOf id:a .", GraphName.ASSERTED))
    check(told, told | other, rules())
    check(told | other, told, rules())
    check(told, other, rules())


def test_a_second_claim_keeps_what_the_first_one_no_longer_says() -> None:
    text = "claim:{0} rdf:subject id:{0} ; rdf:predicate kg:signed ; rdf:object id:pact ; kg:onBehalfOf id:acme ;"
    one, other = (
        set(turtle_quads(text.format(name) + " kg:status kg:stated .", GraphName.CLAIMS)) for name in ("anar", "leyla")
    )
    check(one | other, other, rules())
    denied = set(turtle_quads("claim:anar kg:rank kg:deprecatedRank .", GraphName.CLAIMS))
    check(one, one | denied, rules())
    check(one | denied, one, rules())


def test_a_large_change_is_inferred_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maintenance, "_FULL_FROM", 5)
    monkeypatch.setattr(maintenance, "_Change", None)
    ties = [set(turtle_quads(f"id:a{i} kg:partnerOf id:b{i} .", GraphName.ASSERTED)) for i in range(4)]
    check(ties[0] | ties[1], ties[2] | ties[3], rules())


def test_no_change_changes_nothing() -> None:
    told = set(turtle_quads("id:a kg:partnerOf id:b .", GraphName.ASSERTED))
    check(told, told, rules())
