"""Whether the shapes that a project adds are shapes: their terms known, their values such as SHACL asks for.

What SHACL asks of a shape is said by the shapes that the W3C gives for shapes (SHACL, appendix C); pySHACL brings them.
"""

from __future__ import annotations

import contextlib
import logging
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import rdflib
from rdflib.term import Node

from kg.facts.problems import Problem, nearest
from kg.rdf.ontology import Ontology
from kg.rdf.own_shape_sense import shape_faults
from kg.rdf.vocabulary import KG, RDF, SH, is_term, local_name, shorten

_SHAPED = frozenset(
    SH + name for name in ("path", "class", "targetClass", "targetSubjectsOf", "targetObjectsOf", "inversePath")
)
"""What a shape says of terms."""
_KEYWORDS = ("and", "class", "in", "not", "or")  # words of Python, which rdflib's list leaves out
_KNOWN = frozenset(map(str, dir(rdflib.SH))) | {SH + name for name in _KEYWORDS}
_BOOLEANS = ("sh:closed", "sh:deactivated", "sh:uniqueLang", "sh:qualifiedValueShapesDisjoint")
_WAYS = {
    "integer": "Write a whole number: {} 1.",
    "boolean": "Write true or false, without quotation marks.",
    "string": 'Write a text: {} "…".',
}
_FLAGS = frozenset("ismxq")


def shape_problems(path: Path, ontology: Ontology) -> list[Problem]:
    """What is wrong with the shapes of a file; where nothing is, whether pySHACL can work with them."""
    check = _Check(path, ontology)
    told = [*check.terms(), *check.ours(), *check.patterns(), *check.forms(), *check.sense()]
    return told or [*check.trial()]


