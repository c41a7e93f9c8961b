"""From an article to proposals: read, relate, date, quote, check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.draft.acts import legal_acts
from kg.draft.agreements import Agreements
from kg.draft.cards import Cards, is_labelled
from kg.draft.checking import passing
from kg.draft.context import Context
from kg.draft.dating import Told, dates_told
from kg.draft.decided import Decisions
from kg.draft.figures import figures
from kg.draft.grading import graded
from kg.draft.known import KnownThings
from kg.draft.known_posts import known_posts
from kg.draft.listing import listed
from kg.draft.meetings import meetings
from kg.draft.model import (
    DraftSource,
    Proposal,
    ProposedName,
    ProposedThing,
    Question,
    proposal_key,
)
from kg.draft.newcomers import Newcomers
from kg.draft.occasions import Occasions
from kg.draft.occurring import dated, dated_alike
from kg.draft.offices import offices
from kg.draft.passages import is_headline
from kg.draft.profiles import told_by_label
from kg.draft.provisions import provisions
from kg.draft.quoting import Quoter
from kg.draft.reading import Reader, ReadSentence
from kg.draft.relating import relations
from kg.draft.relation import Relation
from kg.draft.scenes import Scene, foreseen_days
from kg.draft.spans import Mention
from kg.draft.talks import talks
from kg.draft.triggers import Trigger, triggers
from kg.draft.words import Sentence
from kg.facts.dates import PartialDate
from kg.facts.model import Project
from kg.facts.schema import PropertyUse, Schema
from kg.facts.tables import bad_character

LEAST = 0.4
"""Proposals less sure than this are not written."""
_SURE_THING = 0.7
_FEW = 5


@dataclass(frozen=True)
class Draft:
    """What the drafter proposes for one article."""

    source: DraftSource
    things: tuple[ProposedThing, ...] = ()
    names: tuple[ProposedName, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    questions: tuple[Question, ...] = ()


class Drafter:
    """Proposes facts of articles; made once for a project, its tables and indexes serve all articles."""

    def __init__(self, project: Project, schema: Schema, decisions: Decisions | None = None) -> None:
        """`decisions` are the answers to questions of earlier runs."""
        self.decisions = decisions or Decisions()
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
        return _Article(self, text, source, language).draft()

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


class _Article:
    def __init__(self, drafter: Drafter, text: str, source: DraftSource, language: str) -> None:
        self._drafter = drafter
        self._text = text
        self._source = source
        self._reader = Reader(drafter.known, drafter.schema, drafter.decisions, source.id)
        self._language = language
        self._quoter = Quoter(text)
        try:
            self._published: PartialDate | None = PartialDate.parse(source.published) if source.published else None
        except ValueError:
            self._published = None
        self._things: dict[str, Mention] = {}
        self._verbs: list[Trigger] = []
        self._scene = Scene()
        self._scenes: dict[str, Told] = {}
        self._foreseen: dict[str, Told] = {}
        self._sentences: dict[int, Sentence] = {}
        self._proposals: dict[tuple[str, ...], Proposal] = {}

    def draft(self) -> Draft:
        agreements = Agreements(self._drafter.schema)
        occasions = Occasions(self._drafter.schema)
        self._cards = Cards(self._drafter.schema)
        context = self._context = Context(self._drafter.schema)
        opening: list[Told] = []
        for read in self._reader.read(self._text, self._language):
            self._sentences[read.sentence.number] = read.sentence
            context.enter(read)
            if not read.mentions and not context.is_listed:
                opening = _opening_day(read, self._published)
                told = dates_told(read.sentence, self._published, self._scene.day)
                self._scene.enter(read.sentence, [each for each in told if not self._is_printed(each)], self._published)
                continue
            if is_headline(read.sentence):  # told again below, but for who is who
                for relation in self._posts(read):
                    self._propose(relation, read, [])
                context.leave(read)
                continue
            dates = dates_told(read.sentence, self._published, self._scene.day) or opening
            self._scene.enter(read.sentence, dates, self._published)
            opening = []
            self._verbs = triggers(read.sentence, read.mentions)
            self._foreseen |= foreseen_days(read, dates, self._verbs, self._published)
            for relation in self._relations(read, agreements, occasions, dates):
                self._propose(relation, read, dates)
            context.leave(read, is_aside=is_labelled(read.sentence))
        return self._finished()

    def _relations(
        self, read: ReadSentence, agreements: Agreements, occasions: Occasions, dates: list[Told]
    ) -> Iterator[Relation]:
        """The relations of a sentence; posts first, since who is in one acts for it."""
        gathered, gathering = occasions.read(read, dates, self._context.made or self._context.topic)
        if gathering is not None:
            gathering = self._reader.ids.setdefault(gathering.entity, gathering)
        yield from self._posts(read)
        agreements.sides = self._context.sides
        for relation, agreement in [*agreements.read(read, dates)]:
            if agreement is not None:
                self._reader.ids.setdefault(agreement.entity, agreement)
            yield relation
        self._context.agreed(agreements.latest)
        told = agreements.told[-1] if agreements.told else None
        parties = agreements.parties.get(told.entity, set()) if told is not None else set()
        yield from provisions(read, told, self._verbs, self._drafter.schema, parties)
        schema = self._drafter.schema
        for relation, thing in [*legal_acts(read, schema, self._verbs), *talks(read, schema)]:
            if thing is not None:
                self._reader.ids.setdefault(thing.entity, thing)
                self._context.event = thing if thing.class_name == "Meeting" else self._context.event
            yield relation
        yield from gathered
        met, meeting = meetings(read, self._drafter.schema)
        if meeting is not None:
            self._reader.ids.setdefault(meeting.entity, meeting)
        yield from met
        yield from self._cards.read(read, self._context)
        yield from listed(read, self._context, self._drafter.schema)
        if self._context.label is not None and self._context.main is not None:
            yield from told_by_label(read, self._context.label, self._context.main, self._drafter.schema)
        yield from figures(read, self._drafter.schema, self._context.topic)
        for relation in relations(read, self._drafter.schema, self._drafter.known):
            if relation.predicate in ("partnerOf", "cooperatesWith") and not relation.status:
                self._context.agreed([relation.subject, relation.object])
            if relation.predicate in ("founded", "worksFor") and relation.subject.class_name == "Person":
                self._context.interviewed(relation.subject, relation.object)
            if relation.predicate in ("founded", "establishedIn"):
                self._context.made = relation.object if relation.predicate == "founded" else relation.subject
            yield relation

    def _posts(self, read: ReadSentence) -> Iterator[Relation]:
        """Who holds which post; whoever is named first with one is who an interview is with."""
        for relation, office in [
            *offices(read, self._drafter.schema, self._reader.ids, self._drafter.posts, self._context.topic)
        ]:
            if office is not None:
                self._reader.ids.setdefault(office.entity, office)
            if relation.predicate in ("postIn", "represents") and not relation.subject.is_reference:
                people = [m for m in read.mentions if m.post == relation.subject.entity or m is relation.subject]
                if people and people[0].class_name == "Person":
                    self._context.interviewed(people[0], relation.object)
            yield relation

    def _propose(self, relation: Relation, read: ReadSentence, dates: list[Told]) -> None:
        schema = self._drafter.schema
        property_ = schema.properties.get(relation.predicate)
        left, right = relation.subject, relation.object
        if property_ is None or left.entity == right.entity:
            return
        is_figure = property_.use is PropertyUse.FIGURE
        if property_.use is not PropertyUse.RELATION and not is_figure:
            return
        fits = is_figure or schema.is_a(right.class_name, property_.range)
        if not (schema.is_a(left.class_name, property_.domain) and fits):
            return
        if (
            left.candidates
            or right.candidates
            or self._drafter.is_quoted(left.entity, relation.predicate, right.entity, self._source.id)
        ):
            return
        place = self._quoter.place(read.sentence, relation.spans)
        if place is None or any(bad_character(letter) for letter in place.quote):
            return
        if relation.predicate == "operates" and not schema.is_a(right.class_name, "Event"):
            relation.is_event = False  # what runs a center runs it from some day on
        from_, until, derived = (
            ("", "", False) if is_figure else dated(relation, dates, self._verbs, self._published, read.sentence)
        )
        stated = self._drafter.is_stated(left.entity, relation.predicate, right.entity)
        confidence, reasons = graded(relation, self._text, dated=bool(from_ or until), derived=derived, stated=stated)
        if confidence < LEAST:
            return
        status = relation.status
        if not status and from_ and relation.is_event and self._is_ahead(from_):
            status = "planned"
        qualifiers = {name: value for name, value in relation.qualifiers.items() if self._is_thing(value)}
        qualifiers |= relation.values
        told = Proposal(
            "", left.entity, relation.predicate, right.entity, from_, until, "derived" if derived else "",
            self._source.id, place, status, qualifiers, confidence, read.sentence.language, relation.rule,
            reasons,
        )  # fmt: skip
        told = replace(told, key=proposal_key(told.claim, told.source, place.quote))
        if not (from_ or status or is_figure) and self._scene.told is not None:
            self._scenes[told.key] = self._scene.told
        claim = _undirected(told) if property_.symmetric else told.claim[:3]
        before = self._proposals.get(claim)
        if before is not None and told.from_ and not before.from_ and told.status == before.status:
            before = self._proposals[claim] = replace(before, from_=from_, until=until, dating=told.dating)
        if before is None or (before.confidence, bool(before.from_)) < (told.confidence, bool(told.from_)):
            self._proposals[claim] = told
        for mention in (left,) if is_figure else (left, right):
            self._things.setdefault(mention.entity, self._reader.ids.get(mention.entity, mention))

    def _is_printed(self, told: Told) -> bool:
        """Whether a date that stands apart is that of the article."""
        return self._published is not None and told.text == self._published.text and (told.yearless or not told.derived)

    def _is_ahead(self, day: str) -> bool:
        """Whether a day lies after that of publication."""
        return self._published is not None and PartialDate.parse(day).earliest > self._published.latest

    def _is_thing(self, key: str) -> bool:
        return key in self._drafter.project.entities or key in self._reader.ids

    # The things that proposals need.

    def _finished(self) -> Draft:
        proposals = sorted(self._proposals.values(), key=lambda told: (told.place.start, told.place.end, told.key))
        for told in proposals:
            for key in told.qualifiers.values():
                if key in self._reader.ids:
                    self._things.setdefault(key, self._reader.ids[key])
        for mention in self._reader.ids.values():
            if (
                mention.confidence >= _SURE_THING
                and mention.class_name
                and mention.rule not in ("place-name", "person")
            ):
                self._things.setdefault(mention.entity, mention)
        told_of = Newcomers(self._text, self._source, self._drafter.known, self._quoter, self._sentences)
        things: list[ProposedThing] = []
        names: list[ProposedName] = []
        for mention in self._things.values():
            if mention.entity not in self._drafter.project.entities:
                things += told_of.thing(mention)
                names += told_of.names(mention)
        questions = told_of.questions(self._reader)
        kept = {thing.id for thing in things} | set(self._drafter.project.entities)
        proposals = [told for told in self._dated_alike(proposals) if self._needs(told) <= kept]
        drafter = self._drafter
        checked = passing(
            proposals, {thing.id: thing for thing in things}, [self._source], drafter.project, drafter.schema
        )
        return Draft(self._source, tuple(things), tuple(names), tuple(checked), tuple(questions))

    def _needs(self, told: Proposal) -> set[str]:
        """The things that a proposal speaks of."""
        property_ = self._drafter.schema.properties[told.predicate]
        qualified = {value for name, value in told.qualifiers.items() if name in ("role", "onBehalfOf")}
        return {told.subject, *qualified} | ({told.object} if property_.use is PropertyUse.RELATION else set())

    def _dated_alike(self, proposals: list[Proposal]) -> list[Proposal]:
        """The proposals, with the date of each event and signing in all rows that tell of it."""
        classes = {key: m.class_name for key, m in self._classes().items()}
        return dated_alike(proposals, classes, self._drafter.schema, self._scenes, self._foreseen)

    def _classes(self) -> dict[str, Mention]:
        return {**self._reader.ids, **self._things}


def _opening_day(read: ReadSentence, published: PartialDate | None) -> list[Told]:
    """The day that a few English words tell, by which the next sentence is dated: Friday brought paperwork."""
    few = read.sentence.grammar.code == "en" and len(read.sentence.words) <= _FEW
    told = dates_told(read.sentence, published) if few else []
    return told if any(each.weekday for each in told) else []


def _undirected(told: Proposal) -> tuple[str, ...]:
    return (*sorted((told.subject, told.object)), told.predicate)


def checksum(data: bytes) -> str:
    """The SHA-256 of an article's bytes."""
    return hashlib.sha256(data).hexdigest()
