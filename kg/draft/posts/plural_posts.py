"""Posts of several people, told once before a list of them: X-in prorektorları P və Q; Vice-Rectors P and Q."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.names.people import is_title
from kg.draft.posts.post_words import Post, field_words
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention

_JOINED = re.compile(r"\s?,\s|\s(?:və|həmçinin|eləcə də)\s")
_LISTED = re.compile(r",? and |, ")


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


def shared_by_list(
    read: ReadSentence, told: Iterable[tuple[Relation, Mention | None]]
) -> Iterator[tuple[Relation, Mention | None]]:
    """What is told of posts, an English one in the plural told of all in the list that it opens."""
    for relation, office in told:
        yield relation, office
        if relation.predicate == "holdsPost" and read.sentence.grammar.code == "en":
            for other in _listed_after(read, relation.subject):
                spans = ((other.start, other.end), *relation.spans)
                yield replace(relation, subject=other, spans=spans), None


def _listed_after(read: ReadSentence, person: Mention) -> list[Mention]:
    """Who is listed after somebody before whom a post in the plural stands; who has a post of his own ends it."""
    many = [post for post in read.posts if post.is_many and post.end < person.start]
    if not many or not _opens_list(read.sentence, many[-1], person):
        return []
    people = [m for m in read.mentions if m.class_name == "Person" and m.start >= person.start and not m.is_reference]
    found: list[Mention] = []
    for before, other in pairwise(people):
        if _LISTED.fullmatch(read.sentence.text[before.end : other.start]) is None:
            break
        found.append(other)
    return found


def _opens_list(sentence: Sentence, post: Post, person: Mention) -> bool:
    """Whether only the field of a post stands between it and a person: Deputy Ministers of Energy P and Q."""
    fields = field_words(sentence, [post])
    first = sentence.index_from(person.start)
    return all(is_title(sentence, at) or at in fields for at in range(post.last_word + 1, first))
