"""The ontology's files: read once, as a schema for facts, as labels and phrases, and as a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.facts.problems import CallError, InputError, Problem
from kg.facts.schema import Property, PropertyUse, Schema, TemporalKind
from kg.rdf.own_lists import bracket_problems
from kg.rdf.turtle import read_turtle
from kg.rdf.vocabulary import KG, OWL, OWN, RDF, RDFS, SH, SKOS, is_term, local_name

_FILES = ("partnership.ttl", "alignments.ttl")
_SHAPES = "shapes.ttl"


class OntologyError(CallError):
    """The ontology uses what this program does not know, or does not hold together."""


@dataclass(frozen=True)
class Phrase:
    """Sentence templates of a property in one language, with {subject} and {object}."""

    forward: str
    inverse: str


class Ontology:
    """Our terms, their alignments and what a project adds, as one graph without chance names for blank nodes."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        """Reads `partnership.ttl`, `alignments.ttl` and the names in `shapes.ttl` of a folder.

        `own` is the folder in which a project adds to them: its `shapes.ttl`, and terms in every other `*.ttl`.
        InputError holds all that is no Turtle, in any of the files; whether these are as they should be is for
        `kg.rdf.own_terms` to say.
        """
        self.folder = folder
        self.own_folder = own if own is not None and own.is_dir() else None
        own_files = self._own_files()
        files = [*(folder / file for file in _FILES), *own_files]
        read = _read_all([*files, *self.shapes_files[1:]])
        self.own_triples: Mapping[Path, tuple[Triple, ...]] = {path: read[path] for path in own_files}
        self.own_shapes: Mapping[Path, tuple[Triple, ...]] = {path: read[path] for path in self.shapes_files[1:]}
        _check_brackets(self.own_triples, self.own_shapes)
        triples = [triple for path in files for triple in read[path]]
        self.triples: tuple[Triple, ...] = tuple(sorted(_name_lists(triples), key=str))
        self._by_predicate: dict[str, list[Triple]] = defaultdict(list)
        for triple in self.triples:
            self._by_predicate[triple.predicate.value].append(triple)

    def _own_files(self) -> list[Path]:
        if self.own_folder is None:
            return []
        return sorted(path for path in self.own_folder.glob("*.ttl") if path.name != _SHAPES)

    @cached_property
    def own(self) -> frozenset[str]:
        """The local names of the terms that the project adds."""
        if OWN == KG:
            return frozenset()
        return frozenset(
            local_name(triple.subject.value)
            for triple in self.triples
            if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(OWN)
        )

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Subjects and objects, both IRIs, of the triples with this predicate."""
        for triple in self._by_predicate[predicate]:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                yield triple.subject.value, triple.object.value

    def texts(self, predicate: str) -> dict[str, dict[str, str]]:
        """For each subject IRI, the literal of this predicate by language."""
        texts: dict[str, dict[str, str]] = defaultdict(dict)
        for triple in self._by_predicate[predicate]:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, Literal):
                texts[triple.subject.value][triple.object.language or ""] = triple.object.value
        return texts

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Labels of each term of ours by its local name, then by language."""
        return {local_name(iri): by for iri, by in self.texts(RDFS + "label").items() if is_term(iri)}

    @cached_property
    def definitions(self) -> Mapping[str, Mapping[str, str]]:
        """Definitions of each term of ours by its local name, then by language."""
        return {local_name(iri): by for iri, by in self.texts(SKOS + "definition").items() if is_term(iri)}

    @cached_property
    def phrases(self) -> Mapping[str, Mapping[str, Phrase]]:
        """Sentence templates of each property by its local name, then by language."""
        forward, inverse = self.texts(KG + "phrase"), self.texts(KG + "inversePhrase")
        return {
            local_name(iri): {code: Phrase(text, inverse[iri].get(code, text)) for code, text in by.items()}
            for iri, by in forward.items()
        }

    @cached_property
    def schema(self) -> Schema:
        """What the ontology says of classes and properties, for the reading of facts."""
        types: dict[str, set[str]] = defaultdict(set)
        for iri, type_ in self.pairs(RDF + "type"):
            types[iri].add(type_)
        classes = {iri for iri, kinds in types.items() if OWL + "Class" in kinds and is_term(iri)}
        above = _ancestors(self.pairs(RDFS + "subClassOf"))
        superclasses = {
            local_name(iri): frozenset(local_name(other) for other in {iri, *above.get(iri, ())} if other in classes)
            for iri in classes
        }
        individuals = {
            local_name(iri): local_name(kind)
            for iri, kinds in types.items()
            for kind in kinds & classes
            if is_term(iri)
        }
        factors = {local_name(iri): by[""] for iri, by in self.texts(KG + "factor").items() if "" in by}
        return Schema(superclasses, self._properties(types), individuals, factors, self.own)

    def _properties(self, types: Mapping[str, set[str]]) -> dict[str, Property]:
        domains, ranges = dict(self.pairs(RDFS + "domain")), dict(self.pairs(RDFS + "range"))
        inverses = dict(self.pairs(OWL + "inverseOf"))
        above = _ancestors(self.pairs(RDFS + "subPropertyOf"))
        known = {kind.value: kind for kind in TemporalKind}  # what is none of them is for own_marks to tell
        marked = {iri: by.get("", "") for iri, by in self.texts(KG + "temporalKind").items()}
        kinds = {iri: known[text] for iri, text in marked.items() if text in known}
        flags = {
            name: {iri for iri, by in self.texts(KG + name).items() if by.get("") == "true"}
            for name in ("tie", "qualifier", "single")
        }
        properties = {}
        for iri, its_types in types.items():
            is_object_property = OWL + "ObjectProperty" in its_types
            if not is_term(iri) or not (is_object_property or OWL + "DatatypeProperty" in its_types):
                continue
            figure = KG + "figure" in {iri, *above.get(iri, ())}
            if iri in flags["qualifier"]:
                use = PropertyUse.QUALIFIER
            elif figure:
                use = PropertyUse.FIGURE
            else:
                use = PropertyUse.RELATION if iri in marked else PropertyUse.OTHER
            properties[local_name(iri)] = Property(
                name=local_name(iri),
                use=use,
                domain=local_name(domains.get(iri, KG + "Entity")),
                range=local_name(ranges.get(iri, KG + "Entity")),
                is_object_property=is_object_property,
                temporal_kind=kinds.get(iri),
                symmetric=OWL + "SymmetricProperty" in its_types,
                tie=iri in flags["tie"],
                transitive=OWL + "TransitiveProperty" in its_types,
                single=iri in flags["single"],
                inverse_of=local_name(inverses[iri]) if iri in inverses else None,
            )
        return properties

    @cached_property
    def shapes(self) -> frozenset[str]:
        """The local names of the SHACL shapes."""
        kinds = {SH + "NodeShape", SH + "PropertyShape"}
        return frozenset(
            local_name(triple.subject.value)
            for path in self.shapes_files
            for triple in read_turtle(path)
            if isinstance(triple.subject, NamedNode)
            and isinstance(triple.object, NamedNode)
            and triple.object.value in kinds
        )

    @cached_property
    def shape_messages(self) -> Mapping[str, Mapping[str, str]]:
        """What the shapes say by their English words, in every language in which they say it."""
        told: dict[str, dict[str, str]] = {}
        for triple in (triple for path in self.shapes_files for triple in read_turtle(path)):
            if triple.predicate.value == SH + "message" and isinstance(triple.object, Literal):
                told.setdefault(str(triple.subject), {})[triple.object.language or "en"] = triple.object.value
        return {texts["en"]: texts for texts in told.values() if "en" in texts}

    @property
    def shapes_files(self) -> tuple[Path, ...]:
        """Where the SHACL shapes stand: ours, and the project's."""
        own = self.own_folder / _SHAPES if self.own_folder is not None else None
        return (self.folder / _SHAPES, *([own] if own is not None and own.is_file() else ()))

    @property
    def rules_folders(self) -> tuple[Path, ...]:
        """Where the SPARQL rules stand: ours, and the project's."""
        return tuple(folder / "rules" for folder in (self.folder, self.own_folder) if folder is not None)


