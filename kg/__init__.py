"""Partnership KG: who works with whom, since when, by which agreement, and who says so.

`kg.build` is the module of the main job; the functions below open and analyse what it left. They are imported when
they are first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.network.centrality import Measure, rank
    from kg.network.costs import Cost
    from kg.network.filters import Filters
    from kg.network.paths import shortest_paths
    from kg.network.projection import to_network, to_partnerships
    from kg.opening import open_build
    from kg.rdf.sparql import ask
    from kg.views.connections import connect, paths

__version__ = "0.1.0"

_HOMES = {
    "Cost": "kg.network.costs",
    "Filters": "kg.network.filters",
    "Measure": "kg.network.centrality",
    "ask": "kg.rdf.sparql",
    "connect": "kg.views.connections",
    "open_build": "kg.opening",
    "paths": "kg.views.connections",
    "rank": "kg.network.centrality",
    "shortest_paths": "kg.network.paths",
    "to_network": "kg.network.projection",
    "to_partnerships": "kg.network.projection",
}

__all__ = [
    "Cost",
    "Filters",
    "Measure",
    "ask",
    "connect",
    "open_build",
    "paths",
    "rank",
    "shortest_paths",
    "to_network",
    "to_partnerships",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
