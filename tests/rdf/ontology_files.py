"""The shipped ontology as rdflib reads it, and what its tests ask of it."""

from __future__ import annotations

from collections import defaultdict

import rdflib
from rdflib import OWL, RDF

from kg.facts.schema import PropertyUse
from kg.rdf.vocabulary import KG
from kg.resources import Resources
from tests.rdf.small_project import shipped_ontology

FOLDER = Resources.shipped().ontology
FILES = ("partnership.ttl", "alignments.ttl", "shapes.ttl")
LANGUAGES = {"en", "az", "kk", "ru"}
OURS = rdflib.Graph().parse(FOLDER / "partnership.ttl")
ALIGNMENTS = rdflib.Graph().parse(FOLDER / "alignments.ttl")
BOTH = OURS + ALIGNMENTS
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)
ONTOLOGY = shipped_ontology()
SCHEMA = ONTOLOGY.schema
PHRASE, INVERSE_PHRASE = rdflib.URIRef(KG + "phrase"), rdflib.URIRef(KG + "inversePhrase")


def of_kind(*kinds: rdflib.URIRef) -> list[rdflib.URIRef]:
    """Our terms of these kinds, sorted."""
    found = {subject for kind in kinds for subject in OURS.subjects(RDF.type, kind)}
    return sorted(node for node in found if isinstance(node, rdflib.URIRef) and str(node).startswith(KG))


def texts(node: rdflib.term.Node, predicate: rdflib.term.Node, graph: rdflib.Graph = OURS) -> dict[str, list[str]]:
    """The literals of a term by language."""
    by: dict[str, list[str]] = defaultdict(list)
    for value in graph.objects(node, predicate):
        assert isinstance(value, rdflib.Literal)
        by[value.language or ""].append(str(value))
    return by


TERMS = of_kind(*KINDS)
PROPERTIES = of_kind(OWL.ObjectProperty, OWL.DatatypeProperty)
RELATIONS = sorted(SCHEMA.names_of(PropertyUse.RELATION))
FIGURES = sorted(SCHEMA.names_of(PropertyUse.FIGURE))
