"""What a mapping says of cells, shown by what becomes of a table of a few rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.importing.dates import date_reader, format_fault
from kg.importing.job import import_tables
from kg.importing.report import ImportReport
from kg.resources import Resources

SCHEMA = Resources.shipped().read_ontology().schema
HEAD = """\
name = "x"
[source]
id = "x"
title = "X"
language = "en"
[keys.org]
class = "Organisation"
[keys.unlisted]
begins = "name:"
class = "Organisation"
[keys.land]
begins = "iso:"
countries = true
[[table]]
file = "t.csv"
"""
THING = """\
[[table.thing]]
id = {column = "id", keys = "org"}
name = "name"
language = "=en"
"""


def run(folder: Path, table: str, statements: str, head: str = HEAD) -> tuple[ImportReport, Path]:
    """The report and the tables of an import."""
    (folder / "t.csv").write_text(table, encoding="utf-8")
    (folder / "x.toml").write_text(head + statements, encoding="utf-8")
    out = folder / "out"
    out.mkdir()
    return import_tables(folder / "x.toml", folder / "seeds", SCHEMA, out), out


def cells(path: Path, *columns: str) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


def test_of_several_columns_the_first_that_has_a_value_is_used(tmp_path: Path) -> None:
    merged = """\
[[table.thing]]
id = ["{no}-{sub}", "name:{name}"]
name = "name"
[[table.fact]]
subject = ["{no}-{sub}", "name:{name}"]
predicate = "=succeededBy"
object = {column = "into", keys = "org"}
record = ["no", "name"]
[[table.thing]]
id = {column = "into", keys = "org"}
name = "into"
"""
    report, out = run(tmp_path, "no,sub,name,into\n7,0,Mill,9\n7,1,Mill,9\n,,Mill,9\n,3,Kiln,9\n,,,9\n", merged)
    found = cells(out / "facts" / "x.csv", "subject", "predicate", "object", "record")
    assert [(subject, predicate, former[:8], record) for subject, predicate, former, record in found] == [
        ("org-9", "succeeded", "org-7-0", "7"),
        ("org-9", "succeeded", "org-7-1", "7"),
        ("org-9", "succeeded", "unlisted", "Kiln"),
        ("org-9", "succeeded", "unlisted", "Mill"),
    ]
    assert report.inputs[0].aside == 1
    assert report.first == {"there is no id in '…'": "t.csv:6: there is no id in 'no+sub+name'"}


def test_a_text_with_its_keys_is_a_key_and_without_them_an_id(tmp_path: Path) -> None:
    both = """\
[[table.fact]]
subject = {column = "id", keys = "org"}
predicate = "=ofCountry"
object = {column = "=iso:KZ", keys = "land"}
record = "id"
[[table.fact]]
subject = {column = "id", keys = "org"}
predicate = "=linkedTo"
object = "=org-1"
record = "id"
"""
    report, out = run(tmp_path, "id,name\n1,A\n2,B\n", THING + both)
    assert cells(out / "facts" / "x.csv", "subject", "predicate", "object") == [
        ("org-1", "linkedTo", "org-2"),
        ("org-1", "ofCountry", "kazakhstan"),
        ("org-2", "ofCountry", "kazakhstan"),
    ]
    assert report.first == {"'…' would be in relation to itself": "t.csv:2: 'org-1' would be in relation to itself"}


def test_keys_with_blanks_are_identifiers_too_so_that_homonyms_are_not_taken_for_one(tmp_path: Path) -> None:
    head = HEAD.replace("[keys.org]", '[keys.org]\nidentifier = "reg"')
    report, out = run(tmp_path, "id,name\nAva (TX),Ava\nAva (OH),Ava\n", THING, head)
    assert report.things == 2
    assert [told for (told,) in cells(out / "entities.csv", "identifiers")] == ["reg:Ava%20(OH)", "reg:Ava%20(TX)"]


def test_a_condition_on_the_empty_text_means_all_that_is_said_to_be_empty(tmp_path: Path) -> None:
    towns = 'empty = ["N/A", "UNKNOWN"]\n' + THING + THING.replace('"id"', '"town"').replace('"name"', '"town"')
    table = "id,name,town\n1,A,Ava\n2,B,N/A\n3,C,\n4,D,UNKNOWN\n"
    report, out = run(tmp_path, table, towns + 'unless = {town = ""}\n')
    assert report.aside == 0
    assert {name for (name,) in cells(out / "names.csv", "name")} == {"A", "B", "C", "D", "Ava"}


def test_a_column_for_each_language_is_a_name_in_each(tmp_path: Path) -> None:
    names = """\
