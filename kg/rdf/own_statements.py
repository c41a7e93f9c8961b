"""What the ontology files of a project say of each term, and at which line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.facts.problems import Problem
from kg.rdf.ontology import Ontology
from kg.rdf.vocabulary import shorten


class OwnStatements:
    """The triples of a project's own files by their subjects."""

    def __init__(self, ontology: Ontology) -> None:
        self._lines: dict[Path, list[str]] = {}
        self._file: dict[str, Path] = {}
        self._about: dict[str, list[Triple]] = defaultdict(list)
        for path, triples in ontology.own_triples.items():
            self._lines[path] = path.read_text(encoding="utf-8-sig").splitlines()
            for triple in triples:
                if isinstance(triple.subject, NamedNode):
                    self._about[triple.subject.value].append(triple)
                    self._file.setdefault(triple.subject.value, path)

    @property
    def subjects(self) -> list[str]:
        """All IRIs that the files say something of, sorted."""
        return sorted(self._about)

    def about(self, iri: str) -> Sequence[Triple]:
        """The triples whose subject is an IRI."""
        return self._about.get(iri, ())

    def told(self, iri: str, predicate: str) -> list[Triple]:
        """The triples about an IRI that have this predicate."""
        return [triple for triple in self.about(iri) if triple.predicate.value == predicate]

    def objects(self, iri: str, predicate: str) -> list[str]:
        """The IRIs that stand at the other end of a predicate."""
        return [triple.object.value for triple in self.told(iri, predicate) if isinstance(triple.object, NamedNode)]

    def problem(self, iri: str, text: str, fix: str) -> Problem:
        """A problem at the line where the file begins to speak of a term; 1 where it cannot be told."""
        path = self._file[iri]
        return Problem(str(path), self._line(iri, path), text, fix)

    def problem_near(self, iri: str, text: str, fix: str) -> Problem:
        """A problem at the first line about a term that holds the name with which its text begins."""
        path = self._file[iri]
        start, wanted = self._line(iri, path), text.partition(" ")[0]
        lines = enumerate(self._lines[path][start - 1 :], start)
        line = next((number for number, shown in lines if wanted in shown), start)
        return Problem(str(path), line, text, fix)

    def problem_in(self, path: Path, iri: str, text: str, fix: str) -> Problem:
        """A problem at the first line about a term that holds a name which the text speaks of, if there is one."""
        start = self._line(iri, self._file[iri]) if iri in self._file else 1
        names = re.findall(r"\b[a-z]+:\w+", text)
        lines = enumerate(self._lines[path][start - 1 :], start)
        line = next((number for number, shown in lines if any(name in shown for name in names)), start)
        return Problem(str(path), line, text, fix)

    def _line(self, iri: str, path: Path) -> int:
        found = [self._begun[path].get(name) for name in (shorten(iri), f"<{iri}>")]
        return min((number for number in found if number is not None), default=1)

    @cached_property
    def _begun(self) -> Mapping[Path, Mapping[str, int]]:
        """The first line of each file that begins with a word, for each such word."""
        begun: dict[Path, dict[str, int]] = {path: {} for path in self._lines}
        for path, lines in self._lines.items():
            for number, line in enumerate(lines, 1):
                if found := re.match(r"<[^>]*>|[^\s]+", line):
                    begun[path].setdefault(found[0], number)
        return begun
