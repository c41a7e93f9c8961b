"""The RDF shape of the design, on projects small enough to be answered by hand."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, RdfFormat, Store, parse, serialize

from kg.build import Graph
from kg.facts.model import Entity, Name, NameRank
from kg.facts.model import Row as TableRow
from kg.rdf.mapping import Mapper, claim_quads, entity_quads, text_literal, to_lines
from kg.rdf.vocabulary import GraphName, term
from tests.rdf.mapped_triples import SIGNED, about, asserted, claims, mapped, objects, only_claim
from tests.rdf.small_project import (
    Mapped,
    map_project,
    shipped_ontology,
    write_project,
)

# The two layers


def test_a_stated_fact_is_one_triple_and_one_claim(tmp_path: Path) -> None:
    graph = mapped(tmp_path, SIGNED)
    assert ("id:minister", "kg:signed", "id:memo") in asserted(graph)
    evidence = next(iter(objects(claims(graph), "kg:supportedBy")))
    assert about(claims(graph), only_claim(graph)) == {
        ("rdf:type", "kg:Claim"),
        ("rdf:type", "rdf:Statement"),
        ("rdf:subject", "id:minister"),
        ("rdf:predicate", "kg:signed"),
        ("rdf:object", "id:memo"),
        ("kg:status", "kg:stated"),
        ("kg:rank", "kg:normalRank"),
        ("kg:supportedBy", evidence),
        ("kg:fromLatest", '"2025-12-31"^^xsd:date'),
    }
    assert about(claims(graph), evidence) == {
        ("rdf:type", "kg:Evidence"),
        ("oa:hasSource", "source:registry"),
        ("kg:evidenceStatus", "kg:stated"),
        ("kg:record", '"r1"'),
    }


@pytest.mark.parametrize(
    "cells",
    [{"status": "planned"}, {"status": "denied"}, {"rank": "deprecated"}],
    ids=["planned", "denied", "deprecated"],
)
def test_what_is_not_stated_or_deprecated_is_a_claim_without_simple_triple(
    cells: dict[str, str], tmp_path: Path
) -> None:
    graph = mapped(tmp_path, {**SIGNED, **cells})
    assert objects(asserted(graph), "kg:signed") == set()
    assert ("rdf:subject", "id:minister") in about(claims(graph), only_claim(graph))
    assert objects(claims(graph), "kg:status") == {f"kg:{cells.get('status', 'stated')}"}
    assert objects(claims(graph), "kg:rank") == {f"kg:{cells.get('rank', 'normal')}Rank"}


def test_a_superseded_claim_has_no_simple_triple_and_its_successor_has(tmp_path: Path) -> None:
    graph = mapped(
        tmp_path,
        {"subject": "clusters", "predicate": "clusterCount", "object": "34", "id": "old"},
        {"subject": "clusters", "predicate": "clusterCount", "object": "35", "supersedes": "old"},
    )
    assert objects(asserted(graph), "kg:clusterCount") == {'"35"^^xsd:decimal'}
    assert objects(claims(graph), "rdf:object") == {'"34"^^xsd:decimal', '"35"^^xsd:decimal'}
    (new, _, old) = next(triple for triple in claims(graph) if triple[1] == "kg:supersedes")
    assert ("rdf:object", '"35"^^xsd:decimal') in about(claims(graph), new)
    assert ("rdf:object", '"34"^^xsd:decimal') in about(claims(graph), old)


def test_one_stated_telling_is_enough(tmp_path: Path) -> None:
    graph = mapped(tmp_path, {**SIGNED, "status": "planned", "record": "r2"}, SIGNED)
    assert objects(asserted(graph), "kg:signed") == {"id:memo"}
    assert objects(claims(graph), "kg:evidenceStatus") == {"kg:planned", "kg:stated"}
    assert objects(claims(graph), "kg:status") == {"kg:stated"}


def test_a_fact_told_backwards_is_kept_forwards(tmp_path: Path) -> None:
    backwards = {"subject": "memo", "predicate": "signedBy", "object": "minister"}
    graph, other = mapped(tmp_path / "a", backwards), mapped(tmp_path / "b", SIGNED)
    assert asserted(graph) == asserted(other)
    assert claims(graph) == claims(other)


# IRIs


def claim_iris(graph: Mapped) -> set[str]:
    return {s for s, p, o in claims(graph) if (p, o) == ("rdf:type", "kg:Claim")}


def test_claim_iris_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    rows = [
        SIGNED,
        {**SIGNED, "role": "as-minister"},
        {"subject": "acme", "predicate": "partyTo", "object": "memo", "from": "2026-01-20"},
        {"subject": "clusters", "predicate": "clusterCount", "object": "35"},
    ]
    forwards, backwards = mapped(tmp_path / "a", *rows), mapped(tmp_path / "b", *reversed(rows))
    assert set(forwards.store) == set(backwards.store)
    assert len(claim_iris(forwards)) == 4


def test_two_sources_and_two_dates_of_one_fact_are_one_claim(tmp_path: Path) -> None:
    alone = mapped(tmp_path / "a", {**SIGNED, "from": "2026"})
    graph = mapped(
        tmp_path / "b",
        {**SIGNED, "from": "2026-01-20", "source": "news-en", "quote": "signed the memo", "occurrence": "1"},
        {**SIGNED, "from": "2026", "source": "news-az", "quote": "memorandumu imzalayıb"},
    )
    assert claim_iris(graph) == claim_iris(alone)
    assert len(objects(claims(graph), "kg:supportedBy")) == 2
    assert objects(claims(graph), "oa:hasSource") == {"source:news-en", "source:news-az"}
    assert about(claims(graph), only_claim(graph)) >= {("kg:from", '"2026-01-20"^^xsd:date')}
    evidence = objects(claims(graph), "kg:supportedBy")
    told = {o for s, p, o in claims(graph) if s in evidence and p == "kg:from"}
    assert told == {'"2026-01-20"^^xsd:date', '"2026"^^xsd:gYear'}


@pytest.mark.parametrize("cells", [{"role": "as-chair"}, {"onBehalfOf": "acme"}, {"spell": "2"}, {"object": "treaty"}])
def test_role_party_spell_and_object_make_another_claim(cells: dict[str, str], tmp_path: Path) -> None:
    assert len(claim_iris(mapped(tmp_path, SIGNED, {**SIGNED, **cells}))) == 2


@pytest.mark.parametrize("cells", [{"from": "2020"}, {"ordinal": "3"}, {"scope": "clusters"}, {"note": "sic"}])
def test_dates_and_other_qualifiers_do_not(cells: dict[str, str], tmp_path: Path) -> None:
    assert len(claim_iris(mapped(tmp_path, SIGNED, {**SIGNED, **cells, "record": "r2"}))) == 1


def test_the_two_directions_of_a_symmetric_relation_are_one_claim(tmp_path: Path) -> None:
    graph = mapped(
        tmp_path,
        {"subject": "acme", "predicate": "partnerOf", "object": "globex"},
        {"subject": "globex", "predicate": "partnerOf", "object": "acme", "record": "r2"},
    )
    assert len(claim_iris(graph)) == 1


# Figures and qualifiers


def figure(**cells: str) -> dict[str, str]:
    return {"subject": "clusters", "predicate": "emissionReduction", **cells}


@pytest.mark.parametrize(
    ("told", "magnitude", "scaled"),
    [
        ("877", "million", "877000000"),
        ("1.5", "thousand", "1500"),
        ("0.1", "billion", "100000000"),
        ("0.0001", "thousand", "0.1"),
        ("12345678901234567", "billion", "12345678901234567000000000"),
        ("-2.50", "thousand", "-2500"),
        ("0", "million", "0"),
    ],
)
def test_a_figure_keeps_what_was_told_and_is_scaled_beside(
    told: str, magnitude: str, scaled: str, tmp_path: Path
) -> None:
    graph = mapped(tmp_path, figure(object=told, magnitude=magnitude, unit="tonne", comparison="moreThan"))
    plain = "-2.5" if told == "-2.50" else told
    assert objects(asserted(graph), "kg:emissionReduction") == {f'"{plain}"^^xsd:decimal'}
    described = about(claims(graph), only_claim(graph))
    assert described >= {
        ("rdf:object", f'"{plain}"^^xsd:decimal'),
        ("kg:magnitude", f"kg:{magnitude}"),
        ("kg:scaledValue", f'"{scaled}"^^xsd:decimal'),
        ("kg:unit", "id:tonne"),
        ("kg:comparison", "kg:moreThan"),
    }


def test_a_scaled_value_is_written_without_trailing_zeros_or_exponent(tmp_path: Path) -> None:
    """Oxigraph would tidy numbers up by itself; other stores would not."""
    graph = mapped(tmp_path, figure(object="0.10", magnitude="billion"))
    quads = [quad for claim in graph.claims.claims for quad in claim_quads(claim, shipped_ontology().schema)]
    (scaled,) = (quad.object for quad in quads if quad.predicate == term("scaledValue"))
    assert isinstance(scaled, Literal) and scaled.value == "100000000"


def test_a_figure_told_in_full_is_not_scaled(tmp_path: Path) -> None:
    graph = mapped(tmp_path, figure(object="35"))
    assert objects(claims(graph), "kg:scaledValue") == set()


def test_qualifiers_are_things_terms_or_typed_values(tmp_path: Path) -> None:
    cells = {"role": "as-minister", "onBehalfOf": "ministry", "ordinal": "20", "note": "a doubtful reading"}
    graph = mapped(tmp_path, {**SIGNED, **cells, "scope": "azerbaijan", "occasion": "summit", "spell": "2"})
    assert about(claims(graph), only_claim(graph)) >= {
        ("kg:role", "id:as-minister"),
        ("kg:onBehalfOf", "id:ministry"),
        ("kg:ordinal", '"20"^^xsd:integer'),
        ("kg:note", '"a doubtful reading"'),
        ("kg:scope", "id:azerbaijan"),
        ("kg:occasion", "id:summit"),
        ("kg:spell", '"2"^^xsd:integer'),
    }


def test_the_first_spell_is_not_told(tmp_path: Path) -> None:
    assert objects(claims(mapped(tmp_path, {**SIGNED, "spell": "1"})), "kg:spell") == set()


# Things and their names


def test_names_are_labels_and_a_rendering_is_no_preferred_label(tmp_path: Path) -> None:
    graph = mapped(tmp_path, SIGNED)
    described = about(asserted(graph), "id:acme")
    assert described == {
        ("rdf:type", "kg:Company"),
        ("rdfs:label", '"Acme"@en'),
        ("kg:rendering", '"Acme"@en'),
        ("rdfs:label", '"Akme"@az'),
        ("skos:prefLabel", '"Akme"@az'),
        ("skos:altLabel", '"Akme MMC"@az'),
        ("skos:altLabel", '"ACM"@en'),
        ("kg:acronym", '"ACM"@en'),
        ("kg:identifier", '"lei:529900T8BM49AURSDO55"'),
    }


def test_two_ids_judged_the_same_are_one_node_that_keeps_both(tmp_path: Path) -> None:
    same = ("acme", "globex", "same", "a tester", "2026-01-01", "one company")
    rows = [{"subject": "globex", "predicate": "partyTo", "object": "memo"}]
    graph = map_project(write_project(tmp_path / "seeds", rows, decisions=[same]))
    assert ("id:acme", "kg:partyTo", "id:memo") in asserted(graph)
    assert objects(asserted(graph), "kg:identifier", "id:acme") == {'"kg:globex"', '"lei:529900T8BM49AURSDO55"'}
    assert not about(asserted(graph), "id:globex")


@pytest.mark.parametrize(("judgement", "expected"), [("different", {"id:globex"}), ("unsure", set())])
def test_two_ids_judged_different_are_told_apart(judgement: str, expected: set[str], tmp_path: Path) -> None:
    decision = ("acme", "globex", judgement, "a tester", "2026-01-01", "two companies")
    graph = map_project(write_project(tmp_path / "seeds", [SIGNED], decisions=[decision]))
    assert objects(asserted(graph), "owl:differentFrom", "id:acme") == expected


def test_a_kind_is_a_thing(tmp_path: Path) -> None:
    more = [("hub", "Kind", "", ""), ("hub-baku", "InnovationCenter", "hub", "")]
    graph = map_project(write_project(tmp_path / "seeds", [SIGNED], entities=more))
    assert ("id:hub-baku", "kg:kind", "id:hub") in asserted(graph)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(min_size=1), st.sampled_from(["en", "az", "kk", "zh", "uz"]), st.sampled_from(list(NameRank)))
def test_any_text_may_be_a_name_and_comes_back(text: str, language: str, rank: NameRank) -> None:
    entity = an_entity(Name("x", language, text, rank, ""))
    store = Store()
    store.extend(entity_quads(entity, shipped_ontology().schema))
    values = {q.object for q in store if isinstance(q.object, Literal)}
    assert values == {Literal(text, language=language)}


def an_entity(name: Name) -> Entity:
    return Entity("x", "Company", "", (), (name,), ("x",), TableRow("entities.csv", 2))


# The dataset


def test_no_named_graph_holds_a_blank_node(graph: Graph) -> None:
    for quad in graph.store:
        assert not any(isinstance(node, BlankNode) for node in (quad.subject, quad.object, quad.graph_name)), quad
    names = {quad.graph_name for quad in graph.store}
    assert names == {name.node for name in GraphName}


def test_nothing_tells_when_it_was_built(graph: Graph) -> None:
    """No literal with a time of day, and no day but those of the tables (and the days that bound them)."""
    times = re.compile(r"\d{2}:\d{2}:\d{2}")
    literals = [quad.object for quad in graph.store if isinstance(quad.object, Literal)]
    assert not [node for node in literals if node.datatype.value.endswith(("dateTime", "dateTimeStamp", "#time"))]
    typed = [node for node in literals if node.datatype.value.endswith("#date")]
    assert typed
    assert not [node for node in typed if times.search(node.value)]
    facts, sources = graph.project.facts, graph.project.sources.values()
    told = {date for fact in facts for date in (fact.from_, fact.until)}
    told |= {date for source in sources for date in (source.published, source.retrieved)}
    days = {day.isoformat() for date in told if date is not None for day in (date.earliest, date.latest)}
    assert {node.value for node in typed} <= days


def test_each_asserted_relation_of_the_seeds_has_a_claim_with_evidence(graph: Graph) -> None:
    """Promise 1: no edge without evidence; types, names, kinds, identifiers and judgements on identity are exempt."""
    exempt = {"rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel"}
    exempt |= {"kg:kind", "kg:identifier", "kg:acronym", "kg:rendering", "owl:differentFrom"}
    layer = claims(graph)
    parts: dict[str, dict[str, str]] = {}
    for s, p, o in layer:
        if p in ("rdf:subject", "rdf:predicate", "rdf:object", "kg:supportedBy"):
            parts.setdefault(s, {})[p] = o
    told = {(c["rdf:subject"], c["rdf:predicate"], c["rdf:object"]) for c in parts.values() if "kg:supportedBy" in c}
    edges = {triple for triple in asserted(graph) if triple[1] not in exempt}
    assert edges
    assert edges <= told


# The lines


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_line_in_canonical_form(text: str) -> None:
    """As the store itself writes it."""
    line = f"<x:s> <x:p> {text_literal(text)}@en <x:g> .\n"
    (quad,) = parse(line.encode(), RdfFormat.N_QUADS)
    assert quad.object == Literal(text, language="en")
    assert serialize([quad], format=RdfFormat.N_QUADS) == line.encode()


def test_a_mapper_can_be_sent_to_another_process(graph: Graph) -> None:
    mapper = pickle.loads(pickle.dumps(Mapper(graph.ontology.schema)))
    lines = set(to_lines(graph.project, graph.claims.claims, mapper))
    told = [quad for quad in graph.store if quad.graph_name in (GraphName.ASSERTED.node, GraphName.CLAIMS.node)]
    written = serialize(told, format=RdfFormat.N_QUADS)
    assert written is not None
    assert lines == set(written.decode().splitlines(keepends=True))
