"""How long it takes to block and to compare the names of a project; see RESULTS.md, "Speed".

Run `python benchmarks/names/speed.py SEEDS [--names 100000] [--workers 2]`. Time of the clock stands beside that of the
processors, which a busy machine stretches less.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from kg.facts.names.blocking import candidate_pairs
from kg.facts.names.hands import Hands
from kg.facts.names.resemblance import Context
from kg.facts.reading import read_project
from kg.resources import Resources


def main() -> None:
    """Reads as many things as have so many names, and blocks them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    ontology = Resources.shipped().read_ontology()
    project = read_project(options.seeds, ontology.schema, ontology.shapes)
    listed, names = [], 0
    for key in sorted(project.entities, reverse=True):
        if names >= options.names:
            break
        listed.append(project.entities[key])
        names += len(project.entities[key].names)
    listed.sort(key=lambda entity: entity.id)
    chosen = {entity.id: entity for entity in listed}
    clock, used = time.perf_counter(), _processor()
    with Hands(chosen, Context(ontology.schema), options.workers, quick=True) as hands:
        keyed = dict(hands.keys([entity.id for entity in listed]))
    read = time.perf_counter()
    pairs = candidate_pairs(listed, keys=[keyed[place] for place in range(len(listed))])
    done = time.perf_counter()
    print(f"{names} names of {len(listed)} things, {options.workers} workers, load {os.getloadavg()[0]:.1f}")
    print(f"blocked into {len(pairs)} pairs in {done - clock:.1f} s by the clock ({read - clock:.1f} s of it reading)")
    print(f"processor time of all processes: {_processor() - used:.1f} s")


def _processor() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
