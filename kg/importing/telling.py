"""What one row tells by the mapping: things, names and facts, or why it is set aside."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.facts.languages import LANGUAGES, UNDETERMINED
from kg.facts.reading import is_id
from kg.facts.rows import QUOTE_WORDS
from kg.facts.schema import Property, PropertyUse, Schema
from kg.facts.tables import bad_character, was_rewritten
from kg.importing.cells import CellReader, Row, Skipped, plain
from kg.importing.dates import date_reader
from kg.importing.formats import RawRow
from kg.importing.keys import Key, Keys
from kg.importing.mapping import Cell, Condition, Named, Related, Table, Thing
from kg.importing.sources import Sources
from kg.importing.staging import Stage

RANKS = ("preferred", "alternative", "acronym", "rendering")
_IDENTIFIER = re.compile(r"[a-z0-9-]+:\S+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Teller:
    """Reads the rows of one input and keeps what they tell."""

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
        self._number = number
        self._keys = keys
        self._schema = schema
        self._stage = stage
        self._empty = table.empty
        self._index = {name: index for index, name in reversed(list(enumerate(header)))}
        self._sources = sources
        self._readers: list[CellReader] = []
        self._source = {name: self._reader(cell) for name, cell in table.source.cells.items()}
        self._source_columns = sorted(
            {self._index[name] for cell in table.source.cells.values() for name in cell.columns}
        )
        self._source_ids: dict[tuple[str, ...], str] = {}
        self._languages: dict[str, str] = {}
        self._where = self._conditions(table.where)
        self._statements: list[Callable[[Row, int], None]] = [
            *(self._thing(item) for item in table.things),
            *(self._name(item) for item in table.names),
            *(self._fact(item) for item in table.facts),
        ]
        self._seen: dict[str, tuple[str, str, str]] = {}
        self._named: set[tuple[str, str, str, str]] = set()
        self._told = False
        self._faults: list[str] = []

    def take(self, raw: RawRow) -> None:
        """Keeps what a row tells."""
        counts, number = self._stage.counts, self._number
        counts[number, "row", "read"] += 1
        if raw.fault:
            self._stage.set_aside(number, raw.line, raw.fault)
            return
        row = raw.cells
        self._told = False
        self._faults.clear()
        if not self._where or all(test(row) for test in self._where):
            for statement in self._statements:
                statement(row, raw.line)
        for fault in self._faults:
            self._stage.set_aside(number, raw.line, fault)
        if not self._told and not self._faults:
            counts[number, "row", "skipped"] += 1

    def _count(self, kind: str, what: str) -> None:
        self._stage.counts[self._number, kind, what] += 1

    def _fault(self, kind: str, text: str) -> None:
        self._stage.counts[self._number, kind, "told"] += 1
        self._stage.counts[self._number, kind, "aside"] += 1
        self._faults.append(text)

    def _reader(self, cell: Cell) -> CellReader:
        reader = CellReader(cell, self._index, self._empty)
        self._readers.append(reader)
        return reader

    def finish(self) -> None:
        """Counts what only shows at the end."""
        self._stage.counts[self._number, "cell", "trimmed"] = sum(reader.trimmed[0] for reader in self._readers)

    def _conditions(self, conditions: Iterable[Condition]) -> list[Callable[[Row], bool]]:
        return [self._condition(condition) for condition in conditions]

    def _condition(self, condition: Condition) -> Callable[[Row], bool]:
        index, values, wanted = self._index[condition.column], condition.values, condition.wanted
        return lambda row: (plain(row[index]) in values) is wanted

    def _checked(self, text: str, what: str) -> str:
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

    def _keyed(self, text: str, cell: Cell) -> Key:
        if cell.map is not None:
            text = cell.map.get(text, text if cell.other is None else cell.other)
        if text in cell.skip:
            raise Skipped
        key = self._keys.found(text, cell.keys) or self._keys.key(self._checked(text, "id"), cell.keys)
        if key.space.countries:
            self._country(key)
        return key

    def _country(self, key: Key) -> None:
        """A country is there as soon as it is spoken of, with the names that CLDR gives it."""
        self._sources.country(key)

    def _thing(self, item: Thing) -> Callable[[Row, int], None]:
        id_, conditions = self._reader(item.id), self._conditions(item.where)
        class_name = self._reader(item.class_name) if item.class_name else None
        kind = self._reader(item.kind) if item.kind else None
        identifiers = [self._reader(cell) for cell in item.identifiers]

        def tell(row: Row, line: int) -> None:
            if conditions and not all(test(row) for test in conditions):
                return
            values = id_.values(row)
            if not values and not item.id.split:
                self._fault("thing", f"there is no id in '{'+'.join(item.id.columns)}'")
                return
            for value in values:
                try:
                    key = self._keyed(value, item.id)
                    class_ = class_name.value(row, value) if class_name else ""
                    class_ = class_ or key.space.class_name
                    if not class_:
                        raise ValueError(f"there is no class for '{value}'")
                    kind_ = kind.value(row, value) if kind else ""
                    told = sorted({self._identifier(reader, row, value) for reader in identifiers} | {key.identifier})
                except Skipped:
                    self._count("thing", "told")
                    self._count("thing", "skipped")
                except ValueError as error:
                    self._fault("thing", str(error))
                else:
                    self._told = True
                    self._count("thing", "told")
                    self._keep_thing(key, class_, kind_, " ".join(filter(None, told)), line)

        return tell

    def _identifier(self, reader: CellReader, row: Row, part: str) -> str:
        text = reader.value(row, part)
        if text and not _IDENTIFIER.fullmatch(self._checked(text, "identifier")):
            raise ValueError(f"'{text}' is no identifier of the form scheme:value")
        return text

    def _keep_thing(self, key: Key, class_: str, kind: str, identifiers: str, line: int) -> None:
        told = (class_, kind, f"{key.raw} {identifiers}")
        if self._seen.get(key.id) == told:
            self._count("thing", "folded")
            return
        if len(self._seen) >= 500_000:
            self._seen.clear()
        self._seen[key.id] = told
        self._stage.add("thing", key.id, key.raw, class_, kind, identifiers, self._number, line)

    def _name(self, item: Named) -> Callable[[Row, int], None]:
        of, text, conditions = self._reader(item.of), self._reader(item.text), self._conditions(item.where)
        language = self._reader(item.language) if item.language else None
        rank = self._reader(item.rank) if item.rank else None
        nobody = [] if item.of.split else [""]

        def tell(row: Row, line: int) -> None:
            if conditions and not all(test(row) for test in conditions):
                return
            keys = of.values(row)
            for value in keys or nobody:
                for name in text.values(row, value):
                    try:
                        if not value:
                            raise ValueError(f"there is no id in '{'+'.join(item.of.columns)}'")
                        key = self._keyed(value, item.of)
                        code = self._language(language.value(row, value) if language else "")
                        rank_ = (rank.value(row, value) if rank else "") or "preferred"
                        if rank_ not in RANKS:
                            raise ValueError(f"unknown rank '{rank_}'")
                        told = (key.id, code, name, rank_)
                        if told not in self._named:
                            self._checked(name, "name")
                        source = self._source_of(row)
                    except Skipped:
                        self._count("name", "told")
                        self._count("name", "skipped")
                    except ValueError as error:
                        self._fault("name", str(error))
                    else:
                        self._told = True
                        self._count("name", "told")
                        self._keep_name(told, rank.weight(row) if rank else 99, source, line)

        return tell

    def _keep_name(self, name: tuple[str, str, str, str], weight: int, source: str, line: int) -> None:
        if name in self._named:
            self._count("name", "folded")
            return
        if len(self._named) >= 500_000:
            self._named.clear()
        self._named.add(name)
        key, language, text, rank = name
        self._stage.add("name", key, language, text, RANKS.index(rank), weight, source, self._number, line)

    def _language(self, text: str) -> str:
        """An ISO 639-1 code; `und` where none is told."""
        found = self._languages.get(text)
        if found is None:
            found = self._languages[text] = self._code(text) if text else UNDETERMINED
        return found

    def _code(self, text: str) -> str:
        code = re.split("[-_]", text.lower())[0]
        if code not in LANGUAGES:
            from babel.core import get_global

            code = get_global("language_aliases").get(code, code)
        if code not in LANGUAGES:
            raise ValueError(f"unknown language '{text}'")
        return code

    def _source_of(self, row: Row) -> str:
        told = tuple([row[column] for column in self._source_columns])
        found = self._source_ids.get(told)
        if found is None:
            found = self._sources.of({name: reader.value(row) for name, reader in self._source.items()})
            self._source_ids[told] = found
        return found

    def _fact(self, item: Related) -> Callable[[Row, int], None]:
        subject, object_ = self._reader(item.subject), self._reader(item.object)
        predicate, conditions = self._reader(item.predicate), self._conditions(item.where)
        from_, until = self._date(item.from_), self._date(item.until)
        others = {name: self._reader(cell) for name, cell in item.cells.items()}
        nobody = [] if item.subject.split else [""]

        def tell(row: Row, line: int) -> None:
            if conditions and not all(test(row) for test in conditions):
                return
            for right in object_.values(row):
                for left in subject.values(row) or nobody:
                    try:
                        if not left:
                            raise ValueError(f"there is no id in '{'+'.join(item.subject.columns)}'")
                        name = predicate.value(row)
                        if not name:
                            raise ValueError(f"there is no predicate in '{'+'.join(item.predicate.columns)}'")
                        property_, back = self._property(name)
                        ends = [self._end(left, item.subject), self._object(right, item.object, property_, back)]
                        first, last = reversed(ends) if back else ends
                        dates = from_(row), until(row)
                        if all(dates) and _after(*dates):
                            raise ValueError(f"the beginning '{dates[0]}' is after the end '{dates[1]}'")
                        self._keep_fact(property_, first, last, dates, self._others(others, row), row, line)
                    except Skipped:
                        self._count("fact", "told")
                        self._count("fact", "skipped")
                    except ValueError as error:
                        self._fault("fact", str(error))
                    else:
                        self._told = True
                        self._count("fact", "told")

        return tell

    def _date(self, cell: Cell | None) -> Callable[[Row], str]:
        if cell is None:
            return lambda row: ""
        reader, read = self._reader(cell), date_reader(cell.formats)

        def date(row: Row) -> str:
            text = reader.value(row)
            try:
                return read(text) if text else ""
            except ValueError as error:
                if cell.omit:
                    self._count("date", "omitted")
                    return ""
                raise ValueError(f"{error}, in '{'+'.join(cell.columns)}'") from None

        return date

    def _property(self, name: str) -> tuple[Property, bool]:
        """A property of the ontology, and whether subject and object change places."""
        back = name.startswith("^")
        property_ = self._schema.properties[name.removeprefix("^")]
        if property_.inverse_of is not None:
            property_, back = self._schema.properties[property_.inverse_of], not back
        return property_, back

    def _end(self, text: str, cell: Cell) -> str:
        """The id of an end of a fact; a text of the mapping file itself is an id already."""
        if cell.constant is not None:
            return text
        return self._keyed(text, cell).id

    def _object(self, text: str, cell: Cell, property_: Property, back: bool) -> str:
        if property_.is_object_property:
            return self._end(text, cell)
        number = text.replace("\u00a0", "").replace(" ", "")
        if back or not re.fullmatch(r"-?\d+" if property_.range == "integer" else r"-?\d+(\.\d+)?", number):
            raise ValueError(f"'{text}' is no number")
        return number

    def _others(self, readers: Mapping[str, CellReader], row: Row) -> dict[str, str]:
        return {name: text for name, reader in readers.items() if (text := self._other(name, reader, row))}

    def _other(self, name: str, reader: CellReader, row: Row) -> str:
        """A record, quote, status, rank, spell or qualifier, checked."""
        text = self._checked(reader.value(row), name)
        if not text:
            return ""
        if name == "quote" and len(text.split()) > QUOTE_WORDS:
            raise ValueError(f"the quote has more than {QUOTE_WORDS} words")
        property_ = self._schema.properties.get(name)
        if property_ is None or property_.use is not PropertyUse.QUALIFIER:
            return text
        if property_.is_object_property and property_.range not in self._schema.individuals.values():
            return text if is_id(text) and reader.cell.constant is not None else self._keyed(text, reader.cell).id
        return text

    def _keep_fact(
        self,
        property_: Property,
        subject: str,
        object_: str,
        dates: tuple[str, str],
        others: dict[str, str],
        row: Row,
        line: int,
    ) -> None:
        if subject == object_:
            raise ValueError(f"'{subject}' would be in relation to itself")
        if property_.symmetric and subject > object_:
            subject, object_ = object_, subject
        named = {name: others.pop(name, "") for name in ("record", "quote", "status", "rank", "spell")}
        if not named["record"] and not named["quote"]:
            raise ValueError("there is neither a record nor a quote that proves it")
        people = f"{others.get('role', '')} {others.get('onBehalfOf', '')}"
        self._stage.add(
            "fact",
            *(subject, property_.name, object_, *dates, *named.values()),
            json.dumps(others, ensure_ascii=False, sort_keys=True) if others else "",
            *(self._source_of(row), people, self._number, line),
        )


def _after(from_: str, until: str) -> bool:
    """Whether the first day of one date is after the last day of another."""
    width = min(len(from_), len(until))
    return from_[:width] > until[:width]