def _read_all(paths: Iterable[Path]) -> dict[Path, tuple[Triple, ...]]:
    """The triples of each file; InputError with the mistakes of all of them."""
    read: dict[Path, tuple[Triple, ...]] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            read[path] = tuple(read_turtle(path))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return read


def _check_brackets(own: Mapping[Path, Sequence[Triple]], shapes: Mapping[Path, Sequence[Triple]]) -> None:
    """Raises InputError where something in brackets contains itself, is too deep, or is no chain."""
    problems = [
        problem
        for files, counts_lists in ((own, True), (shapes, False))
        for path, triples in files.items()
        for problem in bracket_problems(path, triples, counts_lists=counts_lists)
    ]
    if problems:
        raise InputError(problems)


def _name_lists(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples with each blank node named after the node and property that lead to it."""
    triples = list(triples)
    leading: dict[BlankNode, Triple] = {t.object: t for t in triples if isinstance(t.object, BlankNode)}
    cells: dict[BlankNode, list[str]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, BlankNode) and not isinstance(triple.object, BlankNode):
            cells[triple.subject].append(str(triple.object))

    def path(node: BlankNode) -> str:
        before = leading.get(node)
        if before is None:
            return f"unnamed.{content(node)}"
        if isinstance(before.subject, BlankNode):
            return path(before.subject) + ".rest"
        assert isinstance(before.subject, NamedNode)
        return f"{local_name(before.subject.value)}.{local_name(before.predicate.value)}.{content(node)}"

    def content(node: BlankNode) -> str:
        """What a list holds, so that two chains of one property differ."""
        following = [t.object for t in triples if t.subject == node and isinstance(t.object, BlankNode)]
        here = ".".join(sorted(local_name(text.strip("<>")) for text in cells[node]))
        return ".".join([here, *(content(other) for other in following if isinstance(other, BlankNode))])

    nodes = (node for t in triples for node in (t.subject, t.object) if isinstance(node, BlankNode))
    names = {node: BlankNode("".join(c if c.isalnum() else "-" for c in path(node))) for node in nodes}
    for triple in triples:
        subject, object_ = triple.subject, triple.object
        if isinstance(subject, BlankNode):
            subject = names[subject]
        if isinstance(object_, BlankNode):
            object_ = names[object_]
        yield Triple(subject, triple.predicate, object_)


def _ancestors(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """All that is above each node of a hierarchy given by its edges (lower, upper)."""
    upper: dict[str, set[str]] = defaultdict(set)
    for low, high in pairs:
        upper[low].add(high)
    closed: dict[str, set[str]] = {}
    for node in upper:
        seen: set[str] = set()
        open_ = list(upper[node])
        while open_:
            current = open_.pop()
            if current not in seen:
                seen.add(current)
                open_ += upper.get(current, ())
        closed[node] = seen
    return closed
