"""Opening what a build left, to read."""

from __future__ import annotations

import json
from pathlib import Path

from kg.facts.problems import CallError
from kg.rdf.catalogue import Catalogue
from kg.rdf.store import open_store
from kg.rdf.vocabulary import BASE
from kg.report import REPORT_FILE
from kg.resources import Resources
from kg.settings import SHIPPED_BASE


def open_build(folder: Path | str = "build") -> Catalogue:
    """The things, sources and claims of a build, and its store (`catalogue.store`, a `pyoxigraph.Store`).

    Raises CallError where there is no build in `folder`, or one of a project whose things have another base.
    """
    store = open_store(Path(folder))
    check_base(Path(folder))
    return Catalogue(store, Resources.current().read_ontology())


def check_base(folder: Path) -> None:
    """Raises CallError where the build in `folder` names its things by another base than this process."""
    report = folder / REPORT_FILE
    built = json.loads(report.read_text(encoding="utf-8")).get("base", SHIPPED_BASE) if report.is_file() else BASE
    if built != BASE:
        raise CallError(
            f"the build in {folder}/ names things by {built}, this project by {BASE}. "
            "Build it again, or name the folder of its project with --project."
        )
