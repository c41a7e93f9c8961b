"""Further posts of an English name, each in a body of its own: P, rector of X and chairman of the board of Y."""

from __future__ import annotations

import re

from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_AFTER_NAME = re.compile(r",? (?:the )?|, who is (?:the )?")
_BODY_AND = re.compile(r" (?:of|at|for|in) (?:[^,;:.()“”\"]|\.(?=[A-Z]|\S)){2,110}?,? and (?:also )?(?:the |an? )?")
_OWN_PERSON = re.compile(r"[^,;:()“”\"]*\Z")


def later_posts(read: ReadSentence, person: Mention, post: Post) -> list[Post]:
    """The post that «and» joins to the one right behind a person's name, its body between; no other person's."""
    text = read.sentence.text
    if post.start < person.end or _AFTER_NAME.fullmatch(text, person.end, post.start) is None:
        return []
    further = next((each for each in read.posts if each.start > post.end), None)
    if further is None or _BODY_AND.fullmatch(text, post.end, further.start) is None:
        return []
    if not any(post.end < m.start < further.start and m.class_name != "Person" for m in read.mentions):
        return []
    people = [m for m in read.mentions if m.class_name == "Person" and m.start > post.end]
    if people and (people[0].start < further.start or _OWN_PERSON.fullmatch(text, further.end, people[0].start)):
        return []
    return [further]
