"""Rows that stood in the last build are not read again, and nothing is missed for it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import Way, build
from kg.facts.problems import InputError
from kg.large import mapping
from kg.large.rows import compare
from tests.test_large_build import assert_same
from tests.tiny_project import FOLDER

WAY = Way(large=True, processes=1, inference=False)
MEMORANDUM, PLACES = "facts/memorandum.csv", "facts/places-and-figures.csv"
Edit = Callable[[Path], None]


def put(folder: Path, file: str, old: str, new: str) -> None:
    """One text in the place of another that stands there once."""
    data = (folder / file).read_bytes().decode()
    assert data.count(old) == 1
    (folder / file).write_bytes(data.replace(old, new).encode())


def add(folder: Path, file: str, line: str) -> None:
    with (folder / file).open("ab") as table:
        table.write(line.encode() + b"\n")


def a_row_first(folder: Path) -> None:
    put(folder, MEMORANDUM, "note\n", "note\nada-brook,worksFor,tidal-works,2030,,fener,Qabarma Memorandumu,1,,,\n")


def a_row_last(folder: Path) -> None:
    add(folder, MEMORANDUM, "ada-brook,worksFor,tidal-works,2030,,fener,Qabarma Memorandumu,1,,,")


def no_row_of_two(folder: Path) -> None:
    put(folder, MEMORANDUM, "ministry-of-tides,partyTo,tide-memorandum,2031,,fener,Qabarma Memorandumu,2,,,", "")
    put(folder, MEMORANDUM, "the first of the two is the headline\n", "")


def another_date(folder: Path) -> None:
    put(folder, PLACES, "joined,harbour-network,2030", "joined,harbour-network,2029")


def rows_change_places(folder: Path) -> None:
    *rest, one, two = (folder / MEMORANDUM).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / MEMORANDUM).write_text("".join([*rest, two, one]), encoding="utf-8", newline="")


def no_supersession(folder: Path) -> None:
    put(folder, PLACES, "count-in-may,count-in-june", ",count-in-june")


def superseded_anew(folder: Path) -> None:
    put(folder, PLACES, "the network,,,,,,,,,", "the network,,,,,there,,,,")
    line = "harbour-network,hasMember,lumen-center,,,,harbour-register,,HR-9,,,there,,,,,"
    add(folder, PLACES, line)


def lines_of_windows(folder: Path) -> None:
    data = (folder / PLACES).read_bytes()
    (folder / PLACES).write_bytes(data.replace(b"\n", b"\r\n"))


def empty_lines(folder: Path) -> None:
    data = (folder / PLACES).read_bytes()
    (folder / PLACES).write_bytes(data.replace(b"\n", b"\n\n,,,\n", 4))


def another_header(folder: Path) -> None:
    with (folder / MEMORANDUM).open(encoding="utf-8", newline="") as table:
        header, *rest = csv.reader(table)
    with (folder / MEMORANDUM).open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows([[*header, "record"], *([*row, ""] for row in rest)])


def another_table(folder: Path) -> None:
    header = "subject,predicate,object,source,quote,record\n"
    told = "port-lumen,locatedIn,norland,harbour-register,,HR-7\n"
    (folder / "facts" / "a.csv").write_text(header + told, encoding="utf-8")


def a_table_called_otherwise(folder: Path) -> None:
    (folder / MEMORANDUM).rename(folder / "facts" / "zzz.csv")


def no_table(folder: Path) -> None:
    (folder / MEMORANDUM).unlink()


def another_source(folder: Path) -> None:
    add(folder, "sources.csv", "ledger,Ledger,The Ledger,2032-01,,en,https://ledger.example/,")
    add(folder, PLACES, "port-lumen,locatedIn,norland,,,,ledger,,L-1,,,,,,,,")


def another_thing(folder: Path) -> None:
    add(folder, "entities.csv", "sunport,City,,")
    add(folder, PLACES, "sunport,locatedIn,norland,,,,harbour-register,,S-1,,,,,,,,")


READ_APART = [
    *(a_row_first, a_row_last, no_row_of_two, another_date, rows_change_places, no_supersession, superseded_anew),
    *(empty_lines, another_table, a_table_called_otherwise, no_table, another_source, another_thing),
]
"""Edits after which only new rows are read."""


def two_ids_of_one_thing(folder: Path) -> None:
    add(folder, "decisions.csv", "lumen-center,lumen-center-2,same,Test Editor,2031-06-03,two spellings")
    add(folder, "entities.csv", "lumen-center-2,InnovationCenter,,")


def ids_told_apart_again(folder: Path) -> None:
    put(folder, "decisions.csv", "tidal-works-jsc,tidal-works,same", "tidal-works-jsc,tidal-works,unsure")


def a_source_dated_anew(folder: Path) -> None:
    put(folder, "sources.csv", "2031-05-04", "2031-05-09")


def a_quote_forgotten(folder: Path) -> None:
    lines = (folder / "quotes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "quotes.csv").write_text("".join(lines[:-1]), encoding="utf-8", newline="")


READ_ALL = [
    *(lines_of_windows, another_header, ids_told_apart_again, a_source_dated_anew),
    a_quote_forgotten,
]
"""Edits after which all rows are read."""


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the miniature project."""
    out = tmp_path_factory.mktemp("last") / "build"
    build(FOLDER, out, way=WAY)
    return out


