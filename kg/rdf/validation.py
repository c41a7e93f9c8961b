"""What the graph must satisfy: SHACL shapes, the checks in `queries/checks/`, and no contradiction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg.facts.model import Exemption
from kg.rdf.inference import Contradiction
from kg.rdf.ontology import Ontology
from kg.rdf.queries import NamedQuery, read_questions
from kg.rdf.sparql import Node
from kg.rdf.store import Dataset, graph_triples
from kg.rdf.vocabulary import BASE, SH, GraphName, local_name, shorten


class ViolationKind(Enum):
    """Which gate a violation was met at."""

    SHAPE = "shape"
    CHECK = "check"
    CONTRADICTION = "contradiction"
    EXCEPTION = "exception"


@dataclass(frozen=True, order=True)
class Violation:
    """A thing that breaks a rule: `node` shortened, the rule's name, and what is wrong in words."""

    kind: str
    rule: str
    node: str
    message: str


@dataclass(frozen=True)
class Verdict:
    """All violations, sorted, and how many were excused in `exceptions.csv`."""

    violations: tuple[Violation, ...]
    excused: int


def validate_shapes(store: Dataset, ontology: Ontology, exemptions: Iterable[Exemption]) -> Verdict:
    """What pySHACL finds in the asserted, claims and inferred graphs.

    An exemption excuses its entity from its shape; one that excuses nothing is itself a violation, so that
    exceptions do not outlive their reason.
    """
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    for name in (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.INFERRED):
        data.parse(data=_n_triples(graph_triples(store, name)), format="nt")
    shapes = rdflib.Graph()
    for file in ontology.shapes_files:
        shapes.parse(file, format="turtle")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    assert isinstance(results, rdflib.Graph)
    open_exemptions = {(BASE + "id/" + item.entity, item.shape): item for item in exemptions}
    used = set()
    violations = []
    for result in results.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        node = str(results.value(result, rdflib.URIRef(SH + "focusNode")))
        source = results.value(result, rdflib.URIRef(SH + "sourceShape"))
        names = [local_name(str(shape)) for shape in (source, *shapes.subjects(rdflib.URIRef(SH + "property"), source))]
        excused = [(node, name) for name in names if (node, name) in open_exemptions]
        if excused:
            used.update(excused)
            continue
        messages = results.objects(result, rdflib.URIRef(SH + "resultMessage"))
        texts = {getattr(text, "language", None) or "": str(text) for text in messages}
        message = texts.get("en") or texts.get("") or ""
        violations.append(Violation(ViolationKind.SHAPE.value, names[-1], shorten(node), message))
    for key, item in open_exemptions.items():
        if key not in used:
            message = f"this exception excuses nothing ({item.row.file}:{item.row.line}): remove it"
            violations.append(Violation(ViolationKind.EXCEPTION.value, item.shape, shorten(key[0]), message))
    return Verdict(tuple(sorted(violations)), len(used))


def run_checks(store: Dataset, checks: Iterable[NamedQuery]) -> list[Violation]:
    """A violation for each row that a check returns; its first column is the thing that fails."""
    violations = []
    for check in checks:
        for row in check.run(store).rows:
            node, *rest = (_text(cell) for cell in row if cell is not None)
            more = ", ".join(rest)
            message = f"{check.title}{f' ({more})' if more else ''}"
            violations.append(Violation(ViolationKind.CHECK.value, check.name, node, message))
    return sorted(violations)


def _text(node: Node) -> str:
    return shorten(node.value) if isinstance(node, NamedNode) else str(getattr(node, "value", node))


def contradiction_violation(found: Contradiction, claims: Iterable[str]) -> Violation:
    """A contradiction in words, with the claims that cause it."""
    first, second = shorten(found.first.value), shorten(found.second.value)
    because = ", ".join(f"claim:{key}" for key in claims) or "the classes in entities.csv"
    message = f"is both {first} and {second}, which share nothing; this rests on {because}"
    return Violation(ViolationKind.CONTRADICTION.value, "disjoint", shorten(found.node.value), message)


def _n_triples(triples: Iterable[Triple]) -> bytes:
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert data is not None
    return data


def check_queries(folders: Iterable[Path]) -> list[NamedQuery]:
    """The checks of folders, sorted by name."""
    return list(read_questions(folders).values())
