"""The pages that a build leaves for people without SPARQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_page import explorer_page
from kg.views.network_page import network_page
from kg.views.page import write_page
from kg.views.surroundings import sentences_of

_PAGES: Mapping[str, Callable[[Catalogue, EvidenceRows], str]] = {
    "network.html": lambda catalogue, evidence: network_page(catalogue, to_network(catalogue), evidence),
    "explorer.html": explorer_page,
}


def write_pages(catalogue: Catalogue, folder: Path, documents: Path | None = None) -> None:
    """Writes `network.html` and `explorer.html`; with the folder of `documents`, quotes stand in their sentences."""
    evidence = EvidenceRows(catalogue, sentences_of(catalogue, documents, []) if documents is not None else {})
    for name, make in _PAGES.items():
        write_page(folder / name, make(catalogue, evidence))


def page_of(catalogue: Catalogue, name: str) -> str:
    """One of these pages, by its file's name, of a catalogue such as that of a day."""
    return _PAGES[name](catalogue, EvidenceRows(catalogue, {}))
