"""kg maps the tables of a project: `python -m benchmarks.suite.by_kg SEEDS OUT`; N-Quads in one file or several.

Reading, checks of every row, folding and lines as a build makes them, by one process or, where a build streams, by as
many as there are processors. What else a build makes of claims while it has them (Turtle, what the next one goes on
from) is no part of it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build import LARGE_BYTES, facts_size, read_facts
from kg.facts.claims import to_claims
from kg.facts.problems import InputError, Problem
from kg.rdf.mapping import Mapper, to_lines
from kg.rdf.ontology import Ontology
from kg.resources import Resources

if TYPE_CHECKING:
    from kg.large.pieces import Setup
    from kg.large.shares import Share


def main(seeds: Path, out: Path) -> None:
    """Maps and writes."""
    ontology = Resources.shipped().read_ontology()
    if facts_size(seeds) > LARGE_BYTES:
        stream(seeds, out, ontology)
        return
    project = read_facts(seeds, None, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema).claims
    write(out / "all.nq", to_lines(project, claims, Mapper(ontology.schema)))


def stream(seeds: Path, out: Path, ontology: Ontology) -> None:
    """The same share by share."""
    from kg.large.mapping import map_things, read_input, read_rows, set_up, shares_of
    from kg.large.workers import Workers, processors

    work, kept = out / "work", out / "kept"
    work.mkdir()
    kept.mkdir()
    found = read_input(seeds, None, ontology)
    setup = set_up(found, work, kept)
    with Workers(processors(), setup) as workers:
        pending = [workers.submit(map_share, share) for share in shares_of(read_rows(found, setup, workers), setup)]
        map_things(found, setup)
        problems = [problem for future in pending for problem in future.result()]
    if problems:
        raise InputError(problems)
    for path in (*work.glob("*.nq"), kept / "things"):
        path.rename(out / f"{path.stem}.nq")
    shutil.rmtree(work)
    shutil.rmtree(kept)


def map_share(setup: Setup, share: Share) -> list[Problem]:
    """The claims of a share, folded and written."""
    from kg.large.shares import fold_packed, packed_of

    problems: list[Problem] = []
    claims = fold_packed(packed_of(setup, share), setup, share.ties, problems)
    lines = (line for claim in claims for line in setup.mapper.claim(claim))
    write(setup.folder / f"quads-{share.number}.nq", lines)
    return problems


def write(path: Path, lines: Iterable[str]) -> None:
    """Writes lines at once."""
    path.write_bytes("".join(lines).encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
