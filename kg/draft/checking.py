"""Whether a proposal would pass as a row written by hand: the same reader of rows, the same finding of quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.draft.model import DraftSource, Proposal, ProposedThing
from kg.facts.model import Entity, Project, Row, Source
from kg.facts.problems import Problem
from kg.facts.rows import FactReader
from kg.facts.schema import Schema
from kg.facts.tables import Record

_NOWHERE = Row("drafts/facts.csv", 1)


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
    for told in proposals:
        problems: list[Problem] = []
        reader = FactReader(schema, known, entities, canonical, set(), problems)
        if reader.fact(Record(_NOWHERE, told.cells)) is not None and not problems:
            kept.append(told)
    return kept


def _source(told: DraftSource) -> Source:
    return Source(told.id, told.title, "", None, None, told.language, "", told.document, _NOWHERE)
