"""Absurd files in a project of one's own: each is told by file and line, and none ends the process by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects.calling import call
from tests.projects.kites import BASE, RULE, bare

__all__ = ["bare"]
PREFIXES = f"""PREFIX kg: <https://w3id.org/partnership-kg/ontology#>
PREFIX own: <{BASE}ontology#>
"""
TURTLE = f"""@prefix kg: <https://w3id.org/partnership-kg/ontology#> .
@prefix own: <{BASE}ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

"""
FIRST = TURTLE.count("\n") + 1
SELECT = '#+ summary: "x"\n' + PREFIXES + "SELECT ?a WHERE { ?a a kg:Center } ORDER BY ?a\n"


def told(folder: Path, files: dict[str, str], *expected: str) -> None:
    """Checks that `kg check` tells these mistakes, and as many in all."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    called = call(folder, "check")
    assert called.code == 2, (called.code, called.err[-2000:])
    assert "Traceback" not in called.err
    for text in expected:
        assert text in called.err, (text, called.err)
    count = len(expected)
    assert f"{count} problem{'s' if count > 1 else ''}" in called.err, called.err


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        ("own:x owl:propertyChainAxiom ( own:x 'y' ) .", "owl:propertyChainAxiom takes a list of two properties"),
        ("own:x owl:propertyChainAxiom own:y .", "owl:propertyChainAxiom takes a list of two properties"),
        ("own:x owl:propertyChainAxiom () .", "owl:propertyChainAxiom takes a list of two properties"),
        ("own:x owl:oneOf _:l . _:l rdf:first kg:Center ; rdf:rest _:l .", "what stands in these brackets contains"),
        ("<< own:x own:y own:z >> own:y own:z .", "a triple inside a triple (RDF 1.2) is not taken"),
        (
            "own:x rdfs:subClassOf " + "[ owl:complementOf " * 3000 + "kg:Center" + " ]" * 3000 + " .",
            "more than 100 brackets or items stand inside one another",
        ),
        (
            "own:x owl:oneOf ( " + "kg:Center " * 3000 + ") .",
            "more than 100 brackets or items stand inside one another",
        ),
    ],
    ids=["text in a chain", "no chain", "empty chain", "circle", "triple", "deep", "long"],
)
def test_brackets_that_cannot_be_worked_with(bare: Path, turtle: str, expected: str) -> None:
    told(bare, {"ontology/more.ttl": TURTLE + turtle}, f"ontology/more.ttl:{FIRST}: {expected}")


def test_what_is_said_of_terms_of_others_and_with_odd_characters(bare: Path) -> None:
    turtle = """owl:Class rdfs:subClassOf kg:Center .
own:Field a owl:class ; rdfs:subClassOf kg:Center ; rdfs:label "field"@en ; skos:definition "x"@en .
own:Yard a owl:Class ; rdfs:subClassOf kg:Center ; rdfs:label "ya\\u202Erd"@en ; skos:definition "x"@en .
"""
    told(
        bare,
        {"ontology/more.ttl": TURTLE + turtle},
        f"ontology/more.ttl:{FIRST}: the ontology uses owl:Class",
        f"ontology/more.ttl:{FIRST + 1}: own:Field is declared as nothing.",
        f"ontology/more.ttl:{FIRST + 1}: the ontology uses owl:class, which inference does not know. "
        "Did you mean 'owl:Class'?",
        f"ontology/more.ttl:{FIRST + 2}: a label of own:Yard holds a bidirectional character U+202E.",
    )


def test_questions_and_rules_that_ask_for_what_is_not_done(bare: Path) -> None:
    where = "WHERE { ?a a kg:Center }"
    rule = RULE.replace("own:hostOf", "kg:cooperatesWith")
    told(
        bare,
        {
            "queries/competency/service.rq": SELECT.replace(
                "?a a kg", "SERVICE <http://x.example/> { ?b ?c ?d } ?a a kg"
            ),
            "queries/competency/from.rq": SELECT.replace("WHERE", "\nFROM <http://x.example/g> WHERE"),
            "queries/competency/update.rq": SELECT.replace("SELECT ?a", "DELETE { ?a ?b ?c }"),
            "queries/competency/graph.rq": SELECT.replace("SELECT ?a", f"CONSTRUCT {where[6:]}"),
            "queries/competency/deep.rq": SELECT.replace("?a a kg:Center", "{" * 3000 + "}" * 3000),
            "queries/competency/header.rq": SELECT.replace("#+ summary", "#+ labls: 1\n#+\ttags: x\n#+ summary"),
            "queries/competency/columns.rq": SELECT.replace("#+ summary", "#+ columns: 3\n#+ question: x\n#+ summary"),
            "queries/competency/default.rq": SELECT.replace(
                "#+ summary", "#+ defaults:\n#+   - of:\n#+ summary"
            ).replace("?a a", "?_of_iri a"),
            "queries/competency/agreements.rq": SELECT,
            "ontology/rules/update.rq": rule.replace("CONSTRUCT", "INSERT"),
            "ontology/rules/from.rq": rule.replace("WHERE", "FROM <http://x.example/g> WHERE"),
        },
        "competency/service.rq:4: SERVICE asks another server",
        "competency/from.rq:5: every query is asked of all graphs",
        "competency/update.rq:4: DELETE: nothing of one's own changes the graph by itself. Ask with SELECT.",
        "competency/graph.rq:4: CONSTRUCT: a question is a SELECT.",
        "competency/deep.rq:4: the query has more than 200 brackets inside one another",
        "competency/header.rq:1: the header knows no 'labls'. Did you mean 'labels'?",
        "competency/header.rq:2: a line of the header begins with '#+' and a blank.",
        "competency/columns.rq:1: 'columns' has lines of its own.",
        "competency/columns.rq:2: 'question' has lines of its own.",
        "competency/default.rq:6: the parameter ?_of_iri has no default.",
        "competency/agreements.rq:1: a query of this name stands in what ships with kg.",
        "rules/update.rq:5: INSERT: nothing of one's own changes the graph by itself. A rule is a CONSTRUCT.",
        "rules/from.rq:6: every query is asked of all graphs",
    )


