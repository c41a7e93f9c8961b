"""kg maps the tables of a project: `python -m benchmarks.suite.by_kg SEEDS OUT`; N-Quads in several files.

Reading, checks of every row, folding and mapping as a build does them, by as many processes as there are processors.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from kg.facts.problems import InputError
from kg.large.mapping import map_things, read_input, read_rows, set_up, shares_of
from kg.large.shares import map_share
from kg.large.workers import Workers, processors
from kg.resources import Resources


def main(seeds: Path, out: Path) -> None:
    """Maps and writes."""
    work, kept = out / "work", out / "kept"
    work.mkdir()
    kept.mkdir()
    found = read_input(seeds, None, Resources.shipped().read_ontology())
    setup = set_up(found, work, kept)
    with Workers(processors(), setup) as workers:
        dealt = shares_of(read_rows(found, setup, workers), setup)
        pending = [workers.submit(map_share, share) for share in dealt]
        map_things(found, setup)
        shares = [future.result() for future in pending]
    problems = [problem for share in shares for problem in share.problems]
    if problems:
        raise InputError(problems)
    for share in shares:
        (work / share.file).rename(out / f"{share.file}.nq")
    (kept / "things").rename(out / "things.nq")
    shutil.rmtree(work)
    shutil.rmtree(kept)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
