"""What one row tells by the mapping: things, names and facts, or why it is set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from kg.facts.languages import LANGUAGES, UNDETERMINED
from kg.facts.problems import nearest
from kg.facts.reading import is_identifier
from kg.importing.cells import CellReader, Row, Skipped
from kg.importing.choices import NAME_RANKS
from kg.importing.context import Context
from kg.importing.formats import RawRow
from kg.importing.keys import Key
from kg.importing.mapping import Cell, Named, Table, Thing
from kg.importing.relating import Relations


class Teller:
    """Reads the rows of one input and keeps what they tell."""

    def __init__(self, context: Context, table: Table, kinds: Collection[str]) -> None:
        """`kinds` are the ids of things that may be a kind."""
        self._context = context
        self._kinds = frozenset(kinds)
        self._classes = frozenset(context.schema.entity_classes())
        self._languages: dict[str, str] = {}
        self._wanted = context.wanted(table.where)
        relations = Relations(context)
        self._statements: list[Callable[[Row, int], None]] = [
            *(self._thing(item) for item in table.things),
            *(self._name(item) for item in table.names),
            *(relations.statement(item) for item in table.facts),
        ]
        self._seen: dict[str, tuple[str, str, str]] = {}
        self._named: set[tuple[str, str, str, str]] = set()

    def take(self, raw: RawRow) -> None:
        """Keeps what a row tells."""
        counts, number = self._context.stage.counts, self._context.number
        counts[number, "row", "read"] += 1
        if raw.fault:
            self._context.stage.set_aside(number, raw.line, raw.fault)
            return
        row = raw.cells
        self._context.told = False
        self._context.faults.clear()
        if self._wanted(row):
            for statement in self._statements:
                statement(row, raw.line)
        for fault in self._context.faults:
            self._context.stage.set_aside(number, raw.line, fault)
        if not self._context.told and not self._context.faults:
            counts[number, "row", "skipped"] += 1

    def _thing(self, item: Thing) -> Callable[[Row, int], None]:
        id_, wanted = self._context.reader(item.id), self._context.wanted(item.where)
        class_name = self._context.reader(item.class_name) if item.class_name else None
        kind = self._context.reader(item.kind) if item.kind else None
        identifiers = [self._context.reader(cell) for cell in item.identifiers]

        def tell(row: Row, line: int) -> None:
            if not wanted(row):
                return
            values = id_.values(row)
            if not values and not item.id.split:
                self._context.fault("thing", f"there is no id in '{item.id.shown}'")
                return
            for value in values:
                try:
                    key = self._context.keyed(value, item.id)
                    class_ = class_name.value(row, value) if class_name else ""
                    class_ = class_ or key.space.class_name
                    if not class_:
                        raise ValueError(f"there is no class for '{value}'")
                    if class_ not in self._classes:
                        raise ValueError(f"unknown class '{class_}'. {nearest(class_, self._classes, 'Map it.')}")
                    kind_ = kind.value(row, value) if kind else ""
                    if kind_ and kind_ not in self._kinds:
                        raise ValueError(f"unknown kind '{kind_}'. {nearest(kind_, self._kinds, 'Map it.')}")
                    told = sorted({self._identifier(reader, row, value) for reader in identifiers} | {key.identifier})
                except (Skipped, ValueError) as error:
                    self._context.leave("thing", error)
                else:
                    self._context.use("thing")
                    self._keep_thing(key, class_, kind_, " ".join(filter(None, told)), line)

        return tell

    def _identifier(self, reader: CellReader, row: Row, part: str) -> str:
        text = reader.value(row, part)
        if text and not is_identifier(self._context.checked(text, "identifier")):
            raise ValueError(f"'{text}' is no identifier of the form scheme:value")
        return text

    def _keep_thing(self, key: Key, class_: str, kind: str, identifiers: str, line: int) -> None:
        told = (class_, kind, f"{key.raw} {identifiers}")
        if self._seen.get(key.id) == told:
            self._context.count("thing", "folded")
            return
        if len(self._seen) >= 500_000:
            self._seen.clear()
        self._seen[key.id] = told
        self._context.stage.add("thing", key.id, key.raw, class_, kind, identifiers, self._context.number, line)

    def _name(self, item: Named) -> Callable[[Row, int], None]:
        of, text = self._context.reader(item.of), self._context.reader(item.text)
        wanted = self._context.wanted(item.where)
        language = self._context.reader(item.language) if item.language else None
        rank = self._context.reader(item.rank) if item.rank else None
        nobody = [] if item.of.split else [""]

        def tell(row: Row, line: int) -> None:
            if not wanted(row):
                return
            keys = of.values(row)
            for value in keys or nobody:
                for name in text.values(row, value):
                    try:
                        if not value:
                            raise ValueError(f"there is no id in '{item.of.shown}'")
                        key = self._context.keyed(value, item.of)
                        code = self._language(language.value(row, value) if language else "", item.language)
                        rank_ = (rank.value(row, value) if rank else "") or "preferred"
                        if rank_ not in NAME_RANKS:
                            raise ValueError(f"unknown rank '{rank_}'")
                        told = (key.id, code, name, rank_)
                        if told not in self._named:
                            self._context.checked(name, "name")
                        source = self._context.source_of(row)
                    except (Skipped, ValueError) as error:
                        self._context.leave("name", error)
                    else:
                        self._context.use("name")
                        self._keep_name(told, rank.weight(row) if rank else 99, source, line)

        return tell

    def _keep_name(self, name: tuple[str, str, str, str], weight: int, source: str, line: int) -> None:
        if name in self._named:
            self._context.count("name", "folded")
            return
        if len(self._named) >= 500_000:
            self._named.clear()
        self._named.add(name)
        key, language, text, rank = name
        self._context.stage.add(
            "name", key, language, text, NAME_RANKS.index(rank), weight, source, self._context.number, line
        )

    def _language(self, text: str, cell: Cell | None) -> str:
        """An ISO 639-1 code; `und` where none is told, and what the cell says where it is no such code."""
        found = self._languages.get(text)
        if found is None:
            try:
                found = self._languages[text] = self._code(text) if text else UNDETERMINED
            except ValueError:
                if cell is None or not cell.other:
                    raise
                found = cell.other
        return found

    def _code(self, text: str) -> str:
        code = re.split("[-_]", text.lower())[0]
        if code not in LANGUAGES:
            from babel.core import get_global

            code = get_global("language_aliases").get(code, code)
        if code not in LANGUAGES:
            raise ValueError(f"unknown language '{text}'")
        return code
