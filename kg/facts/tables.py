"""CSV as people and spreadsheet programs write it, line by line, with every fault named."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Row
from kg.facts.problems import Problem, nearest

# Characters that reorder text on a screen, so that a name reads as another than it is (Unicode UAX #9).
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# What spreadsheet programs leave of a long number or key, of what looked like a formula, and of a narrow column.
_REWRITTEN = re.compile(
    r"-?\d([.,]\d+)?E[+-]\d{1,3}|#(NAME|REF|VALUE|NUM|DIV/0|NULL|N/A|GETTING_DATA)[?!]?|Err:\d{3}|#{3,}"
)
DELIMITERS = (",", ";", "\t")


def folders_of_tables(seeds: Path) -> tuple[Path, ...]:
    """The folder of the tables that people write, then those of the tables that `kg import` wrote, sorted."""
    return (seeds, *sorted(path for path in (seeds / "imports").glob("[!.]*") if path.is_dir()))


def tables_of_facts(seeds: Path) -> list[Path]:
    """The tables of facts, sorted by name, then those of each import."""
    return [path for folder in folders_of_tables(seeds) for path in sorted((folder / "facts").glob("*.csv"))]


@dataclass(frozen=True)
class Record:
    """One line of a table: cells by column name, white space at their ends removed, in NFC."""

    row: Row
    cells: Mapping[str, str]

    def problem(self, text: str, fix: str) -> Problem:
        """A problem at this line."""
        return Problem(self.row.file, self.row.line, text, fix)


def read_table(
    path: Path,
    required: Iterable[str],
    known: Iterable[str],
    problems: list[Problem],
    *,
    optional_file: bool = False,
) -> list[Record]:
    """The records of a CSV file; every fault is appended to `problems`, and a line that cannot be read left out.

    UTF-8 with or without a byte order mark; comma, semicolon or tab; LF or CRLF; RFC 4180 quoting.
    Columns beyond `known` are faults.
    """
    shown = str(path)
    if not path.exists():
        if not optional_file:
            problems.append(Problem(shown, 1, "the file is missing", "Add it, if only with its header row."))
        return []
    text = _decode(path, problems)
    if text is None:
        return []
    if not text.strip():
        problems.append(Problem(shown, 1, "the file is empty", f"Its header row is: {','.join(required)}."))
        return []
    # Not str.splitlines: a line separator or form feed in a cell ends no line of a table.
    lines = list(lines_of(text, delimiter_of(io.StringIO(text, newline="").readline()), shown, problems))
    # Where the first line is broken, the next one is no header.
    if not lines or lines[0][0] != 1:
        return []
    header = check_header(lines[0][1], Row(shown, 1), required, known, problems)
    return list(records_of(lines[1:], header, shown, problems)) if header else []


def records_of(
    lines: Iterable[tuple[int, list[str]]], header: Sequence[str], shown: str, problems: list[Problem]
) -> Iterator[Record]:
    """The records of lines of cells; one that has too few or too many is a fault, an empty one is passed over."""
    for line, cells in lines:
        row = Row(shown, line)
        extra = cells[len(header) :]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(header) or any(cell.strip() for cell in extra):
            text = f"the line has {len(cells)} cells, the header has {len(header)}"
            problems.append(Problem(shown, line, text, "Is a comma missing, or a cell that has one unquoted?"))
            continue
        named = zip(header, cells, strict=False)
        yield Record(row, {name: _clean(row, name, cell, problems) if cell else "" for name, cell in named})


def _decode(path: Path, problems: list[Problem]) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        text = f"the file cannot be read ({error.strerror})"
        problems.append(Problem(str(path), 1, text, "Put a table there."))
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        problems.append(Problem(str(path), 1, "the file is UTF-16, not UTF-8", "Save it as 'CSV UTF-8'."))
        return None
    if b"\0" in data:
        problems.append(Problem(str(path), 1, "the file holds NUL bytes", "Save the file as 'CSV UTF-8'."))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(str(path), line, text, "Save the file as 'CSV UTF-8'."))
        return None


def delimiter_of(first_line: str) -> str:
    """What separates the cells of a table, by its header row."""
    return max(DELIMITERS, key=first_line.count)


def lines_of(
    text: str, delimiter: str, shown: str, problems: list[Problem], first: int = 1
) -> Iterator[tuple[int, list[str]]]:
    """Line number of the start of each record, and its cells; `first` is the number of the text's first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            yield start + first - 1, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fix = "Close its quotation marks; write a quotation mark inside a cell twice."
            what = str(error).replace("'\t'", "tab")
            problems.append(Problem(shown, start + first - 1, f"the line is broken ({what})", fix))
            if reader.line_num <= start - 1 or "end of data" in str(error):
                return


def check_header(
    cells: list[str], row: Row, required: Iterable[str], known: Iterable[str], problems: list[Problem]
) -> list[str]:
    """The names of the columns, without the empty cells that spreadsheets add; empty where they are faulty."""
    header = [cell.strip() for cell in cells]
    while header and not header[-1]:
        header.pop()
    found = bad_character("".join(header))
    if found is not None:
        problems.append(Problem(row.file, row.line, f"the header row holds the {found}", "Remove it."))
        return []
    known = sorted({*known, *required})
    missing = [name for name in required if name not in header]
    before = len(problems)
    for name in missing:
        problems.append(Problem(row.file, row.line, f"the column '{name}' is missing", "Add it to the header row."))
    for index, name in enumerate(header):
        if not name:
            problems.append(Problem(row.file, row.line, f"column {index + 1} has no name", "Name it, or remove it."))
        elif name in header[:index]:
            problems.append(Problem(row.file, row.line, f"the column '{name}' stands twice", "Remove one."))
        elif name not in known:
            fix = nearest(name, known, f"Known columns: {', '.join(known)}.")
            problems.append(Problem(row.file, row.line, f"unknown column or qualifier '{name}'", fix))
    return header if len(problems) == before else []


def _clean(row: Row, name: str, cell: str, problems: list[Problem]) -> str:
    """A cell as it is kept; of characters that may not be in it the first is told, and none is kept."""
    cell = cell.strip()
    if not cell:
        return ""
    # What str.isprintable lets pass is none of the characters that bad_character looks for, and ASCII is in NFC.
    found = None if cell.isprintable() else bad_character(cell)
    if found is not None:
        problems.append(Problem(row.file, row.line, f"the cell '{name}' holds the {found}", "Remove it."))
        cell = "".join(character for character in cell if bad_character(character) is None)
    elif (cell[0] in "-#E" or cell[0].isdecimal()) and was_rewritten(cell):
        fix = "Write again what stood there (in a spreadsheet, set the column to text first)."
        problems.append(
            Problem(row.file, row.line, f"the cell '{name}' holds '{cell}', which a spreadsheet wrote", fix)
        )
    return cell if cell.isascii() else unicodedata.normalize("NFC", cell)


def was_rewritten(cell: str) -> bool:
    """Whether a cell is what spreadsheet programs leave of something else.

    >>> was_rewritten("1,2E+11"), was_rewritten("#NAME?"), was_rewritten("E+11")
    (True, True, False)
    """
    return _REWRITTEN.fullmatch(cell) is not None


def bad_character(text: str) -> str | None:
    """The first control or bidirectional character of a text, in words."""
    if text.isprintable():
        return None
    for character in text:
        if character in _BIDIRECTIONAL:
            return f"bidirectional character U+{ord(character):04X}"
        if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
            return f"control character U+{ord(character):04X}"
    return None
