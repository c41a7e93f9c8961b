"""A mapping file to what it says; every fault of it is told with its line."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from kg.facts.languages import LANGUAGES
from kg.facts.model import Rank, Status
from kg.facts.problems import CallError, InputError, Problem, nearest
from kg.facts.reading import is_id
from kg.facts.schema import PropertyUse, Schema
from kg.importing.dates import format_fault
from kg.importing.keys import COUNTRY_SCHEME, space_fault
from kg.importing.mapping import (
    Cell,
    Condition,
    KeySpace,
    MappingFile,
    Named,
    Related,
    SourceRow,
    Table,
    Thing,
)
from kg.importing.sources import COLUMNS as SOURCE
from kg.importing.sources import source_fault
from kg.importing.telling import RANKS
from kg.importing.toml_values import Check, TomlValues, Where

_TOP = ("name", "source", "keys", "kinds", "table")
_KEY_SPACE = ("begins", "id", "identifier", "class", "countries")
_TABLE = (
    *("file", "format", "encoding", "delimiter", "quote", "columns", "empty", "source", "where", "unless"),
    *("thing", "name", "fact"),
)
_THING = ("id", "class", "kind", "identifiers", "name", "language", "rank", "where", "unless")
_NAME = ("of", "name", "language", "rank", "where", "unless")
_FACT = ("subject", "predicate", "object", "from", "until", "record", "quote", "status", "rank", "spell")
_CELL = ("column", "map", "other", "skip", "split", "empty", "format", "impossible", "keys")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_COLUMN = re.compile(r"\{([^{}]*)\}")


def read_mapping(path: Path, schema: Schema) -> MappingFile:
    """What a mapping file says; InputError with every fault of it."""
    shown = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise CallError(f"{shown} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise InputError([Problem(shown, 1, "the file is not UTF-8", "Save it as UTF-8.")]) from None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        said = _PLACE.sub("", str(error)).rstrip(".")
        raise InputError([Problem(shown, line, f"this cannot be read: {said}", "Write it as TOML.")]) from None
    reader = _Reader(shown, text, schema)
    found = reader.read(values)
    if reader.problems:
        raise InputError(reader.problems)
    return found


class _Reader(TomlValues):
    def __init__(self, file: str, text: str, schema: Schema) -> None:
        super().__init__(file, text)
        self.schema = schema
        self.spaces: frozenset[str] = frozenset()
        self.alike: tuple[str, ...] = ()
        """Key spaces that their keys do not tell apart."""
        self.kinds: frozenset[str] = frozenset()

    def read(self, values: Mapping[str, Any]) -> MappingFile:
        self.known(values, _TOP, ())
        name = self.text(values, "name", ())
        if not is_id(name):
            self.tell(("name",), f"'{name}' cannot name an import", "Write name = with letters a-z and digits.")
        keys = tuple(self.key_space(key, value) for key, value in self.table(values, "keys", ()).items())
        self.spaces = frozenset(space.name for space in keys)
        begins = Counter(space.begins for space in keys)
        self.alike = tuple(f"'{space.name}'" for space in keys if begins[space.begins] > 1)
        kinds = {kind: self.kind(kind, names) for kind, names in self.table(values, "kinds", ()).items()}
        self.kinds = frozenset(kinds)
        tables = values.get("table", [])
        if not isinstance(tables, list) or not tables:
            self.tell(("table",), "there is no [[table]]", "Add one for each input, with file =.")
            tables = []
        source = self.table(values, "source", ())
        found = [self.input(item, index, source) for index, item in enumerate(tables) if isinstance(item, dict)]
        return MappingFile(self._file, name, keys, kinds, tuple(found))

    def key_space(self, name: str, value: Any) -> KeySpace:
        where = ("keys", name)
        if not isinstance(value, dict):
            self.tell(where, f"'{name}' is no table", f"Write [keys.{name}] and its keys below.")
            value = {}
        self.known(value, _KEY_SPACE, where)
        countries = value.get("countries", False) is True
        class_name = self.text(value, "class", where)
        if class_name:
            self.checked(class_name, self.class_fault, (*where, "class"))
        scheme = COUNTRY_SCHEME if countries else self.text(value, "identifier", where)
        space = KeySpace(
            name=name,
            begins=self.text(value, "begins", where),
            id=self.text(value, "id", where, f"{name}-"),
            scheme=scheme,
            class_name="Country" if countries else class_name,
            countries=countries,
        )
        fault = space_fault(space)
        if fault:
            self.tell(where, fault, "Use lower-case letters a-z, digits and single hyphens.")
        return space

    def kind(self, key: str, names: Any) -> Mapping[str, str]:
        where = ("kinds", key)
        if not is_id(key):
            self.tell(where, f"'{key}' cannot be an id", "Use lower-case letters a-z, digits and single hyphens.")
        if not isinstance(names, dict) or not names or not all(isinstance(name, str) for name in names.values()):
            self.tell(where, f"the kind '{key}' has no names", f'Write {key} = {{en = "…", az = "…"}}.')
            return {}
        for language in names:
            self.checked(language, self.language_fault, where)
        return names

    def input(self, values: Mapping[str, Any], index: int, source: Mapping[str, Any]) -> Table:
        where: Where = ("table", index)
        self.known(values, _TABLE, where)
        files = self.text(values, "file", where)
        if not files:
            self.tell(where, "the table has no file", 'Write file = "…", from the folder of this file.')
        elif not _stays(files):
            fix = "Name the folder of the inputs with --from."
            self.tell((*where, "file"), f"'{files}' is not inside the folder of the inputs", fix)
        encoding = self.text(values, "encoding", where)
        if not _is_encoding(encoding or "utf-8"):
            self.tell((*where, "encoding"), f"unknown encoding '{encoding}'", "Such as utf-8, cp1251, latin-1.")
        delimiter, quote = self.text(values, "delimiter", where), self.text(values, "quote", where, '"')
        for key, text in (("delimiter", delimiter), ("quote", quote)):
            if len(text) > 1 or text in ("\n", "\r"):
                self.tell((*where, key), f"{text!r} is no single character of a line", 'Such as delimiter = ";".')
        if quote and quote in (delimiter or ","):
            self.tell((*where, "quote"), f"'{quote}' cannot be delimiter and quote at once", 'Such as quote = "".')
        if self.text(values, "format", where) not in ("", "csv", "parquet"):
            self.tell((*where, "format"), f"unknown format '{values['format']}'", "Write csv or parquet.")
        own = self.table(values, "source", where)
        line = self.line(*(where if own else ()), "source")
        things, names = [], []
        for number, item in enumerate(self.statements(values, "thing", where)):
            place = (*where, "thing", number)
            self.known(item, _THING, place)
            things.append(self.thing(item, place))
            if "name" in item:
                names.append(self.named({**item, "of": item.get("id", "")}, place))
        for number, item in enumerate(self.statements(values, "name", where)):
            place = (*where, "name", number)
            self.known(item, _NAME, place)
            names.append(self.named(item, place))
        facts = [
            self.fact(item, (*where, "fact", number))
            for number, item in enumerate(self.statements(values, "fact", where))
        ]
        if not things and not names and not facts:
            self.tell(where, "the table tells nothing", "Add [[table.thing]], [[table.name]] or [[table.fact]].")
        return Table(
            files=files,
            format=self.text(values, "format", where),
            encoding=codecs.lookup(encoding).name if _is_encoding(encoding) else encoding,
            delimiter=delimiter,
            quote=quote,
            columns=self.texts(values, "columns", where),
            empty=frozenset(self.texts(values, "empty", where)),
            source=SourceRow(self.source({**source, **own}, (*where, "source") if own else ("source",)), line),
            where=self.conditions(values, where),
            things=tuple(things),
            names=tuple(names),
            facts=tuple(facts),
            line=self.line(*where),
        )

    def source(self, values: Mapping[str, Any], where: Where) -> Mapping[str, Cell]:
        self.known(values, SOURCE, where)
        for key in ("id", "title", "language"):
            if not values.get(key):
                self.tell(where, f"the source has no {key}", f'Write {key} = "…" below [source].')
        cells = {key: self.source_cell(values, key, where) for key in SOURCE}
        language = cells["language"].constant
        if language:
            self.checked(language, self.language_fault, (*where, "language"))
        fault = source_fault({key: cell.constant or "" for key, cell in cells.items()})
        if fault is not None:
            self.tell((*where, fault[0]), fault[1], "Correct it.")
        return cells

    def source_cell(self, values: Mapping[str, Any], key: str, where: Where) -> Cell:
        """Here a plain text is a text; columns stand in braces, or in a table with `column`."""
        if isinstance(values.get(key), dict):
            return self.needed(values, key, where)
        return Cell(_parts(self.text(values, key, where)), self.line(*where, key))

    def conditions(self, values: Mapping[str, Any], where: Where) -> tuple[Condition, ...]:
        found = []
        for key in ("where", "unless"):
            for column, wanted in self.table(values, key, where).items():
                listed = self.texts({column: wanted}, column, (*where, key))
                found.append(Condition(column, frozenset(listed), key == "where", self.line(*where, key)))
        return tuple(found)

    def thing(self, values: Mapping[str, Any], where: Where) -> Thing:
        identifiers = values.get("identifiers", [])
        if not isinstance(identifiers, list):
            self.tell((*where, "identifiers"), "'identifiers' is no list", 'Such as identifiers = ["lei:{LEI}"].')
            identifiers = []
        return Thing(
            id=self.key_cell(values, "id", where),
            class_name=self.cell(values, "class", where, self.class_fault),
            kind=self.cell(values, "kind", where, self.kind_fault),
            identifiers=tuple(
                self.cell({"identifiers": item}, "identifiers", where) or Cell(("",), 1) for item in identifiers
            ),
            where=self.conditions(values, where),
            line=self.line(*where),
        )

    def named(self, values: Mapping[str, Any], where: Where) -> Named:
        return Named(
            of=self.key_cell(values, "of", where),
            text=self.needed(values, "name", where),
            language=self.cell(values, "language", where, self.language_fault),
            rank=self.cell(values, "rank", where, _one_of(RANKS)),
            where=self.conditions(values, where),
            line=self.line(*where),
        )

    def fact(self, values: Mapping[str, Any], where: Where) -> Related:
        qualifiers = self.schema.names_of(PropertyUse.QUALIFIER)
        self.known(values, (*_FACT, *qualifiers, "where", "unless"), where)
        checks: dict[str, Check] = {
            "status": _one_of([item.value for item in Status]),
            "rank": _one_of([item.value for item in Rank]),
        }
        for name in qualifiers:
            kind = self.schema.properties[name].range
            individuals = [key for key, class_name in self.schema.individuals.items() if class_name == kind]
            if individuals:
                checks[name] = _one_of(individuals)
        cells = {
            name: cell
            for name in ("record", "quote", "status", "rank", "spell", *qualifiers)
            if (cell := self.cell(values, name, where, checks.get(name))) is not None
        }
        if "record" not in cells and "quote" not in cells:
            self.tell(
                where, "the facts have no record", "Write record =, the column or template of its key or address."
            )
        return Related(
            subject=self.key_cell(values, "subject", where),
            predicate=self.needed(values, "predicate", where, self.predicate_fault),
            object=self.key_cell(values, "object", where),
            from_=self.cell(values, "from", where),
            until=self.cell(values, "until", where),
            cells=cells,
            where=self.conditions(values, where),
            line=self.line(*where),
        )

    def needed(self, values: Mapping[str, Any], key: str, where: Where, check: Check | None = None) -> Cell:
        if key not in values:
            self.tell(where, f"'{key}' is missing", f'Write {key} = "the column".')
        return self.cell(values, key, where, check) or Cell(("",), self.line(*where))

    def key_cell(self, values: Mapping[str, Any], key: str, where: Where) -> Cell:
        cell = self.needed(values, key, where)
        if cell.keys and cell.keys not in self.spaces:
            fix = nearest(cell.keys, self.spaces, "Describe them below [keys.NAME].")
            self.tell((*where, key), f"unknown keys '{cell.keys}'", fix)
        elif not self.spaces and cell.constant is None:
            self.tell((*where, key), "no keys are described", "Add [keys.NAME], if only with its class.")
        elif not cell.keys and cell.constant is None and self.alike:
            what = f"'{key}' does not say which keys it holds, and {' and '.join(self.alike)} begin alike"
            self.tell((*where, key), what, 'Add keys = "…".')
        return cell

    def cell(self, values: Mapping[str, Any], key: str, where: Where, check: Check | None = None) -> Cell | None:
        """What a key says of a cell; None where it is not there."""
        if key not in values:
            return None
        value, where = values[key], (*where, key)
        told = value if isinstance(value, dict) else {"column": value}
        self.known(told, _CELL, where)
        columns = self.texts(told, "column", where)
        parts = [_parts_of(column) for column in columns]
        if not columns or not all(columns):
            self.tell(where, f"'{key}' names no column", f'Write {key} = "the column", or "=text" for a text.')
        map_, skip = self.pairs(told, "map", where), self.pairs(told, "skip", where)
        formats = self.texts(told, "format", where)
        for text in formats:
            fault = format_fault(text)
            if fault:
                self.tell(where, fault, "Such as %d.%m.%Y, %Y-%m or %Y.")
        impossible = self.text(told, "impossible", where)
        if impossible not in ("", "omit", "aside"):
            self.tell(where, f"unknown 'impossible' '{impossible}'", "Write omit or aside.")
        other = self.text(told, "other", where) if "other" in told else None
        if other is not None and not map_ and key != "language":
            self.tell(where, "'other' without a map says nothing", "Add map =, or leave it out.")
        if check is not None:
            constants = [found[0] for found in parts if len(found) == 1]
            for text in dict.fromkeys([*(map_ or {}).values(), *([other] if other else []), *constants]):
                self.checked(text, check, where)
        return Cell(
            parts=parts[0] if parts else ("",),
            line=self.line(*where),
            instead=tuple(parts[1:]),
            map=map_ or None,
            other=other,
            skip=skip or {},
            split=self.text(told, "split", where),
            empty=frozenset(self.texts(told, "empty", where)),
            formats=formats,
            omit=impossible == "omit",
            keys=self.text(told, "keys", where),
        )

    def class_fault(self, text: str) -> str | None:
        classes = self.schema.entity_classes()
        return None if text in classes else nearest(text, classes, "See the classes in ontology/partnership.ttl.")

    def kind_fault(self, text: str) -> str | None:
        return None if not text or text in self.kinds else nearest(text, self.kinds, "Add it below [kinds].")

    def language_fault(self, text: str) -> str | None:
        return None if not text or text in LANGUAGES else nearest(text, LANGUAGES, "Use an ISO 639-1 code, or und.")

    def predicate_fault(self, text: str) -> str | None:
        names = self.schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE)
        plain = text.removeprefix("^")
        return None if plain in names else nearest(plain, names, "See the properties in ontology/partnership.ttl.")


def _one_of(values: Iterable[str]) -> Check:
    listed = list(values)
    return lambda text: None if not text or text in listed else nearest(text, listed, f"One of: {', '.join(listed)}.")


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


def _parts_of(column: str) -> tuple[str, ...]:
    """A column, a template, or a text after an equals sign, as a cell has it."""
    if column.startswith("="):
        return (column[1:],)
    return _parts(column) if "{" in column else ("", column, "")


def _parts(template: str) -> tuple[str, ...]:
    """Texts and columns by turns, beginning and ending with a text."""
    return tuple(_COLUMN.split(template))
