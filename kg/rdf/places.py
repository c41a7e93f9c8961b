"""Where the store of a build is: in a folder, or at the address of a remote store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.facts.problems import CallError
from kg.rdf.addresses import is_address
from kg.rdf.store import Dataset, graph_size, open_store
from kg.rdf.vocabulary import GraphName

__all__ = ["connect_store", "is_address", "open_dataset"]

if TYPE_CHECKING:
    from kg.rdf.remote import RemoteStore


def open_dataset(place: Path | str) -> Dataset:
    """The store of a build in a folder or at an address. Raises CallError where there is no build."""
    if not isinstance(place, str) or not is_address(place):
        return open_store(Path(place))
    remote = connect_store(place)
    if not graph_size(remote, GraphName.ASSERTED.node):
        raise CallError(f"there is no build in {place}. Load one with: kg build --store {place}")
    return remote


def connect_store(address: str) -> RemoteStore:
    """The remote store at an address, asked as whom KG_STORE_USER, KG_STORE_PASSWORD or KG_STORE_TOKEN say.

    Raises CallError where none answers there.
    """
    from kg.rdf.remote import connect
    from kg.rdf.transport import Access, Transport

    return connect(address, Transport(Access.from_environment()))
