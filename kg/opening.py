"""Opening what a build left, in its folder or in a store elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.facts.problems import CallError
from kg.rdf.catalogue import Catalogue
from kg.rdf.store import Dataset, graph_size, open_store
from kg.rdf.vocabulary import BASE, GraphName
from kg.report import REPORT_FILE
from kg.resources import Resources
from kg.settings import SHIPPED_BASE

if TYPE_CHECKING:
    from kg.rdf.remote import RemoteStore

_ADDRESS = re.compile(r"https?://|(query|update|graphs)=https?://")


def open_build(place: Path | str = "build") -> Catalogue:
    """The things, sources and claims of a build, and its store (`catalogue.store`).

    `place` is the folder of a build, or the address of a remote store that one was loaded into. Raises CallError where
    there is none, or one of a project whose things have another base.
    """
    store: Dataset
    if isinstance(place, str) and is_address(place):
        remote = connect_store(place)
        if not graph_size(remote, GraphName.ASSERTED.node):
            raise CallError(f"there is no build in {place}. Load one with: kg build --store {place}")
        store = remote
    else:
        store = open_store(Path(place))
        check_base(Path(place))
    return Catalogue(store, Resources.current().read_ontology())


def is_address(text: str) -> bool:
    """Whether a text is the address of a store, rather than a folder.

    >>> is_address("http://localhost:7878"), is_address("build")
    (True, False)
    """
    return _ADDRESS.match(text) is not None


def connect_store(address: str) -> RemoteStore:
    """The remote store at an address, asked as whom KG_STORE_USER, KG_STORE_PASSWORD or KG_STORE_TOKEN say.

    Raises CallError where none answers there.
    """
    from kg.rdf.remote import connect
    from kg.rdf.transport import Access, Transport

    return connect(address, Transport(Access.from_environment()))


def check_base(folder: Path) -> None:
    """Raises CallError where the build in `folder` names its things by another base than this process."""
    report = folder / REPORT_FILE
    built = json.loads(report.read_text(encoding="utf-8")).get("base", SHIPPED_BASE) if report.is_file() else BASE
    if built != BASE:
        raise CallError(
            f"the build in {folder}/ names things by {built}, this project by {BASE}. "
            "Build it again, or name the folder of its project with --project."
        )
