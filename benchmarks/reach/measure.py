"""How long a command takes on a build, as a process of its own: `measure.py BUILD FROM TO [--runs N] [--only WORD…]`.

FROM and TO name two things that a path joins. Prints a table in Markdown: what the processors took (user and system,
threads included) and what passed on the wall, medians of the runs; what of the former a command takes beyond
`python -c pass`; and the largest memory. The files of the build are read once before: the disk is not measured.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

BARE = (sys.executable, "-c", "pass")


@dataclass(frozen=True)
class Taken:
    """What one process took."""

    processors: float
    wall: float
    megabytes: float
    code: int


def take(call: Sequence[str]) -> Taken:
    """Runs a command to its end, its output thrown away."""
    begun = time.perf_counter()
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    return Taken(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, process.returncode)


def calls(start: str, end: str, folder: Path) -> dict[str, tuple[str, ...]]:
    """What is measured, by what it is called in the table."""
    page = str(folder / "around.html")
    return {
        "find: a name": ("find", start),
        "find: a name in small letters": ("find", start.lower()),
        "find: a part of many names": ("find", "univ"),
        "find: two slips of the finger": ("find", f"{start[:3]}{start[4:-2]}{start[-1:]}"),
        "find: in another language": ("find", "нефтяной университет"),
        "find: nothing": ("find", "qqqqqqqqqqq"),
        "show": ("show", start),
        "timeline": ("timeline", start),
        "path": ("path", start, end),
        "path -k 5": ("path", start, end, "-k", "5"),
        "path --partners": ("path", start, end, "--partners"),
        "path --by strength": ("path", start, end, "--by", "strength"),
        "connect": ("connect", start, end),
        "view NAME": ("view", start, "--no-open", "--out", page),
        "rank --by degree": ("rank", "--by", "degree"),
        "rank --by pagerank": ("rank", "--by", "pagerank"),
        "rank (betweenness, exact)": ("rank",),
        "rank --approximate 0.02": ("rank", "--approximate", "0.02"),
        "groups": ("groups",),
        "brokers": ("brokers",),
        "without NAME": ("without", start),
    }


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("start")
    parser.add_argument("end")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=())
    options = parser.parse_args()
    for file in (path for path in options.build.rglob("*") if path.is_file()):
        file.read_bytes()
    bare = [take(BARE) for _ in range(options.runs)]
    nothing = statistics.median(taken.processors for taken in bare)
    print(f"`python -c pass`: {nothing * 1000:.0f} ms of processors, {_wall(bare) * 1000:.0f} ms on the wall\n")
    print("| command | processors, ms | beyond `pass`, ms | wall, ms | MB | exit |\n|---|---:|---:|---:|---:|---:|")
    for name, arguments in calls(options.start, options.end, options.build.parent).items():
        if options.only and not any(word in name for word in options.only):
            continue
        call = (sys.executable, "-m", "kg", *arguments, "--build", str(options.build))
        taken = [take(call) for _ in range(options.runs)]
        processors = statistics.median(each.processors for each in taken)
        print(
            f"| {name} | {processors * 1000:,.0f} | {(processors - nothing) * 1000:,.0f} | {_wall(taken) * 1000:,.0f} |"
            f" {max(each.megabytes for each in taken):,.0f} | {taken[-1].code} |",
            flush=True,
        )


def _wall(taken: Sequence[Taken]) -> float:
    return statistics.median(each.wall for each in taken)


if __name__ == "__main__":
    main()
