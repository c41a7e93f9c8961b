"""The shapes: sound as SHACL, silent on the seeds, and each with an example that breaks it and nothing else."""

from __future__ import annotations

from functools import cache

import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat, Store, serialize

from kg.build import Graph
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import ID, KG, SH, GraphName, local_name, prologue
from tests.rdf.small_project import shipped_ontology, turtle_quads

FILE = shipped_ontology().shapes_files[0]
SHAPES = rdflib.Graph().parse(FILE)
NAMES = sorted(shipped_ontology().shapes)

# One of everything that a shape looks at, and nothing that a shape finds fault with.
VALID = """
id:ministry a kg:GovernmentBody , kg:Organisation , kg:Agent , kg:Entity ; rdfs:label 'ministry'@en , 'nazirlik'@az ;
    kg:partyTo id:memo .
id:acme a kg:Company , kg:Agent , kg:Entity ; rdfs:label 'Acme'@en ; kg:memberOf id:clusters .
id:memo a kg:Agreement , kg:Entity ; rdfs:label 'memo'@en ; kg:hasParty id:ministry , id:acme .
id:lab a kg:Center , kg:Agent , kg:Entity ; rdfs:label 'lab'@en ; kg:locatedIn id:baku ; kg:establishedUnder id:memo .
id:baku a kg:Place , kg:Entity ; rdfs:label 'Baku'@en .
id:clusters a kg:Initiative , kg:Entity ; rdfs:label 'clusters'@en ; kg:memberOf id:clusters-of-clusters .
id:clusters-of-clusters a kg:Initiative , kg:Entity ; rdfs:label 'clusters of clusters'@en .
id:minister a kg:Post , kg:Capacity , kg:Entity ; rdfs:label 'minister'@en ; kg:postIn id:ministry .
id:decree a kg:LegalAct , kg:Entity ; rdfs:label 'decree'@en ; kg:issuedBy id:ministry .
id:head a kg:Role , kg:Capacity , kg:Entity ; rdfs:label 'head'@en .
id:tonne a kg:Unit , kg:Entity ; rdfs:label 'tonne'@en .
id:summit a kg:Event , kg:Entity ; rdfs:label 'summit'@en .

claim:c a kg:Claim ; rdf:subject id:ministry ; rdf:predicate kg:partyTo ; rdf:object id:memo ; kg:status kg:stated ;
    kg:rank kg:normalRank ; kg:supportedBy evidence:e , evidence:r ; kg:from '2025'^^xsd:gYear ;
    kg:until '2026-01'^^xsd:gYearMonth ; kg:fromEarliest '2025-01-01'^^xsd:date ; kg:fromLatest '2025-12-31'^^xsd:date ;
    kg:untilEarliest '2026-01-01'^^xsd:date ; kg:untilLatest '2026-01-31'^^xsd:date ; kg:role id:head ;
    kg:onBehalfOf id:ministry ; kg:scope id:clusters ; kg:occasion id:summit ; kg:unit id:tonne ;
    kg:magnitude kg:million ; kg:comparison kg:about ; kg:ordinal 1 .
evidence:e a kg:Evidence ; oa:hasSource source:s ; oa:hasSelector <https://example.org/e#quote> ;
    kg:from '2025'^^xsd:gYear ; kg:until '2026-01-20'^^xsd:date .
<https://example.org/e#quote> a oa:TextQuoteSelector ; oa:exact 'signed the memo' .
evidence:r a kg:Evidence ; oa:hasSource source:s ; kg:record 'r1' .
source:s a kg:Source ; dcterms:title 'News'@en ; dcterms:language 'en' ; kg:published '2026-01-20'^^xsd:date .
"""


def replaced(subject: str, predicate: str, *objects: str) -> str:
    """SPARQL that puts these objects, or nothing, in the place of those that a subject has."""
    remove = f"DELETE WHERE {{ {subject} {predicate} ?any }}"
    added = " ".join(f"{subject} {predicate} {object_} ." for object_ in objects)
    return f"{remove} ; INSERT DATA {{ {added} }}" if objects else remove


