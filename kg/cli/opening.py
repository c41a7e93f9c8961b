"""What every command that reads a build begins with."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from kg.cli.options import STORE
from kg.cli.output import said, said_of, tell
from kg.facts.dates import PartialDate
from kg.facts.problems import CallError
from kg.opening import open_build as open_catalogue
from kg.rdf.catalogue import Catalogue
from kg.rdf.places import is_address
from kg.rdf.vocabulary import ID
from kg.settings import settings
from kg.views.sentences import Sentences


@dataclass(frozen=True)
class Opened:
    """A build, opened to read, and words for it in the reader's language."""

    catalogue: Catalogue
    sentences: Sentences

    def resolve(self, text: str) -> str:
        """The id of the thing that a text names; CallError where it names none or several."""
        return self.catalogue.names.resolve(text.removeprefix(ID).removeprefix("id:"))


def open_build(options: argparse.Namespace) -> Opened:
    """The build that `--build` names, or that in the store that `--store` or KG_STORE does."""
    catalogue = open_catalogue(place_of(options))
    if options.as_of is not None:
        catalogue = on_day(catalogue, options.as_of, options.lang)
    return Opened(catalogue, Sentences(catalogue, options.lang))


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


def day_of(text: str) -> dt.date:
    """The last day of a year, a month or a day."""
    try:
        return PartialDate.parse(text).latest
    except ValueError as error:
        raise CallError(f"{error}. Write YYYY, YYYY-MM or YYYY-MM-DD.") from None


def on_day(catalogue: Catalogue, text: str, language: str) -> Catalogue:
    """The graph as of the last day of a year, a month or a day; the note on what is unknown goes to stderr."""
    from kg.build import as_of

    day = day_of(text)
    sliced, unknown = as_of(catalogue, day)
    counted = said_of(len(sliced.claims), "claims", language)
    if unknown:
        tell(said_of(unknown, "as of unknown", language, day=day, claims=counted))
    else:
        tell(said("as of", language, day=day, claims=counted))
    return sliced
