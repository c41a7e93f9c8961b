"""Paths as a network of their own, and that network as GraphML."""

from __future__ import annotations

import re
from collections.abc import Sequence

import networkx as nx

from kg.views.argument import Argument, Statement

# What XML 1.0 (section 2.2) has no way to write.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_network(arguments: Sequence[Argument]) -> nx.MultiDiGraph[str]:
    """The things on these paths and the claims between them, each once, as claims run.

    Nodes are ids with `label`, `class` and `paths` (the numbers of the paths that they are on, a space between).
    Edges have the claim's key as their key, and `claim`, `predicate`, `sentence`, `date`, `from`, `until`, `quotes`
    (a line break between), `sources` (ids, a space between) and `paths`.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, argument in enumerate(arguments, start=1):
        for step in (part for hop in argument.steps for part in hop.parts):
            vias = {told.via for told in step.statements if told.via is not None}
            for thing in (step.start, *sorted(vias, key=lambda thing: thing.id), step.end):
                if thing.id not in network:
                    network.add_node(thing.id, label=_xml(thing.name), paths="", **{"class": thing.class_name})
                _mark(network.nodes[thing.id], number)
            for told in step.statements:
                key = told.link.claim
                if network.get_edge_data(told.subject.id, told.object.id, key) is None:
                    network.add_edge(told.subject.id, told.object.id, key=key, **_attributes(told))
                _mark(network.edges[told.subject.id, told.object.id, key], number)
    return network


def to_graphml(arguments: Sequence[Argument]) -> str:
    """The same as GraphML, as NetworkX writes it."""
    return "\n".join(nx.generate_graphml(to_network(arguments))) + "\n"


def _attributes(told: Statement) -> dict[str, str]:
    return {
        "claim": told.link.claim,
        "predicate": told.link.predicate,
        "sentence": _xml(told.sentence),
        "date": told.date,
        "from": told.from_,
        "until": told.until,
        "quotes": _xml("\n".join(proof.quote or proof.record for proof in told.proofs)),
        "sources": " ".join(dict.fromkeys(proof.source for proof in told.proofs)),
        "paths": "",
    }


def _mark(data: dict[str, str], number: int) -> None:
    if str(number) not in data["paths"].split():
        data["paths"] = f"{data['paths']} {number}".strip()


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
