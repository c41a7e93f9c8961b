"""What an article has told of time so far: the last day, the day of the scene, the days of each event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.draft.dates.date_owners import before_past_perfect, describes, of_before, of_planned_clause
from kg.draft.dates.date_settings import is_dateline
from kg.draft.dates.event_days import Lasting, lasting_told, part_told
from kg.draft.dates.told_dates import Before, Part, Told
from kg.draft.language.words import Sentence
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.relations.triggers import Trigger
from kg.facts.dates import PartialDate
from kg.facts.schema import Schema

_BULLET = re.compile(r"\s*(?:[•●▪*·–—-]|\d{1,2}[).])\s")
_PLACE_BEFORE = re.compile(r"[^\W\d_][\w-]{2,20}[.,]\s")
_MOST_LINES = 2
_FOUNDING = frozenset({"open", "establish", "launch", "operate", "start", "hold", "build"})
_OF_FIELD = frozenset({"theme", "focus"})
"""The frames of words that say what a gathering is about: startaplara həsr olunmuş."""
_PARTICIPLE = re.compile(r"(?:[mм][ıiuü]ş|[ıiuüaəe]n|[ғқ]ан|[гк]ен|gan|kan|qan|ган|кан|қан)\Z")
"""What Turkic verbs end in that describe the noun behind them: imzalanmış protokol."""
HOLDING = frozenset({"hold", "organise", "start"})
"""The frames of verbs by which a gathering is held."""
_FEW, _SHORT, _MOST_DATE_LINE, _MOST_APART = 5, 8, 60, 3

_THERE = re.compile(r"\b(?:at|during|на|во время|в ходе)(?: (?:the|an?))?(?: [\w-]+){0,3} [«“\"]?\Z")
"""What stands before the gathering at which somebody speaks."""


def foreseen_days(
    read: ReadSentence, dates: Sequence[Told], verbs: Sequence[Trigger], published: PartialDate | None
) -> Iterator[tuple[str, Told]]:
    """The things that a sentence says will be opened, and when: the center is to open in March 2027."""
    ahead = [d for d in dates if published is not None and PartialDate.parse(d.text).latest > published.latest]
    things = [m for m in read.mentions if m.is_reference and m.class_name != "Person"]
    if len(ahead) == 1 and things and any(verb.frame in _FOUNDING for verb in verbs):
        yield things[0].entity, ahead[0]


@dataclass
class Scene:
    """Follows an article sentence by sentence: the day that the text told last, and that of what it narrates."""

    schema: Schema
    published: PartialDate | None
    before: Before = field(default_factory=Before)
    """What the text told last, of whatever."""
    told: Told | None = None
    """The last day of what had happened by then; none after the head of a list."""
    opening: list[Told] = field(default_factory=list)
    """The day by which the next sentence is dated: Friday brought paperwork."""
    heading: Told | None = None
    """The date with which a line opens, by itself: 22 June. The hub …"""
    line: int = 0
    lines: int = 0
    lasting: dict[str, Lasting] = field(default_factory=dict)
    held: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The days on which a sentence says that an event is held, by its id."""
    event: str = ""
    """The event that was named last."""

    def dates(self, read: ReadSentence, dates: list[Told]) -> list[Told]:
        """The dates of a sentence that names something, else that of the few words before it or of its line's head."""
        dates = [told for told in dates if not _is_in_name(told, read)]
        if dates or self.heading is None or _line_of(read.sentence) != self.line:
            return dates or self.opening
        return [replace(self.heading, start=read.sentence.start, end=read.sentence.start)]

    def pass_over(self, read: ReadSentence, dates: Sequence[Told]) -> None:
        """The next sentence, one that names nothing."""
        told = [each for each in dates if not each.reported and not self._is_printed(each, read.sentence)]
        self.enter(read, told)
        if len(told) == 1 and _is_alone(read.sentence, told[0]):
            self.heading = told[0]
        few = read.sentence.grammar.code == "en" and len(read.sentence.words) <= _FEW
        self.opening = told if few and any(each.weekday for each in told) else []

    def enter(self, read: ReadSentence, dates: Sequence[Told]) -> None:
        """The next sentence, with its dates."""
        sentence, self.opening = read.sentence, []
        dates = [each for each in dates if not of_planned_clause(each, sentence)]
        begins = _line_of(sentence)
        if begins != self.line:
            self.heading = None
            self.line, self.lines = begins, self.lines + 1
            if self.lines > _MOST_LINES or _BULLET.match(sentence.text, begins):
                self.told = None
        for each in dates:
            if each.reported or (_is_date_line(sentence) and self._is_printed(each, sentence)):
                continue
            self.before = replace(self.before, date=each.text)
            if each.is_day or each.until:
                self._remember(each, sentence)
        self._enter_event(read, dates)

    def days(self) -> Mapping[str, tuple[str, str]]:
        """The first and the last day of the events of which both are told, by their ids."""
        return {key: told.event for key, told in self.lasting.items() if told.event[0]}

    def day_of(self, sentence: Sentence, relation: Relation) -> Told | None:
        """The day by which a relation is dated, if its sentence tells not what was before: he had earlier said."""
        if self.told is None or before_past_perfect(self.told, relation, sentence) or of_before(relation, sentence):
            return None
        hits = (sentence.grammar.dates.at(sentence.lowered, at) for at in range(len(sentence.words)))
        return None if any(hit is not None and hit[1].name == "earlier" for hit in hits) else self.told

    def ends(self) -> Mapping[str, str]:
        """The last day of the events of which no first one is told, by their ids: it lasts until 13 June."""
        return {key: told.last for key, told in self.lasting.items() if told.last and not told.event[0]}

    def hold(self, read: ReadSentence, dates: Sequence[Told], verbs: Sequence[Trigger]) -> None:
        """Takes the only date of a sentence that says that an event is held for that of the event."""
        events = {m.entity for m in read.mentions if self.schema.is_a(m.class_name, "Event") and m.start < m.end}
        told = [each for each in dates if not each.reported and not each.is_span and (each.is_day or each.until)]
        told = [each for each in told if not of_planned_clause(each, read.sentence)]
        main = [verb for verb in verbs if verb.frame in HOLDING or not _is_aside(verb, read.sentence)]
        said = all(verb.frame in HOLDING and verb.status not in ("unsure", "denied") for verb in main)
        said = said and bool(main) == bool(verbs)
        if said and len(events) == 1 and len(dates) == len(told) == 1 and not _is_part(told[0]):
            only_last = told[0].part is Part.LAST and not told[0].event[0]
            self.held.setdefault(events.pop(), ("", told[0].text) if only_last else told[0].days)
        elif len(events) == 1 and len(dates) == 1 and _is_of_speech_there(read, dates[0], self.schema):
            self.held.setdefault(events.pop(), (dates[0].text, ""))

    def _remember(self, told: Told, sentence: Sentence) -> None:
        if told.is_span:
            return
        self.before = replace(self.before, day=told.text, event=told.days if told.days[1] else self.before.event)
        is_past = self.published is None or PartialDate.parse(told.text).earliest <= self.published.latest
        if is_past and not describes(told, sentence):
            self.told, self.lines, self.before = told, 0, replace(self.before, past_day=told.until or told.text)

    def _enter_event(self, read: ReadSentence, dates: Sequence[Told]) -> None:
        named = [m for m in read.mentions if self.schema.is_a(m.class_name, "Event")]
        if named:
            self.event = named[0].entity
        before = self.lasting.get(self.event, Lasting())
        told = lasting_told(read.sentence, dates, before.first)
        if named and not dates and self.told is not None and self.told.is_day:
            told = told.on(self.told.text, part_told(read.sentence))  # Baku, 7 October. The two-day forum has ended.
        goes_on = bool(told.number or (told.last and len(read.sentence.words) <= _SHORT))  # it closes on Friday
        if self.event and (named or goes_on or _names_event(read.sentence, self.schema)):
            told = before.with_more(told)
            self.lasting[self.event] = told
            if told.event[0]:
                self.before = replace(self.before, event=told.event)

    def _is_printed(self, told: Told, sentence: Sentence) -> bool:
        """Whether a date that stands apart is that of the article: on a line of its own it may be some days off."""
        published = self.published
        if told.derived and not told.yearless:
            return False
        if published is None:
            return _is_date_line(sentence) and sentence.text.count("\n", 0, sentence.start) <= _MOST_LINES
        apart = abs((PartialDate.parse(told.text).earliest - published.earliest).days) if told.is_day else _FEW
        stands = _is_date_line(sentence) or _PLACE_BEFORE.fullmatch(sentence.text, _line_of(sentence), told.start)
        return told.text == published.text or (apart <= _MOST_APART and bool(stands))


