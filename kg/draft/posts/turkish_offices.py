"""Posts as Turkish sentences tell them: who gets or leaves one, whose a bare one is, who acts for a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.people import is_title
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

OF_STATE = ("vali", "kaymakam", "büyükelçi", "elçi", "konsolos", "belediye", "bakan", "başbakan", "cumhurbaşkanı")
_OF_UNIVERSITY = {"az": ("rektor", "prorektor"), "tr": ("rektör", "dekan")}
_SCHOOLS = {"az": (["universitet"], ["məktəb"], ["akademiya"], ["institut"]), "tr": (["üniversite"],)}
"""Posts that, without a body beside them, are of no body of the text; and those of its university."""
_LEAVING = ("az", "tr", "uz")


def on_behalf(read: ReadSentence, schema: Schema) -> Iterator[tuple[Relation, Mention | None]]:
    """Who comes or acts for a body in Turkish: X adına gelen P."""
    code = read.sentence.grammar.code
    for left, right in pairwise(m for m in read.mentions if code == "tr" and (not m.inner or m.mark == "behalf")):
        gap = read.sentence.text[left.end : right.start]
        near = len(gap.split()) <= 4 and not re.search(r"[,;:.]", gap)
        if (
            left.mark == "behalf"
            and right.class_name == "Person"
            and near
            and not right.is_reference
            and not right.post
            and schema.is_a(left.class_name, "Agent")
        ):
            right.post_of = right.post_of or left.entity
            spans = ((left.start, left.end), (right.start, right.end))
            yield Relation(right, "represents", left, 0.75, f"{code}.behalf", (Reason.BY_CASE,), spans), None


def promoted(read: ReadSentence, person: Mention) -> Post | None:
    """The post that a Turkish sentence says somebody has got, whatever the one before was: P, X'in müdürü oldu."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    if grammar.code != "tr":
        return None
    later = next((m for m in read.mentions if m.class_name == "Person" and m.start >= person.end), None)
    for post in read.posts:
        if post.start < person.end or (later is not None and post.end > later.start):
            continue
        told = [grammar.chairs.at(lowered, n) for n in range(post.last_word + 1, min(post.last_word + 4, len(lowered)))]
        rest = read.sentence.text[post.end : read.sentence.end].strip()
        if any(hit is not None and hit[1].name == "take" for hit in told) or re.match(
            r"(?:oldu|olacak|olmuştu)\b", rest
        ):
            return post
    return None


def has_left(read: ReadSentence, person: Mention) -> bool:
    """Whether the words after a person say that he is in the post no more: … görevden alındı."""
    sentence = read.sentence
    first = sentence.index_from(person.end)
    later = next((m.start for m in read.mentions if m.class_name == "Person" and m.start >= person.end), sentence.end)
    reach = 14 if sentence.grammar.code == "az" else 8  # … ötən payızda öz xahişi ilə vəzifədən azad edilib
    for at in range(first, min(first + reach, len(sentence.words))) if sentence.grammar.code in _LEAVING else ():
        hit = sentence.grammar.cue_words.at(sentence.lowered, at) if sentence.words[at].start < later else None
        if hit is not None and hit[1].name == "former" and hit[1].words.endswith("*"):
            return True
    return False


def is_predicate(read: ReadSentence, person: Mention, post: Post) -> bool:
    """Whether a post is said of a subject: P ise artık yönetim kurulu başkanı. (tr); P X-in direktorudur (az)."""
    sentence = read.sentence
    if sentence.grammar.code == "az":
        between = sentence.text[person.end : post.start]
        said = re.search(r"d[ıiuü]r\Z", sentence.text[post.start : post.end]) is not None
        return said and person.mark == "nom" and not re.search(r"[.;:]", between)
    ends = re.match(r"[’'ʼ]?[^\W\d_]{0,4}[.!]?\s*\Z", sentence.text[post.end : sentence.end]) is not None
    gap = sentence.text[person.end : post.start]
    return sentence.grammar.code == "tr" and ends and person.mark == "nom" and not re.search(r"[.,;:]", gap)


def unsaid_in_turkish(
    read: ReadSentence, person: Mention, post: Post, schema: Schema, topic: Mention | None
) -> Mention | None:
    """The body of a bare post: that of the one before in a list, that of a predicate, or what the text is about."""
    sentence = read.sentence
    before = sentence.lowered[post.first_word - 1] if post.first_word else ""
    listed = before in ("ve", "ile") or (post.first_word and sentence.gap(post.first_word - 1, post.first_word) == ", ")
    if listed and post.start < person.start:
        people = [m for m in read.mentions if m.class_name == "Person" and m.end <= post.start and m.post_of]
        bodies = [m for m in read.mentions if people and m.entity == people[-1].post_of]
        return bodies[0] if bodies else None
    if post.start > person.end:
        told = [m for m in read.mentions if schema.is_a(m.class_name, "Organisation") and m.end <= post.start]
        return told[-1] if told else topic
    form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
    bare = form is not None and not form.possessed and sentence.words[post.first_word].is_capital
    return topic if bare and topic is not None and schema.is_a(topic.class_name, "Organisation") else None


def school_of_post(
    sentence: Sentence, post: Post, things: Mapping[str, Mention], topic: Mention | None
) -> Mention | None:
    """The university that a rector or dean is of where no body is named: the only one that was told, or the topic."""
    code = sentence.grammar.code
    if not sentence.lowered[post.first_word].startswith(_OF_UNIVERSITY.get(code, ("?",))):
        return None
    schools = [m for m in things.values() if m.head.split()[-1:] in _SCHOOLS[code]]
    return schools[-1] if len(schools) == 1 else next((m for m in schools if m is topic), None)


def has_own_body(read: ReadSentence, post: Post, person: Mention) -> bool:
    """Whether only another body stands before the name, which a person is of: başkanı Ordu Üniversitesi'nden P."""
    sentence = read.sentence
    between = [m for m in read.mentions if post.end <= m.start and m.end <= person.start]
    if sentence.grammar.code != "tr" or len(between) != 1 or between[0].mark != "abl":
        return False
    last = sentence.index_from(person.start)
    rest = range(sentence.index_from(between[0].end), last)
    return not sentence.text[post.end : between[0].start].strip() and all(is_title(sentence, n) for n in rest)
