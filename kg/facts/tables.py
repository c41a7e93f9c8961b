"""CSV as people and spreadsheet programs write it, line by line, with every fault named."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Row
from kg.facts.problems import Problem, nearest

# Characters that reorder text on a screen, so that a name reads as another than it is (Unicode UAX #9).
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DELIMITERS = (",", ";", "\t")


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
    """The records of a CSV file; every fault is appended to `problems`, and its line left out.

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
    lines = _records(text, shown, problems)
    if not lines:
        return []
    header = [cell.strip() for cell in lines[0][1]]
    if not _check_header(header, Row(shown, lines[0][0]), required, known, problems):
        return []
    records = []
    for line, cells in lines[1:]:
        row = Row(shown, line)
        extra = cells[len(header) :]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(header) or any(cell.strip() for cell in extra):
            text_ = f"the line has {len(cells)} cells, the header has {len(header)}"
            problems.append(Problem(shown, line, text_, "Is a comma missing, or a cell that has one unquoted?"))
            continue
        record = Record(row, {name: _clean(cell) for name, cell in zip(header, cells, strict=False)})
        if _check_characters(record, problems):
            records.append(record)
    return records


def _decode(path: Path, problems: list[Problem]) -> str | None:
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        problems.append(Problem(str(path), 1, "the file is UTF-16, not UTF-8", "Save it as 'CSV UTF-8'."))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(str(path), line, text, "Save the file as 'CSV UTF-8'."))
        return None


def _records(text: str, shown: str, problems: list[Problem]) -> list[tuple[int, list[str]]]:
    """Line number of the start of each record, and its cells."""
    first = text.splitlines()[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    records: list[tuple[int, list[str]]] = []
    while True:
        start = reader.line_num + 1
        try:
            records.append((start, next(reader)))
        except StopIteration:
            return records
        except csv.Error as error:
            fix = "Close its quotation marks; write a quotation mark inside a cell twice."
            problems.append(Problem(shown, start, f"the line is broken ({error})", fix))
            if reader.line_num <= start - 1 or "end of data" in str(error):
                return records


def _check_header(
    header: list[str], row: Row, required: Iterable[str], known: Iterable[str], problems: list[Problem]
) -> bool:
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
    return len(problems) == before


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.strip())


def _check_characters(record: Record, problems: list[Problem]) -> bool:
    for name, cell in record.cells.items():
        for character in cell:
            if character in _BIDIRECTIONAL or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
                kind = "bidirectional" if character in _BIDIRECTIONAL else "control"
                text = f"the cell '{name}' holds the {kind} character U+{ord(character):04X}"
                problems.append(record.problem(text, "Remove it."))
                return False
    return True
