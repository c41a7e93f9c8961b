"""Which days of an event the dates of a sentence are: the two-day forum ended on 7 October, so it began the day before.

The words are in the rows `date` of the languages: `lasting` (how many days), `opens` and `closes` (the verbs beside the
first and the last day), `numbered` (the second day).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.draft.dates.reckoning import later
from kg.draft.dates.told_dates import Part, Told
from kg.draft.language.words import Sentence

_VERBS = {"opens": Part.FIRST, "closes": Part.LAST}
_BESIDE = re.compile(r"[\s,(–—-]*(?:[^\W\d]+[\s,]+){0,3}\Z")
_WAS = re.compile(r"\s(?:was|is|marked|marks|стал\w?|станет)\s(?:the\s)?(?:[^\W\d]+\s(?:and|и)\s)?")
_WEEK = 7


@dataclass(frozen=True)
class _Hit:
    start: int
    end: int
    name: str
    detail: str


@dataclass(frozen=True)
class Lasting:
    """What is told of an event of several days: how many, the first, the last, and one that is numbered."""

    days: int = 0
    first: str = ""
    last: str = ""
    number: int = 0
    numbered: str = ""

    def with_more(self, other: Lasting) -> Lasting:
        """What is told by both, this one first."""
        has = bool(self.number)
        return Lasting(
            self.days or other.days, self.first or other.first, self.last or other.last,
            self.number if has else other.number, self.numbered if has else other.numbered,
        )  # fmt: skip

    def on(self, day: str, part: Part) -> Lasting:
        """What is told, of an event of several days, by a verb without a date in what is set on a day."""
        if not self.days or self.first or self.last or self.number:
            return self
        if part is Part.LAST:
            return replace(self, last=day)
        return replace(self, first=day) if part is Part.FIRST else self

    @property
    def event(self) -> tuple[str, str]:
        """The first and the last day; empty where they do not follow."""
        first, last = self.first, self.last
        if self.number > 0:
            first = first or later(self.numbered, 1 - self.number) or ""
        elif self.number < 0:
            last = last or later(self.numbered, -1 - self.number) or ""
        if self.days and not last and first:
            last = later(first, self.days - 1) or ""
        elif self.days and last and not first:
            first = later(last, 1 - self.days) or ""
        return (first, last) if first and last and first < last else ("", "")


def with_events(sentence: Sentence, dates: Sequence[Told]) -> list[Told]:
    """The dates, each day with the part that it has in an event, and the days of that event where they follow."""
    hits = _hits(sentence)
    if not hits and not any(told.is_limit for told in dates):
        return list(dates)
    numbered = [_numbered(sentence, told, hits) or told for told in dates]
    parted = _after_the_first(_by_verbs(sentence, numbered, hits))
    event = _lasting(hits, parted).event
    if not event[0]:
        return parted
    return [
        replace(told, event=event) if told.is_day and event[0] <= told.text <= event[1] else told for told in parted
    ]


def lasting_told(sentence: Sentence, dates: Sequence[Told], first: str = "") -> Lasting:
    """What a sentence, of which these are the dates, tells of the days of an event, the `first` told before it."""
    return _lasting(_hits(sentence), _after_the_first(dates, first))


def part_told(sentence: Sentence) -> Part:
    """What the verbs of a sentence say of an event: that it opens or that it closes."""
    parts = {_VERBS[hit.name] for hit in _hits(sentence) if hit.name in _VERBS}
    return parts.pop() if len(parts) == 1 else Part.ANY


def _hits(sentence: Sentence) -> list[_Hit]:
    found = []
    words = sentence.words
    for index, (length, entry) in sentence.dates.items():
        if entry.name in _VERBS or entry.name in ("lasting", "numbered"):
            found.append(_Hit(words[index].start, words[index + length - 1].end, entry.name, entry.detail))
    return found


def _lasting(hits: Sequence[_Hit], dates: Sequence[Told]) -> Lasting:
    days = next((int(hit.detail) for hit in hits if hit.name == "lasting"), 0)
    told = [each for each in dates if each.is_day and not each.reported]
    first = next((each.text for each in told if each.part is Part.FIRST), "")
    last = next((each.text for each in told if each.part is Part.LAST), "")
    numbered = next((each for each in told if each.part is Part.NUMBERED), None)
    plain = [each.text for each in told if each.part is Part.ANY]
    if days and not first and not last and numbered is None and len(plain) == 1:
        first = plain[0]
    if numbered is None:
        return Lasting(days, first, last)
    return Lasting(days, first, last, numbered.number, numbered.text)


def _numbered(sentence: Sentence, told: Told, hits: Sequence[_Hit]) -> Told | None:
    """The date as a day that is numbered: on the second day, 11 June."""
    if not told.is_day:
        return None
    for hit in hits:
        if hit.name != "numbered":
            continue
        before = hit.end <= told.start and _BESIDE.match(sentence.text[hit.end : told.start])
        before = before or (told.end <= hit.start and _WAS.fullmatch(sentence.text[told.end : hit.start]))
        if before or (hit.start < told.end and told.start < hit.end):
            return replace(told, part=Part.NUMBERED, number=int(hit.detail))
    return None


def _by_verbs(sentence: Sentence, dates: Sequence[Told], hits: Sequence[_Hit]) -> list[Told]:
    """The dates, those on which something opens or closes marked so: each verb has the date beside it."""
    found = list(dates)
    for _, _, at, hit in sorted(_pairs(sentence, dates, hits), key=lambda pair: pair[:3]):
        if found[at].verb < 0 and all(each.verb != hit.start for each in found):
            found[at] = replace(found[at], part=_VERBS[hit.name], verb=hit.start)
    return [
        replace(told, part=Part.LAST) if told.is_limit and told.is_day and told.part is not Part.NUMBERED else told
        for told in found
    ]


def _pairs(sentence: Sentence, dates: Sequence[Told], hits: Sequence[_Hit]) -> Iterator[tuple[bool, int, int, _Hit]]:
    """The verbs and the dates that they may belong to; what stands in the order of the language goes first."""
    days = [(at, told) for at, told in enumerate(dates) if told.is_day and not told.reported]
    for at, told in days:
        if told.part is Part.NUMBERED:
            continue
        for hit in hits:
            if hit.name not in _VERBS:
                continue
            before = told.end <= hit.start
            start, end = (told.end, hit.start) if before else (hit.end, told.start)
            if sentence.grammar.verb_last and not before and hit.detail != "noun":
                continue
            if _is_near(sentence, start, end, [each for _, each in days if each is not told]):
                yield before and not sentence.grammar.verb_last, end - start, at, hit


def _is_near(sentence: Sentence, start: int, end: int, others: Sequence[Told]) -> bool:
    """Whether nothing parts a date from a verb: no other date, no semicolon."""
    return ";" not in sentence.text[start:end] and not any(start <= each.start < end for each in others)


def _after_the_first(dates: Sequence[Told], before: str = "") -> list[Told]:
    """The dates, a weekday on which something is to close after the day on which it opened: until Friday."""
    first = next((each.text for each in dates if each.part is Part.FIRST), before)
    return [
        replace(told, text=later(told.text, _WEEK) or told.text)
        if first and told.part is Part.LAST and told.weekday and told.text < first
        else told
        for told in dates
    ]
