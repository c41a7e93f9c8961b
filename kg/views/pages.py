"""The pages that a build leaves for people without SPARQL."""

from __future__ import annotations

from pathlib import Path

from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_page import explorer_page
from kg.views.network_page import network_page
from kg.views.page import write_page
from kg.views.surroundings import sentences_of


def write_pages(catalogue: Catalogue, folder: Path, documents: Path | None = None) -> None:
    """Writes `network.html` and `explorer.html`; with the folder of `documents`, quotes stand in their sentences."""
    evidence = EvidenceRows(catalogue, sentences_of(catalogue, documents, []) if documents is not None else {})
    write_page(folder / "network.html", network_page(catalogue, to_network(catalogue), evidence))
    write_page(folder / "explorer.html", explorer_page(catalogue, evidence))
