"""What the graph must satisfy: SHACL shapes, the checks in `queries/checks/`, and no contradiction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.facts.model import Exemption
from kg.rdf.judging import CompiledShapes, Result
from kg.rdf.ontology import Ontology
from kg.rdf.queries import NamedQuery, read_questions
from kg.rdf.sparql import Node
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import BASE, shorten

if TYPE_CHECKING:
    from kg.rdf.inference import Contradiction


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
    """All violations, sorted, and how many were excused in `exceptions.csv`.

    `left` says of each shape that was left to pySHACL, and is slow on a large graph, what has no translation to SPARQL.
    """

    violations: tuple[Violation, ...]
    excused: int
    left: tuple[str, ...] = ()


def validate_shapes(store: Dataset, ontology: Ontology, exemptions: Iterable[Exemption]) -> Verdict:
    """What the shapes find in the asserted, claims and inferred graphs, as pySHACL would.

    An exemption excuses its entity from its shape; one that excuses nothing is itself a violation, so that
    exceptions do not outlive their reason.
    """
    compiled = CompiledShapes(store, ontology)
    return replace(_judged(compiled.results(), exemptions), left=compiled.told_left())


def validate_change(
    store: Dataset,
    ontology: Ontology,
    exemptions: Iterable[Exemption],
    before: Verdict,
    changed: Iterable[Quad],
) -> Verdict:
    """What `validate_shapes` would say of the store now, only what a change touches being looked at.

    `before` is what it said before; `changed` are all quads that were added or removed since, inferred ones included.
    Of other kinds of violations in `before` nothing is kept. Looks at everything where a shape is left to pySHACL.
    """
    listed = list(exemptions)
    compiled = CompiledShapes(store, ontology)
    if compiled.left:
        return replace(_judged(compiled.results(), listed), left=compiled.told_left())
    nodes = {*compiled.touched(changed), *(NamedNode(BASE + "id/" + item.entity) for item in listed)}
    fresh = _judged(compiled.results_of(nodes), listed)
    names = {shorten(node.value) for node in nodes}
    kept = (item for item in before.violations if item.kind == ViolationKind.SHAPE.value and item.node not in names)
    return Verdict(tuple(sorted((*kept, *fresh.violations))), fresh.excused)


def _judged(results: Iterable[Result], exemptions: Iterable[Exemption]) -> Verdict:
    open_exemptions = {(BASE + "id/" + item.entity, item.shape): item for item in exemptions}
    used = set()
    violations = []
    for result in results:
        excused = [(result.node, name) for name in result.names if (result.node, name) in open_exemptions]
        used.update(excused)
        if not excused:
            node = shorten(result.node)
            violations.append(Violation(ViolationKind.SHAPE.value, result.names[-1], node, result.message))
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


def check_queries(folders: Iterable[Path]) -> list[NamedQuery]:
    """The checks of folders, sorted by name."""
    return list(read_questions(folders).values())
