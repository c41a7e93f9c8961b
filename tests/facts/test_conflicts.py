"""Contradictions: all that are seeded are found, nothing else is, in the tables and in the store alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import Graph, make_graph
from kg.facts.claims import to_claims
from kg.facts.conflicts import Clause, Disagreement, disagreements, preferred
from kg.facts.model import Evidence, Fact, Rank, Row, Status
from kg.facts.schema import Schema
from tests.facts.contradictions import HARMLESS, LATER, MORE, ORDER, SEEDED, Case, write_project
from tests.facts.making import date, fact, source


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """A project of all cases: those that are contradictions and those that are none."""
    return make_graph(write_project(tmp_path_factory.mktemp("conflicts") / "seeds", (*SEEDED, *HARMLESS)))


def found_in(graph: Graph, of: str) -> dict[str, Disagreement]:
    """What is found, by the subject that it is about, in the tables or in the store."""
    claims = graph.claims.claims if of == "tables" else list(graph.catalogue.claims.values())
    found = disagreements(claims, graph.ontology.schema)
    by_subject = {item.tellings[0].claim.subject: item for item in found}
    assert len(by_subject) == len(found)
    return by_subject


def test_there_are_thirty_of_all_kinds() -> None:
    assert len(SEEDED) == 30
    assert {case.what for case in SEEDED} == {
        *("from", "until", "status", "ordinal", "unit", "magnitude", "comparison", "count", "object"),
    }
    assert {case.clause for case in SEEDED} == set(Clause)


@pytest.mark.parametrize("of", ["tables", "store"])
@pytest.mark.parametrize("case", SEEDED, ids=lambda case: case.name)
def test_a_seeded_contradiction_is_found_and_decided(seeded: Graph, case: Case, of: str) -> None:
    item = found_in(seeded, of)[case.rows[0]["subject"]]
    assert (item.what, item.tellings[0].value, item.clause) == (case.what, case.kept, case.clause)
    assert sorted(evidence.source for telling in item.tellings for evidence in telling.evidence) == sorted(
        row["source"] for row in case.rows
    )


@pytest.mark.parametrize("of", ["tables", "store"])
def test_nothing_else_is_found(seeded: Graph, of: str) -> None:
    assert set(found_in(seeded, of)) == {case.rows[0]["subject"] for case in SEEDED}


def test_both_claims_are_kept_and_the_report_tells_of_all(seeded: Graph) -> None:
    assert len(seeded.claims.conflicts) == 30
    standing = {(claim.subject, claim.object) for claim in seeded.claims.claims if claim.asserted}
    assert {("o15", "m1"), ("o15", "m2"), ("n5", "39"), ("n5", "41")} <= standing


def test_the_shipped_seeds_have_none(graph: Graph) -> None:
    assert graph.claims.conflicts == ()
    assert disagreements(graph.catalogue.claims.values(), graph.ontology.schema) == []


def test_a_telling_reads_as_it_is_told(seeded: Graph) -> None:
    found = found_in(seeded, "store")
    days = [telling.claim.from_ for telling in found["o1"].tellings]
    assert [day.text for day in days if day] == ["2030-01-03", "2030-01-02"]
    assert [telling.claim.qualifiers["ordinal"] for telling in found["o14"].tellings] == [("21",), ("20",)]
    assert [telling.claim.status for telling in found["o12"].tellings] == [Status.STATED, Status.DENIED]


def evidence(value: str, reported: str = "", key: str = "s", rank: Rank = Rank.NORMAL) -> tuple[Evidence, str]:
    return Evidence("k", key, None, "r", None, None, False, Status.STATED, rank, date(reported), Row("f", 1)), value


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # A month that may lie before or after the day is not surely later.
        ([evidence("a", "2031-06-02"), evidence("b", "2031-06", "t"), evidence("b", "2031-06", "u")], ("b", MORE)),
        ([evidence("a", "2031-06-02"), evidence("b", "2031-06", "t")], ("b", ORDER)),
        ([evidence("a", "2031-07-01"), evidence("b", "2031-06", "t")], ("a", LATER)),
        ([evidence("a", "2031-06"), evidence("b", "", "t"), evidence("b", "", "u")], ("a", LATER)),
        ([evidence("a", "2031", rank=Rank.PREFERRED), evidence("b", "2032", "t", Rank.PREFERRED)], ("b", LATER)),
    ],
)
def test_the_rule_by_its_clauses(told: list[tuple[Evidence, str]], expected: tuple[str, Clause]) -> None:
    assert preferred(told) == expected
    assert preferred(told[::-1]) == expected


ROWS = st.builds(
    fact,
    subject=st.sampled_from("ab"),
    predicate=st.sampled_from(["subordinateTo", "heldIn", "countryCount"]),
    object_=st.sampled_from("123"),
    from_=st.sampled_from(["", "2030", "2030-05", "2031"]),
    until=st.sampled_from(["", "2032"]),
    source=st.sampled_from("stu"),
    status=st.sampled_from(Status),
    rank=st.sampled_from(Rank),
    qualifiers=st.sampled_from([{}, {"ordinal": "1"}, {"ordinal": "2"}, {"comparison": "moreThan"}]),
)


@given(st.lists(ROWS, max_size=8).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_no_order_of_rows_changes_what_is_found(schema: Schema, orders: tuple[list[Fact], list[Fact]]) -> None:
    sources = {item.id: item for item in (source("s", "2031-05-04"), source("t", "2031-06"), source("u"))}
    first, second = (to_claims(rows, sources, schema).conflicts for rows in orders)
    assert first == second
