"""The tables that are measured: made-up projects of any size, a real one, and one that changed by one in a hundred."""

from __future__ import annotations

import csv
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scale.generate import Generator
from benchmarks.suite.running import version_of

CHANGED = 100
"""One fact in so many differs between the two states of a changed project."""


@dataclass(frozen=True)
class Asked:
    """What a call of the benchmarks asks for."""

    sizes: tuple[int, ...]
    repeat: int
    work: Path
    ror: Path | None = None
    quick: bool = False
    peers: str = ""
    """A Python in which morph-kgc is installed, whose requirements clash with ours."""

    @property
    def projects(self) -> list[Measured]:
        """The projects of all sizes, smallest first, or the real one."""
        if self.ror is not None:
            return [Measured("ROR", count_facts(self.ror), self.ror)]
        return [Measured(f"{size:,}", size, made(size, self.work)) for size in sorted(self.sizes)]

    def python_of(self, package: str) -> str:
        """The Python that has a package: this one or that of the peers; empty where none has."""
        if version_of(package):
            return sys.executable
        return self.peers if self.version_of_peer(package) else ""

    def version_of_peer(self, package: str) -> str:
        """The version of a package here, or where the peers are; empty where it is not installed."""
        found = version_of(package)
        if found or not self.peers:
            return found
        code = f"from importlib.metadata import version; print(version({package!r}))"
        told = subprocess.run([self.peers, "-c", code], capture_output=True, text=True, check=False)
        return told.stdout.strip()


@dataclass(frozen=True)
class Measured:
    """A folder of tables, and what it is called in a table."""

    name: str
    facts: int
    seeds: Path


def made(size: int, work: Path) -> Path:
    """The tables of a made-up project of so many facts, written unless they are there."""
    folder = work / f"seeds-{size}"
    if not (folder / "done").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        Generator(size).write(folder)
        (folder / "done").touch()
    return folder


def count_facts(seeds: Path) -> int:
    """How many rows the tables of facts have."""
    total = 0
    for path in seeds.glob("facts/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            total += sum(1 for _ in csv.reader(file)) - 1
    return total


def two_states(seeds: Path, folder: Path) -> tuple[Path, Path]:
    """A project before and after a change: of each hundred facts one is new, gone or dated anew."""
    before, after = folder / "before", folder / "after"
    for state in (before, after):
        shutil.rmtree(state, ignore_errors=True)
        shutil.copytree(seeds, state)
    chance = random.Random(1)  # noqa: S311 (a sample, not a secret)
    for path in sorted(seeds.glob("facts/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
        date = columns.index("from")
        kept: tuple[list[list[str]], list[list[str]]] = ([], [])
        for row in rows:
            kind = int(chance.random() * 3 * CHANGED)
            if kind != 0:
                kept[0].append(row)
            if kind == 1:
                continue
            kept[1].append([*row[:date], "1991", *row[date + 1 :]] if kind == 2 else row)
        for state, found in zip((before, after), kept, strict=True):
            with (state / "facts" / path.name).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([columns, *found])
    return before, after


def date_anew(seeds: Path, folder: Path) -> Path:
    """A copy of a project in which one relation without an end has another beginning."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(seeds, folder)
    path = min(folder.glob("facts/*.csv"))
    with path.open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    from_, until = (columns.index(name) for name in ("from", "until"))
    next(row for row in rows if not row[until])[from_] = "1992"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([columns, *rows])
    return folder
