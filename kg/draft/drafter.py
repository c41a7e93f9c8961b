"""From an article to proposals: read, relate, date, quote, check."""

from __future__ import annotations

from kg.draft.article import Article
from kg.draft.grading import LEAST
from kg.draft.model import Draft, DraftSource
from kg.draft.names.decided import Decisions
from kg.draft.names.known import KnownThings
from kg.draft.pairs.terms import Terms
from kg.draft.pairs.weights import Weights, shipped_weights
from kg.draft.posts.known_posts import known_posts
from kg.facts.model import Project
from kg.facts.schema import Schema


class Drafter:
    """Proposes facts of articles; made once for a project, its tables and indexes serve all articles."""

    def __init__(
        self,
        project: Project,
        schema: Schema,
        decisions: Decisions | None = None,
        weights: Weights | None = None,
        least: float = LEAST,
    ) -> None:
        """`decisions` are the answers to questions of earlier runs; `weights` those of pairs, if not the shipped.

        What is less sure than `least` is not proposed; below 0.4 nothing is.
        """
        self.least = least
        self.decisions = decisions or Decisions()
        self.weights = shipped_weights() if weights is None else weights
        self.terms = Terms(schema)
        self._project = project
        self._schema = schema
        self.known = KnownThings(project.entities, project.facts)
        self.posts = known_posts(project)
        self._stated = {(fact.subject, fact.predicate, fact.object) for fact in project.facts}
        self._quoted = {
            (fact.subject, fact.predicate, fact.object, fact.source) for fact in project.facts if fact.quote is not None
        }

    def draft(self, text: str, source: DraftSource, language: str = "") -> Draft:
        """The proposals for one article; `language` is that of its words where that is known."""
        return Article(self, text, source, language).draft()

    @property
    def project(self) -> Project:
        """The project that proposals are made for."""
        return self._project

    @property
    def schema(self) -> Schema:
        """The terms that proposals use."""
        return self._schema

    def is_stated(self, subject: str, predicate: str, object_: str) -> bool:
        """Whether the project's tables have this fact, from whichever source."""
        return (subject, predicate, object_) in self._stated

    def is_quoted(self, subject: str, predicate: str, object_: str, source: str) -> bool:
        """Whether they have it from this source."""
        return (subject, predicate, object_, source) in self._quoted
