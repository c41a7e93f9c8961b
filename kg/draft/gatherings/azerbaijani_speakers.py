"""Who spoke at an Azerbaijani gathering or came to it, told by a noun for such people: söz alanlar bunlardır: A; B.

The noun stands before a list, as a label or with arasında; söz A-ya verilib tells it without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.draft.model import Reason
from kg.draft.reading import ReadSentence
from kg.draft.references.implied import implied
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SPEAKERS = re.compile(
    r"\b(?:(?:söz alan|(?:çıxış|məruzə) ed[əa]n|danışan|nitq söyləyən|natiq|məruzəçi|spiker|panelist|çıxışçı)"
    r"(?:l[aə]r)?(?:ı|i|u|ü|sı|si)?|moderator(?:u|lar|ları))"
    r"(?P<after>\s+(?:arasında|sırasında|bunlardır|bunlar idi)|)(?!\w)",
    re.IGNORECASE,
)
_GUESTS = re.compile(
    r"\b(?:(?:gələn|qatılan|iştirak edən|toplaşan|təşrif buyuran)l[aə]r|"
    r"iştirakçılar[ıi]?|qonaqlar[ıi]?|dəvətlilər[ıi]?)"
    r"\s+(?:arasında|sırasında)(?!\w)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:söz)\b(?P<between>[^.;:]*?)\bveril(?:ib|di|miş)", re.IGNORECASE)
_OPENED = re.compile(
    r"\b(?:açılışını|girişini|moderatorluğunu|açılış nitqini)\b(?P<between>[^.;:]*?)\b(?:ed|et|söylə)\w+"
)
_THERE = re.compile(r"\b(?:olub|olmuş|idi|vardı|var|yer alıb|oldu|olmuşdur|olublar|olmuşlar)(?:\.|!|$|,|;)")
_CHEAP = ("alan", "edən", "natiq", "məruzəçi", "spiker", "panelist", "moderator", "lanlar", "ələnlər", "arasında",
          "sırasında", "söz ", "açılışını", "çıxışçı", "söyləyən")  # fmt: skip
_SURE = 0.75


def azerbaijani_speakers(read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """Who spoke at a gathering or took part in it, as a noun for them or the word that was given to them tells."""
    sentence = read.sentence
    if sentence.grammar.code != "az" or not any(m.class_name == "Person" for m in read.mentions):
        return
    text = sentence.text[sentence.start : sentence.end].lower()
    if not any(word in text for word in _CHEAP):
        return
    for predicate, start, people in _told(read):
        event = _event(read, start, schema) if people else None
        for person in people if event is not None else ():
            assert event is not None
            spans = tuple(sorted((m.start, m.end) for m in (person, event) if m.start < m.end))
            reasons = (Reason.IN_A_LIST,)
            yield Relation(person, predicate, event, _SURE, "az.speakers", reasons, spans, "", True, person.start)


def _told(read: ReadSentence) -> Iterator[tuple[str, int, list[Mention]]]:
    """What is told of people, where it is told, and of whom."""
    text, start, end = read.sentence.text, read.sentence.start, read.sentence.end
    for match in _SPEAKERS.finditer(text, start, end):
        yield "spokeAt", match.start(), _listed(read, match.end(), labelled=not match["after"].strip())
    for match in _GUESTS.finditer(text, start, end):
        yield "participatedIn", match.start(), _listed(read, match.end(), labelled=False)
    for match in _GIVEN.finditer(text, start, end):
        given = _people(read, match.start("between"), match.end("between"))
        yield "spokeAt", match.start(), given if given and given[-1].case == "dat" else []
    for match in _OPENED.finditer(text, start, end):
        yield "spokeAt", match.start(), [m for m in _people(read, *match.span("between")) if not m.case][-1:]


def _listed(read: ReadSentence, after: int, *, labelled: bool) -> list[Mention]:
    """The people of a list behind its noun: a colon stands there, or the sentence ends with that they were there."""
    text, end = read.sentence.text, read.sentence.end
    colon = text[after : after + 1] == ":"
    there = _THERE.search(text, after, end)
    people = _people(read, after, end if colon or there is None else there.start())
    if colon:
        return [m for m in people if not m.case]
    if there is None or (labelled and (not people or re.search(r"[,;:]", text[after : people[0].start]))):
        return []
    first = text[after : after + 2].strip()
    return [m for m in people if not m.case] if not labelled or first[:1].isupper() or first[:1] in '“«"' else []


def _people(read: ReadSentence, start: int, end: int) -> list[Mention]:
    return [m for m in read.mentions if m.class_name == "Person" and start <= m.start and m.end <= end]


def _event(read: ReadSentence, start: int, schema: Schema) -> Mention | None:
    """The gathering that a sentence has told of before a place, else the one that was told of last."""
    told = [m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.end <= start and m.start < m.end]
    return told[-1] if told else next(iter(implied(read, read.unsaid.get("event"), "nom", start, start)), None)
