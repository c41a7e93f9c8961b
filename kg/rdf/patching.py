"""The Turtle of a graph brought up to date: what is said of some subjects is written again, the rest is copied.

`kg.rdf.sorting` writes one subject after the other, in the order of their IRIs, and begins no other line with anything
but a tab. A subject's part of the file is therefore found by halving, and what stands around it stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from kg.rdf.sorting import header
from kg.rdf.vocabulary import PREFIXES

_WINDOW = 1 << 24
_TOKEN = 256
_DECLARED = re.compile(rb"@prefix ([a-z]+): ")
_NEW_LINE, _TAB = b"\n\t"


def block_of_subjects(turtle: bytes) -> dict[bytes, bytes]:
    """What a body of Turtle says of each subject, by the subject as N-Triples have it."""
    return {subject_of(block): block for block in blocks(turtle)}


def blocks(turtle: bytes) -> list[bytes]:
    """The parts of a body of Turtle, one for each subject."""
    return re.findall(rb"^[^\t].*\n(?:\t.*\n)*", turtle, re.MULTILINE)


def subject_of(block: bytes) -> bytes:
    """The subject with which a block begins, as N-Triples have it."""
    token = block[: block.index(b" ")]
    if token.startswith(b"<"):
        return token
    prefix, _, name = token.partition(b":")
    return b"<%b%b>" % (PREFIXES[prefix.decode()].encode(), re.sub(rb"\\(.)", rb"\1", name))


def declared(path: Path) -> tuple[frozenset[str], int]:
    """The prefixes that a file of Turtle declares, and where its body begins."""
    found = set()
    at = 0
    with path.open("rb") as file:
        for line in file:
            prefix = _DECLARED.match(line)
            if prefix is None:
                break
            found.add(prefix[1].decode())
            at += len(line)
    return frozenset(found), at


def write_in_graph(path: Path, out: BinaryIO) -> None:
    """Writes the body of a file of Turtle as TriG has it within a graph."""
    _, at = declared(path)
    left = path.stat().st_size - at - 1
    with path.open("rb") as file:
        file.seek(at)
        out.write(b"\t")
        while left > 0:
            data = file.read(min(_WINDOW, left))
            left -= len(data)
            out.write(data.replace(b"\n", b"\n\t"))
        out.write(b"\n")


class TurtleFile:
    """A file of sorted Turtle, to be copied with changes."""

    def __init__(self, path: Path) -> None:
        self.prefixes, begin = declared(path)
        self._data: Any = np.memmap(path, dtype=np.uint8, mode="r")
        self._starts = np.concatenate([self._found(begin), [len(self._data)]])

    def __enter__(self) -> TurtleFile:
        return self

    def __exit__(self, *_: object) -> None:
        del self._data  # Windows moves no folder with a file that is open

    def _bytes(self, start: int, end: int) -> bytes:
        return bytes(self._data[start:end])

    def _found(self, begin: int) -> Any:
        """Where each subject begins; a graph of none is one empty line."""
        if len(self._data) - begin <= 1:
            return np.array([], dtype=np.int64)
        found = [np.array([begin], dtype=np.int64)]
        for start in range(begin, len(self._data) - 1, _WINDOW):
            after = np.flatnonzero(self._data[start : min(start + _WINDOW, len(self._data) - 1)] == _NEW_LINE)
            after += start + 1
            found.append(after[self._data[after] != _TAB])
        return np.concatenate(found)

    def __len__(self) -> int:
        """How many subjects there are."""
        return len(self._starts) - 1

    def subject(self, number: int) -> bytes:
        """The subject with a number, as N-Triples have it."""
        start, end = self._starts[number], self._starts[number + 1]
        first = self._bytes(start, min(end, start + _TOKEN))
        return subject_of(first if b" " in first else self._bytes(start, end))

    def blocks(self) -> Iterator[bytes]:
        """What is said of each subject."""
        for start in range(0, len(self), 10_000):
            ends = self._starts[start : start + 10_001].tolist()
            data = self._bytes(ends[0], ends[-1])
            yield from (data[one - ends[0] : next_ - ends[0]] for one, next_ in pairwise(ends))

    def write(self, told: Mapping[bytes, bytes], prefixes: Iterable[str], out: BinaryIO) -> None:
        """Writes the file with these blocks in the place of those of the same subjects; an empty one takes it away."""
        out.write(header(prefixes))
        numbers = range(len(self))
        at = first = 0
        for subject in sorted(told):
            number = bisect_left(numbers, subject, lo=first, key=self.subject)
            out.write(self._data[self._starts[at] : self._starts[number]])
            out.write(told[subject])
            known = number < len(self) and self.subject(number) == subject
            at = first = number + known
        out.write(self._data[self._starts[at] : self._starts[-1]])
