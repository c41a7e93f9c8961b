"""Finding a quote in its document, and keeping what was found for builds without the documents."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.facts.cells import positive_integer
from kg.facts.model import Fact, Project, Quote
from kg.facts.problems import InputError, Problem
from kg.facts.tables import read_table
from kg.facts.texts.documents import Document, read_document, read_documents
from kg.facts.texts.folded_text import FoldedText

__all__ = [
    "QUOTES_FILE",
    "Document",
    "FoldedText",
    "Key",
    "RecordedQuote",
    "apply_recorded",
    "check_unchanged",
    "locate",
    "read_document",
    "read_documents",
    "gather_recorded",
    "read_recorded",
    "recorded_table",
]

QUOTES_FILE = "quotes.csv"
_COLUMNS = ("source", "quote", "occurrence", "start", "end", "document_sha256", "text_sha256")
_PLACE = re.compile(r"[0-9]{1,12}")

Key = tuple[str, str, int]
"""Source, words as they are compared (see `FoldedText`), occurrence."""


@dataclass(frozen=True)
class RecordedQuote:
    """A quote that was once found in its document: where, and in which bytes and which text."""

    start: int
    end: int
    document_sha256: str
    text_sha256: str


def locate(facts: Iterable[Fact], documents: Mapping[str, Document], problems: list[Problem]) -> list[Fact]:
    """The facts with their quotes found in `documents`; a quote that is not there is a problem at its fact."""
    located = []
    for fact in facts:
        document = documents.get(fact.source)
        if fact.quote is not None and document is not None:
            quote = _locate(fact, fact.quote, document, problems)
            fact = replace(fact, quote=quote)
        located.append(fact)
    return located


def _locate(fact: Fact, quote: Quote, document: Document, problems: list[Problem]) -> Quote:
    found = document.folded.find(quote.text)
    row = fact.row
    if not found:
        text = f"the quote \"{quote.text}\" is not in the document of '{fact.source}'"
        problems.append(Problem(row.file, row.line, text, "Copy the words as they stand there."))
        return quote
    if quote.occurrence is None and len(found) > 1:
        text = f"the quote \"{quote.text}\" stands {len(found)} times in the document of '{fact.source}'"
        fix = f"Say which one in the column 'occurrence' (1 to {len(found)}), or quote more words."
        problems.append(Problem(row.file, row.line, text, fix))
        return quote
    occurrence = quote.occurrence or 1
    if occurrence > len(found):
        text = f'the quote "{quote.text}" stands only {len(found)} times, so there is no occurrence {occurrence}'
        problems.append(Problem(row.file, row.line, text, "Correct the column 'occurrence'."))
        return quote
    start, end = found[occurrence - 1]
    return replace(quote, start=start, end=end, verified=True)


def read_recorded(seeds: Path) -> dict[Key, RecordedQuote]:
    """What `quotes.csv` says was found; raises InputError where it is broken."""
    problems: list[Problem] = []
    recorded = gather_recorded(seeds, problems)
    if problems:
        raise InputError(problems)
    return recorded


def gather_recorded(seeds: Path, problems: list[Problem]) -> dict[Key, RecordedQuote]:
    """What can be read of `quotes.csv`; every fault is appended to `problems`."""
    recorded: dict[Key, RecordedQuote] = {}
    first: dict[tuple[str, str, int], int] = {}
    for record in read_table(seeds / QUOTES_FILE, _COLUMNS, (), problems, optional_file=True):
        cells = record.cells
        occurrence = positive_integer(record, "occurrence", problems)
        fix = "Write it anew: kg check --record."
        if not (_PLACE.fullmatch(cells["start"]) and _PLACE.fullmatch(cells["end"])):
            problems.append(record.problem("'start' and 'end' must be numbers", fix))
            continue
        written = (cells["source"], cells["quote"], occurrence or 1)
        if written in first:
            problems.append(record.problem(f"the same quote stands already in line {first[written]}", fix))
        first.setdefault(written, record.row.line)
        place = (int(cells["start"]), int(cells["end"]))
        recorded[_key(*written)] = RecordedQuote(*place, cells["document_sha256"], cells["text_sha256"])
    return recorded


def _key(source: str, words: str, occurrence: int) -> Key:
    """A quote is the same one after a program has made its quotation marks round, in either table."""
    return source, FoldedText.of(words).text.strip(), occurrence


def check_unchanged(
    project: Project,
    documents: Mapping[str, Document],
    recorded: Mapping[Key, RecordedQuote],
    problems: list[Problem],
) -> tuple[Problem, ...]:
    """A document whose bytes are not the recorded ones is a problem at its source.

    What comes back are notes: documents whose bytes are as recorded but not the text that is drawn from them, since
    another version of an extractor draws it. They stop nothing as long as each quote is found.
    """
    checksums: dict[str, set[tuple[str, str]]] = {}
    for key, value in recorded.items():
        checksums.setdefault(key[0], set()).add((value.document_sha256, value.text_sha256))
    notes = []
    for source_id, document in documents.items():
        known = checksums.get(source_id, set())
        row = project.sources[source_id].row
        if any(document_sha256 != document.document_sha256 for document_sha256, _ in known):
            same = all(text_sha256 == document.text_sha256 for _, text_sha256 in known)
            text = f"the document of '{source_id}' has changed since its quotes were recorded"
            fix = "Compare the two; if the facts still hold, run: kg check --record --documents DIR."
            problems.append(Problem(row.file, row.line, f"{text}, though not its text" if same else text, fix))
        elif any(text_sha256 != document.text_sha256 for _, text_sha256 in known):
            text = f"the document of '{source_id}' is unchanged, but the text drawn from it differs"
            fix = "Another version of the extractor draws it; record anew: kg check --record --documents DIR."
            notes.append(Problem(row.file, row.line, text, fix))
    return tuple(notes)


def apply_recorded(facts: Iterable[Fact], recorded: Mapping[Key, RecordedQuote]) -> list[Fact]:
    """The facts whose quotes `quotes.csv` vouches for, with the places it gives."""
    applied = []
    for fact in facts:
        if fact.quote is not None and not fact.quote.verified:
            entry = recorded.get(_key(fact.source, *fact.quote.key))
            if entry is not None:
                fact = replace(fact, quote=replace(fact.quote, start=entry.start, end=entry.end, verified=True))
        applied.append(fact)
    return applied


def recorded_table(facts: Iterable[Fact], documents: Mapping[str, Document]) -> str:
    """The text of `quotes.csv` for facts whose quotes were located in `documents`, sorted."""
    rows = set()
    for fact in facts:
        if fact.quote is not None and fact.source in documents:
            document = documents[fact.source]
            text, occurrence = fact.quote.key
            place = (fact.quote.start or 0, fact.quote.end or 0)
            rows.add((fact.source, *place, text, occurrence, document.document_sha256, document.text_sha256))
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for source, start, end, text, occurrence, document_sha256, text_sha256 in sorted(rows):
        writer.writerow((source, text, occurrence, start, end, document_sha256, text_sha256))
    return output.getvalue()
