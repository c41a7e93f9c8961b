"""Agreements: what was signed, between whom, by whose hand, where and at which event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.draft.agreement_words import (
    agreement_noun,
    is_post,
    new_agreement,
    reference_noun,
    refers_to_agreement,
    takes_agreement,
    unsaid_parties,
)
from kg.draft.clauses import describes_object
from kg.draft.dating import Told
from kg.draft.english_signings import pair_of, signed_for
from kg.draft.grammar import Form
from kg.draft.layout import after_speech
from kg.draft.model import Reason
from kg.draft.nameless import MADE
from kg.draft.parties import real_parties
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.draft.triggers import Trigger, status_of, triggers
from kg.facts.schema import Schema

_NEAR = 7
_THAT = re.compile(r"\bki\b,?")
_SEATS = ("City", "Region")
_OPENING = 90
"""Within how many letters of a Russian sentence a verb opens it, whose subject then follows."""
_PAIR, _A_DAY = 2, len("2026-01-01")
_ACCORD = re.compile(r"сәйкес|muvofiq|мувофиқ|koʻra|кўра|binoan|биноан")


@dataclass
class Agreements:
    """The agreements of one article, in the order in which it tells of them."""

    schema: Schema
    told: list[Mention] = field(default_factory=list)
    parties: dict[str, set[str]] = field(default_factory=dict)
    latest: list[Mention] = field(default_factory=list)
    """The parties that were told last."""
    waiting: Mention | None = None
    """One of which nothing was told so far but that it was signed."""
    given: set[str] = field(default_factory=set)
    """The agreements of which a relation was told."""
    sides: list[Mention] = field(default_factory=list)
    """Who was told last to do something together."""
    pair: tuple[int, list[Mention]] = (-1, [])
    """The number of the last sentence, and the bodies between which it told something."""
    days: dict[str, str] = field(default_factory=dict)
    """The day that was told first of the signing of each."""

    def read(self, read: ReadSentence, dates: Sequence[Told] = ()) -> Iterator[tuple[Relation, Mention | None]]:
        """The relations of the agreements that a sentence tells of, each with the agreement where it is new."""
        frames = ("sign", "seal") if takes_agreement(read) else ("sign",)
        signing = [
            hit for hit in triggers(read.sentence, read.mentions) if hit.frame in frames and hit.status != "unsure"
        ]
        noun = agreement_noun(read)
        before, self.pair = self.pair, (read.sentence.number, list(pair_of(read, self.schema)))
        if not signing:
            if noun is not None:
                yield from self._between(read, noun)
            return
        hit = signing[-1] if read.sentence.grammar.verb_last else signing[0]
        if read.sentence.grammar.code == "az" and not self.told and self.waiting is None:
            noun = noun or reference_noun(read)  # Müvafiq sənəd … imzalanıb
        follows = noun is not None and 0 < hit.first - noun[0] <= 1
        if read.sentence.grammar.code == "en" and hit.voice == "active" and follows:
            hit = replace(hit, voice="passive")  # under a protocol signed last year
        parties, signers = self._parties(read, hit)
        for person, body in signed_for(read, self.schema):
            signers += [person] if all(person.entity != each.entity for each in signers) else []
            parties += [body] if body is not None and all(body.entity != each.entity for each in parties) else []
        parties = parties or self._behalf(read, signers)
        if read.sentence.grammar.code == "en" and hit.status == "denied" and noun is not None:
            return  # no deal was struck
        if noun is not None and not parties and not signers and before[0] == read.sentence.number - 1:
            parties = before[1]
        parties = real_parties(read, hit, noun[0] if noun is not None else None, parties)
        if noun is not None and hit.voice == "passive" and not (parties or signers or self.told):
            parties = self._sides_before(read, hit)
        day = next((told.text for told in dates if len(told.text) == _A_DAY), "")
        if noun is None:
            pending = self.waiting if len(parties) > 1 or (signers and not self.told) else None
            if pending is None and not (self.told and (signers or refers_to_agreement(read) or hit.voice == "noun")):
                return
            agreement = pending or self.told[-1]
        else:
            again = self._again(noun[1], parties, day) or self._pending(noun[1])
            agreement = again or self._new(read, noun, parties or signers)
            if again is None and not (parties or signers):
                open_ = hit.voice == "passive" or read.sentence.grammar.code == "ru"
                self.waiting = agreement if open_ and not hit.status else self.waiting
                if self.waiting is agreement and read.sentence.grammar.code in ("tr", "uz", "az"):
                    places = list(self._relations(read, hit, agreement, [], []))
                    yield from ((place, agreement) for place in places)
                return
        self.waiting = None
        new = agreement.entity not in self.given
        self.given.add(agreement.entity)
        self.parties.setdefault(agreement.entity, set()).update(party.entity for party in parties)
        self.days[agreement.entity] = self.days.get(agreement.entity) or day
        if all(told.entity != agreement.entity for told in self.told):
            self.told.append(agreement)
        self.latest = parties if len(parties) > 1 else self.latest
        yield from (
            (relation, agreement if new else None)
            for relation in self._relations(read, hit, agreement, parties, signers)
        )

    def _sides_before(self, read: ReadSentence, hit: Trigger) -> list[Mention]:
        """Who agreed in the sentence before, where an Uzbek one tells only of the signing: Bu haqda bitim imzolandi."""
        number = read.sentence.number
        fresh = len(self.sides) == _PAIR and all(0 <= number - m.sentence <= 1 for m in self.sides)
        if read.sentence.grammar.code != "uz" or not fresh:
            return []
        return [
            replace(m, start=hit.start, end=hit.start, sentence=number, is_reference=True, mark="nom", inner=False)
            for m in self.sides
        ]

    def _between(self, read: ReadSentence, noun: tuple[int, Form]) -> Iterator[tuple[Relation, Mention | None]]:
        """The parties of an agreement that is only mentioned: under the agreement between A and B."""
        index, form = noun
        if status_of(read.sentence, index, index, form.entry) == "unsure":
            return  # talks on a memorandum between …
        parties = [m for m in read.mentions if m.mark == "between" and not m.inner and self._is_body(m)]
        parties = parties or self._by_accord(read, index)
        places = [
            read.sentence.index_from(m.end if m.end <= read.sentence.words[index].start else m.start) for m in parties
        ]
        if len(parties) < 2 or min(abs(place - index) for place in places) > _NEAR:
            return
        parties = real_parties(read, None, index, parties)
        if len(parties) < 2:
            return
        agreement = self._again(form, parties) or self._new(read, noun, parties)
        new = agreement.entity not in self.given
        self.given.add(agreement.entity)
        self.parties.setdefault(agreement.entity, set()).update(party.entity for party in parties)
        if all(told.entity != agreement.entity for told in self.told):
            self.told.append(agreement)
        rule = f"{read.sentence.grammar.code}.agreement.between"
        word = read.sentence.words[index]
        for party in parties:
            spans = ((party.start, party.end), (word.start, word.end))
            relation = Relation(party, "partyTo", agreement, 0.7, rule, (Reason.BY_CASE,), spans, at=word.start)
            yield relation, agreement if new else None

    def _pending(self, form: Form) -> Mention | None:
        """The agreement told last, where nothing was told so far of who signed it."""
        last = self.waiting
        return last if last is not None and form.entry.name in (last.class_name, "Agreement") else None

    def _behalf(self, read: ReadSentence, signers: list[Mention]) -> list[Mention]:
        """The bodies whose heads signed, where there are two of them."""
        bodies = {m.entity: m for m in read.mentions if self._is_body(m)}
        told = [bodies[s.post_of] for s in signers if s.post_of in bodies]
        if len({party.entity for party in told}) < _PAIR:
            return []
        return [m for m in told if m.class_name != "Country"] if read.sentence.grammar.code == "ru" else told

    def _by_accord(self, read: ReadSentence, index: int) -> list[Mention]:
        """Those who do something together by an agreement that stands before them: Меморандумға сәйкес, A мен B …"""
        sentence = read.sentence
        after = index + 1
        if after >= len(sentence.words) or _ACCORD.fullmatch(sentence.lowered[after]) is None:
            return []
        told = [m for m in read.mentions if m.start >= sentence.words[after].end and not m.inner]
        first = next((m for m in told if m.mark == "nom" and self._is_body(m)), None)
        return [m for m in told if first is not None and m.group == first.group and self._is_body(m)]

    def _is_body(self, mention: Mention) -> bool:
        return self.schema.is_a(mention.class_name, "Organisation") or mention.class_name == "Country"

    def _new(self, read: ReadSentence, noun: tuple[int, Form], parties: list[Mention]) -> Mention:
        """An agreement that was not told before, under an id that none has: the same parties may sign two."""
        agreement = new_agreement(read, noun, parties)
        key, number = agreement.entity, 1
        while agreement.entity in self.parties:
            number += 1
            agreement.entity = f"{key}-{number}"
        return agreement

    def _again(self, form: Form, parties: list[Mention], day: str = "") -> Mention | None:
        """An agreement that was told before and that this is: in an article the same, unless parties or days differ.

        One that was called by the general word takes the class of the finer one.
        """
        here, name = {party.entity for party in parties}, form.entry.name
        for agreement in reversed(self.told):
            known, told = self.parties[agreement.entity], self.days.get(agreement.entity, "")
            same_day = not (day and told) or day == told
            if "Agreement" not in (agreement.class_name, name) and agreement.class_name != name:
                continue
            if same_day and (here <= known or (known < here and len(known) < _PAIR)):
                if agreement.class_name == "Agreement":
                    agreement.class_name = name
                return agreement
        return None

    def _parties(self, read: ReadSentence, hit: Trigger) -> tuple[list[Mention], list[Mention]]:
        """Organisations and countries that agreed, and persons who signed."""
        last, lowered = read.sentence.grammar.verb_last, read.sentence.lowered
        free = [
            m
            for m in read.mentions
            if not (m.inner and m.mark != "behalf") and m.class_name != "NewsAgency" and m.rule != "described"
        ]
        free = [m for m in free if m.class_name == "Person" or not is_post(read, m)]
        agents = [m for m in free if self.schema.is_a(m.class_name, "Organisation") or m.class_name == "Country"]
        people = [m for m in free if m.class_name == "Person"]
        parties: list[Mention] = []
        for mention in agents:
            described = [n for n, word in enumerate(lowered) if describes_object(word, read.sentence.grammar.code)]
            owns = mention.mark == "gen" and bool(described) and mention.end <= read.sentence.words[described[0]].start
            if (
                mention.mark in ("between", "with", "by", "behalf")
                or (owns and mention.end <= hit.start)
                or (mention.mark == "nom" and self._is_subject(read, hit, mention, last))
            ):
                if mention.mark == "by" and hit.voice == "active":
                    continue
                if read.sentence.grammar.code == "en" and mention.mark == "by" and mention.end <= hit.start:
                    continue  # founded by X under a protocol signed last year
                parties.append(mention)
        if hit.voice == "noun" and not parties:
            parties = [m for m in agents if m.mark in ("between", "with")]
        if all(m.class_name == "Country" and m.mark == "nom" for m in parties) and len(parties) == 1:
            parties = []
        signers = [m for m in people if m.mark in ("nom", "by", "between", "with") and self._near(read, hit, m, last)]
        if read.sentence.grammar.code == "en" and hit.voice == "active":
            signers = [m for m in signers if m.end <= hit.start or m.mark in ("with", "between", "by")]
        if read.sentence.grammar.code == "az":  # X deyib ki, … imzalanıb
            signers = [m for m in signers if not _THAT.search(read.sentence.text[m.end : max(m.end, hit.start)])]
        if read.sentence.grammar.code == "ru" and (spoken := after_speech(read.sentence)) > hit.start:
            signers = [m for m in signers if m.start < spoken]  # «Мы подписали …», — сообщил ректор
        if hit.voice == "noun":
            signers = [m for m in signers if m.mark == "by"]
        for_whom = {m.entity for m in agents if m.mark == "behalf"}
        behalf = [m for m in people if m.post_of in for_whom and m.mark in ("nom", "behalf", "by")]
        if read.sentence.grammar.code == "tr" and hit.voice == "passive":
            signers = [m for m in signers if m.mark != "nom"]
        if read.sentence.grammar.code == "en" and hit.voice == "passive":
            signers = [m for m in signers if m.start >= hit.end]
        signers += [m for m in behalf if m not in signers and hit.voice != "noun"]
        if not parties and read.sentence.grammar.code in ("kk", "uz"):  # signed by the heads of both
            bodies = {m.post_of for m in signers}
            parties = [
                m for m in read.mentions if m.entity in bodies and self._is_body(m) and m.class_name != "Country"
            ]
        parties += unsaid_parties(read, parties, agents, signers) if read.sentence.grammar.code == "ru" else []
        if read.sentence.grammar.code == "tr":
            signers = signers or self._hands(read, hit, people)
            if len(parties) == 1 and parties[0].mark == "with" and signers:  # P, Y ile … imzaladı: for his own
                bodies = {m.post_of for m in signers}
                own = [m for m in read.mentions if m.entity in bodies and self._is_body(m)]
                parties = [*own[:1], *parties]
        unique: dict[str, Mention] = {}
        for mention in parties:
            unique.setdefault(mention.entity, mention)
        if len(unique) == 1 and next(iter(unique.values())).mark == "with":
            unique = {}  # with whom, but not who
        return list(unique.values()), signers

    def _hands(self, read: ReadSentence, hit: Trigger, people: list[Mention]) -> list[Mention]:
        """Whose signatures a Turkish noun tells of: P'nin ve Q'nun imzaları yer alıyor; altında iki ad var: P ve Q."""
        if hit.voice != "noun":
            return []
        if hit.entry.words.startswith("alt"):
            return [m for m in people if m.start >= hit.end]
        return [m for m in people if "gen" in (m.mark, m.case) and m.end <= hit.start]

    def _is_subject(self, read: ReadSentence, hit: Trigger, mention: Mention, last: bool) -> bool:
        if hit.voice == "active":
            if last and mention.start >= hit.end and read.sentence.grammar.code in ("kk", "uz"):
                gap = read.sentence.text[hit.end : mention.start]  # қол қойған тараптар – X, Y және Z
                return re.search(r"\s[–—-]\s", gap) is not None and not re.search(r"[.;:]", gap)
            if last:
                return mention.start < hit.start
            return mention.end <= hit.start or (
                read.sentence.grammar.code == "ru" and hit.start - read.sentence.start < _OPENING
            )
        return False

    def _near(self, read: ReadSentence, hit: Trigger, mention: Mention, last: bool) -> bool:
        gap = read.sentence.text[min(mention.end, hit.end) : max(mention.start, hit.start)]
        gap = re.sub(r"\b[^\W\d_]\.\s?[^\W\d_]\.", "", gap)  # A.Ş.
        return len(gap.split()) <= 30 and not re.search(r"[;!?] |\w{5}\. ", gap)

    def _relations(
        self, read: ReadSentence, hit: Trigger, agreement: Mention, parties: list[Mention], signers: list[Mention]
    ) -> Iterator[Relation]:
        code = read.sentence.grammar.code
        rule = hit.rule(code)
        noun = (agreement.start, agreement.end) if agreement.sentence == read.sentence.number else (hit.start, hit.end)
        verb = (hit.start, hit.end)

        def told(left: Mention, predicate: str, right: Mention, confidence: float, *spans: tuple[int, int]) -> Relation:
            reasons = (Reason.BY_CASE,) if read.sentence.grammar.verb_last else (Reason.BY_ORDER,)
            return Relation(left, predicate, right, confidence, rule, reasons, spans, hit.status, True, hit.start)

        for party in parties:
            yield told(
                party, "partyTo", agreement, 0.85 if len(parties) > 1 else 0.7, (party.start, party.end), noun, verb
            )
        for person in signers:
            relation = told(person, "signed", agreement, 0.8, (person.start, person.end), verb, noun)
            if person.post:
                relation.qualifiers["role"] = person.post
            if person.post_of:
                relation.qualifiers["onBehalfOf"] = person.post_of
            yield relation
        places = [m for m in read.mentions if m.class_name in _SEATS and m.mark in ("loc", "in") and not m.inner]
        if code == "en":  # it provides for a centre in Ganja, and was signed …
            ends = {m.end for m in read.mentions if m.rule == "described"}
            places = [m for m in places if m.start - len(" in ") not in ends]
            verbs = [v for v in triggers(read.sentence, read.mentions) if v.frame not in ("sign", "provide")]
            places = [m for m in places if not any(hit.end <= v.start and v.end <= m.start for v in verbs)]
        if code == "ru":
            made = [v for v in triggers(read.sentence, read.mentions) if v.frame in MADE]
            places = [m for m in places if not any(hit.end <= v.start and v.end <= m.start for v in made)]
        for place in places[:1]:
            yield told(agreement, "signedIn", place, 0.7, (place.start, place.end), noun, verb)
        events = [
            m
            for m in read.mentions
            if self.schema.is_a(m.class_name, "Event") and m.mark in ("loc", "in", "at", "within")
        ]
        for event in events[:1]:
            yield told(agreement, "signedAt", event, 0.75, (event.start, event.end), noun, verb)