def _is_date_line(sentence: Sentence) -> bool:
    """Whether a sentence is a line of little more than a date: 7 May 2031 09:12 (UTC+04:00)."""
    ends = sentence.text.find("\n", sentence.start)
    line = sentence.text[_line_of(sentence) : ends if ends >= 0 else len(sentence.text)]
    return len(line) <= _MOST_DATE_LINE and len(re.findall(r"[^\W\d_]{3,}", line)) <= _FEW


def _is_of_speech_there(read: ReadSentence, told: Told, schema: Schema) -> bool:
    """Whether somebody said something on a day at a gathering: рассказал сегодня на слушаниях."""
    text, sentence = read.sentence.text, read.sentence
    if (
        not told.reported
        or not told.is_day
        or sentence.grammar.verb_last
        or is_dateline(sentence, told.start, told.end)
    ):
        return False
    event = next(m for m in read.mentions if schema.is_a(m.class_name, "Event") and m.start < m.end)
    low, high = sorted((told.end, event.start))
    there = _THERE.search(text, sentence.start, event.start) is not None
    return there and re.search(r"[;:.“”\"]|\b(?:that|что)\b", text[low:high]) is None


def _is_aside(verb: Trigger, sentence: Sentence) -> bool:
    """Whether a verb only describes a noun of the sentence: семинар по проекту, созданному …; yaradılması ilə bağlı."""
    if verb.frame in _OF_FIELD or verb.voice in ("noun", "participle"):
        return True
    words = sentence.words
    goes_on = verb.last + 1 < len(words) and sentence.gap(verb.last, verb.last + 1) == " "
    return sentence.grammar.verb_last and goes_on and _PARTICIPLE.search(sentence.lowered[verb.last]) is not None


