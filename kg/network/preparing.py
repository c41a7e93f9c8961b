"""What a build prepares for those who look things up and walk the network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.facts.model import Entity
from kg.network.projection import edges
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import INDEX_FILE, open_index, write_index
from kg.rdf.relation_rows import Relation
from kg.rdf.vocabulary import BASE


def prepare(
    catalogue: Catalogue,
    folder: Path,
    entities: Mapping[str, Entity] | None = None,
    relations: Iterable[Relation] | None = None,
) -> Catalogue:
    """Writes `index.sqlite` beside a store, from which `kg find`, `kg path` and networks are read.

    The same bytes for the same facts and version of SQLite. Returns the catalogue that reads from it; whoever opens a
    build without the file reads the store. Whoever has its things and relations at hand gives them, to spare reading.
    """
    entities = catalogue.entities if entities is None else entities
    write_index(folder / INDEX_FILE, BASE, entities, catalogue.ontology.labels, edges(catalogue, relations))
    return Catalogue(catalogue.store, catalogue.ontology, open_index(folder))
