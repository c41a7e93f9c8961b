"""The formats of `kg export`: what each is for, how its file ends, and who writes it. Nothing heavy is imported."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from kg.facts.problems import CallError, nearest

if TYPE_CHECKING:
    from kg.rdf.catalogue import Catalogue


class Target(Enum):
    """What a format is written to."""

    TEXT = "a text file"
    BINARY = "a binary file"
    FOLDER = "a folder"


@dataclass(frozen=True)
class Export:
    """What is to be written: a build (or its state as of a day), and the words for it.

    `things` are the ids that a brief is about: one, or the two ends of a path.
    """

    catalogue: Catalogue
    language: str = "en"
    things: tuple[str, ...] = ()


@dataclass(frozen=True)
class Format:
    """A format. `writer` is `module:function` in `kg.exports`.

    The function takes an `Export` and a binary stream, or the path of an empty folder where `target` is one.
    `package` is what `extra` must bring, "" where nothing is needed; `things`, how many things it may be about.
    """

    name: str
    purpose: str
    ending: str
    target: Target
    writer: str
    extra: str = ""
    package: str = ""
    things: tuple[int, ...] = (0,)

    def load(self) -> Callable[[Export, Any], None]:
        """The function that writes it. CallError where what it needs is not installed."""
        if self.package and importlib.util.find_spec(self.package) is None:
            raise CallError(f"{self.name} needs {self.package}. Install it: pip install 'partnership-kg[{self.extra}]'")
        module, _, function = self.writer.partition(":")
        loaded: Callable[[Export, Any], None] = getattr(importlib.import_module(f"kg.exports.{module}"), function)
        return loaded


_TEXT, _FOLDER = Target.TEXT, Target.FOLDER

_ALL = (
    Format("turtle", "triple stores: all graphs as one, to read", ".ttl", _TEXT, "rdf:write_turtle"),
    Format("trig", "triple stores: the named graphs, to read", ".trig", _TEXT, "rdf:write_trig"),
    Format("ntriples", "triple stores and line tools: all graphs as one", ".nt", _TEXT, "rdf:write_ntriples"),
    Format("nquads", "triple stores and line tools: the named graphs", ".nq", _TEXT, "rdf:write_nquads"),
    Format("rdfxml", "older RDF tools: all graphs as one", ".rdf", _TEXT, "rdf:write_rdfxml"),
    Format("jsonld", "web developers: things and claims, framed", ".jsonld", _TEXT, "jsonld:write_jsonld"),
    Format("turtle12", "RDF 1.2: claims as triple terms too", ".ttl", _TEXT, "triple_terms:write_turtle"),
    Format("ntriples12", "RDF 1.2: the same, a line each", ".nt", _TEXT, "triple_terms:write_ntriples"),
    Format("graphml", "NetworkX, igraph, yEd, Cytoscape", ".graphml", _TEXT, "graphml:write_graphml"),
    Format("gexf", "Gephi, with its timeline", ".gexf", _TEXT, "gexf:write_gexf"),
    Format("cytoscape", "Cytoscape and Cytoscape.js", ".cyjs", _TEXT, "cytoscape:write_cytoscape"),
    Format("csv", "spreadsheets: nodes, edges, claims, evidence …", "/", _FOLDER, "csv_tables:write_csv"),
    Format(
        "parquet",
        "pandas, Polars, DuckDB: the same tables",
        "/",
        _FOLDER,
        "parquet:write_parquet",
        extra="parquet",
        package="pyarrow",
    ),
    Format("neo4j", "neo4j-admin database import, for a new database", "/", _FOLDER, "neo4j:write_import"),
    Format("cypher", "Neo4j, Memgraph: a script for one that runs", ".cypher", _TEXT, "neo4j:write_cypher"),
    Format("ftm", "FollowTheMoney, Aleph, OpenSanctions tools", ".ftm.json", _TEXT, "followthemoney:write_entities"),
    Format("markdown", "a brief on a thing, a country or a path", ".md", _TEXT, "markdown:write_brief", things=(1, 2)),
    Format(
        "word",
        "the same brief for Word, with its footnotes",
        ".docx",
        Target.BINARY,
        "word:write_brief",
        extra="word",
        package="docx",
        things=(1, 2),
    ),
)
FORMATS = {item.name: item for item in _ALL}
"""All formats by name, in the order in which they are listed."""


def format_named(name: str) -> Format:
    """The format of that name. CallError names the nearest where there is none."""
    if name not in FORMATS:
        raise CallError(f"there is no format '{name}'. {nearest(name, FORMATS, 'List them with: kg export')}")
    return FORMATS[name]
