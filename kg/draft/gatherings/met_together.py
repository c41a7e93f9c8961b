"""A meeting that two bodies hold with one another: both take part, nobody runs it (A and B held an online meeting)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.draft.language.families import in_family
from kg.draft.language.grammar import grammar
from kg.draft.reading import ReadSentence
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from kg.facts.schema import Schema

_NAMELESS = ("described", "occasion", "reference")


def met_together(relations: Iterator[Relation], read: ReadSentence, schema: Schema) -> Iterator[Relation]:
    """The relations of a sentence, of which those who held a meeting with one another take part in it."""
    for relation in relations:
        if (
            relation.predicate == "operates"
            and _is_of_two(relation.object)
            and _are_two(relation.subject, read, schema)
        ):
            yield replace(relation, predicate="participatedIn")
        else:
            yield relation


def _is_of_two(event: Mention) -> bool:
    """Whether a gathering without a name is one that takes two: an online meeting, talks."""
    words = event.name.lower().replace("-", " ").split()
    return event.rule in _NAMELESS and bool(words) and in_family(words[-1], grammar(event.language), "meeting_of_two")


def _are_two(body: Mention, read: ReadSentence, schema: Schema) -> bool:
    """Whether another body stands in one list with who held it, or is told as whom it was held with."""
    bodies = [m for m in read.mentions if schema.is_a(m.class_name, "Organisation") and m.entity != body.entity]
    return any((m.group == body.group and m.group >= 0) or m.mark in ("with", "between") for m in bodies)
