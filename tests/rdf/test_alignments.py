"""Alignments link what is declared, each with its reason."""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS

from kg.build import Graph
from kg.rdf.vocabulary import KG, PREFIXES, shorten
from tests.rdf.ontology_files import (
    ALIGNMENTS,
    BOTH,
    FOLDER,
    KINDS,
    LANGUAGES,
    OURS,
    texts,
)


def test_alignments_only_speak_of_declared_terms() -> None:
    declared = {subject for kind in KINDS for subject in BOTH.subjects(RDF.type, kind)}
    declared |= set(BOTH.subjects(RDF.type, OWL.Ontology))
    built_in = tuple(PREFIXES[name] for name in ("rdf", "rdfs", "owl"))
    outside = set(ALIGNMENTS.objects(None, RDFS.isDefinedBy))
    outside |= set(ALIGNMENTS.objects(None, OWL.versionIRI)) | set(ALIGNMENTS.objects(None, DCTERMS.license))
    for triple in ALIGNMENTS:
        nodes = {node for node in triple if isinstance(node, rdflib.URIRef) and not str(node).startswith(built_in)}
        assert nodes - outside <= declared, triple


def test_alignments_declare_nothing_of_ours_and_ours_mentions_no_outside_class() -> None:
    for kind in KINDS:
        assert not [node for node in ALIGNMENTS.subjects(RDF.type, kind) if str(node).startswith(KG)]
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty):
        assert not [node for node in OURS.objects(None, predicate) if not str(node).startswith(KG)]


def test_every_outside_term_is_linked_or_used_in_a_graph(graph: Graph) -> None:
    declared = {str(s) for kind in KINDS for s in ALIGNMENTS.subjects(RDF.type, kind)}
    linked = {str(o) for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in ALIGNMENTS.objects(None, p)}
    used = {node.value for q in graph.store for node in (q.predicate, q.object) if isinstance(node, NamedNode)}
    assert declared - linked - used - {str(SKOS.scopeNote)} <= {PREFIXES["oa"] + name for name in ("prefix", "suffix")}


def test_every_outside_term_has_a_note_in_each_language() -> None:
    terms = [node for kind in KINDS for node in ALIGNMENTS.subjects(RDF.type, kind) if node != SKOS.scopeNote]
    for node in terms:
        notes = texts(node, SKOS.scopeNote, ALIGNMENTS)
        assert set(notes) == LANGUAGES, node
        assert all(len(values) == 1 and values[0].endswith(".") for values in notes.values())


@pytest.mark.parametrize("prefix", ["org", "prov", "schema", "skos", "foaf", "oa", "dcterms"])
def test_each_vocabulary_of_the_design_is_linked(prefix: str) -> None:
    assert any(str(node).startswith(PREFIXES[prefix]) for node in ALIGNMENTS.objects())


def test_links_join_terms_of_one_kind() -> None:
    for lower, upper in ALIGNMENTS.subject_objects(RDFS.subClassOf):
        assert (lower, RDF.type, OWL.Class) in OURS and (upper, RDF.type, OWL.Class) in ALIGNMENTS
    for lower, upper in ALIGNMENTS.subject_objects(RDFS.subPropertyOf):
        assert (lower, RDF.type, OWL.ObjectProperty) in OURS and (upper, RDF.type, OWL.ObjectProperty) in ALIGNMENTS


def test_every_link_has_its_reason_in_the_readme() -> None:
    told = {
        (row[1], row[0])
        for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `") and " ⊑ " in line
        for row in [[cell.strip(" `") for cell in line.strip("|").split("|")]]
        if len(row[3]) > 10
    }
    linked = {
        (shorten(str(ours)), shorten(str(theirs)))
        for relation in (RDFS.subClassOf, RDFS.subPropertyOf)
        for ours, theirs in ALIGNMENTS.subject_objects(relation)
    }
    assert told == linked
