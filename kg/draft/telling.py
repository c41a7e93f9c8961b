"""The relations that an article tells, sentence by sentence: of posts, agreements, gatherings, labels and verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kg.draft.agreements.acts import legal_acts
from kg.draft.agreements.agreements import Agreements
from kg.draft.agreements.english_acts import english_acts
from kg.draft.agreements.provisions import provisions
from kg.draft.dates.scenes import HOLDING
from kg.draft.dates.told_dates import Told
from kg.draft.gatherings.azerbaijani_hosts import azerbaijani_hosts
from kg.draft.gatherings.azerbaijani_meetings import azerbaijani_meetings
from kg.draft.gatherings.azerbaijani_speakers import azerbaijani_speakers
from kg.draft.gatherings.english_guests import english_guests
from kg.draft.gatherings.english_meetings import english_meetings, take_meeting
from kg.draft.gatherings.english_visits import english_visits
from kg.draft.gatherings.kazakh_meetings import meetings
from kg.draft.gatherings.kazakh_visits import visits
from kg.draft.gatherings.met_together import met_together
from kg.draft.gatherings.occasions import Occasions
from kg.draft.gatherings.russian_guests import russian_guests
from kg.draft.gatherings.russian_meetings import russian_meetings, signing_ceremony
from kg.draft.gatherings.russian_participants import russian_participants
from kg.draft.gatherings.russian_talks import russian_talks
from kg.draft.gatherings.russian_visits import russian_visits, sides_of_visit
from kg.draft.gatherings.talks import talks
from kg.draft.gatherings.turkic_delegations import delegations_met
from kg.draft.gatherings.turkic_meetings import turkic_meetings
from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.names.identifying import Identities
from kg.draft.names.known import KnownThings
from kg.draft.posts.english_appointments import Appointments
from kg.draft.posts.english_staff import english_staff
from kg.draft.posts.known_posts import KnownPosts
from kg.draft.posts.offices import offices
from kg.draft.reading import ReadSentence
from kg.draft.references.context import Context
from kg.draft.references.russian_references import is_source
from kg.draft.relation import Relation
from kg.draft.relations.cards import Cards
from kg.draft.relations.figures import figures
from kg.draft.relations.kazakh_openings import opened
from kg.draft.relations.listing import listed
from kg.draft.relations.profiles import told_by_label
from kg.draft.relations.relating import relations
from kg.draft.relations.triggers import Trigger, triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema


class Telling:
    """Follows one article; things that relations make are put among the `things` of the article."""

    def __init__(self, schema: Schema, known: KnownThings, posts_known: KnownPosts, things: Identities) -> None:
        self._schema, self._known, self._posts_known, self._things = schema, known, posts_known, things
        self.context = Context(schema)
        self._agreements, self._occasions, self._cards = Agreements(schema), Occasions(schema), Cards(schema)
        self._appointments = Appointments()
        self._meetings: dict[str, str] = {}
        """The ids of meetings whose sides were told, by those that they were read with."""

    def relations(self, read: ReadSentence, dates: list[Told], verbs: list[Trigger]) -> Iterator[Relation]:
        """The relations of a sentence; posts first, since who is in one acts for it."""
        yield from met_together(self._relations(read, dates, verbs), read, self._schema)

    def _relations(self, read: ReadSentence, dates: list[Told], verbs: list[Trigger]) -> Iterator[Relation]:
        take_meeting(read, self.context.event)
        for mention in read.mentions:
            mention.entity = (
                self._meetings.get(mention.entity, mention.entity) if mention.is_reference else mention.entity
            )
        ceremony = signing_ceremony(read, bool(self._agreements.given))
        if ceremony is not None:
            self._things.ids.setdefault(ceremony.entity, ceremony)
            self.context.event = ceremony
        gathered, gathering = self._occasions.read(read, dates, self.context.made or self.context.topic)
        if gathering is not None:
            gathering = self._things.ids.setdefault(gathering.entity, gathering)
        yield from self.posts(read)
        yield from self._agreed(read, dates, verbs)
        for relation, thing in [
            *legal_acts(read, self._schema, verbs),
            *english_acts(read, self._schema, verbs),
            *talks(read, self._schema),
            *([*russian_meetings(read, self._schema)] or russian_talks(read, self._schema)),
            *russian_visits(read, self._schema),
        ]:
            if thing is not None:
                self._things.ids.setdefault(thing.entity, thing)
                self.context.event = thing if thing.class_name == "Meeting" else self.context.event
            yield relation
        self.context.agreed(sides_of_visit(read, self._schema))
        yield from gathered
        yield from russian_guests(read, self._schema)
        yield from russian_participants(read, self._schema, self.context.event)
        yield from english_guests(read, self._schema)
        yield from english_staff(read, self._schema)
        yield from azerbaijani_hosts(read, self._schema)
        yield from azerbaijani_speakers(read, self._schema)
        met, meeting = english_meetings(read, self._schema)
        if not met:
            met, meeting = delegations_met(read, self._schema)
        if not met:
            met, meeting = azerbaijani_meetings(read, self._schema, self._meetings)
        if not met:
            met, meeting = turkic_meetings(read, self._schema)
        if not met:
            met, meeting = meetings(read, self._schema)
        if not met:
            met, meeting = visits(read, self._schema)
        if meeting is not None:
            self._things.ids.setdefault(meeting.entity, meeting)
            self.context.event = meeting if meeting.language in ("az", "en") else self.context.event
        yield from met
        paid, visit = english_visits(read, self._schema)
        if visit is not None:
            self._things.ids.setdefault(visit.entity, visit)
        yield from paid
        yield from self._cards.read(read, self.context)
        yield from listed(read, self.context, self._schema)
        if self.context.label is not None and self.context.main is not None:
            yield from told_by_label(read, self.context.label, self.context.main, self._schema)
        yield from figures(read, self._schema, self.context.topic)
        yield from self._related(read, verbs)

    def untold(self, headline: ReadSentence, told: Set[str]) -> Iterator[Relation]:
        """The agreements of a headline, and a Russian one's meetings and visits, where nothing below tells any.

        `told` are the predicates of what is told below.
        """
        if "partyTo" not in told:
            yield from self._agreed(headline, [], triggers(headline.sentence, headline.mentions))
        if "participatedIn" not in told:
            yield from self._met(headline)

    def _met(self, read: ReadSentence) -> Iterator[Relation]:
        for relation, thing in [*russian_meetings(read, self._schema), *russian_visits(read, self._schema)]:
            self._things.ids.setdefault(thing.entity, thing)
            yield relation

    def _agreed(self, read: ReadSentence, dates: list[Told], verbs: list[Trigger]) -> Iterator[Relation]:
        """The relations of agreements, and of what was told to be in them."""
        agreements = self._agreements
        agreements.sides = self.context.sides
        for relation, agreement in [*agreements.read(read, dates)]:
            if agreement is not None:
                self._things.ids.setdefault(agreement.entity, agreement)
            yield relation
        self.context.agreed(agreements.latest)
        told = agreements.told[-1] if agreements.told else None
        parties = agreements.parties.get(told.entity, set()) if told is not None else set()
        yield from provisions(read, told, verbs, self._schema, parties)

    def _related(self, read: ReadSentence, verbs: Sequence[Trigger]) -> Iterator[Relation]:
        """The relations of verbs and constructions, of which the context remembers sides, founders and what is new."""
        told = [*relations(read, self._schema, self._known)]
        for relation in told:
            if relation.predicate == "informed" and is_source(read.sentence, relation.object):
                continue  # как сообщает X, договор подписал Y
            holds = relation.predicate == "operates" and self._schema.is_a(relation.object.class_name, "Event")
            if holds and relation.subject.class_name == "Person" and relation.subject.language == "ru":
                continue  # министр провёл заседание
            of_body = self._schema.is_a(relation.object.class_name, "Organisation")
            if relation.rule == "ru.construction.operates.organiser" and of_body:
                continue  # … и банк «X», соорганизатор – фонд «Y»
            if _only_reports(relation) or _is_of_another(relation):
                continue
            if relation.predicate in ("partnerOf", "cooperatesWith") and not relation.status:
                self.context.agreed([relation.subject, relation.object])
            if relation.rule.endswith(".event-in-place") and _is_ahead(relation.subject, told, verbs):
                relation.status = "planned"
            if relation.predicate in ("founded", "worksFor") and relation.subject.class_name == "Person":
                self.context.interviewed(relation.subject, relation.object)
            if relation.predicate in ("founded", "establishedIn"):
                self.context.made = relation.object if relation.predicate == "founded" else relation.subject
            yield relation
        self.context.made = opened(read, self._schema) or self.context.made

    def posts(self, read: ReadSentence) -> Iterator[Relation]:
        """Who holds which post; whoever is named first with one is who an interview is with."""
        told = []
        for relation, office in offices(read, self._schema, self._things.ids, self._posts_known, self.context.topic):
            if office is not None:  # noted at once, so that the next one of such a name is told apart from it
                self._things.ids.setdefault(office.entity, office)
            told.append((relation, office))
        told += self._appointments.read(read, self._schema, self._things.ids, self._posts_known)
        for relation, office in told:
            if office is not None:
                self._things.ids.setdefault(office.entity, office)
            if relation.predicate in ("postIn", "represents") and not relation.subject.is_reference:
                people = [m for m in read.mentions if m.post == relation.subject.entity or m is relation.subject]
                if people and people[0].class_name == "Person":
                    self.context.interviewed(people[0], relation.object)
            yield relation


def _only_reports(relation: Relation) -> bool:
    """Whether an English sentence names a news agency only as who reports it: BAKU. AZERTAC Georgia's team came."""
    ends = (relation.subject, relation.object)
    press = any(m.rule == "press" and m.language == "en" for m in ends)
    return press and relation.predicate in ("participatedIn", "worksFor", "operates", "founded", "spokeAt")


def _is_ahead(event: Mention, told: Sequence[Relation], verbs: Sequence[Trigger]) -> bool:
    """Whether all that a sentence says of holding a gathering is to come: will hold its summit in Tallinn."""
    held = [verb.status for verb in verbs if verb.frame in HOLDING]
    held += [each.status for each in told if event in (each.subject, each.object) and ".hold" in each.rule]
    return bool(held) and all(status == "planned" for status in held)


def _is_of_another(relation: Relation) -> bool:
    """Whether a branch that is told to be opened at another's base has its body beside it: A базасында B филиалы."""
    branch, owner = relation.subject, relation.subject.owner
    at_base = relation.predicate == "belongsTo" and relation.rule.startswith("kk.construction.")
    of_body = at_base and in_family(branch.head, grammar("kk"), "branch_of_body")
    return of_body and owner is not None and owner is not relation.object
