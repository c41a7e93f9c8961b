"""Running questions: headers, parameters that are bound and never pasted, and what SPARQL may not do here."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store, Triple, Variable

from kg.build import Graph
from kg.facts.problems import InputError
from kg.rdf.queries import NamedQuery, Parameter, bind, read_questions, value_of
from kg.rdf.sparql import QueryError, Table, ask
from kg.rdf.vocabulary import KG, TYPE, XSD, GraphName, term, thing
from tests.rdf.small_project import turtle_store

HEADER = "#+ summary: Who is where\n#+ question:\n#+   en: Who?\n#+   az: Kim?\n#+   kk: Кім?\n"
BY_PLACE = (
    HEADER + "#+ defaults:\n#+   - place: baku\n#+ columns:\n#+   who: whoever it is\n"
    "SELECT ?who WHERE { ?who kg:locatedIn ?_place_iri } ORDER BY ?who\n"
)


def question(folder: Path, text: str, name: str = "some-question") -> NamedQuery:
    path = folder / f"{name}.rq"
    path.write_text(text, encoding="utf-8")
    return NamedQuery.read(path)


@pytest.fixture(scope="module")
def store() -> Store:
    return turtle_store(
        "id:lab kg:locatedIn id:baku . id:hub kg:locatedIn id:ganja . id:lab rdfs:label 'Lab'@en .",
        "claim:c kg:fromLatest '2026-01-31'^^xsd:date ; kg:ordinal 20 .",
    )


# Headers


def test_a_question_is_read_with_its_header(tmp_path: Path) -> None:
    query = question(tmp_path, BY_PLACE)
    assert (query.name, query.title) == ("some-question", "Who is where")
    assert query.questions == {"en": "Who?", "az": "Kim?", "kk": "Кім?"}
    assert query.parameters == (Parameter("place", "iri", "baku"),)
    assert query.columns == {"who": "whoever it is"}


BROKEN = {
    "no header": ("SELECT ?x WHERE { ?x ?p ?o }", 1, "a question opens with a header"),
    "no summary": ("#+ title: x\nSELECT ?x WHERE { ?x ?p ?o }", 1, "a question opens with a header"),
    "a header that is a list": ("#+ - summary\nSELECT ?x WHERE { ?x ?p ?o }", 1, "a question opens with a header"),
    "a header that is no YAML": ("#+ summary: x\n#+ a: [\nSELECT ?x { ?x ?p ?o }", 2, "header cannot be read"),
    "a text with a colon": ("#+ summary: x\n#+ question:\n#+   en: A: b\nSELECT ?x { ?x ?p ?o }", 3, "cannot be read"),
    "a parameter without default": (
        "#+ summary: x\nSELECT ?x WHERE {\n ?x ?p ?_who_iri }",
        3,
        r"the parameter \?_who_iri has no default. Add '- who: value' to 'defaults'.",
    ),
    "a default without parameter": (
        "#+ summary: x\n#+ defaults:\n#+   - who: x\nSELECT ?x WHERE { ?x ?p ?o }",
        3,
        "no parameter is named who. Remove its default.",
    ),
    "a label that is misspelt": (
        "#+ summary: x\n#+ defaults:\n#+   - place: x\n#+ labels:\n#+   - plase: {en: x}\nASK { ?x ?p ?_place_iri }",
        5,
        r"no parameter is named plase. Did you mean 'place'\?",
    ),
    "a label without languages": (
        "#+ summary: x\n#+ defaults:\n#+   - place: x\n#+ labels:\n#+   - place: x\nSELECT ?x { ?x ?p ?_place_iri }",
        4,
        "the label of 'place' has no languages",
    ),
    "defaults that are a number": ("#+ summary: x\n#+ defaults: 3\nSELECT ?x WHERE { ?x ?p ?o }", 2, "is a list of"),
    "defaults that are no list": (
        "#+ summary: x\n#+ defaults:\n#+   who: x\nSELECT ?x WHERE { ?x ?p ?_who_iri }",
        2,
        "is a list of",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_question_with_a_faulty_header_is_named(case: str, tmp_path: Path) -> None:
    text, line, message = BROKEN[case]
    with pytest.raises(InputError, match=rf"some-question\.rq:{line}: .*{message}"):
        question(tmp_path, text)


def test_all_faulty_headers_are_told_at_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.rq").write_text("SELECT ?x WHERE { ?x ?p ?o }", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_questions([tmp_path])
    assert [Path(problem.file).name for problem in error.value.problems] == ["a.rq", "b.rq"]


def test_a_parameter_is_labelled_by_language_or_by_its_name() -> None:
    labelled = Parameter("some_place", "iri", "baku", {"en": "place", "az": "yer"})
    assert [labelled.label(code) for code in ("en", "az", "kk")] == ["place", "yer", "place"]
    assert Parameter("some_place", "iri", "baku").label("az") == "some place"


def test_questions_are_read_by_name_and_sorted(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        question(tmp_path, BY_PLACE, name)
    (tmp_path / "notes.txt").write_text("no question")
    assert list(read_questions([tmp_path])) == ["a", "b", "c"]


# Running


def test_a_question_runs_with_its_defaults_and_with_other_values(store: Store, tmp_path: Path) -> None:
    query = question(tmp_path, BY_PLACE)
    assert query.run(store) == Table(("who",), ((thing("lab"),),))
    assert query.run(store, {"place": thing("ganja")}) == Table(("who",), ((thing("hub"),),))
    assert query.run(store, {"place": thing("nowhere")}) == Table(("who",), ())


def test_an_unknown_parameter_is_named_with_the_nearest(store: Store, tmp_path: Path) -> None:
    query = question(tmp_path, BY_PLACE)
    with pytest.raises(QueryError, match=r"has no parameter 'plase'\. Did you mean 'place'\?"):
        query.run(store, {"plase": thing("baku")})
    with pytest.raises(QueryError, match="It has: place"):
        query.run(store, {"xyz": thing("baku")})


@pytest.mark.parametrize("text", ["ASK { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"])
def test_a_shipped_question_is_a_select(text: str, store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="a shipped question is a SELECT"):
        question(tmp_path, f"#+ summary: x\n{text}").run(store)


def test_an_unbound_variable_is_none(store: Store) -> None:
    answer = ask(
        store, "SELECT ?who ?name WHERE { ?who kg:locatedIn ?x OPTIONAL { ?who rdfs:label ?name } } ORDER BY ?who"
    )
    assert answer == Table(("who", "name"), ((thing("hub"), None), (thing("lab"), Literal("Lab", language="en"))))


# Values


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("iri", "socar", thing("socar")),
        ("iri", "https://example.org/x#y", NamedNode("https://example.org/x#y")),
        ("iri", KG + "signed", term("signed")),
        ("date", "2026", Literal("2026-12-31", datatype=NamedNode(XSD + "date"))),
        ("date", "2024-02", Literal("2024-02-29", datatype=NamedNode(XSD + "date"))),
        ("date", "2026-01-20", Literal("2026-01-20", datatype=NamedNode(XSD + "date"))),
        ("integer", "-7", Literal("-7", datatype=NamedNode(XSD + "integer"))),
        ("literal", 'a "b" {c}', Literal('a "b" {c}')),
        ("literal", "7", Literal("7")),
    ],
)
def test_a_value_is_read_as_its_kind(kind: str, text: str, expected: NamedNode | Literal) -> None:
    assert value_of(Parameter("some", kind, ""), text) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("iri", text) for text in ("a b", "http://a b", "https://x/<y>", "x\ny", "x> } ; DROP ALL", 'x"y', "a{b}")),
        *(("date", text) for text in ("", "2026-13", "2025-02-29", "Jan-26", "20.01.2026", "2026-01-20\n")),
        *(("integer", text) for text in ("", "1.5", "1 2", "1\n", "--1", "٣", "ten", "1) || (1=1")),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(kind: str, text: str) -> None:
    with pytest.raises(QueryError):
        value_of(Parameter("some", kind, ""), text)


ECHO = "SELECT ?_x_literal WHERE { ?s kg:locatedIn ?o } LIMIT 1"
HOSTILE = [
    '"',
    "'",
    '"""',
    "\\",
    '\\"',
    "\n",
    "\r\n",
    "\t",
    "}",
    "{ } ) (",
    '") } } ; DROP ALL #',
    '"@en',
    '"^^<x>',
    "# WHERE {",
    "?s",
    "\u2028",
    "\x00",
    "Əli",
    "\U0001f600",
    "%s %(x)s {0} ${x}",
]


