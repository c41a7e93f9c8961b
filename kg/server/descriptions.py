"""RDF that a server tells of things, of itself and of its dataset."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.exports.jsonld import write_framed
from kg.facts.model import Claim
from kg.rdf.ontology import Ontology
from kg.rdf.serialise import skolemise
from kg.rdf.vocabulary import (
    BASE,
    CLAIM,
    DCTERMS,
    EVIDENCE,
    KG,
    PREFIXES,
    RDF,
    SOURCE,
    TYPE,
    XSD,
    GraphName,
    schema_term,
    thing,
)
from kg.server.negotiation import Form
from kg.server.site import FILES, Site

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RDF = {
    Form.TURTLE: RdfFormat.TURTLE,
    Form.N_TRIPLES: RdfFormat.N_TRIPLES,
    Form.JSON_LD: RdfFormat.JSON_LD,
    Form.RDF_XML: RdfFormat.RDF_XML,
}
_RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


def write_graph(triples: Iterable[Triple], form: Form) -> bytes:
    """Triples in a form of RDF, sorted, each once, with the prefixes that they use."""
    ordered = sorted(set(triples), key=lambda t: (str(t.subject), t.predicate != TYPE, str(t.predicate), str(t.object)))
    text = " ".join(str(node) for t in ordered for node in (t.subject, t.predicate, t.object))
    known = {**PREFIXES, "sd": SD, "void": VOID}
    prefixes = {name: iri for name, iri in known.items() if f"<{iri}" in text}
    return serialize(ordered, format=_RDF[form], prefixes=prefixes) or b""


def write_framed_graph(site: Site, triples: Iterable[Triple], form: Form, first: str) -> bytes:
    """The same; JSON-LD framed with our context as `kg export jsonld` does, what `first` names at its head."""
    if form is not Form.JSON_LD:
        return write_graph(triples, form)
    out = io.BytesIO()
    write_framed(triples, site.catalogue.ontology, out, first)
    return out.getvalue()


def thing_graph(site: Site, key: str) -> set[Triple]:
    """A thing's triples in both directions, and the claims that it stands in with all their evidence."""
    node = thing(key)
    store = site.catalogue.store
    found = {quad.triple for quad in store.quads_for_pattern(node, None, None, None)}
    for graph in (GraphName.ASSERTED, GraphName.INFERRED):
        found |= {quad.triple for quad in store.quads_for_pattern(None, None, node, graph.node)}
    for claim in site.claims_about.get(key, ()):
        found |= claim_graph(site, claim)
    return found


def claim_graph(site: Site, claim: Claim) -> set[Triple]:
    """A claim with its evidence, the selectors of its quotes, and its sources."""
    found = _about(site, CLAIM + claim.key)
    for item in claim.evidence:
        iri = EVIDENCE + item.key
        for name in (iri, iri + "#quote", iri + "#position", SOURCE + item.source):
            found |= _about(site, name)
    return found


def source_graph(site: Site, key: str) -> set[Triple]:
    """A source, and which evidence rests on it."""
    store = site.catalogue.store
    node = NamedNode(SOURCE + key)
    incoming = {quad.triple for quad in store.quads_for_pattern(None, None, node, GraphName.CLAIMS.node)}
    return _about(site, SOURCE + key) | incoming


def ontology_graph(ontology: Ontology) -> list[Triple]:
    """The ontology, without blank nodes."""
    return skolemise(ontology.triples)


def _about(site: Site, iri: str) -> set[Triple]:
    return {quad.triple for quad in site.catalogue.store.quads_for_pattern(NamedNode(iri), None, None, None)}


def service_description(site: Site, origin: str) -> list[Triple]:
    """The endpoint in the terms of SPARQL 1.1 Service Description; `origin` is the server's own address."""
    service, dataset = NamedNode(f"{origin}/sparql"), NamedNode(f"{origin}/.well-known/void#dataset")
    found = [
        Triple(service, TYPE, NamedNode(SD + "Service")),
        Triple(service, NamedNode(SD + "endpoint"), service),
        Triple(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query")),
        Triple(service, NamedNode(SD + "feature"), NamedNode(SD + "UnionDefaultGraph")),
        Triple(service, NamedNode(SD + "defaultDataset"), dataset),
        Triple(dataset, TYPE, NamedNode(SD + "Dataset")),
    ]
    found += [Triple(service, NamedNode(SD + "resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULT_FORMATS]
    default = NamedNode(f"{origin}/sparql#default")
    found += [
        Triple(dataset, NamedNode(SD + "defaultGraph"), default),
        Triple(default, TYPE, NamedNode(SD + "Graph")),
    ]
    for name, size in site.graph_sizes.items():
        entry = NamedNode(f"{origin}/sparql#{name.value}")
        graph = NamedNode(f"{origin}/sparql#graph-{name.value}")
        found += [
            Triple(dataset, NamedNode(SD + "namedGraph"), entry),
            Triple(entry, TYPE, NamedNode(SD + "NamedGraph")),
            Triple(entry, NamedNode(SD + "name"), name.node),
            Triple(entry, NamedNode(SD + "graph"), graph),
            Triple(graph, TYPE, NamedNode(SD + "Graph")),
            Triple(graph, NamedNode(VOID + "triples"), _number(size)),
        ]
    return found


def dataset_description(site: Site, origin: str) -> list[Triple]:
    """The dataset in the terms of VoID: what it holds, where it is asked and downloaded."""
    node = NamedNode(f"{origin}/.well-known/void#dataset")
    about = site.catalogue

    def says(name: str, value: NamedNode | Literal) -> Triple:
        return Triple(node, NamedNode(name), value)

    found = [
        says(RDF + "type", NamedNode(VOID + "Dataset")),
        says(DCTERMS + "title", Literal("Partnership KG", language="en")),
        says(DCTERMS + "license", NamedNode("https://creativecommons.org/licenses/by/4.0/")),
        says(VOID + "sparqlEndpoint", NamedNode(f"{origin}/sparql")),
        says(VOID + "uriSpace", Literal(BASE)),
        says(VOID + "vocabulary", NamedNode(KG)),
        says(VOID + "triples", _number(sum(site.graph_sizes.values()))),
        says(VOID + "entities", _number(len(about.entities))),
        says(VOID + "feature", NamedNode(_FORMATS + "Turtle")),
    ]
    found += [
        says(VOID + "dataDump", NamedNode(f"{origin}/files/{name}"))
        for name in FILES
        if not name.endswith(".json") and (site.build / name).is_file()
    ]
    examples = sorted(site.claims_about, key=lambda key: (-len(site.claims_about[key]), key))[:3]
    found += [says(VOID + "exampleResource", thing(key)) for key in examples]
    found += list(_class_partitions(site, node))
    return found


def _class_partitions(site: Site, node: NamedNode) -> Iterator[Triple]:
    """Each class with its things, those of its subclasses too: the dataset says of them that they are of it."""
    superclasses = site.catalogue.schema.superclasses
    counts: dict[str, int] = {}
    for entity in site.catalogue.entities.values():
        for name in superclasses[entity.class_name]:
            counts[name] = counts.get(name, 0) + 1
    for name in sorted(counts):
        part = NamedNode(f"{node.value}-{name}")
        yield Triple(node, NamedNode(VOID + "classPartition"), part)
        yield Triple(part, NamedNode(VOID + "class"), schema_term(name, site.catalogue.schema))
        yield Triple(part, NamedNode(VOID + "entities"), _number(counts[name]))


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))
