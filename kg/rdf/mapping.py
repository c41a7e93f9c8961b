"""Facts and claims to quads: the simple layer and the claim layer over the same facts.

Named graphs: `asserted` (things, their names, one triple for each stated claim) and `claims` (who says so, when,
with which words). No blank nodes; the same claims give the same quads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Entity, Evidence, Judgement, NameRank, Project, Rank, Source
from kg.facts.schema import Schema
from kg.facts.validity import Interval
from kg.rdf.vocabulary import (
    CLAIM,
    DCTERMS,
    EVIDENCE,
    LABEL,
    OA,
    OWL,
    RDF,
    SKOS,
    SOURCE,
    TYPE,
    XSD,
    GraphName,
    date_literal,
    schema_term,
    term,
    thing,
)

Term = NamedNode | Literal
_DECIMAL = NamedNode(XSD + "decimal")
_INTEGER = NamedNode(XSD + "integer")
_DATE = NamedNode(XSD + "date")
_OA = {name: NamedNode(OA + name) for name in ("hasSource", "hasSelector", "exact", "start", "end")}
_RANKS = {Rank.PREFERRED: "preferredRank", Rank.NORMAL: "normalRank", Rank.DEPRECATED: "deprecatedRank"}


def to_quads(project: Project, claims: Iterable[Claim], schema: Schema) -> Iterator[Quad]:
    """All quads of a project's things, sources and claims."""
    for entity in project.entities.values():
        yield from entity_quads(entity, schema)
    for decision in project.decisions:
        if decision.judgement is Judgement.DIFFERENT:
            yield difference_quad(project.canonical[decision.left], project.canonical[decision.right])
    for source in project.sources.values():
        yield from source_quads(source, project)
    for claim in claims:
        yield from claim_quads(claim, schema)


def entity_quads(entity: Entity, schema: Schema) -> Iterator[Quad]:
    """Type, kind, identifiers and names of a thing, in the asserted graph."""
    node = thing(entity.id)
    yield _asserted(node, TYPE, schema_term(entity.class_name, schema))
    if entity.kind:
        yield _asserted(node, term("kind"), thing(entity.kind))
    for identifier in (*entity.identifiers, *(f"kg:{other}" for other in entity.ids[1:])):
        yield _asserted(node, term("identifier"), Literal(identifier))
    for name in entity.names:
        literal = Literal(name.text, language=name.language)
        for predicate in _NAME_PREDICATES[name.rank]:
            yield _asserted(node, predicate, literal)


def difference_quad(left: str, right: str) -> Quad:
    """That two things were judged not to be one, in the asserted graph."""
    return _asserted(thing(left), NamedNode(OWL + "differentFrom"), thing(right))


_NAME_PREDICATES = {
    NameRank.PREFERRED: (LABEL, NamedNode(SKOS + "prefLabel")),
    NameRank.ALTERNATIVE: (NamedNode(SKOS + "altLabel"),),
    NameRank.ACRONYM: (NamedNode(SKOS + "altLabel"), term("acronym")),
    NameRank.RENDERING: (LABEL, term("rendering")),
}


def source_quads(source: Source, project: Project) -> Iterator[Quad]:
    """A source as a bibliographic record, in the claims graph."""
    node = NamedNode(SOURCE + source.id)
    yield _claims(node, TYPE, term("Source"))
    yield _claims(node, LABEL, Literal(source.title, language=source.language))
    yield _claims(node, NamedNode(DCTERMS + "title"), Literal(source.title, language=source.language))
    yield _claims(node, NamedNode(DCTERMS + "language"), Literal(source.language))
    if source.publisher in project.canonical:
        yield _claims(node, term("publisher"), thing(project.canonical[source.publisher]))
    elif source.publisher:
        yield _claims(node, term("publisherName"), Literal(source.publisher))
    if source.published is not None:
        yield _claims(node, term("published"), date_literal(source.published))
    if source.retrieved is not None:
        yield _claims(node, term("retrieved"), date_literal(source.retrieved))
    if source.url:
        yield _claims(node, NamedNode(DCTERMS + "source"), NamedNode(source.url))
    if source.document:
        yield _claims(node, term("document"), Literal(source.document))


def simple_triple(claim: Claim, schema: Schema) -> tuple[NamedNode, NamedNode, Term]:
    """What a claim says, as one triple."""
    object_ = thing(claim.object) if claim.object_is_entity else Literal(claim.object, datatype=_DECIMAL)
    return thing(claim.subject), schema_term(claim.predicate, schema), object_


