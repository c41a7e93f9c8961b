"""Posts that stand beside persons: who holds which post, where, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.draft.model import Reason
from kg.draft.posts.appointing import appoints_to
from kg.draft.posts.english_posts import Office, body_meant, english_offices, without_titles
from kg.draft.posts.english_reach import OF_STATES, reach
from kg.draft.posts.english_seats import later_posts
from kg.draft.posts.held_posts import ToldPost, held
from kg.draft.posts.kazakh_again import told_barely
from kg.draft.posts.kazakh_posts import may_be_in, only_body, sender_of, start_of_duty, whose_delegation
from kg.draft.posts.known_posts import KnownPosts
from kg.draft.posts.only_bodies import only_of_sort
from kg.draft.posts.plural_posts import shared_by_list, shared_post
from kg.draft.posts.post_bodies import body_of, post_name
from kg.draft.posts.post_holders import is_appointed_again, is_called, is_former, post_beside, second_post
from kg.draft.posts.post_words import Post
from kg.draft.posts.respective import respective
from kg.draft.posts.russian_posts import field_end
from kg.draft.posts.russian_seats import further_posts, taken_post
from kg.draft.posts.russian_states import state_before
from kg.draft.posts.seats import seats
from kg.draft.posts.stacked_posts import stacked
from kg.draft.posts.turkish_offices import (
    OF_STATE,
    has_left,
    on_behalf,
    promoted,
    school_of_post,
)
from kg.draft.posts.unsaid_bodies import RUN, body_of_unit, shared_body, unsaid_body
from kg.draft.posts.uzbek_posts import speaking_for
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.schema import Schema

_NEAR_BODY = 40
_OF_DELEGATION = (("делегации",), ("делегацию",))


def offices(
    read: ReadSentence, schema: Schema, things: Mapping[str, Mention], known: KnownPosts, topic: Mention | None = None
) -> Iterator[tuple[Relation, Mention | None]]:
    """Relations of posts, each with the post where one is new to the article."""
    return shared_by_list(read, _offices(read, schema, things, known, topic))


def _offices(
    read: ReadSentence, schema: Schema, things: Mapping[str, Mention], known: KnownPosts, topic: Mention | None
) -> Iterator[tuple[Relation, Mention | None]]:
    if read.sentence.text[read.sentence.start : read.sentence.end].isupper():
        return  # a heading within an article
    left, of_each = read.mentions, list(respective(read, schema, things, known))
    yield from of_each
    holders = {id(relation.subject) for relation, _ in of_each}
    left = [m for m in left if id(m) not in holders]
    if read.sentence.grammar.code == "en":
        read = replace(read, posts=without_titles(read))
        offices_told = english_offices(read, schema)
        for each in offices_told.held:
            meant = body_meant(read, each, things, topic, schema)
            yield from _office(read, each.person, each.post, schema, things, known, topic, (meant, each))
            second = second_post(read, each.post)
            both = second is not None and each.post.kind == second.kind == "head"  # chairman and managing director
            if second is not None and not both and second.start not in offices_told.former:
                yield from _office(read, each.person, second, schema, things, known, topic, (meant, each))
            for further in later_posts(read, each.person, each.post):
                yield from _office(read, each.person, further, schema, things, known, topic)
        over = {*offices_told.former, *(each.post.start for each in offices_told.held)}
        people = {each.person.start for each in offices_told.held}
        left = [m for m in left if m.start not in people]
        read = replace(read, posts=[post for post in read.posts if post.start not in over])
    for person in left:
        named = not person.is_reference or is_called(read, person) or is_appointed_again(read, person)
        if person.class_name != "Person" or not named:
            continue
        post = promoted(read, person) or post_beside(read, person) or taken_post(read, person)
        post = post or shared_post(read, person)
        if post is None or has_left(read, person):
            yield from speaking_for(read, person, schema)
            continue
        yield from _office(read, person, post, schema, things, known, topic)
        second = second_post(read, post)
        others = [*([second] if second is not None else []), *stacked(read, person, post)]
        for other in others or further_posts(read, post, person):
            yield from _office(read, person, other, schema, things, known, topic)
    yield from on_behalf(read, schema)
    for seat in seats(read, schema, topic):
        body = seat.body if seat.post.kind != "representative" else None
        told = f"{body.name} {seat.name}" if body is not None else seat.name
        told_post = ToldPost(seat.post.kind, seat.post.start, seat.post.end, told, seat.taken)
        for relation, office in held(read, seat.person, told_post, body, schema, things, known):
            relation.status = seat.status
            yield relation, office


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
    code = sentence.grammar.code
    body, start, end, taken = _as_told(read, person, post, english)
    if english is None and is_former(sentence, start, post):
        return
    before = things.get(person.entity)
    barely = told_barely(sentence.lowered[post.last_word], person, things, code)
    if body is None and before is not None and before is not person and before.post and barely is None:
        person.post, person.post_of = before.post, before.post_of  # the rector, of whom it was told whose
        return
    body = body or state_before(sentence, read.mentions, post)
    if body is None:
        body = shared_body(read, person, post) or school_of_post(sentence, post, things, topic)
    of_state = code == "tr" and sentence.lowered[post.first_word].startswith(OF_STATE)
    of_state = of_state or (code == "en" and sentence.lowered[post.last_word] in OF_STATES)
    if english is None and body is None and post.kind != "minister" and not person.known and not of_state:
        body, start = unsaid_body(read, person, post, schema, topic, taken), post.start
        limit = person.start if person.start > post.end else sentence.end
        field = field_end(sentence, post.last_word, limit) if code == "ru" else post.end  # проректор по науке
        end = field if body is not None or code != "ru" else end  # первый заместитель премьер-министра
    body = body or only_body(read, post, things, schema)
    body = body or (only_of_sort(read, person, post, things) if english is None else None)
    body = body if may_be_in(read, post, body) else None
    if post.is_many and body is not None and sum(m.group == body.group for m in read.mentions) > 1:
        return  # A və B-nin nazirləri P və Q: each of his own
    for country in read.mentions if code == "kk" else ():
        if country.class_name == "Country" and country.end <= post.start and start - country.end in (0, 1):
            country.inner = True  # ҚР Сауда министрі
    if body is None and code == "kk" and start == post.start:
        start = start_of_duty(read, post)
    if body is not None and (english is None or english[1].body is not None):
        body.inner = True
    if code in ("az", "tr") and post.start < person.start and not person.is_reference:
        own = [start, *([body.start] if body is not None and body.end <= post.start else [])]
        person.begins = min(own)  # konuşan X Başkanı P: all of it stands for P
    if post.kind != "staff" and _is_told_again(read, person, post, body, things):
        return
    if body is not None and post.kind == "representative":
        body = sender_of(read, body)
    if post.kind in ("staff", "founder", "representative"):
        yield from _without_post(person, post.kind, body, (start, end), code, schema)
        return
    if code == "ru" and sentence.lowered[post.last_word + 1 : post.last_word + 2] in _OF_DELEGATION:
        yield from _without_post(person, "representative", body, (start, end), code, schema)
        return
    if code == "en" and (body is None or body.class_name == "Country"):
        start, end = reach(read, person, post, start, end)
    told = ToldPost(post.kind, start, end, post_name(read, start, end, body, post), taken)
    whole = None
    if body is not None and body.kind == "unit" and code == "kk":
        sender, whole = whose_delegation(read, post, schema), body.owner
        body = sender or body
    elif body is not None and body.kind == "unit":
        body = body_of_unit(read, body, schema, topic)  # a chair's head is one of the university's
    for relation, office in held(read, person, told, body, schema, things, posts_known):
        yield relation, office
        if relation.predicate == "postIn" and whole is not None and body is not whole:
            yield replace(relation, object=whole, confidence=0.7), None


def _as_told(
    read: ReadSentence, person: Mention, post: Post, english: tuple[Mention | None, Office] | None
) -> tuple[Mention | None, int, int, bool]:
    """The body beside a post, where the two begin and end, and whether the sentence tells of taking the post."""
    if english is None:
        return *body_of(read, person, post), _appointed(read, person, post)
    body, office = english
    end = post.end
    if office.body is not None and body is not None and 0 <= body.start - end < _NEAR_BODY:
        end = body.end if not end <= office.person.start < body.start else end  # Rector X of Y
    return body, post.start, end, office.is_new or _appointed(read, person, post)


def _without_post(
    person: Mention, kind: str, body: Mention | None, place: tuple[int, int], code: str, schema: Schema
) -> Iterator[tuple[Relation, Mention | None]]:
    """The row of who works for a body, founded it or speaks for it, and holds no post."""
    spans, rule, reasons = (place, (person.start, person.end)), f"{code}.post.{kind}", (Reason.BY_POST,)
    if body is None:
        return
    if kind == "staff":
        if any(schema.is_a(body.class_name, name) for name in ("Organisation", *RUN)):
            yield Relation(person, "worksFor", body, 0.75, rule, reasons, spans), None
    elif kind == "founder":
        if code == "az":
            person.post_of = person.post_of or body.entity  # X-in təsisçisi P və rektoru Q
        if schema.is_a(body.class_name, "Organisation"):
            yield Relation(person, "founded", body, 0.8, rule, reasons, spans), None
    else:
        spoke = Relation(person, "represents", body, 0.8, rule, reasons, spans, at=place[0])
        spoke.qualifiers["role"] = "representative"
        yield spoke, None


def _appointed(read: ReadSentence, person: Mention, post: Post) -> bool:
    """Whether the sentence tells that the person was appointed: тағайындалды, appointed … as."""
    sentence = read.sentence
    return any(
        (hit := sentence.grammar.appoint.at(sentence.lowered, n)) is not None
        and len(hit[1].words) > 3
        and not (hit[1].detail == "active" and person.end <= sentence.words[n].start)
        and appoints_to(sentence, n, hit, post.start)
        for n in range(len(sentence.words))
        if abs(sentence.words[n].start - person.start) < 80
    )


def _is_told_again(
    read: ReadSentence, person: Mention, post: Post, body: Mention | None, things: Mapping[str, Mention]
) -> bool:
    """Whether somebody's post was told before in other words: its director X; X, the director of the Center."""
    first = things.get(person.entity)
    before = things.get(first.post) if first is not None and read.sentence.grammar.code in ("en", "tr", "az") else None
    if first is None or before is None or before.sentence == read.sentence.number:
        return False
    word = read.sentence.lowered[post.last_word]
    if read.sentence.grammar.code == "az" and body is not None and body.class_name not in ("City", "Region"):
        return False
    if read.sentence.grammar.code in ("tr", "az"):
        form = read.sentence.grammar.form(read.sentence.lowered, post.last_word, "posts")
        last = form.entry.words.split()[-1] if form is not None else word
        alike = any(part.startswith(fold(last)) for part in fold(before.name).split())
        placed = body is not None and body.class_name in ("City", "Region")  # Bakı koordinatoru P
        return alike and (body is None or placed or body.entity == first.post_of)
    return fold(word) in fold(before.name).split() and (body is None or body.entity == first.post_of)
