"""A change of one fact in a hundred: the build that goes on from the last one beside one that begins anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.suite.building import build_once, stages_of
from benchmarks.suite.projects import CHANGED, Asked, Measured, two_states
from benchmarks.suite.running import Taken, median_of
from benchmarks.suite.tables import Judged, Table, Target, judged_table, seconds

TARGET = Target(0.15, unit=" ×")
STAGES = ("facts", "quotes", "claims", "inference")
_SAME = ("graph.ttl", "claims.ttl", "inferred.ttl")


class Differ(Exception):
    """Going on from the last build gave another graph than building anew."""


def measure(asked: Asked) -> list[Table]:
    """The table of this part."""
    rows = []
    for project in asked.projects:
        rows += _of_project(project, asked)
    note = (
        f"Of every {CHANGED} facts one differs: a third of them is new, a third gone, a third has another date. "
        "The same graphs come of both ways: checked. The named stages are reading, folding, mapping and loading "
        "(`facts`, `claims`) and inference."
    )
    columns = ("facts", "what", "anew", "after the change")
    return [judged_table("A change of 1 %", (*columns, "ratio"), rows, note)]


def _of_project(project: Measured, asked: Asked) -> list[Judged]:
    folder = asked.work / "change"
    before, after = two_states(project.seeds, folder)
    anew: list[Taken] = []
    on: list[Taken] = []
    for _ in range(asked.repeat):
        for out in ("anew", "last"):
            shutil.rmtree(folder / out, ignore_errors=True)
        anew.append(build_once(after, folder / "anew", "--large", "--full"))
        build_once(before, folder / "last", "--large", "--full")
        on.append(build_once(after, folder / "last", "--large"))
        _check_same(folder / "anew", folder / "last")
    shutil.rmtree(folder)

    def row(what: str, stages: tuple[str, ...], target: Target | None) -> Judged:
        full, part = (
            median_of(runs, lambda run: sum(stages_of(run).get(name, 0.0) for name in stages) if stages else run.wall)
            for runs in (anew, on)
        )
        return Judged((project.name, what, seconds(full), seconds(part)), part / full, target, " ×")

    spent = [median_of(runs, lambda run: run.processors) for runs in (anew, on)]
    processors = Judged(
        (project.name, "the whole command, processors", *map(seconds, spent)), spent[1] / spent[0], None, " ×"
    )
    return [
        row("mapping, inference and loading", STAGES, TARGET),
        *(row(name, (name,), None) for name in (*STAGES, "analysis", "validation", "files") if name != "quotes"),
        row("the whole command", (), None),
        processors,
    ]


def _check_same(one: Path, other: Path) -> None:
    for name in _SAME:
        if (one / name).read_bytes() != (other / name).read_bytes():
            raise Differ(f"{one / name} and {other / name} differ")
