"""Rows of files as they come, none of them lost."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from kg.facts.problems import CallError
from kg.importing.formats import LIST, Input, RawRow
from kg.importing.mapping import SourceRow, Table


def table(**options: object) -> Table:
    told = {
        "files": "",
        "format": "",
        "encoding": "",
        "delimiter": "",
        "quote": '"',
        "columns": (),
        "empty": frozenset(),
        "source": SourceRow({}, 1),
        "where": (),
        "things": (),
        "names": (),
        "facts": (),
        "line": 1,
    }
    return Table(**{**told, **options})  # type: ignore[arg-type]


def read(folder: Path, data: bytes, file: str = "x.csv", **options: object) -> list[RawRow]:
    path = folder / file
    path.write_bytes(data)
    return list(Input(path, file, table(**options)).rows())


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (b"a,b\n1,2\n", {}),
        (b"\xef\xbb\xbfa,b\r\n1,2\r\n", {}),
        (b"a;b\r1;2\r", {}),
        (b"a\tb\n1\t2", {}),
        (b"a|b\n1|2\n", {}),
        (b"1,2\n", {"columns": ("a", "b")}),
        ("a,b\n1,2\n".encode("utf-16"), {}),
        (b"a,b,,\n1,2,,\n", {}),
        (b"a,b\n\n1,2,\n\n", {}),
        (b"a^b\n1^2\n", {"delimiter": "^"}),
    ],
)
def test_tables_are_read_however_they_are_written(data: bytes, options: dict[str, object], tmp_path: Path) -> None:
    (row,) = read(tmp_path, data, "x.csv", **options)
    assert not row.fault
    assert row.cells[:2] == ["1", "2"]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    data = b'a,b\n1,"x\ny"\n\n2,z\n3\n"4" x,y\n5,6\n'
    assert [(row.line, row.cells[0], bool(row.fault)) for row in read(tmp_path, data)] == [
        (2, "1", False),
        (5, "2", False),
        (6, "3", True),
        (7, '"4" x', True),
        (8, "5", False),
    ]


@pytest.mark.parametrize("length", [3, 5000])
def test_a_quotation_mark_that_is_not_closed_costs_one_row(length: int, tmp_path: Path) -> None:
    data = b'a,b\n0,"open\n' + b"".join(b"%d,x\n" % number for number in range(1, length))
    rows = read(tmp_path, data)
    assert [row.line for row in rows if row.fault] == [2]
    assert [row.cells[0] for row in rows if not row.fault] == [str(number) for number in range(1, length)]


def test_quotation_marks_may_mean_nothing(tmp_path: Path) -> None:
    (row,) = read(tmp_path, b'a\tb\n"Silk Road" Museum\t"x\n', quote="")
    assert row.cells == ['"Silk Road" Museum', '"x']


def test_what_is_packed_is_unpacked(tmp_path: Path) -> None:
    plain = b"a,b\n" + b"".join(b"%d,x\n" % number for number in range(5000))
    wanted = read(tmp_path, plain)
    assert read(tmp_path, gzip.compress(plain), "x.csv.gz") == wanted
    assert read(tmp_path, pa.compress(plain, codec="zstd", asbytes=True), "x.csv.zst") == wanted


def test_values_of_parquet_become_cells(tmp_path: Path) -> None:
    import datetime as dt

    columns = {"n": [1, None], "day": [dt.date(2020, 2, 29), None], "list": [["a", "b"], []], "f": [2.0, 0.5]}
    parquet.write_table(pa.table(columns), tmp_path / "x.parquet")
    rows = list(Input(tmp_path / "x.parquet", "x", table()).rows())
    assert [(row.line, row.cells) for row in rows] == [
        (1, ["1", "2020-02-29", f"a{LIST}b", "2"]),
        (2, ["", "", "", "0.5"]),
    ]


@pytest.mark.parametrize("name", ["x.csv.gz", "x.csv.zst"])
def test_a_file_that_is_cut_off_is_told(name: str, tmp_path: Path) -> None:
    plain = "".join(f"{number},{number * 7919 % 10007}\n" for number in range(20000)).encode()
    packed = gzip.compress(plain) if name.endswith("gz") else pa.compress(plain, codec="zstd", asbytes=True)
    with pytest.raises(CallError, match="cannot be read to its end"):
        read(tmp_path, packed[: len(packed) // 2], name)


def test_bytes_that_are_not_of_the_encoding_spoil_their_row_alone(tmp_path: Path) -> None:
    rows = read(tmp_path, b"a,b\n1,caf\xe9\n2,x\n")
    assert [(row.line, row.fault) for row in rows] == [(2, ""), (3, "")]
    assert rows[0].cells[1] == "caf\udce9"


@pytest.mark.parametrize("begin", ["", '"open', 'a "b" c,'])
def test_a_line_that_is_too_long_costs_one_row_and_little_memory(begin: str, tmp_path: Path) -> None:
    data = b"a,b\n1,x\n" + begin.encode() + b"y" * 3_000_000 + b"\n2,y\n3,z\n"
    long, *others = read(tmp_path, data, delimiter=",")[1:]
    assert (long.line, long.fault.partition(" characters")[0]) == (3, "the line has more than 1,048,576")
    assert sum(map(len, long.cells)) <= 1000
    assert [(row.line, row.cells, row.fault) for row in others] == [(4, ["2", "y"], ""), (5, ["3", "z"], "")]


def test_long_lines_in_a_quotation_that_is_not_closed_are_not_gathered(tmp_path: Path) -> None:
    data = b'a,b\n1,"x\n' + (b"y" * 900_000 + b"\n") * 5 + b"2,y\n"
    rows = read(tmp_path, data, delimiter=",")
    assert [row.line for row in rows if row.fault] == [2, 3, 4, 5, 6, 7]
    assert rows[-1] == RawRow(8, ["2", "y"])


def test_a_header_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"The header of x.csv cannot be used: the line has more than"):
        read(tmp_path, b"a" * 3_000_000 + b"\n1\n")
    with pytest.raises(CallError, match=r"The header of x.csv cannot be used: the row is broken"):
        read(tmp_path, b'"a" b,c\n1,2\n')


def test_an_archive_is_no_table(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr("../x.csv", "a,b\n1,2\n")
    with pytest.raises(CallError, match=r"x.xlsx is an archive or a spreadsheet. Unpack it, or save its sheet as CSV."):
        Input(tmp_path / "x.xlsx", "x.xlsx", table())


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"x.csv is empty"):
        read(tmp_path, b"")


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6),
            min_size=2,
            max_size=2,
        ),
        max_size=8,
    )
)
def test_what_csv_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    output = io.StringIO()
    csv.writer(output, quoting=csv.QUOTE_ALL).writerows([["a", "b"], *rows])
    found = read(tmp_path_factory.mktemp("csv"), output.getvalue().encode(), delimiter=",")
    kept = [row for row in rows if any(row)]
    assert [row.cells for row in found if any(row.cells)] == kept
    assert not any(row.fault for row in found)


@given(st.binary(max_size=200))
def test_every_line_of_any_file_is_a_row_or_part_of_one(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    rows = read(tmp_path_factory.mktemp("any"), b"a,b\n" + data, delimiter=",", encoding="latin-1")
    lines = [row.line for row in rows]
    assert lines == sorted(set(lines))
    assert all(row.fault or len(row.cells) == 2 for row in rows)
