"""Turtle and TriG: the same bytes for the same graph, readable by any parser, blank nodes only in lists."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.build import Graph
from kg.rdf.serialise import skolemise, write_trig, write_turtle
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import BASE, DCTERMS, KG, RDF, TYPE, XSD, GraphName, term, thing
from kg.resources import Resources
from tests.rdf.small_project import turtle_quads

FILES = {
    *("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl", "dataset.trig"),
    *("network.html", "explorer.html", "report.json"),
}
GRAPHS = {"graph.ttl": GraphName.ASSERTED, "claims.ttl": GraphName.CLAIMS} | {
    f"{name.value}.ttl": name for name in (GraphName.INFERRED, GraphName.ANALYSIS)
}


def read(path: Path) -> list[Quad]:
    return list(parse(path=str(path), format=RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE))


# Two builds, byte for byte


def content(folder: Path) -> dict[str, bytes]:
    """The bytes of each file below a folder, the store's aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] != "store"
    }


def test_two_builds_under_different_hash_seeds_are_the_same_bytes(tmp_path: Path) -> None:
    """Two whole builds at once, in two folders that are named alike, from two working folders."""
    builds = []
    for seed in ("0", "4242"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-m", "kg", "build", "--seeds", str(Resources.shipped().seeds), "--out", "out"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        builds.append(
            (folder / "out", subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL))
        )
    assert [process.wait(timeout=120) for _, process in builds] == [0, 0]
    first, second = (content(folder) for folder, _ in builds)
    assert set(first) >= FILES
    assert [name for name in first if first[name] != second.get(name)] == []
    assert set(first) == set(second)


# What the files hold


@pytest.mark.parametrize("file", GRAPHS)
def test_each_turtle_file_is_its_named_graph(file: str, graph: Graph, built: Path) -> None:
    triples = [quad.triple for quad in read(built / file)]
    assert set(triples) == set(graph_triples(graph.store, GRAPHS[file]))
    assert len(triples) == len(set(triples))


def test_the_trig_file_is_the_whole_dataset(graph: Graph, built: Path) -> None:
    quads = read(built / "dataset.trig")
    assert set(quads) == set(graph.store)
    assert len(quads) == len(set(quads))


def test_the_dataset_has_the_ontology_without_blank_nodes_and_its_file_the_same_with_lists(
    graph: Graph, built: Path
) -> None:
    in_file = [quad.triple for quad in read(built / "ontology.ttl")]
    assert len(in_file) == len(graph_triples(graph.store, GraphName.ONTOLOGY))
    assert set(graph_triples(graph.store, GraphName.ONTOLOGY)) == set(skolemise(graph.ontology.triples))


def test_blank_nodes_of_the_ontology_are_list_cells_and_nothing_else(built: Path) -> None:
    triples = [quad.triple for quad in read(built / "ontology.ttl")]
    leading = {t.object: t for t in triples if isinstance(t.object, BlankNode)}
    cells: dict[BlankNode, list[str]] = {}
    for triple in triples:
        if isinstance(triple.subject, BlankNode):
            cells.setdefault(triple.subject, []).append(triple.predicate.value)
    assert cells, "property chains are lists"
    assert set(leading) == set(cells)
    assert all(sorted(predicates) == [RDF + "first", RDF + "rest"] for predicates in cells.values())
    ends = {t.predicate.value.rsplit("#", 1)[-1] for t in leading.values()}
    assert ends == {"propertyChainAxiom", "rest"}


@pytest.mark.parametrize("file", [*GRAPHS, "dataset.trig"])
def test_no_other_file_has_a_blank_node(file: str, built: Path) -> None:
    nodes = {node for quad in read(built / file) for node in (quad.subject, quad.object, quad.graph_name)}
    assert not [node for node in nodes if isinstance(node, BlankNode)]


@pytest.mark.parametrize("file", sorted(FILES))
def test_files_are_text_in_utf_8_that_ends_with_a_line(file: str, built: Path) -> None:
    data = (built / file).read_bytes()
    assert data.decode("utf-8").endswith("\n")
    assert b"\r" not in data and not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("file", [*GRAPHS, "ontology.ttl", "dataset.trig"])
