"""A sheet to draw on, as SVG through drawsvg: shapes of classes, wrapped texts, arrows, numbers; light or dark.

drawsvg escapes texts and writes attributes as they come. So names and quotes reach a sheet only by `text`, which drops
what XML cannot hold, and attributes are numbers and constants of this module. Nothing has an id: several pictures may
stand in one page.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import drawsvg

from kg.views.style import Look

FACE = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
LINE_HEIGHT = 1.32
Point = tuple[float, float]

_SPACE = re.compile(r"[^\S\u00a0]+")
"""White space at which a line may break."""
_BROAD = frozenset("mwMW@%—…жшщюфыЖШЩЮФЫ")
_NARROW = frozenset(" \u00a0.,:;!|'iıjlftrIİ()[]/")

_ROOT3 = math.sqrt(3) / 2
_INNER = 0.45
"""The radius of a star's inner corners."""
_FIFTHS = ((0.0, -1.0), (0.9511, -0.309), (0.5878, 0.809), (-0.5878, 0.809), (-0.9511, -0.309))
_CORNERS: dict[str, tuple[Point, ...]] = {
    "hexagon": ((1, 0), (0.5, _ROOT3), (-0.5, _ROOT3), (-1, 0), (-0.5, -_ROOT3), (0.5, -_ROOT3)),
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "triangle": ((0, -1.05), (1, 0.75), (-1, 0.75)),
    "triangleDown": ((0, 1.05), (1, -0.75), (-1, -0.75)),
    "diamond": ((0, -1.1), (1, 0), (0, 1.1), (-1, 0)),
    # Between two points of a star lies an inner corner, opposite to a third point.
    "star": tuple(
        (x * scale, y * scale)
        for index in range(5)
        for (x, y), scale in ((_FIFTHS[index], 1.2), (_FIFTHS[(index + 3) % 5], -1.2 * _INNER))
    ),
}


@dataclass(frozen=True)
class Colours:
    """The colours of a sheet, as the pages have them."""

    paper: str
    ink: str
    muted: str
    line: str
    edge: str
    outline: str
    accent: str


class Theme(Enum):
    """Light or dark."""

    LIGHT = Colours("#ffffff", "#17212b", "#566370", "#dbe1e7", "#6b7885", "#1c2733", "#0a5aa8")
    DARK = Colours("#10151b", "#e7ecf1", "#9dabb9", "#2b3642", "#8593a2", "#dde5ec", "#86bdf3")


