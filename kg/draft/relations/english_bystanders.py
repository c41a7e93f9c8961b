"""What English sentences say of things beside an agreement, a gathering or a body that weights take for its own.

Weights of pairs see which words stand near, and not which word each belongs to: a ministry under which a party is, the
agency that reports a signing and the country where it was held stand beside an agreement as often as its parties do.
"""

from __future__ import annotations

import re

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention

_ABOVE = re.compile(
    r"\b(?:under|subordinate to|accountable to|affiliated with|(?:part|arm|unit|branch|subsidiary) of)"
    r" (?:the )?(?:[A-Z][\w-]*(?: [A-Z][\w-]*)?(?:['’]s?) |[A-Z][a-z]+(?:an|i|ese|ish|yz|kh|ek) )?\Z"
)
"""What stands before whom a body is under: under Georgia's …"""
_THERE = re.compile(r"\b(?:in|to|from|across|throughout|into) (?:the )?\Z")
_TOLD = re.compile(r"\b(?:told|citing|to|quoted by|according to|with reference to) (?:the )?\Z")
_TELLS = re.compile(r"(?: \w+){0,2}? (?:reports?|reported|informs?|informed|said|says|learned|learnt|writes|wrote)\b")
_MADE = re.compile(
    r"\b(?:establish|establishing|set up|setting up|create|creating|found|founding|launch|launching|build|building|"
    r"open|opening)(?: (?:an?|the|its|their|new|joint)(?: [a-z-]+){0,4})* \Z"
)
_HOST = re.compile(
    r"\b(?:met|meets|meet|meeting|meetings|talks|conversation|received by|welcomed by|hosted by)"
    r"(?: (?:with|by|separately|also))?(?: (?:the|his|her|their))?(?: [\w’'.,-]+){0,14}? \Z"
)
_SIGNS = re.compile(r"\b(?:was|were|been) (?:also )?signed by\b[^;]*\Z")
"""What stands before who signs something while somebody else is on a visit."""
_GUEST_OF = re.compile(r"\b(?:visit|trip)\b")
_OTHER_PART = re.compile(r"\band (?:an?|the) [\w -]{3,40} of (?:the )?\Z")
"""What says that something else is a part of what follows: … at X, and a branch of Y."""
_SIGNING = ("signed", "partyTo")
_OTHER_CLAUSE = re.compile(
    r", (?:where|(?:at|during|after|in|before) which) (?!(?:they|it|he|she|both|the (?:two|parties|sides))\b|"
    r"(?:an?|the|two|several) [\w ]{0,40}?(?:was|were)\b)"
)
_APPROVES = re.compile(
    r"\b(?:decree|law|bill|order|resolution|act) "
    r"(?:approving|ratifying|on (?:the )?(?:approval|ratification|approving))\b"
)
_AT = re.compile(r"\bat (?:the )?\Z")
_OWN = re.compile(r"['’]s?\b|\bof\b|\bunder\b|\bwithin\b|\bits\b|\btheir\b|\(")
_FORESEEN = re.compile(
    r"\A on (?:an?|the)\b|"
    r"\b(?:provid|envisag|foresee|stipulat|includ|cover|establish|creat|open|launch|set up|setting up|found|build|"
    r"implement|introduc|develop)\w*"
)


def stands_beside(read: ReadSentence, relation: Relation) -> bool:
    """Whether what is proposed of an English sentence, mostly by weights alone, is told there of something else."""
    if read.sentence.grammar.code == "en" and relation.predicate in _SIGNING and _is_elsewhere(read, relation):
        return True
    if relation.reasons != (Reason.BY_PAIR,) or read.sentence.grammar.code != "en":
        return False
    subject, object_ = relation.subject, relation.object
    if relation.predicate == "partyTo":
        return _is_no_party(read, subject)
    if relation.predicate == "providesFor":
        return _is_not_foreseen(read, subject, object_)
    if relation.predicate == "participatedIn":
        return _is_host(read, subject, object_)
    return relation.predicate == "belongsTo" and _is_host_of_branch(read, subject, object_)


def _is_elsewhere(read: ReadSentence, relation: Relation) -> bool:
    """Whether another clause parts somebody from a signing, or what he signs is the act that approves an agreement.

    The delegation met with P, at which A and B signed; the deal was signed in Osh, where P had spoken of it.
    """
    subject, text = relation.subject, read.sentence.text
    if not _is_within(read, subject) or not read.sentence.start <= relation.at < read.sentence.end:
        return False
    low, high = sorted((subject.start, relation.at))
    if _OTHER_CLAUSE.search(text, low, high) is not None:
        return True
    return relation.predicate == "signed" and _APPROVES.search(text, read.sentence.start, read.sentence.end) is not None


def _is_no_party(read: ReadSentence, party: Mention) -> bool:
    """Whether somebody stands beside an agreement as a person, as whom a party is under, who reports, or where."""
    if party.class_name == "Person":
        return True  # people sign; the parties are whom they sign for
    if party.rule == "described" and " " not in party.name:
        return True  # the company, the press service
    if not _is_within(read, party):
        return False
    before, after = _before(read, party), read.sentence.text[party.end : read.sentence.end]
    if _ABOVE.search(before) or _MADE.search(before):
        return True
    if party.class_name in PLACES:
        return _THERE.search(before) is not None
    is_press = party.class_name == "NewsAgency"
    return is_press and (_TOLD.search(before) is not None or _TELLS.match(after) is not None)


def _is_not_foreseen(read: ReadSentence, agreement: Mention, thing: Mention) -> bool:
    """Whether nothing between an agreement and a thing says that the one is to bring about the other."""
    if thing.class_name in PLACES or not (_is_within(read, agreement) and _is_within(read, thing)):
        return True
    between = read.sentence.text[agreement.end : thing.start]
    return agreement.start > thing.start or _FORESEEN.search(between) is None


def _is_host(read: ReadSentence, person: Mention, gathering: Mention) -> bool:
    """Whether somebody is whom the guests of a visit met, or signs something meanwhile: … met with P."""
    if _GUEST_OF.search(gathering.name.lower()) is None or not _is_within(read, person):
        return False
    if person.class_name != "Person":
        return True  # people pay visits
    before = _before(read, person)
    return _HOST.search(before) is not None or _SIGNS.search(before) is not None


def _is_host_of_branch(read: ReadSentence, part: Mention, whole: Mention) -> bool:
    """Whether a body only houses another, or is named beside it: a branch of X was opened at Y."""
    if part.rule.startswith("agreement-") or (part.group == whole.group >= 0):
        return True  # A and B of one list are of neither
    if not _is_within(read, whole) or not _is_within(read, part):
        return False
    if _AT.search(_before(read, whole)) is not None:
        return True
    left, right = sorted((part, whole), key=lambda each: each.start)
    between = read.sentence.text[max(left.start, left.end - len("’s")) : right.start]
    if _OTHER_PART.search(between) is not None:
        return True
    return part.rule.startswith("head-") and _OWN.search(between) is None


def _before(read: ReadSentence, mention: Mention) -> str:
    return read.sentence.text[read.sentence.start : mention.start]


def _is_within(read: ReadSentence, mention: Mention) -> bool:
    return read.sentence.start <= mention.start < read.sentence.end
