"""How far the name of an English post reaches: Deputy Minister of Trade behind its holder, Mayor of Tallinn."""

from __future__ import annotations

from collections.abc import Sequence

from kg.draft.posts.english_fields import fields_after
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

OF_STATES = (
    "governor", "mayor", "akim", "hakim", "khokim", "ambassador", "consul", "envoy", "senator", "minister", "mp", "mla",
    "congressman", "congresswoman", "premier", "judge", "king", "queen", "emir", "prince", "plenipotentiary",
    "state", "government",
)  # fmt: skip
"""Posts that are of a state, a region or a town, and of no body that an article is about."""
_PLACES = ("City", "Region")
_IN_COUNTRY = (" in ", " in the ", " for ", " for the ")
_OF_BODY = (" of ", " of the ", " at ", " at the ")
_OF_PLACE = (" of ", " of the ", " of the city of ")


def reach(read: ReadSentence, person: Mention, post: Post, start: int, end: int) -> tuple[int, int]:
    """Where a post's name begins and ends, with the field or the town that it is of; `start` and `end` are as read."""
    sentence = read.sentence
    if end == post.end and person.end <= post.start and post.kind == "minister":
        fields = fields_after(sentence, post.last_word, post.kind)
        end = sentence.words[max(fields)].end if fields else end
    if (start, end) != (post.start, post.end) or sentence.lowered[post.last_word] not in OF_STATES:
        return start, end
    for place in (m for m in read.mentions if m.class_name in _PLACES):
        if sentence.text[post.end : place.start] in _OF_PLACE:
            return start, place.end
        if place.end <= post.start and sentence.text[place.end : post.start] in (" ", "'s ", "’s "):
            return place.start, end
    return start, end


def governed_towns(read: ReadSentence) -> list[Mention]:
    """The towns and regions of which a post of state is told: the Mayor of Tallinn."""
    governing = [post for post in read.posts if read.sentence.lowered[post.last_word] in OF_STATES]
    return [
        place
        for place in read.mentions
        if place.class_name in _PLACES
        and any(read.sentence.text[post.end : place.start] in _OF_PLACE for post in governing)
    ]


def sender_of(read: ReadSentence, post: Post, host: Mention, bodies: Sequence[Mention]) -> Mention | None:
    """The body whose post in a country somebody holds: Fen Bank Country Manager for Peru."""
    text = read.sentence.text
    if host.class_name != "Country":
        return None
    for body in bodies:
        if body is host or body.class_name == "Country":
            continue
        before = body.end <= post.start and text[body.end : post.start] in (" ", "'s ", "’s ")
        if before and text[post.end : host.start] in _IN_COUNTRY:
            return body
        between = post.end <= body.start and body.end <= host.start and text[post.end : body.start] in _OF_BODY
        if between and text[body.end : host.start] in _IN_COUNTRY:
            return body
    return None
