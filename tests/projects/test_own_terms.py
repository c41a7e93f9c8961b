"""A project adds a class, relations, a rule, a shape, a check and a question of its own, and all of kg knows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from tests.projects.calling import call, done, run
from tests.tiny_project import append, edit

BASE = "https://kites.example/"
MORE_TERMS = """
own:triedOut a owl:ObjectProperty ;
    rdfs:label "tried out"@en ;
    skos:definition "Was the test field at which that was put to a trial."@en ;
    rdfs:domain own:TestField ;
    rdfs:range kg:Entity ;
    owl:inverseOf own:triedOutAt ;
    kg:temporalKind "event" ;
    kg:tie true ;
    kg:phrase "{subject} was the site of a trial of {object}"@en ;
    kg:inversePhrase "{object} was tried out at {subject}"@en .

own:hostOf a owl:ObjectProperty ;
    rdfs:label "host of"@en ;
    skos:definition "Operates the test field at which that was tried out."@en ;
    rdfs:domain kg:Agent ;
    rdfs:range kg:Entity ;
    kg:temporalKind "event" ;
    kg:concluded true ;
    kg:phrase "{subject} was host of {object}"@en ;
    kg:inversePhrase "{object} had {subject} for a host"@en .

own:weather a owl:ObjectProperty ;
    rdfs:label "in weather"@en ;
    skos:definition "The weather of a trial."@en ;
    rdfs:domain kg:Claim ;
    rdfs:range own:Weather ;
    kg:qualifier true .

own:Weather a owl:Class ;
    rdfs:subClassOf kg:Concept ;
    rdfs:label "weather"@en ;
    skos:definition "What the sky does."@en .
"""
RULE = """#+ title: Who operates a test field is host of what is tried out there
#+ why: The operator and the field are two relations apart.
PREFIX kg: <https://w3id.org/partnership-kg/ontology#>
PREFIX own: <https://kites.example/ontology#>
CONSTRUCT { ?host own:hostOf ?thing . }
WHERE {
  ?host kg:operates ?field .
  ?thing own:triedOutAt ?field .
}
"""
SHAPE = """@prefix own: <https://kites.example/ontology#> .
@prefix kg: <https://w3id.org/partnership-kg/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

own:FieldOperatorShape a sh:PropertyShape ;
    sh:targetClass own:TestField ;
    sh:path kg:operatedBy ;
    sh:minCount 1 ;
    sh:severity sh:Violation ;
    sh:message "A test field needs someone who operates it."@en .
"""
CHECK = """# problem: A thing was tried out at two fields.
# solution: Find out which.
#+ summary: "was tried out at two fields"
PREFIX own: <https://kites.example/ontology#>
SELECT DISTINCT ?thing
WHERE { ?thing own:triedOutAt ?one , ?other . FILTER (?one != ?other) }
ORDER BY ?thing
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A new project that speaks English, not built."""
    done(tmp_path, "new", "kites", "--base", BASE)
    folder = tmp_path / "kites"
    settings = (folder / "kg.toml").read_text(encoding="utf-8")
    line = next(line for line in settings.splitlines() if line.startswith("languages"))
    (folder / "kg.toml").write_text(settings.replace(line, 'languages = ["en"]'), encoding="utf-8")
    return folder


def enlarge(folder: Path) -> Path:
    """Adds terms, a rule, a shape, a check, and facts that speak of them."""
    with (folder / "ontology" / "own.ttl").open("a", encoding="utf-8") as file:
        file.write(MORE_TERMS)
    (folder / "ontology" / "rules").mkdir()
    (folder / "ontology" / "rules" / "operators-are-hosts.rq").write_text(RULE, encoding="utf-8")
    (folder / "ontology" / "shapes.ttl").write_text(SHAPE, encoding="utf-8")
    (folder / "queries" / "checks").mkdir()
    (folder / "queries" / "checks" / "two-fields.rq").write_text(CHECK, encoding="utf-8")
    append(folder / "seeds" / "entities.csv", "fair-wind,Weather,,")
    append(folder / "seeds" / "names.csv", "fair-wind,en,fair wind,rendering,")
    facts = folder / "seeds" / "facts"
    (facts / "weather.csv").write_text(
        "subject,predicate,object,source,quote,weather\n"
        'kite-ridge,triedOut,long-line,kite-ridge-gazette,"Long Line, was tried out at Kite Ridge",fair-wind\n',
        encoding="utf-8",
    )
    edit(
        facts / "kites.csv",
        'long-line,triedOutAt,kite-ridge,2031-03-11,,kite-ridge-gazette,"Long Line, was tried out at Kite Ridge",,\n',
        "",
    )
    return folder


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


BROKEN = """
own:Center a owl:Class ; rdfs:subClassOf kg:Entity ; rdfs:label "x"@en ; skos:definition "x"@en .
own:loose a owl:Class ; skos:definition "x"@en .
own:Ring a owl:Class ; rdfs:subClassOf own:Rang ; rdfs:label "ring"@en ; skos:definition "x"@en .
own:Rang a owl:Class ; rdfs:subClassOf own:Ring , kg:Center ; skos:definition "x"@en ;
    rdfs:label "rang"@en , "rung"@en .
