"""The proposals of the rules and of a model for one article as one draft; where both agree, both are surer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.draft.model import Draft, Proposal, ProposedThing, Reason
from kg.facts.schema import Schema


def agreed_confidence(rules: float, model: float) -> float:
    """How sure a proposal is that both drafters made: half of the doubt is gone that the surer of them left.

    Two readers of one sentence err together too often for their doubts to be multiplied.

    >>> agreed_confidence(0.8, 0.65), agreed_confidence(0.5, 0.65)
    (0.9, 0.82)
    """
    return min(0.99, round(1 - (1 - max(rules, model)) / 2, 2))


def joined(ruled: Draft, asked: Draft, schema: Schema) -> Draft:
    """Everything that either proposes; of a fact that both tell, the row of the rules, dated by either."""
    proposals: dict[tuple[str, ...], Proposal] = {_key(told, schema): told for told in ruled.proposals}
    for told in asked.proposals:
        own = proposals.get(_key(told, schema))
        if own is None:
            proposals[_key(told, schema)] = told
        elif own.status == told.status:
            proposals[_key(told, schema)] = _agreed(own, told)
    things = {thing.id: thing for thing in ruled.things}
    for thing in asked.things:
        things[thing.id] = _more_precise(things[thing.id], thing, schema) if thing.id in things else thing
    names = {(name.entity, name.language, name.text): name for name in (*asked.names, *ruled.names)}
    preferred = {(name.entity, name.language) for name in ruled.names if name.rank == "preferred"}
    kept = [
        name
        for name in names.values()
        if name in ruled.names or name.rank != "preferred" or (name.entity, name.language) not in preferred
    ]
    questions = {question.key: question for question in (*ruled.questions, *asked.questions)}
    return Draft(
        ruled.source, tuple(things.values()), tuple(kept), in_order(proposals.values()), tuple(questions.values())
    )


def in_order(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Proposals in the order of the text."""
    return tuple(sorted(proposals, key=lambda told: (told.place.start, told.place.end, told.key)))


def _key(told: Proposal, schema: Schema) -> tuple[str, ...]:
    ends = (told.subject, told.object)
    return (told.predicate, *(sorted(ends) if schema.properties[told.predicate].symmetric else ends))


def _agreed(ruled: Proposal, asked: Proposal) -> Proposal:
    sure = agreed_confidence(ruled.confidence, asked.confidence)
    reasons = tuple(dict.fromkeys((*ruled.reasons, Reason.BOTH_DRAFTERS)))
    told = replace(ruled, confidence=sure, reasons=reasons)
    if (asked.from_ or asked.until) and not (ruled.from_ or ruled.until):
        dated = tuple(reason for reason in asked.reasons if reason in (Reason.DATE_STATED, Reason.DATE_DERIVED))
        told = replace(told, from_=asked.from_, until=asked.until, dating=asked.dating, reasons=(*told.reasons, *dated))
    return told


def _more_precise(ruled: ProposedThing, asked: ProposedThing, schema: Schema) -> ProposedThing:
    """The thing of the rules, with the class that the model gives it where that lies below theirs."""
    if schema.is_a(asked.class_name, ruled.class_name) and asked.class_name != ruled.class_name:
        return replace(ruled, class_name=asked.class_name, reasons=(*ruled.reasons, Reason.BY_MODEL))
    return ruled
