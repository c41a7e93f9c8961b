"""Posts that stand beside persons: who holds which post, where, and who speaks for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.draft.english_posts import Office, body_meant, english_offices
from kg.draft.kazakh_posts import only_body, start_of_duty
from kg.draft.known_posts import KnownPosts, known_post, ministry_of
from kg.draft.model import Reason
from kg.draft.people import is_title
from kg.draft.post_bodies import MOST_FIELD_WORDS, body_of, post_name
from kg.draft.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.seats import seats
from kg.draft.spans import Mention
from kg.draft.turkic_posts import is_degree, is_said_to_be
from kg.draft.turkish_offices import (
    OF_STATE,
    OF_UNIVERSITY,
    has_left,
    has_own_body,
    is_predicate,
    on_behalf,
    promoted,
    unsaid_in_turkish,
)
from kg.draft.uzbek_posts import speaking_for, uzbek_second
from kg.draft.words import Sentence
from kg.facts.names.folding import fold
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_NEAR_BODY = 40
_RUN = ("Initiative", "Programme", "Network", "Cluster", "Platform")


def offices(
    read: ReadSentence, schema: Schema, things: Mapping[str, Mention], known: KnownPosts, topic: Mention | None = None
) -> Iterator[tuple[Relation, Mention | None]]:
    """Relations of posts, each with the post where one is new to the article."""
    if read.sentence.text[read.sentence.start : read.sentence.end].isupper():
        return  # a heading within an article
    left = read.mentions
    if read.sentence.grammar.code == "en":
        offices_told = english_offices(read, schema)
        for each in offices_told.held:
            meant = body_meant(read, each, things, topic, schema)
            yield from _office(read, each.person, each.post, schema, things, known, topic, (meant, each))
            second = _second(read, each.post)
            if second is not None and second.start not in offices_told.former:
                yield from _office(read, each.person, second, schema, things, known, topic, (meant, each))
        over = {*offices_told.former, *(each.post.start for each in offices_told.held)}
        people = {each.person.start for each in offices_told.held}
        left = [m for m in read.mentions if m.start not in people]
        read = replace(read, posts=[post for post in read.posts if post.start not in over])
    for person in left:
        if person.class_name != "Person" or (person.is_reference and not _is_called(read, person)):
            continue
        post = promoted(read, person) or _post_of(read, person)
        if post is None or has_left(read, person):
            yield from speaking_for(read, person, schema)
            continue
        yield from _office(read, person, post, schema, things, known, topic)
        second = _second(read, post)
        if second is not None:
            yield from _office(read, person, second, schema, things, known, topic)
    yield from on_behalf(read, schema)
    for seat in seats(read, schema, topic):
        body = seat.body if seat.post.kind != "representative" else None
        told = f"{body.name} {seat.name}" if body is not None else seat.name
        place = (seat.post.start, seat.post.end, told, seat.taken)
        for relation, office in _held(read, seat.person, seat.post.kind, body, place, schema, things, known):
            relation.status = seat.status
            yield relation, office


def _is_called(read: ReadSentence, person: Mention) -> bool:
    """Whether a dash after a surname says what somebody is: Сералиева – кеңестің хатшысы."""
    text = read.sentence.text
    return read.sentence.grammar.code == "kk" and re.match(r"\s[–—-]\s\w", text[person.end :]) is not None


def _second(read: ReadSentence, post: Post) -> Post | None:
    """The post that a conjunction joins to another of the same person: founder and CEO of X."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    if grammar.code == "uz":
        return uzbek_second(read, post)
    joined = post.last_word + 1 < len(lowered) and grammar.conjunctions.at(lowered, post.last_word + 1) is not None
    return next((p for p in read.posts if joined and p.first_word == post.last_word + 2), None)


