"""The pages that a build leaves for people without SPARQL."""

from pathlib import Path

from kg.rdf.catalogue import Catalogue


def write_pages(catalogue: Catalogue, folder: Path) -> None:
    """Writes `network.html` and `explorer.html`."""
