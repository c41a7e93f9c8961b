"""What the words around a date make of it: a dateline, the day of a report, one from which or until which it holds."""

from __future__ import annotations

import re

from kg.draft.language.words import Sentence

_MOST_DATELINE, _NEAR_REPORT, _NEAR_SINCE, _MOST_SINCE, _MOST_SAYING = 48, 4, 30, 5, 14
_DATELINE_END = re.compile(
    r"(?:\s?(?:г\.|года|yil|(?:c[iıuü]\s)?il|жыл\w{0,2}|ж\.))?[,\s]*(?:\([^)\n]{2,30}\)|[/,]\s?[^\s./]{2,20}\s?[/.]?)?\s*[-–—.:/]|"
    r"\s?г\.\s|\s?\)\s|,\s?[^\W\d_a-zа-яёәіңғүұқөһığüşöçı]{4,}\s"
)
_ALONE_AHEAD = re.compile(
    r"(?:,?\s?(?:19|20)\d\d(?:\s?(?:г\.|года|ж\.|жыл\w{0,2}|-?c[iıuü] il))?\s?[-–—|]\s|,\s[^\W\d_][\w-]{2,20}\.\s)"
)
"""What follows a date that opens a paragraph and is that of the article: October 7, 2026 – …; 7 октября, Казань. …"""
_CAPITAL = r"[^\W\da-zа-яёәіңғүұқөһığüşöçı_]"
_HEAD = re.compile(
    rf"(?:г\.\s?|\(|\[)?(?:{_CAPITAL}[\w’'-]{{2,}}(?:,\s{_CAPITAL}\w+)?\)?(?:[,.|]|\s[–—-])?\s)?(?:\(|\|\s?|[^\W\d_]{{3,12}},\s)?"
)
_YEAR_AFTER = r"(?:,?\s?(?:19|20)\d\d)?(?:\s?(?:г\.|года))?[,)\]]?"
_TAIL = re.compile(
    rf"{_YEAR_AFTER}(?:\s(?:в\s)?\d{{1,2}}:\d\d)?(?:\s?[–—-])?"
    rf"(?:\s?(?:{_CAPITAL}|[«“\"/])[^\s!?.]*(?:\.[A-Za-z]+)?){{0,3}}\s?[.–—/|\]-]\s{{0,2}}(?={_CAPITAL}|[«“\"])|"
    rf"{_YEAR_AFTER}\s(?:в\s)?\d{{1,2}}:\d\d,?\s(?={_CAPITAL}|[«“\"])|,\s(?:19|20)\d\d\s(?={_CAPITAL})|\]\s"
)
"""What stands about the date of a dateline: a place, a weekday, the agency, and a stop before the first sentence."""
_AGENCY_AFTER = re.compile(rf"{_YEAR_AFTER}\s?{_CAPITAL}[\w-]+,?\s[(/](?:Корр|Corr|{_CAPITAL}{{3,}})")
_IN_FIGURES = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_DATELINE_LINE = re.compile(r"(?:,\s?[^\W\d][^\n.!?]{1,20})\n")
"""A line of its own: Baku, February 19, and the agency."""
_LIMIT_BEFORE = re.compile(r"\b(?:until|till|through|до|по)\s+(?:the\s+|конца\s+|the\s+end\s+of\s+)?\Z", re.IGNORECASE)
_LIMIT_AFTER = re.compile(
    r"[-’'–]?\w{0,8}?(?:dək|dek|gacha|kacha|qacha|гача|кача)\b|"
    r"[-’'–]?\w{0,6}(?:\s(?:yıl\w*|жыл\w*|күн\w*|gün\w*|il\w*|tarix\w*))?\s(?:qədər|kadar|дейін|шейін|qadar|dək|dek|қадар)\b"
)
_ABLATIVE = re.compile(
    r"\w*(?:d[aeə]n|t[aeə]n|дан|ден|тан|тен|нан|нен)\b"
    r"(?!\s+(?:sonra|keyin|кейін|соң|soʻng|so[‘'’]ng|əvvəl|qabaq|önce|бұрын|avval|oldin|başqa|tashqari|басқа))"
)
_LIMIT_WITHIN = re.compile(
    r"(?:dək|dek|gacha|kacha|qacha|гача|qədər|kadar|дейін|шейін|qadar)\Z|\A(?:until|till|до|по)\s"
)

_WHEN = frozenset({
    "ранее", "накануне", "позже", "позднее", "затем", "вчера", "сегодня", "earlier", "previously",
    "later", "today", "yesterday", "then", "əvvəl", "daha əvvəl", "bundan əvvəl", "dünən", "bu gün",
    "бұрын", "бұған дейін", "кеше", "бүгін", "avval", "ilgari", "kecha", "bugun", "önce",
    "daha önce", "dün", "bugün",
})  # fmt: skip
"""Words that may open a sentence before a day, and are no places: Ранее, 18 июня, X и Y подписали …"""
_ARRIVED = re.compile(
    r"\b(?:arriv(?:ed|es|ing)|flew|departed|прибы(?:л[аи]?|ва\w+)|прилетел\w*|вылетел\w*)(?: [^\s,;:.]+){0,4} "
    r"(?:on |в |во )?\Z"
)
_WHERE = re.compile(r"[^;:.]{0,60}, (?:where|где)\b")
"""What stands before a day on which somebody only came or left."""
_NEAR_ARRIVAL = 50


