"""What a streaming build keeps in `.state/` of the tables that it read, to tell what of them is new to the next one.

- `tables`, `table-N`: the tables of facts, and what their rows were checked against;
- `ties`: the ties between rows;
- `others`: a checksum of all other tables.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.facts.batches import Known, from_bytes, to_bytes
from kg.facts.claims import Tie
from kg.facts.model import Row
from kg.facts.quotes import Key
from kg.large.state import Looks, looks_of, share_file


@dataclass(frozen=True)
class KeptRows:
    """What rows of facts were read from and checked against."""

    tables: Mapping[str, tuple[str, Path]]
    """By their place in the project: what each table was called, and a copy of it."""
    ties: Sequence[Tie]
    canonical: Mapping[str, str]
    classes: Mapping[str, str]
    sources: Mapping[str, tuple[str, str]]
    recorded: Mapping[Key, tuple[int, int, str, str]]
    documents: Mapping[str, str]

    def agrees_with(self, known: Known) -> bool:
        """Whether each row that was read then would be read alike now: there may be more, but nothing else."""
        new = _checked_by(known)
        old: tuple[Mapping[Any, Any], ...] = self.canonical, self.classes, self.sources, self.recorded, self.documents
        same = all(before.items() <= after.items() for before, after in zip(old, new, strict=True))
        heard = {source for source, _, _ in new[3].keys() - old[3].keys()} | (new[4].keys() - old[4].keys())
        return same and not known.unread and heard.isdisjoint(self.sources)


def _checked_by(known: Known) -> tuple[Mapping[Any, Any], ...]:
    """Nodes by ids, their classes, documents and days of sources, recorded quotes, documents."""
    sources = {
        key: (source.document, source.reported.text if source.reported is not None else "")
        for key, source in known.sources.items()
    }
    recorded = {
        key: (quote.start, quote.end, quote.document_sha256, quote.text_sha256) for key, quote in known.recorded.items()
    }
    documents = {key: document.text_sha256 + document.document_sha256 for key, document in known.documents.items()}
    return known.canonical, known.classes, sources, recorded, documents


def write_ties(folder: Path, ties: Iterable[Tie]) -> None:
    """Keeps the ties between rows."""
    told = [(tie.key, tie.id, tie.supersedes, tie.row.file, tie.row.line) for tie in ties]
    (folder / "ties").write_bytes(to_bytes(told))


def write_rows(folder: Path, seeds: Path, files: Sequence[Path], looks: Looks, known: Known) -> None:
    """Keeps the tables of facts and what their rows were checked against; not where a table was changed meanwhile."""
    for number, path in enumerate(files):
        shutil.copyfile(path, folder / f"table-{number}")
    if looks_of(files) == looks:
        told = tuple(dict(item) for item in _checked_by(known))
        tables = [(path.relative_to(seeds).as_posix(), str(path)) for path in files]
        (folder / "tables").write_bytes(to_bytes((tables, told)))


def read_rows(folder: Path) -> KeptRows | None:
    """What was kept of rows; None where nothing was."""
    if not (folder / "tables").is_file():
        return None
    tables, told = from_bytes((folder / "tables").read_bytes())
    copies = {name: (shown, folder / f"table-{number}") for number, (name, shown) in enumerate(tables)}
    ties = [
        Tie(key, id_, supersedes, Row(*place))
        for key, id_, supersedes, *place in from_bytes((folder / "ties").read_bytes())
    ]
    return KeptRows(copies, ties, *told)


def write_others(folder: Path, checksum: str) -> None:
    """Keeps the checksum of the tables that things and sources come from."""
    (folder / "others").write_text(checksum, encoding="utf-8")


def read_others(folder: Path) -> str:
    """The checksum that was kept of these."""
    return (folder / "others").read_text(encoding="utf-8")


def has_documents(folder: Path, known: Known) -> bool:
    """Whether these documents, and no others, were there then."""
    rows = read_rows(folder)
    return rows is not None and rows.documents == _checked_by(known)[-1]


def keep_things(before: Path, folder: Path, checksum: str) -> bool:
    """Keeps the lines of things and sources, where the tables that they come from are those of before."""
    if read_others(before) != checksum:
        return False
    share_file(before / "things", folder / "things")
    return True
