"""The body that a post is in where only other words of the sentence, or what was told before, say it."""

from __future__ import annotations

import re

from kg.draft.language.families import in_family
from kg.draft.language.words import Sentence
from kg.draft.posts.post_words import Post
from kg.draft.posts.russian_seats import body_led, has_own_complement, may_be_unsaid, shared_in_russian
from kg.draft.posts.turkish_offices import unsaid_in_turkish
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

_SHARING = re.compile(r"\s?(?:,|və|, həmçinin|, eləcə də)\s(?:[^\W\d_][\w-]+\s){0,6}")
"""What stands between a person and the next post in the same body."""
_BY = re.compile(r"\s*tərəfindən(?:\s+isə)?(?=\s)")
RUN = ("Initiative", "Programme", "Network", "Cluster", "Platform")
"""What is no body and yet may have posts."""


def unsaid_body(
    read: ReadSentence, person: Mention, post: Post, schema: Schema, topic: Mention | None, appointed: bool
) -> Mention | None:
    """The body that a post is in where only what was told before says it: its director, Директор: …"""
    sentence = read.sentence
    if sentence.grammar.code == "az" and in_family(sentence.lowered[post.last_word], sentence.grammar, "elected"):
        return None  # prorektor, millət vəkili P
    before = sentence.lowered[post.first_word - 1] if post.first_word else ""
    label = re.match(r":|\s[–—]\s" if sentence.grammar.code == "kk" else ":", sentence.text[post.end :]) is not None
    sides = ("behalf", "side") if sentence.grammar.code == "az" else ("behalf",)
    behalf = [m for m in read.mentions if m.mark in sides and m.end <= person.start]
    if sentence.grammar.code == "az":  # Azərbaycan tərəfdən direktor A, X tərəfdən B
        behalf = [m for m in behalf if m.class_name != "Country" and not _is_anothers(read, m, post)]
    if behalf:
        return behalf[-1]
    beside = next((m for m in read.mentions if m.mark == "by" and _is_right_before(sentence, m, post)), None)
    after = next((m for m in read.mentions if m.start >= person.end), None)
    gap = sentence.text[person.end : after.start] if after is not None else ""
    if beside is None and sentence.grammar.code == "en" and gap in (" of ", " of the ", " from "):
        beside = after  # Director Wang Xiao Ming of Alfa Institute
    if beside is not None and schema.is_a(beside.class_name, "Organisation"):
        return beside
    near = [
        m for m in read.mentions
        if schema.is_a(m.class_name, "Organisation") and m.mark == "nom" and m.start < person.start and not m.inner
        and m.class_name != "NewsAgency"
    ]  # fmt: skip
    near = [m for m in near if m.rule != "described"] or near
    if sentence.grammar.code == "tr":
        told = unsaid_in_turkish(read, person, post, schema, topic)
        if told is not None:
            return told
    if sentence.grammar.code == "ru":
        near = [m for m in near if may_be_unsaid(sentence, post, m, schema)]
        topic = topic if topic is not None and may_be_unsaid(sentence, post, topic, schema) else None
    if sentence.grammar.code == "ru" and has_own_complement(sentence, post, person):
        return None
    if sentence.grammar.code == "ru" and (led := body_led(read, person, post, schema)) is not None:
        return led
    if near and (appointed or before in ("its", "his", "their", "our") or post.start > person.start):
        return near[-1]
    if topic is None or not (schema.is_a(topic.class_name, "Organisation") or topic.class_name in RUN):
        return None
    first = before in ("its", "the", "our", "своим", "его", "её", "onun", "оның", "uning", "onun")
    alone = post.first_word == 0 or bool(sentence.gap(post.first_word - 1, post.first_word).strip())
    if sentence.grammar.code == "ru" and _is_of_another_sort(sentence, post, person, topic, schema):
        return None
    return topic if label or appointed or first or alone else None


def shared_body(read: ReadSentence, person: Mention, post: Post) -> Mention | None:
    """The body that a post shares with the next: X-in rektoru P və prorektoru Q (az); директор, ректор X (ru)."""
    sentence = read.sentence
    if sentence.grammar.code == "ru":
        return shared_in_russian(read, person, post)
    form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
    if sentence.grammar.code != "az" or form is None or form.case or post.start > person.start:
        return None
    if not form.possessed and form.entry.detail != "unit":
        return None
    before = [m for m in read.mentions if m.class_name == "Person" and m.end <= post.start]
    if any(before and before[-1].end <= m.start < post.start for m in read.mentions):
        return None
    if not before or not before[-1].post_of or _SHARING.fullmatch(sentence.text[before[-1].end : post.start]) is None:
        return None
    return next((m for m in read.mentions if m.entity == before[-1].post_of), None)


def body_of_unit(read: ReadSentence, unit: Mention, schema: Schema, topic: Mention | None) -> Mention | None:
    """The body that a chair or a faculty is of: its possessor, or what was named last before it."""
    if unit.owner is not None and schema.is_a(unit.owner.class_name, "Organisation"):
        return unit.owner
    told = [
        m for m in read.mentions
        if m.end <= unit.start and m.kind != "unit" and schema.is_a(m.class_name, "Organisation")
        and m.class_name != "NewsAgency"
    ]  # fmt: skip
    topic = topic if topic is not None and schema.is_a(topic.class_name, "Organisation") else None
    return told[-1] if told else topic


def _is_of_another_sort(sentence: Sentence, post: Post, person: Mention, topic: Mention, schema: Schema) -> bool:
    """Whether a Russian post is in a body of a sort that the topic is not: председатель правления банка, of a firm."""
    grammar, lowered = sentence.grammar, sentence.lowered
    for at in range(post.first_word, max(post.last_word + 1, sentence.index_from(person.start))):
        form = grammar.form(lowered, at, "heads")
        general = grammar.form(lowered, at, "references")
        if form is None or not schema.is_a(form.entry.name, "Organisation"):
            continue
        if general is not None and "any" in (general.entry.detail, general.entry.name):
            continue
        word = form.entry.words.split()[-1]
        if topic.head and word not in topic.head.split() and fold(word.rstrip("*")) not in fold(topic.name):
            return True
    return False


def _is_anothers(read: ReadSentence, mention: Mention, post: Post) -> bool:
    """Whether somebody stands between a body and a post, for whom the body is."""
    return any(m.class_name == "Person" and mention.end <= m.start < post.start for m in read.mentions)


def _is_right_before(sentence: Sentence, mention: Mention, post: Post) -> bool:
    """Whether nothing stands between a body and a post: со стороны университета «Альфа» ректор …"""
    gap = sentence.text[mention.end : post.start] if mention.end <= post.start else ";"
    gap = _BY.sub("", gap) if sentence.grammar.code == "az" else gap  # X tərəfindən direktor P
    return not gap.strip(" »”\"')")
