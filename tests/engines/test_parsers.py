"""What a build leaves, read by four RDF libraries that share no code: rdflib, Oxigraph, Raptor and Serd.

The last two are programs (`apt-get install raptor2-utils serdi`); where one is missing these tests fail, not skip.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, Quad, RdfFormat, parse
from rdflib.compare import isomorphic

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

TURTLE = ("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl")
FILES = (*TURTLE, "dataset.trig")
PACKAGES = {"rapper": "raptor2-utils", "serdi": "serdi"}


def run(program: str, *arguments: str) -> str:
    """The standard output of a program that must be there, succeed and find nothing to say of the file."""
    found = shutil.which(program)
    assert found is not None, f"{program} is missing: apt-get install {PACKAGES[program]}"
    result = subprocess.run([found, *arguments], capture_output=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr.decode()
    assert result.stderr == b"", result.stderr.decode()
    return result.stdout.decode("utf-8")


def language(path: Path) -> str:
    return "trig" if path.suffix == ".trig" else "turtle"


def lines(text: str) -> list[str]:
    """The statements of N-Triples or N-Quads, one a line."""
    return [line for line in text.splitlines() if line.strip()]


def oxigraph(path: Path) -> str:
    """What Oxigraph reads, as N-Quads."""
    format_ = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE
    return "".join(f"{quad} .\n" for quad in parse(path=str(path), format=format_))


def rdflib_(path: Path) -> str:
    """What rdflib reads, as N-Quads."""
    dataset = rdflib.Dataset()
    dataset.parse(path, format=language(path))
    return dataset.serialize(format="nquads")


def rapper(path: Path) -> str:
    """What Raptor reads, as N-Quads."""
    return run("rapper", "-q", "-i", language(path), "-o", "nquads", str(path))


def serdi(path: Path) -> str:
    """What Serd reads, strictly, as N-Quads."""
    return run("serdi", "-e", "-i", language(path), "-o", "nquads", str(path))


PARSERS: dict[str, Callable[[Path], str]] = {
    "rdflib": rdflib_,
    "Oxigraph": oxigraph,
    "Raptor": rapper,
    "Serd": serdi,
}


@pytest.mark.parametrize("program", PACKAGES)
def test_the_program_is_here(program: str) -> None:
    assert shutil.which(program) is not None, f"{program} is missing: apt-get install {PACKAGES[program]}"


@pytest.mark.parametrize("file", FILES)
def test_every_parser_counts_the_same(file: str, built: Path) -> None:
    counts = {name: len(lines(read(built / file))) for name, read in PARSERS.items()}
    assert len(set(counts.values())) == 1, counts
    assert min(counts.values()) > 100


def quads(text: str) -> list[Quad]:
    return list(parse(text.encode(), format=RdfFormat.N_QUADS))


@pytest.mark.parametrize("file", [file for file in FILES if file != "ontology.ttl"])
@pytest.mark.parametrize("name", [name for name in PARSERS if name != "Oxigraph"])
def test_every_parser_reads_the_same_statements(file: str, name: str, built: Path) -> None:
    expected, found = quads(oxigraph(built / file)), quads(PARSERS[name](built / file))
    nodes = {node for quad in expected for node in (quad.subject, quad.object, quad.graph_name)}
    assert not [node for node in nodes if isinstance(node, BlankNode)]
    # rdflib puts what a Turtle file holds into a graph of its own; the other files say themselves where it belongs.
    if file in TURTLE:
        assert {quad.triple for quad in found} == {quad.triple for quad in expected}
    else:
        assert set(found) == set(expected)


@pytest.mark.parametrize("name", [name for name in PARSERS if name != "Oxigraph"])
def test_every_parser_reads_the_same_ontology_whatever_it_calls_the_cells_of_lists(name: str, built: Path) -> None:
    path = built / "ontology.ttl"
    graphs = []
    for text in (oxigraph(path), PARSERS[name](path)):
        triples = "".join(f"{quad.triple} .\n" for quad in quads(text))
        graphs.append(rdflib.Graph().parse(data=triples, format="nt"))
    assert isomorphic(*graphs)


def test_the_turtle_files_and_the_dataset_hold_as_much(built: Path) -> None:
    for name, read in PARSERS.items():
        assert sum(len(lines(read(built / file))) for file in TURTLE) == len(lines(read(built / "dataset.trig"))), name
