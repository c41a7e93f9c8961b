"""What may stand in a field that is edited, by what was typed so far: things by any of their names, terms by theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kg.facts.identity import Match, NameIndex
from kg.facts.model import Entity, NameRank, Status
from kg.facts.names.folding import fold
from kg.facts.schema import PropertyUse
from kg.review.session import Session
from kg.review.showing import Showing

MOST = 12
"""How many values are offered at once."""
_SOUNDS_FROM = 3
"""From so many letters on a name in another script is looked for by its sound."""
_NOT = 9
"""The rank of a name that does not fit."""
_THINGS = ("id", "subject", "object", "entity", "kind")


@dataclass(frozen=True)
class Offer:
    """A value that may stand in a field, with what a person calls it and what it is; both may be empty."""

    value: str
    name: str
    what: str


class Offers:
    """Values for the fields of one session, named in one language."""

    def __init__(self, session: Session, showing: Showing) -> None:
        self._session = session
        self._showing = showing
        self._index: tuple[int, NameIndex] | None = None

    def of(self, field: str, typed: str) -> list[Offer]:
        """The best values that fit, at most `MOST`."""
        return list(islice(self._all(field, typed.strip()), MOST))

    def of_things(self, field: str) -> bool:
        """Whether a field names a thing."""
        base = field.split(" ")[0]
        property_ = self._session.schema.properties.get(base)
        return base in _THINGS or (property_ is not None and property_.is_object_property)

    def is_any(self, field: str) -> bool:
        """Whether anything is ever offered for a field."""
        return self.of_things(field) or bool(self._terms(field))

    def told(self, field: str, value: str) -> str:
        """What the value of a field is called and what it is, in one line; empty where it is nothing that is known."""
        if value in self._terms(field) or value in self._individuals(field):
            label = self._showing.words.term(value)
            return label if label != value else ""
        entity = self._showing.things.get(value) if self.of_things(field) else None
        if entity is None:
            return ""
        return f"{entity.label(self._showing.language)} · {self._what(entity)}"

    def _all(self, field: str, typed: str) -> Iterator[Offer]:
        values = self._terms(field) or self._individuals(field)
        if values:
            yield from self._beginning(values, typed)
        elif self.of_things(field):
            yield from self._things(typed, kinds_only=field == "kind")

    def _individuals(self, field: str) -> list[str]:
        """The members of a closed list that a qualifier takes its value from."""
        schema, base = self._session.schema, field.split(" ")[0]
        property_ = schema.properties.get(base)
        return list(schema.individuals_of(property_.range)) if property_ is not None and base not in _THINGS else []

    def _terms(self, field: str) -> list[str]:
        """The words that a field may hold; none where it holds anything else."""
        schema, base = self._session.schema, field.split(" ")[0]
        known: Mapping[str, Iterable[str]] = {
            "predicate": schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE),
            "class": schema.entity_classes(),
            "status": [status.value for status in Status],
            "rank": [rank.value for rank in NameRank],
            "dating": ["derived"],
        }
        return list(known.get(base, ()))

    def _beginning(self, values: Iterable[str], typed: str) -> Iterator[Offer]:
        """Terms that begin with what was typed, by their name or their label, then those that hold it."""
        folded, lower = fold(typed), typed.casefold()
        labelled = [(value, self._showing.words.term(value)) for value in values]
        first = [(v, label) for v, label in labelled if v.casefold().startswith(lower) or _opens(folded, label)]
        rest = [(v, label) for v, label in labelled if lower in v.casefold() and (v, label) not in first]
        for value, label in (*first, *rest):
            yield Offer(value, label if label != value else "", "")

    def _things(self, typed: str, *, kinds_only: bool) -> Iterator[Offer]:
        things = self._showing.things
        schema, folded = self._session.schema, fold(typed)
        ranked: list[tuple[int, str, str]] = []
        for key in self._keys():
            entity = things[key]
            if kinds_only and not schema.is_a(entity.class_name, "Kind"):
                continue
            names = [name.text for name in entity.names]
            rank, name = min(((_rank(folded, text), text) for text in names), default=(_NOT, ""))
            if key.startswith(typed.casefold()):
                rank = min(rank, 2)
            if rank < _NOT:
                ranked.append((rank, key, name))
        if not ranked and len(typed) >= _SOUNDS_FROM and not kinds_only:
            ranked = [(0, match.entity, match.name) for match in self._near(typed)]
        for _, key, name in sorted(ranked):
            entity = things[key]
            shown = entity.label(self._showing.language)
            other = f" ({name})" if name and folded and fold(name) != fold(shown) and _rank(folded, name) < _NOT else ""
            yield Offer(key, f"{shown}{other}", self._what(entity))

    def _keys(self) -> Iterator[str]:
        known = self._session.holdings.entities
        yield from sorted(known)
        yield from (key for key in sorted(self._session.new_things()) if key not in known)

    def _near(self, typed: str) -> list[Match]:
        """Things with a name near what was typed, or that sounds like it in another script."""
        entities = self._session.holdings.entities
        if self._index is None or self._index[0] != len(entities):
            self._index = (len(entities), NameIndex(entities))
        return self._index[1].near(typed, MOST)

    def _what(self, entity: Entity) -> str:
        return self._showing.words.kind(entity)


def _opens(folded: str, label: str) -> bool:
    return bool(folded) and fold(label).startswith(folded)


def _rank(folded: str, name: str) -> int:
    """How well a name fits what was typed: the whole, its beginning, a word's beginning; `_NOT` where it does not."""
    whole = fold(name)
    if not folded:
        return 3
    if whole == folded:
        return 0
    if whole.startswith(folded):
        return 1
    return 2 if f" {folded}" in f" {whole}" else _NOT
