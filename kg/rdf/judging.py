"""Compiled shapes run over a store; what has no translation is judged by pySHACL on the part of the graph concerned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, RdfFormat, Triple, serialize

from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.shapes import FOCUS, Check, NotCoveredError, Shapes, Step, Term, is_well_formed
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import RDF, RDFS, SH, TYPE, GraphName, local_name, prologue

Focus = NamedNode | Literal
_LAYERS = (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.INFERRED)
_BATCH = 1_000
"""How many focus nodes one query names; see `kg.rdf.plan`."""
# Constraints that look at triples which the shape does not name.
_LOOK_ANYWHERE = {NamedNode(SH + name) for name in ("closed", "sparql", "js", "target", "ignoredProperties")}


@dataclass(frozen=True)
class Result:
    """A validation result: the IRI of the focus node, the shape's name and those of its holders, the message."""

    node: str
    names: tuple[str, ...]
    message: str


class CompiledShapes:
    """The shapes of an ontology, ready to be run over a store.

    `left` says of each shape that is left to pySHACL what it says beyond the translation.
    """

    def __init__(self, store: Dataset, ontology: Ontology) -> None:
        self._store = store
        self._files = ontology.shapes_files
        self._shapes = Shapes(self._files)
        self._ill_typed: dict[tuple[str, str], list[Literal]] = {}
        self.left: dict[Term, str] = {}
        self._checks: list[Check] = []
        self._whole = self._has_subclasses()
        for shape in self._shapes.targeted():
            try:
                if self._whole:
                    raise NotCoveredError("a hierarchy of classes in the data")
                self._checks += self._shapes.checks(shape, self._find_ill_typed)
            except NotCoveredError as error:
                self.left[shape] = str(error)

    def told_left(self) -> tuple[str, ...]:
        """The names of the shapes that are left to pySHACL, and why."""
        return tuple(sorted(f"{_local(shape)}: {reason}" for shape, reason in self.left.items()))

    def results(self) -> Iterator[Result]:
        """All results in the store."""
        for check in self._checks:
            nodes = dict.fromkeys(row[0] for row in self._rows(check.sift))
            yield from self._told(check, (node for node in nodes if isinstance(node, NamedNode | Literal)))
        if self.left:
            yield from self._by_pyshacl()

    def results_of(self, nodes: Collection[Focus]) -> Iterator[Result]:
        """The results of these focus nodes by the compiled shapes."""
        ordered = sorted(nodes, key=str)
        focus: dict[str, list[Focus]] = {}
        for check in self._checks:
            if check.target not in focus:
                focus[check.target] = list(self._in_target(check.target, ordered))
            yield from self._told(check, focus[check.target])

    def _in_target(self, target: str, nodes: Iterable[Focus]) -> Iterator[Focus]:
        """Those of the nodes that a shape is about."""
        for values in _batches(nodes):
            rows = self._rows(f"SELECT DISTINCT ?this WHERE {{ VALUES ?this {{ {values} }} {target} }}")
            yield from (row[0] for row in rows if isinstance(row[0], NamedNode | Literal))

    def touched(self, changed: Iterable[Quad]) -> set[Focus]:
        """The focus nodes whose results may differ once these quads were added or removed."""
        listed = list(changed)
        ends: list[object] = [quad.subject for quad in listed]
        ends += [quad.object for quad in listed if quad.predicate in self._shapes.targets_objects_of]
        touched: set[Focus] = {node for node in ends if isinstance(node, NamedNode | Literal)}
        by_predicate: dict[NamedNode, list[Quad]] = defaultdict(list)
        for quad in listed:
            by_predicate[quad.predicate].append(quad)
        paths = {path for check in self._checks for path in check.paths}
        for path in sorted(paths, key=str):
            for place, step in enumerate(path):
                quads = by_predicate.get(step.predicate, ())
                starts = {quad.object if step.backward else quad.subject for quad in quads}
                touched |= self._led_to(path[:place], starts)
        for path, class_ in sorted({item for check in self._checks for item in check.classes}, key=str):
            members = {quad.subject for quad in by_predicate.get(TYPE, ()) if quad.object == class_}
            touched |= self._led_to(path, members)
        return touched

    def _led_to(self, path: tuple[Step, ...], nodes: Iterable[object]) -> set[NamedNode]:
        """From where a path leads to any of these."""
        found = {node for node in nodes if isinstance(node, NamedNode)}
        for step in reversed(path):
            pattern = f"?to {step.predicate} ?from" if step.backward else f"?from {step.predicate} ?to"
            before: set[NamedNode] = set()
            for values in _batches(sorted(found, key=str)):
                rows = self._rows(f"SELECT DISTINCT ?from WHERE {{ VALUES ?to {{ {values} }} {pattern} }}")
                before |= {row[0] for row in rows if isinstance(row[0], NamedNode)}
            found = before
        return found

    def _told(self, check: Check, nodes: Iterable[Focus]) -> Iterator[Result]:
        for values in _batches(nodes):
            for row in self._rows(check.tell.replace(FOCUS, f"VALUES ?this {{ {values} }}")):
                yield Result(str(getattr(row[0], "value", row[0])), check.names, check.message)

    def _rows(self, query: str) -> Iterator[tuple[object, ...]]:
        rows = self._store.query(prologue() + query, default_graph=[name.node for name in _LAYERS])
        assert isinstance(rows, QuerySolutions)
        return (tuple(row) for row in rows)

    def _has_subclasses(self) -> bool:
        found = self._store.query(f"ASK {{ ?s <{RDFS}subClassOf> ?o }}", default_graph=[name.node for name in _LAYERS])
        assert isinstance(found, QueryBoolean)
        return bool(found)

    def _find_ill_typed(self, way: str, datatype: NamedNode) -> list[Literal]:
        key = way, datatype.value
        if not way:  # a focus node is hardly ever a literal
            return []
        if key not in self._ill_typed:
            rows = self._rows(f"SELECT DISTINCT ?v WHERE {{ ?this {way} ?v . FILTER (DATATYPE(?v) = {datatype}) }}")
            values = (row[0] for row in rows)
            found = [node for node in values if isinstance(node, Literal) and not is_well_formed(node)]
            self._ill_typed[key] = sorted(found, key=str)
        return self._ill_typed[key]

    def _by_pyshacl(self) -> Iterator[Result]:
        """The results of the shapes that are left to it, on all triples that these shapes speak of."""
        import pyshacl
        import rdflib

        shapes = rdflib.Graph()
        for file in self._files:
            shapes.parse(file, format="turtle")
        data = rdflib.Graph().parse(data=_n_triples(self._concerned()), format="nt")
        # Targets of the shapes that were run already; blank nodes have other names here, and are told by what they say.
        for shape in self._shapes.targeted():
            if shape not in self.left and isinstance(shape, NamedNode):
                for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"):
                    shapes.remove((rdflib.URIRef(shape.value), rdflib.URIRef(SH + name), None))
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
        if not isinstance(results, rdflib.Graph):
            raise OntologyError(f"{self._files[-1]}:1: the shapes cannot be used: {results}. Mend them.")
        for result in results.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
            source = results.value(result, rdflib.URIRef(SH + "sourceShape"))
            holders = sorted(
                local_name(str(shape)) for shape in shapes.subjects(rdflib.URIRef(SH + "property"), source)
            )
            messages = results.objects(result, rdflib.URIRef(SH + "resultMessage"))
            texts = {getattr(text, "language", None) or "": str(text) for text in messages}
            node = str(results.value(result, rdflib.URIRef(SH + "focusNode")))
            text = _LISTED.sub(_in_order, texts.get("en") or texts.get("") or "")
            yield Result(node, (local_name(str(source)), *holders), text)

    def _concerned(self) -> Iterator[Triple]:
        """The triples of all layers with a property, or a class, that a shape left to pySHACL speaks of."""
        spoken = {node for shape in self.left for node in self._shapes.reach(shape)}
        graphs = [name.node for name in _LAYERS]
        if self._whole or spoken & _LOOK_ANYWHERE:
            for graph in graphs:
                yield from (quad.triple for quad in self._store.quads_for_pattern(None, None, None, graph))
            return
        skipped = (RDF, SH)
        for node in sorted((node for node in spoken if isinstance(node, NamedNode)), key=str):
            for graph in graphs:
                yield from (quad.triple for quad in self._store.quads_for_pattern(None, TYPE, node, graph))
                if not node.value.startswith(skipped) or node.value in _RDF_TERMS:
                    yield from (quad.triple for quad in self._store.quads_for_pattern(None, node, None, graph))


_LISTED = re.compile(r"(not in list )\[(.*)\]", re.DOTALL)
_RDF_TERMS = {RDF + name for name in ("subject", "predicate", "object", "value")}


def _in_order(found: re.Match[str]) -> str:
    """The values of a list in pySHACL's words, which come in an order of chance, sorted."""
    return f"{found[1]}[{', '.join(sorted(found[2].split(', ')))}]"


def _local(shape: Term) -> str:
    return local_name(shape.value) if isinstance(shape, NamedNode) else "(no name)"


def _batches(nodes: Iterable[Focus]) -> Iterator[str]:
    listed = iter(nodes)
    while batch := list(islice(listed, _BATCH)):
        yield " ".join(map(str, batch))


def _n_triples(triples: Iterable[Triple]) -> bytes:
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert data is not None
    return data
