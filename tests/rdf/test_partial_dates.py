"""Partial dates in RDF: as precise as told, with bounds that every engine can compare."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import rdflib

from kg.build import Graph, as_of, make_graph
from kg.facts.model import Claim
from kg.rdf.serialise import write_turtle
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import CLAIM, KG, GraphName

BOUNDS = ("fromEarliest", "fromLatest", "untilEarliest", "untilLatest")


@pytest.fixture
def claims(tiny: Path, tmp_path: Path) -> tuple[list[Claim], rdflib.Graph]:
    """The claims of a project with dates of every precision, and `claims.ttl` as rdflib reads it."""
    (tiny / "facts" / "dates.csv").write_text(
        "subject,predicate,object,from,until,source,quote,record\n"
        "ministry-of-tides,operates,reef-station,2024-02,2028,harbour-register,,R1\n"
        "lumen-center,memberOf,harbour-network,2024-02-29,2028-02,harbour-register,,R2\n"
        "reef-station,joined,harbour-network,2030,,harbour-register,,R3\n",
        encoding="utf-8",
    )
    graph = make_graph(tiny)
    file = tmp_path / "claims.ttl"
    write_turtle(graph_triples(graph.store, GraphName.CLAIMS), file)
    return list(graph.claims.claims), rdflib.Graph().parse(file)


def value(graph: rdflib.Graph, claim: Claim, name: str) -> rdflib.Literal | None:
    node = graph.value(rdflib.URIRef(CLAIM + claim.key), rdflib.URIRef(KG + name))
    assert node is None or isinstance(node, rdflib.Literal)
    return node


def test_a_date_has_the_datatype_of_its_precision(claims: tuple[list[Claim], rdflib.Graph]) -> None:
    datatypes = {4: rdflib.XSD.gYear, 7: rdflib.XSD.gYearMonth, 10: rdflib.XSD.date}
    seen = set()
    for claim in claims[0]:
        for name, date in (("from", claim.from_), ("until", claim.until)):
            literal = value(claims[1], claim, name)
            if date is None:
                assert literal is None
                continue
            assert literal is not None
            assert (str(literal), literal.datatype) == (date.text, datatypes[len(date.text)])
            seen.add((name, literal.datatype))
    assert seen >= {("from", datatype) for datatype in datatypes.values()}
    assert seen >= {("until", rdflib.XSD.gYear), ("until", rdflib.XSD.gYearMonth)}


def test_bounds_are_days_between_which_the_date_lies(claims: tuple[list[Claim], rdflib.Graph]) -> None:
    for claim in claims[0]:
        bounds = {name: value(claims[1], claim, name) for name in BOUNDS}
        assert all(literal is None or literal.datatype == rdflib.XSD.date for literal in bounds.values())
        days = {name: dt.date.fromisoformat(str(literal)) for name, literal in bounds.items() if literal is not None}
        if claim.from_ is not None:
            assert (days["fromEarliest"], days["fromLatest"]) == (claim.from_.earliest, claim.from_.latest)
        else:
            assert "fromEarliest" not in days, "a report says no later than, and nothing of the first day"
        if claim.until is not None:
            assert (days["untilEarliest"], days["untilLatest"]) == (claim.until.earliest, claim.until.latest)
        else:
            assert not days.keys() & {"untilEarliest", "untilLatest"}


def test_a_view_as_of_a_day_exports_the_same_literals(graph: Graph) -> None:
    view, _ = as_of(graph.catalogue, dt.date(2026, 12, 31))
    whole = {str(triple) for triple in graph_triples(graph.store, GraphName.CLAIMS)}
    dated = [str(triple) for triple in graph_triples(view.store, GraphName.CLAIMS) if "XMLSchema#gYear" in str(triple)]
    assert dated
    assert set(dated) <= whole
