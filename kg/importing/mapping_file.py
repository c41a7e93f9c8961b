"""A mapping file to what it says: its keys, kinds, sources and tables; every fault of it is told with its line."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from kg.facts.problems import InputError
from kg.facts.reading import is_id
from kg.facts.schema import Schema
from kg.facts.toml_file import TomlValues, Where, read_toml
from kg.importing.choices import one_class, one_language
from kg.importing.keys import COUNTRY_SCHEME, space_fault
from kg.importing.mapping import Cell, KeySpace, MappingFile, SourceRow, Table
from kg.importing.mapping_cells import MappingCells
from kg.importing.mapping_statements import MappingStatements
from kg.importing.sources import COLUMNS as SOURCE
from kg.importing.sources import source_fault

FILE_KEYS = ("name", "source", "keys", "kinds", "table")
KEY_SPACE_KEYS = ("begins", "id", "identifier", "class", "countries")
TABLE_KEYS = (
    *("file", "format", "encoding", "delimiter", "quote", "columns", "empty", "source", "where", "unless"),
    *("thing", "name", "fact"),
)


def read_mapping(path: Path, schema: Schema) -> MappingFile:
    """What a mapping file says; InputError with every fault of it."""
    shown = str(path)
    values, toml = read_toml(path, shown)
    found = _mapping(shown, values, toml, schema)
    if toml.problems:
        raise InputError(toml.problems)
    return found


def _mapping(path: str, values: Mapping[str, Any], toml: TomlValues, schema: Schema) -> MappingFile:
    toml.known(values, FILE_KEYS, ())
    name = toml.text(values, "name", ())
    if not is_id(name):
        toml.tell(("name",), f"'{name}' cannot name an import", "Write name = with letters a-z and digits.")
    keys = tuple(_key_space(key, value, toml, schema) for key, value in toml.table(values, "keys", ()).items())
    kinds = {kind: _kind(kind, names, toml) for kind, names in toml.table(values, "kinds", ()).items()}
    listed = values.get("table", [])
    if not isinstance(listed, list) or not listed:
        toml.tell(("table",), "there is no [[table]]", "Add one for each input, with file =.")
        listed = []
    tables = _Tables(toml, toml.table(values, "source", ()), schema, keys, kinds)
    found = [tables.table(item, ("table", index)) for index, item in enumerate(listed) if isinstance(item, dict)]
    return MappingFile(path, name, keys, kinds, tuple(found))


def _key_space(name: str, value: Any, toml: TomlValues, schema: Schema) -> KeySpace:
    where = ("keys", name)
    if not isinstance(value, dict):
        toml.tell(where, f"'{name}' is no table", f"Write [keys.{name}] and its keys below.")
        value = {}
    toml.known(value, KEY_SPACE_KEYS, where)
    countries = value.get("countries", False) is True
    class_name = toml.text(value, "class", where)
    if class_name:
        toml.checked(class_name, one_class(schema), (*where, "class"))
    scheme = COUNTRY_SCHEME if countries else toml.text(value, "identifier", where)
    space = KeySpace(
        name=name,
        begins=toml.text(value, "begins", where),
        id=toml.text(value, "id", where, f"{name}-"),
        scheme=scheme,
        class_name="Country" if countries else class_name,
        countries=countries,
    )
    fault = space_fault(space)
    if fault:
        toml.tell(where, fault, "Use lower-case letters a-z, digits and single hyphens.")
    return space


def _kind(key: str, names: Any, toml: TomlValues) -> Mapping[str, str]:
    """The names of a kind by language."""
    where = ("kinds", key)
    if not is_id(key):
        toml.tell(where, f"'{key}' cannot be an id", "Use lower-case letters a-z, digits and single hyphens.")
    if not isinstance(names, dict) or not names or not all(isinstance(name, str) for name in names.values()):
        toml.tell(where, f"the kind '{key}' has no names", f'Write {key} = {{en = "…", az = "…"}}.')
        return {}
    for language in names:
        toml.checked(language, one_language, where)
    return names


class _Tables:
    """Reads tables, which may leave their source to that of the whole file."""

    def __init__(
        self,
        toml: TomlValues,
        source: Mapping[str, Any],
        schema: Schema,
        keys: tuple[KeySpace, ...],
        kinds: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._toml = toml
        self._source = source
        self._cells = MappingCells(toml, keys)
        self._statements = MappingStatements(toml, self._cells, schema, kinds)

    def table(self, values: Mapping[str, Any], where: Where) -> Table:
        """One input, with the statements on its rows."""
        toml = self._toml
        toml.known(values, TABLE_KEYS, where)
        self._check_form(values, where)
        encoding = toml.text(values, "encoding", where)
        things, names = self._statements.things_and_names(values, where)
        facts = self._statements.facts(values, where)
        if not things and not names and not facts:
            toml.tell(where, "the table tells nothing", "Add [[table.thing]], [[table.name]] or [[table.fact]].")
        return Table(
            files=toml.text(values, "file", where),
            format=toml.text(values, "format", where),
            encoding=codecs.lookup(encoding).name if _is_encoding(encoding) else encoding,
            delimiter=toml.text(values, "delimiter", where),
            quote=toml.text(values, "quote", where, '"'),
            columns=toml.texts(values, "columns", where),
            empty=frozenset(toml.texts(values, "empty", where)),
            source=self._source_row(values, where),
            where=self._statements.conditions(values, where),
            things=things,
            names=names,
            facts=facts,
            line=toml.line(*where),
        )

    def _check_form(self, values: Mapping[str, Any], where: Where) -> None:
        """Tells of what cannot be in how the files of a table are named and written."""
        toml = self._toml
        files = toml.text(values, "file", where)
        if not files:
            toml.tell(where, "the table has no file", 'Write file = "…", from the folder of this file.')
        elif not _stays(files):
            fix = "Name the folder of the inputs with --from."
            toml.tell((*where, "file"), f"'{files}' is not inside the folder of the inputs", fix)
        encoding = toml.text(values, "encoding", where)
        if not _is_encoding(encoding or "utf-8"):
            toml.tell((*where, "encoding"), f"unknown encoding '{encoding}'", "Such as utf-8, cp1251, latin-1.")
        delimiter, quote = toml.text(values, "delimiter", where), toml.text(values, "quote", where, '"')
        for key, text in (("delimiter", delimiter), ("quote", quote)):
            if len(text) > 1 or text in ("\n", "\r"):
                toml.tell((*where, key), f"{text!r} is no single character of a line", 'Such as delimiter = ";".')
        if quote and quote in (delimiter or ","):
            toml.tell((*where, "quote"), f"'{quote}' cannot be delimiter and quote at once", 'Such as quote = "".')
        if toml.text(values, "format", where) not in ("", "csv", "parquet"):
            toml.tell((*where, "format"), f"unknown format '{values['format']}'", "Write csv or parquet.")

    def _source_row(self, values: Mapping[str, Any], where: Where) -> SourceRow:
        """The source of a table's rows: that of the file, with what the table says instead."""
        own = self._toml.table(values, "source", where)
        where = (*where, "source") if own else ("source",)
        return SourceRow(self._source_cells({**self._source, **own}, where), self._toml.line(*where))

    def _source_cells(self, values: Mapping[str, Any], where: Where) -> Mapping[str, Cell]:
        self._toml.known(values, SOURCE, where)
        for key in ("id", "title", "language"):
            if not values.get(key):
                self._toml.tell(where, f"the source has no {key}", f'Write {key} = "…" below [source].')
        cells = {key: self._cells.template(values, key, where) for key in SOURCE}
        language = cells["language"].constant
        if language:
            self._toml.checked(language, one_language, (*where, "language"))
        fault = source_fault({key: cell.constant or "" for key, cell in cells.items()})
        if fault is not None:
            self._toml.tell((*where, fault[0]), fault[1], "Correct it.")
        return cells


def _stays(file: str) -> bool:
    """Whether a path, read as that of any system, leads nowhere but below the folder that it begins at."""
    return not any(
        path.anchor or ".." in path.parts or "\0" in file for path in (PurePosixPath(file), PureWindowsPath(file))
    )


def _is_encoding(name: str) -> bool:
    """Whether it is an encoding of texts that shows which bytes are not of it."""
    try:
        "a".encode(name, "surrogateescape")
    except (LookupError, ValueError):
        return False
    return True
