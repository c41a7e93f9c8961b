"""Compiled shapes against pySHACL: on every example that breaks a shape, on the seeds, on graphs damaged at random."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from kg.build import Graph
from kg.rdf.judging import CompiledShapes
from kg.rdf.ontology import Ontology
from kg.rdf.store import graph_triples
from kg.rdf.validation import Verdict, Violation, validate_change, validate_shapes
from kg.rdf.vocabulary import SH, XSD, GraphName, local_name, prologue, shorten, term, thing
from kg.resources import Resources
from tests.rdf.small_project import copy_of, shipped_ontology, turtle_store
from tests.rdf.test_shapes import EXAMPLES, VALID, changed_store

LAYERS = (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.INFERRED)
LAW = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


def by_pyshacl(store: Store, ontology: Ontology) -> list[Violation]:
    """The violations that pySHACL finds in the whole graph by all shapes."""
    data, shapes = rdflib.Graph(), rdflib.Graph()
    for name in LAYERS:
        data.parse(data=serialize(graph_triples(store, name), format=RdfFormat.N_TRIPLES) or b"", format="nt")
    for file in ontology.shapes_files:
        shapes.parse(file, format="turtle")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    assert isinstance(results, rdflib.Graph)
    found = []
    for result in results.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        source = results.value(result, rdflib.URIRef(SH + "sourceShape"))
        holders = sorted(str(shape) for shape in shapes.subjects(rdflib.URIRef(SH + "property"), source))
        messages = results.objects(result, rdflib.URIRef(SH + "resultMessage"))
        texts = {getattr(text, "language", None) or "": str(text) for text in messages}
        node = str(results.value(result, rdflib.URIRef(SH + "focusNode")))
        rule = local_name([str(source), *holders][-1])
        found.append(Violation("shape", rule, shorten(node), texts.get("en") or texts.get("") or ""))
    return sorted(found)


def ours(store: Store, ontology: Ontology) -> list[Violation]:
    return list(validate_shapes(store, ontology, ()).violations)


@pytest.mark.parametrize(("name", "update"), EXAMPLES, ids=[f"{name}-{i}" for i, (name, _) in enumerate(EXAMPLES)])
def test_an_example_that_breaks_a_shape_breaks_it_alike(name: str, update: str) -> None:
    store = changed_store(update)
    found = ours(store, shipped_ontology())
    assert found == by_pyshacl(store, shipped_ontology())
    assert found, "the example breaks nothing"


def test_what_is_valid_is_valid() -> None:
    assert ours(turtle_store(VALID), shipped_ontology()) == []


def test_all_shipped_shapes_are_compiled() -> None:
    assert CompiledShapes(Store(), shipped_ontology()).left == {}


# Damage


@cache
def seeds() -> tuple[Quad, ...]:
    """The seeds that are validated, inference included."""
    from kg.build import make_graph

    store = make_graph(Resources.shipped().seeds).store
    return tuple(sorted((quad for quad in store if quad.graph_name in {name.node for name in LAYERS}), key=str))


def damaged(seed: int) -> tuple[Store, list[Quad]]:
    """The seeds with some quads missing, doubled with another object, or with an object that is none; and which."""
    chance = random.Random(seed)
    quads = seeds()
    objects = [quad.object for quad in chance.sample(quads, 50) if isinstance(quad.object, NamedNode | Literal)]
    odd: list[Literal | NamedNode] = [
        Literal("2025-02-30", datatype=NamedNode(XSD + "date")),
        Literal("soon", datatype=NamedNode(XSD + "gYear")),
        Literal("0", datatype=NamedNode(XSD + "integer")),
        Literal("x" * 161),
        Literal(""),
        Literal("twin", language="en"),
        Literal("Twin", language="EN"),
        thing("nobody"),
        term("stated"),
    ]
    store = Store()
    store.bulk_extend(quads)
    changed = []
    for quad in chance.sample(quads, 60):
        what = chance.randrange(3)
        if what != 1:
            store.remove(quad)
            changed.append(quad)
        if what != 0:
            object_ = chance.choice([*odd, *objects])
            added = Quad(quad.subject, quad.predicate, object_, quad.graph_name)
            if added not in store and not (quad.predicate.value.endswith("#type") and isinstance(object_, Literal)):
                store.add(added)
                changed.append(added)
    return store, changed


@LAW
@given(st.integers(0, 10_000))
def test_a_graph_damaged_at_random_is_judged_alike_and_by_what_changed(seed: int) -> None:
    store, changed = damaged(seed)
    whole = Store()
    whole.bulk_extend(seeds())
    expected = by_pyshacl(store, shipped_ontology())
    assert ours(store, shipped_ontology()) == expected
    before = validate_shapes(whole, shipped_ontology(), ())
    assert list(validate_change(store, shipped_ontology(), (), before, changed).violations) == expected
    # … and back again.
    after = Verdict(tuple(expected), 0)
    assert validate_change(whole, shipped_ontology(), (), after, changed) == before


def test_an_exemption_is_kept_count_of_when_only_a_change_is_looked_at(graph: Graph) -> None:
    exemptions = graph.project.exemptions
    before = validate_shapes(graph.store, graph.ontology, exemptions)
    assert before == Verdict((), len(exemptions))
    assert validate_change(graph.store, graph.ontology, exemptions, before, ()) == before
    store = copy_of(graph.store)
    [item] = exemptions
    added = Quad(thing(item.entity), term("locatedIn"), thing("baku"), GraphName.ASSERTED.node)
    store.extend([added, Quad(added.subject, term("hasParty"), thing("baku"), GraphName.ASSERTED.node)])
    found = validate_change(store, graph.ontology, exemptions, before, [added])
    assert found == validate_shapes(store, graph.ontology, exemptions)


# A project's own shapes

OWN = """
PREFIX own: <https://w3id.org/partnership-kg/own#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
own:Far a sh:NodeShape ; sh:targetObjectsOf kg:locatedIn ; sh:nodeKind sh:IRI ; sh:message "a place is a thing" ;
    sh:property own:Inside , own:Held .
