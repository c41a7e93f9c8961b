"""Documents of sources: their text, and the checksums of their bytes and their text."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.facts.model import Source
from kg.facts.problems import Problem
from kg.facts.texts.extraction import UnreadableError, text_of
from kg.facts.texts.folded_text import FoldedText


@dataclass(frozen=True)
class Document:
    """A document of a source: its text and the checksums of its bytes and its text."""

    text: str
    folded: FoldedText
    document_sha256: str
    text_sha256: str


def read_document(path: Path) -> Document:
    """A document by the ending of its name: `.html`, `.htm`, `.pdf`; any other is plain text in UTF-8.

    ValueError where it cannot be read (UnreadableError, with a fix, where its content is at fault).
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(error.strerror) from None
    text = text_of(data, path.suffix)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Document(text, FoldedText.of(text), hashlib.sha256(data).hexdigest(), checksum)


def read_documents(sources: Iterable[Source], folder: Path, problems: list[Problem]) -> dict[str, Document]:
    """The document of each source that has one; a missing or unreadable one is a problem at its source."""
    documents: dict[str, Document] = {}
    if not folder.is_dir():
        fix = "Name the folder of the sources' documents with --documents."
        problems.append(Problem(str(folder), 1, "there is no such folder", fix))
        return documents
    for source in sources:
        path = folder / source.document
        if path.parent != folder or not path.name or path.name.startswith("."):
            continue  # it has none, or no plain file name, which is told by whoever read the table
        row = source.row
        if not os.path.isfile(path):  # Path.is_file raises where a name is too long
            fix = "Put it there, or correct its name."
            problems.append(Problem(row.file, row.line, f"the document '{source.document}' is not in {folder}", fix))
            continue
        try:
            documents[source.id] = read_document(path)
        except ValueError as error:
            text = f"the document '{source.document}' cannot be read: {error}"
            fix = error.fix if isinstance(error, UnreadableError) else "Make it a file that can be read."
            problems.append(Problem(row.file, row.line, text, fix))
    return documents
