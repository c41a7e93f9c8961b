"""Who put the name to an agreement for whom, by English wordings: X signed for A, and Y did so for B."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.posts.english_posts import line_of
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SIGNED = (
    r"(?:signed|signs|signing|put|puts|inked|initialled|initialed|countersigned|penned|did so|did the same|"
    r"did likewise|followed suit|signature|signatures|affixed|added)"
)
_FOR = r"(?:for|on behalf of|in the name of|representing|on the part of) (?:the )?"
_REST = r"(?:(?!⟨P|;)\S+ ){0,14}?"
_PAIRS = (
    re.compile(rf"⟨P(?P<p>\d+)⟩ {_REST}{_SIGNED} (?:(?!⟨P|⟨B|;)\S+ ){{0,8}}?{_FOR}⟨B(?P<b>\d+)⟩"),
    re.compile(rf"(?:^|; |and |while ){_FOR}⟨B(?P<b>\d+)⟩ (?:, )?(?:(?!⟨P|⟨B|;)\S+ ){{0,15}}?⟨P(?P<p>\d+)⟩"),
    re.compile(r"⟨B(?P<b>\d+)⟩ (?:was|were) represented (?:at the signing )?by (?:(?!⟨P|;)\S+ ){0,6}?⟨P(?P<p>\d+)⟩"),
)
_ALSO = re.compile(
    rf"(?:;|,|and|while|with|but) (?:(?!⟨P|;)\S+ ){{0,5}}?⟨P(?P<p>\d+)⟩ {_REST}{_FOR}(?:⟨B(?P<b>\d+)⟩|the other)"
)
_SIDE = re.compile(r"⟨P(?P<p>\d+)⟩ (?:for|from|on behalf of|on) the [\w’'-]+ side\b")
_SIGNING = re.compile(rf"\b{_SIGNED}\b")


def signed_for(read: ReadSentence, schema: Schema) -> list[tuple[Mention, Mention | None]]:
    """The persons of an English sentence who signed something for a body; None for the other side."""
    if read.sentence.grammar.code != "en":
        return []
    people = [m for m in read.mentions if m.class_name == "Person" and m.start < m.end]
    bodies = [m for m in read.mentions if _signs(m, schema) and m.start < m.end]
    if not people:
        return []
    line = line_of(read, people, bodies)[0].strip()
    found: dict[str, tuple[Mention, Mention | None]] = {}
    for pattern in _PAIRS:
        for match in pattern.finditer(line):
            person = people[int(match["p"])]
            found.setdefault(person.entity, (person, bodies[int(match["b"])]))
    for match in _ALSO.finditer(line) if found else ():
        person = people[int(match["p"])]
        body = bodies[int(match["b"])] if match["b"] else None
        found.setdefault(person.entity, (person, body))
    for match in _SIDE.finditer(line) if _SIGNING.search(line) else ():
        person = people[int(match["p"])]
        found.setdefault(person.entity, (person, None))
    return list(found.values())


def pair_of(read: ReadSentence, schema: Schema) -> Sequence[Mention]:
    """The bodies between which an English sentence tells something; empty unless there are two."""
    told = [m for m in read.mentions if m.mark == "between" and not m.inner and _signs(m, schema)]
    return told if read.sentence.grammar.code == "en" and len(told) > 1 else []


def _signs(mention: Mention, schema: Schema) -> bool:
    return schema.is_a(mention.class_name, "Organisation") or mention.class_name == "Country"
