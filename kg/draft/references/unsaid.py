"""What Uzbek and Azerbaijani sentences leave unsaid and their verbs show: the event at which one speaks, who came."""

from __future__ import annotations

import re
from functools import cache

from kg.draft.language.families import alternatives, stems
from kg.draft.language.grammar import Grammar
from kg.draft.language.words import Sentence
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SOON = 4
_TOO = ("də", "da")
_TO_PRESS = re.compile(r"jurnalist|açıqlama|müsahibə|sözlərinə görə|bu sözləri|bu fikirləri|sosial şəbəkə|səhifəsində")
_CODES = ("uz", "az", "tr", "kk")
"""The languages whose family `at_event` begins what one does at an event, rather than what one says to the press."""
_OURS = re.compile(r"[ıiuü]m[ıiuü]z(?:[ıiuü]|[ıiuü]n|[aə]|d[aə]n?)?\Z")


def has_unnamed_subject(sentence: Sentence) -> bool:
    """Whether a noun without a case that names nobody stands right before a verb: 400 ga yaqin mehmon qatnashdi."""
    return any(
        _unnamed(sentence.grammar).fullmatch(sentence.lowered[at - 1 - (sentence.lowered[at - 1] in _TOO)])
        and not sentence.gap(at - 1, at).strip()
        for at in range(2, len(sentence.words))
        if (hit := sentence.triggers.get(at)) is not None and hit[1].detail == "active"
    )


@cache
def _unnamed(grammar: Grammar) -> re.Pattern[str]:
    """Nouns of those who do something and are not named."""
    return re.compile(rf"(?:{alternatives(grammar, 'unnamed')})(?:lar|lər|лар)?(?:i|ı|и)?")


def is_said(read: ReadSentence, mention: Mention) -> bool:
    """Whether a name is what an Azerbaijani sentence says of something else: müəssisənin ünvanı X-dır."""
    text = read.sentence.text[mention.start : mention.end]
    return mention.language == "az" and re.search(r"d[ıiuü]r\Z", text) is not None and not mention.is_reference


def own_parts(read: ReadSentence, home: Mention | None) -> None:
    """Gives to the body of who speaks what he calls ours: Şəmkirdə filialımız açılacaq."""
    for mention in read.mentions if home is not None else ():
        text = read.sentence.text[mention.start : mention.end].lower()
        if mention.rule == "described" and mention.owner is None and _OURS.search(text):
            mention.owner = home
            mention.name = mention.head.capitalize() if " " not in mention.name else mention.name


def at_event(read: ReadSentence, event: Mention, schema: Schema) -> int | None:
    """The place of the verb of somebody who speaks or takes part at an event that was told shortly before."""
    sentence = read.sentence
    told = any(schema.is_a(m.class_name, "Event") for m in read.mentions)
    if sentence.grammar.code not in _CODES or told or sentence.number - event.sentence > _SOON:
        return None
    if not any(m.class_name == "Person" and m.mark == "nom" for m in read.mentions):
        return None
    at_it = stems(sentence.grammar, "at_event")
    next_speaker = _is_next_speaker(read, event)
    for index, (_, entry) in sentence.triggers.items():
        if entry.name in ("speak", "participate") and entry.words.startswith(at_it):
            return sentence.words[index].start
        if entry.name == "speak" and next_speaker:
            return sentence.words[index].start
    return None


def _is_next_speaker(read: ReadSentence, event: Mention) -> bool:
    """Whether an Azerbaijani sentence soon after an event names somebody new with a post, and no agency he told."""
    if read.sentence.grammar.code != "az" or read.sentence.number - event.sentence > _SOON - 1:
        return False
    if any(m.class_name == "NewsAgency" for m in read.mentions) or _TO_PRESS.search(" ".join(read.sentence.lowered)):
        return False
    if event.head in stems(read.sentence.grammar, "contest") or event.head.split()[-1:] == ["görüş"]:
        return False
    people = [m for m in read.mentions if m.class_name == "Person" and m.mark == "nom"]
    return bool(people) and all(m.rule == "person-by-post" for m in people)
