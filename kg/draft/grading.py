"""How sure a proposal is: as its rule is, as its things are, and as its sentence is plain."""

from __future__ import annotations

import re

from kg.draft.model import Reason
from kg.draft.relation import Relation
from kg.draft.spans import Mention

_KNOWN, _COUNTRY, _REFERENCE, _STATUS = 0.97, 0.93, 0.9, 0.9
"""What a known thing, a country, a reference and a plan or denial leave of a rule's confidence.

A country is known nearly always, and stands in many sentences in which it does nothing: that it is known tells little.
"""
_CASE, _APART, _FURTHER = 1.03, 0.97, 0.97
LEAST, LOWEST = 0.5, 0.4
"""From which confidence proposals are written unless asked otherwise, and from which at the least.

Of what rules and pairs told of the press below the first, two in five were right.
"""
_LONG = 120
_PARTED = re.compile(r"[;:]")


def graded(
    relation: Relation, text: str, *, dated: bool, derived: bool, stated: bool
) -> tuple[float, tuple[Reason, ...]]:
    """The confidence of a relation told in `text`, from 0 to 0.99, and the reasons for it.

    `dated` and `derived` say whether it has a date and a worked out one, `stated` whether the project has it already.
    """
    reasons = list(relation.reasons)
    confidence = relation.confidence
    for mention, known, new in (
        (relation.subject, Reason.KNOWN_SUBJECT, Reason.NEW_SUBJECT),
        (relation.object, Reason.KNOWN_OBJECT, Reason.NEW_OBJECT),
    ):
        reasons.append(known if mention.known else new)
        confidence *= _of_thing(mention)
        if mention.is_reference:
            confidence *= _REFERENCE
            reasons.append(Reason.BY_REFERENCE)
    confidence *= _of_sentence(relation, text)
    if dated:
        reasons.append(Reason.DATE_DERIVED if derived else Reason.DATE_STATED)
    if relation.status:
        reasons.append(Reason.PLANNED if relation.status == "planned" else Reason.DENIED)
        confidence *= _STATUS
    if stated:
        reasons.append(Reason.KNOWN_FACT)
        confidence += 0.1
    return round(min(confidence, 0.99), 2), tuple(dict.fromkeys(reasons))


def _of_thing(mention: Mention) -> float:
    if mention.class_name == "Country":
        return _COUNTRY
    return _KNOWN if mention.known else 0.6 + 0.4 * mention.confidence


def _of_sentence(relation: Relation, text: str) -> float:
    """More where a case shows who acts; less where much, or a semicolon, stands between the two ends."""
    left, right = sorted((relation.subject, relation.object), key=lambda m: m.start)
    factor = _CASE if relation.subject.case or relation.object.case else 1.0
    gap = text[left.end : right.start] if left.sentence == right.sentence else ""
    factor *= _APART if _PARTED.search(gap) else 1.0
    return factor * (_FURTHER if len(gap) > _LONG else 1.0)
