"""Every fault of terms, rules, shapes, checks and questions of one's own is told by file and line, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects.calling import call
from tests.projects.kites import BASE, CHECK, MORE_TERMS, RULE, SHAPE, bare, enlarge
from tests.tiny_project import edit

__all__ = ["bare"]

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
