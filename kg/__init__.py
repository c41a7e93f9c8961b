"""Partnership KG: who works with whom, since when, by which agreement, and who says so.

`kg.build` is the module of the main job; the functions below open and analyse what it left. They are imported when
they are first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.network.absence import absence
    from kg.network.centrality import Measure, rank
    from kg.network.cores import core_numbers, joints
    from kg.network.costs import Cost
    from kg.network.countries import countries
    from kg.network.filters import Filters
    from kg.network.frames import annotate, to_pandas, to_polars, to_table
    from kg.network.groups import communities
    from kg.network.paths import shortest_paths
    from kg.network.projection import to_partnerships
    from kg.network.roles import brokers
    from kg.network.similarity import guesses, similar
    from kg.opening import open_build
    from kg.rdf.sparql import ask
    from kg.views.connections import connect, paths
    from kg.views.drawing import neighbourhood_svg, network_svg, path_svg
    from kg.views.network_page import to_pyvis
    from kg.views.notebook import card, picture, to_network

__version__ = "0.1.0"

_HOMES = {
    "Cost": "kg.network.costs",
    "Filters": "kg.network.filters",
    "Measure": "kg.network.centrality",
    "absence": "kg.network.absence",
    "annotate": "kg.network.frames",
    "ask": "kg.rdf.sparql",
    "brokers": "kg.network.roles",
    "card": "kg.views.notebook",
    "communities": "kg.network.groups",
    "connect": "kg.views.connections",
    "core_numbers": "kg.network.cores",
    "countries": "kg.network.countries",
    "guesses": "kg.network.similarity",
    "joints": "kg.network.cores",
    "neighbourhood_svg": "kg.views.drawing",
    "network_svg": "kg.views.drawing",
    "open_build": "kg.opening",
    "path_svg": "kg.views.drawing",
    "paths": "kg.views.connections",
    "picture": "kg.views.notebook",
    "rank": "kg.network.centrality",
    "shortest_paths": "kg.network.paths",
    "similar": "kg.network.similarity",
    "to_network": "kg.views.notebook",
    "to_pandas": "kg.network.frames",
    "to_partnerships": "kg.network.projection",
    "to_polars": "kg.network.frames",
    "to_pyvis": "kg.views.network_page",
    "to_table": "kg.network.frames",
}

__all__ = [
    "Cost",
    "Filters",
    "Measure",
    "absence",
    "annotate",
    "ask",
    "brokers",
    "card",
    "communities",
    "connect",
    "core_numbers",
    "countries",
    "guesses",
    "joints",
    "neighbourhood_svg",
    "network_svg",
    "open_build",
    "path_svg",
    "paths",
    "picture",
    "rank",
    "shortest_paths",
    "similar",
    "to_network",
    "to_pandas",
    "to_partnerships",
    "to_polars",
    "to_pyvis",
    "to_table",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
