"""How likely two things are one: their names, and what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.facts.model import Entity, Fact, Name, Project
from kg.facts.names.comparison import Comparison
from kg.facts.names.matching import compare_names
from kg.facts.names.pruning import may_be_one
from kg.facts.schema import Schema

_PLACED = ("locatedIn", "ofCountry", "establishedIn", "heldIn", "signedIn", "belongsTo", "appliesTo")
# Classes that hold so much that two things below one of them may be of quite different kinds.
_BROAD = frozenset({"Entity", "Agent", "Concept", "Place"})
_ONE_IN_CONTEXT = 0.85
# How high two things may score at most: ever, and where something speaks against it.
_BY_IDENTIFIER = _MOST = 0.99
_UNLIKE, _OTHER_IDENTIFIER, _OTHER_COUNTRY, _RELATED = 0.45, 0.4, 0.5, 0.7


@dataclass(frozen=True)
class Context:
    """What is known of things besides their names: their countries and what they are related to, by id."""

    schema: Schema
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    neighbours: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, schema: Schema) -> Context:
        """From the facts: neighbours by any relation; countries by place and `ofCountry`, through cities too."""
        neighbours: dict[str, set[str]] = defaultdict(set)
        places: dict[str, set[str]] = defaultdict(set)
        for fact in project.facts:
            if fact.object_is_entity:
                neighbours[fact.subject].add(fact.object)
                neighbours[fact.object].add(fact.subject)
                _note_place(fact, places)
        countries = {
            key: frozenset(
                place
                for place in {key, *found, *(far for near in found for far in places.get(near, ()))}
                if place in project.entities and schema.is_a(project.entities[place].class_name, "Country")
            )
            for key, found in sorted(places.items())
        }
        return cls(schema, countries, {key: frozenset(found) for key, found in sorted(neighbours.items())})


def _note_place(fact: Fact, places: dict[str, set[str]]) -> None:
    if fact.predicate in _PLACED:
        places[fact.subject].add(fact.object)


@dataclass(frozen=True)
class Ceiling:
    """The highest score that two things may get, whatever their names; what it works out of things is kept."""

    context: Context
    _classes: dict[tuple[str, str], bool] = field(default_factory=dict)
    _schemes: dict[str, set[str]] = field(default_factory=dict)

    def of(self, left: Entity, right: Entity) -> float:
        """What `compare` gives at most, as it rounds it."""
        if left.identifiers and right.identifiers and not set(left.identifiers).isdisjoint(right.identifiers):
            return _BY_IDENTIFIER
        limit = _MOST
        classes = left.class_name, right.class_name
        if classes not in self._classes:
            self._classes[classes] = _unlike_classes(*classes, self.context.schema)
        if self._classes[classes]:
            limit = _UNLIKE
        if left.identifiers and right.identifiers and not self._schemes_of(left).isdisjoint(self._schemes_of(right)):
            limit = min(limit, _OTHER_IDENTIFIER)
        mine, theirs = self.context.countries.get(left.id), self.context.countries.get(right.id)
        if mine and theirs and mine.isdisjoint(theirs):
            limit = min(limit, _OTHER_COUNTRY)
        if right.id in self.context.neighbours.get(left.id, ()):
            limit = min(limit, _RELATED)
        return limit

    def _schemes_of(self, entity: Entity) -> set[str]:
        if entity.id not in self._schemes:
            self._schemes[entity.id] = _schemes(entity.identifiers)
        return self._schemes[entity.id]


def compare(left: Entity, right: Entity, context: Context, *, quick: bool = False) -> Comparison:
    """How likely two things are one: the best over their names, then class, country, neighbours, identifiers.

    A `quick` one passes over names that share too little to come near what is proposed.
    """
    shared = sorted(set(left.identifiers) & set(right.identifiers))
    if shared:
        return Comparison(_BY_IDENTIFIER, (f"both are {', '.join(shared)}",), ())
    best = _best_name(left, right, context, quick=quick)
    reasons, against = list(best.reasons), list(best.against)
    score, limit = best.score, 1.0
    if _unlike_classes(left.class_name, right.class_name, context.schema):
        against.append(f"one is a {left.class_name}, the other a {right.class_name}")
        limit = _UNLIKE
    schemes = _schemes(left.identifiers) & _schemes(right.identifiers)
    if schemes:
        against.append(f"they have different identifiers of {', '.join(sorted(schemes))}")
        limit = min(limit, _OTHER_IDENTIFIER)
    mine, theirs = context.countries.get(left.id, frozenset()), context.countries.get(right.id, frozenset())
    if mine and theirs and not mine & theirs:
        against.append(f"one is in {', '.join(sorted(mine))}, the other in {', '.join(sorted(theirs))}")
        limit = min(limit, _OTHER_COUNTRY)
    elif mine & theirs:
        reasons.append(f"both in {', '.join(sorted(mine & theirs))}")
        if any(reason.startswith("the words spell") for reason in reasons) and left.class_name == right.class_name:
            score = max(score, _ONE_IN_CONTEXT)
    common = sorted(_neighbours(left, right, context) - mine - theirs)
    if common:
        score += 0.02 * min(3, len(common))
        reasons.append(
            f"both related to {', '.join(common[:3])}" + (f" and {len(common) - 3} more" * (len(common) > 3))
        )
    if right.id in context.neighbours.get(left.id, frozenset()):
        against.append("they are related to each other")
        limit = min(limit, _RELATED)
    return Comparison(round(min(score, limit, _MOST), 3), tuple(reasons), tuple(dict.fromkeys(against)))


def _best_name(left: Entity, right: Entity, context: Context, *, quick: bool) -> Comparison:
    kind = _kind(left, right, context.schema)
    quick = quick and kind == "organisation"
    best = Comparison(0.0, (), ("no names to compare",))
    for one in left.names:
        for other in right.names:
            if quick and not may_be_one(one.text, one.language, other.text, other.language):
                continue
            found = compare_names(one.text, one.language, other.text, other.language, kind)
            if found.score > best.score:
                best = _quoting(found, one, other)
            if best.score >= 1.0:
                return best  # none is better, and of equals the first is told
    return best


def _quoting(found: Comparison, one: Name, other: Name) -> Comparison:
    said = f"'{one.text}' and '{other.text}'" if one.text != other.text else f"both are called '{one.text}'"
    return Comparison(found.score, (said, *found.reasons), found.against)


def _kind(left: Entity, right: Entity, schema: Schema) -> str:
    for class_name, kind in (("Person", "person"), ("Place", "place")):
        if schema.is_a(left.class_name, class_name) and schema.is_a(right.class_name, class_name):
            return kind
    return "organisation"


def _unlike_classes(left: str, right: str, schema: Schema) -> bool:
    """Whether neither class is above the other, and all that is above both is broad."""
    if schema.is_a(left, right) or schema.is_a(right, left):
        return False
    return schema.superclasses.get(left, frozenset()) & schema.superclasses.get(right, frozenset()) <= _BROAD


def _schemes(identifiers: Iterable[str]) -> set[str]:
    return {identifier.partition(":")[0] for identifier in identifiers}


def _neighbours(left: Entity, right: Entity, context: Context) -> frozenset[str]:
    empty: frozenset[str] = frozenset()
    return context.neighbours.get(left.id, empty) & context.neighbours.get(right.id, empty)
