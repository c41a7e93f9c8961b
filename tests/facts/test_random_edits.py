"""Two hundred careless edits; ten thousand are in `tests/nightly`."""

from __future__ import annotations

from pathlib import Path

from kg.facts.changes import Fate, Kind
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.random_edits import run_edits


def test_no_edit_crashes_or_loses_a_claim(tiny: Path) -> None:
    tally = run_edits(tiny, Ontology(Resources.shipped().ontology), 200, seed=11)
    assert tally["refused"] + tally["equal"] + tally["differing"] == 200
    assert tally["differing"] >= 40
    assert all(tally[outcome] for outcome in (*Fate, Kind.REDATED, Kind.MOVED, Kind.GAINED, Kind.LOST))