def test_prefixes_are_those_in_use(file: str, built: Path) -> None:
    text = (built / file).read_text(encoding="utf-8")
    head = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    body = "\n".join(line for line in text.splitlines() if not line.startswith("@prefix"))
    assert head
    # Turtle writes "a" for rdf:type.
    assert [name for name in head if name not in body and name != "rdf:"] == []


def test_our_own_terms_and_things_are_written_short(built: Path) -> None:
    text = (built / "graph.ttl").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("@prefix")]
    assert not [line for line in lines if f"<{KG}" in line or f"<{BASE}id/" in line]


# The writers alone


def test_the_order_of_triples_does_not_matter(graph: Graph, tmp_path: Path) -> None:
    triples = graph_triples(graph.store, GraphName.ASSERTED)
    shuffled = random.Random(7).sample(triples, len(triples))
    assert shuffled != triples
    write_turtle(triples, tmp_path / "a.ttl")
    write_turtle(shuffled, tmp_path / "b.ttl")
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()


def test_the_order_of_quads_does_not_matter(graph: Graph, tmp_path: Path) -> None:
    quads = list(graph.store)
    write_trig(quads, tmp_path / "a.trig")
    write_trig(random.Random(7).sample(quads, len(quads)), tmp_path / "b.trig")
    assert (tmp_path / "a.trig").read_bytes() == (tmp_path / "b.trig").read_bytes()


def test_subjects_are_sorted_and_types_come_first(tmp_path: Path) -> None:
    text = "id:b dcterms:title id:x ; a kg:Company . id:a rdfs:label 'a'@en , 'a'@az ."
    quads = turtle_quads(text, GraphName.ASSERTED)
    write_turtle((quad.triple for quad in quads), tmp_path / "a.ttl")
    order = [(quad.subject, quad.predicate, str(quad.object)) for quad in read(tmp_path / "a.ttl")]
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    assert order == [
        (thing("a"), label, '"a"@az'),
        (thing("a"), label, '"a"@en'),
        (thing("b"), TYPE, str(term("Company"))),
        (thing("b"), NamedNode(DCTERMS + "title"), str(thing("x"))),
    ]


def test_an_empty_graph_is_an_empty_file_that_parses(tmp_path: Path) -> None:
    write_turtle([], tmp_path / "a.ttl")
    assert read(tmp_path / "a.ttl") == []


literals = st.one_of(
    st.text().map(Literal),
    st.builds(
        lambda text, code: Literal(text, language=code), st.text(), st.sampled_from(["en", "az", "kk", "zh-hans"])
    ),
    st.integers().map(lambda value: Literal(str(value), datatype=NamedNode(XSD + "decimal"))),
    st.sampled_from(["2024", "2024-02"]).map(lambda text: Literal(text, datatype=NamedNode(XSD + "gYear"))),
)
nodes = st.sampled_from(
    [thing("a"), thing("b.c"), thing("1-2"), term("x"), NamedNode("https://example.org/a(b)?c=%20#d")]
)
triples_ = st.builds(Triple, nodes, nodes, nodes | literals)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(triples_), st.randoms(use_true_random=False))
def test_any_graph_comes_back_and_its_bytes_do_not_depend_on_the_order(
    tmp_path_factory: pytest.TempPathFactory, triples: list[Triple], chance: random.Random
) -> None:
    folder = tmp_path_factory.getbasetemp()
    write_turtle(triples, folder / "any.ttl")
    before = (folder / "any.ttl").read_bytes()
    assert {quad.triple for quad in read(folder / "any.ttl")} == set(triples)
    chance.shuffle(triples)
    write_turtle(triples, folder / "any.ttl")
    assert (folder / "any.ttl").read_bytes() == before
    quads = [Quad(t.subject, t.predicate, t.object, GraphName.CLAIMS.node) for t in triples]
    write_trig(quads, folder / "any.trig")
    assert set(read(folder / "any.trig")) == set(quads)


def test_skolem_iris_are_ours_and_stable() -> None:
    cell = BlankNode("cell")
    (triple,) = skolemise([Triple(cell, TYPE, cell)])
    genid = NamedNode(f"{BASE}.well-known/genid/cell")
    assert (triple.subject, triple.object) == (genid, genid)


def test_a_store_on_disk_holds_the_same(graph: Graph, built: Path) -> None:
    assert set(Store.read_only(str(built / "store"))) == set(graph.store)
