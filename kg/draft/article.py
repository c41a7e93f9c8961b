"""One article on its way to a draft: read sentence by sentence, told by rules, weighed by pairs, dated, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.draft.agreements.closing_meetings import closes_meeting
from kg.draft.checking import passing, term_of
from kg.draft.dates.dated_alike import Days, dated_alike
from kg.draft.dates.dating import dates_told
from kg.draft.dates.occurring import NO_DATE, dated
from kg.draft.dates.scenes import Scene, foreseen_days
from kg.draft.dates.told_dates import Told
from kg.draft.grading import LOWEST, graded
from kg.draft.language.passages import is_headline
from kg.draft.language.plain_text import plain_text
from kg.draft.language.words import Sentence
from kg.draft.model import (
    Draft,
    DraftSource,
    Proposal,
    ProposedName,
    ProposedThing,
    proposal_key,
)
from kg.draft.names.newcomers import Newcomers
from kg.draft.names.told_apart import told_apart
from kg.draft.pairs.moments import Moment
from kg.draft.pairs.pair_reader import PairReader
from kg.draft.pairs.scoring import Claim
from kg.draft.posts.earlier import is_of_before
from kg.draft.posts.late_ministries import LateMinistries, is_by_field
from kg.draft.quoting import Quoter
from kg.draft.reading import Reader, ReadSentence
from kg.draft.references.completing import complete
from kg.draft.relation import Relation
from kg.draft.relations.bystanders import only_there
from kg.draft.relations.cards import is_labelled
from kg.draft.relations.triggers import Trigger, triggers
from kg.draft.spans import Mention
from kg.draft.telling import Telling
from kg.facts.dates import PartialDate
from kg.facts.schema import Property, PropertyUse
from kg.facts.tables import bad_character

if TYPE_CHECKING:
    from kg.draft.drafter import Drafter

_SURE_THING = 0.7


class Article:
    """One article on its way to a draft."""

    def __init__(self, drafter: Drafter, text: str, source: DraftSource, language: str) -> None:
        self._drafter = drafter
        plain = plain_text(text, language or source.language)
        self._text = plain.text
        self._source = source
        self._reader = Reader(drafter.known, drafter.schema, drafter.decisions, source.id)
        self._language = language
        self._quoter = Quoter(text, plain)
        try:
            self._published: PartialDate | None = PartialDate.parse(source.published) if source.published else None
        except ValueError:
            self._published = None
        self.pairs = PairReader(drafter.weights, drafter.terms, drafter.schema, self._reader.things, drafter.posts)
        self._things: dict[str, Mention] = {}
        self._verbs: list[Trigger] = []
        self._scene = Scene(drafter.schema, self._published)
        self._scenes: dict[str, Told] = {}
        self._foreseen: dict[str, Told] = {}
        self._sentences: dict[int, Sentence] = {}
        self._of_one_day: set[str] = set()
        self._proposals: dict[tuple[str, ...], Proposal] = {}
        self._ministers = LateMinistries()
        self._in_tables: set[Claim] = set()
        """What the rules told that the tables have from this article."""

    @property
    def things(self) -> Mapping[str, Mention]:
        """The first mention of each thing, by its id."""
        return self._reader.things.ids

    def draft(self) -> Draft:
        """Reads the article once."""
        drafter = self._drafter
        telling = Telling(drafter.schema, drafter.known, drafter.posts, self._reader.things)
        context = telling.context
        headline: ReadSentence | None = None
        for read in self._reader.read(self._text, self._language):
            self._sentences[read.sentence.number] = read.sentence
            complete(read, context)
            dates = dates_told(read.sentence, self._published, self._scene.before)
            if not read.mentions and not context.is_listed and not closes_meeting(read.sentence):
                self._scene.pass_over(read, dates)
                continue
            if is_headline(read.sentence):  # told again below, but for who is who
                headline = read
                for relation in telling.posts(read):
                    self._propose(relation, read, [])
                context.leave(read)
                continue
            dates = self._scene.dates(read, dates)
            self._scene.enter(read, dates)
            self._verbs = triggers(read.sentence, read.mentions)
            self._scene.hold(read, dates, self._verbs)
            self._foreseen |= foreseen_days(read, dates, self._verbs, self._published)
            self._read(telling, read, dates)
            context.leave(read, is_aside=is_labelled(read.sentence))
        if headline is not None:
            self._scene.told = None  # the day of the end of a text is not its headline's
            for relation in telling.untold(headline, {told.predicate for told in self._proposals.values()}):
                self._propose(relation, headline, [])
        self._put_in_ministries()
        self._doubt()
        told_by_rules = self._in_tables | {_stated(told) for told in self._proposals.values()}
        for relation, moment in self.pairs.relations(sorted(told_by_rules)):
            self._verbs, self._scene.told = moment.verbs, moment.scene
            if not self._agrees(relation):
                self._propose(relation, moment.read, moment.dates)
        return self._finished()

    def _read(self, telling: Telling, read: ReadSentence, dates: list[Told]) -> None:
        """Proposes what the rules tell of a sentence, and leaves it to the reader of pairs."""
        named, before, told = self.pairs.snapshot(read), set(self._reader.things.ids), []
        for relation in telling.relations(read, dates, self._verbs):
            self._propose(relation, read, dates)
            told.append(relation)
        made = [mention for key, mention in self._reader.things.ids.items() if key not in before]
        self.pairs.enter(Moment(read, dates, self._verbs, self._scene.told), named, told, made)

    def _agrees(self, relation: Relation) -> bool:
        """Whether a rule tells what a pair tells: then the row is as sure as the surer of both."""
        told = self._proposals.get((relation.subject.entity, relation.predicate, relation.object.entity))
        if told is None:
            return False
        confidence = round(max(told.confidence, relation.confidence), 2)
        reasons = tuple(dict.fromkeys((*told.reasons, *relation.reasons)))
        self._proposals[told.claim[:3]] = replace(told, confidence=confidence, reasons=reasons)
        return True

    def _put_in_ministries(self) -> None:
        """Proposes the ministries of posts that the article names after them, instead of their countries."""
        told = [each.claim[:3] for each in self._proposals.values()]
        for relation, read, instead in list(self._ministers.relations(told, self.things)):
            self._propose(relation, read, [])
            if instead is not None:
                self._proposals.pop(instead, None)

    def _doubt(self) -> None:
        """Takes back what rules told where the words around speak against it."""
        stated = {_stated(told): key for key, told in self._proposals.items() if not is_by_field(told)}
        for claim in self.pairs.doubted(stated):
            del self._proposals[stated[claim]]
        self._forget_things()

    def _forget_things(self) -> None:
        """Leaves the things that some proposal tells of."""
        told_of = {end for told in self._proposals.values() for end in (told.subject, told.object)}
        self._things = {key: mention for key, mention in self._things.items() if key in told_of}

    def _propose(self, relation: Relation, read: ReadSentence, dates: list[Told]) -> None:
        not_so = only_there(read, relation) or is_of_before(read, relation)
        property_ = None if not_so else self._property(relation)
        if property_ is None or (told := self._row(relation, property_, read, dates)) is None:
            return
        self._ministers.remember(relation, read)
        is_figure = property_.use is PropertyUse.FIGURE
        undated = is_figure or told.rule.endswith("agreement.between")  # built under an agreement of A and B
        scene = None if told.from_ or told.status or undated else self._scene.day_of(read.sentence, relation)
        if scene is not None:
            self._scenes[told.key] = scene
        self._keep(told, symmetric=property_.symmetric)
        for mention in (relation.subject,) if is_figure else (relation.subject, relation.object):
            self._things.setdefault(mention.entity, self._reader.things.ids.get(mention.entity, mention))

    def _property(self, relation: Relation) -> Property | None:
        """The term of a relation that may be proposed: its ends fit, and it is not in the tables."""
        property_ = term_of(relation, self._drafter.schema)
        claim = (relation.subject.entity, relation.predicate, relation.object.entity)
        if property_ is not None and self._drafter.is_quoted(*claim, self._source.id):
            self._in_tables.add(claim)
            return None
        return property_

    def _row(self, relation: Relation, property_: Property, read: ReadSentence, dates: list[Told]) -> Proposal | None:
        """The row of a relation, dated, quoted and graded; None where it has no quote or is not sure enough."""
        schema, left, right = self._drafter.schema, relation.subject, relation.object
        place = self._quoter.place(read.sentence, relation.spans)
        if place is None or bad_character(place.quote) is not None:
            return None
        if relation.predicate == "operates" and not schema.is_a(right.class_name, "Event"):
            relation.is_event = False  # what runs a center runs it from some day on
        is_figure = property_.use is PropertyUse.FIGURE
        dating = NO_DATE if is_figure else dated(relation, dates, self._verbs, self._published, read.sentence)
        from_, until, derived = dating.from_, dating.until, dating.derived
        stated = self._drafter.is_stated(left.entity, relation.predicate, right.entity)
        confidence, reasons = graded(relation, self._text, dated=bool(from_ or until), derived=derived, stated=stated)
        if confidence < LOWEST:
            return None
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
        key = proposal_key(told.claim, told.source, place.quote)
        if dating.is_numbered:
            self._of_one_day.add(key)
        return replace(told, key=key)

    def _keep(self, told: Proposal, *, symmetric: bool) -> None:
        """Keeps of one claim the row that is surest and dated."""
        claim = _undirected(told) if symmetric else told.claim[:3]
        before = self._proposals.get(claim)
        if before is not None and told.from_ and not before.from_ and told.status == before.status:
            before = replace(before, from_=told.from_, until=told.until, dating=told.dating)
            self._proposals[claim] = before
        elif before is not None and before.from_ and not told.from_ and told.status == before.status:
            told = replace(told, from_=before.from_, until=before.until, dating=before.dating)
        if before is None or (before.confidence, bool(before.from_)) < (told.confidence, bool(told.from_)):
            self._proposals[claim] = told

    def _is_ahead(self, day: str) -> bool:
        """Whether a day lies after that of publication."""
        return self._published is not None and PartialDate.parse(day).earliest > self._published.latest

    def _is_thing(self, key: str) -> bool:
        return key in self._drafter.project.entities or key in self._reader.things.ids

    # The things that proposals need.

    def _finished(self) -> Draft:
        least = self._drafter.least
        self._proposals = {key: told for key, told in self._proposals.items() if told.confidence >= least}
        self._forget_things()
        proposals = sorted(self._proposals.values(), key=lambda told: (told.place.start, told.place.end, told.key))
        for told in proposals:
            for key in told.qualifiers.values():
                if key in self._reader.things.ids:
                    self._things.setdefault(key, self._reader.things.ids[key])
        for mention in self._reader.things.ids.values():
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
        names = told_apart(names, self._things, checked, self._label)
        return Draft(self._source, tuple(things), tuple(names), tuple(checked), tuple(questions))

    def _label(self, key: str, language: str) -> str:
        """The name of a thing of the project, or of a place, in a language; empty where it has none."""
        known = self._drafter.project.entities.get(key) or self._drafter.known.places.get(key)
        return known.label(language) if known is not None else ""

    def _needs(self, told: Proposal) -> set[str]:
        """The things that a proposal speaks of."""
        property_ = self._drafter.schema.properties[told.predicate]
        qualified = {value for name, value in told.qualifiers.items() if name in ("role", "onBehalfOf")}
        return {told.subject, *qualified} | ({told.object} if property_.use is PropertyUse.RELATION else set())

    def _dated_alike(self, proposals: list[Proposal]) -> list[Proposal]:
        """The proposals, with the date of each event and signing in all rows that tell of it."""
        classes = {key: m.class_name for key, m in self._classes().items()}
        lasting, held = (self._scene.days(), self._scene.ends()), self._scene.held
        days = Days(*lasting, held, self._scenes, self._foreseen, self._of_one_day)
        return dated_alike(proposals, classes, self._drafter.schema, days)

    def _classes(self) -> dict[str, Mention]:
        return {**self._reader.things.ids, **self._things}


def _stated(told: Proposal) -> Claim:
    return told.subject, told.predicate, told.object


def _undirected(told: Proposal) -> tuple[str, ...]:
    return (*sorted((told.subject, told.object)), told.predicate)
