"""Who put the name to an agreement for whom, by English wordings: X signed for A, and Y did so for B."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.draft.language.families import alternatives, in_family
from kg.draft.language.grammar import Grammar
from kg.draft.posts.english_posts import line_of
from kg.draft.reading import ReadSentence
from kg.draft.relations.triggers import Trigger
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
_NEAR_NOUN = 8
_WITH = re.compile(
    r"(?: \([A-Z][\w-]+\))?(?: (?:on|of|for|in) [^,;:.()]{3,60}?)? (?:together )?with (?:the |its |both )?"
    r"(?:(?:[a-z-]+ ){1,6}?[a-z]+,? (?:such as|including|like|namely) (?:the )?)?"
)
_OWNS = re.compile(r" (?:[a-z][\w-]* ){0,5}")
_UNDER = re.compile(r"(?:Under|Through|Thanks to|Following|After|As part of|In line with|Pursuant to|Based on) ")
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


def is_far_from_weak_verb(read: ReadSentence, hit: Trigger, noun: int) -> bool:
    """Whether an English verb that need not tell of a signing has another object: exchanged views on the agreement."""
    if hit.voice != "active" or not in_family(hit.entry.words, read.sentence.grammar, "weak_signing"):
        return False
    if noun < hit.first:  # the accord that A concluded with B; but: under the accord, A exchanged staff with B
        gap = read.sentence.text[read.sentence.words[noun].end : hit.start]
        return "," in gap and re.search(r"\b(?:which|that)\b", gap) is None
    return noun - hit.last > _NEAR_NOUN


def told_with(read: ReadSentence, noun: int, schema: Schema) -> list[Mention]:
    """The parties of an agreement that an English sentence says one has with another: A's accord with B."""
    sentence = read.sentence
    if sentence.grammar.code != "en":
        return []
    bodies = [m for m in read.mentions if _signs(m, schema) and m.start < m.end and m.class_name != "Country"]
    place = sentence.words[noun].end
    after = [m for m in bodies if m.start > place and m.mark == "with" and not m.inner]
    if not after or _WITH.fullmatch(sentence.text[place : _begins(after[0])]) is None:
        return []
    others = [m for m in after if m.group == after[0].group]
    before = [m for m in bodies if m.end <= sentence.words[noun].start]
    owner = before[-1] if before and before[-1].case == "gen" else None
    if owner is not None and _OWNS.fullmatch(sentence.text[owner.end : sentence.words[noun].start]):
        return [owner, *others]
    subjects = [m for m in before if m.mark == "nom" and not m.inner]
    if subjects and _has(sentence.grammar).search(sentence.text[subjects[-1].end : sentence.words[noun].start]):
        return [*(m for m in subjects if m.group == subjects[-1].group), *others]
    if not before and _UNDER.match(sentence.text, sentence.start):
        comma = sentence.text.find(", ", others[-1].end, sentence.end)
        later = [m for m in bodies if comma > 0 and m.start >= comma and m.mark == "nom" and not m.inner]
        return [*(m for m in later if m.group == later[0].group), *others] if later else []
    return []


def _begins(mention: Mention) -> int:
    return mention.begins if 0 <= mention.begins < mention.start else mention.start


@cache
def _has(grammar: Grammar) -> re.Pattern[str]:
    """What stands between a body and the agreement that it has, announces or extends."""
    words = alternatives(grammar, "has_agreement")
    return re.compile(
        rf"\A,? (?:(?!(?:to|not|no|never|without|for|with|on|about) )[\w’'-]+,? ){{0,4}}?(?:{words}) [^,;:.]*\Z"
    )


def _signs(mention: Mention, schema: Schema) -> bool:
    return schema.is_a(mention.class_name, "Organisation") or mention.class_name == "Country"