own:Inside sh:path [ sh:inversePath kg:locatedIn ] ; sh:minCount 2 ; sh:message "two things are here"@en .
own:Held sh:path kg:locatedIn ; sh:hasValue id:earth ; sh:message "all is on earth" .
own:Two a sh:PropertyShape ; sh:targetNode id:a , id:nobody ; sh:targetClass kg:Company ;
    sh:path ( kg:locatedIn rdfs:label ) ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 2 ; sh:message "one long name" .
own:Few a sh:PropertyShape ; sh:targetSubjectsOf kg:employs ; sh:path kg:employs ; sh:message "few" ;
    sh:minExclusive 0 ; sh:maxExclusive 10 ; sh:maxInclusive 9 ; sh:nodeKind sh:Literal .
own:Off a sh:PropertyShape ; sh:deactivated true ; sh:targetClass kg:Company ; sh:path kg:employs ; sh:minCount 9 ;
    sh:message "off" .
"""
BEYOND = """
own:Named a sh:PropertyShape ; sh:targetClass kg:Company ; sh:path rdfs:label ; sh:pattern "^[A-Z]" ; sh:message "big" .
own:Wordless a sh:PropertyShape ; sh:targetClass kg:Company ; sh:path kg:employs ; sh:minCount 1 .
own:NotBoth a sh:NodeShape ; sh:targetClass kg:Company ; sh:not [ sh:class kg:City ] ; sh:message "both" .
own:Closed a sh:NodeShape ; sh:targetClass kg:City ; sh:closed true ; sh:ignoredProperties ( rdf:type rdfs:label ) ;
    sh:message "closed" .
[] a sh:NodeShape ; sh:targetClass kg:Event ; sh:class kg:Place ; sh:message "no name" .
"""
DATA = """
id:a a kg:Company , kg:City ; rdfs:label 'a' ; kg:locatedIn id:b , id:c ; kg:employs 0 , 10 , 9.5 , 'many' .
id:b rdfs:label 'B' ; kg:locatedIn id:earth . id:c rdfs:label 'Cee' ; kg:locatedIn id:b .
id:d a kg:Company ; rdfs:label 'Dee' ; kg:locatedIn 'nowhere' ; kg:employs id:a .
"""


def own_ontology(folder: Path, text: str) -> Ontology:
    (folder / "shapes.ttl").write_text(prologue() + text, encoding="utf-8")
    return Ontology(Resources.shipped().ontology, folder)


def test_own_shapes_are_judged_alike(tmp_path: Path) -> None:
    ontology, store = own_ontology(tmp_path, OWN), turtle_store(DATA)
    assert CompiledShapes(store, ontology).left == {}
    found = ours(store, ontology)
    assert found == by_pyshacl(store, ontology)
    assert {item.rule for item in found} >= {"Far", "Two", "Few"}


def test_what_has_no_translation_is_left_to_pyshacl_and_said(tmp_path: Path) -> None:
    ontology, store = own_ontology(tmp_path, OWN + BEYOND), turtle_store(DATA)
    left = CompiledShapes(store, ontology).left
    assert sorted(left.values()) == ["a shape without a name", "no sh:message", "sh:closed", "sh:not", "sh:pattern"]
    assert ours(store, ontology) == by_pyshacl(store, ontology)
    before = validate_shapes(store, ontology, ())
    assert before.left == (
        *("(no name): a shape without a name", "Closed: sh:closed", "Named: sh:pattern", "NotBoth: sh:not"),
        "Wordless: no sh:message",
    )
    quads = [quad for quad in store if quad.predicate.value.endswith("employs")]
    for quad in quads:
        store.remove(quad)
    assert validate_change(store, ontology, (), before, quads) == validate_shapes(store, ontology, ())


def test_subclasses_in_the_data_are_left_to_pyshacl() -> None:
    store = turtle_store("kg:Company rdfs:subClassOf kg:Entity . id:a a kg:Company .")
    found = ours(store, shipped_ontology())
    assert found == by_pyshacl(store, shipped_ontology())
    assert [item.rule for item in found] == ["EntityNameShape"]