def is_of_agency(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date opens a paragraph before a place and an agency: 23 сентября, Минск /Корр. БЕЛТА/."""
    begins = sentence.text.rfind("\n", 0, start) + 1
    return not sentence.text[begins:start].strip() and _AGENCY_AFTER.match(sentence.text, end) is not None


def is_dateline(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date stands after a place at the head of a paragraph: BAKU, November 3 –; Toshkent, 2026-yil 7-may."""
    begins = sentence.text.rfind("\n", 0, start) + 1
    before = sentence.text[begins:start]
    if is_of_agency(sentence, start, end) or (not before.strip() and _opens_alone(sentence.text, start, end)):
        return True
    stop = end - (sentence.text[end - 1] == ".")
    year = re.search(r",\s(?:19|20)\d\d\Z", sentence.text[start:stop])
    stop = start + year.start() if year else stop
    tail = _TAIL.match(sentence.text, stop) if _HEAD.fullmatch(before) else None
    if tail is not None and re.search(r"[^\W\d_]{3}|\d:\d|\]|, \d", before + tail[0]):
        return True
    before = re.sub(r"\A(?:г\.|\()\s?", "", before)
    if (
        not before.strip(" ,")
        or before.strip(" ,(–—-").lower() in _WHEN
        or len(before) > _MOST_DATELINE
        or re.search(r"\d|(?:^|[\s(–-])[^\W\d_]*[a-zа-яәөүұқғңһіё]{3,}\s(?=[^\W\d_]*[a-zа-я])", before)
    ):
        return False
    if not all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", before)):
        return False
    ends = _DATELINE_END.match(sentence.text, end) or _DATELINE_LINE.match(sentence.text, end)
    return before.rstrip().endswith((",", "/", ".", "(")) and ends is not None


def _opens_alone(text: str, start: int, end: int) -> bool:
    """Whether a date opens a paragraph by itself: in figures, or parted from what follows."""
    if _IN_FIGURES.fullmatch(text, start, end):
        return re.match(r"\s[^\W\d_]", text[end : end + 2]) is not None
    year = re.search(r",?\s(?:19|20)\d\d\Z", text[start:end])
    return _ALONE_AHEAD.match(text, start + year.start() if year else end) is not None


def is_of_report(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date says when something was reported, or when somebody came: the ministry said on Friday."""
    grammar, words = sentence.grammar, sentence.words
    first, last = sentence.index_from(start), sentence.index_from(end)
    if grammar.verb_last and _is_of_saying(sentence, last):
        return True
    if not grammar.verb_last and _is_of_arrival(sentence, start, end):
        return True
    before = range(max(0, first - _NEAR_REPORT), first)
    after = range(last, min(len(words), last + _NEAR_REPORT))
    for at in after if grammar.verb_last else (*before, *after[:2]):
        if grammar.reports.at(sentence.lowered, at) is None:
            continue
        low, high = min(words[at].end, start), max(words[at].start, end)
        gap = sentence.text[low:start] if words[at].end <= start else sentence.text[end:high]
        if not re.search(r"[,;:.«»“”\"]", gap) and not re.search(r"\bthat\b|\bчто\b", gap):
            return True
    return False


def _is_of_arrival(sentence: Sentence, start: int, end: int) -> bool:
    """Whether somebody came on a day to where something else is told to be: arrived on Sunday in X, where he will …"""
    low = max(sentence.start, start - _NEAR_ARRIVAL)
    return _ARRIVED.search(sentence.text, low, start) is not None and _WHERE.match(sentence.text, end) is not None


def _is_of_saying(sentence: Sentence, after: int) -> bool:
    """Whether the first verb behind a date says what follows: martın 30-da universitetdən bildirilib ki, …"""
    lowered, grammar = sentence.lowered, sentence.grammar
    for at in range(after, min(len(lowered) - 1, after + _MOST_SAYING)):
        if lowered[at + 1] == "ki" and grammar.reports.at(lowered, at) is not None:
            return True
        hit = grammar.triggers.at(lowered, at)
        if lowered[at] == "ki" or (hit is not None and hit[1].detail in ("active", "passive")):
            return False
    return False


def is_since(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the date is one from which something holds."""
    words, grammar = sentence.words, sentence.grammar
    first = sentence.index_from(start)
    if grammar.verb_last:
        return _ABLATIVE.match(sentence.text, _last_piece(sentence.text, start, end)) is not None or any(
            grammar.since.at(sentence.lowered, at) is not None and words[at].start < end + _NEAR_SINCE
            for at in range(first, min(first + _MOST_SINCE, len(words)))
        )
    if first < len(words) and words[first].end < end and grammar.since.at(sentence.lowered, first) is not None:
        return True
    before = first - 1
    return before >= 0 and (
        grammar.since.at(sentence.lowered, before) is not None
        or (before > 0 and grammar.since.at(sentence.lowered, before - 1) is not None)
    )


def _last_piece(text: str, start: int, end: int) -> int:
    """Where the last word of a date begins, or its ending behind a hyphen or an apostrophe: sentabridan, 4-dən."""
    if text[end : end + 1] in ("-", "’", "'", "–"):
        return end + 1
    return max(start, max(text.rfind(mark, start, end) for mark in " -’'–") + 1)


def is_limit(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the date is one until which something holds: until Friday, oktyabrın 9-dək."""
    text = sentence.text
    if _LIMIT_WITHIN.search(text[start:end].lower()):
        return True
    if sentence.grammar.verb_last:
        return _LIMIT_AFTER.match(text, end) is not None
    return _LIMIT_BEFORE.search(text[max(sentence.start, start - 24) : start]) is not None
