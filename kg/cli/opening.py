"""What every command that reads a build begins with."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from kg.rdf.catalogue import Catalogue
from kg.rdf.ontology import Ontology
from kg.rdf.store import open_store
from kg.rdf.vocabulary import ID
from kg.resources import Resources
from kg.views.sentences import Sentences


@dataclass(frozen=True)
class Opened:
    """A build, opened to read, and words for it in the reader's language."""

    catalogue: Catalogue
    sentences: Sentences

    def resolve(self, text: str) -> str:
        """The id of the thing that a text names; CallError where it names none or several."""
        return self.catalogue.names.resolve(text.removeprefix(ID))


def open_build(options: argparse.Namespace) -> Opened:
    """The build that `--build` names."""
    ontology = Ontology(Resources.shipped().ontology)
    catalogue = Catalogue(open_store(options.build), ontology)
    return Opened(catalogue, Sentences(catalogue, options.lang))
