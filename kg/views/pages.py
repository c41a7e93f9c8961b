"""The pages that a build leaves for people without SPARQL."""

from __future__ import annotations

from pathlib import Path

from kg.network.projection import to_network
from kg.network.selecting import core, most_tied
from kg.rdf.catalogue import Catalogue
from kg.rdf.part import Part
from kg.views.evidence import EvidenceRows
from kg.views.explorer_page import explorer_page
from kg.views.network_page import LIMIT, network_page
from kg.views.page import write_page
from kg.views.surroundings import sentences_of

PAGES = ("network.html", "explorer.html")
MOST_THINGS = 10_000
"""More things than this an explorer does not take: its first picture comes after more than a second then."""
CORE = 2_000
"""So many of more are shown, the best connected ones."""


def write_pages(catalogue: Catalogue, folder: Path, documents: Path | None = None) -> None:
    """Writes `network.html` and `explorer.html`; with the folder of `documents`, quotes stand in their sentences.

    Of more than `MOST_THINGS` things the explorer takes the core of the network, and says so.
    """
    for name in PAGES:
        write_page(folder / name, page_of(catalogue, name, documents))


def page_of(catalogue: Catalogue, name: str, documents: Path | None = None) -> str:
    """One of these pages, by its file's name, of a catalogue such as that of a day."""
    everyone = len(catalogue.classes)
    if name == "network.html":
        if everyone <= MOST_THINGS:
            return network_page(catalogue, to_network(catalogue), _evidence(catalogue, documents))
        chosen, tied = most_tied(catalogue, LIMIT)
        part = Part(catalogue, chosen)
        shown = to_network(part).subgraph(part.chosen)
        return network_page(part, shown, _evidence(part, documents), tied)
    if everyone <= MOST_THINGS:
        return explorer_page(catalogue, _evidence(catalogue, documents))
    part = Part(catalogue, core(catalogue, CORE))
    return explorer_page(part, _evidence(part, documents), everyone)


def page_about(catalogue: Catalogue, start: str, chosen: list[str], documents: Path | None = None) -> str:
    """The explorer of chosen things around one of a catalogue."""
    part = Part(catalogue, chosen)
    return explorer_page(part, _evidence(part, documents), len(catalogue.classes), start)


def _evidence(catalogue: Catalogue, documents: Path | None) -> EvidenceRows:
    return EvidenceRows(catalogue, sentences_of(catalogue, documents, []) if documents is not None else {})
