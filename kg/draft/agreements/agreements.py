"""Agreements: what was signed, between whom, by whose hand, where and at which event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.draft.agreements.agreement_words import (
    agreement_noun,
    is_another,
    is_newly_told,
    is_of_many,
    is_shown,
    new_agreement,
    of_clause,
    paper_signed,
    reference_noun,
    refers_to_agreement,
    takes_agreement,
)
from kg.draft.agreements.closing_meetings import closes_meeting
from kg.draft.agreements.english_signings import is_far_from_weak_verb, pair_of, told_with
from kg.draft.agreements.parties import real_parties
from kg.draft.agreements.russian_parties import parties_after
from kg.draft.agreements.several import each_with_own, several
from kg.draft.agreements.signatories import is_body, parties_by_accord, signatories
from kg.draft.agreements.signings import signing_told
from kg.draft.dates.told_dates import Told
from kg.draft.language.grammar import Form
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import Trigger, status_of, triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NEAR = 7
_PAIR, _SHORTLY, _A_DAY = 2, 5, len("2026-01-01")


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
        if read.sentence.grammar.code in ("az", "kk") and not self.told and self.waiting is None:
            noun = noun or reference_noun(read)  # Müvafiq sənəd … imzalanıb
        if noun is not None and is_far_from_weak_verb(read, hit, noun[0]):
            return
        follows = noun is not None and 0 < hit.first - noun[0] <= 1
        if read.sentence.grammar.code == "en" and hit.voice == "active" and follows:
            hit = replace(hit, voice="passive")  # under a protocol signed last year
        parties, signers = signatories(read, hit, self.schema)
        if read.sentence.grammar.code == "en" and read.sentence.lowered[max(0, hit.first - 1)] in ("the", "this"):
            signers = [m for m in signers if m.start > hit.start]  # X was present during the signing
        if noun is None and signers and not self.told and self.waiting is None:
            noun = paper_signed(read)
        if noun is not None and hit.voice != "active" and len(parties) < _PAIR:
            parties = parties_after(read, noun[0], self.schema) or parties
        if read.sentence.grammar.code == "en" and hit.status == "denied" and noun is not None:
            return  # no deal was struck
        if noun is not None and not parties and not signers and before[0] == read.sentence.number - 1:
            parties = before[1]
        parties = real_parties(read, hit, noun[0] if noun is not None else None, parties)
        parties = of_clause(read, hit, noun[0], parties) if noun is not None else parties
        if noun is not None and hit.voice == "passive" and not (parties or signers or self.told):
            parties = self._sides_before(read, hit)
        if noun is not None and self.told and is_shown(read, noun[0], noun[1]):  # imzalanmış bu protokol
            parties = [m for m in parties if m.entity in self.parties[self.told[-1].entity]]
        day = next((told.text for told in dates if len(told.text) == _A_DAY), "")
        if noun is not None and is_of_many(read, noun[0], parties):
            return
        each = each_with_own(read, parties) if noun is not None else []
        for own, group in each:
            yield from self._one_of_several(read, hit, own, group, day)
        if each:
            return
        if noun is not None and (groups := several(read, parties)):
            for group in groups:
                yield from self._one_of_several(read, hit, noun, group, day)
            return
        agreement = self._known(read, hit, noun, parties, signers, day)
        if agreement is None:
            if noun is None:
                return
            agreement = self._new(read, noun, parties or signers)
            if not parties and not signers:
                yield from self._unsigned(read, hit, agreement)
                return
        self.waiting = None
        new = self._remember(agreement, parties)
        self.days[agreement.entity] = self.days.get(agreement.entity) or day
        self.latest = parties if len(parties) > 1 else self.latest
        told = signing_told(read, hit, agreement, parties, signers, self.schema)
        yield from ((relation, agreement if new else None) for relation in told)

    def _one_of_several(
        self, read: ReadSentence, hit: Trigger, noun: tuple[int, Form], parties: list[Mention], day: str
    ) -> Iterator[tuple[Relation, Mention | None]]:
        """The relations of one of the agreements that a sentence tells of together."""
        among = [m for m in self.told if not is_another(read, noun, m)]
        agreement = self._again(noun[1], parties, day, among) or self._new(read, noun, parties)
        new = self._remember(agreement, parties)
        told = signing_told(read, hit, agreement, parties, [], self.schema)
        yield from ((relation, agreement if new else None) for relation in told)

    def _known(
        self,
        read: ReadSentence,
        hit: Trigger,
        noun: tuple[int, Form] | None,
        parties: list[Mention],
        signers: list[Mention],
        day: str,
    ) -> Mention | None:
        """The agreement told before whose signing a sentence tells; None where there is none."""
        if noun is not None:
            told = [m for m in self.told if not is_another(read, noun, m)]
            return self._again(noun[1], parties, day, told) or self._pending(read, noun)
        if self.waiting is not None and (len(parties) > 1 or (signers and not self.told)):
            return self.waiting
        refers = signers or refers_to_agreement(read) or hit.voice == "noun"
        return self.told[-1] if self.told and refers else None

    def _unsigned(
        self, read: ReadSentence, hit: Trigger, agreement: Mention
    ) -> Iterator[tuple[Relation, Mention | None]]:
        """Keeps a new agreement of which a sentence says only that it was signed, and tells where."""
        open_ = hit.voice == "passive" or read.sentence.grammar.code == "ru"
        self.waiting = agreement if open_ and not hit.status else self.waiting
        if self.waiting is agreement and read.sentence.grammar.code in ("tr", "uz", "az", "ru"):
            places = list(signing_told(read, hit, agreement, [], [], self.schema))
            yield from ((place, agreement) for place in places)

    def _remember(self, agreement: Mention, parties: list[Mention]) -> bool:
        """Keeps who the parties of an agreement are; whether nothing was told of it so far."""
        new = agreement.entity not in self.given
        self.given.add(agreement.entity)
        self.parties.setdefault(agreement.entity, set()).update(party.entity for party in parties)
        if all(told.entity != agreement.entity for told in self.told):
            self.told.append(agreement)
        return new

    def _sides_before(self, read: ReadSentence, hit: Trigger) -> list[Mention]:
        """Who agreed in a sentence before, where one tells only of the signing: Bu haqda bitim imzolandi (uz).

        Of a visit or meeting told shortly before, those who met: по итогам визита подписан меморандум.
        """
        number = read.sentence.number
        reach = _SHORTLY if closes_meeting(read.sentence) else 1
        fresh = len(self.sides) == _PAIR and all(0 <= number - m.sentence <= reach for m in self.sides)
        if not (read.sentence.grammar.code == "uz" or reach > 1) or not fresh:
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
        parties = [m for m in read.mentions if m.mark == "between" and not m.inner and is_body(m, self.schema)]
        parties = parties or parties_by_accord(read, index, self.schema) or parties_after(read, index, self.schema)
        parties = parties or told_with(read, index, self.schema)
        places = [
            read.sentence.index_from(m.end if m.end <= read.sentence.words[index].start else m.start) for m in parties
        ]
        if len(parties) < 2 or min(abs(place - index) for place in places) > _NEAR:
            return
        parties = real_parties(read, None, index, parties)
        if len(parties) < 2:
            return
        agreement = self._again(form, parties) or self._new(read, noun, parties)
        new = self._remember(agreement, parties)
        rule = f"{read.sentence.grammar.code}.agreement.between"
        word = read.sentence.words[index]
        for party in parties:
            spans = ((party.start, party.end), (word.start, word.end))
            relation = Relation(party, "partyTo", agreement, 0.7, rule, (Reason.BY_CASE,), spans, at=word.start)
            yield relation, agreement if new else None

    def _pending(self, read: ReadSentence, noun: tuple[int, Form]) -> Mention | None:
        """The agreement told last, where nothing was told so far of who signed it."""
        last, name = self.waiting, noun[1].entry.name
        if last is None or name not in (last.class_name, "Agreement"):
            return None
        return None if name != last.class_name and is_newly_told(read, noun) else last

    def _new(self, read: ReadSentence, noun: tuple[int, Form], parties: list[Mention]) -> Mention:
        """An agreement that was not told before, under an id that none has: the same parties may sign two."""
        agreement = new_agreement(read, noun, parties)
        key, number = agreement.entity, 1
        while agreement.entity in self.parties:
            number += 1
            agreement.entity = f"{key}-{number}"
        return agreement

    def _again(
        self, form: Form, parties: list[Mention], day: str = "", among: Sequence[Mention] | None = None
    ) -> Mention | None:
        """An agreement that was told before and that this is: in an article the same, unless parties or days differ.

        One that was called by the general word takes the class of the finer one.
        """
        here, name = {party.entity for party in parties}, form.entry.name
        for agreement in reversed(self.told if among is None else among):
            known, told = self.parties[agreement.entity], self.days.get(agreement.entity, "")
            same_day = not (day and told) or day == told
            if "Agreement" not in (agreement.class_name, name) and agreement.class_name != name:
                continue
            if same_day and (here <= known or (known < here and len(known) < _PAIR)):
                if agreement.class_name == "Agreement":
                    agreement.class_name = name
                return agreement
        return None
