"""Posts that stand beside persons: who holds which post, where, and who speaks for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.draft.known_posts import KnownPosts, known_post, ministry_of
from kg.draft.model import Reason
from kg.draft.people import Post
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_MOST_FIELD_WORDS = 9
_ELSEWHERE = ("loc", "dat", "abl", "acc")
_RUN = ("Initiative", "Programme", "Network", "Cluster", "Platform")
_STOPS = frozenset({"the", "a", "an", "and", "və", "и", "және", "va", "ve", "isə", "mr", "by", "also", "with", "as"})


def offices(
    read: ReadSentence, schema: Schema, things: Mapping[str, Mention], known: KnownPosts, topic: Mention | None = None
) -> Iterator[tuple[Relation, Mention | None]]:
    """Relations of posts, each with the post where one is new to the article."""
    for person in read.mentions:
        if person.class_name != "Person" or person.is_reference:
            continue
        post = _post_of(read, person)
        if post is None:
            continue
        yield from _office(read, person, post, schema, things, known, topic)
        second = _second(read, post)
        if second is not None:
            yield from _office(read, person, second, schema, things, known, topic)


def _second(read: ReadSentence, post: Post) -> Post | None:
    """The post that a conjunction joins to another of the same person: founder and CEO of X."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    joined = post.last_word + 1 < len(lowered) and grammar.conjunctions.at(lowered, post.last_word + 1) is not None
    return next((p for p in read.posts if joined and p.first_word == post.last_word + 2), None)


def _post_of(read: ReadSentence, person: Mention) -> Post | None:
    """The post that stands right before a person, or after a comma."""
    sentence = read.sentence
    first, last = sentence.index_from(person.start), sentence.index_from(person.end)
    for post in reversed(read.posts):
        if post.last_word < first:
            between = sentence.lowered[post.last_word + 1 : first]
            gap = sentence.text[post.end : person.start]
            if not between or all(word in sentence.grammar.titles for word in between):
                return post if gap.strip() == ":" or not re.search(r"[,;:]", gap) else None
            if sentence.grammar.verb_last and sentence.grammar.appoint.at(sentence.lowered, post.last_word + 1):
                return post  # директоры болып Ерасыл Мырзағалиев тағайындалды
            gap = gap.rstrip().removesuffix(",")  # The Minister of Industry of Kazakhstan, X
            inside = sentence.grammar.code in ("en", "ru") and not re.search(r"[,;:–—]", gap)
            if inside and len(between) <= _MOST_FIELD_WORDS + 2 and not _crossed(read, post, person):
                return post
            break
    if sentence.grammar.verb_last and sentence.grammar.code != "tr":
        pass
    for post in read.posts:
        if post.first_word >= last and post.first_word - last <= (
            _MOST_FIELD_WORDS if sentence.grammar.verb_last else 4
        ):
            gap = sentence.text[person.end : post.start].strip()
            opened = re.match(
                r"[,(–—-]|as\b|(?:is|was)\b|to be\b|(?:has|have|had) been (?:appointed|named|elected)", gap
            )
            if (
                opened
                and (sentence.grammar.verb_last or len(gap.split()) <= 5)
                and not _person_between(read, person, post)
            ):
                return post
            return None
    return None


def _crossed(read: ReadSentence, post: Post, person: Mention) -> bool:
    """Whether another person or a verb stands between a post and a person."""
    sentence = read.sentence
    first = sentence.index_from(person.start)
    inside = {
        n
        for m in read.mentions
        if not m.is_reference and m is not person
        for n in range(sentence.index_from(m.start), sentence.index_from(m.end))
    }
    return any(
        (n not in inside and sentence.grammar.triggers.at(sentence.lowered, n))
        or sentence.lowered[n] in ("with", "said", "с", "по")
        for n in range(post.last_word + 1, first)
    ) or _person_between(read, person, post)


def _person_within(read: ReadSentence, start: int, end: int) -> bool:
    return any(m.class_name == "Person" and start <= m.start < end for m in read.mentions)


def _person_between(read: ReadSentence, person: Mention, post: Post) -> bool:
    low, high = min(person.end, post.end), max(person.start, post.start)
    return any(m.class_name == "Person" and m is not person and low <= m.start < high for m in read.mentions)


