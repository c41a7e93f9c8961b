"""Opening what a build left, to read."""

from __future__ import annotations

from pathlib import Path

from kg.rdf.catalogue import Catalogue
from kg.rdf.ontology import Ontology
from kg.rdf.store import open_store
from kg.resources import Resources


def open_build(folder: Path | str = "build") -> Catalogue:
    """The things, sources and claims of a build, and its store (`catalogue.store`, a `pyoxigraph.Store`).

    Raises CallError where there is no build in `folder`.
    """
    return Catalogue(open_store(Path(folder)), Ontology(Resources.shipped().ontology))
