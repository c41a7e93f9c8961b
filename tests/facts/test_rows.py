"""Rows of facts tables: what a good row says, and each fault of a bad one with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts.model import Fact, Quote, Rank, Status
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from tests.tiny_project import SHAPES, append, edit, problems_of

COLUMNS = (
    *("subject", "predicate", "object", "from", "until", "dating", "source", "quote", "occurrence", "record"),
    *("status", "rank", "spell", "supersedes", "id", "role", "onBehalfOf", "scope", "ordinal", "magnitude", "unit"),
    *("comparison", "note"),
)


def row(**cells: str) -> str:
    """A line with all columns; without cells, a sound one that stands nowhere else."""
    sound = {
        "subject": "lumen-center",
        "predicate": "memberOf",
        "object": "harbour-network",
        "source": "lantern",
        "quote": "The Lumen Center",
    }
    return ",".join((sound | cells).get(name, "") for name in COLUMNS)


def write(tiny: Path, *rows: str) -> None:
    """Adds a table of facts with all columns: its rows stand from line 2 on."""
    (tiny / "facts" / "x.csv").write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")


def read(tiny: Path, schema: Schema, **cells: str) -> Fact:
    write(tiny, row(**cells))
    return read_project(tiny, schema, SHAPES).facts[-1]


def faults(tiny: Path, schema: Schema, *rows: str) -> list[str]:
    write(tiny, *rows)
    return [problem.removeprefix("facts/x.csv:") for problem in problems_of(tiny, schema)]


def test_a_row_is_a_fact(tiny: Path, schema: Schema) -> None:
    fact = read(tiny, schema)
    assert (fact.subject, fact.predicate, fact.object) == ("lumen-center", "memberOf", "harbour-network")
    assert (fact.object_is_entity, fact.from_, fact.until, fact.derived) == (True, None, None, False)
    assert (fact.quote, fact.record, fact.source) == (Quote("The Lumen Center"), "", "lantern")
    assert (fact.status, fact.rank, fact.spell) == (Status.STATED, Rank.NORMAL, 1)
    assert (fact.id, fact.supersedes, fact.qualifiers) == ("", "", {})
    assert (fact.row.file, fact.row.line) == (f"{tiny}/facts/x.csv", 2)


def test_a_row_may_say_much_more(tiny: Path, schema: Schema) -> None:
    fact = read(
        tiny,
        schema,
        **{"from": "2030-02", "until": "2030"},
        dating="derived",
        occurrence="2",
        status="planned",
        rank="preferred",
        spell="3",
        id="r",
        role="head-of-partnerships",
        onBehalfOf="tidal-works-jsc",
        scope="norland",
        ordinal="07",
        note="by hand",
    )
    assert (fact.from_ and fact.from_.text, fact.until and fact.until.text, fact.derived) == ("2030-02", "2030", True)
    assert (fact.quote, fact.status, fact.rank) == (Quote("The Lumen Center", 2), Status.PLANNED, Rank.PREFERRED)
    assert (fact.spell, fact.id) == (3, "r")
    assert fact.qualifiers == {
        "role": "head-of-partnerships",
        "onBehalfOf": "tidal-works",
        "scope": "norland",
        "ordinal": "7",
        "note": "by hand",
    }


def test_an_inverse_row_is_turned_round(tiny: Path, schema: Schema) -> None:
    fact = read(tiny, schema, subject="harbour-network", predicate="hasMember", object="lumen-center")
    assert (fact.subject, fact.predicate, fact.object) == ("lumen-center", "memberOf", "harbour-network")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("12.50", "12.5"), ("007", "7"), ("-0", "0"), ("-0.0", "0"), ("-1.50", "-1.5"), ("0.10", "0.1")),
        *(("20.0", "20"), ("100", "100")),
    ],
)
def test_a_figure_is_kept_in_canonical_form(tiny: Path, schema: Schema, text: str, number: str) -> None:
    fact = read(
        tiny, schema, predicate="jobsSupported", object=text, magnitude="million", comparison="about", unit="tonne"
    )
    assert (fact.object, fact.object_is_entity) == (number, False)
    assert fact.qualifiers == {"magnitude": "million", "comparison": "about", "unit": "tonne"}


def test_a_registry_needs_no_quote(tiny: Path, schema: Schema) -> None:
    fact = read(tiny, schema, source="harbour-register", quote="", record="HR-1")
    assert (fact.quote, fact.record) == (None, "HR-1")


@pytest.mark.parametrize(
    "quote", ["one two three four five six seven eight", "one  two three four\u00a0five six seven eight"]
)
def test_eight_words_are_not_too_many(tiny: Path, schema: Schema, quote: str) -> None:
    assert read(tiny, schema, quote=quote).quote == Quote(quote)


DIGITS = "Write digits only; the unit and the magnitude have columns of their own."
TEXT_COLUMN = "Write YYYY, YYYY-MM or YYYY-MM-DD (in a spreadsheet, set the column to text)."


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"subject": "lumen-centre"}, "unknown subject 'lumen-centre'. Did you mean 'lumen-center'?"),
        ({"subject": "Lumen-Center"}, "unknown subject 'Lumen-Center'. Did you mean 'lumen-center'?"),
        ({"subject": ""}, "no subject. Add it to entities.csv."),
        ({"object": ""}, "no object. Add it to entities.csv."),
        ({"object": "zzz"}, "unknown object 'zzz'. Add it to entities.csv."),
        ({"predicate": ""}, "unknown predicate ''. See the properties in ontology/partnership.ttl."),
        ({"predicate": "joind"}, "unknown predicate 'joind'. Did you mean 'joined'?"),
        ({"predicate": "role"}, "unknown predicate 'role'. See the properties in ontology/partnership.ttl."),
        ({"source": "lantren"}, "unknown source 'lantren'. Did you mean 'lantern'?"),
        (
            {"object": "norland"},
            "'norland' is of class Country, but the object of 'memberOf' is of class Initiative. Correct the row, or"
            " the class in {tiny}/entities.csv:2.",
        ),
        (
            {"subject": "tidal-works-jsc", "predicate": "signed", "object": "tide-memorandum"},
            "'tidal-works' is of class Company, but the subject of 'signed' is of class Person. Correct the row, or the"
            " class in {tiny}/entities.csv:5.",
        ),
        (
            {"role": "norland"},
            "'norland' is of class Country, but the qualifier 'role' is of class Capacity. Correct the row, or the"
            " class in {tiny}/entities.csv:2.",
        ),
        ({"onBehalfOf": "tidal-work"}, "unknown onBehalfOf 'tidal-work'. Did you mean 'tidal-works'?"),
        (
            {"magnitude": "million"},
            "'magnitude' belongs to a figure, but 'memberOf' is a relation. Empty the cell, or correct the predicate.",
        ),
        (
            {"predicate": "jobsSupported", "object": "1", "magnitude": "milion"},
            "unknown magnitude 'milion'. Did you mean 'million'?",
        ),
        (
            {"predicate": "jobsSupported", "object": "1", "comparison": "roughly"},
            "unknown comparison 'roughly'. One of: about, atLeast, atMost, exactly, lessThan, moreThan.",
        ),
        (
            {"predicate": "jobsSupported", "object": '"4,6"'},
            "'4,6' in 'object' has a decimal comma. Write a point: 4.6.",
        ),
        ({"predicate": "jobsSupported", "object": "4.6m"}, f"'4.6m' in 'object' is no number. {DIGITS}"),
        ({"predicate": "jobsSupported", "object": "1e6"}, f"'1e6' in 'object' is no number. {DIGITS}"),
        ({"predicate": "jobsSupported", "object": "1 000"}, f"'1 000' in 'object' is no number. {DIGITS}"),
        ({"predicate": "jobsSupported", "object": "٤"}, f"'٤' in 'object' is no number. {DIGITS}"),
        ({"predicate": "jobsSupported", "object": ""}, f"'' in 'object' is no number. {DIGITS}"),
        ({"predicate": "jobsSupported", "object": "norland"}, f"'norland' in 'object' is no number. {DIGITS}"),
        ({"ordinal": "7.5"}, f"'7.5' in 'ordinal' is no whole number. {DIGITS}"),
        ({"ordinal": "7th"}, f"'7th' in 'ordinal' is no whole number. {DIGITS}"),
        ({"from": "Jan-26"}, f"'Jan-26' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"),
        ({"until": "2031-02-30"}, f"'2031-02-30' is not a day of the calendar. {TEXT_COLUMN}"),
        ({"until": "soon"}, f"'soon' is not a date. {TEXT_COLUMN}"),
        ({"from": "2031-05", "until": "2031-04"}, "'from' 2031-05 is after 'until' 2031-04. Swap or correct them."),
        ({"dating": "derived"}, "'dating' is told, but no date. Add the date, or empty the cell."),
        ({"dating": "guessed", "from": "2031"}, "unknown dating 'guessed'. Write derived, or leave it empty."),
        ({"status": "plannd"}, "unknown status 'plannd'. Did you mean 'planned'?"),
        ({"rank": "best"}, "unknown rank 'best'. One of: preferred, normal, deprecated."),
        ({"spell": "0"}, "'0' in 'spell' is no whole number above 0. Write 1, 2, 3 …"),
        ({"spell": "9" * 5000}, f"'{'9' * 5000}' in 'spell' is no whole number above 0. Write 1, 2, 3 …"),
        ({"occurrence": "²"}, "'²' in 'occurrence' is no whole number above 0. Write 1, 2, 3 …"),
        ({"occurrence": "second"}, "'second' in 'occurrence' is no whole number above 0. Write 1, 2, 3 …"),
        ({"quote": ""}, "the fact has no quote. Quote the words that say it (at most 8), or give a registry's record."),
        ({"quote": "a b c d e f g h i"}, "the quote has 9 words. Quote at most 8."),
        (
            {"source": "harbour-register"},
            "the source 'harbour-register' has no document to quote. Name its document in {tiny}/sources.csv:4, or give"
            " a 'record' in place of the quote.",
        ),
        (
            {"quote": "", "record": "R", "occurrence": "2"},
            "'occurrence' is told, but no quote. Add the quote.",
        ),
        (
            {"supersedes": "count-in-mai"},
            "'supersedes' names no row: 'count-in-mai'. Did you mean 'count-in-may'?",
        ),
    ],
    ids=str,
)
def test_each_fault_of_a_row_is_told_once(tiny: Path, schema: Schema, cells: dict[str, str], expected: str) -> None:
    told = expected.replace("{tiny}/", "")
    assert faults(tiny, schema, row(quote="Lumen Center"), row(**cells)) == [f"3: {told}"]


def test_all_faults_of_a_row_are_told(tiny: Path, schema: Schema) -> None:
    bad = row(subject="nobody-at-all", object="nothing-at-all", source="nowhere", quote="", status="maybe", spell="x")
    assert [problem.split(". ", 1)[0] for problem in faults(tiny, schema, bad)] == [
        "2: 'x' in 'spell' is no whole number above 0",
        "2: the fact has no quote",
        "2: unknown object 'nothing-at-all'",
        "2: unknown source 'nowhere'",
        "2: unknown status 'maybe'",
        "2: unknown subject 'nobody-at-all'",
    ]


TWICE = "Remove one of the two."


def test_the_same_fact_with_the_same_quote_stands_once(tiny: Path, schema: Schema) -> None:
    same = row(**{"from": "2030"})
    assert faults(tiny, schema, row(), same) == [
        f"3: the same fact with the same quote stands already in facts/x.csv:2. {TWICE}"
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"quote": "other words"},
        {"occurrence": "2"},
        {"source": "fener"},
        {"role": "head-of-partnerships"},
        {"onBehalfOf": "norland"},
        {"spell": "2"},
        {"predicate": "joined"},
    ],
    ids=str,
)
def test_what_makes_two_rows_differ(tiny: Path, schema: Schema, cells: dict[str, str]) -> None:
    assert faults(tiny, schema, row(), row(**cells)) == []


def test_the_same_fact_is_found_across_tables_ids_and_directions(tiny: Path, schema: Schema) -> None:
    words = "Tidal Works signed the Tide Memorandum"
    merged = {"subject": "tidal-works-jsc", "predicate": "partyTo", "object": "tide-memorandum", "quote": words}
    turned = {"subject": "tide-memorandum", "predicate": "hasParty", "object": "tidal-works", "quote": words}
    there = {"subject": "norland", "predicate": "partnerOf", "object": "tidal-works"}
    back = {"subject": "tidal-works", "predicate": "partnerOf", "object": "norland"}
    told = "the same fact with the same quote stands already in facts/"
    assert faults(tiny, schema, row(**merged), row(**turned), row(**there), row(**back)) == [
        f"2: {told}memorandum.csv:3. {TWICE}",
        f"3: {told}memorandum.csv:3. {TWICE}",
        f"5: {told}x.csv:4. {TWICE}",
    ]


def test_rows_on_unknown_things_are_not_called_the_same(tiny: Path, schema: Schema) -> None:
    told = faults(tiny, schema, row(subject="qqqqq"), row(subject="zzzzz"))
    assert told == [f"{n}: unknown subject '{key}'. Add it to entities.csv." for n, key in ((2, "qqqqq"), (3, "zzzzz"))]


def test_an_id_stands_once(tiny: Path, schema: Schema) -> None:
    assert faults(tiny, schema, row(id="count-in-may", spell="2")) == [
        "2: the id 'count-in-may' stands already in facts/places-and-figures.csv:12. Give each row an id of its own."
    ]


def test_a_row_with_a_fault_still_has_its_id(tiny: Path, schema: Schema) -> None:
    """Else one slip would be told at each row that refers to it."""
    told = faults(tiny, schema, row(id="r", predicate="joind"), row(spell="2", supersedes="r"))
    assert told == ["2: unknown predicate 'joind'. Did you mean 'joined'?"]


EMPTY = "Empty one of the cells 'supersedes'."


def test_a_row_cannot_supersede_itself(tiny: Path, schema: Schema) -> None:
    assert faults(tiny, schema, row(id="r", supersedes="r")) == [
        f"2: the row 'r' supersedes this one too, by itself or through others. {EMPTY}"
    ]


def test_rows_cannot_supersede_one_another_in_a_circle(tiny: Path, schema: Schema) -> None:
    rows = [
        row(id="a", supersedes="c", spell="1"),
        row(id="b", supersedes="a", spell="2"),
        row(id="c", supersedes="b", spell="3"),
        row(id="d", supersedes="c", spell="4"),
        row(supersedes="d", spell="5"),
    ]
    assert faults(tiny, schema, *rows) == [
        f"{line}: the row '{key}' supersedes this one too, by itself or through others. {EMPTY}"
        for line, key in ((2, "c"), (3, "a"), (4, "b"))
    ]
    assert faults(tiny, schema, *[line.replace(",c,a,", ",,a,") for line in rows]) == []


def test_a_row_may_be_superseded_from_another_table(tiny: Path, schema: Schema) -> None:
    assert read(tiny, schema, supersedes="count-in-june").supersedes == "count-in-june"


def test_a_table_with_only_its_header_has_no_facts(tiny: Path, schema: Schema) -> None:
    write(tiny)
    assert len(read_project(tiny, schema, SHAPES).facts) == 18


def test_faults_of_several_tables_are_told_together(tiny: Path, schema: Schema) -> None:
    edit(tiny / "sources.csv", "fener.txt", "../fener.txt")
    line = append(tiny / "entities.csv", "Bad_Id,Company,,")
    assert faults(tiny, schema, row(status="so")) == [
        f"entities.csv:{line}: 'Bad_Id' cannot be an id. Use lower-case letters a-z, digits and single hyphens, such as"
        " 'ministry-of-economy'.",
        "2: unknown status 'so'. One of: stated, planned, denied.",
        "sources.csv:3: '../fener.txt' is no plain file name. Give the bare name of a file in the folder of documents.",
    ]
