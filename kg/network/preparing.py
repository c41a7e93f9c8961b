"""What a build prepares for those who look things up and walk the network."""

from __future__ import annotations

from pathlib import Path

from kg.network.projection import edges
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import INDEX_FILE, write_index
from kg.rdf.vocabulary import BASE


def prepare(catalogue: Catalogue, folder: Path) -> None:
    """Writes `index.sqlite` beside a store, from which `kg find`, `kg path` and networks are read.

    The same bytes for the same facts and version of SQLite. Whoever opens a build without it reads the store.
    """
    classes = set(catalogue.classes.values())
    labels = {name: by for name, by in catalogue.ontology.labels.items() if name in classes}
    write_index(folder / INDEX_FILE, BASE, catalogue.entities, labels, edges(catalogue))
