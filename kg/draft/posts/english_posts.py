"""Who holds which post where, by English wordings: its director, X; X succeeds Y as head of Z; the deputy is X.

A sentence is turned into a line in which ⟨P1⟩ stands for a person, ⟨B2⟩ for a body or country and ⟨T3⟩ for a post, and
the wordings of `data/english_posts.csv` are looked for in it. A former post is left to no other rule.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.draft.language.families import alternatives
from kg.draft.language.grammar import DATA, Grammar
from kg.draft.posts.english_reach import OF_STATES, governed_towns, sender_of
from kg.draft.posts.only_bodies import only_of_sort
from kg.draft.posts.post_words import Post
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_TOKEN = re.compile(r"[\w'’&-]*\w|[,;:()!?—–“”\"]")
_BODIES = ("Organisation", "Initiative", "IndustrialPark")
_PRESIDED = ("Company", "Organisation", "ResearchOrganisation", "InternationalOrganisation", "Network")
"""What has a president whom English calls so without its name; else he is one of a state."""
_SEVERAL, _NEXT, _FAR_TITLE = 3, 3, 90
_NEXT_PERSON = re.compile(
    r" (?:(?:of|for) (?:(?!⟨)[\w&-]+ ){1,9}?)?(?:of (?:the )?⟨B\d+⟩ )?(?:(?:mr|mrs|ms|dr|prof|sir|dame) )*⟨P\d+⟩"
)
_ACADEMIC = ("rector", "dean", "chancellor", "provost", "professor", "lecturer", "principal")
_COMES = re.compile(
    r"\b(?:since|appointed|named|elected|(?:took|takes)(?! (?:part|place))|succeed\w*|replac\w*|promoted|became|"
    r"hired|follow\w*) "
)
_FOLLOWS = re.compile(r"\b(?:succeed|replac|follow|take over|takes over|took over)")
"""What says of a minister, too, that the post is not whose who is named last: X succeeds Y as minister."""
_OF_HOLDER = re.compile(r" (?:of|to) the (?:[A-Z][a-z]+ )?")
_FORMER = re.compile(r"(?:former|ex|ex-|then|late|retired|outgoing|previous) (?:[a-z-]+ )?(?:⟨B\d+⟩ (?:'s )?)?\Z")


@cache
def _wordings() -> tuple[re.Pattern[str], ...]:
    """The wordings of `data/english_posts.csv`, in which <PART> stands for a part that is told above them."""
    parts: dict[str, str] = {}
    found = []
    with (DATA / "english_posts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = re.sub(r"<([A-Z]+)>", lambda match: parts[match[1]], row["words"])
            if row["part"] == "wording":
                found.append(re.compile(r"(?<= )" + words))
            else:
                parts[row["part"]] = words
    return tuple(found)


@dataclass(frozen=True)
class Office:
    """A post that somebody is told to hold."""

    person: Mention
    post: Post
    body: Mention | None
    own: str
    """The pronoun that stands for the body: its, whose."""
    own_at: int
    """Where the pronoun stands."""
    is_new: bool
    """Whether it is told when or that somebody came into it."""


@dataclass(frozen=True)
class Offices:
    """The posts of a sentence: those that are held, and those that are told to be over."""

    held: tuple[Office, ...]
    former: frozenset[int]
    """Where the posts begin that somebody no longer holds."""


def english_offices(read: ReadSentence, schema: Schema) -> Offices:
    """Who holds which post in an English sentence; no post and no person twice but for one with two posts."""
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    if not people or not read.posts:
        return Offices((), frozenset())
    towns = governed_towns(read)
    bodies = [m for m in read.mentions if _is_body(m, schema) or m in towns]
    bodies = [m for m in bodies if m.start < m.end and m.rule != "press"]
    line, places = line_of(read, people, bodies)
    found: list[Office] = []
    taken_people: set[int] = set()
    taken_posts: set[int] = set()
    former: set[int] = set()
    for wording in _wordings():
        for match in wording.finditer(line):
            parts = match.groupdict()
            person, post = people[int(parts["p"])], read.posts[int(parts["t"])]
            if read.sentence.lowered[post.last_word] == "professor" and post.end + 1 == person.start:
                continue  # a title: Professor Anna Kim
            is_over = parts.get("former") is not None or _FORMER.search(line[: match.start("t") - 2]) is not None
            follows = _FOLLOWS.search(match[0]) is not None
            if post.start in taken_posts or (post.kind == "minister" and not (is_over or follows)):
                continue
            if (person.start in taken_people or _is_of_next(line, match, person, post)) and not is_over:
                continue
            taken_posts.add(post.start)
            if is_over:
                former.add(post.start)
                continue
            taken_people.add(person.start)
            told = parts.get("c") or parts.get("b")
            body = bodies[int(told)] if told else None
            if body is not None and _is_sent_to(read, post, body):
                body = next((b for b in reversed(bodies) if 0 <= post.start - b.end <= _NEXT), None)
            body = (body and sender_of(read, post, body, bodies)) or body
            own = parts.get("own") or ""
            own_at = places[match.start("own")] if own else 0
            is_new = _COMES.search(match[0]) is not None
            found.append(Office(person, post, body, own, own_at, is_new))
    return Offices(tuple(found), frozenset(former))


@cache
def _aide(grammar: Grammar) -> re.Pattern[str]:
    """Those of whose post another is only a part: assistant to the president."""
    return re.compile(rf"\b(?i:{alternatives(grammar, 'aide')}) (?:of|to) the \Z")


def without_titles(read: ReadSentence) -> list[Post]:
    """The posts of a sentence but for what is only a title after another post: the Rector of X Professor Anna Kim."""
    people = [m.start for m in read.mentions if m.class_name == "Person"]
    lowered, text = read.sentence.lowered, read.sentence.text
    kept: list[Post] = []
    for post in read.posts:
        of_holder = kept and _OF_HOLDER.fullmatch(text[kept[-1].end : post.start])
        if of_holder or _aide(read.sentence.grammar).search(text[max(0, post.start - _FAR_TITLE) : post.start]):
            continue  # Special Representative of the President of X
        title = lowered[post.last_word] in ("professor", "academician", "ambassador") and post.end + 1 in people
        gap = text[kept[-1].end : post.start].replace("H.E.", "") if kept else ""
        beside = kept and post.start - kept[-1].end < _FAR_TITLE and not re.search(r"[;:.]", gap)
        if lowered[post.last_word] == "ambassador":  # the head of the Office, Ambassador P; but not: P, head of X, …
            beside = beside and "," not in gap.rstrip(", ") and " and " not in gap
            beside = beside and not any(
                0 <= kept[-1].start - m.end <= len(", the ") for m in read.mentions if m.start in people
            )
        if not (title and beside and not any(kept[-1].end <= start < post.start for start in people)):
            kept.append(post)
    return kept


def _is_sent_to(read: ReadSentence, post: Post, body: Mention) -> bool:
    """Whether an envoy is sent to a body or country, not by it: Ambassador to Chad."""
    sentence = read.sentence
    sent = sentence.lowered[post.last_word] in ("ambassador", "envoy", "consul", "representative", "commissioner")
    return sent and re.match(r" (?:of \S+ )?to ", sentence.text[post.end : body.start]) is not None


def _is_of_next(line: str, match: re.Match[str], person: Mention, post: Post) -> bool:
    """Whether a post after a comma is that of whoever is named right after it: …, A, the rector B."""
    if person.end > post.start:
        return False
    after = _NEXT_PERSON.match(line, match.end("t") + 1)
    return after is not None and ", " in line[match.start() : match.start("t")]


def body_meant(
    read: ReadSentence, office: Office, things: Mapping[str, Mention], topic: Mention | None, schema: Schema
) -> Mention | None:
    """The body that a post is in where a pronoun, or nothing, stands for it."""
    if office.body is not None:
        return office.body
    bodies = [m for m in read.mentions if schema.is_a(m.class_name, "Organisation") or _is_run(m, schema)]
    bodies = [m for m in bodies if m.class_name != "NewsAgency" and m.start < m.end]
    if office.own in ("his", "her", "my"):
        people = [m for m in read.mentions if m.class_name == "Person" and m.end <= office.own_at and m.post_of]
        latest = people or [m for m in things.values() if m.class_name == "Person" and m.post_of]
        return things.get(latest[-1].post_of) if latest else None
    if office.own == "whose":
        which = read.sentence.text.find(", which", read.sentence.start, office.own_at)
        before = [m for m in bodies if m.end <= (which if which > 0 else office.own_at)]
        return before[-1] if before else topic
    if not office.own and read.sentence.lowered[office.post.last_word] in OF_STATES:
        return None
    if not office.own and (listed := _listed(read, office)) is not None:
        only = only_of_sort(read, office.person, office.post, things)
        return only or (things.get(listed) if listed else None)
    subjects = [m for m in bodies if m.mark in ("nom", "of", "by", "behalf") and not m.inner]
    if office.own:
        before = [m for m in subjects if m.end <= office.own_at]
        return next((m for m in before if m.mark in ("nom", "behalf")), before[0] if before else _run(topic, schema))
    if read.sentence.lowered[0] == "according":  # According to a release from X, Vice President Y …
        comma = read.sentence.text.find(",", read.sentence.start)
        bodies, subjects = [m for m in bodies if m.start > comma], [m for m in subjects if m.start > comma]
    near = [m for m in subjects if m.mark == "nom" and not _is_visited(office, m)]
    others = [m for m in bodies if not _is_visited(office, m)]
    near = _by_sort(read, office.post, near or others) or near
    acted_for = [m for m in bodies if m.start >= office.person.end and m.mark in ("for", "behalf")]
    if acted_for and office.body is None and "," not in read.sentence.text[office.person.end : acted_for[0].start]:
        near = acted_for  # Principal X signed for the college
    elif bodies and bodies[0].mark in ("from_", "by") and read.sentence.lowered[0] != "according":
        near = bodies[:1]
    if office.person.end <= office.post.start:  # X, a vice president, did so for Y
        after = [m for m in bodies if m.start >= office.post.end and m.mark in ("for", "behalf", "of")]
        near = after or near
    if near and near is not acted_for and len({m.entity for m in bodies}) > 1 and bodies[0].mark not in ("from_", "by"):
        return None  # of one of several, and nobody says of which
    if not near and any(_is_visited(office, m) for m in bodies):
        return None
    of_state = read.sentence.lowered[office.post.last_word] == "president" and office.post.end < office.person.start
    if not near and of_state and topic is not None and topic.class_name not in _PRESIDED:
        return None
    school = read.sentence.lowered[office.post.last_word] not in _ACADEMIC or _is_school(topic)
    if (not near or near[0].is_reference) and (only := only_of_sort(read, office.person, office.post, things)):
        return only
    return near[0] if near else _run(topic, schema) if school else None


def _is_school(topic: Mention | None) -> bool:
    return topic is not None and topic.class_name == "ResearchOrganisation"


def _is_visited(office: Office, body: Mention) -> bool:
    """Whether a body is what a post's holder does something to: President X visited B."""
    return body.mark == "nom" and office.post.end <= office.person.start and office.person.end <= body.start


