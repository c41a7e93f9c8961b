"""Mistakes in SPARQL come back with their place, and unknown terms with the nearest known one."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.rdf.sparql import QueryError, ask, check_terms
from kg.rdf.vocabulary import KG

KNOWN = ("signed", "partyTo", "Center", "locatedIn")


def message(text: str) -> str:
    with pytest.raises(QueryError) as error:
        ask(Store(), text)
    return str(error.value)


def test_a_mistake_is_shown_in_its_line() -> None:
    first, shown, mark = message("SELECT ?x\nWHERE { ?x kg:signed ? }").splitlines()
    assert first.startswith("the query cannot be read: error at 2:24")
    assert shown == "  WHERE { ?x kg:signed ? }"
    assert mark.index("^") == shown.index("? }") + 2


def test_of_a_long_line_only_the_place_is_shown() -> None:
    text = "SELECT ?x WHERE { " + "?x kg:signed ?y . " * 50 + "?x ?y }"
    shown, mark = message(text).splitlines()[1:]
    assert len(shown) <= 102
    assert shown[mark.index("^") :].strip() in ("}", "")
    assert shown.endswith("?x ?y }")


def test_an_empty_query_is_a_mistake_like_any_other() -> None:
    assert message("").startswith("the query cannot be read: error at 1:1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT ?x WHERE { ?x kg:sined ?y }", "1:22: there is no term kg:sined. Did you mean 'signed'?"),
        (f"SELECT ?x\nWHERE {{ ?x a <{KG}Centre> }}", "2:14: there is no term kg:Centre. Did you mean 'Center'?"),
    ],
)
def test_an_unknown_term_is_told_with_the_nearest(text: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        check_terms(text, KNOWN)
    assert told in str(error.value).splitlines()


def test_all_unknown_terms_are_told_at_once() -> None:
    with pytest.raises(QueryError) as error:
        check_terms("ASK { ?x kg:sined ?y ; kg:locatdIn ?z ; kg:partyTo ?w }", KNOWN)
    assert len(str(error.value).splitlines()) == 3


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x WHERE { ?x kg:signed ?y }",
        'SELECT ?x WHERE { ?x ?y "kg:sined" } # kg:sined',
        f"SELECT ?x WHERE {{ ?x ?y ?z FILTER(STRSTARTS(STR(?y), '{KG}sined')) }}",
        f"SELECT ?x WHERE {{ ?x ?y <{KG}> }}",
        "PREFIX kg: <http://example.org/other#> SELECT ?x WHERE { ?x kg:sined ?y }",
        "PREFIX ekg: <http://example.org/other#> SELECT ?x WHERE { ?x ekg:sined ?y }",
    ],
)
def test_what_is_no_term_of_ours_is_left_alone(text: str) -> None:
    check_terms(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT ?x WHERE { ?x a kg:signd }", "1:24: there is no term kg:signd. Did you mean 'Signing'?"),
        ("SELECT ?x WHERE { ?x kg:Sined ?y }", "1:22: there is no term kg:Sined. Did you mean 'signed'?"),
        ("SELECT ?x WHERE { ?x kg:signng ?y }", "1:22: there is no term kg:signng. Did you mean 'signed'?"),
    ],
)
def test_a_class_is_proposed_for_a_class_and_a_property_for_a_property(text: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        check_terms(text, [*KNOWN, "Signing"])
    assert told in str(error.value).splitlines()


def test_what_a_construct_writes_may_have_new_names() -> None:
    text = "CONSTRUCT { ?x kg:sined ?y . ?x a kg:New } WHERE { ?x kg:signed ?y }"
    check_terms(text, KNOWN)
    with pytest.raises(QueryError, match="kg:sined"):
        check_terms(text, KNOWN, in_template=True)
    for wrong in ("CONSTRUCT { ?x kg:sined ?y } WHERE { ?x kg:partTo ?y }", "CONSTRUCT WHERE { ?x kg:partTo ?y }"):
        with pytest.raises(QueryError, match="kg:partTo") as error:
            check_terms(wrong, KNOWN)
        assert len(str(error.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "told", "marks"),
    [
        ("ASK {\n  SERVICE <http://x.example/> { ?s ?p ?o } }", "2:3: SERVICE asks another server", "  ^^^^^^^"),
        ("PREFIX a: <b:c>\nINSERT DATA { a:a a:a a:a }", "2:1: kg only reads", "^^^^^^"),
        ("SELECT * FROM <http://x.example/> { ?s ?p ?o }", "1:10: every query is asked of all graphs", "         ^^^^"),
    ],
)
def test_what_is_refused_is_told_with_its_place(text: str, told: str, marks: str) -> None:
    with pytest.raises(QueryError) as error:
        ask(Store(), text)
    assert f"error at {told}" in str(error.value)
    assert str(error.value).splitlines()[-1] == f"  {marks}"
