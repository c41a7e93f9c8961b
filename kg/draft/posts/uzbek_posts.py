"""Posts and persons in Uzbek: two posts of one person, and who acts for a body without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_BOTH_POSTS = re.compile(r"(?: vazifasini bajaruvchi)?\s?(?:–|—|va|hamda|ҳамда|ва)\s[^,;:.()]*\Z")
_MOST_BETWEEN = 9


def speaking_for(read: ReadSentence, person: Mention, schema: Schema) -> Iterator[tuple[Relation, Mention | None]]:
    """Whom a person without a post acts for: «X» guruhi nomidan P qatnashadi; not who signs for it."""
    sentence = read.sentence
    body = next((m for m in reversed(read.mentions) if m.end <= person.start and m.mark == "behalf"), None)
    if body is None or not schema.is_a(body.class_name, "Agent") or body.class_name == "Person":
        return
    signs = any(entry.name == "sign" for _, entry in sentence.triggers.values())
    if signs or not sentence.grammar.verb_last or len(sentence.text[body.end : person.start].split()) > 1:
        return
    rule = f"{sentence.grammar.code}.behalf"
    spans = ((body.start, body.end), (person.start, person.end))
    told = Relation(person, "represents", body, 0.75, rule, (Reason.BY_CASE,), spans, at=body.start)
    told.qualifiers["role"] = "representative"
    yield told, None


def uzbek_second(read: ReadSentence, post: Post) -> Post | None:
    """The post of the same person that stands before an Uzbek one, a dash or «and» between."""
    before = [p for p in read.posts if p.end <= post.start]
    if not before or any(m.class_name == "Person" and before[-1].end <= m.start < post.start for m in read.mentions):
        return None
    between = read.sentence.text[before[-1].end : post.start]
    return before[-1] if _BOTH_POSTS.match(between) and len(between.split()) <= _MOST_BETWEEN else None