own:half a owl:ObjectProperty ; rdfs:label "half"@en ; skos:definition "x"@en ; rdfs:domain kg:Agent .
own:mute a owl:ObjectProperty ; rdfs:label "mute"@en ; rdfs:domain kg:Agent ; rdfs:range kg:Agnet .
own:worded a owl:ObjectProperty ; rdfs:label "w"@en ; skos:definition "x"@en ; rdfs:domain kg:Agent ;
    rdfs:range kg:Agent ; kg:temporalKind "state" ;
    kg:phrase "{subject} is"@en ; kg:inversePhrase "{object} by {subject}"@en ;
    rdfs:subPropertyOf kg:signed .
own:nothing rdfs:label "nothing"@en ; skos:definition "x"@en .
kg:Center rdfs:label "Mitte"@de .
own:Union a owl:Class ; rdfs:subClassOf kg:Center ; rdfs:label "u"@en ; skos:definition "x"@en ;
    owl:unionOf ( kg:City kg:Country ) .
"""


def test_every_fault_of_own_terms_is_told_at_once(bare: Path) -> None:
    own = bare / "ontology" / "own.ttl"
    first = own.read_text(encoding="utf-8").count("\n") + 2
    with own.open("a", encoding="utf-8") as file:
        file.write(BROKEN)
    (bare / "ontology" / "rules").mkdir()
    rule = RULE.replace("own:triedOutAt", "own:triedAt").replace(BASE, BASE)
    (bare / "ontology" / "rules" / "operators.rq").write_text(rule, encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    told = called.err.splitlines()
    lines = {name: first + index for index, name in enumerate(BROKEN.splitlines()[1:])}
    at = {line.split(" ")[0]: number for line, number in lines.items() if not line.startswith(" ")}
    for name, fault in (
        ("own:Center", "own:Center bears the name of kg:Center"),
        ("own:loose", "the name own:loose does not fit"),
        ("own:loose", "own:loose lacks a label in en"),
        ("own:loose", "own:loose is below no class of things"),
        ("own:Ring", "own:Ring is above itself"),
        ("own:Rang", "own:Rang has a label twice in 'en'"),
        ("own:half", "own:half has no rdfs:range"),
        ("own:mute", "own:mute lacks a definition"),
        ("own:mute", "there is no term kg:Agnet. Did you mean 'kg:Agent'?"),
        ("own:mute", "the range of own:mute is no class of the ontology"),
        ("own:mute", "own:mute is neither a state nor an event"),
        ("own:worded", "the phrase '{subject} is' of own:worded does not name both ends"),
        ("own:worded", "the range of own:worded is not below that of kg:signed, Agreement"),
        ("own:nothing", "own:nothing is declared as nothing"),
        ("kg:Center", "kg:Center is not the project's to change"),
    ):
        assert any(line.startswith(f"ontology/own.ttl:{at[name]}: {fault}") for line in told), (fault, called.err)
    assert any("owl:unionOf, which inference does not know" in line for line in told)
    assert any(line.startswith("ontology/rules/operators.rq:8: there is no term own:triedAt") for line in told)


@pytest.mark.parametrize(
    ("mark", "wrong", "told"),
    [
        (
            'kg:temporalKind "event"',
            'kg:temporalKind "evnt"',
            """'evnt'. Did you mean 'event'? Write "state" or "event".""",
        ),
        ('kg:temporalKind "event"', 'kg:temporalKind "event"@en', """'event'. Write "state" or "event"."""),
        ('kg:temporalKind "event"', "kg:temporalKind kg:tie", """'<https://w3id.org/partnership-kg/ontology#tie>'. """),
        ("kg:tie true", 'kg:tie "yes"', "'yes'. Write true or false, without quotation marks."),
        ("kg:tie true", 'kg:tie "true"', "'true'. Write true or false, without quotation marks."),
        ("kg:concluded true", "kg:concluded 1", "'1'. Write true or false, without quotation marks."),
        ("kg:concluded true", "kg:concluded true ; kg:single 2", "'2'. Write true or false, without quotation marks."),
        ("kg:qualifier true", 'kg:qualifier "ja"@de', "'ja'. Write true or false, without quotation marks."),
    ],
)
def test_a_mark_with_a_wrong_value_is_told_at_its_line(bare: Path, mark: str, wrong: str, told: str) -> None:
    own = bare / "ontology" / "own.ttl"
    text = own.read_text(encoding="utf-8") + MORE_TERMS
    start = text.index(mark, text.index("own:triedOut a"))
    own.write_text(text[:start] + wrong + text[start + len(mark) :], encoding="utf-8")
    line = text.count("\n", 0, start) + 1
    called = call(bare, "check")
    assert called.code == 2
    assert f"ontology/own.ttl:{line}: {wrong.split(' ; ')[-1].split()[0]} cannot be {told}" in called.err
    assert "Traceback" not in called.err
    assert "neither a state nor an event" not in called.err


def test_files_that_bear_our_names_are_refused(bare: Path) -> None:
    (bare / "queries" / "competency" / "agreements.rq").write_text(CHECK, encoding="utf-8")
    assert "a query of this name stands in" in call(bare, "query").err
    (bare / "ontology" / "rules").mkdir()
    rule = RULE.replace("own:hostOf", "kg:cooperatesWith")
    (bare / "ontology" / "rules" / "parties-are-partners.rq").write_text(rule, encoding="utf-8")
    assert "a rule of this name stands in" in call(bare, "check").err


def test_broken_turtle_is_named(bare: Path) -> None:
    (bare / "ontology" / "own.ttl").write_text("own:X a owl:Class", encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    assert (
        called.err.startswith("ontology/own.ttl:1: the prefix 'own:' is not declared.") or "own.ttl:1: " in called.err
    )


def test_mistakes_in_all_files_are_told_by_line_at_once(bare: Path) -> None:
    head = f"@prefix own: <{BASE}ontology#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    (bare / "ontology" / "own.ttl").write_text(head + "own:X a owl:Class\nown:Y a owl:Class .\n", encoding="utf-8")
    (bare / "ontology" / "shapes.ttl").write_text(head + "own:S a sh:NodeShape .\n", encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    assert "own.ttl:3: the statement does not end. Write '.' after it" in called.err
    assert "shapes.ttl:3: the prefix 'sh:' is not declared. Begin the file with: @prefix sh:" in called.err
    assert "2 problems" in called.err


def test_mistakes_in_rules_questions_and_shapes_are_told_by_line(bare: Path) -> None:
    (bare / "ontology" / "shapes.ttl").write_text(SHAPE.replace("kg:operatedBy", "kg:operatdBy"), encoding="utf-8")
    (bare / "ontology" / "rules").mkdir(exist_ok=True)
    (bare / "ontology" / "rules" / "a.rq").write_text(RULE.replace("WHERE {", "WHER {"), encoding="utf-8")
    (bare / "queries" / "competency").mkdir(exist_ok=True, parents=True)
    question = CHECK.replace("FILTER (?one", "FILTR (?one")
    (bare / "queries" / "competency" / "b.rq").write_text(question, encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    assert "rules/a.rq:6: 'WHER' is no word that can stand here (column 1). Did you mean 'WHERE'?" in called.err
    assert "competency/b.rq:6: 'FILTR' is no word that can stand here" in called.err
    assert "shapes.ttl:7: there is no term kg:operatdBy. Did you mean 'kg:operatedBy'?" in called.err
    assert "Traceback" not in called.err


SHAPES = """
own:AShape a sh:PropertyShape ; sh:path kg:operatedBy ; sh:targetClass own:TestField ;
    sh:minCount "one" ;
    sh:pattern "([" ;
    sh:class "Place" ;
    sh:in 5 ;
    sh:deactivated "no" .
