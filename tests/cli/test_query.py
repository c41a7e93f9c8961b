"""`kg query` writes what tools read: the formats of SPARQL 1.1 and RDF, and stops what takes too long."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from kg.cli import main

Output = pytest.CaptureFixture[str]
CENTERS = 'SELECT ?c ?n WHERE { ?c a kg:Center ; rdfs:label ?n . FILTER(LANG(?n) = "az") } ORDER BY ?c ?n'
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
RESULTS = {"tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}
GRAPHS = {"table": "turtle", "turtle": "turtle", "ntriples": "nt", "xml": "xml", "json": "json-ld"}


def ask(build: Path, text: str, format_: str, *more: str) -> int:
    return main(["query", text, "--build", str(build), "--format", format_, *more])


@pytest.mark.parametrize("format_", RESULTS)
def test_rows_in_the_formats_of_the_recommendation(format_: str, built: Path, capsys: Output) -> None:
    assert ask(built, CENTERS, "jsonl") == 0
    expected = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(expected) > 3
    assert ask(built, CENTERS, format_) == 0
    answer = parse_query_results(capsys.readouterr().out.encode(), format=RESULTS[format_])
    assert isinstance(answer, QuerySolutions)
    rows = list(answer)
    assert [{"c": row["c"].value, "n": row["n"].value} for row in rows] == expected
    assert {row["n"].language for row in rows} == {"az"}


@pytest.mark.parametrize("format_", RESULTS)
def test_no_row_exits_1_and_is_still_a_document(format_: str, built: Path, capsys: Output) -> None:
    assert ask(built, "SELECT ?x WHERE { ?x a <http://example.org/none> }", format_) == 1
    out, told = capsys.readouterr()
    answer = parse_query_results(out.encode(), format=RESULTS[format_])
    assert isinstance(answer, QuerySolutions)
    assert list(answer) == []
    assert told == "No rows.\n"


@pytest.mark.parametrize("format_", RESULTS)
@pytest.mark.parametrize("text", ["<result>", '"bindings":[]}}', "a\nb\tc", "", "\\"])
def test_no_text_is_taken_for_the_number_of_rows(text: str, format_: str, built: Path, capsys: Output) -> None:
    literal = json.dumps(text)
    assert ask(built, f"SELECT ?x WHERE {{ VALUES ?x {{ {literal} }} }}", format_) == 0
    assert ask(built, f"SELECT ?x WHERE {{ VALUES ?x {{ {literal} }} FILTER(false) }}", format_) == 1


@pytest.mark.parametrize(("format_", "separator"), [("csv", ","), ("tsv", "\t")])
def test_rows_with_names_for_a_spreadsheet(format_: str, separator: str, built: Path, capsys: Output) -> None:
    query = (
        'SELECT ?who ?bad WHERE { VALUES (?who ?bad) { (id:socar "=1+1") (kg:Center "b\\tc") } } ORDER BY DESC(?bad)'
    )
    assert ask(built, query, format_, "--names") == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out), delimiter=separator))
    bad = "b\tc" if format_ == "csv" else "b c"
    assert rows == [["who", "bad"], ["center", bad], ["SOCAR", "'=1+1"]]


@pytest.mark.parametrize("format_", GRAPHS)
def test_a_graph_in_the_formats_of_rdf(format_: str, built: Path, capsys: Output) -> None:
    assert ask(built, "DESCRIBE id:socar", format_) == 0
    graph = rdflib.Graph().parse(data=capsys.readouterr().out, format=GRAPHS[format_])
    socar = rdflib.URIRef("https://w3id.org/partnership-kg/id/socar")
    assert len(graph) > 10
    assert set(graph.subjects()) == {socar}


@pytest.mark.parametrize(("text", "code"), [("ASK { id:socar a kg:Company }", 0), ("ASK { id:socar a kg:Event }", 1)])
def test_a_truth_is_an_exit_code(text: str, code: int, built: Path, capsys: Output) -> None:
    truth = "false" if code else "true"
    assert ask(built, text, "table") == code
    assert capsys.readouterr().out == f"{truth}\n"
    assert ask(built, text, "json") == code
    assert json.loads(capsys.readouterr().out)["boolean"] is not bool(code)
    assert ask(built, text, "xml") == code
    assert ElementTree.fromstring(capsys.readouterr().out)[-1].text == truth


@pytest.mark.parametrize(
    ("text", "format_"), [(CENTERS, "turtle"), ("DESCRIBE id:socar", "csv"), ("CONSTRUCT WHERE { ?s ?p ?o }", "tsv")]
)
def test_what_a_format_cannot_hold_is_refused(text: str, format_: str, built: Path, capsys: Output) -> None:
    assert ask(built, text, format_) == 2
    out, told = capsys.readouterr()
    assert out == ""
    assert f"which {format_} cannot hold" in told


def test_a_term_that_the_ontology_does_not_know(built: Path, capsys: Output) -> None:
    assert ask(built, "SELECT ?x WHERE { ?x kg:signedd ?y }", "table") == 2
    assert "1:22: there is no term kg:signedd. Did you mean 'signed'?" in capsys.readouterr().err


def test_a_name_that_the_graph_lacks_is_told_of(built: Path, capsys: Output) -> None:
    assert ask(built, "SELECT ?x WHERE { id:socarr ?p ?x }", "csv") == 1
    out, told = capsys.readouterr()
    assert (out, told) == ("x\n", "No rows.\nid:socarr is not in the graph; did you mean id:socar?\n")
    assert ask(built, "ASK { ?x org:memberOff id:socar }", "table", "--lang", "az") == 1
    assert capsys.readouterr().err == "org:memberOff qrafda yoxdur.\n"
    assert ask(built, "ASK { VALUES ?x { id:socarr id:socar } ?x a kg:Company }", "table") == 0
    assert capsys.readouterr().err == ""


def test_the_list_says_what_parameters_stand_for(built: Path, capsys: Output) -> None:
    assert main(["query", "--lang", "kk"]) == 0
    assert "party=world-economic-forum  ұйым немесе ел" in capsys.readouterr().out
    assert main(["query", "--format", "csv"]) == 0
    assert ",party=world-economic-forum\n" in capsys.readouterr().out


def test_what_takes_too_long_is_stopped(built: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", ENDLESS, "--build", str(built), "--timeout", "0.5"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == "kg: the query was stopped after 0.5 s. Ask for less, or give it longer with --timeout.\n"
