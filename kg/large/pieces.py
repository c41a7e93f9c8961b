"""What every process of a large build knows, and the parts of files that they pass to one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.facts.batches import Known
from kg.rdf.mapping import Mapper
from kg.rdf.sorting import range_of


@dataclass(frozen=True)
class Setup:
    """What every process knows."""

    known: Known
    mapper: Mapper
    folder: Path
    """Where pieces are kept."""
    shares: int
    bounds: tuple[bytes, ...]
    """The subjects at which ranges of the asserted graph begin."""
    state: Path
    """Where what the next build may go on from is kept."""
    before: Path | None = None
    """Where the last one kept it, if this one goes on from there."""
    acting: tuple[tuple[str, ...], ...] = ()
    """What the lines of a claim have that rules over claims are about, for each such rule."""


@dataclass(frozen=True)
class Piece:
    """A part of a file in the working folder."""

    file: str
    start: int
    size: int


Pieces = Mapping[int, Piece]
"""A piece for each share or range that has one."""


class PieceWriter:
    """Writes pieces one after the other into one file."""

    def __init__(self, folder: Path, file: str) -> None:
        self._file = (folder / file).open("wb")
        self._name = file
        self._end = 0

    def write(self, parts: Mapping[int, bytes]) -> dict[int, Piece]:
        """A piece for each part, in the order of their numbers."""
        pieces = {}
        for number in sorted(parts):
            pieces[number] = Piece(self._name, self._end, len(parts[number]))
            self._file.write(parts[number])
            self._end += len(parts[number])
        return pieces

    def close(self) -> None:
        """All is written."""
        self._file.close()


def read_piece(folder: Path, piece: Piece) -> bytes:
    """The bytes of a piece."""
    with (folder / piece.file).open("rb") as file:
        file.seek(piece.start)
        return file.read(piece.size)


def dealt(lines: Iterable[bytes], bounds: Sequence[bytes]) -> dict[int, bytes]:
    """Lines by the ranges of their subjects."""
    ranges: dict[int, list[bytes]] = {}
    for line in lines:
        ranges.setdefault(range_of(line, bounds), []).append(line)
    return {number: b"".join(found) for number, found in ranges.items()}
