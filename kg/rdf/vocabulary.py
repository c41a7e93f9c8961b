"""Namespaces, named graphs and the IRIs that things get.

Things and graphs are named by the base of the project that the process works on (`kg.settings`); our ontology keeps
its own namespace in every project.
"""

from __future__ import annotations

from enum import Enum

from pyoxigraph import NamedNode

from kg.facts.schema import Schema
from kg.settings import SHIPPED_BASE, settings

BASE = settings().base
KG = SHIPPED_BASE + "ontology#"
OWN = BASE + "ontology#"
"""The namespace of the terms that a project adds to ours; without a base of its own it can add none."""
TERMS = (KG, OWN)
ID = BASE + "id/"
SOURCE = BASE + "source/"
CLAIM = BASE + "claim/"
EVIDENCE = BASE + "evidence/"
SCORE = BASE + "score/"
GROUPING = BASE + "grouping/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
SH = "http://www.w3.org/ns/shacl#"

PREFIXES = {
    "kg": KG,
    **({"own": OWN} if OWN != KG else {}),
    "id": ID,
    "claim": CLAIM,
    "evidence": EVIDENCE,
    "source": SOURCE,
    "score": SCORE,
    "grouping": GROUPING,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "oa": OA,
    "dcterms": DCTERMS,
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")


class GraphName(Enum):
    """The named graphs of the dataset; the value is the last part of the graph's IRI."""

    ONTOLOGY = "ontology"
    ASSERTED = "asserted"
    CLAIMS = "claims"
    INFERRED = "inferred"
    ANALYSIS = "analysis"

    @property
    def node(self) -> NamedNode:
        """The graph's IRI."""
        return NamedNode(f"{BASE}graph/{self.value}")


def term(name: str) -> NamedNode:
    """The IRI of a term of our ontology."""
    return NamedNode(KG + name)


def schema_term(name: str, schema: Schema) -> NamedNode:
    """The IRI of a term by the name that tables use: one of ours, or of those that the project adds."""
    return NamedNode((OWN if name in schema.own else KG) + name)


def is_term(iri: str) -> bool:
    """Whether an IRI is of our ontology, or of what the project adds to it."""
    return iri.startswith(TERMS)


def thing(key: str) -> NamedNode:
    """The IRI of the thing with this id."""
    return NamedNode(ID + key)


def local_name(iri: str) -> str:
    """The last part of an IRI: of one of ours, what tables call it.

    >>> local_name("https://w3id.org/partnership-kg/id/socar")
    'socar'
    """
    return iri.rsplit("#", 1)[-1] if "#" in iri else iri.rsplit("/", 1)[-1]


def shorten(iri: str) -> str:
    """An IRI with one of our prefixes where one fits, else in angle brackets.

    >>> shorten("https://w3id.org/partnership-kg/ontology#partyTo")
    'kg:partyTo'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def expand(text: str) -> str | None:
    """The IRI that a text gives, in full or with one of our prefixes; None where it gives none.

    >>> expand("org:Organization")
    'http://www.w3.org/ns/org#Organization'
    """
    if text.startswith(("http://", "https://")):
        return text
    prefix, colon, name = text.partition(":")
    return PREFIXES[prefix] + name if colon and prefix in PREFIXES else None


def prologue() -> str:
    """The PREFIX lines of a SPARQL request."""
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
