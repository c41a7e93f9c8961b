"""RDF exports, read back by rdflib, Oxigraph and PyLD."""

from __future__ import annotations

import json
from collections import Counter

import pytest
import rdflib
from hypothesis import given, settings
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.exports.context import ADDRESS, context_text, make_context
from kg.exports.escaping import xml_text
from kg.exports.formats import Export
from kg.exports.jsonld import FRAME
from kg.exports.rdf import merged
from kg.exports.triple_terms import REIFIES
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import CLAIM, KG, RDF, GraphName, prologue
from kg.resources import Resources
from tests.exports.making import TEXTS, ontology, small, written

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
MERGED = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "ntriples": (RdfFormat.N_TRIPLES, "nt"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
}
NAMED = {"trig": (RdfFormat.TRIG, "trig"), "nquads": (RdfFormat.N_QUADS, "nquads")}


def triples(data: bytes, format_: RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in parse(data, format=format_)}


@pytest.mark.parametrize("name", MERGED)
def test_all_graphs_as_one(name: str, shipped: Export) -> None:
    data = written(name, shipped)
    expected = {str(triple) for triple in merged(shipped)}
    assert len(expected) > 12_000
    assert triples(data, MERGED[name][0]) == expected
    assert len(rdflib.Graph().parse(data=data, format=MERGED[name][1])) == len(expected)


@pytest.mark.parametrize("name", NAMED)
def test_named_graphs(name: str, shipped: Export) -> None:
    data = written(name, shipped)
    assert set(parse(data, format=NAMED[name][0])) == set(shipped.catalogue.store)
    dataset = rdflib.Dataset().parse(data=data, format=NAMED[name][1])
    sizes = {str(graph.identifier).rsplit("/", 1)[-1]: len(graph) for graph in dataset.graphs() if len(graph)}
    assert sizes == {name.value: len(graph_triples(shipped.catalogue.store, name)) for name in GraphName}


@pytest.mark.parametrize("name", ["ntriples", "nquads", "ntriples12"])
def test_lines_are_sorted_and_each_is_a_statement(name: str, shipped: Export) -> None:
    lines = written(name, shipped).decode().splitlines()
    assert len(lines) == len(set(lines))
    assert all(line.endswith(" .") for line in lines)


@pytest.mark.parametrize(("name", "format_"), [("turtle12", RdfFormat.TURTLE), ("ntriples12", RdfFormat.N_TRIPLES)])
def test_each_claim_reifies_its_triple_beside_the_classic_form(name: str, format_: RdfFormat, shipped: Export) -> None:
    found = [quad.triple for quad in parse(written(name, shipped), format=format_)]
    reified = {triple.subject: triple.object for triple in found if triple.predicate == REIFIES}
    assert len(reified) == len(shipped.catalogue.claims)
    told = {(t.subject, t.predicate.value.removeprefix(RDF)): t.object for t in found if t.subject in reified}
    for node, term in reified.items():
        assert isinstance(term, Triple)
        classic = tuple(told[node, name] for name in ("subject", "predicate", "object"))
        assert (term.subject, term.predicate, term.object) == classic
    assert {str(triple) for triple in found if triple.predicate != REIFIES} == {str(t) for t in merged(shipped)}


def test_a_planned_claim_is_reified_and_not_asserted(shipped: Export) -> None:
    planned = [claim for claim in shipped.catalogue.claims.values() if claim.status.value == "planned"]
    assert planned
    text = written("ntriples12", shipped).decode()
    for claim in planned:
        assert f"<{CLAIM}{claim.key}> <{REIFIES.value}> <<(" in text


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_any_name_comes_back_from_every_rdf_format(text: str) -> None:
    export = small(text, text)
    expected = {str(triple) for triple in merged(export)}
    for name in ("turtle", "ntriples"):
        assert triples(written(name, export), MERGED[name][0]) == expected
    for name, (format_, _) in NAMED.items():
        assert {str(quad.triple) for quad in parse(written(name, export), format=format_)} == expected
    names = {node.value for quad in parse(written("rdfxml", export), format=RdfFormat.RDF_XML)
             if isinstance(node := quad.object, Literal) and node.language == "en"}  # fmt: skip
    assert {lines(xml_text(text)), "News"} == {lines(name) for name in names}
    found = jsonld.to_rdf(json.loads(written("jsonld", export)), {"format": "application/n-quads"})
    assert '"News"' in found
    assert {str(q.triple) for q in parse(written("jsonld", export), format=RdfFormat.JSON_LD)} == expected


