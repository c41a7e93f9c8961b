"""CSV as people and spreadsheets leave it: what is read, and each fault with its line and words."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.problems import Problem
from kg.facts.tables import Record, read_table


def read(folder: Path, data: bytes | str, *, optional_file: bool = False) -> tuple[list[Record], list[str]]:
    """Records and problems of a file with the columns a, b and, if it likes, note."""
    path = folder / "t.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    problems: list[Problem] = []
    records = read_table(path, ("a", "b"), ("note",), problems, optional_file=optional_file)
    return records, [str(problem).removeprefix(f"{folder}/") for problem in problems]


def cells(records: list[Record]) -> list[tuple[int, dict[str, str]]]:
    return [(record.row.line, dict(record.cells)) for record in records]


PLAIN = [(2, {"a": "1", "b": "x"}), (3, {"a": "2", "b": "y"})]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"a,b\n1,x\n2,y\n", id="as it should be"),
        pytest.param(b"a,b\n1,x\n2,y", id="no newline at the end"),
        pytest.param(b"\xef\xbb\xbfa,b\n1,x\n2,y\n", id="byte order mark"),
        pytest.param(b"a;b\n1;x\n2;y\n", id="semicolons"),
        pytest.param(b"a\tb\n1\tx\n2\ty\n", id="tabs"),
        pytest.param(b"a,b\r\n1,x\r\n2,y\r\n", id="CRLF"),
        pytest.param(b"a,b\r1,x\r2,y\r", id="old Macintosh line ends"),
        pytest.param(b'\xef\xbb\xbf"a";"b"\r\n"1";"x"\r\n"2";"y"\r\n', id="all at once, all quoted"),
        pytest.param(b" a , b \n 1 , x \n 2 ,y\t\n", id="white space around cells"),
        pytest.param(b"a,b\n1,x,,,\n2,y,,,\n,,,,\n\n   \n,,,,\n", id="empty cells and lines to the right and below"),
        pytest.param(b"a,b,,,\n1,x,,,\n2,y,,,\n", id="a header padded with empty cells"),
        pytest.param("a,b\n1,x\u00a0\n\u20032,y\n".encode(), id="no-break and em spaces around cells"),
    ],
)
def test_what_spreadsheets_do_to_a_table_is_read(tmp_path: Path, data: bytes) -> None:
    records, problems = read(tmp_path, data)
    assert (cells(records), problems) == (PLAIN, [])


def test_cells_are_quoted_as_rfc_4180_has_it(tmp_path: Path) -> None:
    records, problems = read(tmp_path, 'a,b\n"1,5","say ""hub"""\n')
    assert (cells(records), problems) == ([(2, {"a": "1,5", "b": 'say "hub"'})], [])


def test_cells_are_nfc(tmp_path: Path) -> None:
    records, _ = read(tmp_path, "a,b\ne\u0301,и\u0306\n")
    assert cells(records) == [(2, {"a": "\u00e9", "b": "\u0439"})]


def test_columns_may_stand_in_any_order_and_optional_ones_may_be_there(tmp_path: Path) -> None:
    records, problems = read(tmp_path, "note,b,a\nn,x,1\n")
    assert (cells(records), problems) == ([(2, {"note": "n", "b": "x", "a": "1"})], [])


def test_lines_are_counted_across_blank_lines_and_quoted_newlines(tmp_path: Path) -> None:
    records, problems = read(tmp_path, 'a,b\n\n1,"x\nand\nmore"\n2,y\n')
    assert cells(records) == [(3, {"a": "1", "b": "xandmore"}), (6, {"a": "2", "b": "y"})]
    assert problems == ["t.csv:3: the cell 'b' holds the control character U+000A. Remove it."]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_only_newlines_end_a_line(tmp_path: Path, separator: str) -> None:
    """Python's splitlines knows more line ends than CSV and every editor do."""
    records, problems = read(tmp_path, f"a,b\n1,x{separator}x\n2,y\n")
    assert cells(records) == [(2, {"a": "1", "b": f"x{separator}x"}), (3, {"a": "2", "b": "y"})]
    assert problems == []


