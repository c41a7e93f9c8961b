"""What every command that reads a build begins with."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import dataclass

from kg.cli.output import said, said_of, tell
from kg.cli.place import place_of, store_address
from kg.facts.dates import PartialDate
from kg.facts.problems import CallError
from kg.opening import open_build as open_catalogue
from kg.rdf.catalogue import Catalogue
from kg.rdf.vocabulary import ID
from kg.views.sentences import Sentences

__all__ = ["Opened", "day_of", "on_day", "open_build", "place_of", "store_address"]


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
