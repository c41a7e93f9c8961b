"""What is layout in an article and no telling: datelines with their agencies, slashes that stand for brackets."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence

_NAME = r"[^\W\d_][\w.’'‘ʻ-]*(?: [^\W\d_][\w.’'‘ʻ-]*)?"
_AGENCIES = rf"{_NAME}(?:\s?[/|,]\s?{_NAME}){{0,3}}"
_DAY = r"(?:\d{1,2}[ .-][^\W\d_]{3,12}|[^\W\d_]{3,12} \d{1,2})(?:,? \d{4})?(?: (?:года|г\.|жыл|yil))?"
_CITY = r"[^\W\d_][\w’'‘ʻ -]{1,30}"
_DATELINE = re.compile(
    rf"[ \t]*{_CITY}(?:, ?{_CITY})?[,.] ?{_DAY}"
    rf"(?:[ \t]*[–—-]?(?:\({_AGENCIES}\)|/ ?{_AGENCIES}(?: [A-Z]\w+)? ?(?:\([A-Z]+\))?/)[ \t]*[:.–—-]|"
    rf"[ \t]*[,–—-][ \t]*{_AGENCIES}[ \t]*[:.–—-](?=\s)|,? [A-Z]{{4,}}(?= [A-Z][a-z])|\. ?[A-Z]\w{{1,9}}[/.](?=\s))"
)
_PLAIN = re.compile(
    r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,2}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
    r"(?:,? ?\([A-Z][\w./, –-]{1,60}\)(?: ?[-–—:])?|(?: ?(?:--|[-–—:])))(?=\s)"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, [A-Z][\w.]*(?: [A-Z][\w.]*)? \([A-Z][\w./, –-]{1,60}\) ?[-–—:](?=\s)"
)
"""A dateline without a date, or with one in brackets: TBILISI, Georgia (Agency) -; FENTON, (Agency - 30 Jul 2019)."""
_SAID = re.compile(
    r",\s[-–—]\s(?=[а-яё])|[»\"”.],?\s[-–—]\s(?=[а-яё])|,\s(?=(?:сообщ|рассказ|заяв|отмет|отмеч|подчеркн|поясн|уточн|добав|напомн|"
    r"проинформировал|прокомментировал|говор|объясн|передае|передаё|пише)[а-яё]*\s)"
)
_LONGEST = 200
_SLASHES = re.compile(r"(?<=\s)/([^\W_][^/\n]{0,60}?)/(?=[\s.,;:–—-]|\Z)")
_NESTED = re.compile(r"«([^«»\n]{1,60})«([А-ЯЁ][^«»\n]{0,60})»(?![^«»\n]{0,40}»)")
"""A Russian name within another, of whose marks one is left out: АО «ОЭЗ «Берег»."""
_SINGLE = re.compile(r"(?<=\s)['‘]([^\W_a-zа-я][^'’‘\n]{1,60})['’](?=[\s.,;:)/]|\Z)")


def as_read(text: str) -> str:
    """A text of the same length, with brackets for slashes around words and double quotation marks for single ones.

    >>> as_read("University 'Alfa' /Baku/ and km/h")
    'University “Alfa” (Baku) and km/h'
    >>> as_read("АО «ОЭЗ «Берег» открыто")
    'АО «ОЭЗ  Берег» открыто'
    """
    return _NESTED.sub(r"«\1 \2»", _SINGLE.sub(r"“\1”", _SLASHES.sub(r"(\1)", text)))


def dateline_end(text: str, start: int) -> int:
    """Where the dateline ends that the line around `start` opens with, `City, date (AGENCY):`; -1 where it has none.

    >>> dateline_end("Baku, 5 May (Report): Alfa opened.", 0)
    21
    """
    low = max(0, start - _LONGEST)
    begins = text.rfind("\n", low, start) + 1 or low
    opens = begins == 0 or text[begins - 1] == "\n"
    match = (_DATELINE.match(text, begins) or _PLAIN.match(text, begins)) if opens else None
    return match.end() if match else -1


def after_speech(sentence: Sentence) -> int:
    """Where what a Russian dialogue's line says ends and who says it begins; 0 where it tells of nobody.

    A dash after a comma parts them: — Мы открыли центр, — сказал ректор.
    """
    match = _SAID.search(sentence.text, sentence.start, sentence.end)
    return match.start() if match is not None else 0