def echoed(store: Store, value: NamedNode | Literal) -> object:
    answer = ask(store, bind(ECHO, {Variable("_x_literal"): value}))
    assert isinstance(answer, Table)
    return answer.rows[0][0]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_literal_comes_back_as_it_was(text: str, store: Store) -> None:
    for value in (Literal(text), Literal(text, language="en"), Literal(text, datatype=NamedNode(XSD + "token"))):
        assert echoed(store, value) == value


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text())
def test_any_literal_comes_back_as_it_was(text: str) -> None:
    store = turtle_store("id:a kg:locatedIn id:b .")
    assert echoed(store, Literal(text)) == Literal(text)


@pytest.mark.parametrize(
    "text", ["https://x/a'b", "https://x/(a)", "https://x/a%22b", "https://x/ə", "https://x/#a;b,c", "urn:x:$1"]
)
def test_a_hostile_iri_comes_back_as_it_was(text: str, store: Store) -> None:
    assert echoed(store, NamedNode(text)) == NamedNode(text)


@pytest.mark.parametrize(
    "text", ["https://x/> } DROP ALL", "https://x/{}", 'https://x/"', "https://x/\n", "https://x/\\u003e"]
)
def test_what_would_end_an_iri_is_no_iri(text: str) -> None:
    """The RDF library refuses them, so that none can reach a query."""
    with pytest.raises(ValueError, match="IRI"):
        NamedNode(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s WHERE { ?s kg:locatedIn ?_o_iri }",
        "SELECT ?s\nWHERE\n{ ?s kg:locatedIn ?_o_iri }",
        "select ?s where { ?s kg:locatedIn ?_o_iri }",
        f"PREFIX k: <{KG}> SELECT ?s WHERE {{ ?s k:locatedIn ?_o_iri }}",
        "# WHERE { a comment\nSELECT ?s WHERE { ?s kg:locatedIn ?_o_iri }",
        "SELECT ?s WHERE # a comment with {\n{ ?s kg:locatedIn ?_o_iri }",
        'SELECT ?s ("WHERE {" AS ?text) WHERE { ?s kg:locatedIn ?_o_iri }',
        "SELECT ?s WHERE { { SELECT ?s ?_o_iri WHERE { ?s kg:locatedIn ?_o_iri } } }",
    ],
)
def test_values_are_bound_at_the_head_of_the_outer_pattern(text: str, store: Store) -> None:
    answer = ask(store, bind(text, {Variable("_o_iri"): thing("ganja")}))
    assert isinstance(answer, Table)
    assert [row[0] for row in answer.rows] == [thing("hub")]


