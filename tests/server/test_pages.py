"""Addresses of things, claims, sources, questions and the ontology: pages for people, RDF for programs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.build import make_graph, report_of, write_files
from kg.rdf.vocabulary import CLAIM, ID, SOURCE, shorten
from kg.views.words import LANGUAGES, read_words
from tests.server.serving import Served, serving
from tests.tiny_project import FOLDER

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
CLAIM_OF_SOCAR = "8774efdab25a6e7f7567"


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("/id/socar", ID + "socar"),
        (f"/claim/{CLAIM_OF_SOCAR}", CLAIM + CLAIM_OF_SOCAR),
        ("/source/doc-clusters-az", SOURCE + "doc-clusters-az"),
    ],
)
def test_a_page_for_people_and_rdf_for_programs(server: Served, path: str, iri: str) -> None:
    page = server.get(path, BROWSER)
    assert (page.status, page.media_type) == (200, "text/html")
    assert page.headers["vary"] == "Accept, Accept-Language"
    graphs = []
    for accept, ending, format_ in (
        ("text/turtle", "ttl", RdfFormat.TURTLE),
        ("application/n-triples", "nt", RdfFormat.N_TRIPLES),
        ("application/ld+json", "jsonld", RdfFormat.JSON_LD),
        ("application/rdf+xml", "rdf", RdfFormat.RDF_XML),
    ):
        negotiated, named = server.get(path, accept), server.get(f"{path}.{ending}")
        assert negotiated.media_type == named.media_type == accept
        assert negotiated.body == named.body
        graphs.append({quad.triple for quad in parse(named.body, format=format_)})
        assert f'href="{path}.{ending}"' in page.text
    assert graphs[0] == graphs[1] == graphs[2] == graphs[3]
    assert any(triple.subject == NamedNode(iri) for triple in graphs[0])
    framed = server.get(path, "application/ld+json").json
    assert framed["@context"]["partyTo"] == {"@id": "kg:partyTo", "@type": "@id"}
    assert framed["@graph"][0]["@id"] == shorten(iri)
    assert server.get(path, "image/png").status == 406


def test_a_card_in_every_language(server: Served) -> None:
    for place, code in enumerate(LANGUAGES):
        by_header = server.ask("/id/socar", Accept="text/html", Accept_Language=f"fr, {code};q=0.5")
        by_address = server.get("/id/socar", "text/html", lang=code)
        for reply in (by_header, by_address):
            assert f'<html lang="{code}">' in reply.text
            assert reply.headers["content-language"] == code
            assert f">{read_words('server')['facts'][place]} <" in reply.text
        assert f"?lang={code}" in by_address.text.split("<main")[1]
        assert "?lang=" not in by_header.text.split("<main")[1]


def test_a_card_holds_names_sentences_quotes_and_neighbours(server: Served) -> None:
    text = server.get("/id/socar", "text/html", lang="en").text
    assert '<q lang="az">Rövşən Nəcəf tərəfindən imzalanıb</q>' in text
    assert 'href="/id/rovshan-najaf?lang=en"' in text
    assert f'href="/claim/{CLAIM_OF_SOCAR}?lang=en"' in text
    assert 'href="/source/doc-clusters-az?lang=en"' in text
    assert "SOCAR and Ministry of Economy of Azerbaijan" in text or "SOCAR is a partner of" in text


def test_rdf_of_a_thing_brings_its_evidence(server: Served) -> None:
    triples = {quad.triple for quad in parse(server.get("/id/socar.nt").body, format=RdfFormat.N_TRIPLES)}
    quotes = {t.object.value for t in triples if t.predicate.value.endswith("#exact")}
    assert "Rövşən Nəcəf tərəfindən imzalanıb" in quotes


def test_what_is_not_there(server: Served) -> None:
    page = server.get("/id/worlds-economic-forum", BROWSER)
    assert page.status == 404
    assert 'href="/id/world-economic-forum"' in page.text
    plain = server.get("/id/nothing", "text/turtle")
    assert (plain.status, plain.media_type) == (404, "text/plain")
    for path in ("/nowhere", "/files/store", "/files/..%2fpyproject.toml", "/static/..%2fframe.py", "/id/socar.exe",
                 "/claim/0", "/questions/none", "/ontology.exe", "/secret.html"):  # fmt: skip
        assert server.get(path).status == 404, path


def test_search(server: Served) -> None:
    page = server.get("/find", BROWSER, q="Davos Forumu", lang="en")
    assert 'href="/id/world-economic-forum?lang=en"' in page.text
    rows = server.get("/find", "application/json", q="Davos Forumu").json
    assert rows[0]["id"] == "world-economic-forum"
    assert rows[0]["iri"] == ID + "world-economic-forum"
    assert server.get("/find", "application/json", q="").json == []
    assert server.get("/find", BROWSER, q="zzzzzzqqqq").status == 200


def test_questions_in_three_forms(server: Served) -> None:
    listed = {item["name"]: item for item in server.get("/questions", "application/json").json}
    assert listed["agreements"]["parameters"][0]["name"] == "party"
    page = server.get("/questions/agreements", BROWSER, party="SOCAR", lang="en")
    assert ">Ministry of Economy of Azerbaijan</a>" in page.text
    assert '<input id="value-party" name="party" value="SOCAR"' in page.text
    assert '<option value="World Economic Forum"' in page.text
    by_header = server.get("/questions/agreements", "text/csv", party="SOCAR")
    by_format = server.get("/questions/agreements", BROWSER, party="SOCAR", format="csv")
    by_ending = server.get("/questions/agreements.csv", party="SOCAR")
    assert by_header.body == by_format.body == by_ending.body
    rows = list(csv.DictReader(io.StringIO(by_header.text, newline="")))
    assert [row["partner"] for row in rows] == [ID + "ministry-of-economy-azerbaijan"]
    assert server.get("/questions/agreements.json", party=ID + "socar").json["results"]["bindings"]


def test_every_question_answers_at_its_address(server: Served) -> None:
    for item in server.get("/questions", "application/json").json:
        reply = server.get(item["address"] + ".json")
        assert reply.json["results"]["bindings"], item["name"]
        assert server.get(item["address"], BROWSER).status == 200
        sparql = server.get(item["address"] + ".rq")
        assert server.sparql(sparql.text).body == reply.body


def test_a_wrong_value_is_told_with_the_form(server: Served) -> None:
    for parameters in ({"party": "Nobody Knows Them"}, {"part": "SOCAR"}, {"party": ""}):
        page = server.get("/questions/agreements", BROWSER, **parameters)
        assert page.status == 400
        assert 'role="alert"' in page.text and 'name="party"' in page.text
        assert server.get("/questions/agreements.csv", **parameters).status == 400
    assert server.get("/questions/in-year", BROWSER, year="soon").status == 400


def test_the_query_page_answers_without_a_script(server: Served) -> None:
    page = server.get("/query", BROWSER, query="SELECT ?c { ?c a kg:Center } ORDER BY ?c LIMIT 1", lang="en")
    assert ">Azerbaijan Innovation Center</a>" in page.text
    assert "format=csv" in page.text and "format=json" in page.text
    assert "error at 1:" in server.get("/query", BROWSER, query="SELECT").text
    unknown = server.get("/query", BROWSER, query="SELECT ?c { ?c a kg:Centre }")
    assert "kg:Centre" in unknown.text and "Center" in unknown.text.split('role="alert"')[1]
    assert ">Yes</p>" in server.get("/query", BROWSER, query="ASK { ?s a kg:Center }", lang="en").text
    assert "kg:partyTo" in server.get("/query", BROWSER, question="agreements").text
    assert "id:socar" in server.get("/query", BROWSER, query="DESCRIBE id:socar").text


def test_the_ontology(server: Served) -> None:
    for code in LANGUAGES:
        page = server.get("/ontology", BROWSER, lang=code)
        assert page.text.startswith("<!doctype html>") and f'<html lang="{code}">' in page.text
        assert server.get(f"/ontology.{code}.html").text == page.text
    turtle = server.get("/ontology", "text/turtle")
    assert turtle.body == server.get("/ontology.ttl").body
    assert len(list(parse(turtle.body, format=RdfFormat.TURTLE))) > 1_000


def test_files_of_the_build(server: Served) -> None:
    assert server.get("/files/graph.ttl").headers["content-disposition"] == 'attachment; filename="graph.ttl"'
    for name in ("explorer.html", "network.html"):
        reply = server.get(f"/{name}")
        assert (reply.status, reply.media_type) == (200, "text/html")
        assert reply.headers["content-security-policy"] == "frame-ancestors 'none'"


def test_the_first_page_leads_everywhere(server: Served) -> None:
    text = server.get("/", BROWSER).text
    for path in ("/questions", "/query", "/ontology", "/explorer.html", "/network.html", "/files/dataset.trig",
                 "/.well-known/void"):  # fmt: skip
        assert f'href="{path}' in text, path


def test_an_id_that_was_judged_to_be_another_leads_there(tmp_path: Path) -> None:
    graph = make_graph(FOLDER)
    write_files(graph, report_of(graph), tmp_path)
    kept, other = graph.catalogue.entities["tidal-works"].ids
    with serving(tmp_path) as served:
        for ending in ("", ".ttl", "?lang=az"):
            reply = served.get(f"/id/{other}{ending}")
            assert (reply.status, reply.headers["location"]) == (301, f"/id/{kept}{ending}")
        assert served.get(f"/id/{kept}", "text/html").status == 200


def test_a_form_names_its_values_in_the_readers_language(server: Served) -> None:
    for code, label in (("en", "organisation or country"), ("az", "təşkilat və ya ölkə"), ("kk", "ұйым немесе ел")):
        assert (
            f'<label for="value-party">{label}</label>' in server.get("/questions/agreements", BROWSER, lang=code).text
        )
    listed = server.get("/questions", "application/json", lang="ru").json
    (agreements,) = (item for item in listed if item["name"] == "agreements")
    assert agreements["parameters"][0]["label"] == "организация или страна"
