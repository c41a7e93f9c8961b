"""The words that a mapping file may choose from: classes, kinds, languages, predicates, ranks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kg.facts.languages import LANGUAGES
from kg.facts.model import NameRank, Rank, Status
from kg.facts.problems import nearest
from kg.facts.schema import PropertyUse, Schema
from kg.facts.toml_file import Check

NAME_RANKS = tuple(rank.value for rank in NameRank)


def fact_choices(schema: Schema) -> Mapping[str, tuple[str, ...]]:
    """The values of those columns of a fact that have a closed choice: status, rank and some qualifiers."""
    choices = {"status": tuple(item.value for item in Status), "rank": tuple(item.value for item in Rank)}
    for name in schema.names_of(PropertyUse.QUALIFIER):
        individuals = schema.individuals_of(schema.properties[name].range)
        if individuals:
            choices[name] = tuple(individuals)
    return choices


def one_of(values: Iterable[str]) -> Check:
    """Checks that a text is empty or one of the values.

    >>> one_of(["stated", "denied"])("stted")
    "Did you mean 'stated'?"
    """
    listed = list(values)
    return lambda text: None if not text or text in listed else nearest(text, listed, f"One of: {', '.join(listed)}.")


def one_class(schema: Schema) -> Check:
    """Checks that a text is a class of things."""
    classes = schema.entity_classes()
    return lambda text: (
        None if text in classes else nearest(text, classes, "See the classes in ontology/partnership.ttl.")
    )


def one_kind(kinds: Collection[str]) -> Check:
    """Checks that a text is empty or a kind that the mapping file describes."""
    return lambda text: None if not text or text in kinds else nearest(text, kinds, "Add it below [kinds].")


def one_predicate(schema: Schema) -> Check:
    """Checks that a text is a relation or a figure, with `^` before it where subject and object change places."""
    names = schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE)

    def fault(text: str) -> str | None:
        plain = text.removeprefix("^")
        return None if plain in names else nearest(plain, names, "See the properties in ontology/partnership.ttl.")

    return fault


def one_language(text: str) -> str | None:
    """Checks that a text is empty or a language."""
    return None if not text or text in LANGUAGES else nearest(text, LANGUAGES, "Use an ISO 639-1 code, or und.")
