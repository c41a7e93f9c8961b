"""Cells of rows, read as a mapping file says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kg.facts.problems import nearest
from kg.importing.formats import LIST
from kg.importing.mapping import Cell

Row = Sequence[str]
_MARKS = "\u200e\u200f\u061c\u202c\u2069\u200b\ufeff"
"""Marks of direction and width that say nothing at the end of a text."""
_MOST = 10_000
"""How many texts are remembered with what they were mapped to."""


class Skipped(Exception):
    """The mapping says that this value is not wanted."""


class CellReader:
    """A cell of the mapping, ready to be read from rows."""

    def __init__(self, cell: Cell, index: Mapping[str, int], empty: AbstractSet[str]) -> None:
        """`index` gives the places of columns, `empty` the texts that mean that there is no value."""
        self.cell = cell
        self.trimmed = [0]
        """How many cells had invisible marks at their ends, which are left out."""
        self.text = _text_of(cell, index, empty, self.trimmed)
        self._plain = not (cell.map or cell.skip or cell.split or cell.empty)
        self._known: dict[str, str] = {}

    def values(self, row: Row, part: str = "") -> list[str]:
        """The values of a row, without those that mean none; `part` is the id that they are told of."""
        text = self.text(row, part)
        if not text:
            return []
        return [text] if self._plain and LIST not in text else self._split(text)

    def value(self, row: Row, part: str = "") -> str:
        """The one value of a row after the map, empty if there is none.

        Raises ValueError for one that the map does not know, Skipped for one that is not wanted.
        """
        text = self.text(row, part)
        if not text or (self._plain and LIST not in text):
            return text
        found = self._known.get(text)
        if found is None:
            found = self._mapped(self._split(text))
            if len(self._known) < _MOST:
                self._known[text] = found
        return found

    def weight(self, row: Row) -> int:
        """How far back in the map the value stands."""
        if self.cell.map is None:
            return 0
        values = self.values(row)
        return next((index for index, raw in enumerate(self.cell.map) if raw in values), len(self.cell.map))

    def _split(self, text: str) -> list[str]:
        cell = self.cell
        parts = [piece for whole in text.split(LIST) for piece in (whole.split(cell.split) if cell.split else [whole])]
        plain_ = dict.fromkeys(plain(part) for part in parts)
        return [part for part in plain_ if part and part not in cell.empty]

    def _mapped(self, values: list[str]) -> str:
        cell = self.cell
        if not values:
            return ""
        if any(value in cell.skip for value in values):
            raise Skipped
        if cell.map is None:
            return values[0]
        for raw in cell.map:
            if raw in values:
                return cell.map[raw]
        if cell.other is not None:
            return cell.other
        fix = nearest(values[0], cell.map, "Add it to the map.")
        raise ValueError(f"unknown value '{values[0]}' in '{'+'.join(cell.columns)}'. {fix}")


def plain(text: str) -> str:
    """A text with its white space made single blanks, in NFC."""
    text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _text_of(
    cell: Cell, index: Mapping[str, int], empty: AbstractSet[str], trimmed: list[int]
) -> Callable[[Row, str], str]:
    first = _text_of_parts(cell.parts, index, empty, trimmed)
    if not cell.instead:
        return first
    texts = [first, *(_text_of_parts(parts, index, empty, trimmed) for parts in cell.instead)]
    return lambda row, part: next(filter(None, (text(row, part) for text in texts)), "")


def _text_of_parts(
    parts: Sequence[str], index: Mapping[str, int], empty: AbstractSet[str], trimmed: list[int]
) -> Callable[[Row, str], str]:
    if len(parts) == 1:
        constant = parts[0]
        return lambda row, part: constant
    if len(parts) == 3 and not parts[0] and not parts[2] and parts[1]:
        column = index[parts[1]]

        def one(row: Row, part: str) -> str:
            text = row[column]
            if LIST in text:
                return text
            text = plain(text)
            if not text.isprintable():
                bare = text.strip(_MARKS).strip()
                trimmed[0] += bare != text
                text = bare
            return "" if text in empty else text

        return one
    pieces = [(parts[i], index[name] if (name := parts[i + 1]) else -1) for i in range(0, len(parts) - 1, 2)]
    end = parts[-1]

    def joined(row: Row, part: str) -> str:
        text = ""
        for before, column in pieces:
            value = plain(row[column]) if column >= 0 else part
            if not value or value in empty:
                return ""
            text += before + value
        return text + end

    return joined
