"""What may be proposed: relations whose ends fit, and rows that would pass as if written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.draft.model import DraftSource, Proposal, ProposedThing
from kg.draft.relation import Relation
from kg.facts.model import Entity, Project, Row, Source
from kg.facts.problems import Problem
from kg.facts.rows import FactReader
from kg.facts.schema import Property, PropertyUse, Schema
from kg.facts.tables import Record

_NOWHERE = Row("drafts/facts.csv", 1)
_OF_NO_COUNTRY = ("Agreement", "Person")
"""What is of no country, though the words around may be: the treaty of Uzbekistan with …"""


def term_of(relation: Relation, schema: Schema) -> Property | None:
    """The term of a relation whose ends fit and are told apart; None for one that may not be proposed."""
    property_, left, right = schema.properties.get(relation.predicate), relation.subject, relation.object
    if property_ is None or left.entity == right.entity or left.candidates or right.candidates:
        return None
    is_figure = property_.use is PropertyUse.FIGURE
    if property_.use is not PropertyUse.RELATION and not is_figure:
        return None
    if relation.predicate == "ofCountry" and any(schema.is_a(left.class_name, each) for each in _OF_NO_COUNTRY):
        return None
    fits = is_figure or schema.is_a(right.class_name, property_.range)
    return property_ if fits and schema.is_a(left.class_name, property_.domain) else None


def passing(
    proposals: Iterable[Proposal],
    things: Mapping[str, ProposedThing],
    sources: Sequence[DraftSource],
    project: Project,
    schema: Schema,
) -> list[Proposal]:
    """Those of the proposals that the facts tables would take as they are, with these things beside the project's."""
    entities = dict(project.entities)
    for thing in things.values():
        entities.setdefault(thing.id, Entity(thing.id, thing.class_name, thing.kind, (), (), (thing.id,), _NOWHERE))
    canonical = {**{key: key for key in entities}, **project.canonical}
    known = {**{source.id: _source(source) for source in sources}, **project.sources}
    kept = []
    problems: list[Problem] = []
    reader = FactReader(schema, known, entities, canonical, set(), problems)
    for told in proposals:
        if reader.fact(Record(_NOWHERE, told.cells)) is not None and not problems:
            kept.append(told)
        problems.clear()
    return kept


def _source(told: DraftSource) -> Source:
    return Source(told.id, told.title, "", None, None, told.language, "", told.document, _NOWHERE)
