"""Builds beside Oxigraph's own bulk load of the same statements; how time grows with the facts; memory."""

from __future__ import annotations

import itertools
import json
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.suite.projects import Asked, Measured
from benchmarks.suite.running import Taken, median_of, program, python, take
from benchmarks.suite.tables import Judged, Table, Target, amount, judged_table, seconds

TO_STORE = ("start", "ontology", "facts", "quotes", "claims", "store")
"""The stages of a build that bring facts into the store, imports included."""
CONCLUDING = (*TO_STORE, "inference", "validation")
BESIDE = "analysis"
"""In a streaming build, whose store is no stage of its own, shapes are judged while the network is analysed."""
_FILES = (
    "A streaming build (from some 40,000 facts on) loads the store within `claims`, a small one writes it last "
    "(`store`). `files` are Turtle, TriG, the index of names, the pages; a streaming build writes the index and judges "
    "shapes within `analysis`, and begins the pages within `validation`."
)
MEMORY = Target(4, unit=" GiB")
GROWTH = Target(11, unit=" ×")
PLAIN, WHOLE = Target(2.0, unit=" ×"), Target(3.5, unit=" ×")


@dataclass(frozen=True)
class Built:
    """Runs of one kind of build of a project, and of Oxigraph's load of what came of it."""

    project: Measured
    inference: bool
    runs: Sequence[Taken]
    loads: Sequence[Taken]
    quads: int

    def staged(self, stages: Sequence[str]) -> float:
        """Seconds of some stages, the median of the runs."""
        return statistics.median(sum(stages_of(run).get(name, 0.0) for name in stages) for run in self.runs)

    @property
    def judged(self) -> float:
        """Seconds from the tables to a store that answers: what the target is about."""
        if not self.inference:
            return self.staged(TO_STORE)
        streams = not any("store" in stages_of(run) for run in self.runs)
        return self.staged((*CONCLUDING, BESIDE) if streams else CONCLUDING)


def stages_of(run: Taken) -> dict[str, float]:
    """Seconds of each stage of a build."""
    found = json.loads(run.output.splitlines()[-1])["stages"]
    assert isinstance(found, dict)
    return found


def build_once(seeds: Path, out: Path, *flags: str) -> Taken:
    """One build, anew."""
    return take(python("benchmarks.suite.building_once", seeds, out, *flags), memory=True)


def built(project: Measured, asked: Asked, *, inference: bool) -> Built:
    """Builds a project and loads the same statements, as often as asked, in turn."""
    out, theirs, file = (asked.work / name for name in ("build", "oxigraph", "all.nq"))
    runs, loads = [], []
    for number in range(asked.repeat):
        shutil.rmtree(out, ignore_errors=True)
        runs.append(build_once(project.seeds, out, *([] if inference else ["--no-inference"])))
        if number == 0:
            store = Store.read_only(str(out / "store"))
            store.dump(file, RdfFormat.N_QUADS)
            quads = len(store)
            del store
        shutil.rmtree(theirs, ignore_errors=True)
        loads.append(take([program("oxigraph"), "load", "--location", str(theirs), "--file", str(file)], memory=True))
    for path in (out, theirs):
        shutil.rmtree(path, ignore_errors=True)
    file.unlink()
    return Built(project, inference, runs, loads, quads)


def measure(asked: Asked) -> list[Table]:
    """The tables of this part."""
    found = [built(project, asked, inference=way) for project in asked.projects for way in (False, True)]
    tables = [_beside_load(found), _stages(found), _memory(found)]
    if len(asked.sizes) > 1 and asked.ror is None:
        tables.insert(2, _growth(found))
    return tables


def _name(build: Built) -> str:
    return "with inference and validation" if build.inference else "without inference"


def _beside_load(found: Sequence[Built]) -> Table:
    rows = []
    for build in found:
        load = median_of(build.loads)
        what = (build.project.name, _name(build), f"{build.quads:,}", seconds(build.judged), seconds(load))
        rows.append(Judged(what, build.judged / load, WHOLE if build.inference else PLAIN, " ×"))
    note = (
        "From the tables to the store on disk, imports and checks of every row included; files are in the next table, "
        "as are the analyses of a small build: a streaming one validates beside them, so that they count. Beside it "
        "`oxigraph load` of all quads of that store, from one file of N-Quads."
    )
    columns = ("facts", "build", "quads", "kg", "oxigraph load", "kg ÷ load")
    return judged_table("The build into the store, beside Oxigraph's bulk load", columns, rows, note)


def _stages(found: Sequence[Built]) -> Table:
    names = ("start", "ontology", "facts", "claims", "inference", "analysis", "validation", "store", "files")
    rows = []
    for build in found:
        whole, processors = median_of(build.runs), median_of(build.runs, lambda run: run.processors)
        stages = (seconds(build.staged([name])) for name in names)
        load = median_of(build.loads)
        rows.append(
            (build.project.name, _name(build), *stages, seconds(whole), f"{whole / load:.1f} ×", seconds(processors))
        )
    columns = ("facts", "build", *names, "whole command", "÷ load", "processors")
    return Table("Where a build's time goes", columns, rows, _FILES)


def _growth(found: Sequence[Built]) -> Table:
    rows = []
    for way in (False, True):
        builds = [build for build in found if build.inference == way]
        for small, large in itertools.pairwise(builds):
            times = large.project.facts / small.project.facts
            target = GROWTH if times == 10 else None
            for what, ratio in (
                ("into the store", large.judged / small.judged),
                ("whole command", median_of(large.runs) / median_of(small.runs)),
                ("oxigraph load", median_of(large.loads) / median_of(small.loads)),
            ):
                step = f"{small.project.name} to {large.project.name}"
                rows.append(Judged((step, _name(small), what), ratio, None if "oxigraph" in what else target, " ×"))
    return judged_table("Growth: ten times the facts", ("facts", "build", "what", "times as long"), rows)


def _memory(found: Sequence[Built]) -> Table:
    rows = []
    for build in found:
        peak, theirs = (max(run.peak for run in runs) for runs in (build.runs, build.loads))
        rows.append(Judged((build.project.name, _name(build), f"{amount(theirs)} GiB"), peak, MEMORY, " GiB"))
    note = "The largest sum of all processes of a run, the most of the runs; the target is for a million facts."
    return judged_table("Memory", ("facts", "build", "oxigraph load", "kg"), rows, note)
