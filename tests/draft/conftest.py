"""A drafter for the shipped project, and one for a project that knows nothing."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grading import LOWEST
from kg.draft.model import Draft, DraftSource
from kg.draft.names.told_apart import bare_name
from kg.draft.pairs.weights import NO_WEIGHTS
from kg.facts.model import Project
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.rdf.ontology import Ontology
from kg.resources import Resources


@pytest.fixture(scope="session")
def project(schema: Schema) -> Project:
    resources = Resources.shipped()
    return read_project(resources.seeds, schema, Ontology(resources.ontology).shapes)


@pytest.fixture(scope="session")
def drafter(project: Project, schema: Schema) -> Drafter:
    """Of all that rules tell, the least sure as well."""
    return Drafter(project, schema, weights=NO_WEIGHTS, least=LOWEST)


def source(key: str = "article", published: str = "2026-03-12") -> DraftSource:
    return DraftSource(key, "An article", "", published, "", "en", "", f"{key}.txt", f"{key}.txt", "0" * 64)


def triples(draft: Draft) -> set[tuple[str, str, str]]:
    """What a draft proposes, things by their names where they are new, without what tells described ones apart."""
    names = {name.entity: bare_name(name.text) for name in reversed(draft.names)}
    return {(names.get(t.subject, t.subject), t.predicate, names.get(t.object, t.object)) for t in draft.proposals}


def held(drafter: Drafter, text: str, language: str = "en") -> set[tuple[str, str]]:
    """Who holds a post in which body, by their names."""
    draft = drafter.draft(text, source(), language)
    names: dict[str, str] = {}
    for told in draft.names:
        names.setdefault(told.entity, told.text)
    bodies = {each.subject: each.object for each in draft.proposals if each.predicate == "postIn"}
    holding = [(each.subject, each.object) for each in draft.proposals if each.predicate == "holdsPost"]
    return {(names[person], names.get(bodies.get(post, ""), bodies.get(post, ""))) for person, post in holding}
