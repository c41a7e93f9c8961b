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
    tellers = [m for m in found if m.case == "abl" and m.class_name not in ("Person", "City", "Country")]
    for mention in found:
        told = mention.case == "dat" or _DATIVE.match(sentence.text, mention.end, sentence.end) is not None
        named = not mention.known and told and mention.rule.startswith(_GUESSED) and not mention.head
        if named and mention.class_name in ("", "Organisation") and _is_told(sentence, mention, tellers):
            mention.class_name = "NewsAgency"
    return sorted(found, key=lambda m: m.start)


def _is_told(sentence: Sentence, mention: Mention, tellers: Sequence[Mention]) -> bool:
    """Whether somebody tells it something: right before the verb of telling, or before who tells."""
    verbs = re.compile(rf"{_BETWEEN}(?:{alternatives(sentence.grammar, 'tells_press')})")
    service = re.search(r"xidmətindən", sentence.text[sentence.start : sentence.end]) is not None
    return (bool(tellers) or service) and verbs.match(sentence.text, mention.end, sentence.end) is not None