@pytest.fixture
def read_all(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """An entry for each time that all rows were read."""
    times: list[bool] = []
    read_rows = mapping.read_rows

    def noted(*arguments: object) -> object:
        times.append(True)
        return read_rows(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(mapping, "read_rows", noted)
    return times


@pytest.mark.parametrize("edit", [*READ_APART, *READ_ALL, two_ids_of_one_thing], ids=lambda edit: edit.__name__)
def test_an_edit_leaves_what_a_full_build_leaves(
    tiny: Path, tmp_path: Path, last: Path, read_all: list[bool], edit: Edit
) -> None:
    edit(tiny)
    out = Path(shutil.copytree(last, tmp_path / "build"))
    build(tiny, out, way=WAY)
    assert bool(read_all) == (edit in READ_ALL)
    build(tiny, tmp_path / "anew", way=Way(large=True, processes=1, inference=False, full=True))
    assert_same(tmp_path / "anew", out)


def test_edit_after_edit(tiny: Path, tmp_path: Path, last: Path) -> None:
    """What is kept of rows moves with them."""
    out = Path(shutil.copytree(last, tmp_path / "build"))
    for edit in (a_row_first, another_date, superseded_anew, another_table, a_table_called_otherwise, no_supersession):
        edit(tiny)
        build(tiny, out, way=WAY)
    build(tiny, tmp_path / "anew", way=Way(large=True, processes=1, inference=False, full=True))
    assert_same(tmp_path / "anew", out)


@pytest.mark.parametrize(
    "line",
    [
        'port-lumen,locatedIn,norland,,,,lantern,"Port Lumen, the capital of Norland",,,,,,,,,',
        "port-lumen,locatedIn,nowhere,,,,harbour-register,,S-1,,,,,,,,",
        "port-lumen,locatedIn,norland,,,,harbour-register,,S-1,,,nobody,,,,,",
        "port-lumen,locatedIn,norland,,,,harbour-register,,S-1,,,,count-in-may,,,,",
        "port-lumen,locatedIn",
        'port-lumen,locatedIn,norland,,,,harbour-register,,"one\ntwo",,,,,,,,',
        'port-lumen,"locatedIn',
    ],
)
def test_a_faulty_row_is_told_as_by_a_full_build(tiny: Path, tmp_path: Path, last: Path, line: str) -> None:
    out = Path(shutil.copytree(last, tmp_path / "build"))
    a_row_first(tiny)
    add(tiny, PLACES, line)
    told = []
    for way in (WAY, Way(large=True, processes=1, inference=False, full=True)):
        with pytest.raises(InputError) as error:
            build(tiny, out, way=way)
        told.append(str(error.value))
    assert told[0] == told[1]


rows = st.sampled_from(["a,1", "b,2", 'c,"3, 4"', "d,5", "e,6", "f,", "g,é", ",", ""])


@given(st.lists(rows, max_size=9), st.lists(rows, max_size=9), st.sampled_from(["\n", "\r\n"]))
def test_each_line_is_the_same_as_before_or_new(
    tmp_path_factory: pytest.TempPathFactory, one: list[str], two: list[str], end: str
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    before, after = (["x,y", *lines] for lines in (one, two))
    for name, lines in (("old", before), ("new", after)):
        (folder / name).write_bytes(end.join([*lines, ""]).encode())
    found = compare(folder / "old", folder / "new")
    told = [line for line in before if line.strip(",")]
    if len(set(told)) < len(told) and before != after:
        assert found is None
        return
    assert found is not None
    moved, added = found
    pairs = [(line, moved[line]) for line in range(1, len(before) + 1) if before[line - 1].strip(",") and moved[line]]
    assert all(before[old - 1] == after[new - 1] for old, new in pairs)
    assert [new for _, new in pairs] == sorted({new for _, new in pairs})
    same = {new for _, new in pairs}
    new = {number for number, line in enumerate(after, 1) if line.strip(",") and number not in same}
    assert {number for number, _ in added} - {1} == new - {1}
