"""Reasons: every inferred triple has one, it ends in what is asserted or claimed, and each of its steps is sound."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.build import Graph
from kg.rdf.closure import Axioms, compile_axioms
from kg.rdf.explain import Explainer, Reason, Statement
from kg.rdf.inference import infer
from kg.rdf.mapping import simple_triple
from kg.rdf.rules import read_rules
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import CLAIM, EVIDENCE, LABEL, OA, TYPE, GraphName, term, thing
from tests.rdf.small_project import shipped_ontology, small_graph, statement, turtle_quads, turtle_store


def all_reasons(reason: Reason) -> Iterator[Reason]:
    yield reason
    for premise in reason.premises:
        yield from all_reasons(premise)


def height(reason: Reason) -> int:
    return 1 + max(map(height, reason.premises)) if reason.premises else 0


@pytest.fixture(scope="module")
def explainer(graph: Graph) -> Explainer:
    return Explainer(graph.store, graph.rules)


@pytest.fixture(scope="module")
def reasons(graph: Graph, explainer: Explainer) -> dict[Statement, Reason]:
    """The reason of each inferred triple of the seeds; None would have failed here."""
    found = {}
    for triple in graph_triples(graph.store, GraphName.INFERRED):
        reason = explainer.explain(statement(triple))
        assert reason is not None, f"nobody knows why {triple}"
        found[statement(triple)] = reason
    return found


@pytest.fixture(scope="module")
def axioms() -> Axioms:
    return compile_axioms(shipped_ontology())


def test_every_inferred_triple_has_a_reason_for_itself(reasons: dict[Statement, Reason]) -> None:
    assert reasons
    for wanted, reason in reasons.items():
        assert reason.statement == wanted
        assert reason.rule is not None and reason.premises and reason.claims == ()


def test_leaves_are_asserted_or_of_the_claim_layer(graph: Graph, reasons: dict[Statement, Reason]) -> None:
    for top in reasons.values():
        for reason in all_reasons(top):
            if reason.rule is None:
                name = GraphName.CLAIMS if reason.is_about_a_claim else GraphName.ASSERTED
                assert Quad(*reason.statement, name.node) in graph.store
            else:
                assert Quad(*reason.statement, GraphName.INFERRED.node) in graph.store


def test_each_rule_yields_its_triple_from_its_premises_alone(reasons: dict[Statement, Reason]) -> None:
    """The rule is run in a store that holds the premises and nothing else."""
    steps = {
        (reason.statement, reason.rule.name): reason
        for top in reasons.values()
        for reason in all_reasons(top)
        if reason.rule is not None
    }
    for reason in steps.values():
        assert reason.rule is not None
        store = Store()
        for premise in reason.premises:
            name = GraphName.CLAIMS if premise.is_about_a_claim else GraphName.ASSERTED
            store.add(Quad(*premise.statement, name.node))
        store.update(reason.rule.update())
        assert Quad(*reason.statement, GraphName.INFERRED.node) in store, reason


def test_no_reason_goes_in_a_circle(reasons: dict[Statement, Reason]) -> None:
    def check(reason: Reason, above: frozenset[Statement]) -> None:
        assert reason.statement not in above
        for premise in reason.premises:
            check(premise, above | {reason.statement})

    for top in reasons.values():
        check(top, frozenset())


def test_claims_in_reasons_exist_and_are_asserted(graph: Graph, reasons: dict[Statement, Reason]) -> None:
    claims = {claim.key: claim for claim in graph.claims.claims}
    named = {key for reason in reasons.values() for key in reason.all_claims()}
    assert named
    assert named <= {key for key, claim in claims.items() if claim.asserted}


def test_relations_rest_on_claims_and_types_need_none(reasons: dict[Statement, Reason]) -> None:
    kind = term("kind")
    for (_, predicate, _), reason in reasons.items():
        leaves = [item.statement for item in all_reasons(reason) if item.rule is None]
        if predicate != TYPE and not any(leaf[1] == kind for leaf in leaves):
            assert reason.all_claims(), reason.statement


def test_what_is_asserted_gives_its_claims(graph: Graph, explainer: Explainer) -> None:
    by_statement: dict[Statement, set[str]] = {}
    for claim in graph.claims.claims:
        if claim.asserted:
            by_statement.setdefault(simple_triple(claim, graph.ontology.schema), set()).add(claim.key)
    assert any(isinstance(object_, Literal) for _, _, object_ in by_statement), "the seeds tell no figure"
    for wanted, keys in by_statement.items():
        reason = explainer.explain(wanted)
        assert reason is not None and reason.rule is None and reason.premises == ()
        assert reason.claims == tuple(sorted(keys)) == explainer.claims(wanted)


def test_types_and_names_are_asserted_without_claims(graph: Graph, explainer: Explainer) -> None:
    named = next(t for t in graph_triples(graph.store, GraphName.ASSERTED) if t.predicate == LABEL)
    reason = explainer.explain(statement(named))
    assert reason == Reason(statement(named), None, (), ())


def test_what_is_not_in_the_graph_gives_none(explainer: Explainer, graph: Graph) -> None:
    node = thing(next(iter(graph.project.entities)))
    assert explainer.explain((node, term("partyTo"), node)) is None
    assert explainer.explain((thing("nobody-knows"), TYPE, term("Agent"))) is None
    assert explainer.explain((term("signed"), TYPE, NamedNode("http://www.w3.org/2002/07/owl#ObjectProperty"))) is None


def test_only_the_claims_that_put_it_into_the_simple_layer_are_reasons(tmp_path: Path) -> None:
    """Four claims say the same, in other roles; three of them are planned, deprecated and superseded."""
    signed = {"subject": "minister", "predicate": "signed", "object": "memo"}
    graph = small_graph(
        tmp_path,
        {**signed, "id": "now", "supersedes": "before"},
        {**signed, "role": "as-chair", "status": "planned"},
        {**signed, "role": "as-minister", "rank": "deprecated"},
        {**signed, "onBehalfOf": "acme", "id": "before"},
    )
    stated = [claim.key for claim in graph.claims.claims if claim.asserted]
    assert len(stated) == 1 and len(graph.claims.claims) == 4
    wanted = (thing("minister"), term("signed"), thing("memo"))
    assert Explainer(graph.store, graph.rules).claims(wanted) == tuple(stated)


def test_a_triple_of_the_claim_layer_names_its_claim_and_one_on_evidence_names_none(graph: Graph) -> None:
    explainer = Explainer(graph.store, graph.rules)
    claim = graph.claims.claims[0]
    about = explainer.explain((NamedNode(CLAIM + claim.key), term("status"), term(claim.status.value)))
    assert about is not None and about.is_about_a_claim and about.claims == (claim.key,)
    node, source = NamedNode(EVIDENCE + claim.evidence[0].key), claim.evidence[0].source
    of = next(q.object for q in graph.store.quads_for_pattern(node, NamedNode(OA + "hasSource"), None, None))
    assert isinstance(of, NamedNode) and of.value.endswith(source)
    evidence = explainer.explain((node, NamedNode(OA + "hasSource"), of))
    assert evidence is not None and evidence.claims == () and not evidence.is_about_a_claim


def test_a_signature_explains_the_partnership_down_to_the_claims(tmp_path: Path) -> None:
    graph = small_graph(
        tmp_path,
        {"subject": "minister", "predicate": "signed", "object": "memo", "onBehalfOf": "ministry"},
        {"subject": "acme", "predicate": "partyTo", "object": "memo"},
    )
    reason = Explainer(graph.store, graph.rules).explain((thing("ministry"), term("partnerOf"), thing("acme")))
    assert reason is not None and reason.rule is not None
    assert reason.rule.name == "parties-are-partners"
    signing, party = reason.premises
    assert signing.rule is not None and signing.rule.name == "signs-for-is-party"
    assert {premise.is_about_a_claim for premise in signing.premises} == {True}
    assert party.rule is None
    assert reason.all_claims() == sorted(claim.key for claim in graph.claims.claims)


def test_a_shortest_reason_is_given(axioms: Axioms) -> None:
    """There is a way round by four places, and a way by one."""
    store = turtle_store(
        "id:a kg:locatedIn id:b . id:b kg:locatedIn id:c . id:c kg:locatedIn id:d . id:d kg:locatedIn id:z ."
        "id:a kg:locatedIn id:m . id:m kg:locatedIn id:z ."
    )
    infer(store, axioms.rules)
    reason = Explainer(store, axioms.rules).explain((thing("a"), term("locatedIn"), thing("z")))
    assert reason is not None
    assert [premise.statement[2] for premise in reason.premises] == [thing("m"), thing("z")]


def test_of_equally_short_reasons_the_first_by_text_is_given(graph: Graph) -> None:
    agreements = [f"id:agreement-{index}" for index in range(20)]
    store = turtle_store(" ".join(f"id:a kg:partyTo {x} . id:b kg:partyTo {x} ." for x in reversed(agreements)))
    infer(store, graph.rules)
    reason = Explainer(store, graph.rules).explain((thing("a"), term("partnerOf"), thing("b")))
    assert reason is not None
    assert {premise.statement[2] for premise in reason.premises} == {thing("agreement-0")}


@pytest.mark.parametrize("size", [1, 2, 3, 16])
def test_transitive_cycles_terminate(size: int, axioms: Axioms) -> None:
    """Every pair in a circle is explained, in a time that does not double with each node more."""
    nodes = [thing(f"n{index}") for index in range(size)]
    store = Store()
    for index, node in enumerate(nodes):
        store.add(Quad(node, term("locatedIn"), nodes[(index + 1) % size], GraphName.ASSERTED.node))
    infer(store, axioms.rules)
    explainer = Explainer(store, axioms.rules)
    start = time.perf_counter()
    for left in nodes:
        for right in nodes:
            reason = explainer.explain((left, term("locatedIn"), right))
            assert reason is not None
            assert height(reason) <= 5, "a circle of sixteen halves in four steps, once round takes one more"
            assert all(Quad(*leaf.statement, GraphName.ASSERTED.node) in store for leaf in leaves(reason))
    assert time.perf_counter() - start < 20


def leaves(reason: Reason) -> list[Reason]:
    return [item for item in all_reasons(reason) if item.rule is None]


def test_symmetric_and_inverse_pairs_do_not_explain_each_other(axioms: Axioms) -> None:
    store = turtle_store("id:a kg:partnerOf id:b . id:x kg:locatedIn id:y .")
    infer(store, axioms.rules)
    explainer = Explainer(store, axioms.rules)
    for wanted in ((thing("b"), term("partnerOf"), thing("a")), (thing("y"), term("locationOf"), thing("x"))):
        reason = explainer.explain(wanted)
        assert reason is not None
        assert [premise.rule for premise in reason.premises] == [None]


def test_inferred_triples_without_a_rule_have_no_reason(axioms: Axioms) -> None:
    """Two triples that only rest on each other, put in by hand, have no ground."""
    store = Store()
    store.extend(turtle_quads("id:x kg:locatedIn id:y . id:y kg:locationOf id:x .", GraphName.INFERRED))
    assert Explainer(store, axioms.rules).explain((thing("x"), term("locatedIn"), thing("y"))) is None


def test_reasons_do_not_depend_on_what_was_asked_before(graph: Graph, reasons: dict[Statement, Reason]) -> None:
    rules = (*compile_axioms(graph.ontology).rules, *read_rules(graph.ontology.rules_folders))
    for wanted in sorted(reasons, key=str)[::97]:
        assert Explainer(graph.store, rules).explain(wanted) == reasons[wanted]
