"""What the explorer's picture is made of: places, groups, ranks and countries, computed here and seeded."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
from pyoxigraph import Literal, NamedNode, Triple

from kg.network.centrality import Measure
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.rdf.part import Part
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import GraphName, local_name, term, thing
from kg.views import layout
from kg.views.labels import box, distinct_labels
from kg.views.words import LANGUAGES

RANK_STEPS = 99
"""Ranks are told to the picture in so many steps: enough for the sizes of dots."""
_STEPS_TO_A_COUNTRY = 4


@dataclass(frozen=True)
class Picture:
    """Of each thing that has a tie its place (whole pixels at scale 1), and the groups, the largest first."""

    places: Mapping[str, tuple[int, int]]
    groups: Sequence[Sequence[str]]


def picture(catalogue: Catalogue) -> Picture:
    """The picture of the ties between things."""
    network = to_network(catalogue)
    drawn = network.subgraph([node for node in sorted(network) if network.degree(node)])
    groups = layout.groups(drawn)
    labels = [
        distinct_labels({node: catalogue.entities[node].label(code) for node in sorted(drawn)}) for code in LANGUAGES
    ]
    boxes = {node: box([by[node] for by in labels], _radius(drawn, node), 13) for node in sorted(drawn)}
    return Picture(layout.positions(drawn, boxes, groups), groups)


def _radius(network: nx.MultiDiGraph[str], node: str) -> int:
    return round(5 + 4.3 * math.sqrt(min(network.degree(node), 60)))


def ranks(catalogue: Catalogue) -> dict[str, dict[str, int]]:
    """For each centrality measure of the analysis its values by thing, the largest of a measure being 99."""
    about: dict[str, dict[str, str]] = {}
    for triple in _score_triples(catalogue):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            row = about.setdefault(triple.subject.value, {})
            row[local_name(triple.predicate.value)] = triple.object.value
    values: dict[str, dict[str, float]] = {}
    for row in about.values():
        if {"scoreOf", "measure", "value"} <= row.keys():
            values.setdefault(row["measure"], {})[local_name(row["scoreOf"])] = float(row["value"])
    return {measure.value: _in_steps(values[measure.value]) for measure in Measure if measure.value in values}


def _score_triples(catalogue: Catalogue) -> Iterator[Triple]:
    """What the analysis graph says; of a part of a catalogue, what it says of the scores of its things."""
    if not isinstance(catalogue, Part):
        yield from graph_triples(catalogue.store, GraphName.ANALYSIS)
        return
    pattern, graph = catalogue.store.quads_for_pattern, GraphName.ANALYSIS.node
    for key in catalogue.entities:
        for score in pattern(None, term("scoreOf"), thing(key), graph):
            yield from (quad.triple for quad in pattern(score.subject, None, None, graph))


def _in_steps(values: Mapping[str, float]) -> dict[str, int]:
    most = max(values.values())
    return {key: round(values[key] / most * RANK_STEPS) if most > 0 else 0 for key in sorted(values)}


def countries_led_to(catalogue: Catalogue) -> dict[str, list[str]]:
    """The countries of each thing: those that its relations to countries and places lead to."""
    schema = catalogue.schema
    led: dict[str, set[str]] = {}
    for claim in catalogue.claims.values():
        property_ = schema.properties[claim.predicate]
        if claim.asserted and claim.object_is_entity and not property_.tie and schema.is_a(property_.range, "Place"):
            led.setdefault(claim.subject, set()).add(claim.object)
    found = {}
    for key, entity in catalogue.entities.items():
        reached, seen = {key}, {key}
        for _ in range(_STEPS_TO_A_COUNTRY):
            reached = {place for thing in reached for place in led.get(thing, ())} - seen
            seen |= reached
        own = {key} if schema.is_a(entity.class_name, "Country") else set()
        there = {place for place in seen - {key} if schema.is_a(catalogue.entities[place].class_name, "Country")}
        if own | there:
            found[key] = sorted(own or there)
    return found
