"""Finding a quote in its document, and keeping what was found for builds without the documents."""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.facts.cells import positive_integer
from kg.facts.model import Fact, Project, Quote, Source
from kg.facts.problems import InputError, Problem
from kg.facts.tables import read_table

QUOTES_FILE = "quotes.csv"
_COLUMNS = ("source", "quote", "occurrence", "start", "end", "document_sha256", "text_sha256")
_SOFT_HYPHEN = "\u00ad"
_SAME = {
    **dict.fromkeys("\"'`´«»‘’‚‛“”„‟‹›″′〝〞＂＇", '"'),
    **dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-"),
}

Key = tuple[str, str, int]
"""Source, words, occurrence."""


@dataclass(frozen=True)
class FoldedText:
    """A text as quotes are compared with it, and for each of its characters the place in the original."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """NFC; white space in runs and soft hyphens folded; quotation marks and dashes made equal.

        >>> FoldedText.of("a  «b» – c").text
        'a "b" - c'
        """
        letters: list[str] = []
        offsets: list[int] = []
        for start, cluster in _clusters(text):
            for character in unicodedata.normalize("NFC", cluster):
                if character == _SOFT_HYPHEN:
                    continue
                folded = " " if character.isspace() else _SAME.get(character, character)
                if folded == " " and letters[-1:] == [" "]:
                    continue
                letters.append(folded)
                offsets.append(start)
        return cls("".join(letters), (*offsets, len(text)))

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Start and end in the original text of each occurrence of `quote`.

        >>> FoldedText.of("so-called “hub”").find('"hub"')
        [(10, 15)]
        """
        wanted = FoldedText.of(quote).text.strip()
        found = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            found.append((self.offsets[at], self.offsets[at + len(wanted)]))
            at = self.text.find(wanted, at + 1)
        return found


def _clusters(text: str) -> Iterable[tuple[int, str]]:
    """Each character with the combining marks after it, since NFC works on these together."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (unicodedata.combining(text[index]) or "\u1160" <= text[index] <= "\u11ff"):
            yield start, text[start:index]
            start = index


@dataclass(frozen=True)
class RecordedQuote:
    """A quote that was once found in its document: where, and in which bytes and which text."""

    start: int
    end: int
    document_sha256: str
    text_sha256: str


@dataclass(frozen=True)
class Document:
    """A document of a source: its text and the checksums of its bytes and its text."""

    text: str
    folded: FoldedText
    document_sha256: str
    text_sha256: str


def read_document(path: Path) -> Document:
    """A plain text file in UTF-8; ValueError where it is not one."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"byte 0x{data[error.start]:02x} at {error.start} is not UTF-8") from None
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Document(text, FoldedText.of(text), hashlib.sha256(data).hexdigest(), checksum)


def read_documents(sources: Iterable[Source], folder: Path, problems: list[Problem]) -> dict[str, Document]:
    """The document of each source that has one; a missing or unreadable one is a problem at its source."""
    documents: dict[str, Document] = {}
    for source in sources:
        if not source.document:
            continue
        path = folder / source.document
        row = source.row
        if not path.is_file():
            fix = "Put it there, or correct its name."
            problems.append(Problem(row.file, row.line, f"the document '{source.document}' is not in {folder}", fix))
            continue
        try:
            documents[source.id] = read_document(path)
        except ValueError as error:
            text = f"the document '{source.document}' cannot be read: {error}"
            problems.append(Problem(row.file, row.line, text, "Save it as plain text in UTF-8."))
    return documents


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
    recorded: dict[Key, RecordedQuote] = {}
    for record in read_table(seeds / QUOTES_FILE, _COLUMNS, (), problems, optional_file=True):
        cells = record.cells
        occurrence = positive_integer(record, "occurrence", problems)
        if not (cells["start"].isdigit() and cells["end"].isdigit()):
            problems.append(record.problem("'start' and 'end' must be numbers", "Write it anew: kg check --record."))
            continue
        key = (cells["source"], cells["quote"], occurrence or 1)
        place = (int(cells["start"]), int(cells["end"]))
        recorded[key] = RecordedQuote(*place, cells["document_sha256"], cells["text_sha256"])
    if problems:
        raise InputError(problems)
    return recorded


def check_unchanged(
    project: Project,
    documents: Mapping[str, Document],
    recorded: Mapping[Key, RecordedQuote],
    problems: list[Problem],
) -> None:
    """A document whose checksum is not the recorded one is a problem at its source."""
    checksums = {key[0]: value.document_sha256 for key, value in recorded.items()}
    for source_id, document in documents.items():
        if checksums.get(source_id, document.document_sha256) != document.document_sha256:
            row = project.sources[source_id].row
            text = f"the document of '{source_id}' has changed since its quotes were recorded"
            fix = "Compare the two; if the facts still hold, run: kg check --record --documents DIR."
            problems.append(Problem(row.file, row.line, text, fix))


def apply_recorded(facts: Iterable[Fact], recorded: Mapping[Key, RecordedQuote]) -> list[Fact]:
    """The facts whose quotes `quotes.csv` vouches for, with the places it gives."""
    applied = []
    for fact in facts:
        if fact.quote is not None and not fact.quote.verified:
            entry = recorded.get((fact.source, *fact.quote.key))
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
