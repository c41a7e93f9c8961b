"""What is told twice, in another direction, or against itself."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.importing.job import import_tables
from kg.importing.report import ImportReport
from kg.resources import Resources

SCHEMA = Resources.shipped().read_ontology().schema
MAPPING = """\
name = "x"
[source]
id = "x"
title = "X"
language = "en"
[keys.x]
class = "Organisation"
[[table]]
file = "things.csv"
[[table.thing]]
id = "id"
name = "name"
language = "language"
rank = "rank"
class = {column = "class", map = {c = "Company", g = "GovernmentBody", o = "Organisation"}, other = "Organisation"}
[[table]]
file = "facts.csv"
[[table.fact]]
subject = "a"
predicate = {column = "p", map = {parent = "belongsTo", child = "hasOwn", kin = "linkedTo", pupil = "^memberOf"}, \
skip = {see = "no relation"}}
object = "b"
from = "from"
until = "until"
record = "record"
"""
THINGS = "id,name,language,rank,class\n"
FACTS = "a,p,b,from,until,record\n"


def run(folder: Path, things: str, facts: str = "", seeds: str = "") -> tuple[ImportReport, Path]:
    """The report and the tables of an import of these rows."""
    (folder / "seeds").mkdir(exist_ok=True)
    if seeds:
        (folder / "seeds" / "entities.csv").write_text(seeds, encoding="utf-8")
    (folder / "x.toml").write_text(MAPPING, encoding="utf-8")
    (folder / "things.csv").write_text(THINGS + things, encoding="utf-8")
    (folder / "facts.csv").write_text(FACTS + facts, encoding="utf-8", errors="surrogateescape")
    out = folder / "out"
    out.mkdir(exist_ok=True)
    return import_tables(folder / "x.toml", folder / "seeds", SCHEMA, out), out


def cells(path: Path, *columns: str) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


ABC = "1,A,en,,\n2,B,en,,\n3,C,en,,\n"


def test_both_directions_of_a_relation_are_one(tmp_path: Path) -> None:
    report, out = run(tmp_path, ABC, "1,parent,2,,,r\n2,child,1,,,r\n2,child,1,,,s\n1,kin,3,,,r\n3,kin,1,,,r\n")
    assert cells(out / "facts" / "x.csv", "subject", "predicate", "object", "record") == [
        ("x-1", "belongsTo", "x-2", "r"),
        ("x-1", "belongsTo", "x-2", "s"),
        ("x-1", "linkedTo", "x-3", "r"),
    ]
    assert (report.facts, report.relations, report.inputs[1].facts.folded) == (3, 2, 2)


def test_a_relation_told_backwards_without_a_name_for_it_is_turned_round(tmp_path: Path) -> None:
    things = "1,A,en,,\n"
    mapping = MAPPING.replace("[keys.x]", '[keys.net]\nbegins = "n"\nclass = "Network"\n[keys.x]')
    (tmp_path / "seeds").mkdir()
    (tmp_path / "x.toml").write_text(mapping, encoding="utf-8")
    (tmp_path / "things.csv").write_text(THINGS + things + "n7,N,en,,\n", encoding="utf-8")
    (tmp_path / "facts.csv").write_text(FACTS + "n7,pupil,1,,,r\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    report = import_tables(tmp_path / "x.toml", tmp_path / "seeds", SCHEMA, tmp_path / "out")
    assert report.aside == 0, report.reasons


def test_a_predicate_that_is_skipped_is_counted(tmp_path: Path) -> None:
    report, _ = run(tmp_path, ABC, "1,see,2,,,r\n1,what,2,,,r\n")
    found = report.inputs[1]
    assert (found.read, found.used, found.skipped, found.aside) == (2, 0, 1, 1)
    assert (found.facts.told, found.facts.skipped, found.facts.aside) == (2, 1, 1)


def test_the_narrower_class_wins_and_classes_that_exclude_each_other_are_told(tmp_path: Path) -> None:
    report, out = run(tmp_path, "1,A,en,,o\n1,A,en,,c\n1,A,en,,g\n2,B,en,,\n")
    assert cells(out / "entities.csv", "id", "class") == [("x-1", "Company"), ("x-2", "Organisation")]
    assert report.inputs[0].aside == 1
    assert report.inputs[0].things.aside == 1


def test_keys_that_become_one_id_are_told(tmp_path: Path) -> None:
    report, out = run(tmp_path, "A1,A,en,,\na1,B,en,,\n")
    assert [row[0] for row in cells(out / "entities.csv", "id")] == ["x-a1"]
    assert report.inputs[0].things.aside == 1
    assert list(report.reasons) == ["the keys '…' and '…' would both be '…'"]


def test_keys_that_no_id_may_be_stay_apart(tmp_path: Path) -> None:
    _, out = run(tmp_path, "a b,A,en,,\na-b,B,en,,\nA-b,C,en,,\nа-b,D,en,,\n")
    assert len(set(cells(out / "entities.csv", "id"))) == 4


def test_of_several_names_in_a_language_the_first_is_preferred(tmp_path: Path) -> None:
    _, out = run(tmp_path, "1,A,en,,\n1,B,en,,\n1,B,,,\n1,C,,acronym,\n1,Ж,rus,,\n2,D,en,alternative,\n")
    assert cells(out / "names.csv", "entity", "language", "name", "rank") == [
        ("x-1", "en", "A", "preferred"),
        ("x-1", "ru", "Ж", "preferred"),
        ("x-1", "en", "B", "alternative"),
        ("x-1", "und", "C", "acronym"),
        ("x-2", "en", "D", "preferred"),
    ]


@pytest.mark.parametrize("name", ["x\u202ey", "1,2E+11", "#NAME?", "x\u0007"])
def test_names_that_no_table_may_hold_are_set_aside(name: str, tmp_path: Path) -> None:
    report, out = run(tmp_path, f'1,A,en,,\n1,"{name}",en,,\n')
    assert report.inputs[0].names.aside == 1
    assert cells(out / "names.csv", "name") == [("A",)]


def test_invisible_marks_at_the_ends_of_a_name_are_left_out_and_counted(tmp_path: Path) -> None:
    report, out = run(tmp_path, "1,\u200eجامعة\u200f,ar,,\n1,\u202eB,en,,\n")
    assert cells(out / "names.csv", "name") == [("جامعة",)]
    assert (report.inputs[0].cells_trimmed, report.inputs[0].names.aside) == (1, 1)


def test_values_without_a_map_must_be_what_the_project_knows(tmp_path: Path) -> None:
    mapping = MAPPING.replace(
        'class = {column = "class", map = {c = "Company", g = "GovernmentBody", o = "Organisation"}, ', ""
    )
    mapping = mapping.replace('other = "Organisation"}', 'class = "class"')
    head, _, tail = mapping.partition("predicate = {")
    mapping = (
        head + 'predicate = "p"\nstatus = "until"\n' + tail[tail.index("object = ") :].replace('until = "until"\n', "")
    )
    (tmp_path / "seeds").mkdir()
    (tmp_path / "x.toml").write_text(mapping, encoding="utf-8")
    (tmp_path / "things.csv").write_text(
        THINGS + "1,A,en,,Company\n2,B,en,,Compny\n3,C,en,,Claim\n4,D,en,,\n", encoding="utf-8"
    )
    facts = "1,belongsTo,1,,,r\n1,belongs,4,,,r\n1,belongsTo,4,,sure,r\n1,belongsTo,4,,planned,r\n1,role,4,,,r\n"
    (tmp_path / "facts.csv").write_text(FACTS + facts, encoding="utf-8")
    (tmp_path / "out").mkdir()
    report = import_tables(tmp_path / "x.toml", tmp_path / "seeds", SCHEMA, tmp_path / "out")
    assert (report.inputs[0].things.aside, report.inputs[1].facts.aside, report.facts) == (2, 4, 1)
    assert cells(tmp_path / "out" / "facts" / "x.csv", "object", "status") == [("x-4", "planned")]


def test_what_began_after_it_had_ended_is_another_spell(tmp_path: Path) -> None:
    facts = "1,parent,2,2010,2012-05,r\n1,parent,2,2012-06,,r\n1,parent,2,2013,,r\n"
    facts += "1,parent,3,2010,2012,r\n1,parent,3,2012,,s\n"
    report, out = run(tmp_path, ABC, facts)
    assert cells(out / "facts" / "x.csv", "object", "from", "until", "spell") == [
        ("x-2", "2010", "2012-05", ""),
        ("x-2", "2012-06", "", "2"),
        ("x-3", "2010", "2012", ""),
        ("x-3", "2012", "", ""),
    ]
    assert report.reasons == {"the same record tells this otherwise in '…'": 1}


def test_what_people_wrote_keeps_its_id_and_class(tmp_path: Path) -> None:
    _, out = run(tmp_path, "1,A,en,,c\n", seeds="id,class,kind,identifiers\nour-own,Center,,x:1\n")
    assert cells(out / "entities.csv", "id", "class") == [("x-1", "Company")]
    mapping = MAPPING.replace("[keys.x]", '[keys.x]\nidentifier = "x"')
    (tmp_path / "x.toml").write_text(mapping, encoding="utf-8")
    import_tables(tmp_path / "x.toml", tmp_path / "seeds", SCHEMA, out)
    assert cells(out / "entities.csv", "id", "class", "identifiers") == [("our-own", "Center", "x:1")]


def test_facts_may_come_before_the_things_that_they_are_of(tmp_path: Path) -> None:
    run(tmp_path, ABC, "1,parent,2,,,r\n")
    before = (tmp_path / "out" / "facts" / "x.csv").read_bytes()
    parts = MAPPING.split("[[table]]\n")
    (tmp_path / "x.toml").write_text("[[table]]\n".join([parts[0], parts[2], parts[1]]), encoding="utf-8")
    import_tables(tmp_path / "x.toml", tmp_path / "seeds", SCHEMA, tmp_path / "out")
    assert (tmp_path / "out" / "facts" / "x.csv").read_bytes() == before


CELL = st.sampled_from(
    [
        *("\udcff", "\x1b[31m", "1", "2", "3", "4", "", "parent", "child", "kin", "see"),
        *("2010", "2011-02-30", "r", '"', "x,y", "é"),
    ]
)


@given(st.lists(st.lists(CELL, min_size=4, max_size=7), max_size=12))
def test_every_row_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    text = "".join(",".join(row) + "\n" for row in rows)
    report, out = run(tmp_path_factory.mktemp("rows"), ABC, text)
    found = report.inputs[1]
    assert found.read == found.used + found.skipped + found.aside
    assert min(found.used, found.skipped, found.aside) >= 0
    assert found.facts.written == len(cells(out / "facts" / "x.csv", "subject"))
    rejected = out / "rejected" / "facts.csv.csv"
    listed = cells(rejected, "line") if rejected.exists() else []
    assert len(listed) == found.aside