def _post_of(read: ReadSentence, person: Mention) -> Post | None:
    """The post that stands right before a person, or after a comma."""
    sentence = read.sentence
    first, last = sentence.index_from(person.start), sentence.index_from(person.end)
    for post in reversed(read.posts):
        if post.last_word < first and sentence.grammar.code == "ru" and _is_former(sentence, post.start, post):
            break
        if post.last_word < first:
            between = sentence.lowered[post.last_word + 1 : first]
            gap = sentence.text[post.end : person.start]
            if sentence.grammar.verb_last and (is_degree(gap) or has_own_body(read, post, person)):
                return post
            if sentence.grammar.code == "az" and is_said_to_be(sentence, person) and not re.search(r"[,;:]", gap):
                return post if len(between) <= MOST_FIELD_WORDS and not _person_between(read, person, post) else None
            acting = sentence.grammar.code == "kk" and gap.strip() == "м.а."  # проректоры м.а. Қанатбек Мұқанов
            if acting or all(is_title(sentence, n) for n in range(post.last_word + 1, first)):
                titled = acting or (len(between) > 0 and sentence.grammar.code == "kk" and gap.count(",") == 1)
                return post if titled or gap.strip() == ":" or not re.search(r"[,;:]", gap) else None
            if sentence.grammar.verb_last and sentence.grammar.appoint.at(sentence.lowered, post.last_word + 1):
                return post  # директоры болып Ерасыл Мырзағалиев тағайындалды
            gap = gap.rstrip().removesuffix(",")  # The Minister of Industry of Kazakhstan, X
            if sentence.grammar.code == "ru" and post.kind == "minister" and gap.islower() and " и " in gap:
                gap = gap.replace(",", "")  # министр науки, образования и инноваций
            inside = sentence.grammar.code in ("en", "ru") and not re.search(r"[,;:–—]", gap)
            if inside and len(between) <= MOST_FIELD_WORDS + 2 and not _crossed(read, post, person):
                return post
            break
    for post in read.posts:
        if post.first_word >= last and post.first_word - last <= (
            MOST_FIELD_WORDS if sentence.grammar.verb_last else 4
        ):
            gap = sentence.text[person.end : post.start].strip()
            russian = sentence.grammar.code == "ru" and sentence.grammar.appoint.at(sentence.lowered, last) is not None
            opened = russian or re.match(
                r"[,(–—-]|as\b|(?:is|was)\b|to be\b|(?:its|their)\b|(?:has|have|had) been (?:appointed|named|elected)",
                gap,
            )
            after = post.last_word + 1
            named_to = sentence.grammar.verb_last and after < len(sentence.words)
            named_to = named_to and sentence.grammar.appoint.at(sentence.lowered, after) is not None
            if (
                (opened or named_to or is_predicate(read, person, post))
                and (sentence.grammar.verb_last or len(gap.split()) <= 5)
                and not _person_between(read, person, post)
                and not _person_follows(read, post)
            ):
                return post
            return None
    return None


def _person_follows(read: ReadSentence, post: Post) -> bool:
    """Whether another person's name stands right after a post, whose it is: A, direktor B."""
    after = next((m for m in read.mentions if m.start >= post.end), None)
    if read.sentence.grammar.code == "ru":  # A, а также директор центра B
        after = next((m for m in read.mentions if m.start >= post.end and m.class_name == "Person"), None)
        return after is not None and not re.search(r"[,;:.()—–]", read.sentence.text[post.end : after.start])
    beside = after is not None and read.sentence.text[post.end : after.start] == " "
    return read.sentence.grammar.verb_last and beside and after is not None and after.class_name == "Person"


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
        or sentence.lowered[n] in ("with", "said")
        or (sentence.lowered[n] == "с" and not _is_day(sentence, n + 1))
        for n in range(post.last_word + 1, first)
    ) or _person_between(read, person, post)


def _is_day(sentence: Sentence, at: int) -> bool:
    """Whether a word is a number or a day of the week: с 1 октября, с понедельника."""
    word = sentence.lowered[at] if at < len(sentence.words) else ""
    return word.isdigit() or word.startswith(("понедельник", "вторник", "сред", "четверг", "пятниц"))


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
    english: tuple[Mention | None, Office] | None = None,
) -> Iterator[tuple[Relation, Mention | None]]:
    sentence = read.sentence
    if english is not None:
        body, start, end = english[0], post.start, post.end
        appointed = english[1].is_new or _appointed(read, person, post)
        if english[1].body is not None and body is not None and 0 <= body.start - end < _NEAR_BODY:
            end = body.end
    else:
        body, start, end = body_of(read, person, post)
        appointed = _appointed(read, person, post)
        if _is_former(sentence, start, post):
            return
    before = things.get(person.entity)
    if body is None and before is not None and before is not person and before.post:
        person.post, person.post_of = before.post, before.post_of  # the rector, of whom it was told whose
        return
    if body is None and sentence.grammar.code == "tr" and sentence.lowered[post.first_word].startswith(OF_UNIVERSITY):
        schools = [m for m in things.values() if m.head == "üniversite"]
        body = schools[-1] if len(schools) == 1 else next((m for m in schools if m is topic), None)
    of_state = sentence.grammar.code == "tr" and sentence.lowered[post.first_word].startswith(OF_STATE)
    if english is None and body is None and post.kind != "minister" and not person.known and not of_state:
        body, start, end = _unsaid(read, person, post, schema, topic, appointed), post.start, post.end
    body = body or only_body(read, post, things, schema)
    if body is None and sentence.grammar.code == "kk" and start == post.start:
        start = start_of_duty(read, post)
    if body is not None and (english is None or english[1].body is not None):
        body.inner = True
    if sentence.grammar.code == "tr" and post.start < person.start and not person.is_reference:
        own = [start, *([body.start] if body is not None and body.end <= post.start else [])]
        person.begins = min(own)  # konuşan X Başkanı P: all of it stands for P
    code = sentence.grammar.code
    spans = ((start, end), (person.start, person.end))
    if post.kind == "staff":
        if body is not None and any(schema.is_a(body.class_name, name) for name in ("Organisation", *_RUN)):
            yield Relation(person, "worksFor", body, 0.75, f"{code}.post.staff", (Reason.BY_POST,), spans), None
        return
    if _is_told_again(read, person, post, body, things):
        return
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
    text = post_name(read, start, end, body, post)
    if body is not None and body.kind == "unit":
        body = _above(read, body, schema, topic)  # a chair's head is one of the university's
    yield from _held(read, person, post.kind, body, (start, end, text, appointed), schema, things, posts_known)


