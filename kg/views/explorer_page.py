"""The explorer: a graph as one HTML file that opens from disk, with picture, cards, paths, filters and a table."""

from __future__ import annotations

from importlib import resources

from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_data import WORDS, explorer_data
from kg.views.page import in_one_function, normal, page, template, tight

MODULES = (
    # What the page knows, and the words for it.
    *("dom.js", "unpack.js", "words.js", "fold.js", "shapes.js", "graph.js", "names.js", "sentences.js", "evidence.js"),
    # Questions to it: none of these touches the document.
    *("validity.js", "filters.js", "paths.js", "finding.js", "address.js"),
    # The picture.
    *("geometry.js", "colours.js", "unfolding.js", "labelling.js", "scene.js", "painting.js", "svg.js", "view.js"),
    # What stands around it.
    *("card.js", "chain.js", "combobox.js", "listing.js", "table.js", "legend.js", "filter_panel.js", "timeline.js"),
    *("saving.js", "keyboard.js", "lighting.js", "explorer.js"),
)
"""Files of `templates/`, in the order in which they need one another."""


def explorer_page(
    catalogue: Catalogue, evidence: EvidenceRows, everyone: int | None = None, about: str | None = None
) -> str:
    """The whole page; how its data is written is told by `kg.views.explorer_data`.

    Where `catalogue` is a part of a larger one, `everyone` is how many things that has, and `about` the thing whose
    surroundings it is, if not the core of the network: the page says so.
    """
    styles = [tight(template("common.css")), tight(template("explorer.css"))]
    scripts = [quadtree(), in_one_function(MODULES)]
    data = explorer_data(catalogue, evidence)
    if everyone is not None:
        data["part"] = {
            "all": everyone,
            "about": None if about is None else list(catalogue.entities).index(about),
        }
    return page(WORDS["explorer_title"][0], "explorer.html", styles, scripts, data)


def quadtree() -> str:
    """The script of d3-quadtree as it is published; `vendor/README.md` tells its version and checksum."""
    return normal((resources.files("kg.views") / "vendor" / "d3-quadtree.min.js").read_text("utf-8"))
