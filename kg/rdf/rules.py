"""Rules: what inference may add to the graph, from OWL axioms and from SPARQL files, in one form.

A rule reads as "wherever the body holds, the head holds". The same rule is run as a SPARQL update to add
triples, and as a SPARQL query to explain one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Variable

from kg.rdf.ontology import OntologyError
from kg.rdf.patterns import Atom, Differ, Filter, IsIri, OneOf, Parts, Pattern
from kg.rdf.plain_rules import plain_parts
from kg.rdf.rule_places import placed
from kg.rdf.vocabulary import PREFIXES, GraphName, prologue


def named(name: GraphName) -> NamedNode:
    """What a graph is called."""
    return name.node


@dataclass(frozen=True)
class Rule:
    """One head for one body; `axioms` is the table of values that a family of axioms gives its parameters."""

    name: str
    title: str
    head: Pattern
    body: tuple[Pattern, ...]
    where: str
    """The body as SPARQL text, with its filters."""
    reads_claims: bool = False
    parameters: tuple[Variable, ...] = ()
    axioms: tuple[tuple[NamedNode, ...], ...] = ()
    filters: tuple[Filter, ...] | None = ()
    """The filters; None where there are others than the three kinds, which only SPARQL can check."""
    tests: tuple[Pattern, ...] | None = ()
    """What the filters look up in the graph (EXISTS, NOT EXISTS); None where that cannot be told."""

    @property
    def condition(self) -> str:
        """The whole condition of the rule as SPARQL text."""
        if not self.axioms:
            return self.where
        rows = "\n".join(f"    ({' '.join(map(str, row))})" for row in self.axioms)
        return f"VALUES ({' '.join(map(str, self.parameters))}) {{\n{rows}\n  }}\n  {self.where}"

    @property
    def graphs(self) -> tuple[GraphName, ...]:
        """The named graphs that the body is looked for in."""
        claims = (GraphName.CLAIMS,) if self.reads_claims else ()
        return (GraphName.ASSERTED, GraphName.INFERRED, *claims)

    def update(self, node_of: Callable[[GraphName], NamedNode] = named) -> str:
        """The SPARQL update that adds to the inferred graph what follows and is not there yet."""
        head = pattern_text(self.head)
        using = "\n".join(f"USING {node_of(name)}" for name in self.graphs)
        return (
            f"{prologue()}INSERT {{ GRAPH {node_of(GraphName.INFERRED)} {{ {head} }} }}\n{using}\n"
            f"WHERE {{\n  {self.condition}\n  FILTER NOT EXISTS {{ {head} }}\n}}"
        )

    def query(self) -> str:
        """The SPARQL query for all that makes the head hold."""
        return f"{prologue()}SELECT * WHERE {{\n  {self.condition}\n}}"


def pattern_text(pattern: Pattern) -> str:
    """A triple pattern as SPARQL text."""
    return " ".join(map(str, pattern)) + " ."


def axiom_rule(
    name: str,
    title: str,
    head: Pattern,
    body: tuple[Pattern, ...],
    parameters: tuple[Variable, ...],
    axioms: set[tuple[NamedNode, ...]],
    things: tuple[Variable, ...] = (),
) -> Rule:
    """A rule for one family of axioms, in which `things` stand for no values."""
    where = " ".join([*map(pattern_text, body), *(f"FILTER(isIRI({name}))" for name in things)])
    rows = tuple(sorted(axioms, key=str))
    filters = tuple(IsIri(name.value) for name in things)
    return Rule(name, title, head, body, where, parameters=parameters, axioms=rows, filters=filters)


def read_rules(folders: Iterable[Path]) -> Iterator[Rule]:
    """The rules of folders of `.rq` files, folder by folder, sorted by name.

    Each file is one CONSTRUCT of one triple, its WHERE made of triple patterns and filters, opening with
    `#+ title:` and `#+ why:`. Raises OntologyError for any other, and for two of one name.
    """
    read: dict[str, Path] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.rq"))):
        if path.stem in read:
            raise OntologyError(f"{path}:1: a rule of this name stands in {read[path.stem]}. Rename the file.")
        read[path.stem] = path
        try:
            yield read_rule(path)
        except OntologyError as error:
            raise OntologyError(placed(path, str(error))) from None


def read_rule(path: Path) -> Rule:
    """The rule of one file."""
    text = path.read_text(encoding="utf-8")
    title = re.search(r"^#\+ title:[ \t]*(\S.*)$", text, re.MULTILINE)
    if title is None or not re.search(r"^#\+ why:[ \t]*\S", text, re.MULTILINE):
        raise OntologyError(f"{path}:1: a rule opens with '#+ title:' and '#+ why:'. Add them.")
    parts = plain_parts(text)
    if parts is None:
        parts = rdflib_parts(text, path)
    else:
        _check_prefixes(text, path)
    found = {atom for pattern in parts.body for atom in pattern}
    for atom in parts.head:
        if isinstance(atom, Variable) and atom not in found:
            raise OntologyError(f"{path}: nothing in WHERE gives {atom} of the head a value. Add a triple pattern.")
    return Rule(
        name=path.stem,
        title=title.group(1).strip(),
        head=parts.head,
        body=parts.body,
        where=_where(text, path),
        reads_claims=True,
        filters=parts.filters,
        tests=parts.tests,
    )


def rdflib_parts(text: str, path: Path) -> Parts:
    """What any rule says. Raises OntologyError for what is none."""
    from rdflib.plugins.sparql import prepareQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    try:
        algebra = prepareQuery(text).algebra
    except Exception as error:  # rdflib raises many kinds for a query that it cannot parse
        raise OntologyError(f"{path}: {error}") from None
    _check_prefixes(text, path)
    body: list[Pattern] = []
    conditions: list[object] = []

    def collect(node: CompValue) -> None:
        if node.name == "Filter":
            conditions.append(node.expr)
        if node.name == "BGP":
            body.extend(_pattern(triple, path) for triple in node.triples)
        elif node.name in ("Filter", "Join", "Project"):
            for part in ("p", "p1", "p2"):
                if isinstance(node.get(part), CompValue):
                    collect(node[part])
        else:
            raise OntologyError(f"{path}: a rule cannot use {node.name}. Use triple patterns and filters.")

    if algebra.name != "ConstructQuery" or len(algebra.template or ()) != 1:
        raise OntologyError(f"{path}: a rule is one CONSTRUCT of one triple. Split it.")
    collect(algebra.p)
    head = _pattern(algebra.template[0], path)
    return Parts(head, tuple(body), _filters(conditions), _tests(conditions, path))


def _filters(conditions: Iterable[object]) -> tuple[Filter, ...] | None:
    """Filters as rdflib has them, as ours; None where one is of another kind."""
    from rdflib import URIRef
    from rdflib import Variable as Name
    from rdflib.plugins.sparql.parserutils import CompValue

    filters: list[Filter] = []
    for condition in conditions:
        if not isinstance(condition, CompValue):
            return None
        if condition.name == "ConditionalAndExpression":
            parts = _filters([condition.expr, *condition.other])
            if parts is None:
                return None
            filters += parts
        elif condition.name == "RelationalExpression" and isinstance(condition.expr, Name):
            name, other = str(condition.expr), condition.other
            if condition.op == "!=" and isinstance(other, Name):
                filters.append(Differ(name, str(other)))
            elif condition.op == "IN" and all(isinstance(node, URIRef) for node in other):
                filters.append(OneOf(name, tuple(NamedNode(str(node)) for node in other)))
            else:
                return None
        else:
            return None
    return tuple(filters)


def _tests(conditions: Iterable[object], path: Path) -> tuple[Pattern, ...] | None:
    """The triple patterns inside filters; None where there is anything else inside them that looks at the graph."""
    from rdflib.plugins.sparql.parserutils import CompValue

    tests: list[Pattern] = []
    open_: list[object] = list(conditions)
    while open_:
        node = open_.pop()
        if isinstance(node, CompValue) and node.name == "TriplesBlock":
            for flat in node.triples:
                for start in range(0, len(flat), 3):
                    try:
                        tests.append(_pattern(tuple(flat[start : start + 3]), path))
                    except OntologyError:  # a path or a blank node
                        return None
        elif isinstance(node, CompValue):
            open_ += node.values()
        elif isinstance(node, list | tuple) and not hasattr(node, "n3"):
            open_ += node
    return tuple(tests)


def _check_prefixes(text: str, path: Path) -> None:
    """Raises OntologyError for a prefix that does not mean what it means everywhere in kg: WHERE is run with ours."""
    for name, iri in re.findall(r"\bPREFIX\s+([\w-]*):\s*<([^>]*)>", text, re.IGNORECASE):
        if PREFIXES.get(name) != iri:
            raise OntologyError(f"{path}: a rule cannot use the prefix '{name}:' for <{iri}>. Write the IRIs in full.")


def _where(text: str, path: Path) -> str:
    """What stands between the outer braces of WHERE, prefixed names written in full being left to the prologue."""
    match = re.search(r"\bWHERE\s*\{(.*)\}\s*$", text, re.DOTALL)
    if match is None:
        raise OntologyError(f"{path}: a rule ends with WHERE {{ … }}.")
    return match.group(1).strip()


def _pattern(triple: tuple[object, object, object], path: Path) -> Pattern:
    first, second, third = (_atom(node, path) for node in triple)
    return first, second, third


def _atom(node: object, path: Path) -> Atom:
    import rdflib

    if isinstance(node, rdflib.Variable):
        return Variable(str(node))
    if isinstance(node, rdflib.URIRef):
        return NamedNode(str(node))
    if isinstance(node, rdflib.Literal):
        datatype = NamedNode(str(node.datatype)) if node.datatype else None
        return Literal(str(node), datatype=datatype) if datatype else Literal(str(node), language=node.language)
    what = "a blank node" if isinstance(node, rdflib.BNode) else "a property path"
    raise OntologyError(f"{path}: a rule cannot use {what}. Use variables and more triple patterns.")