ASK_COMMA = "Is a comma missing, or a cell that has one unquoted?"
CLOSE = "Close its quotation marks; write a quotation mark inside a cell twice."
NULS = "Save the file as 'CSV UTF-8'."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", ["t.csv:1: the file is empty. Its header row is: a,b."], id="empty"),
        pytest.param(b" \r\n\n", ["t.csv:1: the file is empty. Its header row is: a,b."], id="white space only"),
        pytest.param(b"\xef\xbb\xbf", ["t.csv:1: the file is empty. Its header row is: a,b."], id="a mark only"),
        pytest.param(
            "a,b\n1,x\n".encode("utf-16"),
            ["t.csv:1: the file is UTF-16, not UTF-8. Save it as 'CSV UTF-8'."],
            id="UTF-16",
        ),
        pytest.param(
            "a,b\n1,x\n".encode("utf-16-be"), [f"t.csv:1: the file holds NUL bytes. {NULS}"], id="UTF-16, no mark"
        ),
        pytest.param(
            "a,b\n1,x\n2,Köln\n".encode("latin-1"), [f"t.csv:3: byte 0xf6 is not UTF-8. {NULS}"], id="latin-1"
        ),
        pytest.param("a,b\n1,Шу\n".encode("cp1251"), [f"t.csv:2: byte 0xd8 is not UTF-8. {NULS}"], id="cp1251"),
        pytest.param(b"a\n1\n", ["t.csv:1: the column 'b' is missing. Add it to the header row."], id="no column b"),
        pytest.param(
            b"a,b,nott\n1,x,\n", ["t.csv:1: unknown column or qualifier 'nott'. Did you mean 'note'?"], id="misspelt"
        ),
        pytest.param(
            b"a,b,zzz\n1,x,\n",
            ["t.csv:1: unknown column or qualifier 'zzz'. Known columns: a, b, note."],
            id="unknown column",
        ),
        pytest.param(b"a,b,a\n1,x,2\n", ["t.csv:1: the column 'a' stands twice. Remove one."], id="column twice"),
        pytest.param(
            b"a,,b\n1,,x\n", ["t.csv:1: column 2 has no name. Name it, or remove it."], id="nameless column in between"
        ),
        pytest.param(
            b"a,b,,\n1,x,,note\n",
            [f"t.csv:2: the line has 4 cells, the header has 2. {ASK_COMMA}"],
            id="a cell below no name",
        ),
        pytest.param(
            b"a,b\n1\n2,y\n", [f"t.csv:2: the line has 1 cells, the header has 2. {ASK_COMMA}"], id="too few cells"
        ),
        pytest.param(
            b"a,b\n1,x,z\n", [f"t.csv:2: the line has 3 cells, the header has 2. {ASK_COMMA}"], id="too many cells"
        ),
        pytest.param(
            b'a,b\n1,"x" y\n2,z\n',
            [f"t.csv:2: the line is broken (',' expected after '\"'). {CLOSE}"],
            id="text after a closing mark",
        ),
        pytest.param(
            b'a\tb\n1\t"x" y\n',
            [f"t.csv:2: the line is broken (tab expected after '\"'). {CLOSE}"],
            id="text after a closing mark, with tabs",
        ),
        pytest.param(
            b'a,b\n1,y\n2,"x\n3,z\n',
            [f"t.csv:3: the line is broken (unexpected end of data). {CLOSE}"],
            id="a mark that never closes",
        ),
        pytest.param(
            b'"a" x,b\n1,y\n2,x\n',
            [f"t.csv:1: the line is broken (',' expected after '\"'). {CLOSE}"],
            id="a broken header, told once",
        ),
        pytest.param(
            "a,b\n1,x\u202ey\n".encode(),
            ["t.csv:2: the cell 'b' holds the bidirectional character U+202E. Remove it."],
            id="bidirectional",
        ),
        pytest.param(
            b"a,b\n1,x\x07y\n", ["t.csv:2: the cell 'b' holds the control character U+0007. Remove it."], id="control"
        ),
        pytest.param(
            "a,b\n1,x\u0085y\n".encode(),
            ["t.csv:2: the cell 'b' holds the control character U+0085. Remove it."],
            id="next line",
        ),
        pytest.param(
            b"a,\x1b[31mb\n1,x\n",
            ["t.csv:1: the header row holds the control character U+001B. Remove it."],
            id="control in the header",
        ),
    ],
)
def test_each_fault_is_told_once_with_its_line(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    assert read(tmp_path, data)[1] == expected


def test_all_faults_of_a_table_are_told_and_good_lines_kept(tmp_path: Path) -> None:
    records, problems = read(tmp_path, 'a,b\n1\n2,y\n3,"x" y\n4,\u200fz\n5,y\n')
    assert [problem.split(": ", 1)[0] for problem in problems] == ["t.csv:4", "t.csv:2", "t.csv:5"]
    assert [line for line, _ in cells(records)] == [3, 5, 6]


def test_a_missing_table_is_a_fault_unless_it_is_optional(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_table(tmp_path / "no.csv", ("a",), (), problems, optional_file=True) == []
    assert problems == []
    assert read_table(tmp_path / "no.csv", ("a",), (), problems) == []
    assert str(problems[0]) == f"{tmp_path}/no.csv:1: the file is missing. Add it, if only with its header row."


def test_an_optional_table_that_is_there_must_not_be_empty(tmp_path: Path) -> None:
    assert read(tmp_path, "", optional_file=True)[1] == ["t.csv:1: the file is empty. Its header row is: a,b."]


def test_a_folder_in_place_of_a_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").mkdir()
    problems: list[Problem] = []
    assert read_table(tmp_path / "t.csv", ("a",), (), problems) == []
    assert str(problems[0]) == f"{tmp_path}/t.csv:1: the file cannot be read (Is a directory). Put a table there."


def test_a_cell_beyond_all_measure_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path, b"a,b\n1," + b"x" * 200_000 + b"\n")
    assert problems == [f"t.csv:2: the line is broken (field larger than field limit (131072)). {CLOSE}"]


@given(data=st.binary(max_size=200) | st.text(alphabet='ab,;\t"\r\n\u2028é\x00', max_size=80).map(str.encode))
def test_any_bytes_are_records_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    records, problems = read(tmp_path_factory.getbasetemp(), data)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= record.row.line <= lines and set(record.cells) >= {"a", "b"} for record in records)
    assert all("t.csv:" in problem for problem in problems)


CELL = st.text(st.characters(exclude_categories=["C"]), max_size=12).map(str.strip)


@given(rows=st.lists(st.tuples(CELL, CELL), max_size=6), delimiter=st.sampled_from(",;\t"))
def test_what_the_csv_module_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    output = io.StringIO()
    csv.writer(output, delimiter=delimiter).writerows([("a", "b"), *rows])
    records, problems = read(tmp_path_factory.getbasetemp(), output.getvalue())
    expected = [tuple(unicodedata.normalize("NFC", cell) for cell in row) for row in rows if any(row)]
    assert ([(r.cells["a"], r.cells["b"]) for r in records], problems) == (expected, [])
