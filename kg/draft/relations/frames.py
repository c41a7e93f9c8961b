"""What triggers say of the things around them: the table `data/frames.csv`, for all languages alike."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.draft.language.grammar import DATA
from kg.draft.spans import Mention
from kg.facts.schema import Schema


@dataclass(frozen=True)
class Frame:
    """A row of `data/frames.csv`: what a trigger says of the things around it, in any language."""

    name: str
    is_event: bool
    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_classes: tuple[str, ...]
    object_classes: tuple[str, ...]
    confidence: float


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """The frames by their name."""
    found: dict[str, list[Frame]] = {}
    with (DATA / "frames.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            subject, object_, subjects, objects = (
                tuple(row[name].split("|")) for name in ("subject", "object", "subject_class", "object_class")
            )
            told = Frame(
                row["frame"], row["kind"] == "event", row["predicate"], subject, object_, subjects, objects,
                float(row["confidence"]),
            )  # fmt: skip
            found.setdefault(told.name, []).append(told)
    return {name: tuple(rows) for name, rows in found.items()}


def fits_ends(predicate: str, left: Mention, right: Mention, schema: Schema) -> bool:
    """Whether the rows of `frames.csv` with a predicate allow these two at its ends."""
    return any(
        any(schema.is_a(left.class_name, name) for name in lefts)
        and any(schema.is_a(right.class_name, name) for name in rights)
        for lefts, rights in _classes(predicate)
    )


@cache
def _classes(predicate: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The classes that the frames with a predicate allow at its two ends."""
    return tuple(
        (frame.subject_classes, frame.object_classes)
        for rows in frames().values()
        for frame in rows
        if frame.predicate == predicate
    )


@cache
def tells_event(predicate: str) -> bool:
    """Whether a frame with a predicate tells of what happens."""
    return any(frame.is_event for rows in frames().values() for frame in rows if frame.predicate == predicate)
