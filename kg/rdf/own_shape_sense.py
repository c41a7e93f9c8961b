"""What shapes of one's own ask for that is not done: unknown features, circles, SPARQL that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import rdflib
from rdflib.collection import Collection
from rdflib.term import Node

from kg.rdf.sparql import syntax_mistakes
from kg.rdf.tokens import Kind, tokens
from kg.rdf.vocabulary import SH

_SH = rdflib.SH
_NOT_RUN = ("js", "rule", "target", "expression", "values", "jsLibrary", "jsFunctionName")
"""Of SHACL Advanced Features and SHACL JavaScript."""
_LISTS = tuple(rdflib.URIRef(SH + name) for name in ("and", "or", "xone"))
_INNER = tuple(rdflib.URIRef(SH + name) for name in ("node", "property", "not", "qualifiedValueShape"))
_QUERIES = (_SH.select, _SH.ask, _SH.construct)
_REFUSED = frozenset({"SERVICE", "MINUS", "VALUES", "FROM"})
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a shape: the node, a word and a value near it, lines after that, and the words for people."""

    node: Node
    word: str
    value: str
    lines: int
    text: str
    fix: str


def shape_faults(graph: rdflib.Graph) -> Iterator[Fault]:
    """All of them."""
    yield from _not_run(graph)
    yield from _no_shapes(graph)
    yield from _circles(graph)
    for predicate in _QUERIES:
        for node, text in graph.subject_objects(predicate):
            yield from _of_query(graph, node, predicate, str(text))


def _not_run(graph: rdflib.Graph) -> Iterator[Fault]:
    for name in _NOT_RUN:
        for node in graph.subjects(rdflib.URIRef(SH + name)):
            fix = "Say it with SHACL Core or sh:sparql, or as a rule in ontology/rules/."
            yield Fault(node, f"sh:{name}", "", 0, f"sh:{name} is not run here", fix)


def _no_shapes(graph: rdflib.Graph) -> Iterator[Fault]:
    for predicate in _LISTS:
        for shape, head in graph.subject_objects(predicate):
            name = f"sh:{str(predicate).removeprefix(SH)}"
            if any(isinstance(member, rdflib.Literal) for member in Collection(graph, head)):
                yield Fault(shape, name, "", 0, f"{name} takes a list of shapes", f"Write {name} ( [ … ] own:Shape ).")


def _circles(graph: rdflib.Graph) -> Iterator[Fault]:
    """Shapes that are held against themselves, which SHACL leaves open (section 3.4.3)."""
    for shape in {shape for predicate in (*_INNER, *_LISTS) for shape in graph.subjects(predicate)}:
        seen: set[Node] = set()
        open_ = list(_inner(graph, shape))
        while open_ and shape not in seen:
            current = open_.pop()
            if current not in seen:
                seen.add(current)
                open_ += _inner(graph, current)
        if shape in seen and isinstance(shape, rdflib.URIRef):
            fix = "Take one sh:node out of the circle."
            yield Fault(shape, "sh:node", "", 0, "the shape is held against itself, which never ends", fix)


def _inner(graph: rdflib.Graph, shape: Node) -> Iterator[Node]:
    for predicate in _INNER:
        yield from graph.objects(shape, predicate)
    for predicate in _LISTS:
        for head in graph.objects(shape, predicate):
            yield from Collection(graph, head)


def _of_query(graph: rdflib.Graph, node: Node, predicate: Node, text: str) -> Iterator[Fault]:
    """What SHACL does not let a query do (section 5.2.1 and appendix A), a prefix that it lacks, and broken SPARQL."""
    word = f"sh:{str(predicate).removeprefix(SH)}"
    first = text.splitlines()[0].strip() if text.strip() else ""
    declared = {str(name) for name in graph.objects(None, _SH.prefix)} if (node, _SH.prefixes, None) in graph else set()
    declared |= set(_DECLARED.findall(text))
    found = False
    for token in tokens(text):
        line = text.count("\n", 0, token.start)
        prefix = token.text.partition(":")[0]
        if token.kind is Kind.WORD and token.text.upper() in _REFUSED:
            found = True
            told = f"SPARQL in a shape has no {token.text.upper()}"
            yield Fault(node, word, first, line, told, "Ask of the graph at hand alone, with FILTER NOT EXISTS, say.")
        elif token.kind is Kind.NAME and prefix not in declared:
            found = True
            told = f"the prefix '{prefix}:' is not declared in this text"
            yield Fault(node, word, first, line, told, "Begin it with PREFIX, or name sh:prefixes beside it.")
            break
    if found:
        return
    names = "".join(f"PREFIX {name}: <urn:x> " for name in sorted(declared - set(_DECLARED.findall(text))))
    mistakes = syntax_mistakes(names + text)
    for item in mistakes:
        yield Fault(node, word, first, item.line - 1, item.text, item.fix)
    used = {token.text[1:] for token in tokens(text) if token.kind is Kind.VARIABLE}
    if not mistakes and predicate != _SH.ask and "this" not in used:
        yield Fault(node, word, first, 0, "the query does not say $this, the thing that is looked at", "Use it.")
