"""What a sentence leaves unsaid because an earlier one said it: its subject, pronouns, the sides, the speaker.

What is meant is added to the mentions of the sentence, with the mark that the pronoun or the verb's ending gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.draft.clauses import of_participle
from kg.draft.english_pronouns import body_of_speaker, person_before, quoted_person, subject_before
from kg.draft.layout import after_speech
from kg.draft.model import Reason
from kg.draft.profiles import Label, label_of
from kg.draft.reading import ReadSentence
from kg.draft.russian_phrases import is_entry
from kg.draft.spans import Mention
from kg.draft.two_bodies import two_bodies
from kg.draft.unsaid import at_event, has_unnamed_subject, is_said, own_parts
from kg.facts.schema import Schema

_PLACES = ("City", "Country", "Region", "Place")
_BULLET = re.compile(r"\s*(?:[•●▪*·]|\d{1,2}[).])\s")
_DASH, _LONG_LINE = re.compile(r"\s*[-–—]\s+\w|\s*[-–—]\s+[«“\"]"), 160
_SPEECH = re.compile(r"\s*[-–—]\s")
_OTHERS = re.compile(
    r"\b\d+ (?:[^\W\d_]+ )?(?:kişi|konuk|davetli|katılımcı|öğrenci|takım|ekip|uzman|temsilci|başvuru|girişim)\b|"
    r"\bkim(?:ler)?\b|"
    r"(?:ler|lar)(?:i|ı)? (?:de |da |ilk kez |bir araya )?(?:katıl|gel|yer al|yarış|buluş|konuş)|"
    r"\b(?:bir|iki|üç) \w+(?:[ıiuü]) (?:de |da )?(?:var|bulunuyor|yer alıyor)\b"
)
"""Subjects that are not named: Konferansa 600 kişi katıldı; kim kurdu; bir bürosu bulunuyor."""
_THINGS = ("Organisation", "Initiative", "Event", "IndustrialPark")
_MEMBERED = ("Network", "Platform", "Cluster")
_IMPLIED_GROUP, _SIDES = 1000, 2
_CITIES = re.compile(r" (?:қалалары|қаласы|облысы|облыстары) ")
"""What follows Kazakh names of places that act: Тараз бен Семей қалалары қосылды."""


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
    _object: Mention | None = None
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
    label: Label | None = None
    """The label that the sentence opens with."""
    bodies: list[Mention] = field(default_factory=list)
    """The bodies of the article so far, that which was named last at the end."""
    is_sheet: bool = False
    """Whether a sentence with a label was read: then the body, the organisation is what the sheet is about."""

    def enter(self, read: ReadSentence) -> None:
        """Adds to a sentence the mentions of what it means without naming it."""
        self._follow(read)
        if self.label is not None:
            self.topic, self.is_sheet = self.main, True
        self._turn_to_main(read)
        own_parts(read, self._home())
        speakers = list(self._speakers(read))
        implied = [*self._pronouns(read), *speakers, *([] if speakers else self._subjects(read))]
        place = at_event(read, self.event, self.schema) if self.event is not None else None
        if place is not None:
            implied += self._implied(read, self.event, "within", place, place)
        for number, mention in enumerate(implied):
            if mention.group < 0:
                mention.group = _IMPLIED_GROUP + number
        implied += two_bodies(read, self.bodies, self.schema, _IMPLIED_GROUP * 2)
        read.mentions = sorted([*read.mentions, *implied], key=lambda each: each.start)
        told = {
            "home": (self._speaks_for(read) or self.home) if read.sentence.grammar.code == "uz" else None,
            "event": self.event, "person": self.person, "made": self.made, "run": self.run, "net": self.net,
            "topic": self.entry if self.is_listed else self.topic,
        }  # fmt: skip
        read.unsaid = {name: mention for name, mention in told.items() if mention is not None}

    def _turn_to_main(self, read: ReadSentence) -> None:
        """Takes a word for any body that opens a sentence of a fact sheet for what it is about: Qurum …"""
        form = read.sentence.grammar.form(read.sentence.lowered, 0, "references") if read.sentence.words else None
        if not self.is_sheet or self.main is None or form is None or form.entry.name != "any":
            return
        for mention in read.mentions:
            if mention.is_reference and mention.start == read.sentence.words[0].start:
                mention.entity, mention.name, mention.known = self.main.entity, self.main.name, self.main.known
                mention.class_name = self.main.class_name

    def _home(self) -> Mention | None:
        """The body of who is interviewed, else in Azerbaijani of who was told of last."""
        if self.home is not None or self.person is None or self.person.language != "az":
            return self.home
        return next((m for m in self.bodies if m.entity == self.person.post_of), None)

    def leave(self, read: ReadSentence, *, is_aside: bool = False) -> None:
        """Takes what a sentence named as what the next ones may be about; not what stands beside a label."""
        told = [m for m in read.mentions if not m.is_reference and m.start != m.end]
        people = [m for m in read.mentions if m.class_name == "Person"]
        if people:
            self.person = people[0]
        for person in people:
            bodies_ = [m for m in (*read.mentions, self.topic) if m is not None and m.entity == person.post_of]
            if person.post_of and bodies_:
                self.offices.setdefault(person.entity, bodies_[0])
        things = [m for m in told if self._is_thing(m) and not m.inner and m.mark in ("nom", "by", "acc", "gen", "")]
        named = [m for m in read.mentions if self._is_thing(m) and not m.inner]
        if not named and self.topic is None:  # whose head was told first of all
            named = [m for m in read.mentions if self._is_thing(m)]
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
        bodies = [m for m in read.mentions if self.schema.is_a(m.class_name, "Organisation") and not m.inner]
        new = {m.entity: m for m in read.mentions if self._is_body(m)}
        self.bodies = [*(m for m in self.bodies if m.entity not in new), *new.values()]
        partners = [m for m in bodies if m.mark == "with"]
        if partners and self.topic is not None:
            doer = next((m for m in bodies if m.mark == "nom"), self.home or self.topic)
            if self.schema.is_a(doer.class_name, "Organisation") and doer.entity != partners[0].entity:
                self.sides = [doer, *partners[:1]]
        last = max((m for m in told if self._is_thing(m) and not m.inner), key=lambda m: m.start, default=None)
        runs = last is not None and any(self.schema.is_a(last.class_name, c) for c in ("Initiative", "Event"))
        self._object = last if runs and read.sentence.grammar.code == "kk" else None
        run = [m for m in read.mentions if self._is_run(m) and not m.inner]
        self.run = next((m for m in run if m.mark == "nom"), run[0]) if run else self.run
        nets = [m for m in run if self.schema.is_a(m.class_name, "Initiative")]
        self.net = next((m for m in nets if m.mark == "nom"), nets[0]) if nets else self.net
        visited = {m.entity: m for m in read.mentions if self.schema.is_a(m.class_name, "Organisation")}
        if read.sentence.grammar.code == "tr" and "ziyaret" in read.sentence.lowered and len(visited) == _SIDES:
            self.sides = list(visited.values())  # X heyeti Y'yi ziyaret etti: both sign then
        events = [m for m in read.mentions if self.schema.is_a(m.class_name, "Event")]
        if events:
            self.event = events[-1]
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

    def _is_body(self, mention: Mention) -> bool:
        return self.schema.is_a(mention.class_name, "Organisation") and mention.class_name != "NewsAgency"

    def _is_run(self, mention: Mention) -> bool:
        return any(self.schema.is_a(mention.class_name, name) for name in ("Initiative", "Event"))

    def _is_thing(self, mention: Mention) -> bool:
        return (
            any(self.schema.is_a(mention.class_name, name) for name in _THINGS) and mention.class_name != "NewsAgency"
        )

    def _follow(self, read: ReadSentence) -> None:
        """Notes whether a new line begins, whether it is of a list, and what it is about."""
        sentence = read.sentence
        begins = sentence.text.rfind("\n", 0, sentence.start) + 1
        self.label = label_of(sentence) if self.main is not None and not self._has_entry(begins) else None
        if begins != self.line:
            self.line, self.entry = begins, None
            self.is_listed = _BULLET.match(sentence.text, begins) is not None or self._is_dashed(sentence.text, begins)
            self.is_listed = self.is_listed or is_entry(sentence, next(filter(self._is_thing, read.mentions), None))
        if self.label is not None:
            self.is_listed = False
        if self.is_listed and self.entry is None:
            self.entry = next((m for m in read.mentions if self._is_thing(m) and not m.inner), None)
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

    def _implied(self, read: ReadSentence, of: Mention | None, mark: str, start: int, end: int) -> Iterator[Mention]:
        if of is None:
            return
        grammar = read.sentence.grammar
        yield Mention(
            start, end, of.name, of.class_name, grammar.code, "reference", 0.7, (Reason.BY_REFERENCE,),
            entity=of.entity, known=of.known, mark=mark, is_reference=True, head=of.head, sentence=read.sentence.number,
            post=of.post, post_of=of.post_of,
        )  # fmt: skip

    def _pronouns(self, read: ReadSentence) -> Iterator[Mention]:
        sentence = read.sentence
        words, grammar = sentence.words, sentence.grammar
        for at in range(len(words)):
            hit = grammar.pronouns.at(sentence.lowered, at)
            start = words[at].start
            if hit is None or any(m.start <= start < m.end for m in read.mentions):
                continue
            joins = hit[1].name == "i" and at > 0 and grammar.conjunctions.at(sentence.lowered, at) is not None
            if joins and not sentence.gap(at - 1, at).strip():
                continue  # БТУ мен «Самұрық»: with, not I
            end, entry = words[at + hit[0] - 1].end, hit[1]
            near = self._told_before(read, start)
            meanings: dict[str, Sequence[Mention | None]] = {
                "person": [person_before(read, start) or self.person],
                "thing": [near or (self._object if entry.detail == "acc" else None) or self.topic],
                "any": [near] if near is not None else [self.person, self.topic],
                "event": [self._event_before(read, start) or self.event],
                "we": [self._speaks_for(read) or body_of_speaker(read, self.person, self.bodies) or self._home()],
                "i": [quoted_person(read, self.person) or self.guest],
                "sides": self._both(read, start) or self.sides,
            }
            meant = meanings.get(entry.name, ())
            for number, mention in enumerate(meant):
                for implied in self._implied(read, mention, entry.detail or "nom", start, end):
                    if entry.name == "sides":
                        implied.group = _IMPLIED_GROUP * 2
                    elif number and self.person is not None:
                        implied.group = _IMPLIED_GROUP * 3
                    yield implied

    def _told_before(self, read: ReadSentence, start: int) -> Mention | None:
        """What a clause before a Kazakh, Uzbek or Azerbaijani pronoun was about: мұнда X бар, оны Y құрған."""
        sentence = read.sentence
        if sentence.grammar.code == "az":
            here = [m for m in read.mentions if m.end <= start and self._is_thing(m)]
            here.sort(key=lambda m: m.mark in ("acc", "nom"))  # what something was done to, or what did it
            return next((m for m in reversed(here) if re.search(r"[,;:–]", sentence.text[m.end : start])), None)
        if sentence.grammar.code == "en":
            return subject_before(read, start, self._is_thing)
        if sentence.grammar.code not in ("kk", "uz"):
            return None
        told = [m for m in read.mentions if m.end <= start and m.mark == "nom" and not m.inner]
        if sentence.grammar.code == "uz":  # X MChJga asos solgan va uni boshqargan P
            objects = [m for m in read.mentions if m.end <= start and m.mark in ("dat", "acc") and self._is_thing(m)]
            if objects and re.search(r"\bva\b", sentence.text[objects[-1].end : start]):
                return objects[-1]
        last = told[-1] if told else None
        if last is None or not self._is_thing(last) or last.is_reference:
            return None
        return last if re.search(r"[,;–]", sentence.text[last.end : start]) else None

    def _event_before(self, read: ReadSentence, place: int) -> Mention | None:
        """The event that stands before a place of a sentence: … forumi boʻlib oʻtdi, unda X soʻzga chiqdi."""
        told = [m for m in read.mentions if m.end <= place and self.schema.is_a(m.class_name, "Event")]
        return told[-1] if told else None

    def _both(self, read: ReadSentence, start: int) -> list[Mention]:
        """The two bodies that a Turkish sentence has named before it speaks of both."""
        if read.sentence.grammar.code != "tr":
            return []
        told = [m for m in read.mentions if self.schema.is_a(m.class_name, "Organisation") and m.end <= start]
        told = [m for m in told if not m.inner]
        return told if len({m.entity for m in told}) == 2 else []

    def _speaks_for(self, read: ReadSentence) -> Mention | None:
        """For whom somebody speaks whose words stand before the name: “We opened …,” said X, director of Y."""
        sentence = read.sentence
        if sentence.grammar.code == "ru" and (dash := after_speech(sentence)):
            after = [m for m in read.mentions if m.start > dash and not m.is_reference]
            bodies = (m for m in after if self.schema.is_a(m.class_name, "Organisation"))
            return next(bodies, None) if any(m.class_name == "Person" for m in after) else None
        closed = max((sentence.text.rfind(mark, sentence.start, sentence.end) for mark in '”"»'), default=-1)
        comma = re.match(r"[,.]?\s*[-–—]?\s*[^\W\d_]", sentence.text[closed + 1 : sentence.end])
        if closed < 0 or comma is None or "," not in sentence.text[closed - 1 : closed + 2]:
            return None
        if sentence.grammar.code == "uz":
            who = (m.entity for m in read.mentions if m.start > closed and m.class_name == "Person")
            office = next((self.offices[key] for key in who if key in self.offices), None)
            if office is not None:
                return office
        after = [m for m in read.mentions if m.start > closed and not m.is_reference]
        if not any(m.class_name == "Person" for m in after):
            return None
        return next((m for m in after if self.schema.is_a(m.class_name, "Organisation")), None)

    def _speakers(self, read: ReadSentence) -> Iterator[Mention]:
        """Who speaks, by the ending of the verb: imzaladıq, konuştum."""
        sentence = read.sentence
        if (self.guest is None and self._home() is None) or not sentence.words:
            return
        pronoun = any(
            (hit := sentence.grammar.pronouns.at(sentence.lowered, at)) is not None and hit[1].name in ("we", "i")
            for at in range(len(sentence.words))
        )
        if pronoun:
            return
        for index in range(len(sentence.words)):
            hit = sentence.grammar.triggers.at(sentence.lowered, index)
            if hit is None and not _closes_clause(read, index):
                continue
            last = sentence.lowered[index + (hit[0] if hit is not None else 1) - 1]
            for ending, who in sentence.grammar.speakers.items():
                if last.endswith(ending) and len(last) > len(ending) + 2:
                    place = sentence.words[0].start
                    yield from self._implied(read, self._home() if who == "we" else self.guest, "nom", place, place)
                    return

    def _is_spoken(self, read: ReadSentence) -> bool:
        """Whether somebody speaks of himself, by a pronoun or the ending of a Turkish verb."""
        grammar, lowered = read.sentence.grammar, read.sentence.lowered
        if any((hit := grammar.pronouns.at(lowered, n)) and hit[1].name in ("we", "i") for n in range(len(lowered))):
            return True
        last = [word for n, word in enumerate(lowered) if _closes_clause(read, n)]
        return any(word.endswith(end) and len(word) > len(end) + 2 for word in last for end in grammar.speakers)

    def _subjects(self, read: ReadSentence) -> Iterator[Mention]:
        """The subject of a sentence that has none: the entry of a list, or what the last sentence was about."""
        sentence = read.sentence
        words = sentence.words
        if not words or not any(
            sentence.grammar.triggers.at(sentence.lowered, n) is not None for n in range(len(words))
        ):
            return
        subjects = [m for m in read.mentions if m.mark == "nom" and not m.inner]
        subjects = [m for m in subjects if m.class_name not in _PLACES or _CITIES.match(sentence.text, m.end)]
        subjects = [m for m in subjects if not of_participle(sentence, m)]
        subjects = [m for m in subjects if m.rule != "described" or sentence.grammar.code != "az"]
        if sentence.grammar.code in ("uz", "az") and has_unnamed_subject(sentence):
            return
        place = words[0].start
        if self.is_listed and self.entry is not None:
            first = all(m.entity != self.entry.entity for m in read.mentions)
            if first and not subjects:
                yield from self._implied(read, self.entry, "nom", place, place)
                joins = any(
                    (hit := sentence.grammar.triggers.at(sentence.lowered, n)) is not None and hit[1].name == "join"
                    for n in range(len(words))
                )
                if joins and not any(self.schema.is_a(m.class_name, "Initiative") for m in read.mentions):
                    mark = "dat" if sentence.grammar.verb_last else "to"
                    yield from self._implied(read, self.network, mark, words[-1].end, words[-1].end)
            return
        if not sentence.grammar.verb_last or subjects:
            return
        if sentence.grammar.code == "tr" and self._is_spoken(read):
            return  # biz işletiyoruz: who speaks is not known
        if sentence.grammar.code == "tr" and _OTHERS.search(sentence.text, sentence.start, sentence.end):
            return  # Konferansa 600 kişi katıldı
        opened = any(m.start <= place < m.end for m in read.mentions) or words[0].text[0].isdigit()
        opened = opened or sentence.grammar.dates.at(sentence.lowered, 0) is not None
        opened = opened or (_SPEECH.match(sentence.text, self.line) is not None and self.guest is not None)
        if opened and not any(m.mark == "nom" for m in self._pronouns(read)):
            topic = self.home if _SPEECH.match(sentence.text, self.line) and self.home is not None else self.topic
            yield from self._implied(read, topic, "nom", place, place)


def _closes_clause(read: ReadSentence, index: int) -> bool:
    """Whether a Turkish word in small letters ends a clause, where its verb stands."""
    sentence = read.sentence
    if sentence.grammar.code != "tr" or not sentence.words[index].text.islower():
        return False
    return index + 1 == len(sentence.words) or sentence.gap(index, index + 1).strip()[:1] in tuple(',;.?!"”»')