[[table.name]]
of = {column = "id", keys = "org"}
name = {column = "name_*", split = ";"}
language = {column = "*", other = "und", skip = {old = "names of before"}}
"""
    table = "id,name,name_en,name_zh_hans,name_deu,name_lmo,name_old\n1,A,Ay,阿,Ä;Äh,Aa,Aold\n2,B,,,,,\n"
    report, out = run(tmp_path, table, THING + names)
    found = set(cells(out / "names.csv", "entity", "language", "name", "rank"))
    assert found == {
        ("org-1", "en", "A", "preferred"),
        ("org-1", "en", "Ay", "alternative"),
        ("org-1", "zh", "阿", "preferred"),
        ("org-1", "de", "Ä", "preferred"),
        ("org-1", "de", "Äh", "alternative"),
        ("org-1", "und", "Aa", "preferred"),
        ("org-2", "en", "B", "preferred"),
    }
    assert (report.aside, report.inputs[0].names.skipped) == (0, 1)


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ('"{day}"', [("x-2022-03-04-00-", "2022-03-04"), ("x-2022-04-05", "2022-04-05")]),
        (
            '{column = "day", format = ["%Y-%m-%d"], empty = ["2022-04-05"]}',
            [("x-2022-03-04-00-", "2022-03-04"), ("x-2022-04-05", "")],
        ),
    ],
)
def test_a_source_for_each_date_however_it_is_written(
    published: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    head = HEAD.replace('id = "x"\n', f'id = "x-{{day}}"\npublished = {published}\n')
    report, out = run(tmp_path, "id,name,day\n1,A,2022-03-04 00:00:00\n2,B,2022-04-05\n", THING, head)
    found = cells(out / "sources.csv", "id", "published")
    assert report.aside == 0
    assert [(id_[: len(start)], day) for (id_, day), (start, _) in zip(found, told, strict=True)] == told


def test_what_a_source_cannot_be_is_told_of_the_row(tmp_path: Path) -> None:
    head = HEAD.replace('language = "en"', 'language = "{tongue}"').replace('"X"', '"X {about}"')
    table = "id,name,tongue,about\n1,A,en,a\x07b\n2,B,xq,ab\n3,C,en,ab\n"
    report, out = run(tmp_path, table, THING, head)
    assert list(report.reasons) == [
        "the title of the source holds the control character U+0007",
        "unknown language '…' of its source",
    ]
    assert cells(out / "names.csv", "name") == [("C",)]


@pytest.mark.parametrize(
    ("formats", "text", "read"),
    [
        ((), "2020-06-30 00:00:00", "2020-06-30"),
        ((), "2020-06-30T09:15:00.5+02:00", "2020-06-30"),
        (("%d/%m/%Y",), "04/03/2022 09:15", "2022-03-04"),
        (("%m/%d/%Y",), "3/4/2022 9:15:00 PM", "2022-03-04"),
        (("%d-%b-%Y", "%b %Y"), "4-Mar-2022", "2022-03-04"),
        (("%d %b %Y", "%b %Y"), "sept. 1999", "1999-09"),
        (("%d %b %Y",), "4 MARCH 2022", "2022-03-04"),
        (("%Y", "%Y.0"), "1988.0", "1988"),
    ],
)
def test_dates_are_read_as_they_are_written(formats: tuple[str, ...], text: str, read: str) -> None:
    assert date_reader(formats)(text) == read


@pytest.mark.parametrize(
    ("formats", "text", "why"),
    [
        ((), "2020-06-30 soon", "is not written as"),
        (("%d %b %Y",), "4 Marz 2022", "names no month in English"),
        (("%d %b %Y",), "30 Feb 2022", "is not a day of the calendar"),
        (("%Y.0",), "1987.9999999999998", "is not written as %Y.0"),
    ],
)
def test_dates_are_never_mended(formats: tuple[str, ...], text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        date_reader(formats)(text)


def test_a_month_is_told_once() -> None:
    assert format_fault("%d %b %Y") is None
    assert format_fault("%m %b %Y") == "'%m %b %Y' is no format of a year, a month or a day"
