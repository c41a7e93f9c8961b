"""What is signed when a meeting or a visit ends, by who met: по итогам визита подписан …, görüşün sonunda imzalanıb."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence

_ENGLISH = (
    r"\b(?:(?:after|following|during|at|on (?:the )?(?:margins|sidelines) of|as a result of|upon)\s"
    r"(?:(?:the )?(?:end|conclusion|close|course|completion) of\s)?"
    r"(?:the|this|their)\s(?:[a-z]+\s){0,2}(?:meeting|visit|talks|negotiations|ceremony|event|session))\b"
)
_PATTERNS = {
    "ru": r"\b(?:в (?:конце|ходе|завершение|рамках|результате)|по (?:итогам|результатам|завершении|окончании)|на)\s"
    r"(?:[а-яё]+\s){0,2}"
    r"(?:встреч|визит|переговор|заседани|мероприяти|поездк)[а-яё]*\b[^;:«»]*\bподписан[аоы]?\b",
    "en": rf"{_ENGLISH}[^;:]*\b(?:was|were|has been|have been) (?:also )?signed\b|"
    rf"\b(?:was|were|has been|have been) (?:also )?signed\b[^;:,]*{_ENGLISH}",
    "az": r"\b(?:görüş|səfər|danışıq|mərasim|tədbir|iclas|toplantı)\w*\s"
    r"(?:sonunda|sonra|çərçivəsində|yekunu\w*|nəticəsində|zamanı|gedişində|gedişatında|ərzində|əsnasında)\b"
    r"[^;:]*\bimzalan\w+",
    "kk": r"\b(?:кездесу|сапар|келіссөз|жиын|шара|іс-шара|отырыс|рәсім)\w*\s"
    r"(?:соңында|барысында|аясында|қорытындысы\w*|нәтижесі\w*|кезінде)\b[^;:]*\bқол\s(?:да\s)?қойыл\w+",
    "tr": r"\b(?:görüşme|ziyaret|toplantı|tören|etkinlik|müzakere)\w*\s"
    r"(?:sonunda|sonucunda|kapsamında|sırasında|sonrasında|ardından)\b[^;:]*\bimzalan\w+",
    "uz": r"\b(?:uchrashuv|tashrif|muzokara|tadbir|yigʻilish|учрашув|ташриф|музокара|тадбир)\w*\s"
    r"(?:yakuni\w*|oxirida|davomida|doirasida|natijasi\w*|якуни\w*|охирида|давомида|доирасида|натижаси\w*)\b"
    r"[^;:]*\b(?:imzolan|имзолан)\w+",
}
_CLOSES = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _PATTERNS.items()}
"""What tells that something was signed at a meeting, without saying by whom."""

_AFTER = re.compile(
    r"\b(?:after|following|during|as a result of|in the course of|at the end of|on the margins of|upon completion of)\s"
    r"(?:the |their |these )?(?:[a-z]+\s){0,2}(?:talks|negotiations)\b",
    re.IGNORECASE,
)


def closes_meeting(sentence: Sentence) -> bool:
    """Whether a sentence tells what was signed when a meeting or visit ended: по итогам визита подписан …"""
    pattern = _CLOSES.get(sentence.grammar.code)
    return pattern is not None and pattern.search(sentence.text, sentence.start, sentence.end) is not None


def is_after_talks(sentence: Sentence) -> bool:
    """Whether an English sentence tells what came of talks, rather than what is talked about: Following the talks, …"""
    return sentence.grammar.code == "en" and _AFTER.search(sentence.text, sentence.start, sentence.end) is not None
