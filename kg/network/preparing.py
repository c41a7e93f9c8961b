"""What a build prepares for those who look things up and walk the network."""

from __future__ import annotations

from pathlib import Path

from kg.network.projection import edges
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import INDEX_FILE, open_index, write_index
from kg.rdf.vocabulary import BASE


def prepare(catalogue: Catalogue, folder: Path) -> Catalogue:
    """Writes `index.sqlite` beside a store, from which `kg find`, `kg path` and networks are read.

    The same bytes for the same facts and version of SQLite. Returns the catalogue that reads from it; whoever opens a
    build without the file reads the store.
    """
    write_index(folder / INDEX_FILE, BASE, catalogue.entities, catalogue.ontology.labels, edges(catalogue))
    return Catalogue(catalogue.store, catalogue.ontology, open_index(folder))
