"""A brief on a thing, a country or a path, as headings, sentences and notes; Markdown and Word are written from it.

Every sentence that a source tells has a note for each piece of its evidence: the quote, the source, its date, its
address. What inference drew is kept apart and has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.exports.formats import Export
from kg.facts.dates import PartialDate
from kg.facts.model import Claim, Evidence, NameRank, Rank, Source, Status
from kg.facts.problems import CallError
from kg.network.paths import Hop, Path, shortest_paths
from kg.network.projection import to_network
from kg.rdf.vocabulary import local_name, term, thing
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

_COUNTRY_OF = ("ofCountry", "locatedIn", "establishedIn")
# Under which heading of a country's brief a claim stands: that of the first of these classes that one end of it has.
_GROUPS = (
    ("agreements", ("Agreement", "LegalAct")),
    ("initiatives", ("Initiative",)),
    ("events", ("Event",)),
    ("people", ("Person",)),
)


@dataclass(frozen=True)
class Note:
    """What a footnote says; `key` is that of the evidence, `url` "" where the source has none."""

    key: str
    quote: str
    source: str
    about: str
    url: str


@dataclass(frozen=True)
class Item:
    """A sentence, when it holds ("" if nobody says), and who says so."""

    text: str
    date: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with its sentences, numbered where their order is that of a path."""

    heading: str
    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Brief:
    """The whole text, in `language`; `lines` stand under the title, `legend` explains the dates."""

    language: str
    title: str
    lines: tuple[str, ...]
    legend: str
    sections: tuple[Section, ...]


def make_brief(export: Export) -> Brief:
    """The brief on one thing, or on how two are connected.

    CallError where no path joins the two.
    """
    return _Writer(export).path() if len(export.things) == 2 else _Writer(export).thing()


