"""Answers to a SELECT as multisets that can be compared across engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg.rdf.vocabulary import RDF, XSD

Term = tuple[str, ...]
_NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")}


@dataclass(frozen=True)
class Answer:
    """Columns in their order, and how often each row came; an unbound cell is the empty term."""

    columns: tuple[str, ...]
    rows: Counter[tuple[Term, ...]]


def from_json(answer: Mapping[str, Any]) -> Answer:
    """An answer in SPARQL 1.1 Query Results JSON."""
    columns = tuple(answer["head"]["vars"])
    bindings = answer["results"]["bindings"]
    return Answer(columns, Counter(tuple(_term(row.get(name)) for name in columns) for row in bindings))


def _term(term: Mapping[str, str] | None) -> Term:
    """A term by its value: numbers without their writing, tags of languages in small letters (RDF 1.1, section 3.3)."""
    if term is None:
        return ()
    if term["type"] in ("uri", "bnode"):
        return (term["type"], term["value"] if term["type"] == "uri" else "")
    if "xml:lang" in term:
        return ("text", term["value"], term["xml:lang"].lower())
    datatype = term.get("datatype", XSD + "string")
    if datatype in (XSD + "string", RDF + "langString"):
        return ("text", term["value"])
    if datatype in _NUMBERS:
        return ("number", f"{Decimal(term['value']).normalize():f}", datatype)
    if datatype == XSD + "boolean":
        return ("truth", {"1": "true", "0": "false"}.get(term["value"], term["value"]))
    return ("literal", term["value"], datatype)
