"""What no article says of two things, however its words weigh: an agreement lies nowhere, a plan signs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.draft.pairs.items import Item
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

_NOT_OF_STATE = ("ResearchOrganisation", "Company", "TechnologyCenter", "InnovationCenter", "Center", "NewsAgency")
_OF_STATE = re.compile(
    r"(?:deputy |first deputy |prime )?minister\b|head of state\b|(?:перв\w+ )?(?:заместител\w+ |вице-|зам)?министр|"
    r"глава государства|(?:\w+ )*nazir(?:i|inin müavini)\b|dövlət başçısı|.*министрі(?:нің .*)?\Z|мемлекет басшысы|"
    r".*vazir(?:i|ining .*)\Z|.*bakan(?:ı| yardımcısı)\Z|bakan yardımcısı"
)
"""Posts that are in no school and in no firm."""
_NOWHERE = ("Agreement", "Post", "Event")
"""What is signed or held somewhere, or in somebody's charge, and lies in no place and no country."""


def is_never_said(predicate: str, left: Mention, right: Mention, schema: Schema, read: ReadSentence) -> bool:
    """Whether two things stand in no such relation by what they are, though the ontology allows it of their classes."""
    if predicate in ("locatedIn", "ofCountry"):
        return any(schema.is_a(left.class_name, each) for each in _NOWHERE)
    if predicate == "partyTo":
        return left.rule == "described" and not schema.is_a(left.class_name, "GovernmentBody")
    if predicate == "postIn":
        return right.class_name in _NOT_OF_STATE and _OF_STATE.match(left.name.lower()) is not None
    if predicate != "belongsTo" or left.sentence != right.sentence:
        return False
    low, high = sorted((left.start, right.start))  # the director of A, P, and the rector of B
    return any(m.class_name == "Person" and low < m.start < high for m in read.mentions)


def is_behind_another(read: ReadSentence, item: Item, person: Mention) -> bool:
    """Whether somebody else's name stands between a post of one and a name: the head of X, P, and the rector, Q."""
    post = item.post
    if post is None or post.is_many:
        return False
    return any(m.class_name == "Person" and post.end <= m.start and m.end <= person.start for m in read.mentions)


def is_held_already(
    read: ReadSentence, post: Post, body: Mention | None, offices: Iterable[Mention], body_of: Mapping[str, str]
) -> bool:
    """Whether one of somebody's posts is called by the same word and is in the same body; `body_of` by their ids."""
    word = fold(read.sentence.lowered[post.last_word])
    same = (each for each in offices if word in fold(each.name).split())
    return any(body is None or body_of.get(each.entity) == body.entity for each in same)


def told_before(mention: Mention, things: Iterable[Mention], schema: Schema) -> Mention | None:
    """What an article told of as this: its only agreement, or the gathering whose name has this word."""
    things = list(things)
    if schema.is_a(mention.class_name, "Agreement"):
        told = [m for m in things if schema.is_a(m.class_name, "Agreement")]
        sorts = {mention.class_name, "Agreement"}
        told = [m for m in told if m.class_name in sorts or mention.class_name == "Agreement"]
        return told[0] if len(told) == 1 else None
    head = mention.head.rstrip("*")
    gathers = schema.is_a(mention.class_name, "Event")
    return next(
        (
            m
            for m in things
            if (m.class_name, m.head) == (mention.class_name, mention.head)
            or (gathers and schema.is_a(m.class_name, "Event") and head in m.name.lower())
        ),
        None,
    )