class Sheet:
    """A drawing that grows; what is drawn later lies above."""

    def __init__(self, theme: Theme) -> None:
        self.colours = theme.value
        self._parts: list[drawsvg.DrawingElement] = []

    def text(
        self,
        place: Point,
        lines: Sequence[str],
        size: float,
        *,
        colour: str = "",
        bold: bool = False,
        centred: bool = False,
    ) -> float:
        """Draws lines of text, the first with its base line at `place`; the height that they take.

        Around the letters is a rim of the paper's colour, so that lines below them do not hinder reading.
        """
        x, y = place
        for index, line in enumerate(lines):
            self._parts.append(
                drawsvg.Text(
                    plain(line),
                    size,
                    _short(x),
                    _short(y + index * size * LINE_HEIGHT),
                    fill=colour or self.colours.ink,
                    font_weight=600 if bold else 400,
                    text_anchor="middle" if centred else "start",
                    stroke=self.colours.paper,
                    stroke_width=3.5,
                    stroke_linejoin="round",
                    paint_order="stroke",
                )
            )
        return len(lines) * size * LINE_HEIGHT

    def shape(self, look: Look, place: Point, radius: float, *, strong: bool = False) -> None:
        """Draws the shape of a class; a strong one has a ring around it."""
        x, y = place
        about = {"fill": look.colour, "stroke": self.colours.outline, "stroke_width": 1.4, "stroke_linejoin": "round"}
        if strong:
            ring = {"fill": "none", "stroke": self.colours.accent, "stroke_width": 2.5}
            self._parts.append(drawsvg.Circle(_short(x), _short(y), _short(radius * 1.2 + 5), **ring))
        corners = _CORNERS.get(look.shape)
        if corners is None:
            self._parts.append(drawsvg.Circle(_short(x), _short(y), _short(radius), **about))
        else:
            points = [_short(value) for a, b in corners for value in (x + a * radius, y + b * radius)]
            self._parts.append(drawsvg.Lines(*points, close=True, **about))

    def curve(self, points: Sequence[Point], *, dashed: bool = False) -> None:
        """Draws a straight line (2 points), a quadratic (3) or a cubic Bézier curve (4)."""
        path = drawsvg.Path(
            fill="none",
            stroke=self.colours.edge,
            stroke_width=1.5,
            stroke_dasharray="5 4" if dashed else None,
        )
        (x, y), *others = [(_short(a), _short(b)) for a, b in points]
        path.M(x, y)
        numbers = [value for point in others for value in point]
        {2: path.L, 4: path.Q, 6: path.C}[len(numbers)](*numbers)
        self._parts.append(path)

    def arrow(self, tip: Point, before: Point) -> None:
        """Draws an arrow's head at `tip`, pointing away from `before`."""
        x, y = tip[0] - before[0], tip[1] - before[1]
        length = math.sqrt(x * x + y * y) or 1.0
        x, y = x / length, y / length
        back = (tip[0] - 9 * x, tip[1] - 9 * y)
        corners = (tip, (back[0] - 4 * y, back[1] + 4 * x), (back[0] + 4 * y, back[1] - 4 * x))
        numbers = [_short(value) for corner in corners for value in corner]
        self._parts.append(drawsvg.Lines(*numbers, close=True, fill=self.colours.edge))

    def number(self, place: Point, number: int) -> None:
        """Draws the number of a note on its line."""
        x, y = place
        half = number_width(number) / 2
        self._parts.append(
            drawsvg.Rectangle(
                *(_short(value) for value in (x - half, y - 8, 2 * half, 16)),
                rx=8,
                fill=self.colours.paper,
                stroke=self.colours.edge,
                stroke_width=1,
            )
        )
        self._parts.append(
            drawsvg.Text(
                str(number),
                10,
                _short(x),
                _short(y + 3.6),
                fill=self.colours.ink,
                text_anchor="middle",
                font_weight=600,
            )
        )

    def rule(self, left: Point, width: float) -> None:
        """Draws a fine line across."""
        x, y = left
        numbers = [_short(value) for value in (x, y, x + width, y)]
        self._parts.append(drawsvg.Line(*numbers, stroke=self.colours.line, stroke_width=1))

    def svg(self, width: float, height: float, title: str) -> str:
        """The whole as an SVG document of this size, `title` as its accessible name."""
        drawing = drawsvg.Drawing(math.ceil(width), math.ceil(height), role="img", font_family=FACE)
        drawing.append_title(plain(title))
        drawing.append(drawsvg.Rectangle(0, 0, math.ceil(width), math.ceil(height), fill=self.colours.paper))
        drawing.extend(self._parts)
        return str(drawing.as_svg(header="")) + "\n"


def number_width(number: int) -> float:
    """The width of a note's number with the pill around it."""
    return 10 + 6.4 * len(str(number))


def plain(text: str) -> str:
    """The text without what XML 1.0 cannot hold (clause 2.2), nor signs that turn the direction of others.

    >>> plain("a\\x00\\ud800b\\u202e]]>")
    'ab]]>'
    """
    return "".join(letter for letter in _SPACE.sub(" ", text) if _is_drawn(letter))


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines of about this width in pixels at most; a word that is longer is cut."""
    lines = [""]
    for word in _SPACE.sub(" ", text).strip(" ").split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if line_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and line_width(lines[-1] + letter, size, bold=bold) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def line_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in pixels, about, in DejaVu Sans, the widest of the usual system fonts."""
    return sum(map(_letter_width, text)) * size * (1.13 if bold else 1)


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _BROAD:
        return 0.95
    if letter.isupper():
        return 0.72
    return 0.36 if letter in _NARROW else 0.62


def _is_drawn(letter: str) -> bool:
    turns = "\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069"
    return (" " <= letter < "\ud800" or "\ue000" <= letter <= "\ufffd" or letter > "\uffff") and not (
        turns or "\x7f" <= letter <= "\x9f"
    )


def _short(value: float) -> float:
    """A coordinate as it is written: to a tenth of a pixel."""
    return round(value, 1) + 0.0
