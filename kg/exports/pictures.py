"""Pictures of a thing's ties, or of the path between two, each line with its evidence: SVG, and PNG made of it."""

from __future__ import annotations

from typing import BinaryIO

from kg.exports.formats import Export
from kg.facts.problems import CallError
from kg.network.paths import shortest_paths
from kg.network.projection import to_network
from kg.views.drawing import neighbourhood_svg, path_svg, png


def write_svg(export: Export, out: BinaryIO) -> None:
    """Writes what directly surrounds one thing, or the first shortest path between two; CallError where none is."""
    out.write(_drawn(export).encode())


def write_png(export: Export, out: BinaryIO) -> None:
    """Writes the same as PNG."""
    out.write(png(_drawn(export)))


def _drawn(export: Export) -> str:
    catalogue = export.catalogue
    if len(export.things) == 1:
        return neighbourhood_svg(catalogue, export.things[0], language=export.language)
    start, end = export.things
    for ties_only in (True, False):
        found = shortest_paths(to_network(catalogue, ties_only=ties_only), catalogue.schema, start, end)
        if found:
            return path_svg(catalogue, found[0], export.language)
    raise CallError(f"no path joins id:{start} and id:{end}.")
