"""The terms of the ontology as pairs are weighed by them: sorts of things, and the relations that fit two classes."""

from __future__ import annotations

from kg.facts.schema import PropertyUse, Schema

_NEVER = frozenset(
    {"spokeAbout", "reportedOn", "offers", "actsAs", "bringsTogether", "expectedEffect", "comprises", "publisher",
     "kind", "comparison", "focusesOn"}
)  # fmt: skip
"""Relations that are not weighed: of topics, services, roles and sources."""
_SORTS = (
    "Person", "Post", "Country", "Place", "Agreement", "Event", "Initiative", "NewsAgency", "Organisation", "LegalAct",
    "Publication", "Topic",
)  # fmt: skip


class Terms:
    """Answers of a schema that are asked for every pair, kept."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._sorts: dict[str, str] = {}
        self._fitting: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
        properties = schema.properties.items()
        self.relations = tuple(
            sorted(
                name
                for name, each in properties
                if each.use is PropertyUse.RELATION and not each.inverse_of and name not in _NEVER
            )
        )
        """The relations that are weighed."""

    def sort(self, class_name: str) -> str:
        """The class that things of this class are weighed by."""
        if class_name not in self._sorts:
            fits = (name for name in _SORTS if self._schema.is_a(class_name, name))
            self._sorts[class_name] = next(fits, "Other")
        return self._sorts[class_name]

    def fitting(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
        """The relations that the ontology allows between things that each have one of some classes."""
        key = (left, right)
        if key not in self._fitting:
            self._fitting[key] = tuple(name for name in self.relations if self.first(name, left, right) is not None)
        return self._fitting[key]

    def first(self, relation: str, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, str] | None:
        """The first class of each end between which a relation may hold."""
        is_a, told = self._schema.is_a, self._schema.properties[relation]
        subject = next((name for name in left if is_a(name, told.domain)), None)
        object_ = next((name for name in right if is_a(name, told.range)), None)
        return None if subject is None or object_ is None else (subject, object_)
