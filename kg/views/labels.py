"""Labels short enough to stand beside a node, and the room that they take."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 22
LINES = 3
_LINE_HEIGHT = 1.25
_NARROW, _CYRILLIC, _WIDE = 0.55, 0.63, 1.0
"""Mean width of a letter in ems in DejaVu Sans, the widest of the usual system fonts; of Chinese signs in any."""


@dataclass(frozen=True)
class Box:
    """The room of a node with its label below it, in pixels at scale 1; `above` and `below` count from its centre."""

    width: float
    above: float
    below: float


def distinct_labels(names: Mapping[str, str]) -> dict[str, str]:
    """Names by id, each wrapped; of names that would look alike, as many more lines are shown as tell them apart."""
    labels = {key: wrap(name) for key, name in names.items()}
    for lines in range(LINES + 1, 2 * LINES):
        shown = Counter(labels.values())
        labels |= {key: wrap(names[key], lines) for key, label in labels.items() if shown[label] > 1}
    return labels


def wrap(text: str, most: int = LINES) -> str:
    """The text in at most 3 lines (or `most`) of about 22 letters; of a longer one the beginning and the end.

    >>> print(wrap("Azerbaijan Center of the WEF Network of Centers for the Fourth Industrial Revolution"))
    Azerbaijan Center of
    the WEF Network of …
    Industrial Revolution
    """
    letters = WIDTH if text_width(text) < 0.8 * len(text) else WIDTH // 2
    lines = textwrap.wrap(text, letters, break_on_hyphens=False) or [text]
    if len(lines) > most:
        backwards = textwrap.wrap(text[::-1], letters, break_on_hyphens=False)
        lines = [*lines[: most - 2], lines[most - 2] + " …", backwards[0][::-1]]
    return "\n".join(lines)


def box(labels: list[str], size: float, font_size: int) -> Box:
    """The room of a node of this size under any of its wrapped labels (one for each language)."""
    lines = [label.split("\n") for label in labels]
    width = max(text_width(line) for label in lines for line in label) * font_size
    height = max(len(label) for label in lines) * font_size * _LINE_HEIGHT
    return Box(max(width, 2 * size) + 10, size + 5, size + 5 + height + 5)


def text_width(text: str) -> float:
    """The width of a line in ems, about."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CYRILLIC if "\u0400" <= letter <= "\u052f" else _NARROW
