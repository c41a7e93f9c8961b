"""The ontology's files: every term is worded and placed, alignments link what is declared, disjointness catches."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS

from kg.build import Graph
from kg.facts.problems import InputError
from kg.facts.schema import PropertyUse, TemporalKind
from kg.rdf.closure import check_supported, compile_axioms
from kg.rdf.inference import Contradiction, contradictions, infer
from kg.rdf.ontology import Ontology
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import BASE, KG, PREFIXES, GraphName, local_name, shorten, term, thing
from tests.rdf.ontology_files import (
    ALIGNMENTS,
    BOTH,
    FIGURES,
    FILES,
    FOLDER,
    INVERSE_PHRASE,
    KINDS,
    LANGUAGES,
    ONTOLOGY,
    OURS,
    PHRASE,
    PROPERTIES,
    RELATIONS,
    SCHEMA,
    TERMS,
    of_kind,
    texts,
)
from tests.rdf.small_project import turtle_store

# Each term


def test_every_subject_of_ours_is_a_declared_term() -> None:
    subjects = {node for node in OURS.subjects() if isinstance(node, rdflib.URIRef) and str(node).startswith(KG)}
    assert subjects == set(TERMS)
    assert len(TERMS) > 150


@pytest.mark.parametrize("node", TERMS, ids=local_name)
def test_every_term_has_one_label_and_one_definition_in_each_language(node: rdflib.URIRef) -> None:
    labels = texts(node, RDFS.label)
    assert set(labels) >= LANGUAGES
    assert all(len(values) == 1 and values[0].strip() == values[0] != "" for values in labels.values())
    definitions = texts(node, SKOS.definition)
    assert set(definitions) == LANGUAGES
    for values in definitions.values():
        assert len(values) == 1 and len(values[0]) > 10 and values[0].strip() == values[0]
        assert values[0][0].upper() == values[0][0] and values[0].endswith(".")
    assert list(OURS.objects(node, RDFS.isDefinedBy)) == [rdflib.URIRef(BASE + "ontology")]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_two_classes_and_no_two_properties_bear_the_same_label(language: str) -> None:
    for nodes in (of_kind(OWL.Class), PROPERTIES):
        labels = [texts(node, RDFS.label)[language][0].casefold() for node in nodes]
        assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("node", TERMS, ids=local_name)
def test_every_term_is_of_one_kind_and_named_after_it(node: rdflib.URIRef) -> None:
    kinds = [kind for kind in KINDS if (node, RDF.type, kind) in OURS]
    assert len(kinds) == 1
    name = local_name(str(node))
    assert re.fullmatch("[A-Z][A-Za-z]*" if kinds == [OWL.Class] else "[a-z][A-Za-z]*", name)


@pytest.mark.parametrize("node", of_kind(OWL.Class), ids=local_name)
def test_every_class_is_the_root_below_one_or_of_the_claim_layer(node: rdflib.URIRef) -> None:
    name = local_name(str(node))
    apart = {"Claim", "Evidence", "Source", "ClaimStatus", "ClaimRank", "Magnitude", "Comparison", "Dating"}
    apart |= {"Result", "Score", "Grouping", "Group"}
    assert SCHEMA.is_a(name, "Entity") is (name not in apart)


def test_the_classes_that_the_design_names_are_there() -> None:
    for below, above in pairwise(["AccelerationCenter", "Center", "Organisation", "Agent", "Entity"]):
        assert SCHEMA.is_a(below, above)
    for name in ("InternationalOrganisation", "GovernmentBody", "Company", "ResearchOrganisation", "NewsAgency"):
        assert SCHEMA.is_a(name, "Organisation")
    for name in ("InnovationCenter", "TechnologyCenter"):
        assert SCHEMA.is_a(name, "Center")
    for name in ("Programme", "Strategy", "Network", "Cluster", "Platform"):
        assert SCHEMA.is_a(name, "Initiative")
    for name in ("MemorandumOfUnderstanding", "LetterOfIntent", "ProtocolOfIntent", "StrategicPartnership"):
        assert SCHEMA.is_a(name, "Agreement")
    assert SCHEMA.is_a("Country", "Agent") and SCHEMA.is_a("Country", "Place") and SCHEMA.is_a("Person", "Agent")
    assert {"LegalAct", "Event", "Place"} <= set(SCHEMA.entity_classes())


@pytest.mark.parametrize("predicate", [RDFS.subClassOf, RDFS.subPropertyOf], ids=local_name)
def test_no_term_is_above_itself(predicate: rdflib.URIRef) -> None:
    for node in of_kind(*KINDS):
        above = {up for parent in OURS.objects(node, predicate) for up in OURS.transitive_objects(parent, predicate)}
        assert node not in above, node


@pytest.mark.parametrize("node", of_kind(OWL.Class), ids=local_name)
def test_every_class_is_used(node: rdflib.URIRef) -> None:
    """It stands in the hierarchy or at an end of a property, or has members: nothing is left unconnected."""
    ends = (RDFS.subClassOf, RDFS.domain, RDFS.range, RDF.type)
    assert any((None, end, node) in OURS for end in ends) or (node, RDFS.subClassOf, None) in OURS


# Each property


@pytest.mark.parametrize("node", PROPERTIES, ids=local_name)
def test_every_property_has_one_domain_and_one_range(node: rdflib.URIRef) -> None:
    (domain,), (range_,) = list(OURS.objects(node, RDFS.domain)), list(OURS.objects(node, RDFS.range))
    assert domain in of_kind(OWL.Class)
    if (node, RDF.type, OWL.ObjectProperty) in OURS:
        assert range_ in of_kind(OWL.Class)
    else:
        assert str(range_).startswith(PREFIXES["xsd"])


@pytest.mark.parametrize("name", [*RELATIONS, "kind"])
def test_every_relation_has_phrases_both_ways_in_each_language(name: str) -> None:
    for predicate in (PHRASE, INVERSE_PHRASE):
        phrases = texts(rdflib.URIRef(KG + name), predicate)
        assert set(phrases) >= LANGUAGES
        for values in phrases.values():
            assert len(values) == 1
            assert sorted(re.findall(r"\{.*?\}", values[0])) == ["{object}", "{subject}"]


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_a_phrase_in_each_language(name: str) -> None:
    phrases = texts(rdflib.URIRef(KG + name), PHRASE)
    assert set(phrases) >= LANGUAGES
    for values in phrases.values():
        assert len(values) == 1
        assert sorted(re.findall(r"\{.*?\}", values[0])) == ["{object}", "{subject}"]


@pytest.mark.parametrize("name", RELATIONS)
def test_the_inverse_phrase_begins_with_the_object(name: str) -> None:
    """Told from the object on; where grammar lets the forward phrase of a language begin so, it differs."""
    phrases, inverse = (texts(rdflib.URIRef(KG + name), predicate) for predicate in (PHRASE, INVERSE_PHRASE))
    for language in LANGUAGES:
        assert phrases[language][0].startswith("{subject}")
        assert inverse[language][0].startswith("{object}")


@pytest.mark.parametrize("name", [*RELATIONS, *FIGURES])
def test_every_relation_is_a_state_or_an_event(name: str) -> None:
    assert isinstance(SCHEMA.properties[name].temporal_kind, TemporalKind)
    assert texts(rdflib.URIRef(KG + name), rdflib.URIRef(KG + "temporalKind"))[""] in (["state"], ["event"])


INVERSES = [(local_name(str(a)), local_name(str(b))) for a, b in sorted(OURS.subject_objects(OWL.inverseOf))]


@pytest.mark.parametrize(("name", "other"), INVERSES)
def test_the_two_directions_of_a_relation_agree(name: str, other: str) -> None:
    one, two = SCHEMA.properties[name], SCHEMA.properties[other]
    assert (one.domain, one.range, one.temporal_kind, one.tie) == (two.range, two.domain, two.temporal_kind, two.tie)
    assert one.inverse_of == other and two.inverse_of is None
    forward, backward = (texts(rdflib.URIRef(KG + key), PHRASE) for key in (name, other))
    for mine, theirs in ((forward, INVERSE_PHRASE), (backward, INVERSE_PHRASE)):
        opposite = texts(rdflib.URIRef(KG + (other if mine is forward else name)), theirs)
        for language in LANGUAGES:
            assert swapped(mine[language][0]) == opposite[language][0]


def swapped(phrase: str) -> str:
    return phrase.replace("{subject}", "{}").replace("{object}", "{subject}").replace("{}", "{object}")


def test_no_relation_has_two_inverses() -> None:
    names = [name for pair in INVERSES for name in pair]
    assert sorted(names) == sorted(set(names))


def test_a_symmetric_relation_reads_the_same_both_ways_and_has_no_inverse() -> None:
    symmetric = [name for name, value in SCHEMA.properties.items() if value.symmetric]
    assert "partnerOf" in symmetric
    for name in symmetric:
        value = SCHEMA.properties[name]
        assert value.domain == value.range
        assert name not in {key for pair in INVERSES for key in pair}
        forward, backward = (texts(rdflib.URIRef(KG + name), predicate) for predicate in (PHRASE, INVERSE_PHRASE))
        assert all(swapped(forward[language][0]) == backward[language][0] for language in LANGUAGES)


@pytest.mark.parametrize(("lower", "upper"), sorted(OURS.subject_objects(RDFS.subPropertyOf)))
def test_a_subproperty_fits_into_its_superproperty(lower: rdflib.URIRef, upper: rdflib.URIRef) -> None:
    low, high = SCHEMA.properties[local_name(lower)], SCHEMA.properties[local_name(upper)]
    assert SCHEMA.is_a(low.domain, high.domain)
    assert low.range == high.range or SCHEMA.is_a(low.range, high.range)
    assert low.is_object_property is high.is_object_property


def chains() -> list[tuple[str, list[str]]]:
    found = []
    for node, cell in OURS.subject_objects(OWL.propertyChainAxiom):
        found.append((local_name(str(node)), [local_name(str(step)) for step in OURS.items(cell)]))
    return sorted(found)


@pytest.mark.parametrize(("name", "steps"), chains())
def test_the_steps_of_a_chain_fit_each_other(name: str, steps: list[str]) -> None:
    """Each step can begin where the one before ends: one of the two classes is the other or below it."""
    properties = [SCHEMA.properties[step] for step in steps]
    for before, after in pairwise(properties):
        assert SCHEMA.is_a(before.range, after.domain) or SCHEMA.is_a(after.domain, before.range)
    whole = SCHEMA.properties[name]
    assert SCHEMA.is_a(properties[0].domain, whole.domain) or SCHEMA.is_a(whole.domain, properties[0].domain)
    assert SCHEMA.is_a(properties[-1].range, whole.range) or SCHEMA.is_a(whole.range, properties[-1].range)


def test_qualifiers_are_properties_of_claims() -> None:
    qualifiers = SCHEMA.names_of(PropertyUse.QUALIFIER)
    assert {"role", "onBehalfOf", "unit", "ordinal", "scope"} <= set(qualifiers)
    assert {SCHEMA.properties[name].domain for name in qualifiers} == {"Claim"}


# OWL 2 DL and RL


def test_the_compiler_knows_every_axiom() -> None:
    check_supported(ONTOLOGY.triples)


def test_domains_and_ranges_are_named_classes() -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, OWL.disjointWith):
        assert all(isinstance(value, rdflib.URIRef) for value in BOTH.objects(None, predicate))


def test_dates_are_annotations_and_no_range_is_a_partial_date() -> None:
    dates = {"from", "until", "published", "fromEarliest", "fromLatest", "untilEarliest", "untilLatest"}
    assert {rdflib.URIRef(KG + name) for name in dates} <= set(of_kind(OWL.AnnotationProperty))
    allowed = {PREFIXES["xsd"] + name for name in ("decimal", "integer", "string")}
    ranges = {str(value) for value in BOTH.objects(None, RDFS.range)}
    assert {value for value in ranges if value.startswith(PREFIXES["xsd"])} <= allowed


def test_chains_are_regular() -> None:
    """Each property rests only on those before it in some order, or on itself at one end of a chain.

    OWL 2 Structural Specification, section 11.2.
    """
    rests_on: dict[str, set[str]] = defaultdict(set)
    for name, steps in chains():
        inner = steps[1:] if steps[0] == name else steps[:-1] if steps[-1] == name else steps
        assert name not in inner
        rests_on[name] |= set(inner)
    for lower, upper in OURS.subject_objects(RDFS.subPropertyOf):
        rests_on[local_name(str(upper))].add(local_name(str(lower)))
    left = dict(rests_on)
    while ready := [name for name, others in left.items() if not others & set(left)]:
        for name in ready:
            del left[name]
    assert left == {}


@pytest.mark.parametrize("name", [GraphName.ASSERTED, GraphName.INFERRED, GraphName.CLAIMS, GraphName.ANALYSIS])
def test_every_term_that_the_graphs_use_is_declared(name: GraphName, graph: Graph) -> None:
    built_in = (PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"])
    declared = {str(subject) for kind in KINDS for subject in BOTH.subjects(RDF.type, kind)}
    for triple in graph_triples(graph.store, name):
        used = {triple.predicate.value}
        if triple.predicate.value == str(RDF.type) and isinstance(triple.object, NamedNode):
            used.add(triple.object.value)
        assert {iri for iri in used if not iri.startswith(built_in)} <= declared


# The files themselves


@pytest.mark.parametrize("file", FILES)
def test_each_file_says_what_it_is(file: str) -> None:
    graph = rdflib.Graph().parse(FOLDER / file)
    (node,) = graph.subjects(RDF.type, OWL.Ontology)
    (version,) = graph.objects(node, OWL.versionIRI)
    (number,) = graph.objects(node, OWL.versionInfo)
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(number))
    assert str(version) == f"{node}/{number}"
    (licence,) = graph.objects(node, DCTERMS.license)
    assert isinstance(licence, rdflib.URIRef) and str(licence).startswith("https://creativecommons.org/licenses/")
    assert set(texts(node, DCTERMS.title, graph)) == LANGUAGES
    assert list(graph.objects(node, DCTERMS.creator))
    if file != "shapes.ttl":
        assert set(texts(node, DCTERMS.description, graph)) == LANGUAGES


def test_the_files_are_of_one_version() -> None:
    versions = {str(v) for file in FILES for v in rdflib.Graph().parse(FOLDER / file).objects(None, OWL.versionInfo)}
    assert len(versions) == 1


def test_blank_nodes_of_the_ontology_are_list_cells() -> None:
    for file in FILES[:2]:
        for quad in parse(path=str(FOLDER / file), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, BlankNode):
                assert quad.predicate.value in (str(RDF.first), str(RDF.rest))
            if isinstance(quad.object, BlankNode):
                assert quad.predicate.value in (str(OWL.propertyChainAxiom), str(RDF.rest))


def test_blank_nodes_bear_the_same_names_in_every_reading() -> None:
    assert Ontology(FOLDER).triples == Ontology(FOLDER).triples
    cells = {t.subject for t in ONTOLOGY.triples if isinstance(t.subject, BlankNode)}
    firsts = [t for t in ONTOLOGY.triples if t.predicate.value == str(RDF.first)]
    assert len(firsts) == len(cells) == sum(len(steps) for _, steps in chains())


# Disjointness


@pytest.mark.parametrize(
    ("classes", "first", "second"),
    [
        ("kg:Agreement , kg:Organisation", "Agent", "Agreement"),
        ("kg:LetterOfIntent , kg:GovernmentBody", "Agent", "Agreement"),
        ("kg:Programme , kg:Center", "Agent", "Initiative"),
        ("kg:Person , kg:Company", "Organisation", "Person"),
        ("kg:Decree , kg:Agreement", "Agreement", "LegalAct"),
        ("kg:Event , kg:Programme", "Event", "Initiative"),
        ("kg:City , kg:Company", "Organisation", "Place"),
        ("kg:Post , kg:Role", "Concept", "Post"),
        ("kg:Post , kg:Organisation", "Agent", "Capacity"),
    ],
)
def test_disjointness_catches_what_cannot_be(classes: str, first: str, second: str) -> None:
    axioms = compile_axioms(ONTOLOGY)
    store = turtle_store(f"id:x a {classes} .")
    infer(store, axioms.rules)
    assert Contradiction(thing("x"), term(first), term(second)) in contradictions(store, axioms)


def test_disjointness_catches_a_relation_at_the_wrong_end() -> None:
    axioms = compile_axioms(ONTOLOGY)
    store = turtle_store("id:ministry a kg:GovernmentBody . id:acme kg:partyTo id:ministry .")
    infer(store, axioms.rules)
    assert {found.node for found in contradictions(store, axioms)} == {thing("ministry")}


def test_every_two_main_classes_that_share_nothing_are_disjoint() -> None:
    main = ("Agent", "Initiative", "Agreement", "LegalAct", "Event", "Publication", "Concept", "Place")
    disjoint = {(local_name(a.value), local_name(b.value)) for a, b in compile_axioms(ONTOLOGY).disjoint}
    for index, left in enumerate(main):
        for right in main[index + 1 :]:
            expected = {left, right} != {"Agent", "Place"}
            assert (tuple(sorted((left, right))) in disjoint) is expected, (left, right)


# Roles and posts


@pytest.mark.parametrize(("class_name", "above"), [("Role", "org:Role"), ("Post", "org:Post")])
def test_a_role_and_a_post_are_each_one_thing_of_org(class_name: str, above: str) -> None:
    """W3C ORG gives a post a role; neither is the other, also not where a claim names it as a role."""
    store = turtle_store(f"id:x a kg:{class_name} . claim:c kg:role id:x .")
    infer(store, compile_axioms(ONTOLOGY).rules)
    types = {
        shorten(str(q.object).strip("<>")) for q in store.quads_for_pattern(thing("x"), NamedNode(str(RDF.type)), None)
    }
    assert types & {"org:Role", "org:Post"} == {above}
    assert "kg:Capacity" in types
    assert ("skos:Concept" in types) is (class_name == "Role")


# Reading


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "partnership.ttl").write_text("@prefix kg: <https://x/> .\nkg:a kg:b .\n", encoding="utf-8")
    (tmp_path / "alignments.ttl").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"partnership\.ttl:2: '\.' cannot stand here"):
        Ontology(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"partnership\.ttl:1: the file cannot be read"):
        Ontology(tmp_path)


def test_labels_definitions_and_phrases_are_read_by_local_name() -> None:
    assert ONTOLOGY.labels["Agreement"]["az"] == "saziş"
    assert ONTOLOGY.definitions["Decree"]["en"] == "A legal act issued by a head of state."
    assert ONTOLOGY.phrases["signed"]["en"].forward.startswith("{subject}")
    assert ONTOLOGY.phrases["signed"]["en"].inverse.startswith("{object}")
    assert ONTOLOGY.phrases["figure"]["en"].inverse == ONTOLOGY.phrases["figure"]["en"].forward
    assert not [name for name in ONTOLOGY.labels if ":" in name]


def test_the_schema_is_read_from_the_ontology() -> None:
    signed = SCHEMA.properties["signedBy"]
    assert (signed.use, signed.domain, signed.range, signed.inverse_of) == (
        PropertyUse.RELATION,
        "Agreement",
        "Person",
        "signed",
    )
    assert SCHEMA.properties["emissionReduction"].use is PropertyUse.FIGURE
    assert SCHEMA.properties["supportedBy"].use is PropertyUse.OTHER
    assert SCHEMA.superclasses["Country"] == {"Country", "Agent", "Place", "Entity"}
    assert SCHEMA.individuals["million"] == "Magnitude"
    assert SCHEMA.factors == {"thousand": "1000", "million": "1000000", "billion": "1000000000"}


def test_triples_are_the_two_files_and_no_more() -> None:
    assert len(ONTOLOGY.triples) == len(OURS) + len(ALIGNMENTS)


@pytest.mark.parametrize("name", ["role", "onBehalfOf", "scope", "occasion", "ordinal"])
def test_qualifiers_that_sentences_tell_have_phrases(graph: Graph, name: str) -> None:
    phrases = graph.ontology.phrases[name]
    assert set(phrases) == LANGUAGES
    assert all(phrase.forward.count("{object}") == 1 for phrase in phrases.values())
    assert all("{subject}" not in phrase.forward for phrase in phrases.values())
