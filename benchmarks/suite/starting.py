"""How long a command takes from nothing: beside a bare interpreter, and to find a name."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

from benchmarks.suite.projects import Asked
from benchmarks.suite.running import ROOT, median_of, take
from benchmarks.suite.tables import Judged, Table, Target, judged_table, seconds

HELP, FIND = Target(15, unit=" ×"), Target(0.4, unit=" s")
_RUNS = 20


def measure(asked: Asked) -> list[Table]:
    """The table of this part."""
    kg = [sys.executable, "-m", "kg"]
    out = asked.work / "build-seeds"
    shutil.rmtree(out, ignore_errors=True)
    take([*kg, "build", "--seeds", str(ROOT / "seeds"), "--out", str(out)])
    calls: dict[str, Sequence[str]] = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "kg --help": [*kg, "--help"],
        "kg find SOCAR": [*kg, "find", "SOCAR", "--build", str(out)],
        "kg find, nothing found": [*kg, "find", "qqqqqqqqqqq", "--build", str(out)],
        "kg show SOCAR": [*kg, "show", "SOCAR", "--build", str(out)],
        "kg path SOCAR WEF": [*kg, "path", "SOCAR", "WEF", "--build", str(out)],
    }
    number = 3 if asked.quick else _RUNS
    runs = {name: [take(call) for _ in range(number)] for name, call in calls.items()}
    shutil.rmtree(out)
    times = {name: median_of(found) for name, found in runs.items()}
    bare = times["python -c pass"]
    rows = []
    for name, taken in times.items():
        beyond = seconds(max(0.0, taken - bare))
        if name.startswith("kg find"):
            rows.append(Judged((f"`{name}`", beyond, f"{taken / bare:.1f} ×"), taken, FIND, " s"))
        else:
            rows.append(Judged((f"`{name}`", beyond, f"{taken / bare:.1f} ×"), taken, None, " s"))
    rows.append(Judged(("`kg --help` ÷ `python -c pass`", "", ""), times["kg --help"] / bare, HELP, " ×"))
    note = f"Whole processes, the medians of {number} runs each, on a build of the shipped facts."
    return [judged_table("From a cold start", ("call", "beyond the interpreter", "÷ pass", "time"), rows, note)]
