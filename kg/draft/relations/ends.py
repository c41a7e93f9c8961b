"""What fills the slots of a frame beside who acts and what is acted on: places, events, wholes, partners, informers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.draft.language.families import in_family
from kg.draft.relations.azerbaijani_verbs import is_noun_of_doing
from kg.draft.relations.choosing import PLACES, Choice
from kg.draft.relations.filled import NOBODY, Filled
from kg.draft.relations.kazakh_hosts import is_home
from kg.draft.spans import Mention


class OtherEnds(Choice):
    """The slots of one trigger that are neither its agent nor its patient, each a method of its name."""

    def _initiator(self, classes: Sequence[str]) -> Filled:
        return self._nearest(self._fitting(self._all, ("initiative",), classes), True)

    def _owner(self, classes: Sequence[str]) -> Filled:
        """Of a noun (the joining of): whose it is."""
        if self._trigger.voice not in ("noun", "state"):
            return NOBODY
        side = self._before if self._last else self._free
        told = self._fitting(side, ("gen", "of"), classes)
        inner = [m for m in self._all if m.inner and (m.start < self._trigger.start or not self._last)]
        return self._nearest(told or self._fitting(inner, ("gen", "of"), classes), True)

    def _goal(self, classes: Sequence[str]) -> Filled:
        if self._last and self._trigger.frame == "focus":  # of what it is: жасанды интеллектті дамытуға бағытталған
            return self._nearest(self._fitting(self._before, ("dat", "acc", "gen", "nom", "about"), classes), True)
        if self._last:
            return self._nearest(self._fitting(self._before, ("dat",), classes), True)
        marks = ("to", "in", "nom", "acc", "dat", "of")
        told = self._nearest(self._fitting(self._after, marks, classes), False)
        return (
            told if told.mentions else self._nearest(self._fitting(self._before, ("to", "dat", "acc"), classes), False)
        )

    def _place(self, classes: Sequence[str]) -> Filled:
        told = [m for m in self._fitting(self._free, ("loc", "in", "at"), classes) if not self._other_clause(m)]
        if self._is_subject_matter:
            last = max((m.end for m in self._before if m.class_name not in PLACES and m.rule != "described"), default=0)
            told = [m for m in told if m.start >= last]
        told = [m for m in told if not is_home(self._sentence, m)]
        cities = [m for m in told if m.class_name != "Country"]
        if not self._last:
            after = [m for m in cities or told if m.start >= self._trigger.end]
            after = [m for m in after if ";" not in self._sentence.text[self._trigger.end : m.start]]
            told = [m for m in told if ";" not in self._sentence.text[self._trigger.end : m.start]]
            cities = [m for m in cities if m in told]
            if self._code == "en" and self._trigger.voice == "active" and not after:
                told = [m for m in told if self._opens_sentence(m)]  # In Osh A opened it; not: A in Osh opened it
                cities = [m for m in cities if m in told]
            return self._nearest(after or cities or told, True)
        near = self._nearest([m for m in cities or told if m in self._before], True)
        return near if near.mentions or self._code != "kk" else self._own_place(classes)

    def _opens_sentence(self, place: Mention) -> bool:
        """Whether a sentence opens with a place: In the town of Osh …"""
        before = self._sentence.text[self._sentence.start : place.start]
        return re.fullmatch(r"(?:[\w, ]{0,30}, )?(?:In|At|in|at) (?:the )?(?:[a-z]+ ){0,3}", before) is not None

    def _own_place(self, classes: Sequence[str]) -> Filled:
        """Where what is opened is, by the adjective before it: университеттің Ош қаласындағы филиалы ашылады."""
        if self._trigger.frame not in ("open", "establish", "build") or self._trigger.voice != "passive":
            return NOBODY
        made = [m for m in self._before if m.mark == "nom" and m.place is not None and self._is(m.place, classes)]
        place = made[-1].place if made else None
        return Filled((place,), True) if place is not None else NOBODY

    def _seated(self, classes: Sequence[str]) -> Filled:
        """Whose head office it is: in the genitive, or what the sentence is about."""
        told = [m for m in self._all if m.end <= self._trigger.start]
        owner = self._nearest(self._fitting(told, ("gen",), classes), True)
        return owner if owner.mentions else self._nearest(self._fitting(self._before, ("nom",), classes), False)

    def _seat(self, classes: Sequence[str]) -> Filled:
        """The town that follows a word for a head office."""
        told = self._fitting(self._after, ("loc", "nom", "in"), classes)
        return self._nearest([m for m in told if not self._crosses(m)], True)

    def _umbrella(self, classes: Sequence[str]) -> Filled:
        """The event within which another is held."""
        return self._nearest(self._fitting(self._free, ("within",), classes), True)

    def _host(self, classes: Sequence[str]) -> Filled:
        """A place that hosts an event: Baku hosted the forum."""
        if self._trigger.voice != "active":
            return NOBODY
        told = self._fitting(self._before, ("nom",), classes)
        return self._nearest([m for m in told if m.class_name in PLACES], False)

    def _event(self, classes: Sequence[str]) -> Filled:
        if self._last:
            if self._trigger.frame == "gather":
                whose = [m for m in self._all if m.start < self._trigger.start]
                return self._nearest(self._fitting(whose, ("nom", "loc", "dat", "within", "gen"), classes), True)
            events = self._fitting(self._before, ("dat", "loc", "within", "acc", "in"), classes)
            if self._code == "az" and self._trigger.frame == "speak":
                events = [m for m in events if not self._is_of_noun(m)]
            return self._nearest(events, True)
        told = self._nearest(
            self._fitting(self._after, ("in", "at", "within", "nom", "acc", "to", "of"), classes), False
        )
        return (
            told
            if told.mentions
            else self._nearest(self._fitting(self._before, ("in", "at", "within"), classes), False)
        )

    def _venue(self, classes: Sequence[str]) -> Filled:
        """The event at which something was said, but for one that the quoted words speak of."""
        text, start = self._sentence.text, self._sentence.start
        told = self._fitting(self._before, ("loc", "within"), classes)
        told = [m for m in told if text.count("«", start, m.start) <= text.count("»", start, m.start)]
        told = [m for m in told if text.count("“", start, m.start) <= text.count("”", start, m.start)]
        return self._nearest(told, True)

    def _workplace(self, classes: Sequence[str]) -> Filled:
        """Where somebody works; of what the team is that somebody joins."""
        if self._last:
            told = [m for m in self._all if m.end <= self._trigger.start]
            return self._nearest(self._fitting(told, ("loc", "under", "team"), classes), True)
        return self._nearest(self._fitting(self._after, ("in", "at", "for", "with", "nom", "prep"), classes), False)

    def _team(self, classes: Sequence[str]) -> Filled:
        """Whose team somebody joins."""
        return self._nearest(self._fitting(self._all, ("team",), classes), True)

    def _theme(self, classes: Sequence[str]) -> Filled:
        """The topics that something is about, in whatever case they stand."""
        told = [m for m in (self._free if self._last else self._after) if self._is(m, classes)]
        return self._nearest([m for m in told if not self._crosses(m)], True)

    def _origin(self, classes: Sequence[str]) -> Filled:
        if self._last:
            told = [m for m in self._all if self._is(m, classes) and self._sends(m)]
            if told:
                return self._with_group(told[-1], [m for m in self._all if self._is(m, classes)], True)
        return self._nearest(
            self._fitting(self._free, ("abl", "from", *(() if self._last else ("gen", "of"))), classes), True
        )

    def _partner(self, classes: Sequence[str]) -> Filled:
        told = self._fitting(self._free, ("with", "between", "support_"), classes)
        if self._code == "az":  # əməkdaşlıqdan, X və Y arasında imzalanmış …
            told = [
                m for m in told if m.start < self._trigger.start and not (m.mark == "between" and self._is_signed(m))
            ]
        return self._nearest(told, True)

    def _is_of_noun(self, event: Mention) -> bool:
        """Whether an event belongs to a noun of doing before the verb: bu forumda təmsil olunmasının … söyləyib."""
        between = [v for v in self._others if event.end <= v.start < self._trigger.start]
        return any(is_noun_of_doing(self._sentence, v.last) for v in between)

    def _is_signed(self, mention: Mention) -> bool:
        """Whether what stands between a mention and the verb says that something was signed."""
        return any(v.frame == "sign" and mention.end <= v.start < self._trigger.start for v in self._others)

    def _superior(self, classes: Sequence[str]) -> Filled:
        if self._last:
            return self._nearest(self._fitting(self._all, ("dat", "under", "gen"), [*classes]), True)
        return self._nearest(
            [
                m
                for m in self._fitting(self._all, ("to", "under", "dat", "gen", "of", "by", "nom", "in"), classes)
                if m.start >= self._trigger.end
            ],
            False,
        )

    def _whole(self, classes: Sequence[str]) -> Filled:
        if self._trigger.frame == "join" and self._trigger.voice == "active" and self._trigger.entry.length < 2:
            return NOBODY  # of what somebody becomes a member; who merely joins, joins something
        if self._last:
            told = [m for m in self._all if m.start < self._trigger.start]
            whole = self._fitting(told, ("gen", "dat"), classes)
            beside = [m for m in self._fitting(told, ("nom",), classes) if self._adjoins(m)]
            return self._nearest(whole or beside[-1:], True)
        told = [m for m in self._all if m.start >= self._trigger.end]
        return self._nearest(self._fitting(told, ("of", "gen", "nom", "in"), classes), False)

    def _participant(self, classes: Sequence[str]) -> Filled:
        told = self._nearest(self._fitting(self._all, ("participation",), classes), True)
        if self._code != "kk" or not told.mentions:
            return told
        first = told.mentions[0]  # X пен министр Y-тің қатысуымен
        others = [m for m in self._fitting(self._all, ("with",), classes) if m.end <= first.start]
        others = [m for m in others if m.class_name == first.class_name == "Person"]
        return Filled((*others, *told.mentions), True)

    def _informed(self, classes: Sequence[str]) -> Filled:
        """The news agency that was told."""
        told = [
            m
            for m in self._free
            if m.class_name == "NewsAgency"
            and m.mark not in ("abl", "by", *(("source",) if self._code == "ru" else ()))
            and not self._only_reports(m)
        ]
        return self._nearest(told, True)

    def _only_reports(self, press: Mention) -> bool:
        """Whether an Azerbaijani agency tells what somebody told, not that he told it: «X» xəbər verir ki, …"""
        at = self._sentence.index_from(press.end)
        word = self._sentence.lowered[at] if at < len(self._sentence.words) else ""
        return self._code == "az" and in_family(word, self._sentence.grammar, "reports")

    def _informer(self, classes: Sequence[str]) -> Filled:
        """Who told the news agency: Report was told at the Agency."""
        told = [m for m in self._free if self._is(m, classes) and m.class_name != "NewsAgency"]
        if not self._last:
            told = [m for m in told if m.start < self._trigger.start] if self._code == "en" else told
            near = [m for m in told if m.mark == "nom" and not self._crosses(m)]
            speaker = max((m for m in self._before if m.class_name == "Person"), key=lambda m: m.end, default=None)
            if speaker is not None and speaker.post_of and (not near or near[-1].end < speaker.start):
                return Filled(tuple(m for m in self._all if m.entity == speaker.post_of)[:1], False)
            clause = [m for m in near if "," not in self._sentence.text[m.end : self._trigger.start]]
            return self._nearest(clause or ([] if self._code == "en" else told), False)
        return self._nearest([m for m in told if m.mark in ("abl", "in", "nom", "loc", "from")], True)
