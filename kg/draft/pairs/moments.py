"""What pairs know of the sentence that they stand in: its dates and verbs, and what its words say of two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.draft.dates.told_dates import Told
from kg.draft.pairs.items import Item
from kg.draft.pairs.pairing import Pair
from kg.draft.reading import ReadSentence
from kg.draft.relations.frames import frames
from kg.draft.relations.triggers import Trigger
from kg.draft.spans import Mention

_REPORTS = re.compile(r"(?i:press|media|information) (?:service|office|center|centre|department|bureau)")
_OF_STAFF = ("holdsPost", "worksFor")
_DONE = frozenset({"partyTo", "signed", "founded", "operates", "cooperatesWith", "participatedIn"})
"""What bodies do, of which those that they are part of do nothing."""
_LEFT = re.compile(
    r"\b(?:resign\w*|stepped down|stood down|quits?|departed|retired|ousted|dismissed|fired|sacked|left)\b"
)


_ACTS = {
    "en": re.compile(
        r"\b(?:will|has|have|had|was|were|also|said|says|met|held|told|"
        r"(?<!newly )(?<!recently )[a-z]{3,}ed(?<!named)(?<!pointed)(?<!elected)(?<!called))\b"
    ),
    "ru": re.compile(
        r"\b(?:[а-яё]{3,}(?:лся|лась|лись)|прове(?:ла?|ли)|прин[яи]ла?|(?:подписа|сообщи|отмети|заяви|рассказа|сказа|"
        r"поблагодари|посети|обсуди|вручи|поздрави)л[аи]?)\b"
    ),
}
"""Words that say what somebody does; in English not those of coming into a post: named, appointed, elected."""
_OWN_CLAUSE = re.compile(
    r"(?:, (?:and|but)|,? (?:while|whereas)) (?:the )?(?:[A-Z][\w.&’'-]*(?: of| for| the| and)* ){1,7}"
    r"(?:(?:has|have|had|will|also|is|was|were) )*(?!signed|agreed|concluded|inked|has\b|is\b|was\b)"
    r"(?:[a-z]{2,}(?:ed|s|es)|be|to)\b"
)
"""Where a second clause with a subject of its own begins: …, and Fen University opened."""


@dataclass(frozen=True, eq=False)
class Moment:
    """A sentence as it was read: its dates, its verbs, and the day of which the article was telling."""

    read: ReadSentence
    dates: list[Told]
    verbs: list[Trigger]
    scene: Told | None


def rule_of(moment: Moment, predicate: str) -> str:
    """The name of the rule by which a report knows what a pair told."""
    return f"{moment.read.sentence.language}.pair.{predicate}"


def only_beside(pair: Pair, predicate: str) -> bool:
    """Whether weights take somebody for the one who does something, who only stands beside it.

    A body that tells whose the thing is that does it (the Institute of Physics of Fen University signed), a person or a
    news agency for the party of an agreement: people sign, agencies report.
    """
    owner = pair.left.mention
    if predicate == "partyTo" and _is_in_next_clause(pair):
        return True
    if predicate == "partyTo" and owner is not None and owner.rule == "described" and _REPORTS.match(owner.name):
        return True
    if predicate == "partyTo" and (pair.left.sort == "Person" or "NewsAgency" in pair.left.classes[:1]):
        return True
    if predicate not in _DONE or owner is None or not owner.inner:
        return False
    parts = (item.mention for item in pair.here.items if item.kind == "mention" and item.sort == "Organisation")
    return any(m is not None and m.owner is not None and m.owner.entity == owner.entity for m in parts)


def _is_in_next_clause(pair: Pair) -> bool:
    """Whether an English body stands in a clause behind that of an agreement: A signed a pact, and B opened a hub."""
    if not pair.is_near or pair.here.code != "en" or pair.right.end > pair.left.start:
        return False
    next_clause = _OWN_CLAUSE.search(pair.here.sentence.text, pair.right.end, pair.here.sentence.end)
    return next_clause is not None and next_clause.start() < pair.left.start


def is_over(pair: Pair, predicate: str) -> bool:
    """Whether words between two ends of an English sentence say that somebody left a body."""
    if predicate not in _OF_STAFF or not pair.is_near or pair.here.code != "en":
        return False
    low, high = sorted((pair.left, pair.right), key=lambda item: item.start)
    return _LEFT.search(pair.here.sentence.text, low.end, high.start) is not None


def acts_between(moment: Moment, office: Item, person: Mention) -> bool:
    """Whether a verb between a post and a person behind it says what its holder does, so that it is not that person."""
    acts = _ACTS.get(moment.read.sentence.language)
    if acts is None or person.start < office.end:
        return False
    return acts.search(moment.read.sentence.text, office.end, person.start) is not None


def is_at(office: Mention, item: Item) -> bool:
    """Whether a post stands where an item does."""
    return office.start < item.end and item.start < office.end


def verb_of(verbs: Sequence[Trigger], predicate: str, places: Sequence[tuple[int, int]]) -> Trigger | None:
    """Of the verbs that tell such a relation, the one nearest to some places."""
    telling = [v for v in verbs if any(frame.predicate == predicate for frame in frames().get(v.frame, ()))]
    return min(
        telling,
        key=lambda v: min(max(start - v.end, v.start - end, 0) for start, end in places),
        default=None,
    )
