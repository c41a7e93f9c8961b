"""Opening what a build left, in its folder or in a store elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

from kg.facts.problems import CallError
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import open_index
from kg.rdf.places import is_address, open_dataset
from kg.rdf.store import REPORT_FILE
from kg.rdf.vocabulary import BASE
from kg.resources import Resources
from kg.settings import SHIPPED_BASE


def open_build(place: Path | str = "build") -> Catalogue:
    """The things, sources and claims of a build, and its store (`catalogue.store`).

    `place` is the folder of a build, or the address of a remote store that one was loaded into. Raises CallError where
    there is none, or one of a project whose things have another base.
    """
    store = open_dataset(place)
    index = None
    if not (isinstance(place, str) and is_address(place)):
        check_base(Path(place))
        index = open_index(Path(place))
    return Catalogue(store, Resources.current().read_ontology(), index)


def check_base(folder: Path) -> None:
    """Raises CallError where the build in `folder` names its things by another base than this process."""
    report = folder / REPORT_FILE
    built = json.loads(report.read_text(encoding="utf-8")).get("base", SHIPPED_BASE) if report.is_file() else BASE
    if built != BASE:
        raise CallError(
            f"the build in {folder}/ names things by {built}, this project by {BASE}. "
            "Build it again, or name the folder of its project with --project."
        )
