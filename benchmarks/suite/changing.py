"""A change of one fact in a hundred: the build that goes on from the last one beside one that begins anew."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.suite.building import build_once, stages_of
from benchmarks.suite.projects import CHANGED, Asked, Measured, date_anew, two_states
from benchmarks.suite.running import Taken, median_of
from benchmarks.suite.tables import Judged, Table, Target, judged_table, seconds

TARGET = Target(0.15, unit=" ×")
STAGES = ("facts", "quotes", "claims", "inference")
_SAME = (
    *("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "dataset.trig", "index.sqlite", "report.json"),
    *("explorer.html", "network.html"),
)


class Differ(Exception):
    """Going on from the last build left another file than building anew."""


def measure(asked: Asked) -> list[Table]:
    """The table of this part."""
    rows = []
    for project in asked.projects:
        rows += _of_project(project, asked)
    note = (
        f"Of every {CHANGED} facts one differs: a third of them is new, a third gone, a third has another date. "
        "Every file is the same to the byte either way: checked. The three stages are reading, folding, mapping and "
        "loading (`facts`, `claims`) and inference; they are judged by the same stages of a build anew, and by all of "
        "it. A change of this kind makes another network, so that analyses and pages are made again whole; the "
        "`one date` rows have a single date changed, which leaves the network as it is."
    )
    columns = ("facts", "what", "anew", "after the change")
    return [judged_table("A change of 1 %", (*columns, "ratio"), rows, note)]


def _of_project(project: Measured, asked: Asked) -> list[Judged]:
    folder = asked.work / "change"
    before, after = two_states(project.seeds, folder)
    anew: list[Taken] = []
    on: list[Taken] = []
    dated: list[Taken] = []
    for _ in range(asked.repeat):
        for out in ("anew", "last"):
            shutil.rmtree(folder / out, ignore_errors=True)
        anew.append(build_once(after, folder / "anew", "--large", "--full"))
        build_once(before, folder / "last", "--large", "--full")
        on.append(build_once(after, folder / "last", "--large"))
        _check_same(folder / "anew", folder / "last")
        dated.append(build_once(date_anew(after, folder / "dated"), folder / "last", "--large"))
    shutil.rmtree(folder)

    def row(
        what: str,
        stages: tuple[str, ...],
        target: Target | None = None,
        beside: tuple[str, ...] | None = None,
        runs: Sequence[Taken] = on,
    ) -> Judged:
        """Some stages, or all where there are none, after the change and, unless `beside` says other ones, anew."""
        full = _median(anew, stages if beside is None else beside)
        part = _median(runs, stages)
        return Judged((project.name, what, seconds(full), seconds(part)), part / full, target, " ×")

    spent = [median_of(runs, lambda run: run.processors) for runs in (anew, on, dated)]
    processors = [
        Judged((project.name, f"{what}, processors", seconds(spent[0]), seconds(part)), part / spent[0], None, " ×")
        for what, part in (("the whole command", spent[1]), ("one date: the whole command", spent[2]))
    ]
    return [
        row("mapping, inference and loading", STAGES, TARGET),
        row("the same, beside the whole command", STAGES, TARGET, ()),
        *(row(name, (name,)) for name in (*STAGES, "analysis", "validation", "files") if name != "quotes"),
        row("the whole command", ()),
        row("one date: mapping, inference and loading", STAGES, runs=dated),
        row("one date: the whole command", (), runs=dated),
        *processors,
    ]


def _median(runs: Sequence[Taken], stages: Sequence[str]) -> float:
    """Seconds of some stages, or of the whole command."""
    return median_of(runs, lambda run: sum(stages_of(run).get(name, 0.0) for name in stages) if stages else run.wall)


def _check_same(one: Path, other: Path) -> None:
    for name in _SAME:
        if (one / name).read_bytes() != (other / name).read_bytes():
            raise Differ(f"{one / name} and {other / name} differ")
