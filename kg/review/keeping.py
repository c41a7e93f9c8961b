"""The articles of what was accepted, kept in the project's folder of documents, where its checks look for them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterable
from pathlib import Path

from kg.draft.model import DraftSource
from kg.facts.problems import CallError


def keep_documents(sources: Iterable[DraftSource], in_tables: Container[str], folder: Path) -> list[Path]:
    """The files that are new in `folder`: articles of sources that the tables have, as they were drafted.

    What is there already stays as it is, and an article that is gone, or another by now, is left out. CallError where
    the folder cannot be written.
    """
    kept = []
    for source in sources:
        target, original = folder / Path(source.document).name, Path(source.path)
        if source.id not in in_tables or not source.document or target.exists() or not original.is_file():
            continue
        try:
            data = original.read_bytes()
        except OSError:
            continue  # it cannot be read any more, as if it were gone
        if hashlib.sha256(data).hexdigest() != source.sha256:
            continue
        half = target.with_name(f".{target.name}.half")
        try:
            half.write_bytes(data)
            os.replace(half, target)
        except OSError as error:
            raise CallError(f"{target} cannot be written ({error.strerror}). Copy {original} there.") from error
        kept.append(target)
    return kept
