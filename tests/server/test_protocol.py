"""The SPARQL 1.1 Protocol as a client meets it: ways to ask, forms of answers, statuses."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store, parse, parse_query_results

from kg.build import Graph
from kg.exports.context import ADDRESS, context_text
from kg.rdf.vocabulary import BASE
from kg.server.endpoint import refusal
from kg.server.pool import Answer, Outcome
from kg.server.settings import Settings
from tests.server.serving import ROWS, Served

CENTERS = "SELECT ?center WHERE { ?center a kg:Center } ORDER BY ?center LIMIT 3"
GRAPH = "CONSTRUCT { ?s a kg:Center } WHERE { ?s a kg:Center }"
ASK = "ASK { ?s a kg:Center }"


def test_three_ways_to_ask_give_one_answer(server: Served) -> None:
    by_get, by_form, by_body = server.get("/sparql", query=CENTERS), server.form(query=CENTERS), server.sparql(CENTERS)
    assert by_get.status == by_form.status == by_body.status == 200
    assert by_get.body == by_form.body == by_body.body
    bindings = by_get.json["results"]["bindings"]
    assert [set(row) for row in bindings] == [{"center"}] * 3
    assert bindings[0]["center"]["value"] == "https://w3id.org/partnership-kg/id/azerbaijan-innovation-center"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
    ],
)
def test_rows_come_in_the_form_that_is_liked_best(server: Served, accept: str, media_type: str) -> None:
    reply = server.sparql(CENTERS, accept)
    assert (reply.status, reply.media_type) == (200, media_type)
    assert "Accept" in reply.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "media_type", "format_"),
    [
        ("*/*", "text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_graphs_are_the_same_in_every_form(server: Served, accept: str, media_type: str, format_: RdfFormat) -> None:
    reply = server.sparql(GRAPH, accept)
    assert (reply.status, reply.media_type) == (200, media_type)
    read = {quad.triple for quad in parse(reply.body, format=format_)}
    turtle = {quad.triple for quad in parse(server.sparql(GRAPH).body, format=RdfFormat.TURTLE)}
    assert read == turtle and len(read) > 10


def test_a_truth_value_has_two_forms(server: Served) -> None:
    assert server.sparql(ASK).json == {"head": {}, "boolean": True}
    root = ElementTree.fromstring(server.sparql(ASK, "application/sparql-results+xml").body)
    assert root.findtext("{http://www.w3.org/2005/sparql-results#}boolean") == "true"
    assert server.sparql(ASK, "text/csv").status == 406


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0"])
def test_no_form_that_a_client_takes(server: Served, accept: str) -> None:
    assert server.sparql(CENTERS, accept).status == 406


def test_a_graph_is_no_table(server: Served) -> None:
    assert server.sparql(GRAPH, "text/csv").status == 406
    assert server.sparql(CENTERS, "text/turtle").status == 406


def test_format_overrules_accept(server: Served) -> None:
    assert server.get("/sparql", "application/json", query=CENTERS, format="csv").media_type == "text/csv"
    assert server.get("/sparql", query=CENTERS, format="pdf").status == 406


def test_answers_equal_those_of_the_store(server: Served, graph_store: Store) -> None:
    query = "SELECT ?s ?name WHERE { ?s rdfs:label ?name ; a kg:Center } ORDER BY ?s ?name"
    reply = parse_query_results(server.sparql(query).body, format=QueryResultsFormat.JSON)
    assert isinstance(reply, QuerySolutions)
    prefixes = {"kg": "https://w3id.org/partnership-kg/ontology#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}
    own = graph_store.query(query, prefixes=prefixes, use_default_graph_as_union=True)
    assert isinstance(own, QuerySolutions)
    assert [(str(row["s"]), str(row["name"])) for row in reply] == [(str(row["s"]), str(row["name"])) for row in own]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * WHERE {", "error at 1:"),
        ("SELECT * WHERE { ?s nope:x ?o }", "cannot be read"),
        ("INSERT DATA { <a:a> <a:a> <a:a> }", "only reads"),
        ("LOAD <http://127.0.0.1/x>", "only reads"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }", "Leave out FROM"),
        ("", "cannot be read"),
    ],
)
def test_what_cannot_be_asked_is_400_with_the_reason(server: Served, query: str, said: str) -> None:
    reply = server.sparql(query)
    assert reply.status == 400
    assert said in reply.text
    assert reply.media_type == "text/plain"


def test_one_query_and_nothing_else(server: Served) -> None:
    assert server.ask("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").status == 400
    assert server.form(update="CLEAR ALL").status == 400
    assert server.form(nothing="").status == 400
    assert server.ask("/sparql", "POST", b"", Content_Type="application/x-www-form-urlencoded").status == 400
    both = server.ask("/sparql?query=ASK%7B%7D", "POST", b"ASK{}", Content_Type="application/sparql-query")
    assert both.status == 400


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_another_dataset_is_refused_with_the_reason(server: Served, name: str) -> None:
    reply = server.form(**{"query": ASK, name: "https://example.org/g"})
    assert reply.status == 400
    assert name in reply.text


def test_named_graphs_can_be_named(server: Served) -> None:
    reply = server.sparql("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
    names = [row["g"]["value"].rsplit("/", 1)[1] for row in reply.json["results"]["bindings"]]
    assert names == ["analysis", "asserted", "claims", "inferred", "ontology"]


def test_methods_and_media_types(server: Served) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        reply = server.ask("/sparql", method, b"")
        assert reply.status == 405
        assert "POST" in reply.headers["allow"]
    for kind in ("application/sparql-update", "text/plain", "multipart/form-data; boundary=x", ""):
        assert server.ask("/sparql", "POST", ASK.encode(), Content_Type=kind).status == 415
    latin = server.ask("/sparql", "POST", ASK.encode(), Content_Type="application/sparql-query; charset=latin-1")
    assert latin.status == 415
    head = server.ask("/sparql?query=ASK%7B%7D", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_what_may_be_asked_is_told_to_who_asks_that(server: Served) -> None:
    for path, allowed in (("/sparql", {"GET", "HEAD", "POST"}), ("/id/socar", {"GET", "HEAD"}), ("/", {"GET", "HEAD"})):
        reply = server.ask(path, "OPTIONS")
        assert (reply.status, reply.body) == (204, b"")
        assert set(reply.headers["allow"].split(", ")) == allowed


def test_too_many_rows_are_refused_not_cut_off(server: Served) -> None:
    rows = "SELECT ?s WHERE {{ ?s ?p ?o }} LIMIT {}"
    assert len(server.sparql(rows.format(ROWS)).json["results"]["bindings"]) == ROWS
    reply = server.sparql(rows.format(ROWS + 1))
    assert reply.status == 403
    assert str(ROWS) in reply.text
    assert server.sparql("CONSTRUCT WHERE { ?s ?p ?o }").status == 403


def test_the_service_describes_itself(server: Served) -> None:
    reply = server.get("/sparql", "text/turtle")
    triples = {
        (quad.subject.value, quad.predicate.value.rsplit("#")[-1], quad.object.value)
        for quad in parse(reply.body, format=RdfFormat.TURTLE)
        if hasattr(quad.subject, "value") and hasattr(quad.object, "value")
    }
    endpoint = f"{server.address}/sparql"
    assert (endpoint, "endpoint", endpoint) in triples
    assert (endpoint, "feature", "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph") in triples
    page = server.get("/sparql", "text/html,application/xml;q=0.9,*/*;q=0.8")
    assert (page.status, page.headers["location"]) == (303, "/query")


def test_the_dataset_is_described(server: Served) -> None:
    reply = server.get("/.well-known/void", "text/turtle")
    texts = {quad.predicate.value.rsplit("#")[-1]: quad.object for quad in parse(reply.body, format=RdfFormat.TURTLE)}
    assert texts["sparqlEndpoint"].value == f"{server.address}/sparql"
    assert int(texts["triples"].value) > 5_000


def test_the_dataset_counts_a_class_as_the_endpoint_does(server: Served) -> None:
    void = "http://rdfs.org/ns/void#"
    quads = list(parse(server.get("/.well-known/void", "text/turtle").body, format=RdfFormat.TURTLE))
    counts = {str(quad.subject): quad.object.value for quad in quads if quad.predicate.value == void + "entities"}
    classes = {quad.object.value: counts[str(quad.subject)] for quad in quads if quad.predicate.value == void + "class"}
    assert any(name.endswith("#Agent") for name in classes)
    for name, count in classes.items():
        reply = server.sparql(f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{name}> }}", "text/csv")
        assert reply.body.split() == [b"n", count.encode()], name


def test_names_that_the_graph_lacks_are_a_warning(server: Served) -> None:
    reply = server.get("/sparql", query="SELECT ?x { id:socarr kg:partyTwo ?x }")
    assert reply.status == 200
    assert reply.headers["warning"] == (
        '299 - "id:socarr is not in the graph; did you mean id:socar?", '
        "299 - \"there is no term kg:partyTwo. Did you mean 'partyTo'?\""
    )
    assert "warning" not in server.get("/sparql", query="SELECT ?x { id:socar kg:partyTo ?x }").headers
    hostile = server.get("/sparql", query='ASK { <https://w3id.org/partnership-kg/id/\u0259\u2028;,=%22> ?p "x" }')
    assert hostile.headers["warning"] == '299 - "id:??;,=%22 is not in the graph"'


def test_on_the_query_page_an_unknown_term_is_told_without_an_empty_answer(server: Served) -> None:
    page = server.get("/query", "text/html", query="SELECT ?x { ?x kg:partyTwo ?y }", lang="en").text
    assert "there is no term kg:partyTwo" in page
    assert "No rows" not in page
    assert "answer.csv" not in page
    page = server.get("/query", "text/html", query="SELECT ?x { ?x kg:partyTo 5 }", lang="en").text
    assert "No rows" in page


def test_the_json_ld_context_is_at_its_address_for_every_site(server: Served, graph: Graph) -> None:
    assert f"{BASE}context.jsonld" == ADDRESS
    reply = server.ask("/context.jsonld")
    assert (reply.status, reply.media_type) == (200, "application/ld+json")
    assert reply.headers["access-control-allow-origin"] == "*"
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    assert reply.text == context_text(graph.ontology)


def test_who_asked_too_much_is_told_when_to_try_again() -> None:
    refused = refusal(Answer(Outcome.LATE), Settings(Path("build"), Path("store"), timeout=2.5))
    assert (refused.status, refused.headers["retry-after"]) == (503, "3")


def test_a_page_tells_of_them_in_its_language(server: Served) -> None:
    page = server.get("/query", "text/html", query="SELECT ?x { id:socarr ?p ?x }", lang="ru").text
    assert "id:socarr в графе нет; возможно, вы имели в виду id:socar?" in page
    unknown = "https://w3id.org/partnership-kg/id/nobody"
    page = server.get("/questions/agreements", "text/html", party=unknown, lang="az").text
    assert "id:nobody qrafda yoxdur." in page
    assert (
        server.get("/questions/agreements.csv", party=unknown).headers["warning"]
        == '299 - "id:nobody is not in the graph"'
    )
