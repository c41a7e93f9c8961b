"""The statements of a mapping file: which things, names and facts a row tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kg.facts.schema import PropertyUse, Schema
from kg.facts.toml_file import TomlValues, Where
from kg.importing.choices import NAME_RANKS, fact_choices, one_class, one_kind, one_language, one_of, one_predicate
from kg.importing.mapping import FACT_CELLS, Cell, Condition, Named, Related, Thing
from kg.importing.mapping_cells import MappingCells

THING_KEYS = ("id", "class", "kind", "identifiers", "name", "language", "rank", "where", "unless")
NAME_KEYS = ("of", "name", "language", "rank", "where", "unless")
FACT_KEYS = ("subject", "predicate", "object", "from", "until", *FACT_CELLS)


class MappingStatements:
    """Reads statements out of the values of a file, which gather the faults."""

    def __init__(self, toml: TomlValues, cells: MappingCells, schema: Schema, kinds: Collection[str]) -> None:
        self._toml = toml
        self._cells = cells
        self._class = one_class(schema)
        self._kind = one_kind(kinds)
        self._predicate = one_predicate(schema)
        self._rank = one_of(NAME_RANKS)
        self._qualifiers = schema.names_of(PropertyUse.QUALIFIER)
        self._choices = {name: one_of(values) for name, values in fact_choices(schema).items()}

    def things_and_names(self, values: Mapping[str, Any], where: Where) -> tuple[tuple[Thing, ...], tuple[Named, ...]]:
        """The things that a table tells, and the names, of which those of things may stand beside their ids."""
        things, names = [], []
        for number, item in enumerate(self._toml.statements(values, "thing", where)):
            place = (*where, "thing", number)
            self._toml.known(item, THING_KEYS, place)
            things.append(self._thing(item, place))
            if "name" in item:
                names.append(self._named({**item, "of": item.get("id", "")}, place))
        for number, item in enumerate(self._toml.statements(values, "name", where)):
            place = (*where, "name", number)
            self._toml.known(item, NAME_KEYS, place)
            names.append(self._named(item, place))
        return tuple(things), tuple(names)

    def facts(self, values: Mapping[str, Any], where: Where) -> tuple[Related, ...]:
        """The facts that a table tells."""
        listed = self._toml.statements(values, "fact", where)
        return tuple(self._fact(item, (*where, "fact", number)) for number, item in enumerate(listed))

    def conditions(self, values: Mapping[str, Any], where: Where) -> tuple[Condition, ...]:
        """Which rows a table or a statement is for."""
        found = []
        for key in ("where", "unless"):
            for column, wanted in self._toml.table(values, key, where).items():
                listed = self._toml.texts({column: wanted}, column, (*where, key))
                found.append(Condition(column, frozenset(listed), key == "where", self._toml.line(*where, key)))
        return tuple(found)

    def _thing(self, values: Mapping[str, Any], where: Where) -> Thing:
        identifiers = values.get("identifiers", [])
        if not isinstance(identifiers, list):
            self._toml.tell((*where, "identifiers"), "'identifiers' is no list", 'Such as identifiers = ["lei:{LEI}"].')
            identifiers = []
        return Thing(
            id=self._cells.key(values, "id", where),
            class_name=self._cells.cell(values, "class", where, self._class),
            kind=self._cells.cell(values, "kind", where, self._kind),
            identifiers=tuple(
                self._cells.cell({"identifiers": item}, "identifiers", where) or Cell(("",), 1) for item in identifiers
            ),
            where=self.conditions(values, where),
            line=self._toml.line(*where),
        )

    def _named(self, values: Mapping[str, Any], where: Where) -> Named:
        return Named(
            of=self._cells.key(values, "of", where),
            text=self._cells.needed(values, "name", where),
            language=self._cells.cell(values, "language", where, one_language),
            rank=self._cells.cell(values, "rank", where, self._rank),
            where=self.conditions(values, where),
            line=self._toml.line(*where),
        )

    def _fact(self, values: Mapping[str, Any], where: Where) -> Related:
        self._toml.known(values, (*FACT_KEYS, *self._qualifiers, "where", "unless"), where)
        cells = {
            name: cell
            for name in (*FACT_CELLS, *self._qualifiers)
            if (cell := self._cells.cell(values, name, where, self._choices.get(name))) is not None
        }
        if "record" not in cells and "quote" not in cells:
            self._toml.tell(
                where, "the facts have no record", "Write record =, the column or template of its key or address."
            )
        return Related(
            subject=self._cells.key(values, "subject", where),
            predicate=self._cells.needed(values, "predicate", where, self._predicate),
            object=self._cells.key(values, "object", where),
            from_=self._cells.cell(values, "from", where),
            until=self._cells.cell(values, "until", where),
            cells=cells,
            where=self.conditions(values, where),
            line=self._toml.line(*where),
        )
