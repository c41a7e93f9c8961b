"""A mapping file to begin with, proposed from a table's header and first rows."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from kg.facts.languages import LANGUAGES
from kg.facts.new_source import slug
from kg.importing.cells import plain
from kg.importing.countries import country_code
from kg.importing.dates import date_reader
from kg.importing.formats import Input
from kg.importing.mapping import SourceRow, Table
from kg.importing.spreading import STAR

_ROWS = 2000
_MOST_VALUES = 20
"""A column of no more different values than these may be a sort of thing or of relation."""
_MOSTLY = 0.8
_MOSTLY_LATIN = 0.2
"""Of letters that are not of ASCII there are fewer than this in tables of Latin script."""
_FORMATS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d")
_IN_LANGUAGE = re.compile(r"(.+[^a-zA-Z0-9])([a-z]{2})(?:[_-]\w+)?")
_SEVERAL = 3
_NAMED = re.compile(r"name|title|label|наимен|назван|\bad[ıi]?\b|атау", re.IGNORECASE)


def propose(path: Path) -> str:
    """The text of a mapping file for a table; what a person must decide is marked with TODO.

    Raises CallError where the table cannot be read.
    """
    encoding = _encoding(path)
    nothing = SourceRow({}, 1)
    empty: frozenset[str] = frozenset()
    table = Table(path.name, "", encoding, "", '"', (), empty, nothing, (), (), (), (), 1)
    input_ = Input(path, path.name, table)
    rows = [row.cells for row in islice(input_.rows(), _ROWS) if not row.fault]
    columns = {
        name: [value for row in rows if (value := plain(row[index]))]
        for index, name in enumerate(input_.header)
        if name
    }
    return _text(path, encoding, columns, len(rows))


def _encoding(path: Path) -> str:
    """Empty where the file may be UTF-8 or says itself what it is."""
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return ""
    with path.open("rb") as file:
        start = file.read(1 << 20)
    try:
        start[: max(start.rfind(b"\n"), start.rfind(b"\r")) + 1].decode("utf-8")
    except UnicodeDecodeError:
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return ""
        if b"\n" not in start:  # lines as Mac OS 9 ended them
            return "mac_roman"
        high = sum(byte > 0x7F for byte in start)
        letters = high + sum(chr(byte).isalpha() for byte in start if byte <= 0x7F)
        return "cp1252" if high < _MOSTLY_LATIN * letters else "cp1251"
    return ""


def _text(path: Path, encoding: str, columns: dict[str, list[str]], count: int) -> str:
    name = slug(path.name.split(".")[0]) or "registry"
    keys = [column for column, values in columns.items() if len(values) == len(set(values)) == count and count]
    id_ = keys[0] if keys else next(iter(columns))
    known = set(columns[id_])
    wide = tuple(_wide(columns))
    others = [column for column in columns if column != id_ and not column.startswith(wide)]
    title = next(filter(_NAMED.search, others), "")
    alone = "" if keys or not count else "  # TODO some rows have the same, or none: templates join columns"
    lines = [
        "# Proposed from the first rows: read it, and decide what is marked TODO.",
        f'name = "{name}"',
        "",
        "[source]",
        f'id = "{name}"',
        'title = "TODO the name of the registry"',
        'language = "en"  # TODO of the registry itself',
        "",
        f"[keys.{name}]",
        'class = "Organisation"  # TODO of things whose row tells no other',
        "[keys.country]",
        "countries = true",
        "",
        "[[table]]",
        f"file = {_quoted(path.name)}",
        *([f'encoding = "{encoding}"  # TODO not UTF-8: is it this?'] if encoding else []),
        "[[table.thing]]",
        f'id = {{column = {_quoted(id_)}, keys = "{name}"}}{alone}',
        *([f"name = {_quoted(title)}"] if title else [] if wide else ['# TODO name = "the column of names"']),
    ]
    facts: list[str] = []
    for column in others:
        values = columns[column]
        if column != title:
            lines += [] if not values else [f"# {plain(column)}: {_described(values)}"]
            facts += _fact(column, values, id_, name, known)
    for start in wide:
        lines += [
            "[[table.name]]",
            f'of = {{column = {_quoted(id_)}, keys = "{name}"}}',
            f"name = {_quoted(start + STAR)}",
            'language = {column = "*", other = "und"}',
        ]
    return "\n".join([*lines, *facts]) + "\n"


def _wide(columns: Iterable[str]) -> list[str]:
    """What columns of names begin with of which there is one for each of several languages."""
    found = Counter(
        match[1] for column in columns if (match := _IN_LANGUAGE.fullmatch(column)) and match[2] in LANGUAGES
    )
    return [start for start, count in found.items() if count >= _SEVERAL and _NAMED.search(start)]


def _fact(column: str, values: Sequence[str], id_: str, name: str, known: set[str]) -> list[str]:
    """The statement on facts that a column of countries, or of keys of the same table, may be."""
    if _share(values, lambda text: country_code(text) is not None):
        predicate, keys = "=ofCountry", "country"
    elif _share(values, lambda text: text in known) and len(set(values)) > 2:
        predicate, keys = "=belongsTo", name
    else:
        return []
    return [
        "[[table.fact]]",
        f'subject = {{column = {_quoted(id_)}, keys = "{name}"}}',
        f'predicate = "{predicate}"  # TODO is it this?',
        f'object = {{column = {_quoted(column)}, keys = "{keys}"}}',
        f"record = {_quoted('{' + id_ + '}')}  # TODO the address of the record, if there is one",
    ]


def _described(values: Sequence[str]) -> str:
    for formats in ((), *((text,) for text in _FORMATS)):
        read = date_reader(formats)
        if any(len(value) > 4 for value in values) and _share(values, partial(_is_date, read)):
            return f"dates{f', format = {_quoted(formats[0])}' if formats else ''}"
    different = sorted(set(values))
    if len(different) <= _MOST_VALUES and len(different) * 2 <= len(values):
        return "values for a map: " + json.dumps(different, ensure_ascii=False)
    return f"such as {_quoted(values[0][:40])}"


def _is_date(read: Callable[[str], str], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _share(values: Sequence[str], test: Callable[[str], bool]) -> bool:
    return bool(values) and sum(test(value) for value in values) >= _MOSTLY * len(values)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
