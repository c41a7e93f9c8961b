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
