"""A project adds a class, relations, a rule, a shape, a check and a question of its own, and all of kg knows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from tests.projects.calling import call, done, run
from tests.projects.kites import BASE, bare, enlarge
from tests.tiny_project import append, edit

__all__ = ["bare"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The enlarged project, built."""
    folder = tmp_path_factory.mktemp("own")
    done(folder, "new", "kites", "--base", BASE)
    settings = folder / "kites" / "kg.toml"
    text = settings.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("languages"))
    settings.write_text(text.replace(line, 'languages = ["en"]'), encoding="utf-8")
    enlarge(folder / "kites")
    done(folder / "kites", "build")
    return folder / "kites"


def test_things_and_terms_bear_the_projects_base(project: Path) -> None:
    data = (project / "build" / "dataset.trig").read_bytes()
    iris = {str(node).strip("<>") for quad in parse(data, RdfFormat.TRIG) for node in (quad.subject, quad.graph_name)}
    ours = {iri for iri in iris if iri.startswith("https://w3id.org/partnership-kg/")}
    assert all(iri.startswith("https://w3id.org/partnership-kg/ontology") or "alignments" in iri for iri in ours)
    assert {f"{BASE}id/kite-ridge", f"{BASE}ontology#TestField", f"{BASE}graph/claims"} <= iris


def test_a_fact_with_an_own_inverse_is_kept_in_its_main_direction(project: Path) -> None:
    asserted = (project / "build" / "graph.ttl").read_text(encoding="utf-8")
    assert "own:triedOutAt id:kite-ridge" in asserted
    assert "own:triedOut id:" not in asserted
    assert "own:triedOut id:long-line" in (project / "build" / "inferred.ttl").read_text(encoding="utf-8")


def test_an_own_class_is_below_ours_and_an_own_qualifier_is_told(project: Path) -> None:
    assert "Kite Ridge" in done(project, "query", "SELECT ?x WHERE { ?x a kg:Center } ORDER BY ?x")
    answer = done(project, "query", "SELECT ?w WHERE { ?claim own:weather ?w } ORDER BY ?w", "--iris")
    assert f"{BASE}id/fair-wind" in answer
    assert "fair wind" in done(project, "show", "Long Line")
    assert "Kite Ridge" in done(project, "rank", "--class", "TestField")


def test_an_own_rule_draws_and_is_explained(project: Path) -> None:
    told = done(project, "explain", "Ministry of Winds of Highmoor", "hostOf", "Long Line")
    assert "rule operators-are-hosts: Who operates a test field is host" in told
    assert "“Long Line, was tried out at Kite Ridge”" in told
    assert "own:hostOf" in done(project, "explain", "ministry-of-winds", "own:hostOf", "long-line", "--format", "json")
    assert "Kite Ridge" in done(project, "explain", "kite-ridge", "a", "TestField")
    assert "sub-class" in done(project, "explain", "kite-ridge", "a", "Center")


def test_questions_paths_and_other_days_know_own_terms(project: Path) -> None:
    assert "tried-out" in done(project, "query")
    assert "was tried out at Kite Ridge" in done(project, "timeline", "Long Line")
    assert "was tried out at Kite Ridge" in done(project, "path", "Long Line", "Ministry of Winds of Highmoor")
    assert "Kite Ridge" in done(project, "show", "Long Line", "--as-of", "2031-12")
    answer = call(project, "query", "tried-out", "-p", "field=Kite Ridge", "--format", "csv")
    assert (answer.code, answer.out.splitlines()[1].split(",")[0]) == (0, f"{BASE}id/long-line")


def test_unknown_own_terms_are_told_with_the_nearest(project: Path) -> None:
    called = call(project, "query", "SELECT ?x WHERE { ?x own:tridOutAt ?y . ?x a kg:TestField }")
    assert called.code == 2
    assert "there is no term own:tridOutAt. Did you mean 'triedOutAt'?" in called.err
    assert "there is no term kg:TestField" in called.err


def test_pages_and_documentation_speak_of_own_terms(project: Path) -> None:
    explorer = (project / "build" / "explorer.html").read_text(encoding="utf-8")
    assert "test field" in explorer
    assert "was tried out at" in explorer
    assert "test field" in (project / "build" / "network.html").read_text(encoding="utf-8")
    assert "own:TestField" in (project / "build" / "ontology.ttl").read_text(encoding="utf-8")
    assert run(project, "kg.docs", "docs").code == 0
    page = (project / "docs" / "ontology.en.html").read_text(encoding="utf-8")
    assert "own:TestField" in page
    assert "Was put to a trial at that test field." in page


def test_an_own_shape_and_check_are_held_against_the_graph(bare: Path) -> None:
    folder = enlarge(bare)
    facts = folder / "seeds" / "facts" / "kites.csv"
    edit(
        facts,
        "ministry-of-winds,operates,kite-ridge,2031-03-11,,kite-ridge-gazette,"
        "ministry has run it since 11 March 2031,,\n",
        "",
    )
    append(folder / "seeds" / "entities.csv", "lark-hill-field,TestField,,")
    append(folder / "seeds" / "names.csv", "lark-hill-field,en,Lark Hill Field,rendering,")
    append(facts, "long-line,triedOutAt,lark-hill-field,,,kite-ridge-gazette,Long Line,,")
    append(facts, "lark-hill-field,locatedIn,lark-hill,,,kite-ridge-gazette,Lark Hill,,")
    (folder / "seeds" / "exceptions.csv").write_text(
        "entity,shape,reason\nlark-hill-field,FieldOperatorShape,nobody tells who runs it\n", encoding="utf-8"
    )
    called = call(folder, "check")
    assert called.code == 1
    assert "FieldOperatorShape: id:kite-ridge: A test field needs someone who operates it." in called.out
    assert "two-fields: id:long-line: was tried out at two fields" in called.out
    assert "1 excused" in called.out


def test_the_report_tells_the_base(project: Path) -> None:
    assert json.loads((project / "build" / "report.json").read_text(encoding="utf-8"))["base"] == BASE
