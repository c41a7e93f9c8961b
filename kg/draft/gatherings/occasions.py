"""Gatherings that are told without a name: an opening, a workshop in a calendar; and what a calendar's line says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.draft.dates.told_dates import Told
from kg.draft.language.families import in_family
from kg.draft.language.grammar import Form
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.russian_cases import nominative_gathering
from kg.draft.reading import ReadSentence
from kg.draft.references.azerbaijani_events import opens_in
from kg.draft.relation import Relation
from kg.draft.relations.describing import NEVER_OPENED
from kg.draft.spans import Mention
from kg.facts.names.folding import capitalised
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_BULLET = re.compile(r"\s*(?:[•●▪*·–—-]|\d{1,2}[).](?=\s))?\s*")
_RANGE = re.compile(r"\d{1,2}\s?[-–—]\s?\Z")
_PLACES, _FAR, _SHORT_CUE, _NEAR_HELD, _NEAR_PLACE = ("City", "Region"), 60, 5, 9, 4
_HELD_IN_RUSSIAN = re.compile(r"(?:состоялось|состоится|прошло|пройд[её]т)\Z")


@dataclass
class Occasions:
    """Follows an article line by line: the day and the place that a calendar's line opens with, and its gathering."""

    schema: Schema
    line: int = -1
    day: str = ""
    last_day: str = ""
    place: Mention | None = None
    gathering: Mention | None = None
    latest: Mention | None = None

    def read(
        self, read: ReadSentence, dates: list[Told], topic: Mention | None
    ) -> tuple[list[Relation], Mention | None]:
        """The relations of a sentence's gathering, and the gathering itself where it is a new thing."""
        self._follow(read, dates)
        new = self._ceremony(read, topic)
        found = list(self._opened(read, new[0], new[1])) if new and new[1] is not None else []
        told = new[0] if new else None
        if self.day and self.gathering is None and _is_off(read):
            self.day = ""
        if self.day and self.gathering is None:
            events = [m for m in read.mentions if self.schema.is_a(m.class_name, "Event") and not m.is_reference]
            self.gathering = events[0] if events else self._described(read)
            if self.gathering is not None and not events:
                told = self.gathering
                read.mentions = sorted([*read.mentions, told], key=lambda m: m.start)
            if self.gathering is not None and self.place is not None:
                found.append(self._listed(read, self.gathering, "heldIn", self.place, "place"))
            if self.gathering is not None and read.sentence.grammar.verb_last:
                hosts = [m for m in read.mentions if m.mark == "by" and self.schema.is_a(m.class_name, "Organisation")]
                found += [self._listed(read, m, "operates", self.gathering, "host") for m in hosts]
        elif self.day and self.gathering is not None:
            found += self._labelled(read)
        return found, told

    def _follow(self, read: ReadSentence, dates: list[Told]) -> None:
        sentence = read.sentence
        begins = sentence.text.rfind("\n", 0, sentence.start) + 1
        if begins == self.line:
            if self.day and self.gathering is None and self.place is None:
                self._place(read)
            return
        self.line, self.day, self.last_day, self.place, self.gathering = begins, "", "", None, None
        opening = _BULLET.match(sentence.text, begins)
        start = opening.end() if opening else begins
        first = dates[0] if dates else None
        if first is None or first.by_agency or len(first.text) < len("2026-01-01"):
            return
        before = sentence.text[start : max(start, first.start)]
        ends = sentence.text.find("\n", begins)
        after = sentence.text[first.end : ends if ends >= 0 else len(sentence.text)]
        if (not before or _RANGE.fullmatch(before)) and re.match(r"\s*[,.:–—]\s*\w", after):
            self.day, self.last_day = first.days
            self._place(read)

    def _place(self, read: ReadSentence) -> None:
        self.place = next(
            (m for m in read.mentions if m.class_name in _PLACES and m.start - self.line < _FAR and m.mark == "nom"),
            None,
        )

    def _described(self, read: ReadSentence) -> Mention | None:
        """A gathering of which only its sort is told: workshop at the Center; инвесторлармен кездесу."""
        sentence = read.sentence
        spans = [(m.start, m.end) for m in read.mentions if not m.is_reference]
        for index, word in enumerate(sentence.words):
            form = sentence.grammar.form(sentence.lowered, index, "heads")
            if form is None or not self.schema.is_a(form.entry.name, "Event"):
                continue
            if any(start <= word.start < end for start, end in spans) or self.place is None:
                continue
            first = sentence.words[index - form.entry.length + 1].start
            name = sentence.text[first : word.end]
            key = f"{slug(name) or 'event'}-{self.place.entity}-{self.day}"
            return self._mention(read, first, word.end, name, form, key)
        return None

    def _mention(self, read: ReadSentence, start: int, end: int, name: str, form: Form, key: str) -> Mention:
        code = read.sentence.grammar.code
        return Mention(
            start, end, capitalised(nominative_gathering(name), code), form.entry.name, code, "occasion", 0.7,
            (Reason.BY_EVENT_TOLD,), entity=key, sentence=read.sentence.number, head=form.entry.words, mark="nom",
        )  # fmt: skip

    def _listed(self, read: ReadSentence, left: Mention, predicate: str, right: Mention, rule: str) -> Relation:
        spans = tuple((m.start, m.end) for m in (right, left) if m.sentence == read.sentence.number)
        return Relation(
            left, predicate, right, 0.75, f"{read.sentence.grammar.code}.calendar.{rule}", (Reason.IN_A_LIST,),
            spans or ((read.sentence.start, read.sentence.end),), "", True, left.start, day=self.day,
            last_day=self.last_day,
        )  # fmt: skip

    def _labelled(self, read: ReadSentence) -> Iterator[Relation]:
        """What a label says of the gathering: Organizer: X; Выступит X; X konuşacak."""
        gathering, sentence = self.gathering, read.sentence
        if gathering is None or any(self.schema.is_a(m.class_name, "Event") for m in read.mentions):
            return
        for index in range(len(sentence.words)):
            label = sentence.grammar.labels.at(sentence.lowered, index)
            trigger = sentence.grammar.triggers.at(sentence.lowered, index)
            told = label[1].name if label is not None and index < 2 else ""
            if trigger is not None:
                told = {"speak": "spokeAt", "participate": "participatedIn"}.get(trigger[1].name, told)
            if told == "operates":
                bodies = [m for m in read.mentions if self.schema.is_a(m.class_name, "Organisation")]
                yield from (self._listed(read, m, told, gathering, told) for m in bodies[:2])
                return
            if told in ("spokeAt", "participatedIn"):
                people = [m for m in read.mentions if m.class_name == "Person"]
                bodies = [m for m in read.mentions if self.schema.is_a(m.class_name, "Organisation") and not m.inner]
                takes = people or (bodies if told == "participatedIn" else [])
                yield from (self._listed(read, m, told, gathering, told) for m in takes[:3])
                return

    def _ceremony(self, read: ReadSentence, topic: Mention | None) -> tuple[Mention, Mention | None] | None:
        """An opening ceremony, and what it opened: the thing named beside it, else what was told before, if any."""
        sentence = read.sentence
        for index, word in enumerate(sentence.words):
            form = sentence.grammar.form(sentence.lowered, index, "heads")
            if form is None or form.entry.name != "OpeningCeremony":
                continue
            start = sentence.words[index - form.entry.length + 1].start
            if sentence.grammar.code == "kk" and _is_rite(sentence, index + 1):
                continue  # салтанатты ашылу [рәсімі]
            if form.entry.detail == "at" and (_goes_on(read, index) or not self._is_attended(read, index)):
                continue
            told = [m for m in read.mentions if m.start <= start < m.end and m.class_name == "OpeningCeremony"]
            if told and (told[0].rule != "described" or told[0].language != "en"):
                continue
            if sentence.grammar.code == "az" and self._is_of_event(read, start):
                continue  # sərginin açılış mərasimində
            opened = self._beside(read, start, word.end) or (None if opens_in(read, topic) else topic)
            untold = opened is None and sentence.grammar.code == "kk" and form.case in ("dat", "loc") and not told
            first = index - form.entry.length
            of = sentence.grammar.form(sentence.lowered, first, "heads") if first >= 0 else None
            untold = untold and not (of is not None and self.schema.is_a(of.entry.name, "Event"))  # форумның ашылуы
            if untold and read.mentions and not self._latest_ceremony():  # ашылу рәсіміне әкім X қатысты
                key = f"opening-{read.mentions[0].entity[:40]}"
                end = word.start + form.base_length
                mention = self._mention(read, start, word.end, sentence.text[start:end], form, key)
                mention.mark = form.case
                read.mentions = sorted([*read.mentions, mention], key=lambda m: m.start)
                self.latest = mention
                return mention, None
            if opened is None or opened.class_name in NEVER_OPENED or self.schema.is_a(opened.class_name, "Event"):
                return None
            if told:
                self.latest = told[0]
                return told[0], opened
            end = word.start + form.base_length if sentence.grammar.verb_last else word.end
            mention = self._mention(
                read, start, word.end, sentence.text[start:end], form, f"opening-of-{opened.entity}"
            )
            place = max(0, index - form.entry.length)
            place -= 1 if place and sentence.lowered[place] in ("the", "an") else 0
            before = sentence.grammar.marks.at(sentence.lowered, place)
            mention.mark = {"": "nom", "prep": "at"}.get(form.case, form.case)
            if not sentence.grammar.verb_last and before is not None:
                mention.mark = before[1].name
            read.mentions = sorted([*read.mentions, mention], key=lambda m: m.start)
            self.latest = mention
            return mention, opened
        return None

    def _latest_ceremony(self) -> bool:
        return self.latest is not None and self.latest.class_name == "OpeningCeremony"

    def _is_of_event(self, read: ReadSentence, start: int) -> bool:
        """Whether a gathering in the genitive stands right before a word for an opening."""
        before = [m for m in read.mentions if m.end <= start and read.sentence.text[m.end : start] == " "]
        return any(m.case == "gen" and self.schema.is_a(m.class_name, "Event") for m in before)

    def _is_attended(self, read: ReadSentence, index: int) -> bool:
        """Whether somebody is at what may be a gathering or the mere act: at the opening of X."""
        lowered, grammar = read.sentence.lowered, read.sentence.grammar
        if grammar.code == "az":  # mərkəzin açılışında iştirak ediblər
            goes = [grammar.triggers.at(lowered, n) for n in range(index + 1, len(lowered))]
            goes = [hit for hit in goes if hit is not None and hit[1].name in ("participate", "speak")]
            return bool(goes) and lowered[index].endswith(("ışında", "ışına"))
        before = index - 2 if index > 1 and lowered[index - 1] in ("the", "an") else index - 1
        hit = grammar.marks.at(lowered, before) if before >= 0 else None
        attended = any(
            (told := grammar.triggers.at(lowered, n)) is not None and told[1].name == "participate"
            for n in range(max(0, before - 2), before + 1)
        )
        if grammar.code == "en":  # the opening of X took place
            verbs = (grammar.triggers.at(lowered, n) for n in range(index + 1, len(lowered)))
            attended = attended or any(
                v is not None and v[1].name == "hold" and v[1].detail == "passive" for v in verbs
            )
        if grammar.code == "ru":  # состоялось открытие; в открытии приняли участие
            near = lowered[max(0, index - _NEAR_HELD) : index + _NEAR_HELD]
            attended = attended or any(_HELD_IN_RUSSIAN.match(word) for word in near)
            attended = attended or any(in_family(word, grammar, "attends_opening") for word in lowered)
        return attended or (hit is not None and hit[1].name in ("at", "within"))

    def _beside(self, read: ReadSentence, start: int, end: int) -> Mention | None:
        sorts = ("Organisation", "Initiative", *(("Place",) if read.sentence.grammar.code == "kk" else ()))
        things = [m for m in read.mentions if any(self.schema.is_a(m.class_name, c) for c in sorts)]
        things = [m for m in things if m.class_name not in ("City", "Region", "Country")]
        if read.sentence.grammar.verb_last:
            before = [m for m in things if m.end <= start and read.sentence.text[m.end : start].strip(" »”\"'") == ""]
            owns = bool(before) and (before[-1].mark in ("gen", "nom", "within") or before[-1].case == "gen")
            return before[-1] if owns else None
        after = [m for m in things if m.start >= end and len(read.sentence.text[end : m.start].split()) <= 2]
        return after[0] if after and after[0].mark in ("of", "gen") else None

    def _opened(self, read: ReadSentence, ceremony: Mention, opened: Mention) -> Iterator[Relation]:
        spans = [(ceremony.start, ceremony.end)]
        if opened.sentence == read.sentence.number:
            spans.append((opened.start, opened.end))
        rule = f"{read.sentence.grammar.code}.ceremony"
        yield Relation(
            ceremony, "openingOf", opened, 0.8, rule, (Reason.BY_EVENT_TOLD,), tuple(spans), "", True, ceremony.start
        )
        place = next((m for m in read.mentions if m.start >= max(opened.end, ceremony.end)), None)
        where = _place_before(read, opened)
        if where is not None:
            spans_ = ((where.start, where.end), (ceremony.start, ceremony.end))
            reasons = (Reason.BY_EVENT_TOLD,)
            yield Relation(ceremony, "heldIn", where, 0.75, rule, reasons, spans_, "", True, ceremony.start)
        if place is not None and place.class_name in _PLACES and place.mark in ("in", "loc"):
            gap = read.sentence.text[max(opened.end, ceremony.end) : place.start]
            if (
                len(gap.split()) <= (_NEAR_PLACE if read.sentence.grammar.code == "ru" else 1)
                and not read.sentence.grammar.verb_last
                and "," not in gap
            ):
                spans.append((place.start, place.end))
                yield Relation(
                    ceremony,
                    "heldIn",
                    place,
                    0.75,
                    rule,
                    (Reason.BY_EVENT_TOLD,),
                    tuple(spans),
                    "",
                    True,
                    ceremony.start,
                )


