"""What every store must do, whichever it is: a class that the tests of each backend inherit."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Variable

from kg.rdf.explain import Explainer
from kg.rdf.inference import infer
from kg.rdf.rules import Rule, pattern_text
from kg.rdf.sparql import QueryError, Table, ask
from kg.rdf.store import Dataset, graph_size, graph_triples
from kg.rdf.vocabulary import LABEL, XSD, GraphName, term, thing

ACME, GLOBEX, INITECH, STRANGER = (thing(name) for name in ("acme", "globex", "initech", "stranger"))
PARTNER = term("partnerOf")
# Virtuoso takes the year 2026, the month 2026-01 and the day 2026-01-01 for one value; no claim has two beginnings.
TEXTS = (
    Literal('"A" \\ B\n\tC\r{}<b>?x', language="en"),
    Literal("Азәрбајҹан ⇐ 阿塞拜疆 𐰀 'x' İi", language="az"),
    Literal("2026-01", datatype=NamedNode(XSD + "gYearMonth")),
    Literal("1999", datatype=NamedNode(XSD + "gYear")),
    Literal("2026-01-23", datatype=NamedNode(XSD + "date")),
    Literal("0.060215", datatype=NamedNode(XSD + "decimal")),
    Literal("877000000", datatype=NamedNode(XSD + "integer")),
    Literal("PREFIX kg: SERVICE # no comment"),
)
QUADS = (
    Quad(ACME, PARTNER, GLOBEX, GraphName.ASSERTED.node),
    Quad(GLOBEX, PARTNER, INITECH, GraphName.ASSERTED.node),
    *(Quad(ACME, LABEL, text, GraphName.CLAIMS.node) for text in TEXTS),
)
FOREIGN = Quad(ACME, PARTNER, STRANGER, NamedNode("https://example.org/graph"))
"""What a remote store may hold of somebody else's."""
X, Y = Variable("x"), Variable("y")
SYMMETRIC = Rule("symmetric", "Partners are", (Y, PARTNER, X), ((X, PARTNER, Y),), pattern_text((X, PARTNER, Y)))


class DatasetBehaviour:
    """A backend gives the fixture `dataset`, new for each test, holding `QUADS`."""

    def test_the_union_of_our_graphs_is_asked_and_no_other(self, dataset: Dataset) -> None:
        answer = ask(dataset, "SELECT ?o WHERE { ?s kg:partnerOf ?o } ORDER BY ?o")
        assert answer == Table(("o",), ((GLOBEX,), (INITECH,)))
        answer = ask(dataset, "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g")
        assert isinstance(answer, Table)
        assert [(g, getattr(n, "value", "")) for g, n in answer.rows] == [
            (GraphName.ASSERTED.node, "2"),
            (GraphName.CLAIMS.node, str(len(TEXTS))),
        ]

    def test_a_default_graph_may_be_chosen(self, dataset: Dataset) -> None:
        assert graph_size(dataset, GraphName.ASSERTED.node) == 2
        assert graph_size(dataset, GraphName.INFERRED.node) == 0
        both = [GraphName.ASSERTED.node, GraphName.INFERRED.node]
        answer = dataset.query("ASK { ?s ?p 'x' }", default_graph=[*both])
        assert not answer

    def test_every_text_comes_back_as_it_was(self, dataset: Dataset) -> None:
        assert {triple.object for triple in graph_triples(dataset, GraphName.CLAIMS)} == set(TEXTS)
        answer = ask(dataset, "SELECT ?o WHERE { id:acme rdfs:label ?o }")
        assert isinstance(answer, Table)
        assert {row[0] for row in answer.rows} == set(TEXTS)
        for text in TEXTS:
            assert Quad(ACME, LABEL, text, GraphName.CLAIMS.node) in dataset
            assert Quad(GLOBEX, LABEL, text, GraphName.CLAIMS.node) not in dataset

    def test_patterns_find_quads(self, dataset: Dataset) -> None:
        assert set(dataset) == set(QUADS)
        assert set(dataset.quads_for_pattern(None, None, None)) == set(QUADS)
        assert set(dataset.quads_for_pattern(ACME, None, None, GraphName.ASSERTED.node)) == {QUADS[0]}
        assert set(dataset.quads_for_pattern(None, PARTNER, INITECH, None)) == {QUADS[1]}
        assert list(dataset.quads_for_pattern(ACME, PARTNER, GLOBEX, GraphName.ASSERTED.node)) == [QUADS[0]]
        assert not list(dataset.quads_for_pattern(INITECH, None, None, None))
        assert not list(dataset.quads_for_pattern(BlankNode("b"), None, None, None))
        assert Quad(ACME, PARTNER, GLOBEX, GraphName.CLAIMS.node) not in dataset
        assert Quad(BlankNode("b"), PARTNER, GLOBEX, GraphName.CLAIMS.node) not in dataset

    def test_all_forms_of_query_answer(self, dataset: Dataset) -> None:
        assert ask(dataset, "ASK { id:acme kg:partnerOf id:globex }") is True
        assert ask(dataset, "ASK { id:acme kg:partnerOf id:initech }") is False
        assert ask(dataset, "CONSTRUCT { ?o kg:partnerOf ?s } WHERE { ?s kg:partnerOf ?o FILTER (?s = id:acme) }") == [
            Quad(GLOBEX, PARTNER, ACME).triple
        ]
        described = ask(dataset, "# SELECT nothing\nDESCRIBE id:globex")
        assert isinstance(described, list)
        assert QUADS[1].triple in described

    def test_a_query_keeps_its_own_prefixes(self, dataset: Dataset) -> None:
        text = "PREFIX kg: <https://example.org/>\nPREFIX : <https://w3id.org/partnership-kg/id/>\n"
        assert ask(dataset, text + "ASK { :acme kg:partnerOf ?o }") is False
        assert ask(dataset, text + "ASK { :acme rdfs:label 'PREFIX kg: SERVICE # no comment' }") is True

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("SELECT * WHERE {\n ?s ?p }", "error at 2:"),
            ("DELETE WHERE { ?s ?p ?o }", "kg only reads"),
            ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "asks another server"),
        ],
    )
    def test_mistakes_are_told_alike(self, dataset: Dataset, text: str, message: str) -> None:
        with pytest.raises(QueryError, match=message):
            ask(dataset, text)
        assert set(dataset) == set(QUADS)

    def test_rules_run_in_the_store_and_explain_what_they_drew(self, dataset: Dataset) -> None:
        assert infer(dataset, [SYMMETRIC]) == 2
        assert {triple.subject for triple in graph_triples(dataset, GraphName.INFERRED)} == {GLOBEX, INITECH}
        assert infer(dataset, [SYMMETRIC]) == 2, "what is there is not added again"
        reason = Explainer(dataset, [SYMMETRIC]).explain((INITECH, PARTNER, GLOBEX))
        assert reason is not None
        assert reason.rule == SYMMETRIC
        assert [premise.statement for premise in reason.premises] == [(GLOBEX, PARTNER, INITECH)]

    def test_an_update_changes_it(self, dataset: Dataset) -> None:
        dataset.update(f"DELETE DATA {{ GRAPH {GraphName.ASSERTED.node} {{ {ACME} {PARTNER} {GLOBEX} }} }}")
        assert set(dataset) == {*QUADS[1:]}