def _listed(read: ReadSentence, office: Office) -> str | None:
    """The id of the body of a post in a list of people: that of who stands before it; empty for none, None for no list.

    The rector of A University B, the vice-rector C: she is one of A University's.
    """
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    before = [m for m in people if m.end <= office.post.start and m is not office.person]
    own = office.post.end <= office.person.start  # the post stands before its holder
    if own and before and before[-1].post_of and before[-1].post:
        gap = read.sentence.text[before[-1].end : office.post.start]
        if re.fullmatch(r"(?:,|,? and|, as well as) (?:the |its |also )?", gap):
            return before[-1].post_of
    ahead = [m for m in people if m.end <= office.person.start]
    if not own and ahead and ahead[-1].post_of and ahead[-1].post:  # A, president of X, B, vice president, and C
        gap = read.sentence.text[ahead[-1].end : office.person.start]
        if gap.startswith(", ") and re.search(r",(?: and)? \Z", gap):
            return ahead[-1].post_of
    return "" if len(people) > _SEVERAL else None


def _by_sort(read: ReadSentence, post: Post, bodies: Sequence[Mention]) -> list[Mention]:
    """Those bodies that have a post of this sort: rector, of a university; foundation chair, of a foundation."""
    lowered = read.sentence.lowered
    if lowered[post.last_word] in _ACADEMIC:
        return [m for m in bodies if m.class_name == "ResearchOrganisation"]
    before = lowered[post.first_word - 1] if post.first_word else ""
    return [m for m in bodies if m.head and m.head.split()[-1] in (before, lowered[post.first_word])]


