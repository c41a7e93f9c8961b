"""One more row for `sources.csv`: what the document states, what the user says, and nothing else."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from anyascii import anyascii

from kg.facts.dates import PartialDate
from kg.facts.languages import LANGUAGES
from kg.facts.problems import CallError, InputError, Problem, nearest
from kg.facts.quotes import read_recorded
from kg.facts.reading import SOURCE_COLUMNS, is_id
from kg.facts.tables import DELIMITERS, Record, bad_character, read_table
from kg.facts.texts.extraction import UnreadableError
from kg.facts.texts.imprint import Imprint, Stated, imprint_of

SOURCES_FILE = "sources.csv"
_SAID = "you say so"
_ID_WORDS, _ID_LENGTH = 6, 48
# What a spreadsheet program takes for the beginning of a formula.
_FORMULA = "=+-@\t\r "


@dataclass(frozen=True)
class NewSource:
    """A row that may be added: its cells, and for each filled one where it comes from."""

    cells: Mapping[str, str]
    origins: Mapping[str, str]
    remarks: tuple[str, ...]


def propose(file: Path, seeds: Path, said: Mapping[str, str]) -> NewSource:
    """The row for a document: what `said` says (id, url, language, published, publisher), else what it states itself.

    Raises CallError where the document cannot be taken, or is in the table already; InputError where tables are broken.
    """
    records, publishers = _tables(seeds)
    name, data = file.name, _bytes(file)
    _check_new(name, data, records, seeds)
    try:
        imprint = imprint_of(data, file.suffix)
    except UnreadableError as error:
        raise CallError(f"{file} cannot be read: {error}. {error.fix}") from None
    stated = _stated(imprint, said)
    remarks = []
    publisher = stated.get("publisher")
    if publisher is not None:
        stated["publisher"], remark = _publisher(publisher, publishers, told="publisher" in said)
        remarks += [remark] if remark else []
    taken = {record.cells["id"] for record in records}
    key = said.get("id") or _id_of(stated["title"].value if "title" in stated else "", file.stem, taken)
    _check_id(key, records)
    stated["id"] = Stated(key, _SAID if said.get("id") else "its title or file name")
    stated["document"] = Stated(name, "its file name")
    if "title" not in stated:
        stated["title"] = Stated(name, "its file name")
    same = [record.cells["id"] for record in records if record.cells["title"] == stated["title"].value]
    remarks += [f"The source '{key}' has the same title: is it the same article?" for key in same]
    filled = {column: item for column, item in stated.items() if item.value}
    return NewSource(
        {column: filled[column].value for column in SOURCE_COLUMNS if column in filled},
        {column: filled[column].where for column in SOURCE_COLUMNS if column in filled},
        tuple(remarks),
    )


def with_row(table: str, cells: Mapping[str, str]) -> str:
    """A table with one more row, everything before it untouched: its delimiter and line ends are kept.

    >>> with_row("id;title\\r\\na;A\\r\\n", {"id": "b", "title": "B; or C"})
    'id;title\\r\\na;A\\r\\nb;"B; or C"\\r\\n'
    """
    first = io.StringIO(table, newline="").readline()
    end = "\r\n" if first.endswith("\r\n") else "\n"
    delimiter = max(DELIMITERS, key=first.count)
    [header] = csv.reader([first.lstrip("\ufeff").rstrip("\r\n")], delimiter=delimiter)
    line = io.StringIO()
    row = [cells.get(column.strip(), "") for column in header]
    csv.writer(line, delimiter=delimiter, lineterminator=end).writerow(row)
    return table + ("" if table.endswith("\n") else end) + line.getvalue()


def slug(text: str) -> str:
    """An ASCII id of a text's first words.

    >>> slug("Шанхайда Өзбекстанның орталығы ашылды"), slug("Dördüncü Sənaye İnqilabı")
    ('shankhayda-ozbekstannyng-ortalyghy-ashyldy', 'dorduncu-senaye-inqilabi')
    """
    plain = anyascii(unicodedata.normalize("NFC", text)).lower()
    words: list[str] = []
    for word in re.findall("[a-z0-9]+", plain.replace("'", ""))[:_ID_WORDS]:
        if len("-".join((*words, word))) > _ID_LENGTH:
            break
        words.append(word)
    return "-".join(words)


def _tables(seeds: Path) -> tuple[list[Record], dict[str, set[str]]]:
    """The rows of `sources.csv`, and the entities by each id and name, since a publisher may be one."""
    problems: list[Problem] = []
    records = read_table(seeds / SOURCES_FILE, SOURCE_COLUMNS, ("retrieved",), problems)
    entities: dict[str, set[str]] = {}
    for record in read_table(seeds / "entities.csv", ("id", "class", "kind", "identifiers"), (), problems):
        entities.setdefault(record.cells["id"], set()).add(record.cells["id"])
    for record in read_table(seeds / "names.csv", ("entity", "language", "name", "rank"), ("source",), problems):
        entities.setdefault(record.cells["name"], set()).add(record.cells["entity"])
    if problems:
        raise InputError(problems)
    return records, entities


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise CallError(f"there is no file {file}.")
    try:
        return file.read_bytes()
    except OSError as error:
        raise CallError(f"{file} cannot be read ({error.strerror}).") from None


def _check_new(name: str, data: bytes, records: list[Record], seeds: Path) -> None:
    plain = unicodedata.normalize("NFC", name.strip())
    if name != plain or name.startswith(".") or "\\" in name or not name.isprintable():
        raise CallError(f"'{name}' cannot stand in a table as a file name. Rename the file.")
    rows = {record.cells["id"]: record.row for record in records}
    for record in records:
        if record.cells["document"] == name:
            row = record.row
            raise CallError(f"'{name}' is the document of '{record.cells['id']}' already ({row.file}:{row.line}).")
    checksum = hashlib.sha256(data).hexdigest()
    for (source, _, _), quote in read_recorded(seeds).items():
        if quote.document_sha256 == checksum and source in rows:
            row = rows[source]
            raise CallError(f"{name} has the very content of the document of '{source}' ({row.file}:{row.line}).")


def _stated(imprint: Imprint, said: Mapping[str, str]) -> dict[str, Stated]:
    """What is known of each column but the id, checked; what the user says comes first."""
    stated = {
        name: item
        for name in ("title", "publisher", "published", "language", "url")
        if (item := _harmless(getattr(imprint, name))) is not None
    }
    stated |= {name: Stated(value, _SAID) for name, value in said.items() if name != "id"}
    if "language" not in stated:
        raise CallError("the document's language is not clear. Say it with --lang, such as --lang az.")
    language = stated["language"].value
    if language not in LANGUAGES:
        fix = nearest(language, LANGUAGES, "Use an ISO 639-1 code such as az, en, kk or ru.")
        raise CallError(f"unknown language '{language}'. {fix}")
    if "published" in said:
        try:
            PartialDate.parse(said["published"])
        except ValueError as error:
            raise CallError(f"{error}. Write YYYY, YYYY-MM or YYYY-MM-DD.") from None
    if not stated.get("url", Stated("https://", "")).value.startswith(("https://", "http://")):
        raise CallError(f"'{said['url']}' is no web address. Begin it with https://.")
    return stated


def _harmless(stated: Stated | None) -> Stated | None:
    """What a document states, without characters that no table may hold and without the beginning of a formula."""
    if stated is None:
        return None
    text = unicodedata.normalize("NFC", "".join(letter for letter in stated.value if bad_character(letter) is None))
    text = " ".join(text.split()).lstrip(_FORMULA)
    return Stated(text, stated.where) if text else None


def _publisher(publisher: Stated, entities: Mapping[str, Collection[str]], *, told: bool) -> tuple[Stated, str]:
    """The publisher as its cell has it: the id of the thing of this name, if there is one; and a remark."""
    known = entities.get(publisher.value, ())
    if len(known) == 1:
        return Stated(next(iter(known)), publisher.where), ""
    if not is_id(publisher.value):
        return publisher, ""
    text = f"'{publisher.value}' would be read as an id, and entities.csv has none such"
    if told:
        raise CallError(f"{text}. {nearest(publisher.value, entities, 'Write the name with a capital letter.')}")
    return Stated("", ""), f"The publisher is left out: {text}. Say it with --publisher."


def _id_of(title: str, stem: str, taken: Collection[str]) -> str:
    base = slug(title) or slug(stem) or "document"
    number = 1
    while (key := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return key


def _check_id(key: str, records: list[Record]) -> None:
    if not is_id(key):
        raise CallError(f"'{key}' cannot be an id. Use lower-case letters a-z, digits and single hyphens.")
    for record in records:
        if record.cells["id"] == key:
            row = record.row
            raise CallError(f"the id '{key}' stands already in {row.file}:{row.line}. Choose another with --id.")
