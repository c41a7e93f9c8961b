"""Partnership KG: who works with whom, since when, by which agreement, and who says so.

`kg.build` is the module of the main job; the functions below open and analyse what it left. They are imported when
they are first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.network.centrality import Measure, rank
    from kg.network.paths import shortest_paths
    from kg.network.projection import to_network, to_partnerships
    from kg.opening import open_build
    from kg.rdf.queries import ask
    from kg.views.drawing import neighbourhood_svg, network_svg, path_svg
    from kg.views.network_page import to_pyvis
    from kg.views.notebook import card, picture

__version__ = "0.1.0"

_HOMES = {
    "Measure": "kg.network.centrality",
    "ask": "kg.rdf.queries",
    "card": "kg.views.notebook",
    "neighbourhood_svg": "kg.views.drawing",
    "network_svg": "kg.views.drawing",
    "open_build": "kg.opening",
    "path_svg": "kg.views.drawing",
    "picture": "kg.views.notebook",
    "rank": "kg.network.centrality",
    "shortest_paths": "kg.network.paths",
    "to_network": "kg.network.projection",
    "to_partnerships": "kg.network.projection",
    "to_pyvis": "kg.views.network_page",
}

__all__ = [
    "Measure",
    "ask",
    "card",
    "neighbourhood_svg",
    "network_svg",
    "open_build",
    "path_svg",
    "picture",
    "rank",
    "shortest_paths",
    "to_network",
    "to_partnerships",
    "to_pyvis",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