def claim_quads(claim: Claim, schema: Schema) -> Iterator[Quad]:
    """A claim with its qualifiers, dates and evidence; and its simple triple where it is asserted."""
    subject, predicate, object_ = simple_triple(claim, schema)
    if claim.asserted:
        yield _asserted(subject, predicate, object_)
    node = NamedNode(CLAIM + claim.key)
    yield _claims(node, TYPE, term("Claim"))
    yield _claims(node, TYPE, NamedNode(RDF + "Statement"))
    yield _claims(node, NamedNode(RDF + "subject"), subject)
    yield _claims(node, NamedNode(RDF + "predicate"), predicate)
    yield _claims(node, NamedNode(RDF + "object"), object_)
    yield _claims(node, term("status"), term(claim.status.value))
    yield _claims(node, term("rank"), term(_RANKS[claim.rank]))
    if claim.spell != 1:
        yield _claims(node, term("spell"), Literal(str(claim.spell), datatype=_INTEGER))
    for key in claim.supersedes:
        yield _claims(node, term("supersedes"), NamedNode(CLAIM + key))
    for name, values in claim.qualifiers.items():
        for value in values:
            yield _claims(node, schema_term(name, schema), qualifier_value(schema, name, value))
    yield from _scaled(node, claim, schema)
    yield from _dates(node, claim.from_, claim.until)
    yield from _bounds(node, claim)
    for item in claim.evidence:
        yield from _evidence_quads(node, item)
        for name, value in item.qualifiers.items():
            if len(claim.qualifiers.get(name, ())) > 1:
                yield _claims(NamedNode(EVIDENCE + item.key), term("qualifierTold"), Literal(f"{name} {value}"))


def qualifier_value(schema: Schema, name: str, value: str) -> Term:
    """The RDF term for a qualifier's value: a thing, a term of the ontology, or a literal."""
    property_ = schema.properties[name]
    if property_.is_object_property:
        return schema_term(value, schema) if value in schema.individuals else thing(value)
    return Literal(value, datatype=NamedNode(XSD + property_.range))


def _scaled(node: NamedNode, claim: Claim, schema: Schema) -> Iterator[Quad]:
    """A figure's plain value, where its source tells it in thousands, millions or billions."""
    for magnitude in claim.qualifiers.get("magnitude", ()):
        factor = schema.factors[magnitude]
        with localcontext(prec=len(claim.object) + len(factor)):  # so that nothing is rounded
            value = Decimal(claim.object) * Decimal(factor)
            text = f"{value.normalize():f}"
        yield _claims(node, term("scaledValue"), Literal(text, datatype=_DECIMAL))


def _dates(node: NamedNode, from_: PartialDate | None, until: PartialDate | None) -> Iterator[Quad]:
    for name, date in (("from", from_), ("until", until)):
        if date is not None:
            yield _claims(node, term(name), date_literal(date))


def _bounds(node: NamedNode, claim: Claim) -> Iterator[Quad]:
    """The days between which a claim began and ended, as `xsd:date`, since engines cannot compare partial dates.

    What is reported as a fact was so by the end of the day, month or year of its first report.
    """
    bounds = {}
    if claim.from_ is not None:
        bounds["fromEarliest"] = claim.from_.earliest
        bounds["fromLatest"] = claim.from_.latest
    surely_by = Interval.of(claim).begins_latest
    if surely_by is not None and claim.asserted:
        bounds["fromLatest"] = surely_by
    if claim.until is not None:
        bounds["untilEarliest"] = claim.until.earliest
        bounds["untilLatest"] = claim.until.latest
    for name, day in bounds.items():
        yield _claims(node, term(name), Literal(day.isoformat(), datatype=_DATE))


def _evidence_quads(claim: NamedNode, item: Evidence) -> Iterator[Quad]:
    node = NamedNode(EVIDENCE + item.key)
    yield _claims(claim, term("supportedBy"), node)
    yield _claims(node, TYPE, term("Evidence"))
    yield _claims(node, _OA["hasSource"], NamedNode(SOURCE + item.source))
    yield _claims(node, term("evidenceStatus"), term(item.status.value))
    if item.rank is not Rank.NORMAL:
        yield _claims(node, term("evidenceRank"), term(_RANKS[item.rank]))
    if item.from_ is not None or item.until is not None:
        yield _claims(node, term("dating"), term("derivedDate" if item.derived else "statedDate"))
    yield from _dates(node, item.from_, item.until)
    if item.record:
        yield _claims(node, term("record"), Literal(item.record))
    quote = item.quote
    if quote is None:
        return
    if quote.occurrence is not None:
        yield _claims(node, term("occurrence"), Literal(str(quote.occurrence), datatype=_INTEGER))
    selector = NamedNode(node.value + "#quote")
    yield _claims(node, _OA["hasSelector"], selector)
    yield _claims(selector, TYPE, NamedNode(OA + "TextQuoteSelector"))
    yield _claims(selector, _OA["exact"], Literal(quote.text))
    if quote.start is not None and quote.end is not None:
        position = NamedNode(node.value + "#position")
        yield _claims(node, _OA["hasSelector"], position)
        yield _claims(position, TYPE, NamedNode(OA + "TextPositionSelector"))
        yield _claims(position, _OA["start"], Literal(str(quote.start), datatype=_INTEGER))
        yield _claims(position, _OA["end"], Literal(str(quote.end), datatype=_INTEGER))


def _asserted(subject: NamedNode, predicate: NamedNode, object_: Term) -> Quad:
    return Quad(subject, predicate, object_, GraphName.ASSERTED.node)


def _claims(subject: NamedNode, predicate: NamedNode, object_: Term) -> Quad:
    return Quad(subject, predicate, object_, GraphName.CLAIMS.node)
