"""What English pronouns say is a body's own: the Fen Group and its unit Alfa; Fen University opened its branch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation, told_by_case
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NAMED = re.compile(
    r",? (?:and|through|via|with|including|together with|as well as) its "
    r"(?:own |local |national |regional |wholly owned |wholly-owned )*"
    r"(?:(?:subsidiary|unit|division|affiliate|arm|branch|department|faculty|institute|subsidiary company),? )?"
)
_OWN = re.compile(r"\bits (?:own |new |first |second |third |[a-z-]+ ){0,3}\Z")
_PART = re.compile(
    r"(?:.* )?(?:branch|office|campus|affiliate|subsidiary|unit|division|laboratory|lab|cent(?:er|re)|hub)\Z"
)
_MAKING = re.compile(r"\b(?:open|launch|establish|set up|found|inaugurat|creat|start|unveil)\w*\b")


def own_bodies(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The bodies that belong to one which the same sentence names before them."""
    text = read.sentence.text
    bodies = [m for m in read.mentions if schema.is_a(m.class_name, "Organisation") and m.start < m.end]
    for left, right in pairwise(bodies):
        if right.rule == "described":
            owner = _who_made(read, right, bodies)
            if owner is not None:
                yield told_by_case(right, "belongsTo", owner, 0.75, "en.own-body")
        elif not (left.is_reference and right.is_reference) and _NAMED.fullmatch(text[left.end : right.start]):
            states = left.class_name == right.class_name == "GovernmentBody"
            yield told_by_case(right, "subordinateTo" if states else "belongsTo", left, 0.85, "en.own-body")


def _who_made(read: ReadSentence, part: Mention, bodies: list[Mention]) -> Mention | None:
    """The only body before a described part, which opens or has it as its own."""
    text, start = read.sentence.text, read.sentence.start
    before = [m for m in bodies if m.end <= part.start and not m.inner and m.rule != "described"]
    own = _OWN.search(text, start, part.start)
    if len(before) != 1 or own is None or not _PART.fullmatch(part.head.lower()):
        return None
    return before[0] if _MAKING.search(text, before[0].end, own.start()) else None