# For each shape, what breaks it, as an update of VALID; where two ways break it, both.
BROKEN: dict[str, list[str]] = {
    "EntityNameShape": [
        replaced("id:baku", "rdfs:label"),
        replaced("id:baku", "rdfs:label", "'Baku'@en", "'Bakou'@en"),
    ],
    "AgreementPartiesShape": [replaced("id:memo", "kg:hasParty", "id:ministry"), replaced("id:memo", "kg:hasParty")],
    "CenterPlaceShape": [replaced("id:lab", "kg:locatedIn")],
    "PostShape": [replaced("id:minister", "kg:postIn")],
    "LegalActShape": [replaced("id:decree", "kg:issuedBy")],
    "EstablishedUnderShape": [replaced("id:lab", "kg:establishedUnder", "id:clusters")],
    "MemberShape": ["INSERT DATA { id:baku kg:memberOf id:clusters }"],
    "ClaimSubjectShape": [
        replaced("claim:c", "rdf:subject"),
        replaced("claim:c", "rdf:subject", "id:ministry", "id:acme"),
        replaced("claim:c", "rdf:subject", "id:nobody"),
    ],
    "ClaimPredicateShape": [
        replaced("claim:c", "rdf:predicate"),
        replaced("claim:c", "rdf:predicate", "kg:partyTo", "kg:signed"),
        replaced("claim:c", "rdf:predicate", "'partyTo'"),
    ],
    "ClaimObjectShape": [
        replaced("claim:c", "rdf:object"),
        replaced("claim:c", "rdf:object", "1", "2"),
        replaced("claim:c", "rdf:object", "_:thing"),
    ],
    "ClaimEvidenceShape": [
        replaced("claim:c", "kg:supportedBy"),
        replaced("claim:c", "kg:supportedBy", "source:s"),
    ],
    "ClaimStatusShape": [
        replaced("claim:c", "kg:status"),
        replaced("claim:c", "kg:status", "kg:stated", "kg:denied"),
        replaced("claim:c", "kg:status", "kg:rumoured"),
    ],
    "ClaimRankShape": [
        replaced("claim:c", "kg:rank"),
        replaced("claim:c", "kg:rank", "kg:normalRank", "kg:preferredRank"),
        replaced("claim:c", "kg:rank", "kg:stated"),
    ],
    "ClaimFromShape": [
        replaced("claim:c", "kg:from", "2025"),
        replaced("claim:c", "kg:from", "'2025'^^xsd:gYear", "'2024'^^xsd:gYear"),
    ],
    "ClaimUntilShape": [
        replaced("claim:c", "kg:until", "'last year'"),
        replaced("claim:c", "kg:until", "'2025'^^xsd:gYear", "'2024'^^xsd:gYear"),
    ],
    **{
        f"Claim{name}Shape": [
            replaced("claim:c", f"kg:{name[0].lower()}{name[1:]}", "'2025'^^xsd:gYear"),
            replaced("claim:c", f"kg:{name[0].lower()}{name[1:]}", "'2025-01-01'^^xsd:date", "'2025-01-02'^^xsd:date"),
        ]
        for name in ("FromEarliest", "FromLatest", "UntilEarliest", "UntilLatest")
    },
    "ClaimRoleShape": [replaced("claim:c", "kg:role", "id:ministry")],
    "ClaimOnBehalfOfShape": [replaced("claim:c", "kg:onBehalfOf", "id:memo")],
    "ClaimScopeShape": [replaced("claim:c", "kg:scope", "'the CIS'")],
    "ClaimOccasionShape": [replaced("claim:c", "kg:occasion", "id:memo")],
    "ClaimUnitShape": [
        replaced("claim:c", "kg:unit", "'t'"),
        "INSERT DATA { id:metre a kg:Unit , kg:Entity ; rdfs:label 'metre' . claim:c kg:unit id:metre }",
    ],
    "ClaimMagnitudeShape": [
        replaced("claim:c", "kg:magnitude", "1000000"),
        replaced("claim:c", "kg:magnitude", "kg:million", "kg:billion"),
    ],
    "ClaimComparisonShape": [
        replaced("claim:c", "kg:comparison", "'over'"),
        replaced("claim:c", "kg:comparison", "kg:about", "kg:exactly"),
    ],
    "ClaimOrdinalShape": [
        replaced("claim:c", "kg:ordinal", "0"),
        replaced("claim:c", "kg:ordinal", "1", "2"),
        replaced("claim:c", "kg:ordinal", "1.5"),
        replaced("claim:c", "kg:ordinal", "'first'"),
    ],
    "EvidenceShape": [replaced("evidence:e", "oa:hasSelector"), replaced("evidence:r", "kg:record")],
    "EvidenceSourceShape": [
        replaced("evidence:e", "oa:hasSource"),
        replaced("evidence:e", "oa:hasSource", "id:acme"),
        "INSERT DATA { source:t a kg:Source ; dcterms:title 'x' ; dcterms:language 'en' ."
        " evidence:e oa:hasSource source:t }",
    ],
    "EvidenceFromShape": [
        replaced("evidence:e", "kg:from", "2025"),
        replaced("evidence:e", "kg:from", "'2025'^^xsd:gYear", "'2024'^^xsd:gYear"),
    ],
    "EvidenceUntilShape": [
        replaced("evidence:e", "kg:until", "'2025-01-01T00:00:00Z'^^xsd:dateTime"),
        replaced("evidence:e", "kg:until", "'2025'^^xsd:gYear", "'2024'^^xsd:gYear"),
    ],
    "QuoteLengthShape": [
        replaced("<https://example.org/e#quote>", "oa:exact", f"'{'x' * 161}'"),
        replaced("<https://example.org/e#quote>", "oa:exact", "'one'", "'two'"),
        replaced("<https://example.org/e#quote>", "oa:exact", "''"),
    ],
    "SourceTitleShape": [
        replaced("source:s", "dcterms:title"),
        replaced("source:s", "dcterms:title", "'one'", "'two'"),
    ],
    "SourceLanguageShape": [replaced("source:s", "dcterms:language")],
    "SourcePublishedShape": [
        replaced("source:s", "kg:published", "'yesterday'"),
        replaced("source:s", "kg:published", "'2025'^^xsd:gYear", "'2024'^^xsd:gYear"),
    ],
}
# A shape that gathers others breaks where one of these does.
GATHERING = {
    "ClaimShape": "ClaimStatusShape",
    "EvidenceShape": "EvidenceSourceShape",
    "SourceShape": "SourceLanguageShape",
}
# A shape that is only an alternative of another is tried on a node of its own.
ALTERNATIVES = {
    "BeingAgentShape": "id:memo",
    "BeingInitiativeShape": "id:acme",
    "BeingAgreementShape": "id:acme",
    "BeingLegalActShape": "id:memo",
    "YearShape": "'2025-01'^^xsd:gYearMonth",
    "YearMonthShape": "'2025'^^xsd:gYear",
    "DayShape": "'2025'^^xsd:gYear",
    "QuoteShape": "evidence:r",
    "RecordShape": "evidence:e",
}
EXAMPLES = [(name, update) for name, updates in BROKEN.items() for update in updates]


