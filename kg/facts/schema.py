"""What the ontology says of classes and properties, as the facts need it (no RDF here)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class PropertyUse(Enum):
    """Where a property may stand in the facts tables."""

    RELATION = "relation"
    FIGURE = "figure"
    QUALIFIER = "qualifier"
    OTHER = "other"


class TemporalKind(Enum):
    """Whether what a relation says holds until it ends, or happened and stays happened."""

    STATE = "state"
    EVENT = "event"


@dataclass(frozen=True)
class Property:
    """A property of the ontology; `range` is the local name of a class or of an XML Schema datatype."""

    name: str
    use: PropertyUse
    domain: str
    range: str
    is_object_property: bool
    temporal_kind: TemporalKind | None = None
    symmetric: bool = False
    tie: bool = False
    transitive: bool = False
    single: bool = False
    """Whether a thing has one object of it at a time."""
    inverse_of: str | None = None
    """The property that facts are kept under when this one is only its other direction."""


@dataclass(frozen=True)
class Schema:
    """Classes with all their superclasses (each its own too), properties, and individuals by class."""

    superclasses: Mapping[str, frozenset[str]]
    properties: Mapping[str, Property]
    individuals: Mapping[str, str]
    factors: Mapping[str, str]
    """What each magnitude (million …) multiplies a figure by, as a decimal number."""
    own: frozenset[str] = frozenset()
    """Which of all these names a project has added to ours."""

    def is_a(self, name: str, class_name: str) -> bool:
        """Whether class `name` is `class_name` or below it."""
        return class_name in self.superclasses.get(name, frozenset())

    def entity_classes(self) -> list[str]:
        """The classes that a row of `entities.csv` may have, sorted."""
        return sorted(name for name, supers in self.superclasses.items() if "Entity" in supers)

    def individuals_of(self, class_name: str) -> list[str]:
        """The individuals of a class, sorted."""
        return sorted(name for name, kind in self.individuals.items() if kind == class_name)

    def names_of(self, *uses: PropertyUse) -> list[str]:
        """The names of all properties of these uses, sorted."""
        return sorted(name for name, value in self.properties.items() if value.use in uses)