def test_a_question_may_begin_with_a_byte_order_mark(bare: Path) -> None:
    (bare / "queries" / "competency" / "more.rq").write_text(SELECT, encoding="utf-8-sig")
    assert call(bare, "check").code == 0


SHAPES = """\
own:A a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:select 'SELECT $this {SERVICE <x:y> {}}' ] .
own:B a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:select 'SELECT $this { $this a kg:Center }' ] .
own:C a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:select 'SELEC $this { $this ?b ?c }' ] .
own:D a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:select 'DROP ALL' ] .
own:E a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:select 'SELECT ?a { ?a ?b ?c }' ] .
own:F a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:select '''
    SELECT $this
    WHERE { $this ?b ?c MINUS { ?d ?e ?f } }''' ] .
own:G a sh:NodeShape ; sh:targetClass kg:Center ; sh:node own:G .
own:H a sh:NodeShape ; sh:targetClass kg:Center ; sh:or ( [ sh:property [ sh:path kg:operates ; sh:node own:H ] ] ) .
own:I a sh:NodeShape ; sh:targetClass kg:Center ; sh:js [ sh:message "x" ] .
own:J a sh:NodeShape ; sh:targetClass kg:Center ; sh:property [ sh:path "kg:operates" ] .
own:K a sh:NodeShape ; sh:targetClass kg:Center ; sh:property [ sh:path ( kg:operates ) ] .
kg:CenterPlaceShape sh:deactivated true .
own:L a sh:NodeShape ; sh:targetClass kg:Center ; sh:or ( "x" ) .
"""


def test_shapes_that_cannot_be_run(bare: Path) -> None:
    told(
        bare,
        {"ontology/shapes.ttl": TURTLE + SHAPES},
        f"shapes.ttl:{FIRST}: SPARQL in a shape has no SERVICE.",
        f"shapes.ttl:{FIRST + 1}: the prefix 'kg:' is not declared in this text.",
        f"shapes.ttl:{FIRST + 2}: 'SELEC' is no word that can stand here. Did you mean 'SELECT'?",
        f"shapes.ttl:{FIRST + 3}: 'DROP' cannot stand here.",
        f"shapes.ttl:{FIRST + 4}: the query does not say $this",
        f"shapes.ttl:{FIRST + 7}: SPARQL in a shape has no MINUS.",
        f"shapes.ttl:{FIRST + 8}: the shape is held against itself",
        f"shapes.ttl:{FIRST + 9}: the shape is held against itself",
        f"shapes.ttl:{FIRST + 10}: sh:js is not run here.",
        f"shapes.ttl:{FIRST + 11}: sh:path cannot be 'kg:operates'. Write a term with its prefix: sh:path kg:operates.",
        f"shapes.ttl:{FIRST + 12}: a path in round brackets has two steps or more.",
        f"shapes.ttl:{FIRST + 13}: kg:CenterPlaceShape is not the project's to change.",
        f"shapes.ttl:{FIRST + 14}: sh:or takes a list of shapes.",
    )


def test_what_only_pyshacl_finds_is_told_near_its_line_and_by_us_alone(bare: Path) -> None:
    shape = "own:A a sh:NodeShape ; sh:targetClass kg:Center ;\n    sh:property [ sh:path kg:operates ;\n"
    files = {"ontology/shapes.ttl": TURTLE + shape + "        sh:minCount -1 ] .\n"}
    told(bare, files, f"shapes.ttl:{FIRST + 2}: the shapes cannot be used: MinCountConstraintComponent")
    assert "ConstraintLoadError" not in call(bare, "check").err


def test_sparql_in_a_shape_may_use_prefixes_that_are_declared(bare: Path) -> None:
    shape = """own:P sh:declare [ sh:prefix "kg" ;
    sh:namespace "https://w3id.org/partnership-kg/ontology#"^^xsd:anyURI ] .
own:A a sh:NodeShape ; sh:targetClass kg:Center ; sh:sparql [ sh:prefixes own:P ; sh:message "fault"@en ;
    sh:select "SELECT $this WHERE { $this a kg:Center FILTER NOT EXISTS { $this kg:operatedBy ?by } }" ] .
"""
    prefix = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    (bare / "ontology" / "shapes.ttl").write_text(prefix + TURTLE + shape, encoding="utf-8")
    called = call(bare, "check")
    assert called.code == 0, called.err


def test_many_mistakes_take_no_longer_each(bare: Path) -> None:
    terms = "".join(f"own:T{number} a owl:Class .\n" for number in range(3000))
    (bare / "ontology" / "more.ttl").write_text(TURTLE + terms, encoding="utf-8")
    called = call(bare, "check")  # 9,000 of them within the time limit of a call
    assert called.code == 2
    assert "9000 problems" in called.err
