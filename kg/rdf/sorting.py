"""Lines of N-Triples and N-Quads, sorted and as Turtle, part by part, for graphs too large for memory.

The parts of one graph are ranges of its subjects in order, so that their Turtle, one after the other, is what
`kg.rdf.serialise.write_turtle` writes for the whole graph, to the byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from kg.rdf.vocabulary import PREFIXES, TYPE

_TYPE = str(TYPE).encode()


@dataclass(frozen=True)
class Body:
    """The Turtle of one part of a graph, without its prefixes, which it names."""

    turtle: bytes
    prefixes: frozenset[str]
    triples: int


def body_of(lines: Iterable[bytes]) -> Body:
    """The Turtle of lines of N-Triples, each once, sorted as `reading_order` has it."""
    ordered = sorted(set(lines), key=_reading_order)
    data = b"".join(ordered)
    names = frozenset(name for name, iri in PREFIXES.items() if iri.encode() in data)
    turtle = serialize(parse(data, RdfFormat.N_TRIPLES), format=RdfFormat.TURTLE, prefixes=_chosen(names))
    assert turtle is not None
    body = turtle[len(header(names)) :]
    return Body(body if body.endswith(b"\n") or not body else body + b"\n", names, len(ordered))


def header(names: Iterable[str]) -> bytes:
    """The lines that declare these prefixes."""
    node = NamedNode("x:x")  # without a triple nothing is declared
    declared = serialize([Triple(node, node, node)], format=RdfFormat.TURTLE, prefixes=_chosen(names))
    assert declared is not None
    return declared[: declared.rindex(b"<x:x> <x:x> <x:x>")]


def in_graph(body: bytes) -> bytes:
    """Turtle as TriG has it within a graph."""
    return b"\t" + body[:-1].replace(b"\n", b"\n\t") + b"\n"


def _chosen(names: Iterable[str]) -> dict[str, str]:
    wanted = set(names)
    return {name: iri for name, iri in PREFIXES.items() if name in wanted}


def _reading_order(line: bytes) -> tuple[bytes, bool, bytes, bytes]:
    subject, predicate, rest = line.split(b" ", 2)
    return subject, predicate != _TYPE, predicate[:-1], rest


def range_of(line: bytes, bounds: Sequence[bytes]) -> int:
    """The range of subjects that a line falls to; `bounds` are the first subjects of all ranges but the first."""
    return range_of_subject(line[: line.index(b" ")], bounds)


def range_of_subject(subject: bytes, bounds: Sequence[bytes]) -> int:
    """The range that a subject is in."""
    return bisect_right(bounds, subject)


def bounds_of(subjects: Iterable[bytes], ranges: int) -> list[bytes]:
    """First subjects of so many ranges, about as large as one another, but for that of the first."""
    ordered = sorted(set(subjects))
    step = max(1, -(-len(ordered) // ranges))
    return ordered[step::step]
