"""Inference over lines of N-Quads, before any store holds them, so that one load takes told and inferred alike.

What rules read of the claims graph is little: of those rules that read it alone, `acting_predicates` tells which
claims they are about. Rules that look for anything else there, or that are no clauses, need a store.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from pyoxigraph import NamedNode, RdfFormat, Store

from kg.facts.schema import PropertyUse, Schema
from kg.rdf.inference import close, together
from kg.rdf.plan import Plan, centre, extension, keys_of, plan_of, relations_of
from kg.rdf.relations import Delta, Key, MemoryRelations, Numbers, WrittenTerms, firsts, seconds
from kg.rdf.rules import Rule
from kg.rdf.sorting import range_of_subject
from kg.rdf.vocabulary import KG, RDF, TYPE, GraphName, local_name

_TYPE = str(TYPE).encode()
_CLAIM = frozenset(RDF + name for name in ("subject", "predicate", "object"))
_TOLD_OF_SOURCES = frozenset({KG + "publisher", KG + "supersedes"})


@dataclass(frozen=True)
class LinePlan:
    """Rules that need no store."""

    plan: Plan
    terms: WrittenTerms
    acting: tuple[tuple[str, ...], ...]
    """For each rule over claims alone: the predicates that a claim has which it is about, as lines have them."""


def line_plan(rules: Sequence[Rule], schema: Schema) -> LinePlan | None:
    """How rules are run over lines; None where they need a store."""
    terms = WrittenTerms()
    plan = plan_of(rules, terms, lambda key: False)
    if plan.between:
        return None
    if any(_may_be_claimed(key, schema) for rule in rules if rule not in plan.outside for key in _claimed(rule)):
        return None
    acting = []
    for rule in plan.outside:
        predicates = {pattern[1].value for pattern in rule.body if isinstance(pattern[1], NamedNode)}
        if centre(rule) is None or not predicates & _CLAIM:
            return None
        # What few claims have comes first.
        acting.append(tuple(f" <{iri}> " for iri in sorted(predicates, key=lambda iri: (iri in _COMMON, iri))))
    return LinePlan(plan, terms, tuple(acting))


_COMMON = _CLAIM | {KG + name for name in ("status", "rank", "supportedBy")}


def _claimed(rule: Rule) -> Iterator[Key | None]:
    return keys_of(rule.body, rule) if rule.reads_claims else iter(())


def _may_be_claimed(key: Key | None, schema: Schema) -> bool:
    """Whether the claims graph may have triples of a relation; only what is told of things alone is known not to."""
    if key is None or key.predicate in _TOLD_OF_SOURCES:
        return True
    if key.class_:
        return not schema.is_a(local_name(key.class_), "Entity")
    property_ = schema.properties.get(local_name(key.predicate))
    return property_ is None or property_.use not in (PropertyUse.RELATION, PropertyUse.FIGURE)


def infer_from_lines(found: LinePlan, asserted: Iterable[bytes], claims: bytes) -> Delta:
    """All that follows from lines of the asserted graph and from those of acting claims, and is not asserted."""
    terms, plan = found.terms, found.plan
    written = _relations(asserted, plan.program.keys, terms)
    store = Store()
    store.bulk_load(input=claims, format=RdfFormat.N_QUADS)
    once = [relations_of(extension(store, rule), terms) for rule in plan.outside]
    return close(plan.program, MemoryRelations(), together([written, *once]), written)


def _relations(lines: Iterable[bytes], keys: Collection[Key], terms: WrittenTerms) -> Delta:
    """Those relations that lines of N-Quads of the asserted graph tell."""
    end = f" {GraphName.ASSERTED.node} .\n".encode()
    cut = -len(end)
    predicates = {str(key.node).encode(): key for key in keys if not key.class_}
    classes = {f"<{key.class_}>".encode(): key for key in keys if key.class_}
    found: dict[Key, array[int]] = defaultdict(lambda: array("q"))
    for line in lines:
        subject, predicate, rest = line.split(b" ", 2)
        object_ = rest[:cut]
        key = classes.get(object_) if predicate == _TYPE else predicates.get(predicate)
        if key is not None:
            found[key].append(terms.number_of(subject) << 32 | terms.number_of(object_))
    return {key: np.unique(np.frombuffer(pairs, dtype=np.int64)) for key, pairs in found.items()}


def inferred_lines(relations: Delta, terms: WrittenTerms, bounds: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines of N-Quads of inferred relations, by the ranges of their subjects."""
    ranges = np.array([range_of_subject(text, bounds) for text in terms.texts], dtype=np.int64)
    texts, end = terms.texts, f" {GraphName.INFERRED.node} .\n".encode()
    steps = np.arange(len(bounds) + 2)
    sorted_: list[tuple[Key, Numbers, Numbers]] = []
    for key, pairs in sorted(relations.items()):
        places = ranges[firsts(pairs)]
        order = np.argsort(places, kind="stable")
        sorted_.append((key, pairs[order], np.searchsorted(places[order], steps)))
    for number in range(len(bounds) + 1):
        lines: list[bytes] = []
        for key, pairs, starts in sorted_:
            part = pairs[starts[number] : starts[number + 1]]
            subjects, objects = firsts(part).tolist(), seconds(part).tolist()
            middle = f" {key.node} ".encode()
            lines += [texts[s] + middle + texts[o] + end for s, o in zip(subjects, objects, strict=True)]
        if lines:
            yield number, b"".join(lines)