def _office(
    read: ReadSentence,
    person: Mention,
    post: Post,
    schema: Schema,
    things: Mapping[str, Mention],
    posts_known: KnownPosts,
    topic: Mention | None,
) -> Iterator[tuple[Relation, Mention | None]]:
    sentence = read.sentence
    body, start, end = _body(read, person, post)
    appointed = _appointed(read, person, post)
    if body is None and post.kind != "minister" and not person.known:
        body, start, end = _unsaid(read, person, post, schema, topic, appointed), post.start, post.end
    if body is not None:
        body.inner = True
    code = sentence.grammar.code
    spans = ((start, end), (person.start, person.end))
    if post.kind == "founder":
        if body is not None and schema.is_a(body.class_name, "Organisation"):
            yield Relation(person, "founded", body, 0.8, f"{code}.post.founder", (Reason.BY_POST,), spans), None
        return
    if post.kind == "representative":
        if body is not None:
            spoke = Relation(
                person, "represents", body, 0.8, f"{code}.post.representative", (Reason.BY_POST,), spans, at=start
            )
            spoke.qualifiers["role"] = "representative"
            yield spoke, None
        return
    text = _post_name(read, start, end, body, post)
    if post.kind == "minister" and (body is None or body.class_name in ("Country", "Person")):
        ministry = ministry_of(text, things)
        country, body = body, ministry or body
        if ministry is None and country is not None and country.class_name != "Country":
            body = None
    where = body.entity if body is not None else ""
    if body is None and len(text.split()) < 2:
        return
    known_id = known_post(text, where, posts_known)
    own = posts_known.body_of.get(known_id, "")
    if known_id and own in things and (body is None or body.class_name == "Country"):
        body, where = things[own], own
    told = f"{text} {where}" if where and fold(where.split("-")[0]) not in fold(text) else text
    key = known_id or f"post-{slug(told) or 'x'}"
    office = Mention(
        start, end, text, "Post", code, f"post-{post.kind}", 0.8, (Reason.BY_POST,), entity=key, known=bool(known_id),
        sentence=sentence.number,
    )  # fmt: skip
    office = things.get(office.entity, office)
    person.post, person.post_of = office.entity, where
    yield (
        Relation(
            person,
            "holdsPost",
            office,
            0.85,
            f"{code}.post.{post.kind}",
            (Reason.BY_POST,),
            spans,
            at=start,
            is_event=appointed,
        ),
        office,
    )
    if body is not None and schema.is_a(body.class_name, "Agent") and body.class_name != "Person":
        yield (
            Relation(
                office, "postIn", body, 0.8, f"{code}.post.{post.kind}", (Reason.BY_POST,), ((start, end),), at=start
            ),
            None,
        )


def _appointed(read: ReadSentence, person: Mention, post: Post) -> bool:
    """Whether the sentence tells that the person was appointed: тағайындалды, appointed … as."""
    sentence = read.sentence
    return any(
        (hit := sentence.grammar.appoint.at(sentence.lowered, n)) is not None
        and len(hit[1].words) > 3
        and not (hit[1].detail == "active" and person.end <= sentence.words[n].start)
        for n in range(len(sentence.words))
        if abs(sentence.words[n].start - person.start) < 80
    )


def _unsaid(
    read: ReadSentence, person: Mention, post: Post, schema: Schema, topic: Mention | None, appointed: bool
) -> Mention | None:
    """The body that a post is in where only what was told before says it: its director, Директор: …"""
    sentence = read.sentence
    before = sentence.lowered[post.first_word - 1] if post.first_word else ""
    label = sentence.text[post.end : post.end + 1] == ":"
    behalf = [m for m in read.mentions if m.mark == "behalf" and m.end <= person.start]
    if behalf:
        return behalf[-1]
    near = [
        m for m in read.mentions
        if schema.is_a(m.class_name, "Organisation") and m.mark == "nom" and m.start < person.start and not m.inner
        and m.class_name != "NewsAgency"
    ]  # fmt: skip
    near = [m for m in near if m.rule != "described"] or near
    if near and (appointed or before in ("its", "his", "their", "our") or post.start > person.start):
        return near[-1]
    if topic is None or not (schema.is_a(topic.class_name, "Organisation") or topic.class_name in _RUN):
        return None
    first = before in ("its", "the", "our", "своим", "его", "её", "onun", "оның", "uning", "onun")
    alone = post.first_word == 0 or bool(sentence.gap(post.first_word - 1, post.first_word).strip())
    return topic if label or appointed or first or alone else None


