"""How classes look wherever they are drawn: colour-blind safe colours (Okabe & Ito 2008) and shapes."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.schema import Schema


@dataclass(frozen=True)
class Look:
    """The look of one class: the fill as a hexadecimal colour, and a vis-network shape."""

    class_name: str
    colour: str
    shape: str


# From special to general: a thing takes the first that it is.
LOOKS = (
    Look("Center", "#0072B2", "hexagon"),
    Look("Country", "#CC79A7", "square"),
    Look("Organisation", "#56B4E9", "dot"),
    Look("Person", "#F0E442", "triangle"),
    Look("Initiative", "#009E73", "diamond"),
    Look("Agreement", "#D55E00", "star"),
    Look("LegalAct", "#4D4D4D", "star"),
    Look("Event", "#E69F00", "triangleDown"),
    Look("Place", "#BBBBBB", "square"),
    Look("Post", "#999999", "triangle"),
    Look("Publication", "#F2F2F2", "square"),
    Look("Entity", "#999999", "dot"),
)


def look(schema: Schema, class_name: str) -> Look:
    """The look of a thing of this class."""
    return next(item for item in LOOKS if schema.is_a(class_name, item.class_name))
