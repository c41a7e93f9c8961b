"""The facts that rows tell: both ends, the relation, dates, evidence and qualifiers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from kg.facts.problems import nearest
from kg.facts.rows import QUOTE_WORDS
from kg.facts.schema import Property, PropertyUse
from kg.importing.cells import CellReader, Row, Skipped
from kg.importing.choices import fact_choices
from kg.importing.context import Context
from kg.importing.mapping import FACT_CELLS, Cell, Related

_NUMBERS = {"integer": re.compile(r"-?[0-9]+"), "decimal": re.compile(r"-?[0-9]+(\.[0-9]+)?")}


class Relations:
    """Makes statements of facts ready to be read from rows."""

    def __init__(self, context: Context) -> None:
        self._context = context
        schema = context.schema
        names = schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE)
        self._properties = {name: schema.properties[name] for name in names}
        self._choices = {name: frozenset(values) for name, values in fact_choices(schema).items()}

    def statement(self, item: Related) -> Callable[[Row, int], None]:
        """What keeps the facts that a row tells by one statement of the mapping."""
        subject, object_ = self._context.reader(item.subject), self._context.reader(item.object)
        predicate, wanted = self._context.reader(item.predicate), self._context.wanted(item.where)
        from_, until = self._context.date(item.from_), self._context.date(item.until)
        others = {name: self._context.reader(cell) for name, cell in item.cells.items()}
        nobody = [] if item.subject.split else [""]

        def tell(row: Row, line: int) -> None:
            if not wanted(row):
                return
            for right in object_.values(row):
                for left in subject.values(row) or nobody:
                    try:
                        if not left:
                            raise ValueError(f"there is no id in '{item.subject.shown}'")
                        name = predicate.value(row)
                        if not name:
                            raise ValueError(f"there is no predicate in '{item.predicate.shown}'")
                        property_, back = self._property(name)
                        ends = [self._end(left, item.subject), self._object(right, item.object, property_, back)]
                        first, last = reversed(ends) if back else ends
                        dates = from_(row), until(row)
                        if all(dates) and _after(*dates):
                            raise ValueError(f"the beginning '{dates[0]}' is after the end '{dates[1]}'")
                        self._keep_fact(property_, first, last, dates, self._others(others, row), row, line)
                    except (Skipped, ValueError) as error:
                        self._context.leave("fact", error)
                    else:
                        self._context.use("fact")

        return tell

    def _property(self, name: str) -> tuple[Property, bool]:
        """A property of the ontology, and whether subject and object change places."""
        back = name.startswith("^")
        property_ = self._properties.get(name.removeprefix("^"))
        if property_ is None:
            fix = nearest(name, self._properties, "See the properties in ontology/partnership.ttl.")
            raise ValueError(f"unknown predicate '{name}'. {fix}")
        if property_.inverse_of is not None:
            property_, back = self._context.schema.properties[property_.inverse_of], not back
        return property_, back

    def _end(self, text: str, cell: Cell) -> str:
        """The id of an end of a fact; a text of the mapping file itself is an id already, unless it names its keys."""
        if cell.constant is not None and not cell.keys:
            return text
        return self._context.keyed(text, cell).id

    def _object(self, text: str, cell: Cell, property_: Property, back: bool) -> str:
        if property_.is_object_property:
            return self._end(text, cell)
        number = text.replace("\u00a0", "").replace(" ", "")
        if back or not _NUMBERS.get(property_.range, _NUMBERS["decimal"]).fullmatch(number):
            raise ValueError(f"'{text}' is no number")
        return number

    def _others(self, readers: Mapping[str, CellReader], row: Row) -> dict[str, str]:
        return {name: text for name, reader in readers.items() if (text := self._other(name, reader, row))}

    def _other(self, name: str, reader: CellReader, row: Row) -> str:
        """A record, quote, status, rank, spell or qualifier, checked."""
        text = self._context.checked(reader.value(row), name)
        if not text:
            return ""
        if name == "quote" and len(text.split()) > QUOTE_WORDS:
            raise ValueError(f"the quote has more than {QUOTE_WORDS} words")
        if name in self._choices and text not in self._choices[name]:
            raise ValueError(f"unknown {name} '{text}'. {nearest(text, self._choices[name], 'Map it.')}")
        if name == "spell" and not re.fullmatch("[1-9][0-9]{0,8}", text):
            raise ValueError(f"'{text}' is no number of a spell")
        property_ = self._context.schema.properties.get(name)
        if property_ is None or property_.use is not PropertyUse.QUALIFIER:
            return text
        if property_.range in _NUMBERS and not _NUMBERS[property_.range].fullmatch(text):
            raise ValueError(f"'{text}' in '{name}' is no number")
        if property_.is_object_property and name not in self._choices:
            return self._end(text, reader.cell)
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
        named = {name: others.pop(name, "") for name in FACT_CELLS}
        if not named["record"] and not named["quote"]:
            raise ValueError("there is neither a record nor a quote that proves it")
        people = f"{others.get('role', '')} {others.get('onBehalfOf', '')}"
        self._context.stage.add(
            "fact",
            *(subject, property_.name, object_, *dates, *named.values()),
            json.dumps(others, ensure_ascii=False, sort_keys=True) if others else "",
            *(self._context.source_of(row), people, self._context.number, line),
        )


def _after(from_: str, until: str) -> bool:
    """Whether the first day of one date is after the last day of another."""
    width = min(len(from_), len(until))
    return from_[:width] > until[:width]