def test_a_query_without_values_stays_as_it_is() -> None:
    assert bind("ASK { ?s ?p ?o }", {}) == "ASK { ?s ?p ?o }"


def test_a_query_to_bind_needs_its_where() -> None:
    with pytest.raises(QueryError, match="the word WHERE"):
        bind("SELECT ?s { ?s ?p ?_o_iri }", {Variable("_o_iri"): thing("x")})


# The three forms of answer


def test_a_select_gives_a_table_in_its_own_order(store: Store) -> None:
    answer = ask(store, "SELECT ?o ?s WHERE { ?s kg:locatedIn ?o } ORDER BY DESC(?o)")
    assert answer == Table(("o", "s"), ((thing("ganja"), thing("hub")), (thing("baku"), thing("lab"))))


@pytest.mark.parametrize(("place", "expected"), [("baku", True), ("paris", False)])
def test_an_ask_gives_a_truth_value(place: str, expected: bool, store: Store) -> None:
    assert ask(store, f"ASK {{ ?s kg:locatedIn id:{place} }}") is expected


def test_a_construct_and_a_describe_give_sorted_triples(store: Store) -> None:
    constructed = ask(store, "CONSTRUCT { ?o a kg:Place } WHERE { ?s kg:locatedIn ?o }")
    assert constructed == [Triple(thing("baku"), TYPE, term("Place")), Triple(thing("ganja"), TYPE, term("Place"))]
    described = ask(store, "DESCRIBE id:hub")
    assert described == [Triple(thing("hub"), term("locatedIn"), thing("ganja"))]


def test_queries_run_on_the_union_of_all_named_graphs(graph: Graph) -> None:
    for name in GraphName:
        quad = next(graph.store.quads_for_pattern(None, None, None, name.node))
        assert ask(graph.store, f"ASK {{ {quad.subject} {quad.predicate} {quad.object} }}") is True, name


def test_nothing_can_be_written(store: Store) -> None:
    before = set(store)
    for text in (
        "INSERT DATA { id:a a id:b }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <https://example.org/>",
    ):
        with pytest.raises(QueryError, match="kg only reads"):
            ask(store, text)
    assert set(store) == before


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT * WHERE { ?s }", "1:21"),
        ("SELECT *\nWHERE {\n  ?s ?p\n}", "4:"),
        ("", "1:1"),
        ("ASK {", "1:5"),
        ("SELECT ?x WHERE { ?x nowhere:known ?o }", "1:"),
        ("SELECT ?x ?x WHERE { ?x ?p ?o }", "1:"),
    ],
)
def test_a_syntax_error_is_told_with_line_and_column(text: str, place: str, store: Store) -> None:
    with pytest.raises(QueryError, match=f"the query cannot be read: error at {place}"):
        ask(store, text)
