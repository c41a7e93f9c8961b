"""One build in a process of its own: `python -m benchmarks.suite.building_once SEEDS OUT [--no-inference] [--full]`.

Prints the seconds of each stage as JSON; what came before the first stage is the imports.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from kg.build import Way, build


def main() -> None:
    """Builds."""
    start = time.perf_counter()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--no-inference", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--large", action="store_true", help="stream, however few the facts")
    options = parser.parse_args()
    stages: dict[str, float] = {}
    running: list[tuple[str, float]] = [("start", start)]

    def begin(stage: str) -> None:
        name, since = running[-1]
        stages[name] = stages.get(name, 0.0) + time.perf_counter() - since
        running.append((stage, time.perf_counter()))

    way = Way(inference=not options.no_inference, full=options.full, large=True if options.large else None)
    _, report = build(options.seeds, options.out, progress=begin, way=way)
    begin("end")
    print(json.dumps({"stages": stages, "violations": len(report.violations)}))


if __name__ == "__main__":
    main()
