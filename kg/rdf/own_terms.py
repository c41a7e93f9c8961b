"""Whether what a project adds to the ontology is as ours is: named, explained, placed, worded, and free of knots."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from kg.facts.problems import InputError, Problem, nearest
from kg.facts.schema import Property, PropertyUse, Schema
from kg.facts.tables import bad_character
from kg.rdf.closure import check_supported
from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.own_marks import mark_faults
from kg.rdf.own_sense import shared_nothing
from kg.rdf.own_texts import text_problems
from kg.rdf.vocabulary import KG, OWL, OWN, RDF, RDFS, SKOS, XSD, is_term, local_name, shorten

_PROPERTIES = (OWL + "ObjectProperty", OWL + "DatatypeProperty")
_KINDS = (OWL + "Class", *_PROPERTIES, OWL + "AnnotationProperty", OWL + "NamedIndividual")
_DATATYPES = frozenset(XSD + name for name in ("decimal", "integer", "string"))
_BRACES = re.compile(r"\{.*?\}")


def check_own(
    ontology: Ontology,
    languages: Sequence[str],
    texts: Iterable[Path] = (),
    shipped: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Raises InputError with every fault of a project's own terms, and of the SPARQL files that speak of terms.

    `languages` are those in which a term needs its label and a relation its phrases. `shipped` are the names of our own
    SPARQL files by their folder: rules, competency, checks.
    """
    shipped = shipped or {}
    problems = list(_Check(ontology, languages).problems()) if ontology.own_triples else []
    for path in ontology.own_shapes:
        from kg.rdf.own_shapes import shape_problems  # brings pySHACL, which only shapes of one's own need here

        problems += shape_problems(path, ontology)
    for path in texts:
        problems += text_problems(path, ontology, shipped.get(path.parent.name, ()))
    if problems:
        raise InputError(problems)


