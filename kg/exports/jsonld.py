"""JSON-LD 1.1, framed: things with all that the simple layer says of them, claims with their evidence inside, sources.

The file carries the context that `context.ADDRESS` names, so that it is read without a network. `FRAME` gives the same
claims from any other serialisation of the graph (JSON-LD 1.1 Framing).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Triple

from kg.exports.context import ADDRESS, USED_PREFIXES, make_context
from kg.exports.formats import Export
from kg.rdf.ontology import Ontology
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import CLAIM, EVIDENCE, ID, KG, PREFIXES, RDF, SOURCE, XSD, GraphName

Description = Mapping[str, list[NamedNode | Literal]]

FRAME = {
    "@context": ADDRESS,
    "@type": "Claim",
    "supportedBy": {"@embed": "@always", "hasSelector": {"@embed": "@always"}, "hasSource": {"@embed": "@never"}},
}
_EMBEDDED = frozenset({"supportedBy", "hasSelector"})


def write_jsonld(export: Export, out: BinaryIO) -> None:
    """Writes the asserted and the claim layer, a thing, claim or source a line."""
    store = export.catalogue.store
    triples = [*graph_triples(store, GraphName.ASSERTED), *graph_triples(store, GraphName.CLAIMS)]
    write_framed(triples, export.catalogue.ontology, out)


def write_framed(triples: Iterable[Triple], ontology: Ontology, out: BinaryIO, first: str = "") -> None:
    """Writes any triples of ours so, with the context of an ontology; the node `first` stands before all others."""
    context = make_context(ontology)
    out.write(f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": [\n'.encode())
    before = ""
    for node in _Framing(triples, context).nodes(first):
        out.write(f"{before}{json.dumps(node, ensure_ascii=False)}".encode())
        before = ",\n"
    out.write(b"\n]}\n")


class _Framing:
    """The descriptions of some triples, in the terms of a context."""

    def __init__(self, triples: Iterable[Triple], context: Mapping[str, Any]) -> None:
        self._about = _described(triples)
        self._terms = {
            _expanded(value["@id"]): (name, value)
            for name, value in context.items()
            if isinstance(value, dict) and "@id" in value
        }

    def nodes(self, first: str) -> Iterator[dict[str, Any]]:
        """The node `first`, things, claims, sources, each sorted; evidence stands inside its claim."""
        spaces = (ID, CLAIM, SOURCE)
        claimed = {
            node.value
            for iri, about in self._about.items()
            if iri.startswith(CLAIM)
            for node in about.get(KG + "supportedBy", ())
        }

        def place(iri: str) -> tuple[bool, int, str]:
            return iri != first, next((n for n, space in enumerate(spaces) if iri.startswith(space)), 3), iri

        for iri in sorted(self._about, key=place):
            if not iri.startswith(EVIDENCE) or (iri not in claimed and "#" not in iri):
                yield self._node(iri)

    def _node(self, iri: str) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": _compact(iri)}
        for predicate, objects in self._about[iri].items():
            if predicate == RDF + "type":
                node["@type"] = _one([_vocabulary(item.value) for item in objects])
                continue
            name, rule = self._terms.get(predicate, (_compact(predicate), {}))
            if rule.get("@container") == "@language" and all(_has_language(item) for item in objects):
                node[name] = _by_language(objects)
            elif rule.get("@container") == "@language":  # a term by language takes no other text
                node[_compact(predicate)] = _one([self._value(item, {}, name) for item in objects])
            else:
                node[name] = _one([self._value(item, rule, name) for item in objects])
        return node

    def _value(self, node: NamedNode | Literal, rule: Mapping[str, str], name: str) -> Any:
        if isinstance(node, NamedNode):
            if name in _EMBEDDED and node.value in self._about:
                return self._node(node.value)
            return _compact(node.value) if rule.get("@type") == "@id" else {"@id": _compact(node.value)}
        if node.language is not None:
            return {"@value": node.value, "@language": node.language}
        datatype = _compact(node.datatype.value)
        if datatype == rule.get("@type", "xsd:string"):
            return node.value
        return (
            {"@value": node.value, "@type": datatype}
            if node.datatype.value != XSD + "string"
            else {"@value": node.value}
        )


def _described(triples: Iterable[Triple]) -> dict[str, Description]:
    """For each subject, its objects by predicate, all sorted."""
    described: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for triple in sorted(set(triples), key=str):
        assert isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal)
        described[triple.subject.value][triple.predicate.value].append(triple.object)
    return dict(described)


def _by_language(objects: list[NamedNode | Literal]) -> dict[str, Any]:
    texts: dict[str, list[str]] = defaultdict(list)
    for item in objects:
        texts[getattr(item, "language", "")].append(item.value)
    return {language: _one(values) for language, values in texts.items()}


def _has_language(item: NamedNode | Literal) -> bool:
    return isinstance(item, Literal) and item.language is not None


def _one(values: list[Any]) -> Any:
    """A single value by itself, several as a list."""
    return values[0] if len(values) == 1 else values


def _compact(iri: str) -> str:
    """An IRI with a prefix of the context where what follows it is a plain name."""
    for prefix in USED_PREFIXES:
        namespace = PREFIXES[prefix]
        if iri.startswith(namespace) and not iri[len(namespace) :].startswith("//"):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _vocabulary(iri: str) -> str:
    """A class: by its name alone where it is ours."""
    return iri.removeprefix(KG) if iri.startswith(KG) else _compact(iri)


def _expanded(compact: str) -> str:
    prefix, _, name = compact.partition(":")
    return PREFIXES[prefix] + name
