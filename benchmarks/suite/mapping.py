"""Mapping beside morph-kgc and maplib: from tables to a file of the same triples."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.suite.flat import Flattened
from benchmarks.suite.projects import Asked, Measured
from benchmarks.suite.rules import write_rules
from benchmarks.suite.running import Taken, cores, median_of, python, take
from benchmarks.suite.tables import Judged, Table, Target, judged_table, seconds

FIVE_TIMES, AS_FAST = Target(5, at_least=True, unit=" ×"), Target(1, at_least=True, unit=" ×")
_PACKAGES = ("morph-kgc", "maplib")
_BITS = 128


class Differ(Exception):
    """Two tools did not say the same."""


def measure(asked: Asked) -> list[Table]:
    """The table of this part."""
    rows: list[Judged] = []
    for project in asked.projects:
        rows += _of_project(project, asked)
    note = (
        "Each tool from its start to its end. kg reads the project's own tables, checks every row, folds what several "
        "sources tell into claims and works out their keys; morph-kgc and maplib read flat tables in which all of that "
        "is done. All wrote so many triples, and the same ones: checked."
    )
    columns = ("facts", "by", "triples", "time", "processors", "time ÷ kg")
    return [judged_table("Tables to triples", columns, rows, note)]


def _of_project(project: Measured, asked: Asked) -> Iterator[Judged]:
    ours, flat = _fresh(asked.work / "mapped"), _fresh(asked.work / "flat")
    runs: dict[str, list[Taken]] = {"kg": []}
    outputs = {name: _fresh(asked.work / f"mapped-{name}") for name in _PACKAGES if asked.python_of(name)}
    total = 0
    for number in range(asked.repeat):
        _fresh(ours)
        runs["kg"].append(take(python("benchmarks.suite.by_kg", project.seeds, ours)))
        if number == 0:
            sheets = Flattened(flat)
            used = sheets.write(lines_of(ours.glob("*.nq")))
            write_rules([sheet for sheet in used if _has_rows(flat / f"{sheet.name}.csv")], flat)
            total, digest = said(lines_of(ours.glob("*.nq")))
        for name, out in outputs.items():
            _fresh(out)
            runs.setdefault(name, []).append(take([asked.python_of(name), *_CALLS[name](flat, out)]))
            if number == 0 and (found := said(lines_of(out.rglob("*.n?")))) != (total, digest):
                raise Differ(f"{name} made {found[0]:,} triples, kg {total:,}, and they are not the same; see {out}")
    kg = median_of(runs["kg"])
    for name in ("kg", *_PACKAGES):
        if name not in runs:
            yield Judged((project.name, f"{name}, not installed", "", "", ""), None)
            continue
        wall, spent = median_of(runs[name]), median_of(runs[name], lambda run: run.processors)
        target = {"morph-kgc": FIVE_TIMES, "maplib": AS_FAST}.get(name)
        yield Judged((project.name, name, f"{total:,}", seconds(wall), seconds(spent)), wall / kg, target, " ×")
    for folder in (ours, flat, *outputs.values()):
        shutil.rmtree(folder)


def _morph_kgc(flat: Path, out: Path) -> Sequence[str]:
    """morph-kgc by its command line: its own partitions of the mapping, a process for each processor."""
    settings = flat / "morph-kgc.ini"
    settings.write_text(
        f"[CONFIGURATION]\noutput_dir={out}\noutput_format=N-QUADS\nnumber_of_processes={cores()}\n"
        f"na_values=,\nlogging_level=WARNING\n\n[tables]\nmappings={flat / 'rules.rml.ttl'}\n",
        encoding="utf-8",
    )
    return "-m", "morph_kgc", str(settings)


def _maplib(flat: Path, out: Path) -> Sequence[str]:
    return "-m", "benchmarks.suite.by_maplib", str(flat), str(out)


_CALLS: dict[str, Callable[[Path, Path], Sequence[str]]] = {"morph-kgc": _morph_kgc, "maplib": _maplib}


def lines_of(files: Iterable[Path]) -> Iterator[str]:
    """The lines of some files."""
    for path in sorted(files):
        with path.open(encoding="utf-8", newline="\n") as file:
            yield from file


def said(lines: Iterable[str]) -> tuple[int, int]:
    """How many statements lines make, and a number that is the same for the same set of triples.

    The sum of the digests of all: no order matters, and a line that stands twice counts twice. Graphs are left aside,
    since maplib writes none, and literals are compared by what they stand for.
    """
    from pyoxigraph import RdfFormat, parse

    count = total = 0
    batch: list[str] = []

    def add() -> None:
        nonlocal count, total
        for quad in parse("".join(batch).encode(), RdfFormat.N_QUADS, lenient=True):
            count += 1
            told = str(quad.triple).encode()
            total = (total + int.from_bytes(hashlib.blake2b(told, digest_size=_BITS // 8).digest())) % 2**_BITS
        batch.clear()

    for line in lines:
        batch.append(line)
        if len(batch) == 10_000:
            add()
    add()
    return count, total


def _has_rows(path: Path) -> bool:
    with path.open(encoding="utf-8") as file:
        return sum(1 for _, _ in zip(file, range(2), strict=False)) > 1


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
