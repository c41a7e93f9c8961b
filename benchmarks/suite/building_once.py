"""One build in a process of its own: `python -m benchmarks.suite.building_once SEEDS OUT [--no-inference] [--full]`.

Prints the seconds of each stage as JSON. A small build writes its store among the files: a stage of its own here.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

BEGUN = time.perf_counter()

import kg.build as job  # noqa: E402
from kg.rdf.store import Dataset, write_store  # noqa: E402


def main() -> None:
    """Builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--no-inference", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--large", action="store_true", help="stream, however few the facts")
    options = parser.parse_args()
    stages: dict[str, float] = {}
    running: list[tuple[str, float]] = [("start", BEGUN)]

    def begin(stage: str) -> None:
        name, since = running[-1]
        stages[name] = stages.get(name, 0.0) + time.perf_counter() - since
        running.append((stage, time.perf_counter()))

    def write_timed(store: Dataset, folder: Path) -> None:
        last = running[-1][0]
        begin("store")
        write_store(store, folder)
        begin(last)

    vars(job)["write_store"] = write_timed
    way = job.Way(inference=not options.no_inference, full=options.full, large=True if options.large else None)
    _, report = job.build(options.seeds, options.out, progress=begin, way=way)
    begin("end")
    print(json.dumps({"stages": stages, "violations": len(report.violations)}))


if __name__ == "__main__":
    main()
