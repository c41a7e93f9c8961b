"""Rows to claims: what is one claim, which dates and status it has, and where its sources disagree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.claims import Claims, claim_key, to_claims
from kg.facts.model import Claim, Conflict, Fact, Rank, Status
from kg.facts.problems import InputError
from kg.facts.reading import read_project
from kg.facts.schema import Property, PropertyUse, Schema
from tests.facts.making import fact, source
from tests.tiny_project import SHAPES, edit

SOURCES = {
    item.id: item for item in (source("s", "2031-05-04"), source("t", "2031-06"), source("u"), source("v"), source("w"))
}


def claims(schema: Schema, *facts: Fact) -> Claims:
    return to_claims(facts, SOURCES, schema)


def one(schema: Schema, *facts: Fact) -> Claim:
    [claim] = claims(schema, *facts).claims
    return claim


def text_of(claim: Claim) -> tuple[str, str]:
    """When a claim begins and ends."""
    return claim.from_.text if claim.from_ else "", claim.until.text if claim.until else ""


def test_the_tiny_project_has_the_claims_that_its_page_tells(tiny: Path, schema: Schema) -> None:
    project = read_project(tiny, schema, SHAPES)
    made = to_claims(project.facts, project.sources, schema)
    told = [
        (claim.subject, claim.predicate, claim.object, text_of(claim)[0], len(claim.evidence), claim.asserted)
        for claim in made.claims
    ]
    assert told == [
        ("ministry-of-tides", "partyTo", "tide-memorandum", "2031-05-03", 2, True),
        ("tidal-works", "partyTo", "tide-memorandum", "2031-05-03", 2, True),
        ("ada-brook", "signed", "tide-memorandum", "2031-05-03", 1, True),
        ("ada-brook", "worksFor", "tidal-works", "", 1, True),
        ("lumen-center", "locatedIn", "port-lumen", "", 2, True),
        ("port-lumen", "locatedIn", "norland", "", 1, True),
        ("lumen-center", "joined", "harbour-network", "2030", 1, True),
        ("reef-station", "memberOf", "harbour-network", "", 1, True),
        ("harbour-network", "emissionReduction", "12.5", "", 1, True),
        ("lumen-center", "jobsSupported", "1.2", "", 1, True),
        ("ministry-of-tides", "operates", "lumen-center", "2032", 1, False),
        ("tidal-works", "founded", "lumen-center", "", 1, False),
        ("norland", "joined", "harbour-network", "2029", 1, False),
        ("harbour-network", "countryCount", "11", "", 1, False),
        ("harbour-network", "countryCount", "12", "2031-06-01", 1, True),
    ]
    assert made.conflicts == ()
    statuses = [claim.status for claim in made.claims if not claim.asserted]
    assert statuses == [Status.PLANNED, Status.DENIED, Status.STATED, Status.STATED]
    old, new = made.claims[-2:]
    assert (old.superseded, new.superseded, new.supersedes) == (True, False, (old.key,))
    signed = made.claims[2]
    assert signed.qualifiers == {"role": ("head-of-partnerships",), "onBehalfOf": ("tidal-works",)}
    assert [item.derived for item in made.claims[6].evidence] == [True]


def test_two_sources_of_one_relation_are_two_pieces_of_evidence(schema: Schema) -> None:
    claim = one(schema, fact(source="t", from_="2030"), fact(source="s", from_="2030-05"), fact(source="t", quote="x"))
    assert [item.source for item in claim.evidence] == ["t", "s", "t"]
    assert claim.sources == ("s", "t")
    assert len({item.key for item in claim.evidence}) == 3
    assert [item.from_.text if item.from_ else "" for item in claim.evidence] == ["2030", "2030-05", ""]


@pytest.mark.parametrize(
    "other",
    [
        {"subject": "z"},
        {"predicate": "signed"},
        {"object_": "z"},
        {"spell": 2},
        {"qualifiers": {"role": "chair"}},
        {"qualifiers": {"onBehalfOf": "z"}},
    ],
    ids=str,
)
def test_what_makes_another_claim(schema: Schema, other: dict[str, object]) -> None:
    assert len(claims(schema, fact(), fact(**other)).claims) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        {"from_": "2030", "until": "2031"},
        {"source": "t"},
        {"quote": "other words"},
        {"quote": ""},
        {"status": Status.DENIED},
        {"rank": Rank.DEPRECATED},
        {"id_": "x"},
        {"qualifiers": {"scope": "z", "ordinal": "3", "note": "n"}},
    ],
    ids=str,
)
def test_what_tells_the_same_claim(schema: Schema, other: dict[str, object]) -> None:
    assert len(one(schema, fact(), fact(**other)).evidence) == 2  # type: ignore[arg-type]


def test_a_symmetric_relation_is_one_claim_in_both_directions(schema: Schema) -> None:
    claim = one(schema, fact("b", "partnerOf", "a"), fact("a", "partnerOf", "b", source="t"))
    assert len(claim.evidence) == 2
    assert {claim.subject, claim.object} == {"a", "b"}
    assert len(claims(schema, fact("b", "partyTo", "a"), fact("a", "partyTo", "b")).claims) == 2


def test_an_inverse_row_is_the_claim_of_its_forward_row(tiny: Path, schema: Schema) -> None:
    def count() -> int:
        project = read_project(tiny, schema, SHAPES)
        return len(to_claims(project.facts, project.sources, schema).claims)

    before = count()
    edit(
        tiny / "facts" / "memorandum.csv",
        "tidal-works-jsc,partyTo,tide-memorandum",
        "tide-memorandum,hasParty,tidal-works-jsc",
    )
    assert count() == before


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (["2030", "2030-05", "2030-05-07"], "2030-05-07"),
        (["2030-05-07", "", "2030"], "2030-05-07"),
        (["2030", "2030"], "2030"),
        (["", ""], ""),
    ],
)
def test_a_claim_has_the_most_precise_date_that_all_allow(schema: Schema, dates: list[str], kept: str) -> None:
    rows = [fact(source=key, from_=date, until=date) for key, date in zip("stu", dates, strict=False)]
    made = claims(schema, *rows)
    assert text_of(made.claims[0]) == (kept, kept)
    assert made.conflicts == ()


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        # The later report: t reported in June, s in May.
        ([fact(source="t", from_="2030"), fact(source="s", from_="2031")], "2030"),
        # The preferred one, though reported earlier.
        ([fact(source="t", from_="2030"), fact(source="s", from_="2031", rank=Rank.PREFERRED)], "2031"),
        # The one that more sources tell, where no report is dated.
        ([fact(source="u", from_="2030"), fact(source="v", from_="2030"), fact(source="w", from_="2031")], "2030"),
        # One source is one voice, however often it is quoted.
        (
            [
                *(fact(source="u", from_="2030", quote=quote) for quote in ("one", "two", "three")),
                *(fact(source=key, from_="2031") for key in ("v", "w")),
            ],
            "2031",
        ),
        # Else the later date, so that the order of rows decides nothing.
        ([fact(source="u", from_="2030"), fact(source="v", from_="2031")], "2031"),
        ([fact(source="v", from_="2031"), fact(source="u", from_="2030")], "2031"),
        # A dated report before an undated one.
        ([fact(source="u", from_="2031"), fact(source="s", from_="2030")], "2030"),
    ],
)
def test_where_dates_exclude_each_other_the_stated_rule_decides(schema: Schema, rows: list[Fact], kept: str) -> None:
    made = claims(schema, *rows)
    assert text_of(made.claims[0])[0] == kept
    assert made.conflicts == (Conflict(made.claims[0].key, "from", ("2030", "2031"), kept),)


def test_a_deprecated_telling_neither_dates_nor_contradicts(schema: Schema) -> None:
    made = claims(schema, fact(from_="2030"), fact(source="t", from_="2031", rank=Rank.DEPRECATED))
    assert text_of(made.claims[0])[0] == "2030"
    assert made.conflicts == ()
    assert made.claims[0].asserted
    assert made.claims[0].rank is Rank.NORMAL


def test_a_deprecated_telling_gives_no_qualifier(schema: Schema) -> None:
    deprecated = fact(source="t", rank=Rank.DEPRECATED, qualifiers={"ordinal": "21"})
    made = claims(schema, fact(qualifiers={"ordinal": "20"}), deprecated)
    assert made.claims[0].qualifiers == {"ordinal": ("20",)}
    assert made.conflicts == ()


def test_a_claim_that_is_only_deprecated_keeps_its_date_and_is_not_asserted(schema: Schema) -> None:
    claim = one(schema, fact(from_="2030", rank=Rank.DEPRECATED, qualifiers={"ordinal": "2"}))
    assert text_of(claim)[0] == "2030"
    assert claim.qualifiers == {"ordinal": ("2",)}
    assert not claim.asserted


STATED, PLANNED, DENIED = Status.STATED, Status.PLANNED, Status.DENIED


@pytest.mark.parametrize(
    ("statuses", "status", "conflict"),
    [
        ([STATED], STATED, False),
        ([PLANNED], PLANNED, False),
        ([DENIED], DENIED, False),
        ([PLANNED, STATED], STATED, False),
        ([DENIED, STATED], STATED, True),
        ([DENIED, PLANNED], PLANNED, False),
        ([DENIED, PLANNED, STATED], STATED, True),
    ],
)
def test_a_claim_is_stated_if_any_source_states_it(
    schema: Schema, statuses: list[Status], status: Status, conflict: bool
) -> None:
    rows = [fact(source=key, status=each) for key, each in zip("stu", statuses, strict=False)]
    made = claims(schema, *rows)
    assert made.claims[0].status is status
    assert made.claims[0].asserted == (status is STATED)
    told = (Conflict(made.claims[0].key, "status", ("denied", "stated"), "stated"),)
    assert made.conflicts == (told if conflict else ())


def test_a_plan_does_not_date_what_came_about(schema: Schema) -> None:
    made = claims(schema, fact(from_="2032", status=PLANNED), fact(source="t", from_="2033"))
    assert text_of(made.claims[0])[0] == "2033"
    assert made.conflicts == ()


def test_a_deprecated_denial_denies_nothing(schema: Schema) -> None:
    assert claims(schema, fact(), fact(source="t", status=DENIED, rank=Rank.DEPRECATED)).conflicts == ()


def test_a_claim_is_reported_from_its_first_report(schema: Schema) -> None:
    claim = one(schema, fact(source="t"), fact(source="s"), fact(source="u"))
    assert claim.reported is not None
    assert claim.reported.text == "2031-05-04"
    assert one(schema, fact(source="u")).reported is None


def test_a_registry_is_reported_when_it_was_stored(schema: Schema) -> None:
    sources = {"r": source("r", retrieved="2031-06-01"), "p": source("p", "2031-07", "2031-08-01")}
    [one_, other] = to_claims([fact(source="r"), fact("z", source="p")], sources, schema).claims
    assert (one_.reported, other.reported) == (sources["r"].retrieved, sources["p"].published)


@pytest.mark.parametrize("name", ["ordinal", "unit", "magnitude", "comparison"])
def test_two_values_where_one_can_be_true_are_a_conflict(schema: Schema, name: str) -> None:
    rows = [fact(source="s", qualifiers={name: "x"}), fact(source="t", qualifiers={name: "y"}), fact(source="u")]
    for order in (rows, rows[::-1]):
        made = claims(schema, *order)
        assert made.claims[0].qualifiers == {name: ("x", "y")}
        # t reported later than s.
        assert made.conflicts == (Conflict(made.claims[0].key, name, ("x", "y"), "y"),)


def test_several_scopes_are_no_conflict(schema: Schema) -> None:
    made = claims(schema, fact(qualifiers={"scope": "y"}), fact(source="t", qualifiers={"scope": "x"}))
    assert made.claims[0].qualifiers == {"scope": ("x", "y")}
    assert made.conflicts == ()


def test_a_row_supersedes_the_claim_of_another(schema: Schema) -> None:
    made = claims(schema, fact(id_="old"), fact(object_="c", source="t", supersedes="old", id_="new"))
    old, new = made.claims
    assert (old.superseded, old.asserted, old.supersedes) == (True, False, ())
    assert (new.superseded, new.asserted, new.supersedes) == (False, True, (old.key,))


def test_claims_that_supersede_one_another_by_different_rows_are_an_error(schema: Schema) -> None:
    """Neither could be kept, though no row supersedes itself."""
    rows = (
        fact(id_="first"),
        fact(object_="c", source="t", supersedes="first", id_="second"),
        fact(object_="c", id_="third"),
        fact(source="t", supersedes="third"),
    )
    with pytest.raises(
        InputError, match="the claim of row 'first', which this one supersedes, supersedes it too"
    ) as told:
        claims(schema, *rows)
    assert sorted(problem.text.split("'")[1] for problem in told.value.problems) == ["first", "third"]
    assert len(claims(schema, *rows[:3]).claims) == 2


def test_a_row_that_corrects_its_own_claim_replaces_only_the_row(schema: Schema) -> None:
    """A corrected date is told of the same relation, which stays true."""
    claim = one(schema, fact(from_="2030", id_="old"), fact(from_="2031", source="t", supersedes="old"))
    assert (claim.superseded, claim.asserted, claim.supersedes) == (False, True, ())
    assert text_of(claim)[0] == "2031"
    assert [item.rank for item in claim.evidence] == [Rank.DEPRECATED, Rank.NORMAL]
    assert claims(schema, fact(from_="2030", id_="o"), fact(from_="2031", source="t", supersedes="o")).conflicts == ()


SCHEMA = Schema(
    {},
    {
        "partyTo": Property("partyTo", PropertyUse.RELATION, "Agent", "Agreement", True),
        "partnerOf": Property("partnerOf", PropertyUse.RELATION, "Agent", "Agent", True, symmetric=True),
    },
    {},
    {},
)
# Few values, so that rows meet in claims and disagree.
ROWS = st.builds(
    fact,
    subject=st.sampled_from("ab"),
    predicate=st.sampled_from(["partyTo", "partnerOf"]),
    object_=st.sampled_from("ab"),
    from_=st.sampled_from(["", "2030", "2030-05", "2030-05-07", "2031"]),
    until=st.sampled_from(["", "2032", "2033-01"]),
    source=st.sampled_from("stuv"),
    quote=st.sampled_from(["", "one", "two"]),
    status=st.sampled_from(Status),
    rank=st.sampled_from(Rank),
    spell=st.sampled_from([1, 2]),
    qualifiers=st.sampled_from([{}, {"role": "chair"}, {"ordinal": "1"}, {"ordinal": "2"}, {"scope": "a"}]),
)


@given(st.lists(ROWS, max_size=8).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_no_order_of_rows_changes_a_claim(orders: tuple[list[Fact], list[Fact]]) -> None:
    """But for the direction of a symmetric relation, which is that of its first row."""

    def summary(rows: list[Fact]) -> tuple[object, object]:
        made = claims(SCHEMA, *rows)
        told = {}
        for claim in made.claims:
            ends = (claim.subject, claim.object)
            subject, object_ = sorted(ends) if claim.predicate == "partnerOf" else ends
            evidence = tuple(sorted(claim.evidence, key=repr))
            told[claim.key] = replace(claim, subject=subject, object=object_, evidence=evidence)
        return told, made.conflicts

    assert summary(orders[0]) == summary(orders[1])


@given(ROWS, ROWS)
def test_a_key_depends_only_on_what_makes_a_claim(left: Fact, right: Fact) -> None:
    def identity(item: Fact) -> tuple[object, ...]:
        ends = [item.subject, item.object]
        ends = sorted(ends) if item.predicate == "partnerOf" else ends
        people = (item.qualifiers.get("role"), item.qualifiers.get("onBehalfOf"))
        return (item.predicate, *ends, people, item.spell)

    assert (claim_key(left, SCHEMA) == claim_key(right, SCHEMA)) == (identity(left) == identity(right))


def test_a_key_is_stable_between_versions(schema: Schema) -> None:
    """Claim IRIs are what other people's data points to: they change on purpose only."""
    assert claim_key(fact("tidal-works", "partyTo", "tide-memorandum"), schema) == "acfb425cfac55287a0b9"
