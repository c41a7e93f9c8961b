"""Validation: violations as values, exceptions that excuse and exceptions that are needless, checks, contradictions."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.build import Graph, make_graph
from kg.facts.model import Exemption, Row
from kg.facts.problems import InputError
from kg.rdf.inference import Contradiction
from kg.rdf.queries import NamedQuery
from kg.rdf.validation import (
    Verdict,
    Violation,
    check_queries,
    contradiction_violation,
    run_checks,
    validate_shapes,
)
from kg.rdf.vocabulary import GraphName, prologue, term, thing
from kg.resources import Resources
from tests.rdf.small_project import copy_of, shipped_ontology, small_graph, turtle_store, write_project

PARTIES = [
    {"subject": name, "predicate": "partyTo", "object": agreement}
    for agreement in ("memo", "treaty")
    for name in ("acme", "globex")
]
PLACE = Violation("shape", "CenterPlaceShape", "id:lab", "A center needs a place in which it is located.")


def of_shapes(graph: Graph) -> Verdict:
    """The verdict without what the checks found, which are other people's rules and have tests of their own."""
    kinds = ("shape", "exception")
    return Verdict(tuple(item for item in graph.verdict.violations if item.kind in kinds), graph.verdict.excused)


def exemption(entity: str, shape: str, line: int = 2) -> Exemption:
    return Exemption(entity, shape, "no source tells", Row("seeds/exceptions.csv", line))


# Shapes and exceptions


def test_a_violation_names_the_thing_the_shape_and_the_fault(tmp_path: Path) -> None:
    assert of_shapes(small_graph(tmp_path, *PARTIES)) == Verdict((PLACE,), 0)


def test_an_exception_excuses(tmp_path: Path) -> None:
    excuse = ("lab", "CenterPlaceShape", "no source tells where it is")
    graph = make_graph(write_project(tmp_path / "seeds", PARTIES, exceptions=[excuse]))
    assert of_shapes(graph) == Verdict((), 1)


def test_an_exception_excuses_its_thing_alone_and_its_shape_alone(tmp_path: Path) -> None:
    excuses = [("lab", "AgreementPartiesShape", "wrong shape"), ("baku", "CenterPlaceShape", "wrong thing")]
    graph = make_graph(write_project(tmp_path / "seeds", PARTIES, exceptions=excuses))
    assert PLACE in graph.verdict.violations
    assert graph.verdict.excused == 0
    assert {item.kind for item in of_shapes(graph).violations} == {"shape", "exception"}


def test_a_needless_exception_is_a_violation_with_its_line(tmp_path: Path) -> None:
    located = {"subject": "lab", "predicate": "locatedIn", "object": "baku"}
    excuse = ("lab", "CenterPlaceShape", "no longer true")
    graph = make_graph(write_project(tmp_path / "seeds", [*PARTIES, located], exceptions=[excuse]))
    file = tmp_path / "seeds" / "exceptions.csv"
    assert of_shapes(graph) == Verdict(
        (
            Violation(
                "exception", "CenterPlaceShape", "id:lab", f"this exception excuses nothing ({file}:2): remove it"
            ),
        ),
        0,
    )


def test_a_place_that_only_inference_knows_satisfies(tmp_path: Path) -> None:
    """The place of the laboratory is told the other way round, and a party by a signature on its behalf."""
    facts = [
        {"subject": "baku", "predicate": "locationOf", "object": "lab"},
        {"subject": "minister", "predicate": "signed", "object": "memo", "onBehalfOf": "ministry"},
        {"subject": "acme", "predicate": "partyTo", "object": "memo"},
        *PARTIES[2:],
    ]
    assert of_shapes(small_graph(tmp_path, *facts)) == Verdict((), 0)


def test_an_exception_may_name_the_part_or_the_whole() -> None:
    """A claim without evidence breaks the shape for evidence, of which the shape for claims is made."""
    label = "id:acme a kg:Entity , kg:Company ; rdfs:label 'Acme' ."
    claims = (
        "id:odd a kg:Claim ; rdf:subject id:acme ; rdf:predicate kg:kind ; rdf:object id:acme ;"
        " kg:status kg:stated ; kg:rank kg:normalRank ."
    )
    store = turtle_store(label, claims)
    found = validate_shapes(store, shipped_ontology(), [])
    assert found.violations == (
        Violation("shape", "ClaimShape", "id:odd", "A claim needs at least one piece of evidence."),
    )
    for shape in ("ClaimEvidenceShape", "ClaimShape"):
        assert validate_shapes(store, shipped_ontology(), [exemption("odd", shape)]) == Verdict((), 1)


