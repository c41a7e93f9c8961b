"""The JSON-LD context of Partnership KG, made from the ontology and shipped as `ontology/context.jsonld`."""

from __future__ import annotations

import json
from typing import Any

from kg.facts.schema import PropertyUse
from kg.rdf.ontology import Ontology
from kg.rdf.vocabulary import BASE, PREFIXES, schema_term, shorten

ADDRESS = BASE + "context.jsonld"
"""Where the context is to be had: what a document of one's own names as its `@context`."""

_LINK = {"@type": "@id"}
_BY_LANGUAGE = {"@container": "@language"}
_OUTSIDE: dict[str, dict[str, str]] = {
    "label": {"@id": "rdfs:label", **_BY_LANGUAGE},
    "prefLabel": {"@id": "skos:prefLabel", **_BY_LANGUAGE},
    "altLabel": {"@id": "skos:altLabel", **_BY_LANGUAGE},
    "differentFrom": {"@id": "owl:differentFrom", **_LINK},
    "subject": {"@id": "rdf:subject", **_LINK},
    "predicate": {"@id": "rdf:predicate", **_LINK},
    "object": {"@id": "rdf:object", **_LINK},
    "title": {"@id": "dcterms:title", **_BY_LANGUAGE},
    "language": {"@id": "dcterms:language"},
    "url": {"@id": "dcterms:source", **_LINK},
    "hasSource": {"@id": "oa:hasSource", **_LINK},
    "hasSelector": {"@id": "oa:hasSelector", **_LINK},
    "exact": {"@id": "oa:exact"},
    "start": {"@id": "oa:start", "@type": "xsd:integer"},
    "end": {"@id": "oa:end", "@type": "xsd:integer"},
}
_NAMES = ("acronym", "rendering")
_ANNOTATIONS = ("identifier", "from", "until", "published", "retrieved")  # the dates of any precision
_DAYS = ("fromEarliest", "fromLatest", "untilEarliest", "untilLatest")
_OWN = ("own",) if "own" in PREFIXES else ()
USED_PREFIXES = ("kg", *_OWN, "id", "claim", "evidence", "source", "rdf", "rdfs", "owl", "xsd", "skos", "oa", "dcterms")


def make_context(ontology: Ontology) -> dict[str, Any]:
    """The terms: our properties under their own names, those of others that the data use, and the prefixes.

    Classes need no terms, since what is without a prefix is ours (`@vocab`). Partial dates carry their datatype.
    """
    prefixes = {name: PREFIXES[name] for name in USED_PREFIXES}
    terms = {name: {"@id": f"kg:{name}", **_BY_LANGUAGE} for name in _NAMES}
    terms |= {name: {"@id": f"kg:{name}", "@type": "xsd:date"} for name in _DAYS}
    terms |= {name: {"@id": f"kg:{name}"} for name in _ANNOTATIONS}
    for name, property_ in sorted(ontology.schema.properties.items()):
        node = shorten(schema_term(name, ontology.schema).value)
        if property_.is_object_property:
            terms[name] = {"@id": node, **_LINK}
        elif property_.range not in ("string", "Entity"):
            terms[name] = {"@id": node, "@type": f"xsd:{property_.range}"}
        elif property_.use is not PropertyUse.RELATION:
            terms[name] = {"@id": node}
    return {"@version": 1.1, "@vocab": PREFIXES["kg"], **prefixes, **dict(sorted((_OUTSIDE | terms).items()))}


def context_text(ontology: Ontology) -> str:
    """The file `ontology/context.jsonld`, a term a line."""
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in make_context(ontology).items())
    return f'{{"@context": {{\n{lines}\n}}}}\n'