class _Check:
    def __init__(self, ontology: Ontology, languages: Sequence[str]) -> None:
        self._ontology = ontology
        self._languages = languages
        self._schema: Schema = ontology.schema
        self._lines: dict[Path, list[str]] = {}
        self._file: dict[str, Path] = {}
        self._about: dict[str, list[Triple]] = defaultdict(list)
        for path, triples in ontology.own_triples.items():
            self._lines[path] = path.read_text(encoding="utf-8-sig").splitlines()
            for triple in triples:
                if isinstance(triple.subject, NamedNode):
                    self._about[triple.subject.value].append(triple)
                    self._file.setdefault(triple.subject.value, path)
        self._ours = {iri for iri, _ in ontology.pairs(RDF + "type") if iri.startswith(KG)}

    def problems(self) -> Iterator[Problem]:
        if OWN == KG:
            path = min(self._ontology.own_triples)
            text = "the project has terms of its own, but no base to name them by"
            yield Problem(
                str(path), 1, text, 'Write base = "https://example.org/" into kg.toml, with an address of yours.'
            )
            return
        for path, triples in self._ontology.own_triples.items():
            yield from self._unsupported(path, triples)
        for iri in sorted(self._about):
            if iri.startswith(KG) and any(not _says(triple, KG + "concluded") for triple in self._about[iri]):
                fix = "Say it of a term of your own, in the namespace own:."
                yield self._problem(iri, f"{shorten(iri)} is not the project's to change", fix)
            elif iri.startswith(OWN):
                yield from self._term(iri)
            elif not iri.startswith(KG) and self._is_defined(iri):
                fix = f"Name it <{OWN}{local_name(iri)}>, as base in kg.toml has it."
                yield self._problem(iri, f"<{iri}> is not in the namespace of this project", fix)
            for text, fix in mark_faults(self._about[iri]):
                yield self._problem_near(iri, text, fix)
            yield from self._mentions(iri)

    def _unsupported(self, path: Path, triples: Sequence[Triple]) -> Iterator[Problem]:
        """The axioms that inference does not know, at the first line from their subject on that has their name."""
        about: dict[str, list[Triple]] = defaultdict(list)
        for triple in triples:
            about[triple.subject.value if isinstance(triple.subject, NamedNode) else ""].append(triple)
        for subject, given in sorted(about.items()):
            try:
                check_supported(given)
            except OntologyError as error:
                text, _, fix = str(error).partition(". ")
                start = self._problem(subject, "", "").line if subject in self._file else 1
                alike = {kind.casefold(): kind for kind in map(shorten, _KINDS)}
                meant = [alike[name] for name in re.findall(r"owl:\w+", text.casefold()) if name in alike]
                hint = f"Did you mean '{meant[0]}'?" if meant and meant[0] not in text else fix
                yield Problem(str(path), self._line_of(path, text, start), text, hint)

    def _is_defined(self, iri: str) -> bool:
        """Whether a file says what a term means, and does not only link one of others to ours."""
        return any(_says(t, SKOS + "definition") or t.predicate.value.startswith(KG) for t in self._about[iri])

    def _term(self, iri: str) -> Iterator[Problem]:
        name = local_name(iri)
        types = self._objects(iri, RDF + "type")
        if KG + name in self._ours:
            fix = "Tables name terms without a prefix: choose another name."
            yield self._problem(iri, f"own:{name} bears the name of kg:{name}", fix)
            return
        kinds = [kind for kind in _KINDS if kind in types]
        individual = any(local_name(kind) in self._schema.superclasses and is_term(kind) for kind in types)
        if len(kinds) != 1 and not (individual and not kinds):
            fix = "Say that it is one: a owl:Class, owl:ObjectProperty or owl:DatatypeProperty."
            yield self._problem(iri, f"own:{name} is declared as {'several things' if kinds else 'nothing'}", fix)
            return
        is_class = kinds == [OWL + "Class"]
        if not re.fullmatch("[A-Z][A-Za-z0-9]*" if is_class else "[a-z][A-Za-z0-9]*", name):
            case = "an upper-case" if is_class else "a lower-case"
            yield self._problem(iri, f"the name own:{name} does not fit", f"Begin it with {case} letter; no hyphens.")
        yield from self._worded(iri, RDFS + "label", "a label", self._languages)
        yield from self._worded(iri, SKOS + "definition", "a definition", ())
        if is_class:
            yield from self._class(iri)
        elif kinds and kinds[0] in _PROPERTIES:
            yield from self._property(iri)

    def _class(self, iri: str) -> Iterator[Problem]:
        name = local_name(iri)
        if not self._schema.is_a(name, "Entity"):
            yield self._problem(iri, f"own:{name} is below no class of things", "Add rdfs:subClassOf kg:Center, say.")
        yield from self._cycle(iri, RDFS + "subClassOf")
        apart = shared_nothing(self._ontology, name)
        if apart is not None:
            text = f"nothing can be in own:{name}: it is below {apart[0]} and {apart[1]}, which share nothing"
            yield self._problem(iri, text, "Leave one of them out.")

    def _property(self, iri: str) -> Iterator[Problem]:
        name = local_name(iri)
        yield from self._cycle(iri, RDFS + "subPropertyOf")
        before = True
        for what in ("domain", "range"):
            found = self._objects(iri, RDFS + what)
            if len(found) != 1:
                told = "several" if found else "no"
                yield self._problem(iri, f"own:{name} has {told} rdfs:{what}", "Give it one class.")
                before = False
        if not before:
            return
        value = self._schema.properties[name]
        [domain], [range_] = self._objects(iri, RDFS + "domain"), self._objects(iri, RDFS + "range")
        if local_name(domain) not in self._schema.superclasses:
            yield self._problem(iri, f"the domain of own:{name} is no class of the ontology", "Name one.")
        if value.is_object_property and local_name(range_) not in self._schema.superclasses:
            yield self._problem(iri, f"the range of own:{name} is no class of the ontology", "Name one.")
        if not value.is_object_property and range_ not in _DATATYPES:
            yield self._problem(iri, f"the range of own:{name} is no datatype that tables hold", "Take xsd:decimal.")
        yield from self._fits(iri, value)
        if value.use is PropertyUse.QUALIFIER:
            if value.domain != "Claim":
                yield self._problem(iri, f"the qualifier own:{name} is of things", "Write rdfs:domain kg:Claim.")
        elif value.temporal_kind is None and not self._is_marked(iri, "temporalKind", "qualifier"):
            fix = 'Add kg:temporalKind "state" (holds until it ends) or "event" (happened and stays happened).'
            yield self._problem(iri, f"own:{name} is neither a state nor an event", fix)
        elif value.use is PropertyUse.RELATION and not value.is_object_property:
            fix = "Add rdfs:subPropertyOf kg:figure."
            yield self._problem(iri, f"own:{name} has numbers, but is no figure", fix)
        if value.use in (PropertyUse.RELATION, PropertyUse.FIGURE):
            yield from self._phrases(iri, KG + "phrase")
        if value.use is PropertyUse.RELATION:
            yield from self._phrases(iri, KG + "inversePhrase")

    def _is_marked(self, iri: str, *marks: str) -> bool:
        """Whether a term has one of these marks, with whatever value."""
        return any(_says(triple, KG + mark) for triple in self._about[iri] for mark in marks)

    def _fits(self, iri: str, value: Property) -> Iterator[Problem]:
        """Whether a property fits into those above it, and into its other direction."""
        name, schema = value.name, self._schema
        for upper in self._objects(iri, RDFS + "subPropertyOf"):
            above = schema.properties.get(local_name(upper)) if is_term(upper) else None
            if above is None:
                continue
            if not schema.is_a(value.domain, above.domain):
                text = f"the domain of own:{name} is not below that of {shorten(upper)}, {above.domain}"
                yield self._problem(iri, text, "Narrow it, or leave the subPropertyOf out.")
            if value.range != above.range and not schema.is_a(value.range, above.range):
                text = f"the range of own:{name} is not below that of {shorten(upper)}, {above.range}"
                yield self._problem(iri, text, "Narrow it, or leave the subPropertyOf out.")
        other = schema.properties.get(value.inverse_of) if value.inverse_of else None
        if other is not None and (value.domain, value.range) != (other.range, other.domain):
            text = f"own:{name} and its inverse {other.name} do not join the same classes"
            yield self._problem(iri, text, "The domain of the one is the range of the other.")
        if other is not None and value.temporal_kind is not other.temporal_kind:
            yield self._problem(iri, f"of own:{name} and its inverse one is a state, one an event", "Make them alike.")
        if value.symmetric and value.domain != value.range:
            yield self._problem(iri, f"own:{name} is symmetric, but its domain is not its range", "Make them one.")

    def _phrases(self, iri: str, predicate: str) -> Iterator[Problem]:
        yield from self._worded(iri, predicate, shorten(predicate), self._languages)
        for triple in self._about[iri]:
            text = triple.object.value if isinstance(triple.object, Literal) else ""
            if _says(triple, predicate) and sorted(_BRACES.findall(text)) != ["{object}", "{subject}"]:
                told = f"the phrase '{text}' of own:{local_name(iri)} does not name both ends"
                yield self._problem(iri, told, "Write {subject} and {object} once each.")

    def _worded(self, iri: str, predicate: str, what: str, languages: Sequence[str]) -> Iterator[Problem]:
        """Whether a term has one text of a predicate in each language, or any text where none is asked for."""
        told = [
            t.object.language or "" for t in self._about[iri] if _says(t, predicate) and isinstance(t.object, Literal)
        ]
        name = f"own:{local_name(iri)}"
        for triple in self._about[iri]:
            text = triple.object.value if isinstance(triple.object, Literal) and _says(triple, predicate) else ""
            if odd := bad_character(text.replace("\n", " ")):
                yield self._problem(iri, f"{what} of {name} holds a {odd}", "Remove it.")
        missing = [code for code in languages if code not in told]
        if missing or not told:
            where = f" in {', '.join(missing)}" if missing else ""
            fix = f'Add {shorten(predicate)} "…"@{(missing or [self._languages[0]])[0]}.'
            yield self._problem(iri, f"{name} lacks {what}{where}", fix)
        for code in sorted({code for code in told if told.count(code) > 1}):
            yield self._problem(iri, f"{name} has {what} twice in '{code}'", "Keep one.")

    def _cycle(self, iri: str, predicate: str) -> Iterator[Problem]:
        seen: set[str] = set()
        open_ = [iri]
        while open_:
            for upper in self._above[predicate].get(open_.pop(), ()):
                if upper == iri:
                    fix = f"Remove one {shorten(predicate)}."
                    yield self._problem(iri, f"own:{local_name(iri)} is above itself", fix)
                    return
                if upper not in seen:
                    seen.add(upper)
                    open_.append(upper)

    @cached_property
    def _above(self) -> Mapping[str, Mapping[str, list[str]]]:
        """What stands directly above each class and property, by the predicate that says so."""
        above: dict[str, dict[str, list[str]]] = {}
        for predicate in (RDFS + "subClassOf", RDFS + "subPropertyOf"):
            above[predicate] = defaultdict(list)
            for lower, upper in self._ontology.pairs(predicate):
                above[predicate][lower].append(upper)
        return above

    @cached_property
    def _begun(self) -> Mapping[Path, Mapping[str, int]]:
        """The first line of each file that begins with a word, for each such word."""
        begun: dict[Path, dict[str, int]] = {path: {} for path in self._lines}
        for path, lines in self._lines.items():
            for number, line in enumerate(lines, 1):
                if found := re.match(r"<[^>]*>|[^\s]+", line):
                    begun[path].setdefault(found[0], number)
        return begun

    @cached_property
    def _known(self) -> frozenset[str]:
        """The terms that ontology and project declare or speak of as subjects."""
        return frozenset({*self._ours, *(key for key in self._about if key.startswith(OWN))})

    def _mentions(self, iri: str) -> Iterator[Problem]:
        """Terms of ours or the project's own that are spoken of and not declared."""
        known = self._known
        for triple in self._about[iri]:
            for node in (triple.predicate, triple.object):
                if isinstance(node, NamedNode) and is_term(node.value) and node.value not in known:
                    if node.value in (OWN, KG):
                        continue
                    fix = nearest(shorten(node.value), map(shorten, known), "Declare it.")
                    yield self._problem(iri, f"there is no term {shorten(node.value)}", fix)

    def _objects(self, iri: str, predicate: str) -> list[str]:
        return [t.object.value for t in self._about[iri] if _says(t, predicate) and isinstance(t.object, NamedNode)]

    def _line_of(self, path: Path, text: str, start: int) -> int:
        """The first line from one on that holds a term which a text speaks of; that one where none does."""
        terms = re.findall(r"\b[a-z]+:\w+", text)
        lines = enumerate(self._lines[path][start - 1 :], start)
        return next((number for number, shown in lines if any(term in shown for term in terms)), start)

    def _problem_near(self, iri: str, text: str, fix: str) -> Problem:
        """A problem at the first line about a term that holds the name with which its text begins."""
        problem = self._problem(iri, text, fix)
        wanted = text.partition(" ")[0]
        for number, shown in enumerate(self._lines[self._file[iri]][problem.line - 1 :], problem.line):
            if wanted in shown:
                return Problem(problem.file, number, text, fix)
        return problem

    def _problem(self, iri: str, text: str, fix: str) -> Problem:
        """A problem at the line where the file begins to speak of a term; 1 where it cannot be told."""
        path = self._file[iri]
        found = [self._begun[path].get(name) for name in (shorten(iri), f"<{iri}>")]
        line = min((number for number in found if number is not None), default=1)
        return Problem(str(path), line, text, fix)


def _says(triple: Triple, predicate: str) -> bool:
    return triple.predicate.value == predicate