own:BShape a sh:NodeShape ; sh:targetClass own:TestField ;
    sh:nodeKind sh:Iri ;
    sh:property [
        sh:path kg:operatedBy ;
        sh:maxCount 1.5 ;
    ] , [
        sh:minCount 1 ;
    ] .
own:CShape a sh:NodeShape ; sh:targetClass kg:Person ;
    sh:minCount 1 .
own:DShape a sh:PropertyShape ; sh:targetClass kg:Person ;
    sh:path kg:operates , kg:operatedBy .
own:EShape a sh:NodeShape ; sh:targetClass kg:Person ;
    sh:path kg:operates .
"""


def test_faults_of_shapes_are_told_by_line(bare: Path) -> None:
    shapes = bare / "ontology" / "shapes.ttl"
    shapes.write_text(SHAPE + SHAPES, encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    at = shapes.read_text(encoding="utf-8").splitlines()
    for shown, fault in (
        ('    sh:minCount "one" ;', "sh:minCount cannot be 'one'. Write a whole number: sh:minCount 1."),
        ('    sh:pattern "([" ;', "sh:pattern '([' is no regular expression (unterminated character set). Close"),
        ('    sh:class "Place" ;', "sh:class cannot be 'Place'. Write a term with its prefix: sh:class kg:Place."),
        ("    sh:in 5 ;", "sh:in takes a list. Write it in round brackets: sh:in ( … )."),
        ('    sh:deactivated "no" .', "sh:deactivated cannot be 'no'. Write true or false, without quotation marks."),
        ("    sh:nodeKind sh:Iri ;", "SHACL has no sh:Iri. Did you mean 'sh:IRI'?"),
        ("        sh:maxCount 1.5 ;", "sh:maxCount cannot be '1.5'. Write a whole number: sh:maxCount 1."),
        ("own:CShape", "the shape own:CShape says of values what needs a sh:path. Add one, or put it into sh:property"),
        ("    sh:path kg:operates , kg", "sh:path of own:DShape has several values. Keep one."),
        ("    sh:path kg:operates .", "a sh:NodeShape has no sh:path. Declare it as sh:PropertyShape."),
    ):
        line = next(number for number, text in enumerate(at, 1) if text.startswith(shown))
        assert f"ontology/shapes.ttl:{line}: {fault}" in called.err, (fault, called.err)
    assert "the shape in own:BShape" in called.err
    assert "Traceback" not in called.err


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("sh:targetClass", "sh:targetClas", "6: SHACL has no sh:targetClas. Did you mean 'sh:targetClass'?"),
        ("a sh:PropertyShape", "a sh:PropertShape", "5: SHACL has no sh:PropertShape. Did you mean 'sh:Property"),
        (
            "sh:minCount 1",
            "sh:node own:FieldOperatorShape",
            "7: own:FieldOperatorShape has a sh:path, and is used where",
        ),
        ("sh:minCount 1", "sh:node [ sh:not [ sh:xone () ] ; sh:sparql [] ]", "1: the shapes cannot be used: "),
    ],
)
def test_a_shape_that_would_pass_or_break_off_is_told(bare: Path, right: str, wrong: str, told: str) -> None:
    shapes = bare / "ontology" / "shapes.ttl"
    shapes.write_text(SHAPE.replace(right, wrong), encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    assert f"ontology/shapes.ttl:{told}" in called.err
    assert "Traceback" not in called.err


def test_a_class_that_nothing_can_be_in_is_told_at_its_line(bare: Path) -> None:
    own = bare / "ontology" / "own.ttl"
    text = own.read_text(encoding="utf-8").rstrip("\n") + "\n"
    added = 'own:Y a owl:Class ; rdfs:subClassOf kg:Person , kg:Organisation ; rdfs:label "y"@en ;\n'
    own.write_text(text + added + '    skos:definition "x"@en .\n', encoding="utf-8")
    called = call(bare, "check")
    line = text.count("\n") + 1
    told = "nothing can be in own:Y: it is below kg:Organisation and kg:Person, which share nothing. Leave one"
    assert (called.code, called.err.count("problem")) == (2, 1)
    assert f"ontology/own.ttl:{line}: {told}" in called.err


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("#+ summary:", "#+ sumary:", "1: a question opens with a header. Begin it with '#+ summary: …'."),
        ('two fields"', 'two fields"\n#+ x: [', "4: the header cannot be read: "),
        ('two fields"', 'two fields"\n#+ defaults:\n#+   - feild: kite', "5: no parameter is named feild."),
        ("?one , ?other", "?one , ?_other_iri", "6: the parameter ?_other_iri has no default."),
    ],
)
@pytest.mark.parametrize("folder", ["checks", "competency"])
def test_headers_of_questions_are_checked(bare: Path, folder: str, right: str, wrong: str, told: str) -> None:
    (bare / "queries" / folder).mkdir(exist_ok=True, parents=True)
    text = CHECK.replace("own:triedOutAt", "kg:operates").replace("PREFIX own", "PREFIX kg")
    text = text.replace(f"{BASE}ontology#", "https://w3id.org/partnership-kg/ontology#").replace(right, wrong)
    (bare / "queries" / folder / "fields.rq").write_text(text, encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 2
    assert f"queries/{folder}/fields.rq:{told}" in called.err


def test_a_rule_whose_conclusion_is_not_marked_is_told(bare: Path) -> None:
    enlarge(bare)
    edit(bare / "ontology" / "own.ttl", "    kg:concluded true ;\n", "")
    called = call(bare, "check")
    assert called.code == 2
    told = "5: the rule concludes own:hostOf, which is not marked as a relation that rules conclude."
    assert f"rules/operators-are-hosts.rq:{told} Add to ontology/own.ttl: own:hostOf kg:concluded true ." in called.err


def test_own_terms_need_a_base_of_their_own(bare: Path) -> None:
    edit(bare / "kg.toml", f'base = "{BASE}"', "")
    called = call(bare, "check")
    assert called.code == 2
    assert "no base to name them by" in called.err


def test_terms_that_were_left_in_another_namespace_are_told(bare: Path) -> None:
    edit(bare / "kg.toml", BASE, "https://moved.example/")
    called = call(bare, "check")
    assert called.code == 2
    assert f"<{BASE}ontology#TestField> is not in the namespace of this project" in called.err
    assert "Name it <https://moved.example/ontology#TestField>" in called.err


def test_the_report_tells_the_base(project: Path) -> None:
    assert json.loads((project / "build" / "report.json").read_text(encoding="utf-8"))["base"] == BASE
