"""Which thing a mention is of: a known one, one that the article has named before, or a new one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from kg.draft.gatherings.gathered import gathered_before
from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.model import Reason
from kg.draft.names.acronyms_told import is_kazakh_acronym, spelled_in_kazakh, told_by_surname, told_short
from kg.draft.names.azerbaijani_openers import has_own_word
from kg.draft.names.doubting import Doubts
from kg.draft.names.english_same import told_in_other_words
from kg.draft.names.kazakh_bodies import council_before
from kg.draft.names.known import KnownThings
from kg.draft.names.naming import initials, without_form
from kg.draft.names.russian_cases import one_name
from kg.draft.names.russian_ministries import same_ministry
from kg.draft.names.russian_short import call_also, same_body
from kg.draft.names.second_names import spelled_out
from kg.draft.names.shortened import shortened
from kg.draft.spans import Mention
from kg.facts.model import Entity
from kg.facts.names.folding import fold
from kg.facts.new_source import slug
from kg.facts.schema import Schema

_LONGEST_CASE, _LEAST_NAME, _INITIAL, _MOST_BACK = 5, 5, 2, 300
_PATRON = re.compile(r" (?:имени|им\.) ")
_PLACES = ("Country", "Region", "City", "Place")
_HOME = "azerbaijan"
_UNNAMED = ("Topic", "Kind", "Service", "Role", "Unit")
"""Classes of known things whose names are words for many things."""


def _unjoined(name: str) -> str:
    """A name in small letters without hyphens and spaces."""
    return re.sub(r"[\s-]", "", name.lower())


@dataclass
class Identities:
    """The things of one article; they keep their ids throughout it."""

    known: KnownThings
    schema: Schema
    doubts: Doubts
    has_members: tuple[bool, bool] = (False, False)
    """Whether the article speaks in English of members, and of member states."""
    ids: dict[str, Mention] = field(default_factory=dict)
    """The first mention of each thing, by id."""
    by_name: dict[str, str] = field(default_factory=dict)
    by_description: dict[str, str] = field(default_factory=dict)
    """The ids of things without a name, by what describes them."""
    surnames: dict[str, Mention] = field(default_factory=dict)
    latest: list[Mention] = field(default_factory=list)
    _countries: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The countries of bodies, and their names with these, by their ids."""
    doubted: dict[str, str] = field(default_factory=dict)
    """New things that have the name of a known one, and that one."""

    def identify(self, mention: Mention) -> None:
        """Gives a mention the id of its thing, and remembers its names."""
        if mention.refers is not None:
            of = mention.refers
            mention.entity, mention.known, mention.class_name = of.entity, of.known, of.class_name
            return
        if not mention.entity:
            self._find_or_mint(mention)
        self.by_name.setdefault(fold(mention.name), mention.entity)
        after = mention.name.partition(" adına ")[2]  # Nizami adına Ədəbiyyat İnstitutu
        for alias in (mention.acronym, without_form(mention.name), after, *mention.aliases):
            if alias:
                self.by_name.setdefault(fold(alias), mention.entity)
        self.ids.setdefault(mention.entity, mention)
        if mention.class_name == "Person" and not mention.is_reference:
            self.surnames.setdefault(mention.name.split()[-1], mention)
        if not mention.is_reference:
            self.latest.append(mention)

    def describe(self, mention: Mention) -> None:
        """Gives a thing without a name the id of what was described alike, or a new one."""
        again = gathered_before(mention, self.ids, self.schema) or council_before(mention, self.ids)
        if again in self.ids:
            mention.entity = again or mention.entity
            self.latest.append(mention)
            return
        mention.entity = self.by_description.setdefault(mention.entity, self._free(mention.entity))
        self.ids.setdefault(mention.entity, mention)
        self.latest.append(mention)

    def is_told_again(self, mention: Mention) -> bool:
        """Whether a gathering without a name may be the event that the article has told of (az, kk)."""
        told = (m for m in self.ids.values() if self.schema.is_a(m.class_name, "Event"))
        if mention.language == "az" and not in_family(mention.head, grammar("az"), "any_gathering"):
            return False
        bare = mention.name.lower().endswith(mention.head)  # not one of somebody: Президенттің сапары
        return mention.language in ("az", "kk") and bare and next(told, None) is not None

    def part_by_country(self, mention: Mention, told: str) -> None:
        """Another country's ministry of the same name is another thing; `told` is its name with the country."""
        owner, own = mention.owner, self.known.country_of.get(mention.entity, "")
        if owner is None or owner.class_name != "Country":
            return
        if not mention.known:
            self._part_namesakes(mention, owner, told)
        elif mention.class_name == "GovernmentBody" and own not in ("", owner.entity):
            key = f"{slug(mention.name)}-{owner.entity}"
            mention.known, mention.entity, mention.rule = False, key, "named-with-country"
            mention.confidence, mention.reasons = 0.8, (Reason.BY_HEAD,)
            self.ids.setdefault(key, mention)

    def _part_namesakes(self, mention: Mention, owner: Mention, told: str) -> None:
        """Gives a body another id than one of the same name that the article told of another country.

        What an Azerbaijani article told of no country is its own country's, if no word of its own is in its name.
        """
        first = self.ids.get(mention.entity)
        if first is None or not self.schema.is_a(mention.class_name, "Organisation"):
            return
        if mention.class_name != "GovernmentBody" and not mention.rule.startswith("head-"):
            return
        home, name = self._countries.get(mention.entity, ("", ""))
        ours = mention.language == "az" and not has_own_word(mention)
        if not home and (not ours or first is mention or owner.entity == _HOME):
            self._countries[mention.entity] = owner.entity, told
            return
        if home == owner.entity:
            return
        if name and first.name in name:
            first.name = name  # no longer the only one of this name
        mention.entity, mention.name = f"{slug(mention.name)}-{owner.entity}", told
        self.ids.setdefault(mention.entity, mention)

    def _find_or_mint(self, mention: Mention) -> None:
        """Gives a named mention the id of a known thing or of one that was named before, else one of its own."""
        folded = fold(mention.name)
        ours = "" if folded in self.doubts.own else self.known.by_name.get(folded, "")
        told = self.known.entities.get(ours) or self._by_acronym(mention)
        before = (
            self.by_name.get(folded)
            or self._spelled(mention)
            or told_short(mention, self.ids.values())
            or self._inflected(mention)
            or self._longer(mention)
            or shortened(mention, self.by_name, self.ids, self.schema)
            or same_ministry(mention, self.ids.values())
            or same_body(mention, self.ids.values())
        )
        if mention.rule == "quoted-head" and self.schema.is_a(mention.class_name, "Organisation"):
            told = None if told is not None and told.class_name in _PLACES else told  # «Naxçıvan» Universiteti
            before = None if before in self.ids and self.ids[before].class_name in _PLACES else before
        told = told or (self._of_country(mention) if before is None else None)
        sure = told is not None and not self.doubts.is_doubted(told.id) and told.class_name not in _UNNAMED
        if before is None and told is not None and sure:
            mention.class_name, mention.known, before = told.class_name, True, told.id
            self.ids.setdefault(before, mention)
        if before is None and mention.class_name == "Person":
            before = self._person_before(mention) or told_by_surname(mention, self.ids.values())
        short = [mention.acronym, *mention.aliases] if mention.head else [mention.acronym]
        keys = [self.by_name.get(fold(name), "") for name in short if name]
        before = before or next((k for k in keys if k in self.ids and spelled_out(self.ids[k], mention)), None)
        if before is None and (same := told_in_other_words(mention, self.ids.values())) is not None:
            before = same.entity
        if before is not None:
            self._join(mention, before)
            return
        if mention.language == "en" and mention.class_name == "Organisation" and self._is_joined(mention):
            mention.class_name = "Network"  # what others join
        mention.entity = self._free(slug(mention.name) or "thing")
        if told is not None and self.doubts.is_open(told.id):
            self.doubted[mention.entity] = told.id

    def _join(self, mention: Mention, key: str) -> None:
        """Makes a mention one of a thing that was named before; of two classes the narrower one stays."""
        first = self.ids[key]
        call_also(first, mention)
        mention.entity, mention.known = key, first.known
        if mention.class_name in ("", "Organisation") or first.known:
            mention.class_name = first.class_name
        elif first.class_name in ("", "Organisation"):
            first.class_name = mention.class_name

    def _by_acronym(self, mention: Mention) -> Entity | None:
        """The known body whose acronym stands in brackets after a name that we do not know: … (SOCAR)."""
        ours = "" if fold(mention.acronym) in self.doubts.own else self.known.by_name.get(fold(mention.acronym), "")
        told = self.known.entities.get(ours) if mention.acronym else None
        is_body = told is not None and self.schema.is_a(told.class_name, "Organisation")
        fits = is_body and self.schema.is_a(mention.class_name, "Organisation")
        translated = mention.language == "ru" and mention.acronym.isascii()  # Госнефтекомпания … (SOCAR)
        return told if fits and (translated or initials(mention.name, mention.acronym)) else None

    def _of_country(self, mention: Mention) -> Entity | None:
        """The known body of government whose name goes on with a country that the article speaks of."""
        if mention.language != "en" or mention.class_name != "GovernmentBody" or " " not in mention.name:
            return None
        opened = fold(mention.name) + " of "
        keys = {key for name, key in self.known.by_name.items() if name.startswith(opened)}
        keys = {key for key in keys if self.known.country_of.get(key, "") in self.doubts.countries}
        return self.known.entities[keys.pop()] if len(keys) == 1 else None

    def _is_joined(self, mention: Mention) -> bool:
        """Whether a club, or an organisation of states, is one that others join."""
        clubs, states = self.has_members
        last = mention.head.split()[-1:]
        return (clubs and last == ["club"]) or (states and last in (["organisation"], ["organization"]))

    def _spelled(self, mention: Mention) -> str | None:
        """The thing of the article whose initials an acronym is: BHOS, after Baku Higher Oil School."""
        if mention.rule == "capitals" and is_kazakh_acronym(mention):
            return spelled_in_kazakh(mention, self.ids.values(), self.schema)
        if mention.rule != "capitals" or not mention.name.isupper():
            return None
        told = (m for m in self.ids.values() if self.schema.is_a(m.class_name, "Entity") and m.class_name != "Person")
        names = ((m.entity, _PATRON.split(m.name)[0]) for m in told)
        return next((key for key, name in names if initials(name, mention.name) == len(mention.name)), None)

    def _longer(self, mention: Mention) -> str | None:
        """The thing that was named before with one more word at the end: IT Park, after IT Park Dushanbe."""
        name = fold(mention.name)
        short = (
            mention.language == "en" and mention.name.isupper() and mention.rule == "capitals"
        )  # ADA, of ADA University
        if mention.class_name in ("Person", "City", "Country") or (
            len(name) < _LEAST_NAME - (mention.language == "en") and not short
        ):
            return None
        if is_kazakh_acronym(mention):
            return None  # ҚазҰУ, after ҚазҰУ мұражайы
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

    def _person_before(self, mention: Mention) -> str | None:
        """The person whose name this is in a case of which we took too little off."""
        first, *_, last = [*mention.name.split(), ""][:2] if " " in mention.name else [mention.name, ""]
        initial = first.rstrip(".")
        for other in self.surnames.values():
            words = other.name.split()
            if mention.language == "az" and other.name == f"{mention.name}n":
                return other.entity  # Taha Ayhanın, after Taha Ayhan
            if mention.language == "en" and _unjoined(other.name) == _unjoined(mention.name):
                return other.entity  # Al Yahya, after Al-Yahya
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

    def is_taken(self, key: str) -> bool:
        """Whether a thing of the article or of the project has this id."""
        return key in self.ids or key in self.known.entities or key in self.known.places

    def _free(self, base: str) -> str:
        """An id that no thing has."""
        key, number = base, 1
        while self.is_taken(key):
            number += 1
            key = f"{base}-{number}"
        return key
