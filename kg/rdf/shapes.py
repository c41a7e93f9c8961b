"""SHACL shapes as SPARQL: what a store answers itself about millions of triples.

Covered is what most shapes are made of (SHACL, https://www.w3.org/TR/shacl/, sections 2 and 4). A shape that says more
is left to pySHACL (`kg.rdf.judging`). Each constraint becomes a `Check`: one query that goes over the whole store and
gives the focus nodes that may break it, and one that tells for some focus nodes which do, and how often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.rdf.vocabulary import OWL, RDF, RDFS, SH, XSD, local_name

Term = NamedNode | BlankNode | Literal | Triple
IllTyped = Callable[[str, NamedNode], list[Literal]]
"""For a path and a datatype: the literals there that say that they are of it, and are not."""
FOCUS = "#focus#"
"""Where a query names the focus nodes that it is about."""
_TARGETS = tuple(SH + name for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"))
_SILENT = {
    *_TARGETS,
    *(SH + name for name in ("path", "message", "severity", "name", "description", "order", "group", "defaultValue")),
    SH + "deactivated",
    SH + "property",
}
_NODE_KINDS = {
    "IRI": "isIRI(?{0})",
    "Literal": "isLiteral(?{0})",
    "BlankNode": "isBlank(?{0})",
    "IRIOrLiteral": "(isIRI(?{0}) || isLiteral(?{0}))",
    "BlankNodeOrIRI": "(isBlank(?{0}) || isIRI(?{0}))",
    "BlankNodeOrLiteral": "(isBlank(?{0}) || isLiteral(?{0}))",
}
_ORDER = {"minInclusive": ">=", "minExclusive": ">", "maxInclusive": "<=", "maxExclusive": "<"}


class NotCoveredError(Exception):
    """A shape says what has no translation here."""


@dataclass(frozen=True)
class Step:
    """One step of a path: along a property, or against it."""

    predicate: NamedNode
    backward: bool = False

    def __str__(self) -> str:
        return f"{'^' if self.backward else ''}{self.predicate}"


@dataclass(frozen=True)
class Condition:
    """What a value must satisfy: a test, or where `pattern` is set that something is in the graph.

    `class_` is the class that it is about, if it is one.
    """

    text: str
    pattern: bool = False
    class_: NamedNode | None = None
    path: tuple[Step, ...] = ()
    table: str = ""
    """The same as `text`, worded so that a store joins tables."""

    def broken(self, few: bool) -> str:
        """What leaves only the rows that break it; by a lookup for each row if they are `few`, else by tables."""
        if not self.pattern:
            return f"FILTER (!({self.text}))"
        if few and self.path and self.text.startswith("?this"):
            # A store plans what stands inside NOT EXISTS as if the focus node were not known yet.
            return f"MINUS {{ {FOCUS} {self.text} }}"
        return f"FILTER NOT EXISTS {{ {self.text} }}" if few else f"MINUS {{ {self.table or self.text} }}"


@dataclass(frozen=True)
class Check:
    """One constraint of one shape.

    `names` are the local names of the shape and of those that have it as their property; `target` is the pattern of its
    focus nodes, `?this`; `sift` and `tell` are SELECTs
    whose first column is the focus node, a row for each result; `tell` has `FOCUS` where VALUES go. `paths` lead to all
    triples that it looks at, and `classes` say of which classes the values at the end of a path are asked to be.
    """

    names: tuple[str, ...]
    message: str
    target: str
    sift: str
    tell: str
    paths: tuple[tuple[Step, ...], ...]
    classes: tuple[tuple[tuple[Step, ...], NamedNode], ...] = ()


class Shapes:
    """The shapes of some files."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._about: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._holders: dict[Term, list[str]] = defaultdict(list)
        for file in files:
            for quad in parse(path=str(file), format=RdfFormat.TURTLE):
                self._about[quad.subject][quad.predicate.value].append(quad.object)
                if quad.predicate.value == SH + "property":
                    self._holders[quad.object].append(_name(quad.subject))

    def targeted(self) -> list[Term]:
        """The shapes that look for their focus nodes themselves, in the order of their names."""
        kinds = {SH + "NodeShape", SH + "PropertyShape"}
        classes = {RDFS + "Class", OWL + "Class"}

        def is_targeted(about: dict[str, list[Term]]) -> bool:
            types = {node.value for node in about.get(RDF + "type", ()) if isinstance(node, NamedNode)}
            return bool(about.keys() & set(_TARGETS)) or bool(types & kinds and types & classes)

        return sorted((node for node, about in self._about.items() if is_targeted(about)), key=str)

    @property
    def targets_objects_of(self) -> set[Term]:
        """The properties of whose objects some shape is about."""
        return {node for about in self._about.values() for node in about.get(SH + "targetObjectsOf", ())}

    def reach(self, shape: Term) -> set[Term]:
        """Everything that a shape leads to, by whatever property, itself included; and those properties."""
        seen: set[Term] = {shape}
        open_ = [shape]
        while open_:
            for predicate, objects in self._about.get(open_.pop(), {}).items():
                seen.add(NamedNode(predicate))
                open_ += [node for node in objects if node not in seen]
                seen.update(objects)
        return seen

    def checks(self, shape: Term, ill_typed: IllTyped) -> list[Check]:
        """The checks of a targeted shape. Raises NotCoveredError where there is more to it."""
        if isinstance(shape, BlankNode):
            raise NotCoveredError("a shape without a name")
        if self._is_off(shape):
            return []
        about = self._about[shape]
        if SH + "targetClass" not in about and not about.keys() & set(_TARGETS):
            raise NotCoveredError("a class that is a shape")
        target = " UNION ".join(f"{{ {text} }}" for text in self._targets(shape))
        found = list(self._own(shape, target, ill_typed))
        for part in about.get(SH + "property", ()):
            if SH + "path" in about or SH + "property" in self._about[part]:
                raise NotCoveredError("shapes of properties inside each other")
            if not self._is_off(part):
                found += self._own(part, target, ill_typed)
        return found

    def _is_off(self, shape: Term) -> bool:
        return any(getattr(node, "value", "") == "true" for node in self._about[shape].get(SH + "deactivated", ()))

    def _targets(self, shape: Term) -> Iterator[str]:
        about = self._about[shape]
        for node in about.get(SH + "targetClass", ()):
            yield f"?this a {node} ."
        for node in about.get(SH + "targetSubjectsOf", ()):
            yield f"?this {node} ?target ."
        for node in about.get(SH + "targetObjectsOf", ()):
            yield f"?target {node} ?this ."
        nodes = about.get(SH + "targetNode", ())
        if any(isinstance(node, BlankNode) for node in nodes):
            raise NotCoveredError("a blank node as a target")
        if nodes:
            yield f"VALUES ?this {{ {' '.join(map(str, nodes))} }}"

    def _own(self, shape: Term, target: str, ill_typed: IllTyped) -> Iterator[Check]:
        """The checks of a shape without those of the shapes of its properties."""
        about = self._about[shape]
        path = self._path(shape) if SH + "path" in about else ()
        way = "/".join(map(str, path))
        names, message = (_name(shape), *sorted(self._holders[shape])), self._message(shape)

        def check(sift: str, tell: str, conditions: Iterable[Condition] = ()) -> Check:
            listed = list(conditions)
            paths = (path, *((*path, *item.path) for item in listed if item.path))
            classes = tuple((path, item.class_) for item in listed if item.class_ is not None)
            return Check(names, message, target, sift, tell, paths, classes)

        for predicate, values in sorted(about.items()):
            name = predicate.removeprefix(SH)
            if not predicate.startswith(SH) or predicate in _SILENT:
                continue
            for value in values:
                if name in ("minCount", "maxCount", "hasValue", "uniqueLang"):
                    if not path:
                        raise NotCoveredError(f"sh:{name} without a path")
                    sift, tell = _counted(name, value, way, target)
                    if sift:
                        yield check(sift, tell)
                    continue
                conditions = self._conditions(name, value, way, ill_typed)
                for some in conditions:
                    yield check(*_tested(some, way, target), some)

    def _conditions(self, name: str, value: Term, way: str, ill_typed: IllTyped) -> Iterator[tuple[Condition, ...]]:
        """For each result that a value can give: the conditions of which it must satisfy one."""
        variable = "v" if way else "this"
        if name == "or":
            yield tuple(self._alternative(shape, variable, way, ill_typed) for shape in self._list(value))
        else:
            yield (self._condition(name, value, variable, way, ill_typed),)

    def _alternative(self, shape: Term, variable: str, way: str, ill_typed: IllTyped) -> Condition:
        about = self._about[shape]
        said = [(name, value) for name, values in about.items() for value in values]
        said = [
            (name, value) for name, value in said if name.startswith(SH) and name not in _SILENT - {SH + "property"}
        ]
        if len(said) != 1 or self._is_off(shape):
            raise NotCoveredError("sh:or of shapes that say more than one thing")
        [(name, value)] = said
        if SH + "path" not in about:
            return self._condition(name.removeprefix(SH), value, variable, way, ill_typed)
        path = self._path(shape)
        if name != SH + "minCount" or not isinstance(value, Literal) or value.value != "1":
            raise NotCoveredError("sh:or of shapes of properties")
        text = f"?{variable} {'/'.join(map(str, path))} ?any ."
        first, *rest = map(str, path)
        inner = f"{{ SELECT ?middle WHERE {{ ?middle {'/'.join(rest)} ?any }} }}"
        table = f"?{variable} {first} ?middle . {inner}" if rest else ""
        return Condition(text, pattern=True, path=path, table=table)

    def _condition(self, name: str, value: Term, variable: str, way: str, ill_typed: IllTyped) -> Condition:
        if name == "class" and isinstance(value, NamedNode):
            return Condition(f"?{variable} a {value} .", pattern=True, class_=value)
        if name == "datatype" and isinstance(value, NamedNode):
            ill = "".join(f" && !sameTerm(?{variable}, {literal})" for literal in ill_typed(way, value))
            return Condition(f"isLiteral(?{variable}) && DATATYPE(?{variable}) = {value}{ill}")
        if name == "nodeKind" and isinstance(value, NamedNode) and local_name(value.value) in _NODE_KINDS:
            return Condition(_NODE_KINDS[local_name(value.value)].format(variable))
        if name == "in":
            nodes = list(self._list(value))
            if any(isinstance(node, BlankNode) for node in nodes):
                raise NotCoveredError("sh:in with a blank node")
            return Condition(" || ".join(f"sameTerm(?{variable}, {node})" for node in nodes) or "false")
        if name in ("minLength", "maxLength") and isinstance(value, Literal):
            sign = ">=" if name == "minLength" else "<="
            return Condition(f"!isBlank(?{variable}) && STRLEN(STR(?{variable})) {sign} {int(value.value)}")
        if name in _ORDER and isinstance(value, Literal):
            return Condition(f"isLiteral(?{variable}) && COALESCE(?{variable} {_ORDER[name]} {value}, false)")
        raise NotCoveredError(f"sh:{name}")

    def _path(self, shape: Term) -> tuple[Step, ...]:
        [value, *more] = self._about[shape][SH + "path"]
        if more:
            raise NotCoveredError("several paths")
        if isinstance(value, BlankNode) and RDF + "first" in self._about[value]:
            return tuple(self._step(node) for node in self._list(value))
        return (self._step(value),)

    def _step(self, node: Term) -> Step:
        if isinstance(node, NamedNode):
            return Step(node)
        inverse = self._about[node].get(SH + "inversePath", ())
        if len(inverse) == 1 and isinstance(inverse[0], NamedNode):
            return Step(inverse[0], backward=True)
        raise NotCoveredError("a path of another kind than a property, its inverse or a sequence of these")

    def _list(self, node: Term) -> Iterator[Term]:
        while node in self._about and RDF + "first" in self._about[node]:
            yield self._about[node][RDF + "first"][0]
            node = self._about[node][RDF + "rest"][0]

    def _message(self, shape: Term) -> str:
        """The message of a shape in English, or in no language. Raises NotCoveredError where it has none."""
        messages = [node for node in self._about[shape].get(SH + "message", ()) if isinstance(node, Literal)]
        texts = {node.language or "": node.value for node in messages}
        if not texts:
            raise NotCoveredError("no sh:message")  # what pySHACL says then is its own
        return texts.get("en") or texts.get("") or ""


