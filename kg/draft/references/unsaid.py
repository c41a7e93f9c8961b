"""What Uzbek and Azerbaijani sentences leave unsaid and their verbs show: the event at which one speaks, who came."""

from __future__ import annotations

import re

from kg.draft.language.families import stems
from kg.draft.language.words import Sentence
from kg.draft.reading import ReadSentence
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_SOON = 4
_TO_PRESS = re.compile(r"jurnalist|açıqlama|müsahibə|sözlərinə görə|bu sözləri|bu fikirləri|sosial şəbəkə|səhifəsində")
_AT_EVENT = re.compile(
    r"(?:çıxış|nitq|məruzə|mühazirə|təqdimat|salamla|xitab|giriş sözü|moderator|iştirak|qatıl|toplaş|"
    r"soʻz|nutq|ma[ʻʼ]ruza|chiqish|kirish|taqdimot|minbar|ishtirok|qatnash|сўз|нутқ|маъруза|чиқиш|иштирок|қатнаш)"
)
"""Verbs of what one does at an event, rather than of what one says to the press."""
_AT_EVENT_IN_TURKISH = re.compile(r"(?:konuş(?!ul)|söz|kürsü|sahne|sunum|bildiri|hitap|seslen|katıl)")
_AT_EVENT_IN_KAZAKH = re.compile(
    r"(?:сөз|баяндама|лекция|дәріс|құттықтау|лебіз|алғысөз|алғы сөз|кіріспе|мінбер|модератор|спикер|презентация|қатыс)"
)
_AT_IT = {"uz": _AT_EVENT, "az": _AT_EVENT, "tr": _AT_EVENT_IN_TURKISH, "kk": _AT_EVENT_IN_KAZAKH}
_OURS = re.compile(r"[ıiuü]m[ıiuü]z(?:[ıiuü]|[ıiuü]n|[aə]|d[aə]n?)?\Z")
_UNNAMED = re.compile(
    r"(?:komanda|qonaq|nəfər|tələbə|iştirakçı|şirkət|mütəxəssis|alim|məzun|gənc|nümayəndə|ekspert|sahibkar|məktəbli|"
    r"mehmon|kishi|odam|nafar|talaba|oʻquvchi|mutaxassis|olim|startap|kompaniya|firma|korxona|ishtirokchi|vakil|"
    r"tadbirkor|jamoa|bank|muassasa|tashkilot|universitet|maktab|loyiha|idora|davlat|mamlakat|yosh|меҳмон|киши|талаба|мутахассис|олим|вакил|ёш)(?:lar|лар)?(?:i|и)?"
)
"""Nouns of those who do something and are not named."""


def has_unnamed_subject(sentence: Sentence) -> bool:
    """Whether a noun without a case that names nobody stands right before a verb: 400 ga yaqin mehmon qatnashdi."""
    return any(
        _UNNAMED.fullmatch(sentence.lowered[at - 1]) and not sentence.gap(at - 1, at).strip()
        for at in range(1, len(sentence.words))
        if (hit := sentence.grammar.triggers.at(sentence.lowered, at)) is not None and hit[1].detail == "active"
    )


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
    if sentence.grammar.code not in _AT_IT or told or sentence.number - event.sentence > _SOON:
        return None
    if not any(m.class_name == "Person" and m.mark == "nom" for m in read.mentions):
        return None
    next_speaker = _is_next_speaker(read, event)
    for index in range(len(sentence.words)):
        hit = sentence.grammar.triggers.at(sentence.lowered, index)
        at_it = _AT_IT[sentence.grammar.code]
        if hit is not None and hit[1].name in ("speak", "participate") and at_it.match(hit[1].words):
            return sentence.words[index].start
        if hit is not None and hit[1].name == "speak" and next_speaker:
            return sentence.words[index].start
    return None


def _is_next_speaker(read: ReadSentence, event: Mention) -> bool:
    """Whether an Azerbaijani sentence soon after an event names somebody new with a post, and no agency he told."""
    if read.sentence.grammar.code != "az" or read.sentence.number - event.sentence > _SOON - 1:
        return False
    if any(m.class_name == "NewsAgency" for m in read.mentions) or _TO_PRESS.search(" ".join(read.sentence.lowered)):
        return False
    if event.head in stems(read.sentence.grammar, "contest"):
        return False
    people = [m for m in read.mentions if m.class_name == "Person" and m.mark == "nom"]
    return bool(people) and all(m.rule == "person-by-post" for m in people)
