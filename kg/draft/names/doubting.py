"""Known names that may mean something else here: names of several things, bodies of countries that are not told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.decided import Decisions
from kg.draft.names.known import KnownThings
from kg.draft.names.own_acronyms import own_acronyms
from kg.draft.spans import Mention
from kg.facts.names.folding import fold


@dataclass
class Doubts:
    """What is doubted in one article, and what reviewers have answered."""

    known: KnownThings
    decisions: Decisions
    source: str
    """The id of the article, by which answers to its own questions are known."""
    countries: set[str] = field(default_factory=set)
    """The countries that the article speaks of."""
    own: frozenset[str] = frozenset()
    """Acronyms, folded, that the article spells out as those of others than we know by them."""
    _doubted: set[str] = field(default_factory=set)
    _settled: set[str] = field(default_factory=set)
    """Known things that a reviewer has said are not meant here."""

    def is_doubted(self, entity: str) -> bool:
        """Whether a known thing may be another country's here."""
        return entity in self._doubted

    def is_open(self, entity: str) -> bool:
        """Whether it is doubted, and no reviewer has said that it is not meant."""
        return entity in self._doubted - self._settled

    def decide(self, sentence: Sentence, mention: Mention) -> None:
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

    def spell(self, text: str, known: Sequence[Mention]) -> None:
        """Takes the known things back that are named by an acronym which the article has for another body."""
        self.own = own_acronyms(text, lambda name: self.known.names_of(self.known.by_name.get(name, "")))
        for mention in known:
            if fold(mention.name) in self.own:
                mention.known, mention.entity, mention.rule, mention.candidates = False, "", "capitals", ()
                mention.class_name, mention.kind = "Organisation", ""
                mention.confidence, mention.reasons = 0.6, (Reason.BY_CAPITALS,)

    def doubt(self, known: Sequence[Mention], languages: set[str]) -> None:
        """A body of government of a country that the article never speaks of may be another country's."""
        told = {self.known.country(m) for m in known if m.class_name != "GovernmentBody"}
        countries = {country for country in (*told, *map(self.known.home, languages)) if country}
        self.countries = countries
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
