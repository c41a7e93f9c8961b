"""Proposed facts in words, before any of them is in a graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.facts.model import Claim, Entity, Rank, Source, Status
from kg.facts.schema import PropertyUse, Schema
from kg.rdf.ontology import Ontology
from kg.views.rules import in_words
from kg.views.sentences import Part, Sentences
from kg.views.words import read_words, word

WORDS = "review"
"""The table of the words that a review speaks."""
_SURE, _LIKELY = 0.8, 0.6


@dataclass(frozen=True)
class Tables:
    """The things and sources that sentences name, those among them that are only proposed."""

    ontology: Ontology
    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]

    @property
    def schema(self) -> Schema:
        """The terms as the facts need them."""
        return self.ontology.schema


class ProposalWords:
    """Words for proposals in one language."""

    def __init__(self, tables: Tables, language: str) -> None:
        self.language = language
        self._tables = tables
        self._sentences = Sentences(tables, language)

    def say(self, key: str, **values: object) -> str:
        """A text of `review_words.csv`."""
        return word(WORDS, key, self.language, **values)

    def name(self, key: str) -> str:
        """The name of a thing, or the label of a term."""
        return self._sentences.name(key)

    def term(self, name: str) -> str:
        """The label of a term of the ontology."""
        return self._sentences.term(name)

    def kind(self, entity: Entity) -> str:
        """What a thing is: its kind where it has one, else its class."""
        return self._sentences.kind(entity)

    def fact(self, cells: Mapping[str, str]) -> list[Part]:
        """A row of facts as a sentence in pieces, with its date; what no phrase can say is set side by side."""
        if cells["predicate"] not in self._tables.ontology.phrases:
            return [Part(" · ".join(filter(None, (cells["subject"], cells["predicate"], cells["object"]))))]
        parts = self._sentences.parts(self._claim(cells))
        dates = " → ".join(filter(None, (cells.get("from", ""), cells.get("until", ""))))
        if dates and cells.get("dating") == "derived":
            dates = f"{dates}, {self.say('derived')}"
        return [*parts, Part(f" · {dates}")] if dates else parts

    def _claim(self, cells: Mapping[str, str]) -> Claim:
        schema = self._tables.schema
        told = {name: (cells[name],) for name in schema.names_of(PropertyUse.QUALIFIER) if cells.get(name)}
        states = {status.value: status for status in Status}
        return Claim(
            key="",
            subject=cells["subject"],
            predicate=cells["predicate"],
            object=cells["object"],
            object_is_entity=schema.properties[cells["predicate"]].is_object_property,
            from_=None,
            until=None,
            reported=None,
            status=states.get(cells.get("status", ""), Status.STATED),
            rank=Rank.NORMAL,
            spell=1,
            superseded=False,
            supersedes=(),
            qualifiers=told,
        )

    def confidence(self, value: float) -> str:
        """How sure the drafter is, in words and as a number."""
        key = "sure" if value >= _SURE else "likely" if value >= _LIKELY else "unsure"
        return f"{self.say(key)} ({value:.2f})"

    def reasons(self, values: Iterable[str]) -> str:
        """Why, in words; a reason that has none stands as it is."""
        known = read_words(WORDS)
        return "; ".join(self.say(f"reason {value}") if f"reason {value}" in known else value for value in values)

    def rule(self, name: str) -> str:
        """What a rule of the drafter goes by, in words."""
        return in_words(name, self.language, self.term)

    def field(self, name: str) -> str:
        """The label of a field: `from 2` is that of the second piece of evidence."""
        base, _, rest = name.partition(" ")
        known = read_words(WORDS)
        label = self.say(f"field {base}") if f"field {base}" in known else self.term(base)
        return f"{label} {rest}".strip()
