"""The statements of a project as flat tables, so that tools which only map can make the same statements again.

What such tools cannot do (checking rows, folding what several sources tell into claims, keys by digest) is done before:
each table has one row for each thing, name, source, claim or piece of evidence, an empty cell where nothing is said.
One description of the tables gives the tables themselves, RML and stOTTR.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kg.rdf.vocabulary import BASE, DCTERMS, KG, OA, RDF, RDFS, SKOS, XSD

_LINE = re.compile(r'<([^>]+)> <([^>]+)> (?:<([^>]+)>|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]+)>)?) <([^>]+)> \.\n')
_ESCAPED = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
STRING, LANGUAGE = f"{XSD}string", f"{RDF}langString"
IRI = ""
"""The base of IRIs that a table holds whole."""
_DATES = ((f"{XSD}gYear", "year"), (f"{XSD}gYearMonth", "month"), (f"{XSD}date", "day"))


@dataclass(frozen=True)
class Column:
    """A column: what is said of the row's subject by it. A name in a language has its language in `language`."""

    name: str
    predicates: tuple[str, ...]
    base: str | None = None
    """What the IRIs begin with that its cells end; None for a literal."""
    datatype: str = STRING


@dataclass(frozen=True)
class Sheet:
    """A table: what its subjects' IRIs begin with, what they are, and its columns."""

    name: str
    graph: str
    base: str
    columns: tuple[Column, ...]
    types: tuple[str, ...] = ()


def _dated(name: str, predicate: str) -> tuple[Column, ...]:
    return tuple(Column(f"{name}_{part}", (predicate,), None, datatype) for datatype, part in _DATES)


def _day(name: str) -> Column:
    return Column(name, (f"{KG}{name}",), None, f"{XSD}date")


_THING, _CLAIM, _EVIDENCE, _SOURCE = (f"{BASE}{name}/" for name in ("id", "claim", "evidence", "source"))
_NAMES = (
    ("preferred", (f"{RDFS}label", f"{SKOS}prefLabel")),
    ("alternative", (f"{SKOS}altLabel",)),
    ("acronym", (f"{SKOS}altLabel", f"{KG}acronym")),
    ("rendering", (f"{RDFS}label", f"{KG}rendering")),
)
_SHEETS = (
    Sheet("things", "asserted", _THING, (Column("class", (f"{RDF}type",), KG),)),
    Sheet("identifiers", "asserted", _THING, (Column("identifier", (f"{KG}identifier",)),)),
    *(
        Sheet(f"names_{rank}", "asserted", _THING, (Column("name", predicates, None, LANGUAGE),))
        for rank, predicates in _NAMES
    ),
    Sheet(
        "sources",
        "claims",
        _SOURCE,
        (
            Column("title", (f"{RDFS}label", f"{DCTERMS}title"), None, LANGUAGE),
            Column("told_in", (f"{DCTERMS}language",)),
            Column("publisher", (f"{KG}publisherName",)),
            *_dated("published", f"{KG}published"),
            *_dated("retrieved", f"{KG}retrieved"),
            Column("url", (f"{DCTERMS}source",), IRI),
        ),
        (f"{KG}Source",),
    ),
    Sheet(
        "claims",
        "claims",
        _CLAIM,
        (
            Column("of", (f"{RDF}subject",), _THING),
            Column("tie", (f"{RDF}predicate",), KG),
            Column("to", (f"{RDF}object",), _THING),
            Column("number", (f"{RDF}object",), None, f"{XSD}decimal"),
            Column("status", (f"{KG}status",), KG),
            Column("rank", (f"{KG}rank",), KG),
            Column("scaled", (f"{KG}scaledValue",), None, f"{XSD}decimal"),
            *_dated("from", f"{KG}from"),
            *_dated("until", f"{KG}until"),
            *(_day(name) for name in ("fromEarliest", "fromLatest", "untilEarliest", "untilLatest")),
        ),
        (f"{KG}Claim", f"{RDF}Statement"),
    ),
    Sheet(
        "evidence",
        "claims",
        _EVIDENCE,
        (
            Column("source", (f"{OA}hasSource",), _SOURCE),
            Column("status", (f"{KG}evidenceStatus",), KG),
            Column("rank", (f"{KG}evidenceRank",), KG),
            Column("dating", (f"{KG}dating",), KG),
            *_dated("from", f"{KG}from"),
            *_dated("until", f"{KG}until"),
            Column("record", (f"{KG}record",)),
        ),
        (f"{KG}Evidence",),
    ),
)


