"""GraphML, GEXF and Cytoscape JSON, read back by NetworkX and by an XML parser."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.exports.escaping import xml_text
from kg.exports.formats import Export
from kg.exports.records import edges, nodes
from kg.facts.validity import Answer, holds
from kg.network.projection import to_network
from tests.exports.making import TEXTS, small, written

_GEXF = "{http://gexf.net/1.3}"


def read(name: str, data: bytes) -> Any:
    """A network as NetworkX reads it."""
    if name == "graphml":
        return nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    if name == "gexf":
        return nx.read_gexf(io.BytesIO(data), version="1.3")
    return nx.cytoscape_graph(json.loads(data))


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_networkx_reads_every_node_and_edge(name: str, shipped: Export) -> None:
    network = read(name, written(name, shipped))
    expected = list(edges(shipped))
    assert network.is_directed()
    assert network.is_multigraph()
    assert set(network) == set(shipped.catalogue.entities)
    assert Counter((a, b, data["predicate" if name != "cytoscape" else "interaction"])
                   for a, b, data in network.edges(data=True)) == Counter(
        (edge.source, edge.target, edge.predicate) for edge in expected
    )  # fmt: skip
    assert len(expected) > 200
    shown = "label" if name != "cytoscape" else "name"
    assert {key: network.nodes[key][shown] for key in network} == {node.id: node.name for node in nodes(shipped)}


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_edges_carry_their_quotes_and_sources(name: str, shipped: Export) -> None:
    network = read(name, written(name, shipped))
    quotes = {edge.iri: edge.quotes for edge in edges(shipped)}
    for *_, data in network.edges(data=True):
        told = data["quotes"] if name == "cytoscape" else data["quotes"].split(" | ")
        assert tuple(told) == quotes[data["iri"]]
        assert data["sources"]


def test_the_edges_are_those_of_the_network(shipped: Export) -> None:
    network = to_network(shipped.catalogue, ties_only=False)
    claims = {edge.id for edge in edges(shipped) if not edge.derived}
    assert claims == {key for *_, key in network.edges(keys=True) if "/" not in key}
    assert sum(edge.derived for edge in edges(shipped)) >= sum("/" in key for *_, key in network.edges(keys=True))


def test_gexf_has_a_spell_for_each_edge_that_is_dated_and_it_is_what_holds_then(shipped: Export) -> None:
    tree = ElementTree.fromstring(written("gexf", shipped))
    graph = tree.find(f"{_GEXF}graph")
    assert graph is not None
    assert graph.get("mode") == "dynamic"
    assert graph.get("timeformat") == "date"
    claims, dated = shipped.catalogue.claims, 0
    for edge in graph.iter(f"{_GEXF}edge"):
        claim = claims.get(edge.attrib["id"])
        spell = edge.find(f"{_GEXF}spells/{_GEXF}spell")
        if claim is None or spell is None:
            continue
        dated += 1
        day = dt.date.fromisoformat(spell.attrib["start"])
        assert holds(claim, day, shipped.catalogue.schema) is Answer.YES
        assert holds(claim, day - dt.timedelta(days=1), shipped.catalogue.schema) is not Answer.YES
        if "end" in spell.attrib:
            last = dt.date.fromisoformat(spell.attrib["end"])
            assert holds(claim, last + dt.timedelta(days=1), shipped.catalogue.schema) is Answer.NO
    assert dated > 100


def test_gexf_declares_every_attribute_that_it_uses(shipped: Export) -> None:
    tree = ElementTree.fromstring(written("gexf", shipped))
    for kind in ("node", "edge"):
        declared = {item.get("id") for item in tree.findall(f".//{_GEXF}attributes[@class='{kind}']/{_GEXF}attribute")}
        used = {item.get("for") for item in tree.findall(f".//{_GEXF}{kind}/{_GEXF}attvalues/{_GEXF}attvalue")}
        assert used == declared


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_name_and_quote_comes_back(text: str) -> None:
    export = small(text, text)
    for name in ("graphml", "gexf", "cytoscape"):
        network = read(name, written(name, export))
        shown = network.nodes["acme"]["name" if name == "cytoscape" else "label"]
        (edge,) = (data for *_, data in network.edges(data=True))
        quote = edge["quotes"][0] if name == "cytoscape" else edge["quotes"]
        expected = text if name == "cytoscape" else xml_text(text)
        assert [as_read(shown), as_read(quote)] == [as_read(expected)] * 2


def as_read(text: str) -> str:
    """A text with white space as XML readers may leave it (XML 1.0, sections 2.11 and 3.3.3)."""
    return " ".join(text.replace("\r\n", " ").split())


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_the_same_graph_gives_the_same_bytes(name: str, shipped: Export, tmp_path: Path) -> None:
    assert written(name, shipped) == written(name, Export(type(shipped.catalogue)(
        shipped.catalogue.store, shipped.catalogue.ontology)))  # fmt: skip


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_a_project_of_markup_is_only_text(name: str, hostile: Export) -> None:
    data = written(name, hostile)
    network = read(name, data)
    assert set(network) == set(hostile.catalogue.entities)
    assert network.number_of_edges() == len(list(edges(hostile)))
    if name != "cytoscape":
        tags = {item.tag.rpartition("}")[2] for item in ElementTree.fromstring(data).iter()}
        assert not tags & {"script", "img", "svg"}
