"""What a model may answer with: the classes and relations of the ontology, and the JSON schema made of them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.schema import PropertyUse, Schema

LONGEST_LISTS = {"things": 200, "facts": 300}
"""How many items of each list of one answer are looked at."""
STATUSES = ("stated", "planned", "denied")


@dataclass(frozen=True)
class ClassTerm:
    """A class that a new thing may have."""

    name: str
    definition: str


@dataclass(frozen=True)
class RelationTerm:
    """A relation that a fact may have."""

    name: str
    domain: str
    range: str
    definition: str
    phrase: str


@dataclass(frozen=True)
class Vocabulary:
    """The terms that a model is told of, sorted by name."""

    classes: tuple[ClassTerm, ...]
    relations: tuple[RelationTerm, ...]

    @property
    def answer_schema(self) -> dict[str, object]:
        """The JSON schema of an answer, within what strict structured output allows: all keys required, none more."""
        text: dict[str, object] = {"type": "string"}
        thing = {
            "id": text,
            "name": text,
            "as_written": text,
            "class": {"type": "string", "enum": [term.name for term in self.classes]},
        }
        fact = {
            "subject": text,
            "predicate": {"type": "string", "enum": [term.name for term in self.relations]},
            "object": text,
            "quote": text,
            "status": {"type": "string", "enum": list(STATUSES)},
            "from": text,
            "until": text,
            "on_behalf_of": text,
        }
        return _object(
            {
                "mark": text,
                "things": {"type": "array", "items": _object(thing)},
                "facts": {"type": "array", "items": _object(fact)},
            }
        )


def _object(properties: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def usable_relations(schema: Schema) -> list[str]:
    """The relations between things that the tables keep facts under, sorted: no figures, no second directions."""
    return [
        name
        for name in schema.names_of(PropertyUse.RELATION)
        if schema.properties[name].is_object_property and schema.properties[name].inverse_of is None
    ]


def usable_classes(schema: Schema) -> list[str]:
    """The classes of entities, sorted, without the root of them all."""
    return [name for name in schema.entity_classes() if name != "Entity"]
