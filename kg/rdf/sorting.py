"""Lines of N-Triples and N-Quads, sorted and as Turtle, part by part, for graphs too large for memory.

The parts of one graph are ranges of its subjects in order, so that their Turtle, one after the other, is what
`kg.rdf.serialise.write_turtle` writes for the whole graph, to the byte.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from kg.rdf.vocabulary import PREFIXES, TYPE

_TYPE = str(TYPE).encode()
_TYPED, _FIRST = b" " + _TYPE + b" ", b" \0 "
_PREDICATES = re.compile(rb"^[^ ]+ ([^ ]+) ", re.MULTILINE)


@dataclass(frozen=True)
class Body:
    """The Turtle of one part of a graph, without its prefixes, which it names."""

    turtle: bytes
    prefixes: frozenset[str]
    triples: int


def body_of(lines: Iterable[bytes]) -> Body:
    """The Turtle of lines of N-Triples, each once, sorted as `reading_order` has it."""
    once = set(lines)
    data = _in_order(once)
    names = frozenset(name for name, iri in PREFIXES.items() if iri.encode() in data)
    # What kg or a store wrote needs not be looked at twice.
    triples = parse(data, RdfFormat.N_TRIPLES, lenient=True)
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=_chosen(names))
    assert turtle is not None
    body = turtle[len(header(names)) :]
    return Body(body if body.endswith(b"\n") or not body else body + b"\n", names, len(once))


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


def _in_order(lines: Collection[bytes]) -> bytes:
    """Different lines, sorted as `reading_order` has it.

    That is their order as bytes, types being put first, unless a predicate goes on where another one ends with what
    comes before ">", or a literal looks like a type. Bytes are sorted in two thirds of the time.
    """
    data = b"".join(lines)
    predicates = _PREDICATES.findall(data)
    if b"\0" in data or predicates.count(_TYPE) != data.count(_TYPED) or _go_on(set(predicates)):
        ordered = sorted(lines, key=_reading_order)
        return b"".join(ordered)
    return b"".join(sorted(data.replace(_TYPED, _FIRST).splitlines(keepends=True))).replace(_FIRST, _TYPED)


def _go_on(predicates: Iterable[bytes]) -> bool:
    """Whether some predicate begins with another one, and is sorted before it."""
    ordered = sorted(predicate[:-1] for predicate in predicates)
    return any(two.startswith(one) and two[len(one) : len(one) + 1] < b">" for one, two in pairwise(ordered))


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