def _held(
    read: ReadSentence,
    person: Mention,
    kind: str,
    body: Mention | None,
    place: tuple[int, int, str, bool],
    schema: Schema,
    things: Mapping[str, Mention],
    posts_known: KnownPosts,
) -> Iterator[tuple[Relation, Mention | None]]:
    """The rows of a post: who holds it, and what it is in. `place`: where it is told, its name, whether taken there."""
    start, end, text, appointed = place
    code = read.sentence.grammar.code
    spans = ((start, end), (person.start, person.end))
    if kind == "minister" and (body is None or body.class_name in ("Country", "Person")):
        ministry = ministry_of(text, things)
        country, body = body, ministry or body
        if ministry is None and country is not None and country.class_name != "Country":
            body = None
    where = body.entity if body is not None else ""
    if body is None and len(text.split()) < 2 and (code != "kk" or kind != "minister"):
        return
    known_id = known_post(text, where, posts_known)
    own = posts_known.body_of.get(known_id, "")
    if known_id and own in things and (body is None or body.class_name == "Country"):
        body, where = things[own], own
    told = f"{text} {where}" if where and fold(where.split("-")[0]) not in fold(text) else text
    key = known_id or f"post-{slug(told) or 'x'}"
    office = Mention(
        start, end, text, "Post", code, f"post-{kind}", 0.8, (Reason.BY_POST,), entity=key, known=bool(known_id),
        sentence=read.sentence.number,
    )  # fmt: skip
    office = things.get(office.entity, office)
    person.post, person.post_of = office.entity, where
    if person.is_reference and person.entity in things:
        things[person.entity].post, things[person.entity].post_of = office.entity, where
    yield (
        Relation(
            person,
            "holdsPost",
            office,
            0.85,
            f"{code}.post.{kind}",
            (Reason.BY_POST,),
            spans,
            at=start,
            is_event=appointed,
        ),
        office,
    )
    if body is not None and schema.is_a(body.class_name, "Agent") and body.class_name != "Person":
        yield (
            Relation(office, "postIn", body, 0.8, f"{code}.post.{kind}", (Reason.BY_POST,), ((start, end),), at=start),
            None,
        )


def _is_former(sentence: Sentence, start: int, post: Post) -> bool:
    """Whether a word before a post says that somebody was in it: universitetin sabiq rektoru."""
    reach = range(max(0, sentence.index_from(start) - 1), post.first_word)
    hits = (sentence.grammar.cue_words.at(sentence.lowered, at) for at in reach)
    return any(hit is not None and hit[1].name == "former" for hit in hits)


def _above(read: ReadSentence, unit: Mention, schema: Schema, topic: Mention | None) -> Mention | None:
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


def _is_told_again(
    read: ReadSentence, person: Mention, post: Post, body: Mention | None, things: Mapping[str, Mention]
) -> bool:
    """Whether somebody's post was told before in other words: its director X; X, the director of the Center."""
    first = things.get(person.entity)
    before = things.get(first.post) if first is not None and read.sentence.grammar.code in ("en", "tr") else None
    if first is None or before is None or before.sentence == read.sentence.number:
        return False
    word = read.sentence.lowered[post.last_word]
    if read.sentence.grammar.code == "tr":
        form = read.sentence.grammar.form(read.sentence.lowered, post.last_word, "posts")
        last = form.entry.words.split()[-1] if form is not None else word
        alike = any(part.startswith(fold(last)) for part in fold(before.name).split())
        return alike and (body is None or body.entity == first.post_of)
    return fold(word) in fold(before.name).split() and (body is None or body.entity == first.post_of)


def _is_right_before(sentence: Sentence, mention: Mention, post: Post) -> bool:
    """Whether nothing stands between a body and a post: со стороны университета «Альфа» ректор …"""
    return mention.end <= post.start and not sentence.text[mention.end : post.start].strip(" »”\"')")


def _unsaid(
    read: ReadSentence, person: Mention, post: Post, schema: Schema, topic: Mention | None, appointed: bool
) -> Mention | None:
    """The body that a post is in where only what was told before says it: its director, Директор: …"""
    sentence = read.sentence
    before = sentence.lowered[post.first_word - 1] if post.first_word else ""
    label = re.match(r":|\s[–—]\s" if sentence.grammar.code == "kk" else ":", sentence.text[post.end :]) is not None
    behalf = [m for m in read.mentions if m.mark == "behalf" and m.end <= person.start]
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
    if near and (appointed or before in ("its", "his", "their", "our") or post.start > person.start):
        return near[-1]
    if topic is None or not (schema.is_a(topic.class_name, "Organisation") or topic.class_name in _RUN):
        return None
    first = before in ("its", "the", "our", "своим", "его", "её", "onun", "оның", "uning", "onun")
    alone = post.first_word == 0 or bool(sentence.gap(post.first_word - 1, post.first_word).strip())
    return topic if label or appointed or first or alone else None
