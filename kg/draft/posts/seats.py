"""Posts told by the seat: P was brought to X'in müdürlüğü; the chair of X'in başkanlık koltuğu is P's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.draft.posts.post_words import Post, duty_words
from kg.draft.posts.seat_words import seat_verb
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_BODIES = ("Organisation", "Initiative", "IndustrialPark")
_NEAR, _REACH = 6, 14
_ENDS = ("an", "en", "mış", "miş", "muş", "müş", "acak", "ecek")


@dataclass(frozen=True)
class Seat:
    """Who took or has the seat of a post, in which body, and whether the sentence tells of taking it."""

    person: Mention
    post: Post
    name: str
    body: Mention | None
    taken: bool
    status: str


def seats(read: ReadSentence, schema: Schema, topic: Mention | None) -> Iterator[Seat]:
    """The seats of a sentence that somebody takes or has."""
    sentence = read.sentence
    grammar, lowered = sentence.grammar, sentence.lowered
    people = [m for m in read.mentions if m.class_name == "Person"]
    if not grammar.seats or not people:
        return
    for index in range(len(sentence.words)):
        form = grammar.form(lowered, index, "seats")
        if form is None or form.case == "abl" or any(_covers(m, sentence.words[index].start) for m in read.mentions):
            continue
        told = seat_verb(sentence, index, form)
        if told is None:
            continue
        verb, taken = told
        person = _person(read, people, index, verb)
        if person is None or _is_former(read, index, verb, taken):
            continue
        first = index - form.entry.length + 1
        post = Post(sentence.words[first].start, sentence.words[index].end, form.entry.name, first, index)
        last = lowered[verb]
        ahead = re.search(r"[ae]ca[kğ]", last) is not None
        body = _body(read, post, schema) or topic
        if body is not None and not any(schema.is_a(body.class_name, name) for name in _BODIES):
            body = None
        yield Seat(person, post, form.entry.detail, body, taken, "planned" if ahead else "")


def _covers(mention: Mention, place: int) -> bool:
    return mention.start <= place < mention.end and not mention.is_reference


def _person(read: ReadSentence, people: list[Mention], index: int, verb: int) -> Mention | None:
    """Who takes the seat: after a participle, else the nearest before the verb in the nominative."""
    words, text = read.sentence.words, read.sentence.text
    if read.sentence.lowered[verb].endswith(_ENDS):
        after = next((m for m in people if m.start >= words[verb].end), None)
        if after is not None and len(text[words[verb].end : after.start].split()) <= _NEAR:
            return after
    before = [m for m in people if m.end <= words[verb].start and m.mark in ("nom", "besides")]
    inside = [m for m in before if m.start >= words[index].end]
    return (inside or before)[-1] if before else None


def _is_former(read: ReadSentence, index: int, verb: int, taken: bool) -> bool:
    """Whether the seat was somebody's before: daha önce … görevini yürütüyordu."""
    sentence = read.sentence
    if re.search(r"(?:yordu|m[ıiuü]şt[ıiuü]|ard[ıi])\Z", sentence.lowered[verb]) and not taken:
        return True
    reach = range(max(0, index - _REACH), min(len(sentence.words), verb + 2))
    hits = (sentence.grammar.cue_words.at(sentence.lowered, at) for at in reach)
    return any(hit is not None and hit[1].name in ("former", "denied", "unsure") for hit in hits)


def _body(read: ReadSentence, post: Post, schema: Schema) -> Mention | None:
    """The body that a seat is in, of those before it."""
    sentence = read.sentence
    told = [m for m in read.mentions if m.end <= post.start and any(schema.is_a(m.class_name, b) for b in _BODIES)]
    told = [m for m in told if m.class_name != "NewsAgency"]
    if not told:
        return None
    last = told[-1]
    gap = sentence.text[last.end : post.start]
    duties = {sentence.words[n].text for n in duty_words(sentence, post)}
    small = [word for word in gap.split() if word not in duties]
    near = len(small) <= _NEAR and not re.search(r"[.;()]", gap)
    owners = ("gen", "nom", "loc", "adj", *(("dat",) if sentence.grammar.code == "az" else ()))
    if near and (last.mark in owners or last.case == "gen"):
        last.inner = last.mark == "nom" or last.inner
        return last
    return None
