"""Who was told what an Azerbaijani article reports: X Universitetindən NARPRESS-ə bildirilib, a news agency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import alternatives
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.spans import Mention

_GUESSED = ("capitals", "quoted")
_SITE = re.compile(r"(?<![\w.@/-])(?P<name>\w[\w-]*\.(?:az|com|org|net|info))[-’'](?P<case>[ay]?[aə])(?!\w)")
_DATIVE = re.compile(r"[”\"»]?[-–’]?[yn]?[aə](?!\w)")
_SAYS = re.compile(
    r"(?:\s\([^)]*\))?\s+(?:(?P<noun>(?:müsahib|açıqlama)\w+\s|(?:məlumat|açıqlama|xəbər)\s+(?=ver)"
    r"|verdiyi\s+(?=məl|açı|xəb|müs))|(?=bildir|açıqlayıb))"
)
"""What follows an agency that is told something, or who tells it."""
_ASKED = re.compile(r"\w{0,3}?[”\"»]?[-–’]?n?[ıiuü]n[”\"»]?\s+(?:sorğusu|sual|əməkdaşına|müxbirinə|bölgə müxbirinə)")
"""What follows an agency that asked."""
_UP_TO = re.compile(r"(?:\s+(?:(?!m[əa]n)\w+\s+)?(?:\d+-\w+)?(?:\s*M[əa]tbuat\sxidm[əa]ti)?)?\s*[“«\"]?")
"""What may stand between who tells something and the agency."""
_BETWEEN = r"[”\"»]?[-–’]?\w{0,3}(?:\s+(?:[^\s.;:!?]+\s+){0,8}?|\s*)"


def told_agencies(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a name in the dative that a body told something taken for a news agency, sites among them."""
    if sentence.grammar.code != "az":
        return list(mentions)
    found = list(mentions)
    for site in _SITE.finditer(sentence.text, sentence.start, sentence.end):
        if not any(m.overlaps(*site.span()) for m in found):
            start, end, name = site.start(), site.end(), site["name"]
            reasons = (Reason.BY_CAPITALS,)
            found.append(Mention(start, end, name, "Organisation", "az", "capitals", 0.5, reasons, case="dat"))
    tellers = [m for m in found if m.class_name not in ("City", "Country", "Region")]
    for mention in found:
        told = mention.case in ("dat", "gen") or _DATIVE.match(sentence.text, mention.end, sentence.end) is not None
        named = not mention.known and told and mention.rule.startswith(_GUESSED) and not mention.head
        if not named or mention.class_name not in ("", "Organisation"):
            continue
        if _ASKED.match(sentence.text, mention.end - 3, sentence.end) or _is_told(sentence, mention, tellers):
            mention.class_name = "NewsAgency"
    return sorted(found, key=lambda m: m.start)


def _is_told(sentence: Sentence, mention: Mention, tellers: Sequence[Mention]) -> bool:
    """Whether somebody tells it something: right before the verb of telling, or before who tells."""
    if mention.case == "gen":
        return False
    verbs = re.compile(rf"{_BETWEEN}(?:{alternatives(sentence.grammar, 'tells_press')})")
    service = "xidmətindən" in sentence.text[sentence.start : sentence.end]
    telling = service or any(m.case == "abl" and m.class_name != "Person" for m in tellers)
    if telling and verbs.match(sentence.text, mention.end, sentence.end) is not None:
        return True
    return _is_told_by(sentence, mention, tellers)


def _is_told_by(sentence: Sentence, mention: Mention, tellers: Sequence[Mention]) -> bool:
    """Whether one who is named beside it says something to it: bunu APA-ya X bildirib; X-in APA-ya verdiyi məlumat."""
    text, end = sentence.text, mention.end
    beside = _DATIVE.match(text, end, sentence.end)
    end = beside.end() if beside is not None else end
    others = [m for m in tellers if m is not mention and m.case in ("", "gen")]
    after = next((m for m in others if m.start >= end and not text[end : m.start].strip()), None)
    if after is not None and not after.case:
        return _SAYS.match(text, after.end, sentence.end) is not None
    before = any(m.end <= mention.start and _UP_TO.fullmatch(text, m.end, mention.start) for m in others)
    said = _SAYS.match(text, end, sentence.end) if before else None
    return said is not None and (bool(_SITE.match(text, mention.start)) or said["noun"] is not None)
