"""The relations of a store as plain rows: what networks are made of, without reading whole claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import QuerySolutions

from kg.rdf.store import Dataset
from kg.rdf.vocabulary import CLAIM, ID, SOURCE, GraphName, local_name, prologue

_ASSERTED = """SELECT ?claim ?subject ?predicate ?object WHERE {
  ?claim kg:status kg:stated ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  FILTER isIRI(?object)
}"""
_SOURCES = "SELECT DISTINCT ?claim ?source WHERE { ?claim kg:supportedBy ?evidence . ?evidence oa:hasSource ?source }"
_LEFT_OUT = "SELECT ?claim WHERE { { ?claim kg:rank kg:deprecatedRank } UNION { ?later kg:supersedes ?claim } }"
_DATES = "SELECT ?claim ?date WHERE {{ ?claim kg:{name} ?date ; rdf:subject ?subject }}"


class Relation(NamedTuple):
    """An asserted relation between two things; dates as the claim tells them, "" where it tells none."""

    claim: str
    subject: str
    predicate: str
    object: str
    from_: str
    until: str
    sources: str
    """The ids of its sources, sorted, with a space between."""


def read_relations(store: Dataset) -> Iterator[Relation]:
    """The relations that claims of a store assert, by the keys of the claims."""
    left_out = {claim for (claim,) in _rows(store, _LEFT_OUT, (CLAIM,))}
    from_ = dict(_pairs(store, _DATES.format(name="from"), (CLAIM, "")))
    until = dict(_pairs(store, _DATES.format(name="until"), (CLAIM, "")))
    sources: dict[str, list[str]] = defaultdict(list)
    known: dict[str, str] = {}
    for claim, source in _pairs(store, _SOURCES, (CLAIM, SOURCE)):
        sources[claim].append(known.setdefault(source, source))
    told = [row for row in _rows(store, _ASSERTED, (CLAIM, ID, "#", ID)) if row[0] not in left_out]
    told.sort()
    for claim, subject, predicate, object_ in told:
        told_by = " ".join(sorted(sources[claim]))
        yield Relation(
            claim,
            subject,
            predicate,
            object_,
            from_.get(claim, ""),
            until.get(claim, ""),
            known.setdefault(told_by, told_by),
        )


def _pairs(store: Dataset, query: str, starts: tuple[str, str]) -> Iterator[tuple[str, str]]:
    return ((left, right) for left, right in _rows(store, query, starts))


def _rows(store: Dataset, query: str, starts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Answers about the graph of claims, without what each column begins with (# stands for a term's namespace)."""
    answer = store.query(prologue() + query, default_graph=[GraphName.CLAIMS.node])
    assert isinstance(answer, QuerySolutions)
    known: dict[str, str] = {}
    lengths = [None if start == "#" else len(start) for start in starts]
    for row in answer:
        values = []
        for node, length in zip(row, lengths, strict=True):
            text = node.value
            cut = local_name(text) if length is None else text[length:]
            values.append(known.setdefault(cut, cut))
        yield tuple(values)