def lines(text: str) -> str:
    """A text with line ends as every XML reader has them (XML 1.0, section 2.11)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def layers(export: Export) -> list[Quad]:
    store = export.catalogue.store
    return [quad for name in (GraphName.ASSERTED, GraphName.CLAIMS)
            for quad in store.quads_for_pattern(None, None, None, name.node)]  # fmt: skip


def test_jsonld_says_what_the_two_layers_say(shipped: Export) -> None:
    expected = {str(quad.triple) for quad in layers(shipped)}
    data = written("jsonld", shipped)
    by_pyld = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads"})
    assert triples(by_pyld.encode(), RdfFormat.N_QUADS) == expected
    assert triples(data, RdfFormat.JSON_LD) == expected
    assert len(rdflib.Graph().parse(data=data, format="json-ld")) == len(expected)


def test_jsonld_is_framed(shipped: Export) -> None:
    nodes = json.loads(written("jsonld", shipped))["@graph"]
    kinds = Counter(node["@id"].partition(":")[0] for node in nodes)
    catalogue = shipped.catalogue
    assert kinds == {"id": len(catalogue.entities), "claim": len(catalogue.claims), "source": len(catalogue.sources)}
    socar = next(node for node in nodes if node["@id"] == "id:socar")
    assert socar["@type"] == "Company"
    assert socar["label"]["en"] == "SOCAR"
    claim = next(node for node in nodes if node["@id"].startswith("claim:"))
    evidence = claim["supportedBy"][0] if isinstance(claim["supportedBy"], list) else claim["supportedBy"]
    assert evidence["@type"] == "Evidence"
    assert evidence["hasSource"].startswith("source:")
    assert any("exact" in selector for selector in evidence["hasSelector"])


def test_every_property_of_the_data_has_a_term(shipped: Export) -> None:
    used = {quad.predicate.value for quad in layers(shipped)} - {RDF + "type"}
    node_keys = {key for node in json.loads(written("jsonld", shipped))["@graph"] for key in node}
    assert len(used) > 60
    assert [key for key in node_keys if ":" in key] == []


def test_no_term_of_others_hides_one_of_ours() -> None:
    ours = set(ontology().schema.properties)
    context = make_context(ontology())
    assert [name for name in ours & set(context) if context[name]["@id"] != f"kg:{name}"] == []


def test_the_shipped_context_is_current_and_is_the_one_in_the_file(shipped: Export) -> None:
    file = Resources.shipped().ontology / "context.jsonld"
    text = file.read_text(encoding="utf-8")
    assert text == context_text(ontology()), "run: make golden"
    assert json.loads(text)["@context"] == json.loads(written("jsonld", shipped))["@context"]


def test_the_frame_gives_the_same_claims_from_other_rdf(shipped: Export) -> None:
    """A person's own processor, with our context from its address, makes of our N-Quads what we write."""
    context = json.loads((Resources.shipped().ontology / "context.jsonld").read_text(encoding="utf-8"))

    def load(url: str, _: object) -> dict[str, object]:
        assert url == ADDRESS
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    text = "".join(f"{quad.triple} .\n" for quad in layers(shipped))
    expanded = jsonld.from_rdf(text, {"format": "application/n-quads"})
    framed = jsonld.frame(expanded, FRAME, {"documentLoader": load})["@graph"]
    ours = [node for node in json.loads(written("jsonld", shipped))["@graph"] if node["@id"].startswith("claim:")]
    assert len(framed) == len(ours)
    by_id = {node["@id"]: node for node in framed}
    for node in ours[:20]:
        assert by_id[node["@id"]]["supportedBy"] == node["supportedBy"] or isinstance(node["supportedBy"], list)


def test_a_query_on_the_merged_file_answers_as_on_the_store(shipped: Export) -> None:
    graph = rdflib.Graph().parse(data=written("turtle", shipped), format="turtle")
    rows = graph.query(prologue() + "SELECT ?c WHERE { ?c a kg:Center }")
    pattern = (None, NamedNode(RDF + "type"), NamedNode(KG + "Center"), None)
    assert len(rows) == len({quad.subject for quad in shipped.catalogue.store.quads_for_pattern(*pattern)})