class Flattened:
    """Writes the sheets of a project from its N-Quads, whose lines stand together by subject."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.sheets = {sheet.name: sheet for sheet in _SHEETS}
        self.rows = 0
        self._writers: dict[str, csv.DictWriter[str]] = {}
        self._files: list[TextIO] = [self._opened(sheet) for sheet in _SHEETS]
        self._known = {
            (sheet.base, sheet.graph, predicate, column.base is None, column.datatype): (sheet, column)
            for sheet in _SHEETS
            if not sheet.name.startswith("names_")
            for column in sheet.columns
            for predicate in column.predicates
        }
        self._others: dict[tuple[str, str, str, str | None, str], Sheet] = {}

    def _opened(self, sheet: Sheet) -> TextIO:
        file = (self.folder / f"{sheet.name}.csv").open("w", encoding="utf-8", newline="")
        self._writers[sheet.name] = csv.DictWriter(file, columns_of(sheet), restval="", lineterminator="\n")
        self._writers[sheet.name].writeheader()
        return file

    def write(self, lines: Iterable[str]) -> tuple[Sheet, ...]:
        """Writes all; the sheets that have rows."""
        subject, told = "", list[re.Match[str]]()
        for line in lines:
            found = _LINE.fullmatch(line)
            if found is None:
                raise ValueError(f"no line of N-Quads: {line}")
            if found[1] != subject:
                self._write(subject, told)
                subject, told = found[1], []
            told.append(found)
        self._write(subject, told)
        for file in self._files:
            file.close()
        return tuple(self.sheets.values())

    def _write(self, subject: str, told: list[re.Match[str]]) -> None:
        """The rows of one subject's lines."""
        rows: dict[str, dict[str, str]] = {}
        names: dict[tuple[str, str], list[str]] = {}
        for found in told:
            _, predicate, iri, text, language, _, _ = found.groups()
            if iri is None and language and subject.startswith(_THING):
                names.setdefault((text, language), []).append(predicate)
            else:
                self._put(rows, subject, found)
        for name, row in rows.items():
            self._row(name, subject, row)
        for (text, language), predicates in names.items():
            for rank in ranks_of(predicates):
                self._row(f"names_{rank}", subject, {"name": unescaped(text), "language": language})

    def _put(self, rows: dict[str, dict[str, str]], subject: str, said: re.Match[str]) -> None:
        _, predicate, iri, text, language, datatype, graph = said.groups()
        base, graph = subject[: subject.rindex("/") + 1], graph.rpartition("/")[2]
        kind = STRING if iri is not None else LANGUAGE if language else datatype or STRING
        place = self._known.get((base, graph, predicate, iri is None, kind))
        if place is not None and iri is not None and not iri.startswith(place[1].base or ""):
            place = None
        if place is None:
            types = next((sheet.types for sheet in _SHEETS if sheet.base == base and sheet.types), ())
            if predicate != f"{RDF}type" or iri not in types:
                sheet = self._further(base, graph, predicate, iri, kind)
                end = sheet.columns[0].base or ""
                row = {"value": unescaped(text) if iri is None else iri.removeprefix(end)}
                self._row(sheet.name, subject, row | ({"language": language} if language else {}))
            return
        sheet, column = place
        row = rows.setdefault(sheet.name, {})
        cell = unescaped(text) if iri is None else iri.removeprefix(column.base or "")
        if row.get(column.name, cell) != cell:
            raise ValueError(f"two values of {predicate} for {subject}")
        row[column.name] = cell
        if language:
            row["language"] = language

    def _further(self, base: str, graph: str, predicate: str, iri: str | None, kind: str) -> Sheet:
        """A sheet of two columns for what may be said several times of a subject."""
        end = None if iri is None else iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
        key = (base, graph, predicate, end, kind)
        if key not in self._others:
            column = Column("value", (predicate,), end, kind)
            sheet = Sheet(f"further_{len(self._others)}", graph, base, (column,))
            self._others[key] = self.sheets[sheet.name] = sheet
            self._files.append(self._opened(sheet))
        return self._others[key]

    def _row(self, name: str, subject: str, row: dict[str, str]) -> None:
        self.rows += 1
        self._writers[name].writerow({"id": subject.removeprefix(self.sheets[name].base), **row})


def columns_of(sheet: Sheet) -> list[str]:
    """The names of the columns of a sheet's file."""
    language = ["language"] if any(column.datatype == LANGUAGE for column in sheet.columns) else []
    return ["id", *(column.name for column in sheet.columns), *language]


def ranks_of(predicates: list[str]) -> Iterator[str]:
    """The ranks whose predicates these are, a name being of several where it stands for more than one."""
    told = set(predicates)
    for rank in ("preferred", "rendering", "acronym", "alternative"):
        own = set(dict(_NAMES)[rank])
        if own <= told and not (rank == "alternative" and f"{KG}acronym" in told):
            yield rank


def unescaped(text: str) -> str:
    """The text that a literal of N-Quads stands for."""

    def plain(found: re.Match[str]) -> str:
        number = found[1] or found[2]
        return chr(int(number, 16)) if number else _PLAIN.get(found[3], found[3])

    return _ESCAPED.sub(plain, text) if "\\" in text else text
