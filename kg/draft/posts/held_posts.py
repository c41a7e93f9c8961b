"""The rows of a post that somebody holds: who holds it, and what it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.draft.model import Reason
from kg.draft.posts.kazakh_again import fuller, stands_for_told
from kg.draft.posts.known_posts import KnownPosts, known_post, ministry_of, own_post
from kg.draft.posts.russian_posts import is_of_state
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.names.folding import fold
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_HEADS, _MOST_WORDS, _STEM = ("rektor", "prezident", "sədr"), 6, 6
"""Posts of which a body has but one."""
_OTHERS = (
    *("deput", "vice", "assist", "acting", "former", "co-", "first", "вице", "замест", "и.о", "бывш", "экс", "перв"),
    *("muav", "birinci", "sabiq", "yardim", "eski", "орынб", "бірінш", "бұрын", "oʻrinb", "orinb", "sobiq", "assoc"),
)
"""What words begin with that make another post of a post."""


@dataclass(frozen=True)
class ToldPost:
    """A post as a sentence tells it: its kind, where it stands, its name, and whether somebody is taking it."""

    kind: str
    start: int
    end: int
    name: str
    is_taken: bool


def held(
    read: ReadSentence,
    person: Mention,
    told: ToldPost,
    body: Mention | None,
    schema: Schema,
    things: Mapping[str, Mention],
    posts_known: KnownPosts,
) -> Iterator[tuple[Relation, Mention | None]]:
    """The rows of a post, the first with the post itself."""
    code, ministerial = read.sentence.grammar.code, told.kind == "minister"
    if not told.is_taken and stands_for_told(read, person, (told.start, told.end), body, things):
        return
    if ministerial and (body is None or body.class_name in ("Country", "Person")):
        ministry = ministry_of(told.name, things)
        if ministry is not None and code == "kk" and _of_another_country(read, told, ministry):
            ministry = None
        of = ministry.owner if ministry is not None and code in ("ru", "en") else None
        if of is not None and body is not None and of.class_name == "Country" and of.entity != body.entity:
            ministry = None  # the minister of another country
        body = ministry or (body if body is None or body.class_name == "Country" else None)
    of_state = code == "ru" and is_of_state(told.name, read.sentence.text[told.start])
    if body is None and (own_id := own_post(person, told.name, posts_known)):
        place, name = (told.start, told.end), told.name
        office = Mention(
            *place, name, "Post", code, f"post-{told.kind}", 0.8, (Reason.BY_POST,), entity=own_id, known=True,
            sentence=read.sentence.number,
        )  # fmt: skip
        spans = (place, (person.start, person.end))
        yield (
            Relation(person, "holdsPost", office, 0.85, f"{code}.post.known", (Reason.BY_POST,), spans, at=told.start),
            office,
        )
        return
    if (
        body is None
        and len(told.name.split()) < 2
        and not of_state
        and not (code == "kk" and (ministerial or told.name.lower() in ("сенатор", "депутат")))
    ):
        return
    where = body.entity if body is not None else ""
    known_id = known_post(told.name, where, posts_known)
    own = posts_known.body_of.get(known_id, "")
    if known_id and own in things and (body is None or body.class_name == "Country"):
        body, where = things[own], own
    before = _own_before(person, told, known_id, where, things)
    before = before or (fuller(told.name, person, things, code) if not known_id else None)
    office = before or _office(read, told, known_id, where, things)
    if body is not None and not schema.is_a(body.class_name, "Agent"):
        where = ""  # a region's head signs for none of it
    person.post, person.post_of = office.entity, where
    first = things.get(person.entity, person)
    if person.is_reference or not first.post:
        first.post, first.post_of = office.entity, where
    place, rule, reasons = (told.start, told.end), f"{code}.post.{told.kind}", (Reason.BY_POST,)
    spans = (place, (person.start, person.end))
    taken = told.is_taken
    yield Relation(person, "holdsPost", office, 0.85, rule, reasons, spans, at=told.start, is_event=taken), office
    if body is not None and schema.is_a(body.class_name, "Agent") and body.class_name != "Person":
        yield Relation(office, "postIn", body, 0.8, rule, reasons, (place,), at=told.start), None


def _of_another_country(read: ReadSentence, told: ToldPost, ministry: Mention) -> bool:
    """Whether a country right before a Kazakh minister's post is not that of the ministry."""
    beside = [m for m in read.mentions if m.class_name == "Country" and m.end <= told.end]
    beside = [m for m in beside if m.start <= told.start and told.start - m.end <= 1]
    owner = ministry.owner
    unknown = read.sentence.text[: told.start].rstrip().endswith(("ның", "нің", "дың", "дің"))
    if not beside:
        return unknown and owner is not None
    return owner is not None and owner.class_name == "Country" and owner.entity != beside[-1].entity


def _office(read: ReadSentence, told: ToldPost, known_id: str, where: str, things: Mapping[str, Mention]) -> Mention:
    """The mention of a post, which is one thing with the post of the same name and body that was told before."""
    name = told.name
    key = known_id or _key(_full(name, where), things)
    if read.sentence.grammar.code == "az" and where and key not in things:
        key = _again(name, where, things) or key
    office = Mention(
        told.start, told.end, name, "Post", read.sentence.grammar.code, f"post-{told.kind}", 0.8, (Reason.BY_POST,),
        entity=key, known=bool(known_id), sentence=read.sentence.number, post_of=where,
    )  # fmt: skip
    return things.get(office.entity, office)


def _full(name: str, where: str) -> str:
    """The name of a post with the body that it is in, where it does not have it itself."""
    return f"{name} {where}" if where and fold(where.split("-")[0]) not in fold(name) else name


def _key(full: str, things: Mapping[str, Mention]) -> str:
    """The id of a post, another than that of one whose name only begins alike, since ids have but few words."""
    base, number = f"post-{slug(full) or 'x'}", 1
    key = base
    while (other := things.get(key)) is not None and fold(_full(other.name, other.post_of)) != fold(full):
        number += 1
        key = f"{base}-{number}"
    return key


def _own_before(
    person: Mention, told: ToldPost, known_id: str, where: str, things: Mapping[str, Mention]
) -> Mention | None:
    """The post that somebody was told to hold in the same body in other words: президент Грузии, of the Republic."""
    first = things.get(person.entity)
    before = things.get(first.post) if first is not None and where and first.post_of == where else None
    if known_id or before is None or before.known:
        return None
    ours, theirs = _sort_of_post(told.name), _sort_of_post(before.name)
    is_one = bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    return before if is_one and not any(word.startswith(_OTHERS) for word in ours ^ theirs) else None


def _sort_of_post(name: str) -> set[str]:
    """The beginnings of the words of a post that are no names."""
    return {fold(word)[:_STEM] for at, word in enumerate(name.split()) if word.islower() or (not at and len(word) > 1)}


def _again(name: str, where: str, things: Mapping[str, Mention]) -> str:
    """The id of a head's post that was told before in other words: universitetin rektoru, after BDU-nun rektoru."""
    last = name.split()[-1].lower()
    if not last.startswith(_HEADS) or len(name.split()) > _MOST_WORDS:
        return ""
    told = [m for m in things.values() if m.class_name == "Post" and m.post_of == where]
    return next((m.entity for m in told if m.name.split()[-1].lower() == last), "")
