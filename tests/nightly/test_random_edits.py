"""Ten thousand careless edits: `make test-nightly`."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from kg.facts.changes import Fate, Kind, ThingKind
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.random_edits import Outcome, run_edits

EDITS = 10_000
RUNS = 10


def test_no_edit_crashes_or_loses_a_claim(tiny: Path, tmp_path: Path) -> None:
    ontology = Ontology(Resources.shipped().ontology)
    tally = Counter[Outcome]()
    for seed in range(RUNS):
        folder = shutil.copytree(tiny, tmp_path / f"run {seed}")
        tally += run_edits(folder, ontology, EDITS // RUNS, seed)
    print({getattr(outcome, "value", outcome): count for outcome, count in tally.items()})
    assert tally["refused"] + tally["equal"] + tally["differing"] == EDITS
    assert min(tally["refused"], tally["equal"], tally["differing"]) > EDITS // 20
    unseen = {outcome for outcome in (*Fate, *Kind, *ThingKind) if not tally[outcome]}
    assert unseen <= {ThingKind.REGROUPED}, "edits of every kind are made; a merge and a split of one at once are rare"