def _name(shape: Term) -> str:
    return local_name(str(getattr(shape, "value", shape)))


def _counted(name: str, value: Term, way: str, target: str) -> tuple[str, str]:
    """The two queries of a constraint on the number of values."""
    values = f"?this {way} ?v ."
    if name == "uniqueLang":
        if getattr(value, "value", "") != "true":
            return "", ""
        rows = f'{values} FILTER (isLiteral(?v) && LANG(?v) != "") BIND (LCASE(LANG(?v)) AS ?language)'
        by = "GROUP BY ?this ?language HAVING"
        return (
            f"SELECT ?this ?language WHERE {{ {rows} }} {by} (COUNT(*) > 1)",
            f"SELECT ?this ?language WHERE {{ {FOCUS} {target} {rows} }} {by} (COUNT(DISTINCT ?v) > 1)",
        )
    if name == "hasValue":
        if isinstance(value, BlankNode):
            raise NotCoveredError("sh:hasValue of a blank node")
        wanted = f"?this {way} {value} ."
        return (
            f"SELECT ?this WHERE {{ {target} MINUS {{ {wanted} }} }}",
            f"SELECT DISTINCT ?this WHERE {{ {FOCUS} {target} FILTER NOT EXISTS {{ {wanted} }} }}",
        )
    count = int(getattr(value, "value", "0"))
    if name == "maxCount":
        by = "GROUP BY ?this HAVING"
        return (
            f"SELECT ?this WHERE {{ {values} }} {by} (COUNT(*) > {count})",
            f"SELECT ?this WHERE {{ {FOCUS} {target} {values} }} {by} (COUNT(DISTINCT ?v) > {count})",
        )
    if count == 0:
        return "", ""
    enough = values
    if count > 1:
        group = f"GROUP BY ?this HAVING (COUNT(DISTINCT ?v) >= {count})"
        enough = f"{{ SELECT ?this WHERE {{ {values} }} {group} }}"
    fewer = f"GROUP BY ?this HAVING (COUNT(DISTINCT ?v) < {count})"
    return (
        f"SELECT ?this WHERE {{ {target} MINUS {{ {enough} }} }}",
        f"SELECT ?this WHERE {{ {FOCUS} {target} OPTIONAL {{ {values} }} }} {fewer}",
    )


def _tested(conditions: tuple[Condition, ...], way: str, target: str) -> tuple[str, str]:
    """The two queries of a constraint on each value."""
    all_, few = (" ".join(item.broken(few) for item in conditions) for few in (False, True))
    if way:
        return (
            f"SELECT ?this WHERE {{ ?this {way} ?v . {all_} }}",
            f"SELECT DISTINCT ?this ?v WHERE {{ {FOCUS} {target} ?this {way} ?v . {few} }}",
        )
    return (
        f"SELECT ?this WHERE {{ {target} {all_} }}",
        f"SELECT DISTINCT ?this WHERE {{ {FOCUS} {target} {few} }}",
    )


def is_well_formed(literal: Literal) -> bool:
    """Whether a literal is one of its datatype, as rdflib judges."""
    if literal.datatype.value == XSD + "string" or literal.language is not None:
        return True
    import rdflib

    return rdflib.Literal(literal.value, datatype=rdflib.URIRef(literal.datatype.value)).ill_typed is not True
