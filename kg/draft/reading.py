"""An article read sentence by sentence: what it names, and which names, acronyms and references are one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from kg.draft.capitals import capital_names
from kg.draft.decided import Decisions
from kg.draft.gathered import gathered_before
from kg.draft.grammar import grammar
from kg.draft.known import KnownThings, case_of_known
from kg.draft.layout import as_read, dateline_end
from kg.draft.marking import mark
from kg.draft.model import Reason
from kg.draft.nameless import nameless
from kg.draft.naming import initials, named, without_form
from kg.draft.origins import places_of_origin
from kg.draft.passages import sentences
from kg.draft.people import persons
from kg.draft.post_words import Post, beside_duties, posts
from kg.draft.referring import references
from kg.draft.russian_cases import one_name
from kg.draft.second_names import bracketed, spelled_out
from kg.draft.shortened import opening_again, shortened
from kg.draft.spans import Mention, keep_longest
from kg.draft.standing_alone import (
    by_word,
    ends_name,
    is_first_name,
    name_with_country,
    take_apposition,
    take_head,
)
from kg.draft.words import Sentence
from kg.facts.model import Entity
from kg.facts.names.folding import fold
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_STATES = re.compile(r"\bmember (?:states?|countr(?:y|ies))\b")
_JOINING = re.compile(r"\b(?:joined|joins|members?|membership|newcomers?|let in|admitted)\b")
_MOST_GUESSED, _LONGEST_CASE, _LEAST_NAME, _INITIAL, _MOST_BACK = 3, 5, 5, 2, 300


@dataclass
class ReadSentence:
    """A sentence with its mentions, marked, and the posts that it names."""

    sentence: Sentence
    mentions: list[Mention]
    posts: list[Post]
    unsaid: dict[str, Mention] = field(default_factory=dict)
    """The event and the topic that the sentences before told of."""


@dataclass
class Reader:
    """Reads one article; things keep their ids throughout it."""

    known: KnownThings
    schema: Schema
    decisions: Decisions = field(default_factory=Decisions)
    source: str = ""
    """The id of the article, by which answers to its own questions are known."""
    ids: dict[str, Mention] = field(default_factory=dict)
    """The first mention of each thing, by id."""
    by_name: dict[str, str] = field(default_factory=dict)
    bracketed: set[int] = field(default_factory=set)
    """Places of the article where another name of something stands in brackets."""
    by_description: dict[str, str] = field(default_factory=dict)
    """The ids of things without a name, by what describes them."""
    surnames: dict[str, Mention] = field(default_factory=dict)
    latest: list[Mention] = field(default_factory=list)
    has_members: tuple[bool, bool] = (False, False)
    """Whether the article speaks in English of members, and of member states."""
    doubts: dict[str, str] = field(default_factory=dict)
    """New things that have the name of a known one, and that one."""
    _doubted: set[str] = field(default_factory=set)
    _countries: set[str] = field(default_factory=set)
    """The countries that the article speaks of."""
    _settled: set[str] = field(default_factory=set)
    """Known things that a reviewer has said are not meant here."""

    def read(self, text: str, language: str = "") -> list[ReadSentence]:
        """All sentences that name something."""
        self.has_members = _JOINING.search(text) is not None, _STATES.search(text) is not None
        listed = [(sentence, self._find(sentence)) for sentence in sentences(as_read(text), language)]
        self._doubt(
            [mention for _, known in listed for mention in known], {sentence.language for sentence, _ in listed}
        )
        return [self._read(sentence, known) for sentence, known in listed]

    def _find(self, sentence: Sentence) -> list[Mention]:
        """The known things of a sentence, with the cases that they stand in."""
        text = sentence.text[sentence.start : sentence.end]
        known = self.known.find(text, sentence.start, sentence.grammar.code)
        for mention in known:
            self._decide(sentence, mention)
        for mention in known:
            mention.case = case_of_known(mention, sentence, self.known.names_of(mention.entity))
        known += self.known.inflected_places(sentence, known)
        origins = places_of_origin(sentence, self.known)
        known = [m for m in known if not any(m.overlaps(o.start, o.end) for o in origins)] + origins
        known = [m for m in known if not ends_name(sentence, m)]
        known = beside_duties(sentence, known)
        return [m for m in known if not is_first_name(sentence, m) and not self._is_any_agreement(sentence, m)]

    def _is_any_agreement(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether the name of a known agreement is one that any agreement may have: Letter of Intent."""
        if not self.schema.is_a(mention.class_name, "Agreement"):
            return False
        inside = [n for n, word in enumerate(sentence.words) if mention.start <= word.start < mention.end]
        form = sentence.grammar.form(sentence.lowered, inside[-1], "agreements") if inside else None
        return form is not None and form.entry.length >= len(inside)

    def _decide(self, sentence: Sentence, mention: Mention) -> None:
        """Takes a name that several things have for what a reviewer said that it means."""
        if len(mention.candidates) < 2:
            return
        words = " ".join(sentence.text[mention.start : mention.end].split())
        meant = self.decisions.meant(words, mention.candidates, self.source)
        entity = self.known.entities.get(meant or "")
        if entity is not None:
            mention.entity, mention.class_name, mention.kind = entity.id, entity.class_name, entity.kind
            mention.known, mention.candidates = True, ()
        elif meant is not None:
            mention.candidates = mention.candidates[:1]  # it is none of them, and nobody is asked again

    def _doubt(self, known: Sequence[Mention], languages: set[str]) -> None:
        """A body of government of a country that the article never speaks of may be another country's."""
        told = {self.known.country(m) for m in known if m.class_name != "GovernmentBody"}
        countries = {country for country in (*told, *map(self.known.home, languages)) if country}
        self._countries = countries
        for mention in known:
            country = self.known.country(mention)
            other = bool(country and countries) and country not in countries
            if mention.class_name == "GovernmentBody" and other and not self.known.names_country(mention, country):
                self._doubted.add(mention.entity)
        for mention in known:
            if mention.entity in self._doubted:
                meant = self.decisions.meant(mention.name, (mention.entity,), self.source)
                if meant == mention.entity:
                    self._doubted.discard(mention.entity)
                    continue
                if meant is not None:
                    self._settled.add(mention.entity)
                    mention.candidates = () if meant else (mention.entity,)
                mention.known, mention.entity, mention.rule = False, "", "doubted-name"
                mention.confidence, mention.reasons = 0.75, (Reason.RESEMBLES,)

    def _read(self, sentence: Sentence, known: Sequence[Mention]) -> ReadSentence:
        new = named(sentence, known)
        people = [m for m in known if m.class_name == "Person"]
        new = [m for m in new if not any(m.overlaps(person.start, person.end) for person in people)]
        mentions = keep_longest([*known, *new])
        mentions = [m for m in mentions if m.class_name or m.known]
        quoted = [m for m in new if not m.class_name and not any(m.overlaps(o.start, o.end) for o in mentions)]
        mentions = keep_longest([*mentions, *quoted])
        taken = by_word(sentence, mentions)
        people = persons(sentence, taken.get, self.surnames)
        mentions = keep_longest([*mentions, *people])
        mentions = keep_longest([*mentions, *capital_names(sentence, by_word(sentence, mentions), posts(sentence))])
        mentions = keep_longest([*mentions, *opening_again(sentence, mentions, self.by_name, self.ids)])
        mentions = keep_longest(
            [*mentions, *references(sentence, by_word(sentence, mentions), self.latest, self.schema)]
        )
        dateline = dateline_end(sentence.text, sentence.start)
        mentions = [m for m in mentions if m.start >= dateline or m.class_name == "City"]
        for mention in mentions:
            mention.sentence = sentence.number
            take_head(sentence, mention, mentions)
            take_apposition(sentence, mention)
            self.bracketed |= bracketed(sentence, mention, mentions, self.known.place_names, self.schema)
        mentions = [m for m in mentions if m.start not in self.bracketed]
        mentions = [
            m for m in mentions if not any(o is not m and o.start <= m.start and m.end <= o.end for o in mentions)
        ]
        for mention in mentions:
            self._resolve(mention)
            if not mention.class_name and len(mention.name.split()) <= _MOST_GUESSED:
                mention.class_name = self.ids[mention.entity].class_name or "Organisation"
        topics = self.known.topics.find(sentence)
        mentions = [m for m in mentions if m.rule != "capitals" or all(m.end != t.end for t in topics)]
        mentions = sorted(
            [*mentions, *(t for t in topics if not any(m.overlaps(t.start, t.end) for m in mentions))],
            key=lambda each: each.start,
        )
        for mention in nameless(sentence, mentions, self.schema):
            same = gathered_before(mention, self.ids, self.schema)
            mention.entity = same or mention.entity
            mention.entity = self.by_description.setdefault(mention.entity, self._free(mention.entity))
            self.ids.setdefault(mention.entity, mention)
            self.latest.append(mention)
            mentions = sorted([*mentions, mention], key=lambda each: each.start)
        mark(sentence, mentions)
        starts = {sentence.words[post.first_word].start for post in posts(sentence)}
        for mention in mentions if sentence.grammar.code == "tr" else ():
            after = sentence.index_from(mention.end)
            mention.tells_whose = after < len(sentence.words) and sentence.words[after].start in starts
        for mention in mentions:
            self._part_by_country(mention)
            name_with_country(sentence, mention)
        return ReadSentence(sentence, mentions, posts(sentence))

    def _resolve(self, mention: Mention) -> None:
        """Gives a mention the id of its thing: a known one, one that was named before, or a new one."""
        if mention.refers is not None:
            of = mention.refers
            mention.entity, mention.known, mention.class_name = of.entity, of.known, of.class_name
            return
        if not mention.entity:
            folded = fold(mention.name)
            before = self.by_name.get(folded)
            told = self.known.entities.get(self.known.by_name.get(folded, "")) or self._by_acronym(mention)
            before = (
                before
                or self._spelled(mention)
                or self._inflected(mention)
                or self._longer(mention)
                or shortened(mention, self.by_name, self.ids, self.schema)
            )
            told = told or (self._of_country(mention) if before is None else None)
            if (
                before is None
                and told is not None
                and told.id not in self._doubted
                and told.class_name not in ("Topic", "Kind", "Service", "Role", "Unit")
            ):
                mention.class_name, mention.known, before = told.class_name, True, told.id
                self.ids.setdefault(before, mention)
            if before is None and mention.class_name == "Person":
                before = self._person_before(mention)
            key = self.by_name.get(fold(mention.acronym), "") if mention.acronym else ""
            before = before or (key if key in self.ids and spelled_out(self.ids[key], mention) else None)
            if before is not None:
                first = self.ids[before]
                mention.entity, mention.known = before, first.known
                if mention.class_name in ("", "Organisation") or first.known:
                    mention.class_name = first.class_name
                elif first.class_name in ("", "Organisation"):
                    first.class_name = mention.class_name
            else:
                if mention.language == "en" and mention.class_name == "Organisation" and self._is_joined(mention):
                    mention.class_name = "Network"  # what others join
                mention.entity = self._mint(mention)
                if told is not None and told.id in self._doubted - self._settled:
                    self.doubts[mention.entity] = told.id
        self.by_name.setdefault(fold(mention.name), mention.entity)
        for alias in (mention.acronym, without_form(mention.name), *mention.aliases):
            if alias:
                self.by_name.setdefault(fold(alias), mention.entity)
        self.ids.setdefault(mention.entity, mention)
        if mention.class_name == "Person" and not mention.is_reference:
            self.surnames.setdefault(mention.name.split()[-1], mention)
        if not mention.is_reference:
            self.latest.append(mention)

    def _by_acronym(self, mention: Mention) -> Entity | None:
        """The known body whose acronym stands in brackets after a name that we do not know: … (SOCAR)."""
        told = self.known.entities.get(self.known.by_name.get(fold(mention.acronym), "")) if mention.acronym else None
        is_body = told is not None and self.schema.is_a(told.class_name, "Organisation")
        fits = is_body and self.schema.is_a(mention.class_name, "Organisation")
        return told if fits and initials(mention.name, mention.acronym) else None

    def _of_country(self, mention: Mention) -> Entity | None:
        """The known body of government whose name goes on with a country that the article speaks of."""
        if mention.language != "en" or mention.class_name != "GovernmentBody" or " " not in mention.name:
            return None
        opened = fold(mention.name) + " of "
        keys = {key for name, key in self.known.by_name.items() if name.startswith(opened)}
        keys = {key for key in keys if self.known.country_of.get(key, "") in self._countries}
        return self.known.entities[keys.pop()] if len(keys) == 1 else None

    def _is_joined(self, mention: Mention) -> bool:
        """Whether a club, or an organisation of states, is one that others join."""
        clubs, states = self.has_members
        last = mention.head.split()[-1:]
        return (clubs and last == ["club"]) or (states and last in (["organisation"], ["organization"]))

    def _spelled(self, mention: Mention) -> str | None:
        """The thing of the article whose initials an acronym is: BHOS, after Baku Higher Oil School."""
        if mention.rule != "capitals" or not mention.name.isupper():
            return None
        told = (m for m in self.ids.values() if self.schema.is_a(m.class_name, "Entity") and m.class_name != "Person")
        return next((m.entity for m in told if initials(m.name, mention.name) == len(mention.name)), None)

    def _longer(self, mention: Mention) -> str | None:
        """The thing that was named before with one more word at the end: IT Park, after IT Park Dushanbe."""
        name = fold(mention.name)
        if mention.class_name in ("Person", "City", "Country") or len(name) < _LEAST_NAME - (mention.language == "en"):
            return None
        told = {
            key
            for text, key in self.by_name.items()
            if (text.startswith(name + " ") and text.count(" ") == name.count(" ") + 1)
            or (
                mention.language == "en"
                and " " in name
                and text.startswith((name + " of ", name + " for ", name + " on "))
            )
        }
        if not told and mention.language == "en" and " " not in name and mention.rule == "capitals":
            told = {key for text, key in self.by_name.items() if text.endswith(" " + name)}  # the Commons
        told = {key for key in told if self.ids[key].class_name not in ("Person", "City", "Country")} if told else told
        return told.pop() if len(told) == 1 else None

    def _inflected(self, mention: Mention) -> str | None:
        """The thing that was named before whose quoted name has an ending here: «Сыр Датаның», after «Сыр Дата»."""
        if mention.language == "ru" and mention.rule.startswith(("quoted", "capitals", "head-мин")):
            named, told = fold(mention.name), islice(reversed(self.by_name.items()), _MOST_BACK)
            return next((key for name, key in told if one_name(named, name)), None)
        guessed = mention.rule.startswith("quoted") or (mention.rule == "capitals" and mention.language == "az")
        if not guessed or not grammar(mention.language).verb_last:
            return None
        cases = grammar(mention.language).cases
        for n in range(1, _LONGEST_CASE + 1):
            case = cases.get(mention.name[-n:].lower())
            key = self.by_name.get(fold(mention.name[:-n])) if case else None
            if key is not None:
                mention.case = mention.case or case or ""
                return key
        return None

    def _part_by_country(self, mention: Mention) -> None:
        """Another country's ministry of the same name is another thing."""
        owner, own = mention.owner, self.known.country_of.get(mention.entity, "")
        if not mention.known or owner is None or owner.class_name != "Country" or own in ("", owner.entity):
            return
        if mention.class_name == "GovernmentBody":
            key = f"{slug(mention.name)}-{owner.entity}"
            mention.known, mention.entity, mention.rule = False, key, "named-with-country"
            mention.confidence, mention.reasons = 0.8, (Reason.BY_HEAD,)
            self.ids.setdefault(key, mention)

    def _person_before(self, mention: Mention) -> str | None:
        """The person whose name this is in a case of which we took too little off."""
        first, *_, last = [*mention.name.split(), ""][:2] if " " in mention.name else [mention.name, ""]
        initial = first.rstrip(".")
        for other in self.surnames.values():
            words = other.name.split()
            if len(initial) <= _INITIAL and len(words) > 1 and words[0].startswith(initial) and last == words[-1]:
                return other.entity  # O. Karimov, after Olim Karimov
            if (
                len(words) > 1
                and words[0][:4] == first[:4]
                and last
                and words[-1]
                and (last.startswith(words[-1][:5]) and abs(len(last) - len(words[-1])) <= 4)
            ):
                return other.entity
        return None

    def _mint(self, mention: Mention) -> str:
        return self._free(slug(mention.name) or "thing")

    def _free(self, base: str) -> str:
        """An id that no thing has."""
        key, number = base, 1
        while key in self.ids or key in self.known.entities or key in self.known.places:
            number += 1
            key = f"{base}-{number}"
        return key
