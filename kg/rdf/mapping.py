"""Facts and claims to N-Quads: the simple layer and the claim layer over the same facts.

Named graphs: `asserted` (things, their names, one triple for each stated claim) and `claims` (who says so, when,
with which words). No blank nodes; the same claims give the same lines.

A `Mapper` is a value: it can be pickled, and gives for each thing, source or claim its lines alone, so that any number
of processes map any part of the facts. Each line is one statement in the canonical form of N-Quads (RDF 1.2 N-Quads,
section 4), its end of line included; ids, keys and addresses are taken to be what the tables allow, so that only
literals need escaping. Builds that fit in memory take the same lines as quads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Entity, Evidence, Judgement, NameRank, Project, Rank, Source
from kg.facts.schema import Schema
from kg.facts.validity import Interval
from kg.rdf.vocabulary import BASE, DCTERMS, KG, OA, OWL, RDF, RDFS, SKOS, XSD, GraphName, schema_term, thing

Term = NamedNode | Literal

_RANKS = {Rank.PREFERRED: "preferredRank", Rank.NORMAL: "normalRank", Rank.DEPRECATED: "deprecatedRank"}
_TYPE = f" <{RDF}type> "
_LABEL = f" <{RDFS}label> "
_A_CLAIM = (f"{_TYPE}<{KG}Claim>", f"{_TYPE}<{RDF}Statement>")
_DATATYPES = {length: f"<{XSD}{name}>" for length, name in ((4, "gYear"), (7, "gYearMonth"), (10, "date"))}
_NAME_PREDICATES = {
    NameRank.PREFERRED: (_LABEL, f" <{SKOS}prefLabel> "),
    NameRank.ALTERNATIVE: (f" <{SKOS}altLabel> ",),
    NameRank.ACRONYM: (f" <{SKOS}altLabel> ", f" <{KG}acronym> "),
    NameRank.RENDERING: (_LABEL, f" <{KG}rendering> "),
}
# RDF 1.2 N-Quads, section 4: these have escapes of their own, other controls are written by their number.
_ESCAPES = str.maketrans(
    {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
    | {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
)


def to_quads(project: Project, claims: Iterable[Claim], schema: Schema) -> Iterator[Quad]:
    """All quads of a project's things, sources and claims."""
    return quads_of(to_lines(project, claims, Mapper(schema)))


def claim_quads(claim: Claim, schema: Schema) -> Iterator[Quad]:
    """The quads of one claim."""
    return quads_of(Mapper(schema).claim(claim))


def entity_quads(entity: Entity, schema: Schema) -> Iterator[Quad]:
    """The quads of one thing."""
    return quads_of(Mapper(schema).entity(entity))


def quads_of(lines: Iterable[str]) -> Iterator[Quad]:
    """The quads that lines of N-Quads say."""
    return iter(parse("".join(lines).encode(), RdfFormat.N_QUADS))


def to_lines(project: Project, claims: Iterable[Claim], mapper: Mapper) -> Iterator[str]:
    """All lines of a project's things, sources and claims."""
    for entity in project.entities.values():
        yield from mapper.entity(entity)
    for decision in project.decisions:
        if decision.judgement is Judgement.DIFFERENT:
            yield mapper.difference(project.canonical[decision.left], project.canonical[decision.right])
    for source in project.sources.values():
        yield from mapper.source(source, project.canonical.get(source.publisher))
    for claim in claims:
        yield from mapper.claim(claim)


def simple_triple(claim: Claim, schema: Schema) -> tuple[NamedNode, NamedNode, Term]:
    """What a claim says, as one triple."""
    object_ = thing(claim.object) if claim.object_is_entity else Literal(claim.object, datatype=_DECIMAL)
    return thing(claim.subject), schema_term(claim.predicate, schema), object_


_DECIMAL = NamedNode(XSD + "decimal")