class _Check:
    def __init__(self, path: Path, ontology: Ontology) -> None:
        self._path = path
        self._ontology = ontology
        text = path.read_text(encoding="utf-8-sig")
        self._lines = text.splitlines()
        self._graph = rdflib.Graph().parse(data=text, format="turtle")

    def terms(self) -> Iterator[Problem]:
        """Each unknown term that a shape is about, or is written with."""
        known = {iri for iri, _ in self._ontology.pairs(RDF + "type")}
        triples = [tuple(map(_iri, triple)) for triple in self._graph]
        named = {object_ for _, predicate, object_ in triples if predicate in _SHAPED}
        for iri in sorted(iri for iri in named if is_term(iri) and iri not in known):
            fix = nearest(_short(iri), map(_short, filter(is_term, known)), "Declare it.")
            yield self._at(self._first(iri), f"there is no term {_short(iri)}", fix)
        nodes = {iri for _, predicate, object_ in triples for iri in (predicate, object_)}
        for iri in sorted(iri for iri in nodes if iri.startswith(SH) and iri not in _KNOWN):
            alike = [known for known in _KNOWN if known.casefold() == iri.casefold()]
            alike = alike or [
                known for known in _KNOWN if local_name(known)[0].isupper() == local_name(iri)[:1].isupper()
            ]
            fix = nearest(_short(iri), map(_short, alike or _KNOWN), "See https://www.w3.org/TR/shacl/.")
            yield self._at(self._first(iri), f"SHACL has no {_short(iri)}", fix)

    def ours(self) -> Iterator[Problem]:
        """What is said of our own shapes and terms."""
        for subject in sorted(set(map(str, self._graph.subjects()))):
            if subject.startswith(KG):
                told = f"{_short(subject)} is not the project's to change"
                yield self._at(self._first(subject), told, "Name a shape of your own, in the namespace own:.")

    def sense(self) -> Iterator[Problem]:
        """What is not run, never ends, or is no SPARQL."""
        for fault in shape_faults(self._graph):
            line = self._line(fault.node, fault.word, fault.value) + fault.lines
            yield self._at(min(line, len(self._lines)), fault.text, fault.fix)

    def patterns(self) -> Iterator[Problem]:
        """Regular expressions that are none."""
        for shape, text in self._graph.subject_objects(rdflib.SH.pattern):
            try:
                re.compile(str(text))
            except re.error as error:
                told = f"sh:pattern '{text}' is no regular expression ({error.msg})"
                fix = "Close every bracket, and write \\\\ before a sign that stands for itself."
                yield self._at(self._line(shape, "sh:pattern", str(text)), told, fix)
        for shape, text in self._graph.subject_objects(rdflib.SH.flags):
            wrong = "".join(sorted(set(str(text)) - _FLAGS))
            if wrong:
                told = f"sh:flags knows no '{wrong}'"
                yield self._at(self._line(shape, "sh:flags", str(text)), told, 'Write sh:flags "i", say.')

    def forms(self) -> Iterator[Problem]:
        """What the shapes for shapes find; of a shape that is broken otherwise, its kind is not asked for."""
        from pyshacl.entrypoints import meta_validate

        _, report, _ = meta_validate(self._graph, inference="none")
        assert isinstance(report, rdflib.Graph)
        ours = {KG + name for name in self._ontology.shapes}
        found: list[tuple[Node, Problem]] = []
        unsorted: list[tuple[Node, Problem]] = []
        for result in report.objects(None, rdflib.SH.result):
            focus = report.value(result, rdflib.SH.focusNode)
            value = str(report.value(result, rdflib.SH.value))
            if focus is None or str(focus) in ours or (value.startswith(SH) and value not in _KNOWN):
                continue
            path = report.value(result, rdflib.SH.resultPath)
            kept = found if isinstance(path, rdflib.URIRef) else unsorted
            kept.append((focus, self._told(report, result, focus, path)))
        told = {focus for focus, _ in found}
        yield from (problem for _, problem in found)
        yield from (problem for focus, problem in unsorted if focus not in told)
        for shape in self._graph.subjects(rdflib.RDF.type, rdflib.SH.NodeShape):
            if (shape, rdflib.SH.path, None) in self._graph:
                text, fix = "a sh:NodeShape has no sh:path", "Declare it as sh:PropertyShape."
                yield self._at(self._line(shape, "sh:path", ""), text, fix)

    def trial(self) -> Iterator[Problem]:
        """What pySHACL cannot work with, tried on one thing for each target."""
        import pyshacl

        data = rdflib.Graph()
        thing = rdflib.URIRef("urn:thing")
        for class_ in self._graph.objects(None, rdflib.SH.targetClass):
            data.add((thing, rdflib.RDF.type, class_))
        for name in (rdflib.SH.targetSubjectsOf, rdflib.SH.targetObjectsOf, rdflib.SH.path):
            for property_ in self._graph.objects(None, name):
                if isinstance(property_, rdflib.URIRef):
                    data.add((thing, property_, thing))
        try:
            with _quiet():
                _, results, said = pyshacl.validate(data, shacl_graph=self._graph, inference="none", advanced=False)
            if isinstance(results, rdflib.Graph):
                return
        except Exception as error:  # it raises many kinds, of rdflib's too
            said = str(getattr(error, "message", None) or error) or type(error).__name__
        said = re.sub(r"\bn[0-9a-f]{32}b\d+\b", "[ … ]", " ".join(said.split()).rstrip(".!"))
        named = (self._first(SH + name) for name in re.findall(r"\bsh:(\w+)", said))
        line = next((line for line in named if line > 1), 1)
        yield self._at(line, f"the shapes cannot be used: {said}", "See https://www.w3.org/TR/shacl/.")

    def _told(self, report: rdflib.Graph, result: Node, focus: Node, path: Node | None) -> Problem:
        """One finding in words, at its line."""
        value = report.value(result, rdflib.SH.value)
        component = str(report.value(result, rdflib.SH.sourceConstraintComponent)).removeprefix(SH)
        shown = self._shown(value)
        if not isinstance(path, rdflib.URIRef):
            return self._unkind(focus)
        name = _short(str(path))
        line = self._line(focus, name, shown)
        if component == "MaxCountConstraintComponent" and len(list(self._graph.objects(focus, path))) == 1:
            text = f"{self._name(focus)} has a {name}, and is used where a shape has none"
            return self._at(line, text, "Name a sh:NodeShape after sh:node.")
        if component == "MaxCountConstraintComponent":
            return self._at(line, f"{name} of {self._name(focus)} has several values", "Keep one.")
        if component == "MinCountConstraintComponent":
            return self._at(line, f"the shape {self._name(focus)} has no {name}", f"Add {name} kg:operates, say.")
        told = f"{name} cannot be '{shown}'"
        if name == "sh:path" and shown == "( … )":
            return self._at(line, "a path in round brackets has two steps or more", "Leave the brackets out.")
        if component == "DatatypeConstraintComponent":
            source = report.value(result, rdflib.SH.sourceShape)
            wanted = self._wanted(report, source, path)
            return self._at(line, told, _WAYS.get(wanted, f"Write a value of xsd:{wanted}.").format(name))
        if component == "InConstraintComponent" and name in _BOOLEANS:
            return self._at(line, told, _WAYS["boolean"])
        if component == "InConstraintComponent":
            kinds = [f"sh:{kind}" for kind in ("IRI", "Literal", "BlankNode", "IRIOrLiteral", "BlankNodeOrIRI")]
            return self._at(line, told, nearest(shown, kinds, f"Write one of {', '.join(kinds)}."))
        if component == "NodeConstraintComponent":
            return self._at(line, f"{name} takes a list", f"Write it in round brackets: {name} ( … ).")
        if component in ("NodeKindConstraintComponent", "OrConstraintComponent") and isinstance(value, rdflib.Literal):
            if name in ("sh:message", "sh:description", "sh:name"):
                return self._at(line, told, _WAYS["string"].format(name))
            return self._at(line, told, f"Write a term with its prefix: {name} {self._term_like(shown)}.")
        message = " ".join(str(report.value(result, rdflib.SH.resultMessage) or "").split()).rstrip(".")
        return self._at(line, f"{told}: {message}", "See https://www.w3.org/TR/shacl/.")

    def _shown(self, value: Node | None) -> str:
        """A value as its file has it, blank nodes by their brackets alone."""
        if isinstance(value, rdflib.BNode):
            return "( … )" if (value, rdflib.RDF.first, None) in self._graph else "[ … ]"
        return _short(str(value)) if isinstance(value, rdflib.URIRef) else str(value)

    def _unkind(self, shape: Node) -> Problem:
        """Of a shape that is neither one of nodes nor one of properties: why not."""
        paths = len(list(self._graph.objects(shape, rdflib.SH.path)))
        if paths > 1:
            text = f"sh:path of {self._name(shape)} has several values"
            return self._at(self._line(shape, "sh:path", ""), text, "Keep one.")
        if paths:
            text = f"the shape {self._name(shape)} is neither one of nodes nor one of properties"
            return self._at(self._line(shape, "", ""), text, "See https://www.w3.org/TR/shacl/#property-shapes.")
        text = f"the shape {self._name(shape)} says of values what needs a sh:path"
        return self._at(self._line(shape, "", ""), text, "Add one, or put it into sh:property [ sh:path … ].")

    def _wanted(self, report: rdflib.Graph, source: Node | None, path: Node) -> str:
        """The local name of the datatype that a property of a shape is to have."""
        found = report.value(source, rdflib.SH.datatype) if source is not None else None
        if found is not None:
            return str(found).rpartition("#")[2]
        return "boolean" if _short(str(path)) in _BOOLEANS else "integer"

    def _term_like(self, text: str) -> str:
        if ":" in text:
            return text
        return f"kg:{text}" if text in self._ontology.labels and text not in self._ontology.own else f"own:{text}"

    def _name(self, shape: Node) -> str:
        if isinstance(shape, rdflib.URIRef):
            return _short(str(shape))
        return f"in {_short(str(self._holder(shape)))}"

    def _holder(self, node: Node) -> Node:
        """The named node that a blank one belongs to."""
        seen: set[Node] = set()
        while isinstance(node, rdflib.BNode) and node not in seen:
            seen.add(node)
            node = next(iter(self._graph.subjects(None, node)), node)
        return node

    def _line(self, focus: Node, name: str, value: str) -> int:
        """The line of the statement about a shape that holds a property and its value, or as much of it as there is."""
        holder = self._holder(focus)
        start = self._first(str(holder), beginning=True) if isinstance(holder, rdflib.URIRef) else 1
        statement = [start]
        for number in range(start + 1, len(self._lines) + 1):
            if self._lines[number - 1][:1].strip(" \t#])}"):
                break
            statement.append(number)
        quoted = value.replace("\\", "\\\\")
        for wanted in ((name, quoted), (name,), (quoted,)):
            for number in statement:
                if all(wanted) and all(part in self._lines[number - 1] for part in wanted):
                    return number
        return start

    def _first(self, iri: str, beginning: bool = False) -> int:
        """The first line that names, or begins with, an IRI; 1 where none does."""
        ways = re.compile(rf"{'^' if beginning else ''}(?:{re.escape(_short(iri))}(?![\w-])|<{re.escape(iri)}>)")
        return next((number for number, line in enumerate(self._lines, 1) if ways.search(line)), 1)

    def _at(self, line: int, text: str, fix: str) -> Problem:
        return Problem(str(self._path), line, text, fix)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keeps pySHACL from telling by itself, beside what it raises."""
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)


def _iri(node: Node) -> str:
    return str(node) if isinstance(node, rdflib.URIRef) else ""


def _short(iri: str) -> str:
    return f"sh:{iri.removeprefix(SH)}" if iri.startswith(SH) else shorten(iri)
