"""Diagrams of the ontology: a class between what points at it and what it points at, as SVG in the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.views.markup import element

_WIDE, _HIGH, _GAP, _ARROW = 200, 34, 10, 150
_LETTER = 7.1
"""About how wide a letter is, in pixels, at the diagrams' 13-pixel type."""


@dataclass(frozen=True)
class Box:
    """A class in a diagram: its name in the ontology, and what the reader calls it."""

    name: str
    label: str


@dataclass(frozen=True)
class Arrow:
    """A relation in a diagram, with the class at its other end."""

    label: str
    end: Box


def class_diagram(middle: Box, incoming: Sequence[Arrow], outgoing: Sequence[Arrow], title: str) -> Element:
    """A figure with the class in the middle, arrows to it on the left and from it on the right."""
    rows = max(len(incoming), len(outgoing), 1)
    height = rows * (_HIGH + _GAP) + _GAP
    left, centre = 0, _WIDE + _ARROW
    right = centre + _WIDE + _ARROW
    svg = element(
        "svg",
        {"viewBox": f"-2 0 {right + _WIDE + 4} {height}", "class": "diagram", "role": "img", "aria-label": title},
    )
    middle_y = height / 2
    labels = []
    for side, arrows in ((left, incoming), (right, outgoing)):
        top = (height - len(arrows) * (_HIGH + _GAP) + _GAP) / 2
        for index, arrow in enumerate(arrows):
            y = top + index * (_HIGH + _GAP) + _HIGH / 2
            *lines, label = _arrow(arrow, y, middle_y, incoming=side == left, centre=centre, right=right)
            svg.extend(lines)
            svg.append(_box(arrow.end, side, y, "end"))
            labels.append(label)
    svg.extend(labels)
    svg.append(_box(middle, centre, middle_y, "middle"))
    return svg


def _box(box: Box, x: float, y: float, kind: str) -> Element:
    text = element(
        "text",
        {"x": _number(x + _WIDE / 2), "y": _number(y + 4.5), "text-anchor": "middle"},
        _fitted(box.label, _WIDE - 16),
    )
    frame = {"x": _number(x), "y": _number(y - _HIGH / 2), "width": str(_WIDE), "height": str(_HIGH), "rx": "6"}
    link = element("a", {"href": f"#{box.name}"}, element("title", {}, box.label), element("rect", frame), text)
    return element("g", {"class": kind}, link)


def _arrow(arrow: Arrow, y: float, middle_y: float, *, incoming: bool, centre: float, right: float) -> list[Element]:
    """The line, its head, and the relation's name above it, near the outer box."""
    start, end, at = (float(_WIDE), y), (centre - 2, middle_y), _WIDE + 6.0
    if not incoming:
        start, end, at = (centre + _WIDE, middle_y), (right - 2, y), right - 6
    bend = _ARROW / 2
    line = (
        f"M{_pair(start[0], start[1])} C{_pair(start[0] + bend, start[1])} {_pair(end[0] - bend, end[1])} {_pair(*end)}"
    )
    head = f"M{_pair(end[0] - 7, end[1] - 4)} L{_pair(*end)} L{_pair(end[0] - 7, end[1] + 4)}"
    anchor = "start" if incoming else "end"
    label = element(
        "text",
        {"x": _number(at), "y": _number(y - 5), "text-anchor": anchor, "class": "relation"},
        _fitted(arrow.label, _ARROW - 14),
        element("title", {}, arrow.label),
    )
    return [element("path", {"d": line}), element("path", {"d": head}), label]


def _fitted(text: str, width: float) -> str:
    """The text, shortened where it would be wider."""
    most = int(width / _LETTER)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _pair(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
