"""The cells of a mapping file: which columns or text a value comes from, and what becomes of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kg.facts.problems import nearest
from kg.facts.toml_file import Check, TomlValues, Where
from kg.importing.dates import format_fault
from kg.importing.mapping import Cell, KeySpace

CELL_KEYS = ("column", "map", "other", "skip", "split", "empty", "format", "impossible", "keys")
_COLUMN = re.compile(r"\{([^{}]*)\}")


class MappingCells:
    """Reads cells out of the values of a file, which gather the faults."""

    def __init__(self, toml: TomlValues, spaces: Sequence[KeySpace]) -> None:
        self._toml = toml
        self._spaces = frozenset(space.name for space in spaces)
        begins = Counter(space.begins for space in spaces)
        self._alike = tuple(f"'{space.name}'" for space in spaces if begins[space.begins] > 1)
        """Key spaces that their keys do not tell apart."""

    def cell(self, values: Mapping[str, Any], key: str, where: Where, check: Check | None = None) -> Cell | None:
        """What a key says of a cell; None where it is not there."""
        if key not in values:
            return None
        value, where = values[key], (*where, key)
        told = value if isinstance(value, dict) else {"column": value}
        self._toml.known(told, CELL_KEYS, where)
        columns = self._toml.texts(told, "column", where)
        parts = [_parts_of(column) for column in columns]
        if not columns or not all(columns):
            self._toml.tell(where, f"'{key}' names no column", f'Write {key} = "the column", or "=text" for a text.')
        map_, skip = self._toml.pairs(told, "map", where), self._toml.pairs(told, "skip", where)
        formats = self._toml.texts(told, "format", where)
        for text in formats:
            fault = format_fault(text)
            if fault:
                self._toml.tell(where, fault, "Such as %d.%m.%Y, %Y-%m or %Y.")
        impossible = self._toml.text(told, "impossible", where)
        if impossible not in ("", "omit", "aside"):
            self._toml.tell(where, f"unknown 'impossible' '{impossible}'", "Write omit or aside.")
        other = self._toml.text(told, "other", where) if "other" in told else None
        if other is not None and not map_ and key != "language":
            self._toml.tell(where, "'other' without a map says nothing", "Add map =, or leave it out.")
        if check is not None:
            constants = [found[0] for found in parts if len(found) == 1]
            for text in dict.fromkeys([*(map_ or {}).values(), *([other] if other else []), *constants]):
                self._toml.checked(text, check, where)
        return Cell(
            parts=parts[0] if parts else ("",),
            line=self._toml.line(*where),
            instead=tuple(parts[1:]),
            map=map_ or None,
            other=other,
            skip=skip or {},
            split=self._toml.text(told, "split", where),
            empty=frozenset(self._toml.texts(told, "empty", where)),
            formats=formats,
            omit=impossible == "omit",
            keys=self._toml.text(told, "keys", where),
        )

    def needed(self, values: Mapping[str, Any], key: str, where: Where, check: Check | None = None) -> Cell:
        """What a key says of a cell; a fault where it is not there."""
        if key not in values:
            self._toml.tell(where, f"'{key}' is missing", f'Write {key} = "the column".')
        return self.cell(values, key, where, check) or Cell(("",), self._toml.line(*where))

    def key(self, values: Mapping[str, Any], key: str, where: Where) -> Cell:
        """The cell of an id, with the key space that it needs."""
        cell = self.needed(values, key, where)
        if cell.keys and cell.keys not in self._spaces:
            fix = nearest(cell.keys, self._spaces, "Describe them below [keys.NAME].")
            self._toml.tell((*where, key), f"unknown keys '{cell.keys}'", fix)
        elif not self._spaces and cell.constant is None:
            self._toml.tell((*where, key), "no keys are described", "Add [keys.NAME], if only with its class.")
        elif not cell.keys and cell.constant is None and self._alike:
            what = f"'{key}' does not say which keys it holds, and {' and '.join(self._alike)} begin alike"
            self._toml.tell((*where, key), what, 'Add keys = "…".')
        return cell

    def template(self, values: Mapping[str, Any], key: str, where: Where) -> Cell:
        """A cell where a plain text is a text; columns stand in braces, or in a table with `column`."""
        if isinstance(values.get(key), dict):
            return self.needed(values, key, where)
        return Cell(_parts(self._toml.text(values, key, where)), self._toml.line(*where, key))


def _parts_of(column: str) -> tuple[str, ...]:
    """A column, a template, or a text after an equals sign, as a cell has it."""
    if column.startswith("="):
        return (column[1:],)
    return _parts(column) if "{" in column else ("", column, "")


def _parts(template: str) -> tuple[str, ...]:
    """Texts and columns by turns, beginning and ending with a text."""
    return tuple(_COLUMN.split(template))
