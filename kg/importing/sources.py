"""The rows of `sources.csv` that an import needs, and the countries that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.facts.reading import SOURCE_COLUMNS, is_id
from kg.importing.countries import country_names
from kg.importing.dates import date_reader
from kg.importing.keys import Key

COLUMNS = (*SOURCE_COLUMNS, "retrieved")
CLDR = "cldr"
_CLDR = {
    "id": CLDR,
    "title": "Unicode CLDR territory names",
    "publisher": "Unicode Consortium",
    "language": "en",
    "url": "https://cldr.unicode.org/",
}


class Sources:
    """Sources by id; of one id there is one row."""

    def __init__(self) -> None:
        self.rows: dict[str, Mapping[str, str]] = {}
        self.countries: dict[str, Key] = {}
        self._read = date_reader(())

    def of(self, cells: Mapping[str, str]) -> str:
        """The id of the source with these cells. ValueError says what is wrong with them."""
        cells = dict(cells)
        id_ = cells["id"]
        if not is_id(id_):
            raise ValueError(f"'{id_}' cannot be the id of a source")
        for column in ("published", "retrieved"):
            if cells.get(column):
                cells[column] = self._read(cells[column])
        if cells.get("url") and not re.fullmatch(r"https?://[^\s<>\"{}|\\^`\[\]]+", cells["url"]):
            raise ValueError(f"'{cells['url']}' is no web address")
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
