"""What the shipped questions ask about: every class, nearly every property, and who asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import rdflib
import yaml
from rdflib.namespace import OWL, RDF
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql import prepareQuery

from kg.rdf.queries import NamedQuery
from kg.rdf.vocabulary import KG
from kg.resources import Resources
from tests.queries.answers import QUESTIONS, bound_text

ASKERS = {"ministry-analyst", "journalist", "think-tank-researcher", "engineer", "diplomat"}
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
LEFT_OUT = {
    "concluded": "marks the relations that a rule may conclude, for the program's own check; nobody asks about it",
    "engine": "names the version of a library, so that an answer would change with each upgrade and not with the facts",
    "inversePhrase": "wording for views; the question `ties` asks for the wording in one direction",
    "qualifier": "tells the program which properties qualify a claim; nobody asks about it",
    "qualifierTold": "keeps what each source told where sources differ in a particular, which no shipped ones do",
    "single": "tells the program which relations have one object at a time; nobody asks about it",
    "spell": "only where a relation ended and began again, which no shipped one did",
}
"""Properties that no question names, each with the reason."""


def terms_of(query: NamedQuery) -> set[str]:
    """The local names of our terms in a parsed question, its parameters at their defaults."""
    return {str(iri).removeprefix(KG) for iri in _iris(prepareQuery(bound_text(query)).algebra) if iri.startswith(KG)}


def _iris(node: object) -> Iterator[rdflib.URIRef]:
    """All IRIs of an algebra, those in property paths and VALUES among them."""
    if isinstance(node, rdflib.URIRef):
        yield node
    elif isinstance(node, PropertyPath):
        for part in vars(node).values():
            yield from _iris(part)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _iris(key)
            yield from _iris(value)
    elif isinstance(node, list | tuple | set | frozenset):
        for item in node:
            yield from _iris(item)


def ours(*kinds: rdflib.URIRef) -> set[str]:
    """The local names of the ontology's own terms of these kinds."""
    graph = rdflib.Graph().parse(Resources.shipped().ontology / "partnership.ttl")
    found = {str(node) for kind in kinds for node in graph.subjects(RDF.type, kind)}
    return {iri.removeprefix(KG) for iri in found if iri.startswith(KG)}


ASKED = {name: terms_of(query) for name, query in QUESTIONS.items()}
EVERYTHING_ASKED = set().union(*ASKED.values())


def test_terms_are_found_wherever_a_query_may_name_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("question") / "q.rq"
    path.write_text(
        "#+ summary: q\n#+ defaults:\n#+   - c: 'https://w3id.org/partnership-kg/ontology#A'\n"
        f"PREFIX kg: <{KG}>\nSELECT ?x WHERE {{ ?x a ?_c_iri ; kg:b|^kg:c/kg:d? ?y . VALUES ?y {{ kg:e }} "
        "OPTIONAL { ?y !kg:f ?z } FILTER NOT EXISTS { ?z ?w kg:g } FILTER (?y IN (kg:h)) BIND (kg:i AS ?i) }",
        encoding="utf-8",
    )
    assert terms_of(NamedQuery.read(path)) == set("Abcdefghi")


def test_every_class_is_asked_about() -> None:
    assert ours(OWL.Class) - EVERYTHING_ASKED == set()


def test_nearly_every_property_is_asked_about_and_the_others_have_a_reason() -> None:
    properties = ours(*PROPERTY_KINDS)
    assert properties - EVERYTHING_ASKED == set(LEFT_OUT)
    assert len(LEFT_OUT) <= 0.05 * len(properties)


def test_some_forty_questions_and_no_more_than_a_person_reads() -> None:
    assert 40 <= len(QUESTIONS) <= 60


@pytest.mark.parametrize("query", QUESTIONS.values(), ids=QUESTIONS)
def test_each_question_says_who_asks_it(query: NamedQuery) -> None:
    header = "\n".join(line[3:] for line in query.text.splitlines() if line.startswith("#+ "))
    tags = yaml.safe_load(header)["tags"]
    assert len(tags) == 1 and set(tags) <= ASKERS


def test_each_kind_of_user_asks_several() -> None:
    for asker in ASKERS:
        assert sum(f"#+   - {asker}\n" in query.text for query in QUESTIONS.values()) >= 4


def test_no_two_questions_are_about_the_same() -> None:
    """Two questions may share terms, but none asks only for what another asks for too."""
    texts = [question for query in QUESTIONS.values() for question in query.questions.values()]
    assert len(set(texts)) == len(texts)
    assert len({query.title for query in QUESTIONS.values()}) == len(QUESTIONS)