def node(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(KG + name)


@cache
def valid_store() -> Store:
    store = Store()
    store.extend(turtle_quads(VALID, GraphName.ASSERTED))
    return store


def to_rdflib(store: Store) -> rdflib.Graph:
    data = serialize((quad.triple for quad in store), format=RdfFormat.N_TRIPLES)
    assert data is not None
    return rdflib.Graph().parse(data=data.decode(), format="nt")


def broken_shapes(data: rdflib.Graph, shapes: rdflib.Graph = SHAPES) -> set[str]:
    """The names of the shapes that the results name as their source."""
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(results, rdflib.Graph)
    return {local_name(str(shape)) for shape in results.objects(None, rdflib.URIRef(SH + "sourceShape"))}


def updated(update: str) -> rdflib.Graph:
    """The valid graph after an update."""
    return to_rdflib(changed_store(update))


def changed_store(update: str) -> Store:
    """The valid graph after an update, in which every default graph stands for the asserted one."""
    store = Store()
    store.bulk_extend(valid_store())
    graph = GraphName.ASSERTED.node
    for part in update.split(" ; INSERT"):
        text = part if part.startswith(("DELETE", "INSERT")) else f"INSERT{part}"
        before, _, rest = text.partition("{")
        store.update(f"{prologue()}{before}{{ GRAPH {graph} {{{rest} }}")
    return store


def test_the_shapes_are_shapes_by_the_shapes_of_shacl() -> None:
    pyshacl.validate(rdflib.Graph(), shacl_graph=SHAPES, meta_shacl=True)


def test_the_shapes_of_shacl_would_find_a_fault() -> None:
    faulty = SHAPES + rdflib.Graph().parse(
        data=prologue() + f"PREFIX sh: <{SH}> kg:EntityNameShape sh:maxCount 'one' .", format="turtle"
    )
    with pytest.raises(pyshacl.errors.ReportableRuntimeError, match="does not validate against the SHACL Shapes"):
        pyshacl.validate(rdflib.Graph(), shacl_graph=faulty, meta_shacl=True)


def test_every_shape_has_an_example_that_breaks_it() -> None:
    assert sorted({*BROKEN, *GATHERING, *ALTERNATIVES}) == NAMES


def test_the_valid_example_is_valid() -> None:
    assert broken_shapes(to_rdflib(valid_store())) == set()


@pytest.mark.parametrize(("name", "update"), EXAMPLES, ids=[f"{name}-{i}" for i, (name, _) in enumerate(EXAMPLES)])
def test_an_example_breaks_its_shape_and_no_other(name: str, update: str) -> None:
    assert broken_shapes(updated(update)) == {name}


@pytest.mark.parametrize(("name", "part"), GATHERING.items())
def test_a_shape_that_gathers_others_holds_each_of_its_targets_to_them(name: str, part: str) -> None:
    assert (node(name), rdflib.URIRef(SH + "property"), node(part)) in SHAPES
    assert (node(name), rdflib.URIRef(SH + "targetClass"), None) in SHAPES


@pytest.mark.parametrize(("name", "value"), ALTERNATIVES.items())
def test_an_alternative_fails_on_what_is_another(name: str, value: str) -> None:
    targeted = rdflib.Graph().parse(
        data=f"{prologue()}PREFIX sh: <{SH}> kg:{name} sh:targetNode {value} .", format="turtle"
    )
    assert not list(SHAPES.objects(node(name), rdflib.URIRef(SH + "targetClass"))), "it has targets of its own"
    assert broken_shapes(to_rdflib(valid_store()), SHAPES + targeted) == {name}


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_has_a_message_in_each_language_and_a_severity(name: str) -> None:
    messages = list(SHAPES.objects(node(name), rdflib.URIRef(SH + "message")))
    assert sorted(text.language or "" for text in messages if isinstance(text, rdflib.Literal)) == [
        "az",
        "en",
        "kk",
        "ru",
    ]
    assert list(SHAPES.objects(node(name), rdflib.URIRef(SH + "severity"))) == [rdflib.URIRef(SH + "Violation")]


def test_the_shapes_are_shacl_core_of_terms_that_the_ontology_knows() -> None:
    ontology = shipped_ontology()
    known = {t.subject.value for t in ontology.triples if hasattr(t.subject, "value")}
    mentioned = {str(term) for triple in SHAPES for term in triple if str(term).startswith(KG)}
    assert {local_name(iri) for iri in mentioned - known} == set(NAMES)
    assert not [p for p in SHAPES.predicates() if str(p) in (SH + "sparql", SH + "js", SH + "rule")]


TARGETS = [
    (local_name(str(shape)), str(kind))
    for shape, kind in sorted(SHAPES.subject_objects(rdflib.URIRef(SH + "targetClass")))
]


@pytest.fixture(scope="module")
def seeds(graph: Graph) -> rdflib.Graph:
    """The graphs of the seeds that are validated."""
    store = Store()
    for name in (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.INFERRED):
        store.extend(quad for quad in graph.store.quads_for_pattern(None, None, None, name.node))
        assert graph_triples(graph.store, name)
    return to_rdflib(store)


@pytest.mark.parametrize(("name", "kind"), TARGETS)
def test_a_shape_has_something_to_look_at_in_the_seeds(name: str, kind: str, seeds: rdflib.Graph) -> None:
    assert (None, rdflib.RDF.type, rdflib.URIRef(kind)) in seeds, name


def test_the_seeds_break_only_what_is_excused(graph: Graph, seeds: rdflib.Graph) -> None:
    _, results, _ = pyshacl.validate(seeds, shacl_graph=SHAPES, inference="none")
    assert isinstance(results, rdflib.Graph)
    found = {
        (str(results.value(result, rdflib.URIRef(SH + "focusNode"))).removeprefix(ID), local_name(str(shape)))
        for result, shape in results.subject_objects(rdflib.URIRef(SH + "sourceShape"))
    }
    assert found == {(item.entity, item.shape) for item in graph.project.exemptions}
