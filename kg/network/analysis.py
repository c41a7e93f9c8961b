"""Results of the analyses as triples, so that SPARQL can rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad

from kg.network.centrality import DIGITS, Measure, Score
from kg.rdf.vocabulary import SCORE, TYPE, XSD, GraphName, term, thing


def score_quads(scores: Mapping[Measure, Iterable[Score]]) -> Iterator[Quad]:
    """A `kg:Score` for each node and measure, in the analysis graph."""
    graph = GraphName.ANALYSIS.node
    engine = Literal(f"networkx {nx.__version__}")
    for measure, ranking in scores.items():
        for score in ranking:
            node = NamedNode(f"{SCORE}{measure.value}/{score.node}")
            value = f"{score.value:.{DIGITS}f}".rstrip("0").rstrip(".")
            yield Quad(node, TYPE, term("Score"), graph)
            yield Quad(node, term("scoreOf"), thing(score.node), graph)
            yield Quad(node, term("measure"), Literal(measure.value), graph)
            yield Quad(node, term("value"), Literal(value, datatype=NamedNode(XSD + "decimal")), graph)
            position = Literal(str(score.position), datatype=NamedNode(XSD + "integer"))
            yield Quad(node, term("position"), position, graph)
            yield Quad(node, term("engine"), engine, graph)