class _Writer:
    """Gathers one brief."""

    def __init__(self, export: Export) -> None:
        self._catalogue = export.catalogue
        self._words = Sentences(export.catalogue, export.language)
        self._things = export.things
        self._language = export.language
        self._place = list(LANGUAGES).index(export.language)

    def thing(self) -> Brief:
        key = self._things[0]
        is_country = self._catalogue.schema.is_a(self._catalogue.entities[key].class_name, "Country")
        claims = self._of_country(key) if is_country else _standing(self._catalogue.about(key))
        stated = [claim for claim in claims if claim.status is Status.STATED]
        sections = list(self._by_group(stated)) if is_country else [self._section("facts", stated)]
        sections += [self._section(name.value, [c for c in claims if c.status is name])
                     for name in (Status.PLANNED, Status.DENIED)]  # fmt: skip
        sections.append(self._inferred(key))
        return self._brief(self._words.name(key), [*self._card(key), self._counts(claims)], sections)

    def path(self) -> Brief:
        start, end = self._things
        network = to_network(self._catalogue)
        found = shortest_paths(network, self._catalogue.schema, start, end)
        if not found:
            raise CallError(f"no path joins {self._words.name(start)} and {self._words.name(end)}.")
        claims = {link.claim for hop in found[0] for link in hop.links}
        section = Section(self._word("connection"), tuple(self._hops(found[0])), numbered=True)
        title = f"{self._words.name(start)} … {self._words.name(end)}"
        return self._brief(title, [self._counts([self._catalogue.claims[key] for key in claims])], [section])

    def _brief(self, title: str, lines: Iterable[str], sections: Iterable[Section]) -> Brief:
        kept = tuple(section for section in sections if section.items)
        shown = kept or (Section(self._word("facts"), (Item(self._word("none")),)),)
        dated = any(item.date.startswith("≤") for section in kept for item in section.items)
        legend = self._word("dates") if dated else ""
        return Brief(self._language, title, tuple(filter(None, lines)), legend, shown)

    def _card(self, key: str) -> Iterator[str]:
        """What a thing is, its other names, its identifiers."""
        entity, main = self._catalogue.entities[key], self._words.name(key)
        yield self._words.kind(entity)
        told = (name for name in entity.names if name.rank is not NameRank.RENDERING)
        others = dict.fromkeys(name.text for name in told if name.text != main)
        yield f"{self._word('names')}: {'; '.join(others)}" if others else ""
        yield f"{self._word('identifiers')}: {', '.join(entity.identifiers)}" if entity.identifiers else ""

    def _counts(self, claims: list[Claim]) -> str:
        sources = {key for claim in claims for key in claim.sources}
        return self._word("count").format(facts=len(claims), sources=len(sources))

    def _section(self, word: str, claims: Iterable[Claim]) -> Section:
        return Section(self._word(word), tuple(self._item(claim) for claim in sorted(claims, key=_by_date)))

    def _inferred(self, key: str) -> Section:
        relations = [self._words.relation(*triple) for triple in self._catalogue.inferred_about(key)]
        return Section(self._word("inferred"), tuple(Item(text) for text in dict.fromkeys(relations)))

    def _of_country(self, country: str) -> list[Claim]:
        """The claims on a country, and the ties of all that is of it, in it or was established in it."""
        theirs = {country}
        for name in _COUNTRY_OF:
            quads = self._catalogue.store.quads_for_pattern(None, term(name), thing(country), None)
            theirs |= {local_name(str(quad.subject).strip("<>")) for quad in quads}
        schema = self._catalogue.schema
        return [
            claim
            for claim in _standing(self._catalogue.claims.values())
            if country in (claim.subject, claim.object)
            or (schema.properties[claim.predicate].tie and ({claim.subject, claim.object} & theirs))
        ]

    def _by_group(self, claims: list[Claim]) -> Iterator[Section]:
        groups: dict[str, list[Claim]] = {name: [] for name in (*dict(_GROUPS), "organisations")}
        for claim in claims:
            groups[self._group(claim)].append(claim)
        for name, members in groups.items():
            yield self._section(name, members)

    def _group(self, claim: Claim) -> str:
        entities, is_a = self._catalogue.entities, self._catalogue.schema.is_a
        ends = [entities[end].class_name for end in (claim.subject, claim.object) if end in entities]
        for name, classes in _GROUPS:
            if any(is_a(end, class_name) for end in ends for class_name in classes):
                return name
        return "organisations"

    def _hops(self, path: Path) -> Iterator[Item]:
        for hop in path:
            yield self._hop(hop)

    def _hop(self, hop: Hop) -> Item:
        """All that joins two neighbours, as one item."""
        texts: list[str] = []
        notes: list[Note] = []
        for link in hop.links:
            claim = self._catalogue.claims[link.claim]
            ends = (hop.start, hop.end) if link.forward else (hop.end, hop.start)
            derived = (claim.subject, claim.predicate) != (ends[0], link.predicate)
            item = self._item(claim)
            dated = f" [{item.date}]" if item.date else ""
            if derived:
                relation = self._words.relation(ends[0], link.predicate, ends[1])
                texts.append(f"{relation} ({self._word('by_rule')}: {item.text}{dated})")
            else:
                texts.append(f"{item.text}{dated}")
            notes += item.notes
        return Item("; ".join(texts), "", tuple(dict.fromkeys(notes)))

    def _item(self, claim: Claim) -> Item:
        words = self._words
        return Item(words.sentence(claim), words.date(claim), tuple(self._note(item) for item in claim.evidence))

    def _note(self, item: Evidence) -> Note:
        source = self._catalogue.sources[item.source]
        quote = f"“{item.quote.text}”" if item.quote is not None else item.record
        if item.quote is not None and not item.quote.verified:
            quote = f"{quote} ({self._word('unverified')})"
        return Note(item.key, quote, source.title, self._about(source), source.url)

    def _about(self, source: Source) -> str:
        publisher = self._words.name(source.publisher) if source.publisher else ""
        return ", ".join(filter(None, (publisher, self._day(source.published, source.retrieved))))

    def _day(self, published: PartialDate | None, retrieved: PartialDate | None) -> str:
        if published is not None:
            return published.text
        return self._word("retrieved").format(date=retrieved.text) if retrieved is not None else ""

    def _word(self, key: str) -> str:
        return read_words("brief")[key][self._place]


def _standing(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that were neither withdrawn nor superseded."""
    return [claim for claim in claims if claim.rank is not Rank.DEPRECATED and not claim.superseded]


def _by_date(claim: Claim) -> tuple[bool, str, str, str]:
    """Dated claims first, in order of their dates; then by property, so that alike ones stand together."""
    date = claim.from_ or claim.until
    return date is None, date.text if date else "", claim.predicate, claim.key
