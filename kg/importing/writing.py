"""The tables of an import, what was set aside, and what changed since the last one."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from kg.importing.formats import Input
from kg.importing.settling import FactRow, Settling
from kg.importing.sources import COLUMNS as SOURCE_COLUMNS
from kg.importing.staging import Stage

ENTITY_COLUMNS = ("id", "class", "kind", "identifiers")
NAME_COLUMNS = ("entity", "language", "name", "rank", "source")
FACT_COLUMNS = ("subject", "predicate", "object", "from", "until", "source", "quote", "record")
REJECTED = "rejected"


@dataclass(frozen=True)
class Difference:
    """How many rows of a table are new, gone, or told otherwise, against the import before."""

    added: int
    removed: int
    changed: int


@contextmanager
def _writer(path: Path) -> Iterator[Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        yield csv.writer(file, lineterminator="\n")


def write_tables(
    folder: Path,
    settling: Settling,
    sources: Mapping[str, Mapping[str, str]],
    name: str,
    extra: Sequence[str],
) -> None:
    """Writes `entities.csv`, `names.csv`, `facts/NAME.csv` and `sources.csv`; `extra` are further columns of facts."""
    with _writer(folder / "entities.csv") as out:
        out.writerow(ENTITY_COLUMNS)
        out.writerows(settling.things())
    with _writer(folder / "names.csv") as out:
        out.writerow(NAME_COLUMNS)
        out.writerows(settling.names())
    columns = (*FACT_COLUMNS, *extra)
    with _writer(folder / "facts" / f"{name}.csv") as out:
        out.writerow(columns)
        out.writerows(_cells(row, columns) for row in settling.facts())
    with _writer(folder / "sources.csv") as out:
        out.writerow(SOURCE_COLUMNS)
        out.writerows([row.get(column, "") for column in SOURCE_COLUMNS] for _, row in sorted(sources.items()))


def _cells(row: FactRow, columns: Sequence[str]) -> list[str]:
    cells = row.cells()
    return [cells.get(column, "") for column in columns]


def set_aside(stage: Stage, input_: int) -> Iterator[tuple[int, list[str]]]:
    """Line and reasons of each row of an input that is set aside, by line."""
    stage.flush()
    rows = stage.rows(f"SELECT DISTINCT line, reason FROM aside WHERE input = {int(input_)} ORDER BY line, rowid")  # noqa: S608
    for line, group in groupby(rows, itemgetter(0)):
        yield line, list(dict.fromkeys(reason.rstrip(".") for _, reason in group))


def write_rejected(path: Path, input_: Input, asides: Iterator[tuple[int, list[str]]]) -> None:
    """Writes the rows that are set aside as they were, with line and reason before them, if there are any."""
    waiting = next(asides, None)
    if waiting is None:
        return
    with _writer(path) as out:
        out.writerow(("file", "line", "reason", *input_.header))
        for row in input_.rows():
            if waiting is not None and row.line == waiting[0]:
                out.writerow((input_.shown, row.line, "; ".join(waiting[1]), *row.cells))
                waiting = next(asides, None)
                if waiting is None:
                    return


def difference(old: Path, new: Path, name: str) -> dict[str, Difference]:
    """What changed in each table since the import that is in `old`; empty if there is none."""
    if not (old / "entities.csv").is_file():
        return {}
    return {
        "things": _difference(old / "entities.csv", new / "entities.csv", 1),
        "names": _difference(old / "names.csv", new / "names.csv", 3),
        "facts": _difference(old / "facts" / f"{name}.csv", new / "facts" / f"{name}.csv", 3),
    }


def _difference(old: Path, new: Path, width: int) -> Difference:
    """Both tables are sorted by their first column; a row is known again by its first `width` cells."""
    added = removed = changed = 0
    for before, after in _paired(_groups(old), _groups(new)):
        was, now = _keyed(before, width), _keyed(after, width)
        added += sum(len(now[key] - was.get(key, set())) for key in now)
        removed += sum(len(was[key] - now.get(key, set())) for key in was)
        for key in was.keys() & now.keys():
            told_otherwise = min(len(now[key] - was[key]), len(was[key] - now[key]))
            added, removed, changed = added - told_otherwise, removed - told_otherwise, changed + told_otherwise
    return Difference(added, removed, changed)


def _keyed(rows: Iterable[tuple[str, ...]], width: int) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for row in rows:
        found.setdefault(row[:width], set()).add(row)
    return found


def _groups(path: Path) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    if not path.is_file():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        for key, group in groupby(rows, itemgetter(0)):
            yield key, [tuple(row) for row in group]


def _paired(
    old: Iterator[tuple[str, list[tuple[str, ...]]]], new: Iterator[tuple[str, list[tuple[str, ...]]]]
) -> Iterator[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]]:
    one, other = next(old, None), next(new, None)
    while one or other:
        if other is None or (one is not None and one[0] < other[0]):
            assert one is not None
            yield one[1], []
            one = next(old, None)
        elif one is None or other[0] < one[0]:
            yield [], other[1]
            other = next(new, None)
        else:
            yield one[1], other[1]
            one, other = next(old, None), next(new, None)
