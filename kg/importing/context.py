"""What the statements on one input share: cells, keys, sources, and the count of what became of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from kg.facts.schema import Schema
from kg.facts.tables import bad_character, was_rewritten
from kg.importing.cells import CellReader, Row, Skipped, plain
from kg.importing.dates import date_reader
from kg.importing.keys import Key, Keys
from kg.importing.mapping import Cell, Condition, Table
from kg.importing.sources import DATES, Sources
from kg.importing.staging import Stage

_SURROGATE = re.compile("[\ud800-\udfff]")


class Context:
    """One input: `told` and `faults` are of the row that is being read."""

    def __init__(
        self,
        number: int,
        table: Table,
        header: Sequence[str],
        keys: Keys,
        schema: Schema,
        sources: Sources,
        stage: Stage,
    ) -> None:
        self.number = number
        self.schema = schema
        self.stage = stage
        self.told = False
        self.faults: list[str] = []
        self._keys = keys
        self._empty = table.empty
        self._index = {name: index for index, name in reversed(list(enumerate(header)))}
        self._sources = sources
        self._readers: list[CellReader] = []
        self._source = {
            name: self.date(cell) if name in DATES else self.reader(cell).value
            for name, cell in table.source.cells.items()
        }
        self._source_columns = sorted(
            {self._index[name] for cell in table.source.cells.values() for name in cell.columns}
        )
        self._source_ids: dict[tuple[str, ...], str] = {}

    def count(self, kind: str, what: str) -> None:
        """Counts what became of a statement."""
        self.stage.counts[self.number, kind, what] += 1

    def fault(self, kind: str, text: str) -> None:
        """Remembers why a statement of this row cannot be used."""
        self.stage.counts[self.number, kind, "told"] += 1
        self.stage.counts[self.number, kind, "aside"] += 1
        self.faults.append(text)

    def use(self, kind: str) -> None:
        """Counts a statement that can be used: its row tells something."""
        self.told = True
        self.count(kind, "told")

    def leave(self, kind: str, error: Skipped | ValueError) -> None:
        """Counts a statement that cannot be used: it is not wanted, or the row is at fault."""
        if isinstance(error, Skipped):
            self.count(kind, "told")
            self.count(kind, "skipped")
        else:
            self.fault(kind, str(error))

    def reader(self, cell: Cell) -> CellReader:
        """What reads a cell of rows."""
        reader = CellReader(cell, self._index, self._empty)
        self._readers.append(reader)
        return reader

    def date(self, cell: Cell | None) -> Callable[[Row], str]:
        """What reads a date of rows as ISO 8601; ValueError says what is wrong, unless such dates are left out."""
        if cell is None:
            return lambda row: ""
        reader, read = self.reader(cell), date_reader(cell.formats)

        def date(row: Row) -> str:
            text = reader.value(row)
            try:
                return read(text) if text else ""
            except ValueError as error:
                if cell.omit:
                    self.count("date", "omitted")
                    return ""
                raise ValueError(f"{error}, in '{cell.shown}'") from None

        return date

    def finish(self) -> None:
        """Counts what only shows at the end."""
        self.stage.counts[self.number, "cell", "trimmed"] = sum(reader.trimmed[0] for reader in self._readers)

    def wanted(self, conditions: Iterable[Condition]) -> Callable[[Row], bool]:
        """What tells whether a row meets all conditions."""
        tests = [self._condition(condition) for condition in conditions]
        if not tests:
            return lambda row: True
        return lambda row: all(test(row) for test in tests)

    def _condition(self, condition: Condition) -> Callable[[Row], bool]:
        index, values, wanted = self._index[condition.column], condition.values, condition.wanted
        if "" in values:
            values |= self._empty
        return lambda row: (plain(row[index]) in values) is wanted

    def checked(self, text: str, what: str) -> str:
        """A text that may stand in a table; ValueError where it may not."""
        if not text.isprintable():
            surrogate = _SURROGATE.search(text)
            if surrogate:
                raise ValueError(f"the {what} holds the byte 0x{ord(surrogate[0]) & 0xFF:02x}, not of the encoding")
            found = bad_character(text)
            if found is not None:
                raise ValueError(f"the {what} holds the {found}")
        if was_rewritten(text):
            raise ValueError(f"the {what} is '{text}', which a spreadsheet wrote")
        return text

    def keyed(self, text: str, cell: Cell) -> Key:
        """The key that a text of a cell is; ValueError where it is none, Skipped where it is not wanted."""
        if cell.map is not None:
            text = cell.map.get(text, text if cell.other is None else cell.other)
        if text in cell.skip:
            raise Skipped
        key = self._keys.found(text, cell.keys) or self._keys.key(self.checked(text, "id"), cell.keys)
        if key.space.countries:  # a country is there as soon as it is spoken of
            self._sources.country(key)
        return key

    def source_of(self, row: Row) -> str:
        """The id of the source of a row."""
        told = tuple([row[column] for column in self._source_columns])
        found = self._source_ids.get(told)
        if found is None:
            found = self._sources.of(
                {name: self.checked(read(row), f"{name} of the source") for name, read in self._source.items()}
            )
            self._source_ids[told] = found
        return found
