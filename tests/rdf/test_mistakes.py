"""Mistakes in SPARQL are told at their exact place, with what would mend them."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.rdf.grammar import departure
from kg.rdf.mistakes import find_mistakes
from kg.rdf.sparql import QueryError, ask
from kg.rdf.tokens import tokens
from kg.rdf.vocabulary import PREFIXES
from kg.resources import Resources

MARK = "§"
# A query with § before the offending text, which is the second part, and what mends it.
MISTAKES = (
    ("§SELCT ?x WHERE { ?x a kg:Center }", "SELCT", "Did you mean 'SELECT'?"),
    ("select ?x §wher { ?x a kg:Center }", "wher", "Did you mean 'WHERE'?"),
    ("SELECT ?x\nWHERE {\n  ?x a kg:Center .\n  §FILTR(?x = 1)\n}", "FILTR", "Did you mean 'FILTER'?"),
    ("SELECT ?x { ?x a kg:Center §OPTINAL { ?x kg:locatedIn ?y } }", "OPTINAL", "Did you mean 'OPTIONAL'?"),
    ("SELECT ?x { { ?x a kg:Center } §UNON { ?x a kg:Event } }", "UNON", "Did you mean 'UNION'?"),
    ("SELECT ?x { ?x a kg:Center } §ORDR BY ?x", "ORDR", "Did you mean 'ORDER'?"),
    ("SELECT ?x { ?x a kg:Center } §LIMT 10", "LIMT", "Did you mean 'LIMIT'?"),
    ("SELECT §DISTNCT ?x { ?x a kg:Center }", "DISTNCT", "Did you mean 'DISTINCT'?"),
    ('SELECT ?x { ?x a ?y FILTER(§REGX(?x, "a")) }', "REGX", "Did you mean 'REGEX'?"),
    ("SELECT ?x { ?x a ?y FILTER NOT §EXIST { ?x a kg:Event } }", "EXIST", "Did you mean 'EXISTS'?"),
    ("§PREFX foo: <http://foo/> SELECT ?x { ?x a foo:x }", "PREFX", "Did you mean 'PREFIX'?"),
    ("SELECT ?x { ?x §foo:bar ?y }", "foo:", "Begin the query with: PREFIX foo: <http://…>"),
    ("SELECT ?x {\n ?x kg:signed ?y ;\n    §rfds:label ?z }", "rfds:", "Did you mean 'rdfs:'?"),
    ("SELECT ?x { ?x a ?y FILTER(§xs:date(?x) > 1) }", "xs:", "Did you mean 'xsd:'?"),
    ("SELECT ?x WHERE §{ ?x a kg:Center", "{", "Add '}'."),
    ("SELECT ?x { ?x a kg:Center OPTIONAL { ?x ?p ?y } }§}", "}", "Leave it out."),
    ("SELECT ?x { ?x a ?y FILTER§(?x = 1 }", "(", "Add ')'."),
    ("SELECT ?x { ?x rdfs:label §\"abc }", '"abc }', 'End it with "'),
    ("SELECT ?x { ?x rdfs:label §'abc\n}", "'abc", "End it with '"),
    ("SELECT ?x { ?x a §<http://x.org/a }", "<http://x.org/a", "End it with > and leave no blank in it."),
    ("SELECT ?x { ?x a §<http://x.org/a b> }", "<http://x.org/a", "End it with > and leave no blank in it."),
    ("PREFIX foo: §http://foo/ SELECT ?x { ?x a foo:x }", "http://foo/", "Write <http://foo/>."),
    ("PREFIX §foo <http://foo/> SELECT ?x { ?x ?p ?y }", "foo", "Write it with its colon: foo: <http://…>"),
    ("SELECT ?x§, ?y { ?x ?p ?y }", ",", "Leave it out."),
    ("SELECT ?x { ?x a kg:Center§, }", ",", "Leave it out."),
    ("SELECT ?x { VALUES ?x { id:socar§, id:wef } }", ",", "Leave it out."),
    ("SELECT ?x { ?x a kg:Center } ORDER §?x", "?x", "Expected: 'BY'."),
    ("SELECT ?x { ?x a kg:Center } LIMIT §ten", "ten", "Expected: a number."),
    ("SELECT ?x §?n { ?x ?p ?n } GROUP BY ?x", "?n", "Add it to GROUP BY."),
    ("SELECT (COUNT(?x) §?n) { ?x a kg:Center }", "?n", "Write AS before it: AS ?n"),
    ("SELECT §COUNT(?x) { ?x a kg:Center }", "COUNT", "Write it in brackets, with a name: (COUNT(…) AS ?name)"),
    ("SELECT (COUNT(?x) AS §n) { ?x a kg:Center }", "n", "Write it so: a variable is ?n."),
    ("SELECT ?x { ?x a ?y OPTIONAL §?x kg:locatedIn ?z }", "?x", "Write { before it."),
    ("SELECT ?x { ?x a ?y FILTER §?x = 1 }", "?x", "Put the condition in brackets: FILTER(…)"),
    ("SELECT ?x { ?x a ?y FILTER(?x §== 1) }", "=", "Write = once."),
    ("SELECT ?x { ?x a §}", "}", "Write a term, a variable or a text."),
    ("SELECT ?x { ?x a kg:Center §kg:Event }", "kg:Event", "Write . or ; before it."),
    ("SELECT §x { ?x a kg:Center }", "x", "Write it so: a variable is ?x."),
    ("SELECT ?x { ?x a §Center }", "Center", 'a variable is ?Center, a term kg:Center, a text "Center".'),
    ("SELECT ?x WHERE §?x a kg:Center", "?x", "Write { before it."),
    ("SELECT ?x { BIND(1 §?x) }", "?x", "Write AS before it: AS ?x"),
    ("SELECT ?x { ?x a ?y } ORDER BY DESC §?x", "?x", "Write ( before it."),
    ("SELECT §* { ?x a ?y } GROUP BY ?x", "*", "Name the variables."),
    ("SELECT ?x §?x { ?x a ?y }", "?x", "Leave one out."),
    ("DESCRIBE§", "", "Expected: '*' or a ?variable or a term such as kg:Center."),
)  # fmt: skip


@pytest.mark.parametrize(("marked", "offending", "fix"), MISTAKES, ids=[item[0] for item in MISTAKES])
def test_a_mistake_is_told_at_its_place(marked: str, offending: str, fix: str) -> None:
    before, _, after = marked.partition(MARK)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    with pytest.raises(QueryError) as error:
        ask(Store(), before + after)
    first, shown, mark, *rest = str(error.value).splitlines()
    assert first.startswith(f"the query cannot be read: error at {line}:{column}: ")
    assert fix in first
    assert not rest
    assert after.startswith(offending)
    assert shown[mark.index("^") :].startswith(offending)
    assert mark.count("^") == max(1, len(offending))


def test_all_that_is_wrong_with_prefixes_and_grammar_is_told_at_once() -> None:
    found = find_mistakes("SELECT ?x { ?x foo:a bar:b . FILTR(?x) }", "")
    assert [(item.line, item.column) for item in found] == [(1, 16), (1, 22), (1, 30)]


def test_the_grammar_accepts_all_that_ships() -> None:
    shipped = Resources.shipped()
    files = [*shipped.queries.glob("*/*.rq"), *shipped.ontology.glob("rules/*.rq")]
    assert len(files) > 50
    assert {path.name: departure(list(tokens(path.read_text("utf-8")))) for path in files} == {
        path.name: None for path in files
    }


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s !(rdf:type|^kg:signed)/kg:partyTo* ?o ; kg:x [ kg:y ( 1 2.5 -3e4 'a'@en \"b\"^^xsd:date ) ] }",
        "SELECT (SUM(?n)/2 AS ?m) (GROUP_CONCAT(DISTINCT ?x; SEPARATOR=', ') AS ?l) { ?x ?p ?n } GROUP BY ?p",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE id:socar <http://x/>",
        "ASK { FILTER(?a < 3 && ?b>-1 || !BOUND(?c) && ?d NOT IN (1, 2)) }",
        "SELECT * { SELECT ?x { ?x a ?y } LIMIT 3 OFFSET 1 } VALUES (?x ?y) { (UNDEF 1) }",
        'SELECT * { ?s ?p """a "quoted" \\n text""" MINUS { GRAPH ?g { ?s ?p ?o } } BIND(IF(true, 1, 2) AS ?z) }',
        "SELECT * { ?s ?p ?o . ?s ?q ?r . } ORDER BY DESC(?o) ASC(?p) ?s LIMIT 3",
        "BASE <http://x/> PREFIX : <#> SELECT * { :a :b <c> }",
    ],
)
def test_the_grammar_accepts_what_the_store_does(text: str) -> None:
    Store().query(text, prefixes=PREFIXES)
    assert departure(list(tokens(text))) is None


def test_a_deep_or_long_query_is_told_of_too() -> None:
    with pytest.raises(QueryError, match="more than 200 brackets inside one another"):
        ask(Store(), "ASK " + "{" * 5000)
    with pytest.raises(QueryError, match="error at 1:15: 'FILTR' is neither a variable nor a term"):
        ask(Store(), "SELECT ?x { ( FILTR" + " ?x ?p ?y ." * 3000)
    with pytest.raises(QueryError, match=r"error at 1:33012: .*Did you mean 'FILTER'"):
        ask(Store(), "SELECT ?x {" + " ?x ?p ?y ." * 3000 + "FILTR(1) }")


def test_no_more_than_ten_mistakes_are_told() -> None:
    assert len(find_mistakes("SELECT ?x { ?x ?p ?y } " + "\\" * 1000, "")) == 10


def test_what_is_nested_too_deep_for_the_grammar_is_told_by_its_bracket() -> None:
    with pytest.raises(QueryError, match=r"error at 1:165: this '\(' is never closed\. Add '\)'\."):
        ask(Store(), "ASK { FILTER(1 " + "+(" * 75 + "2 ")
