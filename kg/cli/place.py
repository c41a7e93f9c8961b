"""Where the build is that a command reads."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from kg.cli.options import STORE
from kg.facts.problems import CallError
from kg.rdf.addresses import is_address
from kg.settings import settings


def place_of(options: argparse.Namespace) -> Path | str:
    """A folder, or the address of a remote store: as the call has it, else the environment, else the project."""
    if options.store is None and options.names_build:
        return Path(options.build)
    return store_address(options.store) or Path(options.build)


def store_address(given: str | None) -> str | None:
    """The address of the remote store that was given, else that of KG_STORE, else the project's; None if none is.

    Raises CallError for what is no address.
    """
    address = given if given is not None else os.environ.get(STORE, "")
    if given is None and not address:
        return settings().store
    if not is_address(address):
        raise CallError(f"{'--store' if given is not None else STORE} names no store. Write http://host:port/path.")
    return address
