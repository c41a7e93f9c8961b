"""What a sentence tells of a signing: the parties, by whose hand, where and at which event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.draft.language.clauses import in_aside
from kg.draft.language.layout import after_speech
from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.nameless import MADE
from kg.draft.relation import Relation, Span
from kg.draft.relations.triggers import Trigger, triggers
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SEATS = ("City", "Region")
_AND_THEN = re.compile(
    r";|, (?:а|но|и|затем|and|but|while)\b| (?:and|и) (?:(?:also|then|later|has|have|также|затем) )*\Z"
)
_FORESEEN = re.compile(r" (?:\w+ ){0,3}\w+(?:[ае]тын|[йе]тін) ")
"""A Kazakh participle of what is to come, which a place before it goes with: Таразда сатуға рұқсат беретін келісім."""


def signing_told(
    read: ReadSentence,
    hit: Trigger,
    agreement: Mention,
    parties: Sequence[Mention],
    signers: Sequence[Mention],
    schema: Schema,
) -> Iterator[Relation]:
    """The relations of an agreement that a sentence tells by its verb of signing."""
    noun = (agreement.start, agreement.end) if agreement.sentence == read.sentence.number else (hit.start, hit.end)
    verb = (hit.start, hit.end)

    def told(left: Mention, predicate: str, right: Mention, confidence: float, *spans: Span) -> Relation:
        reasons = (Reason.BY_CASE,) if read.sentence.grammar.verb_last else (Reason.BY_ORDER,)
        rule = hit.rule(read.sentence.grammar.code)
        return Relation(left, predicate, right, confidence, rule, reasons, spans, hit.status, True, hit.start)

    for party in parties:
        sure = 0.85 if len(parties) > 1 else 0.7
        yield told(party, "partyTo", agreement, sure, (party.start, party.end), noun, verb)
    for person in signers:
        relation = told(person, "signed", agreement, 0.8, (person.start, person.end), verb, noun)
        if person.post:
            relation.qualifiers["role"] = person.post
        if person.post_of:
            relation.qualifiers["onBehalfOf"] = person.post_of
        yield relation
    for place in _places(read, hit)[:1]:
        yield told(agreement, "signedIn", place, 0.7, (place.start, place.end), noun, verb)
    events = [
        m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.mark in ("loc", "in", "at", "within")
    ]
    if read.sentence.grammar.code == "ru" and (spoken := after_speech(read.sentence)) > hit.start:
        events = [m for m in events if m.start < spoken]  # «Мы подписали …», — сказал ректор на форуме
    for event in events[:1]:
        yield told(agreement, "signedAt", event, 0.75, (event.start, event.end), noun, verb)


def _places(read: ReadSentence, hit: Trigger) -> list[Mention]:
    """The places where something was signed, rather than where what the agreement foresees is or was made."""
    code = read.sentence.grammar.code
    places = [m for m in read.mentions if m.class_name in _SEATS and m.mark in ("loc", "in") and not m.inner]
    places = [m for m in places if m.acts_at(hit.start)]
    if code == "kk":
        return [m for m in places if _FORESEEN.match(read.sentence.text[m.end : hit.start]) is None]
    if code not in ("en", "ru"):
        return places
    places = [m for m in places if not in_aside(read.sentence, m, hit.start)]  # X, открывшийся в Баку, подписал …
    others = triggers(read.sentence, read.mentions)
    if code == "en":  # it provides for a centre in Ganja, and was signed …
        ends = {m.end for m in read.mentions if m.rule == "described"}
        places = [m for m in places if m.start - len(" in ") not in ends]
        others = [v for v in others if v.frame not in ("sign", "provide")]
    else:
        others = [v for v in others if v.frame in MADE]
        text = read.sentence.text  # … с районом – территорией в X
        places = [m for m in places if re.search(r" [–—] ", text[hit.end : m.start]) is None]
    places = [m for m in places if not _of_clause_before(read, m, hit, others)]
    return [m for m in places if not any(hit.end <= v.start and v.end <= m.start for v in others)]


def _of_clause_before(read: ReadSentence, place: Mention, hit: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether a place goes with a verb before it, and the signing comes after an «and»: opened X in Y, and signed …"""
    between = read.sentence.text[place.end : max(place.end, hit.start)]
    return any(v.end <= place.start and v.frame in MADE for v in others) and _AND_THEN.search(between) is not None
