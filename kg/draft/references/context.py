"""What an article told so far, of which a sentence may speak without its name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.draft.names.russian_phrases import is_entry
from kg.draft.reading import ReadSentence
from kg.draft.references.azerbaijani_events import only_spoken_of
from kg.draft.references.azerbaijani_holders import Holder, holders_told
from kg.draft.references.kazakh_holders import KazakhHolder, kazakh_holders
from kg.draft.references.two_bodies import two_sides
from kg.draft.references.unsaid import is_said
from kg.draft.relations.profiles import Label, label_of
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_BULLET = re.compile(r"\s*(?:[•●▪*·]|\d{1,2}[).])\s")
_DASH, _LONG_LINE = re.compile(r"\s*[-–—]\s+\w|\s*[-–—]\s+[«“\"]"), 160
_MEMBERS = re.compile(r"\b(?:members?|residents?|participants?|tenants?|partner countries)\b[^:.]{0,60}:\s*\Z")
_THINGS = ("Organisation", "Initiative", "Event", "IndustrialPark")
_MEMBERED = ("Network", "Platform", "Cluster")
_SIDES = 2


def _comes(read: ReadSentence) -> bool:
    """Whether a sentence says that somebody came to somebody."""
    return any(entry.name == "come" for _, entry in read.sentence.triggers.values())


@dataclass
class Context:
    """What the article told so far, of which a sentence may speak without its name."""

    schema: Schema
    topic: Mention | None = None
    """The body, initiative or event that the last sentences are about."""
    made: Mention | None = None
    """What was founded or opened last."""
    person: Mention | None = None
    event: Mention | None = None
    network: Mention | None = None
    """The network, platform or cluster whose members a list names."""
    guest: Mention | None = None
    """Who is interviewed, and for whom."""
    home: Mention | None = None
    sides: list[Mention] = field(default_factory=list)
    """The parties of the agreement that was told last."""
    line: int = -1
    """Where the line begins that the last sentence is in."""
    _dashes: bool | None = None
    acted_on: Mention | None = None
    """The programme or event that the last sentence named last."""
    entry: Mention | None = None
    """The thing that a line of a list is about."""
    is_listed: bool = False
    offices: dict[str, Mention] = field(default_factory=dict)
    """The bodies of persons whose posts were told, by the person's id."""
    main: Mention | None = None
    """The first body, initiative or event of the article, which a fact sheet is about."""
    run: Mention | None = None
    """The initiative or event that was told last, which others run."""
    net: Mention | None = None
    """The initiative that was told last, which others coordinate and join."""
    members_of: Mention | None = None
    """The initiative whose members the lines of the list that follows are."""
    label: Label | None = None
    """The label that the sentence opens with."""
    bodies: list[Mention] = field(default_factory=list)
    """The bodies of the article so far, that which was named last at the end."""
    holders: list[Holder] = field(default_factory=list)
    """Whose posts were told, and by which words."""
    kazakh_holders: list[KazakhHolder] = field(default_factory=list)
    is_sheet: bool = False
    """Whether a sentence with a label was read: then the body, the organisation is what the sheet is about."""

    def body_of_guest(self) -> Mention | None:
        """The body of who is interviewed, else in Azerbaijani of who was told of last."""
        if self.home is not None or self.person is None or self.person.language != "az":
            return self.home
        return next((m for m in self.bodies if m.entity == self.person.post_of), None)

    def leave(self, read: ReadSentence, *, is_aside: bool = False) -> None:
        """Takes what a sentence named as what the next ones may be about; not what stands beside a label."""
        self._leave_people(read)
        if not self.is_listed:
            self.members_of = self._net_of_list(read)
        told = [m for m in read.mentions if not m.is_reference and m.start != m.end]
        told = [m for m in told if self.is_thing(m) and not m.inner]
        self._leave_topic(read, told, is_aside=is_aside)
        self._leave_bodies(read)
        self._leave_initiatives(read, told)
        events = [m for m in read.mentions if self.schema.is_a(m.class_name, "Event")]
        goes_on = read.sentence.grammar.code == "kk" and self._goes_on(events)
        if events and not goes_on and not (self.event is not None and only_spoken_of(read, events)):
            self.event = events[-1]

    def _goes_on(self, events: list[Mention]) -> bool:
        """Whether a sentence is still of the event told last, and only names others beside it: кездесуде …"""
        return self.event is not None and any(m.is_reference and m.entity == self.event.entity for m in events)

    def _net_of_list(self, read: ReadSentence) -> Mention | None:
        """The initiative whose members an English sentence says that the list after it names: the members are:"""
        sentence = read.sentence
        if sentence.grammar.code != "en" or _MEMBERS.search(sentence.text[sentence.start : sentence.end]) is None:
            return None
        nets = [m for m in read.mentions if self.schema.is_a(m.class_name, "Initiative")]
        return nets[-1] if nets else self.net

    def _leave_people(self, read: ReadSentence) -> None:
        """Takes who was named, and for which bodies they are in posts."""
        people = [m for m in read.mentions if m.class_name == "Person"]
        self.holders += holders_told(read)
        self.kazakh_holders += kazakh_holders(read)
        if people:
            self.person = people[0]
        for person in people:
            bodies = [m for m in (*read.mentions, self.topic) if m is not None and m.entity == person.post_of]
            if person.post_of and bodies:
                self.offices.setdefault(person.entity, bodies[0])

    def _leave_topic(self, read: ReadSentence, told: list[Mention], *, is_aside: bool) -> None:
        """Takes what the sentence was about; `told` are the things that it called by their names."""
        things = [m for m in told if m.mark in ("nom", "by", "acc", "gen", "")]
        named = [m for m in read.mentions if self.is_thing(m) and not m.inner]
        if not named and self.topic is None:  # whose head was told first of all
            named = [m for m in read.mentions if self.is_thing(m)]
        named = [m for m in named if m.class_name != "OpeningCeremony"] or named
        sorts = ("Organisation", "Initiative") if read.sentence.grammar.code == "en" else ("Organisation",)
        fits = (m for m in named if any(self.schema.is_a(m.class_name, sort) for sort in sorts))
        self.main = self.main or next(fits, None)
        if self.label is not None:
            self.topic = self.main
        elif named and not (is_aside and self.topic is not None) and not (self.is_listed and self.entry is not None):
            first = next((m for m in named if m.mark == "nom" and not is_said(read, m)), (things or named)[0])
            group = {m.entity for m in named if m.group == first.group}
            one = next((m for m in named if m.group != first.group and m.start > first.end), first)
            self.topic = one if len(group) > 1 and not read.sentence.grammar.verb_last else first

    def _leave_bodies(self, read: ReadSentence) -> None:
        """Takes the bodies that were named, and the sides of what two of them do together."""
        bodies = [m for m in read.mentions if self.schema.is_a(m.class_name, "Organisation")]
        new = {m.entity: m for m in bodies if m.class_name != "NewsAgency"}
        self.bodies = [*(m for m in self.bodies if m.entity not in new), *new.values()]
        visited = {m.entity: m for m in bodies}
        bodies = [m for m in bodies if not m.inner]
        partners = [m for m in bodies if m.mark == "with"]
        if partners and self.topic is not None:
            doer = next((m for m in bodies if m.mark == "nom"), self.home or self.topic)
            if self.schema.is_a(doer.class_name, "Organisation") and doer.entity != partners[0].entity:
                self.sides = [doer, *partners[:1]]
        self.sides = list(two_sides(read, list(new.values()))) or self.sides
        if read.sentence.grammar.code == "tr" and "ziyaret" in read.sentence.lowered and len(visited) == _SIDES:
            self.sides = list(visited.values())  # X heyeti Y'yi ziyaret etti: both sign then
        if read.sentence.grammar.code == "kk" and len(visited) == _SIDES and _comes(read):
            self.sides = list(visited.values())  # X-ке Y-тің мамандары келді

    def _leave_initiatives(self, read: ReadSentence, told: list[Mention]) -> None:
        """Takes the initiatives, events and networks that were named; `told` are the things that it called by names."""
        last = max(told, key=lambda m: m.start, default=None)
        runs = last is not None and self._is_run(last)
        self.acted_on = last if runs and read.sentence.grammar.code == "kk" else None
        run = [m for m in read.mentions if self._is_run(m) and not m.inner]
        self.run = next((m for m in run if m.mark == "nom"), run[0]) if run else self.run
        nets = [m for m in run if self.schema.is_a(m.class_name, "Initiative")]
        self.net = next((m for m in nets if m.mark == "nom"), nets[0]) if nets else self.net
        if not self.is_listed:
            networks = [m for m in read.mentions if m.class_name in _MEMBERED]
            self.network = networks[-1] if networks else self.network

    def agreed(self, parties: list[Mention]) -> None:
        """Remembers who agreed on something: the sides."""
        if len({party.entity for party in parties}) > 1:
            self.sides = parties

    def interviewed(self, person: Mention, body: Mention) -> None:
        """Remembers the first person of whom a post or a body is told: in an interview it is the guest."""
        if self.guest is None:
            self.guest, self.home = person, body

    def _is_run(self, mention: Mention) -> bool:
        return any(self.schema.is_a(mention.class_name, name) for name in ("Initiative", "Event"))

    def is_thing(self, mention: Mention) -> bool:
        """Whether something may be what a sentence is about: a body but a news agency, an initiative, an event."""
        return (
            any(self.schema.is_a(mention.class_name, name) for name in _THINGS) and mention.class_name != "NewsAgency"
        )

    def follow(self, read: ReadSentence) -> None:
        """Notes whether a new line begins, whether it is of a list, and what it is about."""
        sentence = read.sentence
        begins = sentence.text.rfind("\n", 0, sentence.start) + 1
        self.label = label_of(sentence) if self.main is not None and not self._has_entry(begins) else None
        if begins != self.line:
            self.line, self.entry = begins, None
            self.is_listed = _BULLET.match(sentence.text, begins) is not None or self._is_dashed(sentence.text, begins)
            self.is_listed = self.is_listed or is_entry(sentence, next(filter(self.is_thing, read.mentions), None))
        if self.label is not None:
            self.is_listed, self.is_sheet, self.topic = False, True, self.main
        if self.is_listed and self.entry is None:
            self.entry = next((m for m in read.mentions if self.is_thing(m) and not m.inner), None)
            if self.entry is not None:
                self.topic = self.entry

    def _has_entry(self, begins: int) -> bool:
        """Whether the line is of a list and its thing was told: Direktor: … is its director."""
        return begins == self.line and self.is_listed and self.entry is not None

    def _is_dashed(self, text: str, begins: int) -> bool:
        """Whether a line is of a list whose lines open with dashes; where one of them asks, it is an interview."""
        if _DASH.match(text, begins) is None:
            return False
        if self._dashes is None:
            lines = [line for line in text.splitlines() if _DASH.match(line)]
            self._dashes = len(lines) > 1 and not any("?" in line or len(line) > _LONG_LINE for line in lines)
        return self._dashes
