"""Azerbaijani posts of several people, told once before a list of them: X-in prorektorları P və Q."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence
from kg.draft.names.people import is_title
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention

_JOINED = re.compile(r"\s?,\s|\s(?:və|həmçinin|eləcə də)\s")


def shared_post(read: ReadSentence, person: Mention) -> Post | None:
    """The post before a list of people of which somebody is one but the first."""
    if read.sentence.grammar.code != "az":
        return None
    people = [m for m in read.mentions if m.class_name == "Person" and m.start <= person.start and not m.is_reference]
    for later, before in zip(people[::-1], people[-2::-1], strict=False):
        if _JOINED.fullmatch(read.sentence.text[before.end : later.start]) is None:
            return None
        post = next((post for post in read.posts if post.is_many and _right_before(read.sentence, post, before)), None)
        if post is not None:
            return post
    return None


def _right_before(sentence: Sentence, post: Post, person: Mention) -> bool:
    first = sentence.index_from(person.start)
    between = range(post.last_word + 1, first)
    return post.last_word < first and all(is_title(sentence, at) for at in between)
