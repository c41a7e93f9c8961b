"""What a build prepares says what its store says, and a search that reads it finds what one over all finds."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from kg.build import Graph
from kg.network.filters import Filters
from kg.network.ground import Ground, ground_of
from kg.network.paths import best_paths
from kg.network.preparing import prepare
from kg.network.projection import to_network
from kg.network.selecting import core, most_tied, surroundings
from kg.network.walking import IndexedNetwork, walkable
from kg.opening import open_build
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import INDEX_FILE, open_index


@pytest.fixture
def bare(graph: Graph) -> Catalogue:
    """The catalogue of the seeds, without an index."""
    return Catalogue(graph.store, graph.ontology)


@pytest.mark.parametrize("ties_only", [True, False])
def test_the_prepared_network_is_that_of_the_store(built: Path, bare: Catalogue, ties_only: bool) -> None:
    opened, expected = open_build(built), to_network(bare, ties_only=ties_only)
    network = to_network(opened, ties_only=ties_only)
    assert list(network.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(network.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
    walked = walkable(opened, ties_only=ties_only)
    assert isinstance(walked, IndexedNetwork)
    for node in expected:
        assert node in walked and walked.nodes[node] == expected.nodes[node]
        assert walked.succ[node] == {other: dict(edges) for other, edges in expected.succ[node].items()}
        assert walked.pred[node] == {other: dict(edges) for other, edges in expected.pred[node].items()}
    assert "nobody" not in walked and list(walked) == list(expected)


@pytest.mark.parametrize("filters", [Filters(), Filters(through_places=True), Filters(all_relations=True)])
@pytest.mark.parametrize("partners", [False, True])
def test_paths_over_what_was_prepared_are_those_over_the_store(
    built: Path, bare: Catalogue, filters: Filters, partners: bool
) -> None:
    opened = open_build(built)
    ties_only = not (filters.all_relations or filters.through_places)
    expected = Ground(to_network(bare, ties_only=ties_only), bare.schema, filters, bare.claims, partners=partners)
    found = ground_of(opened, filters, partners=partners)
    ends = [node for node in expected.nodes() if expected.neighbours(node)]
    chance = random.Random(7)
    for _ in range(60):
        start, end = chance.sample(ends, 2)
        assert best_paths(found, start, end, 3) == best_paths(expected, start, end, 3)


def test_the_same_facts_give_the_same_index(graph: Graph, tmp_path: Path, built: Path) -> None:
    prepared = prepare(Catalogue(graph.store, graph.ontology), tmp_path)
    assert prepared.index is not None
    assert (tmp_path / INDEX_FILE).read_bytes() == (built / INDEX_FILE).read_bytes()


@pytest.mark.parametrize("spoil", ["remove", "older", "broken"])
def test_without_an_index_that_it_can_read_a_build_is_read_from_its_store(
    built: Path, tmp_path: Path, spoil: str
) -> None:
    copy = shutil.copytree(built, tmp_path / "build")
    file = copy / INDEX_FILE
    if spoil == "remove":
        file.unlink()
    elif spoil == "broken":
        file.write_bytes(b"no table at all")
    else:
        with sqlite3.connect(file) as tables:
            tables.execute("UPDATE about SET value = '0' WHERE key = 'format'")
        tables.close()
    assert open_index(copy) is None
    opened = open_build(copy)
    assert opened.index is None and opened.names.resolve("SOCAR") == "socar"


def test_the_core_is_what_holds_together_best(bare: Catalogue, built: Path) -> None:
    chosen = core(bare, 20)
    assert chosen == core(open_build(built), 20) == sorted(chosen) and len(chosen) == 20
    assert set(core(bare, 10)) <= set(chosen)
    network = to_network(bare)
    tied = [node for node in network if set(network.succ[node]) | set(network.pred[node]) - {node}]
    assert set(core(bare, 100_000)) == {node for node in tied if {*network.succ[node], *network.pred[node]} != {node}}


@pytest.mark.parametrize("most", [2, 20, 100_000])
def test_the_most_tied_are_those_of_most_edges_that_have_one_among_them(bare: Catalogue, most: int) -> None:
    network = to_network(bare)
    tied = [node for node in sorted(network) if network.degree(node)]
    best = network.subgraph(sorted(tied, key=lambda node: -network.degree(node))[:most])
    assert most_tied(bare, most) == (sorted(node for node in best if best.degree(node)), len(tied))


def test_what_lies_around_a_thing_is_nearest_first_and_never_too_much(bare: Catalogue) -> None:
    network = to_network(bare)
    near = {"socar", *network.succ["socar"], *network.pred["socar"]}
    assert surroundings(bare, "socar", 1, 1000) == sorted(near)
    assert near <= set(surroundings(bare, "socar", 2, 1000))
    for most in (1, 2, 5, 30):
        chosen = surroundings(bare, "socar", 3, most)
        assert "socar" in chosen and len(chosen) <= most
        assert set(chosen) <= near or near <= set(chosen)
