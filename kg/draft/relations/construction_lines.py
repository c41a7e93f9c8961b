"""A sentence as constructions read it: in small letters, with a sign for each group of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.draft.reading import ReadSentence
from kg.draft.sorts import PLACES
from kg.draft.spans import Mention
from kg.facts.names.folding import lower

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[‘’'`ʼ](?=[^\W\d_])")
_TOKEN = re.compile(r"[\w'’.-]*\w|[,;:()!?—–]")
_WITH_OTHERS = re.compile(r" ?(?:\S+ ){0,5}?with (?:the )?⟨")
_OF = frozenset({"of", "'s", "’s", "("})
_LONGEST_POST = 150
_WITH_JOINS = ("az", "tr")
_MOST_JOINS = 2
"""How many words a conjunction between two people has: və; eləcə də."""


@dataclass(frozen=True)
class Line:
    """A sentence in small letters with a sign for each group of names, and where its words come from."""

    text: str
    places: list[int]
    spans: list[tuple[int, int]]
    groups: list[list[Mention]]

    def span_at(self, place: int) -> tuple[int, int]:
        """The stretch of the article's text that stands at a place of the line."""
        return self.spans[bisect_right(self.places, place) - 1]


def line_of(read: ReadSentence) -> Line:
    """A sentence with a sign for each group of names: names that only say whose another is go with it."""
    text, sentence = read.sentence.text, read.sentence
    text = _APOSTROPHE.sub("ʻ", text) if sentence.grammar.code == "uz" else text
    extents = _extents(read)
    pieces, spans, at = [], [], sentence.start
    for number, (start, end, members) in enumerate(extents):
        for match in _TOKEN.finditer(text, at, max(at, start)):
            pieces.append(lower(match[0], sentence.grammar.code))
            spans.append(match.span())
        is_place = all(m.class_name in PLACES for m in members)
        pieces.append(f"⟪{number}⟫" if is_place else f"⟨{number}⟩")
        spans.append((start, end))
        at = max(at, end)
    for match in _TOKEN.finditer(text, at, sentence.end):
        pieces.append(lower(match[0], sentence.grammar.code))
        spans.append(match.span())
    for at in range(len(pieces) - 2, 0, -1):  # its director, X, spoke
        group = extents[int(pieces[at][1:-1])][2] if pieces[at][:1] == "⟨" else []
        if group and group[0].class_name == "Person" and pieces[at - 1] == pieces[at + 1] == ",":
            del pieces[at + 1], spans[at + 1], pieces[at - 1], spans[at - 1]
    places, length = [], 1
    for piece in pieces:
        places.append(length)
        length += len(piece) + 1
    return Line(f" {' '.join(pieces)} ", places, spans, [members for *_, members in extents])


def _extents(read: ReadSentence) -> list[tuple[int, int, list[Mention]]]:
    """The groups of names with the stretch that each takes; a pronoun for several is a group."""
    groups: dict[int, list[Mention]] = {}
    told = read.sentence.grammar.code in _WITH_JOINS
    for mention in read.mentions:
        implied = told and mention.start == mention.end == read.sentence.words[0].start
        if (mention.start < mention.end or implied) and not mention.inner:
            groups.setdefault(mention.group, []).append(mention)
    owned = {id(m.owner) for m in read.mentions if m.owner is not None}
    owned |= {id(m.place) for m in read.mentions if m.place is not None}
    found = [
        (min(m.start if m.begins < 0 else m.begins for m in each), max(max(m.end, m.ends) for m in each), each)
        for each in groups.values()
    ]
    if read.sentence.grammar.code == "en":
        found = [(_with_post(read, start, members), end, members) for start, end, members in found]
    for mention in read.mentions:
        if mention.inner and mention.start < mention.end:
            found.append((mention.start, mention.end, [mention]))
    kept: list[tuple[int, int, list[Mention]]] = []
    for start, end, members in sorted(found, key=lambda each: (each[0], each[0] < each[1], -each[1])):
        inner = members[0].inner
        if kept and start < kept[-1][1]:
            continue
        gap = read.sentence.text[kept[-1][1] : start].lower().split() if kept else ["."]
        if inner and id(members[0]) in owned and kept and set(gap) <= _OF | {"the"}:
            kept[-1] = (kept[-1][0], end, kept[-1][2])  # the Ministry of Education of Georgia
            continue
        if kept and any(m.owner is kept[-1][2][0] for m in members) and not gap and kept[-1][2][0].inner:
            kept[-1] = (kept[-1][0], end, members)  # Averley's Centre
            continue
        joins = kept and not inner and read.sentence.grammar.code in _WITH_JOINS and gap in (["ile"], ["ilə"], [])
        if joins and kept[-1][2][-1].mark == "with" and not kept[-1][2][-1].inner:
            kept[-1] = (kept[-1][0], end, [*kept[-1][2], *members])  # X ile Y: both do it
            continue
        if kept and _is_next_person(read, kept[-1], start, members):
            kept[-1] = (kept[-1][0], end, [*kept[-1][2], *members])
            continue
        kept.append((start, end, members))
    return kept


def _is_next_person(
    read: ReadSentence, before: tuple[int, int, list[Mention]], start: int, members: Sequence[Mention]
) -> bool:
    """Whether people are the next of a list, each with the post told before the name: A-nın rektoru X və B-nin …"""
    sentence, last = read.sentence, before[2][-1]
    people = sentence.grammar.code == "az" and last.class_name == members[0].class_name == "Person"
    if not people or last.mark not in ("nom", members[0].mark) or last.inner or members[0].inner:
        return False
    between = range(sentence.index_from(before[1]), sentence.index_from(start))
    joined = all(sentence.grammar.conjunctions.at(sentence.lowered, at) is not None for at in between[:1])
    gap = re.sub(r"[\s,]+", "", sentence.text[before[1] : start])
    told = "".join(sentence.words[at].text for at in between)
    return joined and len(between) <= _MOST_JOINS and gap == told and sentence.text[before[1] : start].strip() != ""


def _with_post(read: ReadSentence, start: int, members: Sequence[Mention]) -> int:
    """Where the words begin that tell the post of a person who follows them: by the rector of A University B."""
    first = members[0]
    if first.class_name != "Person" or not first.post or first.inner:
        return start
    posts = [p for p in read.posts if p.end <= start and start - p.start < _LONGEST_POST]
    last = posts[-1] if posts else None
    if last is None or re.search(r"[.,;:()“”\"]", read.sentence.text[last.end : start]):
        return start
    between = [m for m in read.mentions if last.end <= m.start < start]
    return last.start if all(m.inner for m in between) else start


def with_others(line: Line, place: int) -> bool:
    """Whether somebody is named right after a place of an English line with whom what stands before it is done."""
    return _WITH_OTHERS.match(line.text, place) is not None
