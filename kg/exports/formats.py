"""The formats of `kg export`: what each is for, how its file ends, and who writes it. Nothing heavy is imported."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
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

    `things` are the ids that a brief or a picture is about: one, or the two ends of a path.
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
    Format("svg", "a picture of a thing's ties, or of a path", ".svg", _TEXT, "pictures:write_svg", things=(1, 2)),
    Format(
        "png",
        "the same picture, as pixels",
        ".png",
        Target.BINARY,
        "pictures:write_png",
        extra="pictures",
        package="resvg_py",
        things=(1, 2),
    ),
)
FORMATS = {item.name: item for item in _ALL}
"""All formats by name, in the order in which they are listed."""


_INSTEAD = {
    "pdf": "Export svg and print it from a browser, or export word and save that as PDF.",
    "html": "Pages are written by: kg view --out FILE.html",
    "xlsx": "Export csv, which spreadsheet programs open.",
    "json": "Did you mean 'jsonld', 'cytoscape' or 'ftm'?",
    "dot": "Export graphml or gexf.",
}


def format_named(name: str) -> Format:
    """The format of that name. CallError names the nearest where there is none, or that of files which end so."""
    if name in FORMATS:
        return FORMATS[name]
    ending = name.lower().lstrip(".")
    fix = _INSTEAD.get(ending) or next((f"Did you mean '{item.name}'?" for item in _with_ending(f".{ending}")), "")
    raise CallError(f"there is no format '{name}'. {fix or nearest(name, FORMATS, 'List them with: kg export')}")


def check_ending(chosen: Format, path: Path) -> None:
    """Raises CallError where a file's ending says another format than the one that is written to it."""
    others = [item.name for item in _with_ending(path.suffix)]
    if not path.suffix or chosen.name in others or path.name.endswith(chosen.ending) or path.is_dir():
        return
    if chosen.target is Target.FOLDER:
        if others or path.suffix in (".csv", ".parquet", ".zip"):
            raise CallError(f"{chosen.name} is a folder of files; {path} ends as a file does. Leave the ending out.")
    elif others:
        told = f"{path} ends as {' or '.join(others)} does"
        raise CallError(f"{told}, not {chosen.name}. End it with {chosen.ending}, or export {others[0]}.")
    elif chosen.target is Target.BINARY:  # a program would take it for what the ending says
        raise CallError(f"{path} does not end as {chosen.name} does. End it with {chosen.ending}.")


def _with_ending(ending: str) -> list[Format]:
    return [item for item in _ALL if item.ending == ending != ""]
