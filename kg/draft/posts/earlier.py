"""Sentences that tell what somebody did before: Before that he headed …, До назначения работал …, Bundan əvvəl …"""

from __future__ import annotations

import re

from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation

_OF_PEOPLE = ("holdsPost", "postIn", "worksFor", "represents")
_YEARS = r"(?:from|between|in)\s(?:[a-z]+\s)?\d{4}(?:\s?(?:to|and|until|[-–—])\s?(?:[a-z]+\s)?\d{4})"
_PATTERNS = {
    "en": r"(?:before|prior to) (?:that|this|then|joining|his|her|taking|becoming|being|the appointment|moving)\b|"
    r"(?:previously|formerly|earlier in (?:his|her|the) career)\b|"
    rf"{_YEARS},? (?:he|she)\b|"
    r"(?:he|she) had (?:previously |earlier |also )?(?:headed|led|worked|served|held|been|run|chaired)\b",
    "ru": r"(?:до (?:этого|того|назначения|прихода|избрания|вступления)|ранее|прежде|раньше)\b|"
    r"(?:с|в) \d{4}\s?(?:по|[-–—]|до)\s?\d{4} (?:год|годах|гг)\b",
    "az": r"(?:bundan|ondan) (?:əvvəl|öncə)\b|(?:daha )?(?:əvvəl|əvvəllər|öncə)\b|"
    r"\d{4}\s?[-–—]\s?\d{4}\S*\s(?:illərdə|illər ərzində)\b",
    "kk": r"(?:бұған|осыған|оған) дейін\b|(?:бұрын|бұрындары)\b|\d{4}\s?[-–—]\s?\d{4}\S*\sжылдары\b",
    "uz": r"(?:bungacha|ungacha|ilgari|avval|avvallari|bundan (?:avval|oldin)|бунгача|илгари|аввал)\b|"
    r"\d{4}\s?[-–—]\s?\d{4}\S*\s(?:yillarda|йилларда)\b",
    "tr": r"(?:daha önce|öncesinde|bundan önce|önceden|daha önceleri)\b|"
    r"\d{4}\s?[-–—]\s?\d{4}\s(?:yılları arasında|arasında)\b",
}
_OPENS = {code: re.compile(rf"\W*(?:{pattern})", re.IGNORECASE) for code, pattern in _PATTERNS.items()}


def is_of_before(read: ReadSentence, relation: Relation) -> bool:
    """Whether a relation tells of the former post or work of somebody whom its sentence does not name.

    Ранее министр P сообщил: P, who is named, is minister still.
    """
    if relation.predicate not in _OF_PEOPLE or any(
        m.class_name == "Person" and not m.is_reference for m in read.mentions
    ):
        return False
    sentence = read.sentence
    opens = _OPENS.get(sentence.grammar.code)
    return opens is not None and opens.match(sentence.text, sentence.start, sentence.end) is not None
