"""Whether what stands in brackets in a project's Turtle can be worked with: no circles, no endless depth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.facts.problems import Problem
from kg.rdf.vocabulary import OWL, RDF, shorten

_DEEPEST = 100
Node = NamedNode | BlankNode | Literal | Triple
_CHAIN = OWL + "propertyChainAxiom"


def bracket_problems(path: Path, triples: Sequence[Triple], *, counts_lists: bool) -> Iterator[Problem]:
    """What contains itself or is nested too deep, and chains of properties that are none, each at its line.

    With `counts_lists`, each item of a list is one deeper than the one before it.
    """
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    if any(isinstance(triple.object, Triple) for triple in triples):
        line = next((number for number, text in enumerate(lines, 1) if "<<" in text or "{|" in text), 1)
        told = "a triple inside a triple (RDF 1.2) is not taken: most stores cannot load it"
        yield Problem(str(path), line, told, "Say it of a node of its own.")
        return
    inner: dict[BlankNode, list[tuple[BlankNode, int]]] = defaultdict(list)
    holders: dict[BlankNode, NamedNode | BlankNode] = {}
    for triple in triples:
        if isinstance(triple.object, BlankNode) and isinstance(triple.subject, NamedNode | BlankNode):
            holders.setdefault(triple.object, triple.subject)
            if isinstance(triple.subject, BlankNode):
                further = int(counts_lists or triple.predicate.value != RDF + "rest")
                inner[triple.subject].append((triple.object, further))
    fault = _nesting(inner)
    if fault is not None:
        node, text, fix = fault
        yield Problem(str(path), _line(lines, node, holders), text, fix)
        return
    cells = {triple.subject: triple.object for triple in triples if triple.predicate.value == RDF + "first"}
    after = {triple.subject: triple.object for triple in triples if triple.predicate.value == RDF + "rest"}
    for triple in triples:
        if triple.predicate.value != _CHAIN:
            continue
        steps = []
        cell: Node | None = triple.object
        while isinstance(cell, BlankNode) and cell in cells:
            steps.append(cells[cell])
            cell = after.get(cell)
        if len(steps) < 2 or not all(isinstance(step, NamedNode) for step in steps):
            told = "owl:propertyChainAxiom takes a list of two properties or more"
            fix = "Write it in round brackets: owl:propertyChainAxiom ( kg:memberOf own:closeTo )."
            subject = triple.subject
            yield Problem(str(path), _line(lines, subject, holders, "owl:propertyChainAxiom"), told, fix)


def _nesting(inner: Mapping[BlankNode, Sequence[tuple[BlankNode, int]]]) -> tuple[BlankNode, str, str] | None:
    """The first node that contains itself, or what is too deep, and what to say of it."""
    within = {child for children in inner.values() for child, _ in children}
    done: set[BlankNode] = set()
    for start in sorted(inner, key=lambda node: (node in within, node.value)):
        open_: list[tuple[BlankNode, int, bool]] = [(start, 1, False)]
        above: set[BlankNode] = set()
        while open_:
            node, depth, is_left = open_.pop()
            if is_left:
                above.discard(node)
                done.add(node)
            elif node in above:
                return node, "what stands in these brackets contains itself", "Take it out of itself."
            elif depth > _DEEPEST:
                return node, f"more than {_DEEPEST} brackets or items stand inside one another", "Give parts names."
            elif node not in done:
                above.add(node)
                open_.append((node, depth, True))
                open_ += [(child, depth + further, False) for child, further in inner.get(node, ())]
    return None


def _line(
    lines: Sequence[str], node: object, holders: Mapping[BlankNode, NamedNode | BlankNode], word: str = ""
) -> int:
    """The first line from where a file begins to speak of a node, or of the one that it belongs to, that has a word."""
    seen: set[object] = set()
    while isinstance(node, BlankNode) and node not in seen and not any(str(node) in line for line in lines):
        seen.add(node)
        node = holders.get(node, node)
    names = (shorten(node.value), f"<{node.value}>") if isinstance(node, NamedNode) else (str(node),)
    start = next((number for number, line in enumerate(lines, 1) if line.startswith(names)), 0)
    start = start or next((number for number, line in enumerate(lines, 1) if any(n in line for n in names)), 1)
    return next((number for number, line in enumerate(lines[start - 1 :], start) if word in line), start)
