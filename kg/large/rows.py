"""Which rows of the tables of facts are other than they were: lines that stood there are not read again.

A line tells the same as before where what it is checked against is the same: the other lines may move it up and down,
but not past one another. Wherever that is in doubt, nothing is found, and all rows are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.facts.batches import Batch, Packed, batch_of, read_batch
from kg.facts.claims import Supersession, Tie, supersession
from kg.facts.model import Row
from kg.facts.problems import InputError, Problem
from kg.facts.rows import Link, check_links
from kg.facts.spans import Span
from kg.facts.tables import Record, delimiter_of, lines_of, records_of
from kg.large import state, tables
from kg.large.mapping import Input
from kg.large.pieces import Setup

_MOST = 5
"""All rows are read where more than one in so many is new."""


@dataclass(frozen=True)
class RowChange:
    """How the rows of facts differ from those of the last build."""

    moved: Mapping[str, tuple[str, Sequence[int]]]
    """By what a table was called: what it is called, and for each line where it stands now, or 0."""
    order: Mapping[str, int]
    """The place of each table."""
    added: Mapping[int, Sequence[Packed]]
    """New facts by their share."""
    ties: Supersession
    retied: frozenset[str]
    """The keys of claims that other rows supersede, or that supersede others, than before."""

    def now(self, places: state.Places) -> state.Places:
        """Where rows stand now, those that are gone in line 0."""
        found = []
        for file, line in places:
            name, lines = self.moved[file]
            found.append((name, lines[line]))
        return tuple(found)


class _Gone(Sequence[int]):
    """A table that is there no more."""

    def __getitem__(self, _: object) -> int:  # type: ignore[override]
        return 0

    def __len__(self) -> int:
        return 0


def find_rows(found: Input, setup: Setup) -> RowChange | None:
    """What changed of the rows of facts; None where that can be told only by reading all of them."""
    assert setup.before is not None
    before = tables.read_rows(setup.before)
    if found.problems or before is None or not before.agrees_with(found.known):
        return None
    paths = {path.relative_to(found.seeds).as_posix(): path for path in found.files}
    moved: dict[str, tuple[str, Sequence[int]]] = {}
    batches: list[Batch] = []
    for name, (shown, copy) in before.tables.items():
        if name not in paths:
            moved[shown] = "", _Gone()
            continue
        difference = compare(copy, paths[name])
        if difference is None:
            return None
        lines, new = difference
        moved[shown] = str(paths[name]), lines
        problems: list[Problem] = []
        try:
            batches.append(batch_of(_records(new, paths[name], problems), setup.known, setup.shares, problems))
        except UnicodeDecodeError:
            return None
    for name, path in paths.items():
        if name not in before.tables:
            batches.append(read_batch(Span(str(path)), setup.known, setup.shares))
    if any(batch.problems for batch in batches):
        return None
    order = {str(path): place for place, path in enumerate(found.files)}
    return _change(before.ties, batches, moved, order, setup.state)


def _change(
    ties: Iterable[Tie],
    batches: Sequence[Batch],
    moved: Mapping[str, tuple[str, Sequence[int]]],
    order: Mapping[str, int],
    folder: Path,
) -> RowChange | None:
    old = list(ties)
    new = [tie for batch in batches for tie in batch.ties]
    for tie in old:
        name, lines = moved[tie.row.file]
        if lines[tie.row.line]:
            new.append(Tie(tie.key, tie.id, tie.supersedes, Row(name, lines[tie.row.line])))
    new.sort(key=lambda tie: (order[tie.row.file], tie.row.line))
    problems: list[Problem] = []
    check_links((Link(tie.id, tie.supersedes, tie.row) for tie in new), problems)
    if problems:
        return None
    try:
        was, is_ = supersession(old), supersession(new)
    except InputError:
        return None
    others = {id_ for id_ in {*was.row_keys, *is_.row_keys} if was.row_keys.get(id_) != is_.row_keys.get(id_)}
    retied = {tie.key for tie in (*old, *new) if tie.supersedes in others or tie.id in others}
    keys = {*was.supersedes, *is_.supersedes}
    retied |= {key for key in keys if was.supersedes.get(key) != is_.supersedes.get(key)}
    added: dict[int, list[Packed]] = {}
    for batch in batches:
        for share, facts in batch.shares.items():
            added.setdefault(share, []).extend(facts)
    tables.write_ties(folder, new)
    return RowChange(moved, order, added, is_, frozenset(retied | (was.replaced ^ is_.replaced)))


def compare(old: Path, new: Path) -> tuple[Sequence[int], list[tuple[int, bytes]]] | None:
    """For each line of the old table its line in the new one, or 0; and the lines that are new, with their numbers.

    None where lines are in doubt, and where too much is new.
    """
    before, after = old.read_bytes(), new.read_bytes()
    if before == after:
        return range(before.count(b"\n") + 2), [(1, after.split(b"\n", 1)[0])]
    old_lines, new_lines = _lines(before), _lines(after)
    if old_lines is None or new_lines is None or old_lines[0] != new_lines[0]:
        return None
    told = {line: number for number, line in enumerate(old_lines, 1) if not _is_empty(line)}
    if len(told) != sum(not _is_empty(line) for line in old_lines):
        return None
    moved = [0] * (len(old_lines) + 1)
    added = [(1, new_lines[0])]
    last = 1
    for number, line in enumerate(new_lines[1:], 2):
        place = told.get(line, 0)
        if place > last:
            moved[place] = number
            last = place
        elif not _is_empty(line):
            added.append((number, line))
    return (moved, added) if len(added) * _MOST < len(new_lines) + 100 else None


def _is_empty(line: bytes) -> bool:
    return not line.strip(b",;\t \r")


def _lines(data: bytes) -> list[bytes] | None:
    """The lines of a table, each a record, since no cell may hold the end of a line; None where it is odd."""
    if b"\0" in data or data.count(b"\r") != data.count(b"\r\n"):
        return None
    return data.split(b"\n")


def _records(lines: Sequence[tuple[int, bytes]], path: Path, problems: list[Problem]) -> Iterator[Record]:
    """The records of lines, the first of which is the header."""
    (_, first), *rest = lines
    text = first.decode("utf-8-sig")
    delimiter = delimiter_of(text)
    shown = str(path)
    header = [cell.strip() for _, cells in lines_of(text, delimiter, shown, problems) for cell in cells]
    while header and not header[-1]:
        header.pop()
    for number, line in rest:
        cells = lines_of(line.decode(), delimiter, shown, problems, number)
        yield from records_of(cells, header, shown, problems)
