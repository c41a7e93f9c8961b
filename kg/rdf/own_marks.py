"""Whether the marks on a project's own terms have values that they can have: a state or an event, true or false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, Triple

from kg.facts.problems import nearest
from kg.facts.schema import TemporalKind
from kg.rdf.vocabulary import KG, XSD, shorten

_FLAGS = frozenset(KG + name for name in ("tie", "single", "qualifier", "concluded"))
_TEXTS = frozenset(KG + name for name in ("phrase", "inversePhrase"))


def mark_faults(triples: Iterable[Triple]) -> Iterator[tuple[str, str]]:
    """Of the triples about one term: what is wrong with the value of each mark, and what would mend it."""
    given: dict[str, list[Triple]] = {}
    for triple in triples:
        given.setdefault(triple.predicate.value, []).append(triple)
    for predicate, found in sorted(given.items()):
        mark = shorten(predicate)
        if predicate == KG + "temporalKind" or predicate in _FLAGS or predicate == KG + "factor":
            if len(found) > 1:
                yield f"{mark} of {shorten(str(found[0].subject).strip('<>'))} has several values", "Keep one."
                continue
            fault = _fault(predicate, found[0].object)
            if fault:
                shown = found[0].object.value if isinstance(found[0].object, Literal) else str(found[0].object)
                yield f"{mark} cannot be '{shown}'", fault
        elif predicate in _TEXTS and not all(isinstance(triple.object, Literal) for triple in found):
            yield f"{mark} is no text", f'Write {mark} "…"@en.'


def _fault(predicate: str, value: object) -> str:
    """How to write the value of a mark, where it is none that the mark can have; else empty."""
    plain = isinstance(value, Literal) and not value.language
    text = value.value if isinstance(value, Literal) else ""
    if predicate == KG + "temporalKind":
        kinds = [kind.value for kind in TemporalKind]
        if plain and text in kinds:
            return ""
        near = nearest(text, kinds, "")
        return f'{f"{near} " if near and text not in kinds else ""}Write "state" or "event".'
    if predicate in _FLAGS:
        is_boolean = isinstance(value, Literal) and value.datatype.value == XSD + "boolean"
        return "" if is_boolean and text in ("true", "false") else "Write true or false, without quotation marks."
    return "" if plain and _is_number(text) else 'Write a number: "1000"^^xsd:decimal.'


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
