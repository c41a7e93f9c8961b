"""Whether what a project adds can come true: classes that something can be in, rules whose conclusions may stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from kg.facts.problems import Problem
from kg.rdf.ontology import Ontology
from kg.rdf.tokens import Kind, tokens
from kg.rdf.vocabulary import KG, OWL, expand, is_term, local_name, schema_term, shorten


def shared_nothing(ontology: Ontology, name: str) -> tuple[str, str] | None:
    """The first two classes above a class, or itself, that share nothing, shortened: nothing can be in it."""
    disjoint = {frozenset(map(local_name, pair)) for pair in ontology.pairs(OWL + "disjointWith")}
    above = sorted(ontology.schema.superclasses.get(name, ()))
    for first, second in itertools.combinations(above, 2):
        if frozenset((first, second)) in disjoint:
            return _shown(first, ontology), _shown(second, ontology)
    return None


def unmarked_conclusion(path: Path, text: str, ontology: Ontology) -> Iterator[Problem]:
    """Of a rule: that the relation which it concludes is not marked as one that rules conclude.

    The check `triple-without-claim` would find fault with each triple that the rule adds.
    """
    given = list(tokens(text))
    words = [token.text.upper() for token in given]
    start = words.index("CONSTRUCT") if "CONSTRUCT" in words else len(words)
    if words[start + 1 : start + 2] != ["{"] or len(given) < start + 4:
        return
    token = given[start + 3]
    iri = token.text.strip("<>") if token.kind is Kind.IRI else expand(token.text) or ""
    about = ontology.schema.properties.get(local_name(iri)) if is_term(iri) else None
    if about is not None and about.inverse_of is not None:
        about = ontology.schema.properties.get(about.inverse_of, about)
    if about is None or about.temporal_kind is None or about.symmetric or about.transitive:
        return
    node = schema_term(about.name, ontology.schema)
    if ontology.texts(KG + "concluded").get(node.value, {}).get("") == "true" or _has_chain(ontology, node):
        return
    line = text.count("\n", 0, token.start) + 1
    told = f"the rule concludes {shorten(node.value)}, which is not marked as a relation that rules conclude"
    yield Problem(str(path), line, told, f"Add to ontology/own.ttl: {shorten(node.value)} kg:concluded true .")


def _has_chain(ontology: Ontology, node: NamedNode) -> bool:
    chain = OWL + "propertyChainAxiom"
    return any(triple.predicate.value == chain and triple.subject == node for triple in ontology.triples)


def _shown(name: str, ontology: Ontology) -> str:
    return shorten(schema_term(name, ontology.schema).value)