def _goes_on(read: ReadSentence, index: int) -> bool:
    """Whether a word is only the first of a longer one for a ceremony: the opening ceremony."""
    lowered, grammar = read.sentence.lowered, read.sentence.grammar
    form = grammar.form(lowered, index + 1, "heads") if index + 1 < len(lowered) else None
    return form is not None and form.entry.name == "OpeningCeremony" and form.entry.length > 1


def _is_off(read: ReadSentence) -> bool:
    """Whether a line says that its gathering is cancelled or put off."""
    grammar, lowered = read.sentence.grammar, read.sentence.lowered
    cues = (grammar.cue_words.at(lowered, at) for at in range(len(lowered)))
    return any(hit is not None and hit[1].name == "denied" and len(hit[1].words) > _SHORT_CUE for hit in cues)


def _is_rite(sentence: Sentence, at: int) -> bool:
    """Whether a head of more words for a ceremony ends with a word."""
    told = sentence.grammar.form(sentence.lowered, at, "heads") if at < len(sentence.words) else None
    return told is not None and told.entry.name == "OpeningCeremony" and told.entry.length > 1


def _place_before(read: ReadSentence, opened: Mention) -> Mention | None:
    """The place before what is opened in an Azerbaijani sentence: Gəncədə X mərkəzinin açılışında."""
    if read.sentence.grammar.code != "az" or opened.sentence != read.sentence.number:
        return None
    told = [m for m in read.mentions if m.class_name in _PLACES and m.mark == "loc" and m.end <= opened.start]
    return told[-1] if told else None
