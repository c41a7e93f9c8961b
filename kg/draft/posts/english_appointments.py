"""Appointments told over two sentences: B has appointed a new director. X will take up the post in May."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.draft.posts.english_posts import line_of
from kg.draft.posts.held_posts import ToldPost, held
from kg.draft.posts.known_posts import KnownPosts
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_CHOSE = (
    r"(?:appointed|named|announced|hired|recruited|chosen|selected|unveiled|confirmed|found|picked|elected|enlisted|"
    r"poached|secured|revealed|brought in)"
)
_HAS = r"(?:has |have |had |also |recently |today |just |formally |officially )*"
_NEW = (
    r"(?:a |an |the |its |their |her |his )?(?:[a-z-]+ ){0,2}?(?:new|first|next|permanent|interim|incoming|own) "
    r"(?:[a-z-]+ )?"
)
_CHOICES = (
    re.compile(rf"⟨B(?P<b>\d+)⟩ {_HAS}{_CHOSE} {_NEW}⟨T(?P<t>\d+)⟩"),
    re.compile(rf"⟨B(?P<b>\d+)⟩ {_HAS}{_CHOSE} (?:(?!⟨P)\S+ ){{1,16}}?(?:as|to be|to become) {_NEW}⟨T(?P<t>\d+)⟩"),
    re.compile(
        rf"(?:a|the|its|their) (?:new |first |next )?⟨T(?P<t>\d+)⟩ (?:has been|was|is|will be) {_CHOSE} "
        r"(?:by|at|for|to lead) (?:the )?⟨B(?P<b>\d+)⟩"
    ),
    re.compile(r"(?:new|first|next) ⟨T(?P<t>\d+)⟩ (?:of|for|at) (?:the )?⟨B(?P<b>\d+)⟩ (?:has been|was|is|will be|,)"),
)
_ROLE = r"(?:post|role|position|job|reins|helm|office|duties|seat|leadership|charge|top job|hot seat)"
_TAKES = re.compile(
    r"⟨P(?P<p>\d+)⟩ (?:, [^⟩]{1,140}? , )?(?P<when>will |is to |is set to |is due to |would |has |have )?"
    r"(?:also |now |officially )?(?:(?:take|takes|took|taken|taking|step|steps|stepped|assume|assumes|assumed|"
    r"fill|fills|filled|begin|begins|began|start|starts|started|move|moves|moved) "
    rf"(?:\S+ ){{0,7}}?{_ROLE}|(?:succeed|succeeds|succeeded|replace|replaces|replaced)|(?:join|joins|joined) "
    r"(?:from|⟨B|the (?:company|organisation|organization|team|park|agency|university|centre|center)))"
)
_MOST = 3
_BODIES = ("Organisation", "Initiative")


@dataclass
class Appointments:
    """Follows an article: the post that a body has just given to somebody whose name comes later."""

    body: Mention | None = None
    name: str = ""
    kind: str = ""
    sentence: int = -1

    def read(
        self, read: ReadSentence, schema: Schema, things: Mapping[str, Mention], known: KnownPosts
    ) -> Iterator[tuple[Relation, Mention | None]]:
        """The rows of somebody who takes the post that an English sentence before told of."""
        if read.sentence.grammar.code != "en":
            return
        people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
        bodies = [m for m in read.mentions if m.start < m.end and any(schema.is_a(m.class_name, c) for c in _BODIES)]
        line, places = line_of(read, people, bodies)
        match = _TAKES.search(line) if self.body is not None and people else None
        if match is not None and self.body is not None and read.sentence.number - self.sentence <= _MOST:
            person = people[int(match["p"])]
            at = max(place for place in places if place <= match.end() - 1)
            start = read.sentence.words[read.sentence.index_from(places[at])].start
            told = ToldPost(self.kind, min(person.start, start), max(person.end, start), self.name, True)
            ahead = (match["when"] or "").split()[:1] in (["will"], ["is"])
            for relation, office in held(read, person, told, self.body, schema, things, known):
                if relation.predicate == "holdsPost" and ahead:
                    relation.status = "planned"
                yield relation, office
            self.body = None
        self._follow(read, line, bodies)

    def _follow(self, read: ReadSentence, line: str, bodies: list[Mention]) -> None:
        """Notes the body that has chosen somebody, and for which post."""
        for pattern in _CHOICES:
            match = pattern.search(line)
            if match is None or re.match(
                r" ?(?:, |of ⟨B\d+⟩ )?(?:dr |prof |mr |mrs |ms |sir )*⟨P", line[match.end() :]
            ):
                continue
            post = read.posts[int(match["t"])]
            self.body, self.sentence = bodies[int(match["b"])], read.sentence.number
            self.name, self.kind = read.sentence.text[post.start : post.end], post.kind
            return