def test_violations_are_sorted(tmp_path: Path) -> None:
    graph = small_graph(tmp_path, PARTIES[0])
    assert [(item.rule, item.node) for item in of_shapes(graph).violations] == [
        ("AgreementPartiesShape", "id:memo"),
        ("AgreementPartiesShape", "id:treaty"),
        ("CenterPlaceShape", "id:lab"),
    ]


def test_an_empty_store_breaks_nothing() -> None:
    assert validate_shapes(Store(), shipped_ontology(), []) == Verdict((), 0)


def test_the_graphs_of_ontology_and_analysis_are_not_looked_at(graph: Graph) -> None:
    store = copy_of(graph.store)
    for name in (GraphName.ONTOLOGY, GraphName.ANALYSIS):
        store.remove_graph(name.node)
    assert validate_shapes(store, graph.ontology, graph.project.exemptions).violations == ()


def test_each_exception_of_the_seeds_is_needed(graph: Graph) -> None:
    assert graph.project.exemptions
    for left_out in graph.project.exemptions:
        others = [item for item in graph.project.exemptions if item is not left_out]
        (found,) = validate_shapes(graph.store, graph.ontology, others).violations
        assert (found.node, found.rule) == (f"id:{left_out.entity}", left_out.shape)


@pytest.mark.parametrize("predicate", ["kg:supportedBy", "oa:hasSource", "rdfs:label", "kg:status"])
def test_the_seeds_without_a_kind_of_triple_are_not_valid(predicate: str, graph: Graph) -> None:
    store = copy_of(graph.store)
    store.update(f"{prologue()}DELETE WHERE {{ GRAPH ?any {{ ?s {predicate} ?o }} }}")
    assert validate_shapes(store, graph.ontology, graph.project.exemptions).violations


# Checks


def check(folder: Path, text: str) -> NamedQuery:
    path = folder / "some-check.rq"
    path.write_text(text, encoding="utf-8")
    return NamedQuery.read(path)


def test_each_row_of_a_check_is_a_violation_whose_first_cell_is_the_node(tmp_path: Path) -> None:
    query = check(
        tmp_path,
        "#+ summary: A city needs a country\n"
        "SELECT ?city ?name ?nothing WHERE { ?city a kg:City ; rdfs:label ?name } ORDER BY ?city",
    )
    store = turtle_store("id:baku a kg:City ; rdfs:label 'Baku'@en . id:ganja a kg:City ; rdfs:label 'Ganja'@en .")
    assert run_checks(store, [query]) == [
        Violation("check", "some-check", "id:baku", "A city needs a country (Baku)"),
        Violation("check", "some-check", "id:ganja", "A city needs a country (Ganja)"),
    ]


def test_a_check_without_rows_is_passed(tmp_path: Path) -> None:
    query = check(tmp_path, "#+ summary: x\nSELECT ?x WHERE { ?x a kg:City }")
    assert run_checks(turtle_store("id:x a kg:Company ."), [query]) == []


def test_checks_run_on_the_union_of_all_graphs(tmp_path: Path) -> None:
    query = check(tmp_path, "#+ summary: x\nSELECT ?x WHERE { ?x a kg:City . ?c rdf:subject ?x }")
    store = turtle_store("id:baku a kg:City .", "claim:c rdf:subject id:baku .")
    assert [item.node for item in run_checks(store, [query])] == ["id:baku"]


def test_the_shipped_checks_are_read_by_name_and_passed_by_the_seeds(graph: Graph) -> None:
    checks = check_queries(Resources.shipped().checks)
    assert [item.name for item in checks] == sorted(path.stem for path in Resources.shipped().checks[0].glob("*.rq"))
    assert run_checks(graph.store, checks) == []


def test_a_check_without_a_header_is_named(tmp_path: Path) -> None:
    (tmp_path / "bare.rq").write_text("SELECT ?x WHERE { ?x a kg:City }", encoding="utf-8")
    with pytest.raises(InputError, match=r"bare\.rq:1: "):
        check_queries([tmp_path])


# Contradictions


@pytest.mark.parametrize(
    ("claims", "because"),
    [(["a", "b"], "claim:a, claim:b"), ([], "the classes in entities.csv")],
)
def test_a_contradiction_in_words(claims: list[str], because: str) -> None:
    found = Contradiction(thing("x"), term("Agent"), term("Agreement"))
    assert contradiction_violation(found, claims) == Violation(
        "contradiction",
        "disjoint",
        "id:x",
        f"is both kg:Agent and kg:Agreement, which share nothing; this rests on {because}",
    )


def test_the_seeds_are_valid(graph: Graph) -> None:
    assert graph.verdict == Verdict((), len(graph.project.exemptions))
