"""Whether what a project adds to the ontology is as ours is: named, explained, placed, worded, and free of knots."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.facts.problems import InputError, Problem, nearest
from kg.facts.schema import Schema
from kg.rdf.closure import check_supported
from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.own_marks import mark_faults
from kg.rdf.own_properties import property_problems
from kg.rdf.own_sense import shared_nothing
from kg.rdf.own_statements import OwnStatements
from kg.rdf.own_texts import text_problems
from kg.rdf.own_words import word_problems
from kg.rdf.vocabulary import KG, OWL, OWN, RDF, RDFS, SKOS, is_term, local_name, shorten

_PROPERTIES = (OWL + "ObjectProperty", OWL + "DatatypeProperty")
_KINDS = (OWL + "Class", *_PROPERTIES, OWL + "AnnotationProperty", OWL + "NamedIndividual")


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
        self._said = OwnStatements(ontology)
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
        for iri in self._said.subjects:
            if iri.startswith(KG) and len(self._said.told(iri, KG + "concluded")) < len(self._said.about(iri)):
                fix = "Say it of a term of your own, in the namespace own:."
                yield self._said.problem(iri, f"{shorten(iri)} is not the project's to change", fix)
            elif iri.startswith(OWN):
                yield from self._term(iri)
            elif not iri.startswith(KG) and self._is_defined(iri):
                fix = f"Name it <{OWN}{local_name(iri)}>, as base in kg.toml has it."
                yield self._said.problem(iri, f"<{iri}> is not in the namespace of this project", fix)
            for text, fix in mark_faults(self._said.about(iri)):
                yield self._said.problem_near(iri, text, fix)
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
                alike = {kind.casefold(): kind for kind in map(shorten, _KINDS)}
                meant = [alike[name] for name in re.findall(r"owl:\w+", text.casefold()) if name in alike]
                hint = f"Did you mean '{meant[0]}'?" if meant and meant[0] not in text else fix
                yield self._said.problem_in(path, subject, text, hint)

    def _is_defined(self, iri: str) -> bool:
        """Whether a file says what a term means, and does not only link one of others to ours."""
        return any(
            t.predicate.value == SKOS + "definition" or t.predicate.value.startswith(KG) for t in self._said.about(iri)
        )

    def _term(self, iri: str) -> Iterator[Problem]:
        name = local_name(iri)
        types = self._said.objects(iri, RDF + "type")
        if KG + name in self._ours:
            fix = "Tables name terms without a prefix: choose another name."
            yield self._said.problem(iri, f"own:{name} bears the name of kg:{name}", fix)
            return
        kinds = [kind for kind in _KINDS if kind in types]
        individual = any(local_name(kind) in self._schema.superclasses and is_term(kind) for kind in types)
        if len(kinds) != 1 and not (individual and not kinds):
            fix = "Say that it is one: a owl:Class, owl:ObjectProperty or owl:DatatypeProperty."
            yield self._said.problem(iri, f"own:{name} is declared as {'several things' if kinds else 'nothing'}", fix)
            return
        is_class = kinds == [OWL + "Class"]
        if not re.fullmatch("[A-Z][A-Za-z0-9]*" if is_class else "[a-z][A-Za-z0-9]*", name):
            case = "an upper-case" if is_class else "a lower-case"
            yield self._said.problem(
                iri, f"the name own:{name} does not fit", f"Begin it with {case} letter; no hyphens."
            )
        yield from word_problems(self._said, iri, RDFS + "label", "a label", self._languages, in_each=True)
        yield from word_problems(self._said, iri, SKOS + "definition", "a definition", self._languages, in_each=False)
        if is_class:
            yield from self._class(iri)
        elif kinds and kinds[0] in _PROPERTIES:
            yield from self._cycle(iri, RDFS + "subPropertyOf")
            yield from property_problems(self._said, iri, self._schema, self._languages)

    def _class(self, iri: str) -> Iterator[Problem]:
        name = local_name(iri)
        if not self._schema.is_a(name, "Entity"):
            yield self._said.problem(
                iri, f"own:{name} is below no class of things", "Add rdfs:subClassOf kg:Center, say."
            )
        yield from self._cycle(iri, RDFS + "subClassOf")
        apart = shared_nothing(self._ontology, name)
        if apart is not None:
            text = f"nothing can be in own:{name}: it is below {apart[0]} and {apart[1]}, which share nothing"
            yield self._said.problem(iri, text, "Leave one of them out.")

    def _cycle(self, iri: str, predicate: str) -> Iterator[Problem]:
        seen: set[str] = set()
        open_ = [iri]
        while open_:
            for upper in self._above[predicate].get(open_.pop(), ()):
                if upper == iri:
                    fix = f"Remove one {shorten(predicate)}."
                    yield self._said.problem(iri, f"own:{local_name(iri)} is above itself", fix)
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
    def _known(self) -> frozenset[str]:
        """The terms that ontology and project declare or speak of as subjects."""
        return frozenset({*self._ours, *(key for key in self._said.subjects if key.startswith(OWN))})

    def _mentions(self, iri: str) -> Iterator[Problem]:
        """Terms of ours or the project's own that are spoken of and not declared."""
        known = self._known
        for triple in self._said.about(iri):
            for node in (triple.predicate, triple.object):
                if isinstance(node, NamedNode) and is_term(node.value) and node.value not in known:
                    if node.value in (OWN, KG):
                        continue
                    fix = nearest(shorten(node.value), map(shorten, known), "Declare it.")
                    yield self._said.problem(iri, f"there is no term {shorten(node.value)}", fix)
