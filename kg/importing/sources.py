"""The rows of `sources.csv` that an import needs, and the countries that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.facts.languages import LANGUAGES
from kg.facts.reading import SOURCE_COLUMNS, is_id
from kg.importing.countries import country_names
from kg.importing.dates import date_reader
from kg.importing.keys import Key, safe

COLUMNS = (*SOURCE_COLUMNS, "retrieved")
DATES = ("published", "retrieved")
CLDR = "cldr"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]+")
_READ = date_reader(())
_CLDR = {
    "id": CLDR,
    "title": "Unicode CLDR territory names",
    "publisher": "Unicode Consortium",
    "language": "en",
    "url": "https://cldr.unicode.org/",
}


def source_fault(cells: Mapping[str, str]) -> tuple[str, str] | None:
    """The column of the first of these cells that no source can have, and why; empty ones are not looked at."""
    if cells.get("id") and not is_id(cells["id"]):
        return "id", f"'{cells['id']}' cannot be the id of a source"
    for column in DATES:
        try:
            _READ(cells[column]) if cells.get(column) else ""
        except ValueError as error:
            return column, str(error)
    if cells.get("url") and not _ADDRESS.fullmatch(cells["url"]):
        return "url", f"'{cells['url']}' is no web address"
    return None


class Sources:
    """Sources by id; of one id there is one row."""

    def __init__(self) -> None:
        self.rows: dict[str, Mapping[str, str]] = {}
        self.countries: dict[str, Key] = {}

    def of(self, cells: Mapping[str, str]) -> str:
        """The id of the source with these cells. ValueError says what is wrong with them."""
        if not cells["id"]:
            raise ValueError("there is no id of its source")
        id_ = cells["id"] if is_id(cells["id"]) else safe(cells["id"])
        cells = {**cells, "id": id_, **{column: _READ(cells[column]) for column in DATES if cells.get(column)}}
        if cells["language"] not in LANGUAGES:
            raise ValueError(f"unknown language '{cells['language']}' of its source")
        fault = source_fault(cells)
        if fault is not None:
            raise ValueError(fault[1])
        if self.rows.setdefault(id_, cells) != cells:
            raise ValueError(f"the source '{id_}' is told in two ways")
        return id_

    def country(self, key: Key) -> None:
        """Remembers that a country is spoken of."""
        if key.id not in self.countries:
            self.countries[key.id] = key
            self.rows.setdefault(CLDR, _CLDR)

    def country_names(self) -> list[tuple[str, str, str]]:
        """Id, language and name of each country."""
        return [
            (id_, language, name)
            for id_, key in sorted(self.countries.items())
            for language, name in country_names(key.raw).items()
        ]