def _is_run(mention: Mention, schema: Schema) -> bool:
    return schema.is_a(mention.class_name, "Initiative")


def _run(topic: Mention | None, schema: Schema) -> Mention | None:
    fits = (
        topic is not None
        and topic.rule != "described"
        and (schema.is_a(topic.class_name, "Organisation") or _is_run(topic, schema))
    )
    return topic if fits else None


def _is_body(mention: Mention, schema: Schema) -> bool:
    return mention.class_name in ("Country", "Event") or any(schema.is_a(mention.class_name, name) for name in _BODIES)


def line_of(read: ReadSentence, people: Sequence[Mention], bodies: Sequence[Mention]) -> tuple[str, dict[int, int]]:
    """The sentence as a line, and for each place in it that of the text."""
    sentence = read.sentence
    signs: list[tuple[int, int, str]] = []
    signs += [(m.start, m.end, f"⟨P{n}⟩") for n, m in enumerate(people)]
    signs += [(m.start, max(m.end, m.ends), f"⟨B{n}⟩") for n, m in enumerate(bodies)]
    signs += [(p.start, p.end, f"⟨T{n}⟩") for n, p in enumerate(read.posts)]
    pieces, places, at, length = [], {}, sentence.start, 1
    for start, end, sign in sorted(signs, key=lambda each: (each[0], -each[1])):
        if start < at:
            continue
        owned = sign[1] == "B" and re.search(r"['’]s?\Z", sentence.text[start:end]) is not None
        for piece, place in [*_plain(sentence.text, at, start), (sign, start), *([("'s", end)] if owned else [])]:
            pieces.append(piece)
            places[length] = place
            length += len(piece) + 1
        at = end
    for piece, place in _plain(sentence.text, at, sentence.end):
        pieces.append(piece)
        places[length] = place
        length += len(piece) + 1
    return f" {' '.join(pieces)} ", places


def _plain(text: str, start: int, end: int) -> list[tuple[str, int]]:
    return [(m[0].lower(), m.start()) for m in _TOKEN.finditer(text, start, max(start, end))]
