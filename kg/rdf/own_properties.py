"""Whether a project's own properties have what ours have: classes at both ends, a kind of time, phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.problems import Problem
from kg.facts.schema import Property, PropertyUse, Schema
from kg.rdf.own_statements import OwnStatements
from kg.rdf.own_words import phrase_problems
from kg.rdf.vocabulary import KG, RDFS, XSD, is_term, local_name, shorten

_DATATYPES = frozenset(XSD + name for name in ("decimal", "integer", "string"))


def property_problems(said: OwnStatements, iri: str, schema: Schema, languages: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with an object or datatype property; `languages` are those in which it needs its phrases."""
    name = local_name(iri)
    ends = {what: said.objects(iri, RDFS + what) for what in ("domain", "range")}
    for what, found in ends.items():
        if len(found) != 1:
            told = "several" if found else "no"
            yield said.problem(iri, f"own:{name} has {told} rdfs:{what}", "Give it one class.")
    if any(len(found) != 1 for found in ends.values()):
        return
    value = schema.properties[name]
    [domain], [range_] = ends.values()
    if local_name(domain) not in schema.superclasses:
        yield said.problem(iri, f"the domain of own:{name} is no class of the ontology", "Name one.")
    if value.is_object_property and local_name(range_) not in schema.superclasses:
        yield said.problem(iri, f"the range of own:{name} is no class of the ontology", "Name one.")
    if not value.is_object_property and range_ not in _DATATYPES:
        yield said.problem(iri, f"the range of own:{name} is no datatype that tables hold", "Take xsd:decimal.")
    yield from _above(said, iri, value, schema)
    yield from _turned_round(said, iri, value, schema)
    yield from _use(said, iri, value)
    if value.use in (PropertyUse.RELATION, PropertyUse.FIGURE):
        yield from phrase_problems(said, iri, KG + "phrase", languages)
    if value.use is PropertyUse.RELATION:
        yield from phrase_problems(said, iri, KG + "inversePhrase", languages)


def _use(said: OwnStatements, iri: str, value: Property) -> Iterator[Problem]:
    """Whether a property is marked as its use asks."""
    name = value.name
    if value.use is PropertyUse.QUALIFIER:
        if value.domain != "Claim":
            yield said.problem(iri, f"the qualifier own:{name} is of things", "Write rdfs:domain kg:Claim.")
    elif value.temporal_kind is None and not any(said.told(iri, KG + mark) for mark in ("temporalKind", "qualifier")):
        fix = 'Add kg:temporalKind "state" (holds until it ends) or "event" (happened and stays happened).'
        yield said.problem(iri, f"own:{name} is neither a state nor an event", fix)
    elif value.use is PropertyUse.RELATION and not value.is_object_property:
        yield said.problem(iri, f"own:{name} has numbers, but is no figure", "Add rdfs:subPropertyOf kg:figure.")


def _above(said: OwnStatements, iri: str, value: Property, schema: Schema) -> Iterator[Problem]:
    """Whether a property fits into those above it."""
    for upper in said.objects(iri, RDFS + "subPropertyOf"):
        above = schema.properties.get(local_name(upper)) if is_term(upper) else None
        if above is None:
            continue
        fix = "Narrow it, or leave the subPropertyOf out."
        if not schema.is_a(value.domain, above.domain):
            text = f"the domain of own:{value.name} is not below that of {shorten(upper)}, {above.domain}"
            yield said.problem(iri, text, fix)
        if value.range != above.range and not schema.is_a(value.range, above.range):
            text = f"the range of own:{value.name} is not below that of {shorten(upper)}, {above.range}"
            yield said.problem(iri, text, fix)


def _turned_round(said: OwnStatements, iri: str, value: Property, schema: Schema) -> Iterator[Problem]:
    """Whether a property fits its other direction."""
    name = value.name
    other = schema.properties.get(value.inverse_of) if value.inverse_of else None
    if other is not None and (value.domain, value.range) != (other.range, other.domain):
        text = f"own:{name} and its inverse {other.name} do not join the same classes"
        yield said.problem(iri, text, "The domain of the one is the range of the other.")
    if other is not None and value.temporal_kind is not other.temporal_kind:
        yield said.problem(iri, f"of own:{name} and its inverse one is a state, one an event", "Make them alike.")
    if value.symmetric and value.domain != value.range:
        yield said.problem(iri, f"own:{name} is symmetric, but its domain is not its range", "Make them one.")