def _body(read: ReadSentence, person: Mention, post: Post) -> tuple[Mention | None, int, int]:
    """The organisation or country that a post is in, and the stretch of the post's whole name."""
    sentence = read.sentence
    words = sentence.words
    before = [m for m in read.mentions if m.end <= post.start and m.class_name != "Person"]
    start, end = post.start, post.end
    found: Mention | None = None
    if sentence.grammar.verb_last or sentence.grammar.code == "en":
        last = before[-1] if before else None
        if last is not None:
            gap = sentence.text[last.end : post.start]
            small = gap.split()
            near = not re.search(
                r"[.,;:()]", gap.replace(",", "", 1) if sentence.grammar.verb_last and len(small) > 3 else gap
            )
            near = (
                near
                and not any(word[:1].isupper() for word in small)
                and not _person_within(read, last.end, post.start)
            )
            joined = last.mark in ("gen", "nom", "adj") or last.case in ("gen", "")
            joined = joined and not (sentence.grammar.verb_last and last.mark in _ELSEWHERE)
            if (
                near
                and joined
                and len(small) <= _MOST_FIELD_WORDS
                and (sentence.grammar.verb_last or len(small) <= 3)
                and not ({w.lower() for w in small} & _STOPS - {"və", "және", "va", "ve"})
            ):
                found, start = last, last.start
                if last.owner is not None:
                    start = last.owner.start
                if last.mark == "behalf":
                    start = words[min(sentence.index_from(last.end) + 1, post.first_word)].start
        if found is None and post.kind == "minister":
            first = post.first_word
            while (
                first > 0 and post.first_word - first < _MOST_FIELD_WORDS and not sentence.gap(first - 1, first).strip()
            ):
                word = words[first - 1]
                if word.lower in _STOPS and not (
                    word.lower in ("və", "және", "va", "ve") and first >= 2 and words[first - 2].text.islower()
                ):
                    break
                if sentence.grammar.verb_last and _is_other(read, first - 1):
                    break
                if any(m.start <= word.start < m.end for m in read.mentions) or sentence.grammar.triggers.at(
                    sentence.lowered, first - 1
                ):
                    break
                if not sentence.grammar.verb_last and not word.is_capital:
                    break
                first -= 1
            start = words[first].start
    if found is None and not sentence.grammar.verb_last:
        limit = person.start if person.start > post.end else sentence.end
        for mention in read.mentions:
            if post.end <= mention.start < limit and mention.class_name != "Person" and mention is not person:
                gap = sentence.text[post.end : mention.start]
                if len(gap.split()) <= _MOST_FIELD_WORDS and not re.search(r"[;:.]|, ", gap):
                    found, end = mention, mention.end
                break
        titled = all(
            w in sentence.grammar.titles for w in sentence.lowered[post.last_word + 1 : sentence.index_from(limit)]
        )
        if found is None and limit == person.start and not titled and sentence.grammar.code in ("en", "ru"):
            end = max(post.end, len(sentence.text[:limit].rstrip()))
    return found, start, end


def _is_other(read: ReadSentence, index: int) -> bool:
    """Whether a word before a post is a thing of its own in a case: Құжатқа министр …, Açılış mərasimində nazir …"""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    forms = (grammar.form(lowered, index, table) for table in ("references", "agreements", "heads"))
    return any(form is not None and form.case in _ELSEWHERE for form in forms)


def _post_name(read: ReadSentence, start: int, end: int, body: Mention | None, post: Post) -> str:
    """The name of a post as the text has it, without the case of its last word."""
    sentence = read.sentence
    if sentence.grammar.verb_last:
        form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
        word = sentence.words[post.last_word]
        if form is not None:
            end = word.start + form.base_length
    text = sentence.text[start:end]
    if sentence.grammar.code == "ru" and start == post.start:
        form = sentence.grammar.form(sentence.lowered, post.last_word, "posts")
        first = form.entry.words.split()[0] if form is not None else ""
        if first.endswith("*") and (form is None or form.entry.length == 1 or not first.endswith(("н*", "ск*"))):
            text = _nominative(first) + sentence.text[sentence.words[post.first_word].end : end]
    return " ".join(text.split()).strip(" ,")


def _nominative(pattern: str) -> str:
    """A Russian post in the nominative, from its stem in the table.

    >>> _nominative("директор*"), _nominative("председател*"), _nominative("глав*")
    ('директор', 'председатель', 'глава')
    """
    stem = pattern.rstrip("*")
    return stem + ("ь" if stem.endswith("ел") else "а" if stem.endswith("глав") else "")