def _is_part(told: Told) -> bool:
    """Whether a day is only one of those of an event: the second one, the one until which it lasts."""
    return told.part is Part.NUMBERED or (told.is_limit and not told.event[0])


def _line_of(sentence: Sentence) -> int:
    """Where the line of a sentence begins."""
    return sentence.text.rfind("\n", 0, sentence.start) + 1


def _is_in_name(told: Told, read: ReadSentence) -> bool:
    """Whether a date is part of the name of a thing: Expo 2025."""
    if told.derived and not told.yearless:
        return False  # a week later
    return any(m.start <= told.start and told.end <= m.end and not m.is_reference for m in read.mentions)


def _is_alone(sentence: Sentence, told: Told) -> bool:
    """Whether a date opens a line and is all that its sentence tells: 22 June."""
    before = _BULLET.sub("", sentence.text[_line_of(sentence) : told.start])
    after = sentence.text[told.end : sentence.end]
    return not before.strip() and len(after) <= _FEW * 2 and not re.search(r"[^\W\d]{7}", after)


def _names_event(sentence: Sentence, schema: Schema) -> bool:
    """Whether a sentence has a word for an event: the gathering closed on Friday."""
    forms = (sentence.grammar.form(sentence.lowered, at, "heads") for at in range(len(sentence.words)))
    return any(form is not None and schema.is_a(form.entry.name, "Event") for form in forms)