@dataclass(frozen=True)
class Mapper:
    """Things, sources and claims to lines of N-Quads, by the terms of a schema and the base of a project."""

    schema: Schema
    base: str = BASE

    def entity(self, entity: Entity) -> Iterator[str]:
        """Type, kind, identifiers and names of a thing, in the asserted graph."""
        node, end = f"<{self.base}id/{entity.id}>", self.end(GraphName.ASSERTED)
        yield f"{node}{_TYPE}{self._term(entity.class_name)}{end}"
        if entity.kind:
            yield f"{node} <{KG}kind> <{self.base}id/{entity.kind}>{end}"
        for identifier in (*entity.identifiers, *(f"kg:{other}" for other in entity.ids[1:])):
            yield f"{node} <{KG}identifier> {text_literal(identifier)}{end}"
        for name in entity.names:
            literal = f"{text_literal(name.text)}@{name.language}"
            for predicate in _NAME_PREDICATES[name.rank]:
                yield f"{node}{predicate}{literal}{end}"

    def difference(self, left: str, right: str) -> str:
        """That two things were judged not to be one, in the asserted graph."""
        end = self.end(GraphName.ASSERTED)
        return f"<{self.base}id/{left}> <{OWL}differentFrom> <{self.base}id/{right}>{end}"

    def source(self, source: Source, publisher: str | None) -> Iterator[str]:
        """A source as a bibliographic record, in the claims graph; `publisher` is the id of a thing, if it is one."""
        node, end = f"<{self.base}source/{source.id}>", self.end(GraphName.CLAIMS)
        title = f"{text_literal(source.title)}@{source.language}"
        yield f"{node}{_TYPE}<{KG}Source>{end}"
        yield f"{node}{_LABEL}{title}{end}"
        yield f"{node} <{DCTERMS}title> {title}{end}"
        yield f"{node} <{DCTERMS}language> {text_literal(source.language)}{end}"
        if publisher is not None:
            yield f"{node} <{KG}publisher> <{self.base}id/{publisher}>{end}"
        elif source.publisher:
            yield f"{node} <{KG}publisherName> {text_literal(source.publisher)}{end}"
        yield from _dates(node, (("published", source.published), ("retrieved", source.retrieved)), end)
        if source.url:
            yield f"{node} <{DCTERMS}source> <{source.url}>{end}"
        if source.document:
            yield f"{node} <{KG}document> {text_literal(source.document)}{end}"

    def claim(self, claim: Claim) -> Iterator[str]:
        """A claim with its qualifiers, dates and evidence; and its simple triple where it is asserted."""
        if claim.asserted:
            yield self.simple(claim)
        yield from self.claim_node(claim)
        for item in claim.evidence:
            yield from self.evidence(claim, item)

    def simple(self, claim: Claim) -> str:
        """What a claim says, as one triple in the asserted graph."""
        subject, predicate, object_ = self._said(claim)
        return f"{subject} {predicate} {object_}{self.end(GraphName.ASSERTED)}"

    def claim_node(self, claim: Claim) -> Iterator[str]:
        """What is said of a claim itself, in the claims graph."""
        node, end = f"<{self.base}claim/{claim.key}>", self.end(GraphName.CLAIMS)
        subject, predicate, object_ = self._said(claim)
        for kind in _A_CLAIM:
            yield f"{node}{kind}{end}"
        yield f"{node} <{RDF}subject> {subject}{end}"
        yield f"{node} <{RDF}predicate> {predicate}{end}"
        yield f"{node} <{RDF}object> {object_}{end}"
        yield f"{node} <{KG}status> <{KG}{claim.status.value}>{end}"
        yield f"{node} <{KG}rank> <{KG}{_RANKS[claim.rank]}>{end}"
        if claim.spell != 1:
            yield f"{node} <{KG}spell> {_integer(claim.spell)}{end}"
        for key in claim.supersedes:
            yield f"{node} <{KG}supersedes> <{self.base}claim/{key}>{end}"
        for name, values in claim.qualifiers.items():
            for value in values:
                yield f"{node} {self._term(name)} {self._qualifier(name, value)}{end}"
        for magnitude in claim.qualifiers.get("magnitude", ()):
            yield f"{node} <{KG}scaledValue> {self._scaled(claim.object, magnitude)}{end}"
        yield from _dates(node, (("from", claim.from_), ("until", claim.until)), end)
        yield from _bounds(node, claim, end)
        for item in claim.evidence:
            yield f"{node} <{KG}supportedBy> <{self.base}evidence/{item.key}>{end}"

    def evidence(self, claim: Claim, item: Evidence) -> Iterator[str]:
        """What one source says for a claim, when and with which words, in the claims graph."""
        end = self.end(GraphName.CLAIMS)
        iri = f"{self.base}evidence/{item.key}"
        node = f"<{iri}>"
        yield f"{node}{_TYPE}<{KG}Evidence>{end}"
        yield f"{node} <{OA}hasSource> <{self.base}source/{item.source}>{end}"
        yield f"{node} <{KG}evidenceStatus> <{KG}{item.status.value}>{end}"
        if item.rank is not Rank.NORMAL:
            yield f"{node} <{KG}evidenceRank> <{KG}{_RANKS[item.rank]}>{end}"
        if item.from_ is not None or item.until is not None:
            yield f"{node} <{KG}dating> <{KG}{'derivedDate' if item.derived else 'statedDate'}>{end}"
        yield from _dates(node, (("from", item.from_), ("until", item.until)), end)
        for name, value in item.qualifiers.items():
            if len(claim.qualifiers.get(name, ())) > 1:
                told = text_literal(f"{name} {value}")
                yield f"{node} <{KG}qualifierTold> {told}{end}"
        if item.record:
            yield f"{node} <{KG}record> {text_literal(item.record)}{end}"
        quote = item.quote
        if quote is None:
            return
        if quote.occurrence is not None:
            yield f"{node} <{KG}occurrence> {_integer(quote.occurrence)}{end}"
        yield f"{node} <{OA}hasSelector> <{iri}#quote>{end}"
        yield f"<{iri}#quote>{_TYPE}<{OA}TextQuoteSelector>{end}"
        yield f"<{iri}#quote> <{OA}exact> {text_literal(quote.text)}{end}"
        if quote.start is not None and quote.end is not None:
            yield f"{node} <{OA}hasSelector> <{iri}#position>{end}"
            yield f"<{iri}#position>{_TYPE}<{OA}TextPositionSelector>{end}"
            yield f"<{iri}#position> <{OA}start> {_integer(quote.start)}{end}"
            yield f"<{iri}#position> <{OA}end> {_integer(quote.end)}{end}"

    def end(self, graph: GraphName) -> str:
        """What a line of a graph ends with."""
        return f" <{self.base}graph/{graph.value}> .\n"

    def _term(self, name: str) -> str:
        return f"<{self.base}ontology#{name}>" if name in self.schema.own else f"<{KG}{name}>"

    def _said(self, claim: Claim) -> tuple[str, str, str]:
        """Subject, predicate and object of a claim."""
        object_ = f"<{self.base}id/{claim.object}>" if claim.object_is_entity else _decimal(claim.object)
        return f"<{self.base}id/{claim.subject}>", self._term(claim.predicate), object_

    def _qualifier(self, name: str, value: str) -> str:
        """A qualifier's value: a thing, a term of the ontology, or a literal."""
        property_ = self.schema.properties[name]
        if property_.is_object_property:
            return self._term(value) if value in self.schema.individuals else f"<{self.base}id/{value}>"
        typed = "" if property_.range == "string" else f"^^<{XSD}{property_.range}>"
        return f"{text_literal(value)}{typed}"

    def _scaled(self, number: str, magnitude: str) -> str:
        """A figure's plain value, where its source tells it in thousands, millions or billions."""
        factor = self.schema.factors[magnitude]
        with localcontext(prec=len(number) + len(factor)):  # so that nothing is rounded
            value = Decimal(number) * Decimal(factor)
            return _decimal(f"{value.normalize():f}")


def text_literal(text: str) -> str:
    """A plain literal of a text, escaped.

    >>> print(text_literal('a "b"'))
    "a \\"b\\""
    """
    return f'"{text.translate(_ESCAPES)}"'


def _integer(number: int) -> str:
    return f'"{number}"^^<{XSD}integer>'


def _decimal(number: str) -> str:
    return f'"{number}"^^<{XSD}decimal>'


def _dates(node: str, dates: Iterable[tuple[str, PartialDate | None]], end: str) -> Iterator[str]:
    for name, date in dates:
        if date is not None:
            yield f'{node} <{KG}{name}> "{date.text}"^^{_DATATYPES[len(date.text)]}{end}'


def _bounds(node: str, claim: Claim, end: str) -> Iterator[str]:
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
        yield f'{node} <{KG}{name}> "{day.isoformat()}"^^<{XSD}date>{end}'
