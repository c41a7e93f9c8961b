"""What the analyses of a large network leave in the graph."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from kg.network import analysis
from kg.network.analysis import score_lines
from kg.network.centrality import Measure, Score
from kg.rdf.mapping import quads_of
from kg.rdf.vocabulary import term, thing


def test_of_many_nodes_the_first_are_written_and_the_parameters_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ranking = [Score(f"n{place}", 1.0 / place, place) for place in range(1, 8)]
    whole = list(quads_of(score_lines({Measure.DEGREE: ranking})))
    monkeypatch.setattr(analysis, "MOST", 3)
    first = list(quads_of(score_lines({Measure.DEGREE: ranking})))
    scored = [quad.object for quad in first if quad.predicate == term("scoreOf")]
    assert scored == [thing("n1"), thing("n2"), thing("n3")]
    told = {quad.object for quad in first if quad.predicate == term("parameters")}
    assert told == {Literal("directed=false weighted=false first=3")}
    others = {quad for quad in whole if isinstance(quad.object, Literal) and "first=" in quad.object.value}
    assert others == set() and len(whole) * 3 == len(first) * 7
