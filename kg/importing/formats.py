"""Rows of foreign files: CSV and its kin, Parquet; plain, gzip or zstd."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kg.facts.problems import CallError
from kg.importing.mapping import Table

LIST = "\x1f"
"""Stands between the values of a cell that Parquet keeps as a list."""
_DELIMITERS = (",", ";", "\t", "|")
_PARQUET = "reading Parquet needs pyarrow. Run: pip install 'partnership-kg[parquet]'"
_ZSTD = "reading zstd needs Python 3.14 or pyarrow. Run: pip install 'partnership-kg[parquet]'"
_MOST_LINES = 1000
"""More lines than this are in no cell: a quotation mark was not closed."""
_LONGEST = 1 << 20
"""How many characters a line may have, and how many the lines of one row after its first."""
_KEPT = 1000
"""How much is kept of a line that is longer."""
_TOO_LONG = f"the line has more than {_LONGEST:,} characters, of which the first {_KEPT:,} are kept here"
_ENDS = ("\n", "\r")
_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True)
class RawRow:
    """One row: the line on which it begins (of Parquet, its number), its cells, and why they cannot be used, if so."""

    line: int
    cells: list[str]
    fault: str = ""


class Input:
    """One file, read again each time that `rows` is called."""

    def __init__(self, path: Path, shown: str, table: Table) -> None:
        self.path = path
        self.shown = shown
        self._table = table
        name = path.name.lower()
        self.packing = next((end for end in (".gz", ".zst", ".zstd") if name.endswith(end)), "")
        self._bare = name.removesuffix(self.packing)
        self.is_parquet = table.format == "parquet" or (not table.format and self._bare.endswith((".parquet", ".pq")))
        self._delimiter = table.delimiter
        self.header = self._header()

    def rows(self, told: list[int] | None = None) -> Iterator[RawRow]:
        """All rows but the header; `told` gets the bytes read so far as its first value."""
        if self.is_parquet:
            yield from self._parquet(told)
        else:
            yield from self._lines(told)

    @property
    def size(self) -> int:
        """The bytes of the file as it lies there."""
        return self.path.stat().st_size

    def _header(self) -> list[str]:
        if self.is_parquet:
            return list(_parquet(self.path).schema_arrow.names)
        if _begins(self.path, "", len(_ARCHIVE)) == _ARCHIVE:
            raise CallError(f"{self.shown} is an archive or a spreadsheet. Unpack it, or save its sheet as CSV.")
        with self._text() as (text, _):
            first = text.readline(_LONGEST)
        if not first:
            raise CallError(f"{self.shown} is empty.")
        if not self._delimiter:
            self._delimiter = max(_DELIMITERS, key=first.count)
        if self._table.columns:
            return list(self._table.columns)
        with self._text() as (text, _):
            row = next(_split(text, self._delimiter, self._table.quote))
        if row.fault:
            raise CallError(f"The header of {self.shown} cannot be used: {row.fault}.")
        return [cell.strip() for cell in row.cells]

    @contextmanager
    def _text(self) -> Iterator[tuple[IO[str], IO[bytes]]]:
        try:
            with self.path.open("rb") as raw:
                encoding = self._table.encoding
                if encoding in ("", "utf-8"):
                    wide = _begins(self.path, self.packing, 2) in (b"\xff\xfe", b"\xfe\xff")
                    encoding = "utf-16" if wide else "utf-8-sig"
                opened = _unpacked(raw, self.packing)
                yield io.TextIOWrapper(opened, encoding, errors="surrogateescape", newline=""), raw
        except (EOFError, OSError, UnicodeError, zlib.error) as error:
            raise CallError(f"{self.shown} cannot be read to its end ({error}).") from None

    def _lines(self, told: list[int] | None) -> Iterator[RawRow]:
        width = len(self.header)
        named = not self._table.columns
        with self._text() as (text, raw):
            for index, row in enumerate(_split(text, self._delimiter, self._table.quote)):
                if named and not index:
                    continue
                if told is not None and not index & 1023:
                    told[0] = raw.tell()
                cells = row.cells
                if row.fault or len(cells) == width:
                    yield row
                elif not any(cells):
                    continue
                elif len(cells) > width and not any(cell.strip() for cell in cells[width:]):
                    yield RawRow(row.line, cells[:width])
                else:
                    what = f"the row has {len(cells)} cells, the header has {width}"
                    yield RawRow(row.line, cells, what)

    def _parquet(self, told: list[int] | None) -> Iterator[RawRow]:
        file = _parquet(self.path)
        number = 0
        for batch in file.iter_batches(batch_size=8192):
            if told is not None:
                told[0] = int(self.size * number / max(1, file.metadata.num_rows))
            columns = [[_plain(value) for value in column.to_pylist()] for column in batch.columns]
            for cells in zip(*columns, strict=True):
                number += 1
                yield RawRow(number, list(cells))


def _parquet(path: Path) -> Any:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise CallError(_PARQUET) from None
    try:
        return parquet.ParquetFile(path)
    except (ArrowException, OSError) as error:
        raise CallError(f"{path} is no Parquet file ({error}).") from None


def _plain(value: object) -> str:
    """A value of Parquet as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return LIST.join(_plain(item) for item in value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _unpacked(raw: IO[bytes], packing: str) -> Any:
    if packing == ".gz":
        return gzip.GzipFile(fileobj=raw)
    if packing:
        return _zstd(raw)
    return raw


def _begins(path: Path, packing: str, count: int) -> bytes:
    with path.open("rb") as raw:
        return bytes(_unpacked(raw, packing).read(count))


def _zstd(raw: IO[bytes]) -> Any:
    try:
        from compression import zstd  # type: ignore[import-not-found, unused-ignore]  # Python 3.14

        return zstd.ZstdFile(raw)
    except ImportError:
        pass
    try:
        import pyarrow
    except ImportError:
        raise CallError(_ZSTD) from None
    return pyarrow.CompressedInputStream(pyarrow.PythonFile(raw, mode="r"), "zstd")


class _Feed:
    """The lines of a text, some of which may be given back. Of one that is too long only the beginning is kept."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self.taken: list[tuple[str, bool]] = []
        """The lines of a record, and whether each was too long."""
        self._waiting: deque[tuple[str, bool]] = deque()
        self._length = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        told = self._waiting.popleft() if self._waiting else self._read()
        if not told[0]:
            raise StopIteration
        if len(self.taken) > _MOST_LINES or self._length > _LONGEST:
            self._waiting.appendleft(told)
            raise StopIteration
        self._length += len(told[0]) if self.taken else 0
        self.taken.append(told)
        return told[0]

    def _read(self) -> tuple[str, bool]:
        line = self._text.readline(_LONGEST)
        if len(line) < _LONGEST or line.endswith(_ENDS):
            return line, False
        while (more := self._text.readline(_LONGEST)) and not more.endswith(_ENDS):
            pass
        return line[:_KEPT] + "\n", True

    def begin(self) -> None:
        """Begins another record."""
        self.taken.clear()
        self._length = 0

    def give_back(self) -> None:
        """Gives back all lines of the record but its first."""
        self._waiting.extendleft(reversed(self.taken[1:]))


def _split(text: IO[str], delimiter: str, quote: str) -> Iterator[RawRow]:
    """The records of a text. Of one that is broken only the first line is lost, and told."""
    feed = _Feed(text)
    options: dict[str, Any] = {"quotechar": quote} if quote else {"quoting": csv.QUOTE_NONE, "quotechar": None}
    reader = csv.reader(feed, delimiter=delimiter, strict=True, **options)
    line = 1
    while True:
        feed.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            first, long = feed.taken[0]
            feed.give_back()
            what = str(error).replace("'\t'", "tab")
            fault = f"the row is broken ({what}); are its quotation marks closed, or do they mean nothing here?"
            yield RawRow(line, first.rstrip("\r\n").split(delimiter), _TOO_LONG if long else fault)
            line += 1
            continue
        yield RawRow(line, cells, _TOO_LONG if any(long for _, long in feed.taken) else "")
        line += len(feed.taken)
