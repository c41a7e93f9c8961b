"""Parts of large tables: bytes that begin and end with a record, so that several processes can read one table."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Row
from kg.facts.problems import Problem
from kg.facts.tables import Record, check_header, delimiter_of, lines_of, read_table, records_of

SPAN_BYTES = 2_000_000
_SLICE = 1 << 24


@dataclass(frozen=True)
class Span:
    """The bytes of a table from `start` to `end`, a record's first line being `line`; without a header, all of it."""

    file: str
    start: int = 0
    end: int = 0
    line: int = 1
    header: tuple[str, ...] = ()
    delimiter: str = ","


def spans_of(
    path: Path, required: Sequence[str], known: Iterable[str], problems: list[Problem], size: int = SPAN_BYTES
) -> list[Span]:
    """The parts of a table, in order, of about `size` bytes each; a faulty header is a problem, and leaves none.

    A table that is small, not in UTF-8, or broken is one part, so that whoever reads it names its faults.
    """
    whole = [Span(str(path))]
    if not path.is_file() or path.stat().st_size <= size:
        return whole
    with path.open("rb") as file:
        first = file.readline()
        sound = first.startswith((b"\xff\xfe", b"\xfe\xff")) is False and _is_sound(path)
    if not sound or b'"' in first:
        return whole
    text = first.decode("utf-8-sig")
    delimiter = delimiter_of(text)
    cells = next((cells for _, cells in lines_of(text, delimiter, str(path), [])), [])
    header = tuple(check_header(cells, Row(str(path), 1), required, known, problems))
    if not header:
        return []
    try:
        ends = list(_ends(path, delimiter, size))
    except csv.Error:
        return whole
    starts = [(len(first), 2), *ends[:-1]]
    return [
        Span(str(path), start, end, line, header, delimiter)
        for (start, line), (end, _) in zip(starts, ends, strict=True)
        if start < end
    ]


def read_span(span: Span, required: Sequence[str], known: Iterable[str], problems: list[Problem]) -> Iterable[Record]:
    """The records of a part; its faults are appended to `problems`."""
    if not span.header:
        return read_table(Path(span.file), required, known, problems)
    with open(span.file, "rb") as file:
        file.seek(span.start)
        text = file.read(span.end - span.start).decode()
    return records_of(lines_of(text, span.delimiter, span.file, problems, span.line), span.header, span.file, problems)


def _is_sound(path: Path) -> bool:
    """Whether a table is UTF-8 without NUL bytes, and its lines end with LF or CRLF."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    bare = 0
    last = b""
    with path.open("rb") as file:
        while data := file.read(_SLICE):
            both = last + data
            bare += data.count(b"\r") - both.count(b"\r\n")
            last = data[-1:]
            if b"\0" in data:
                return False
            try:
                decoder.decode(data)
            except UnicodeDecodeError:
                return False
    return bare == 0


def _ends(path: Path, delimiter: str, size: int) -> Iterator[tuple[int, int]]:
    """Where each part ends: its offset, and the number of the line after it."""
    offset, line, begun = 0, 1, 0
    with path.open("rb") as file:

        def lines() -> Iterator[str]:
            nonlocal offset, line
            for data in file:
                offset += len(data)
                line += 1
                yield data.decode()

        # Where no cell is quoted each line is a record; else the reader of tables itself says where one ends.
        source = lines()
        records: Iterator[object] = (
            source if not _has(path, b'"') else csv.reader(source, delimiter=delimiter, strict=True)
        )
        for _ in records:
            if offset - begun >= size:
                yield offset, line
                begun = offset
    if offset > begun:
        yield offset, line


def _has(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return any(mark in data for data in iter(lambda: file.read(_SLICE), b""))
