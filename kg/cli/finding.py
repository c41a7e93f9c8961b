"""`kg find`: of all commands the one that is asked most often, so it reads the index of names and little else."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.cli.output import said, tell, write_rows
from kg.cli.place import place_of
from kg.facts.identity import NameIndex
from kg.facts.problems import CallError
from kg.rdf.index import open_index
from kg.settings import settings


def find(options: argparse.Namespace) -> int:
    """The things that a text may name, best first; 1 if there are none."""
    if not options.name.strip():
        raise CallError("the name is empty. Give a name, or a part of one.")
    names = _prepared(options) or _read(options)
    matches = names.index.exact(options.name) or names.index.near(options.name)
    if not matches:
        tell(f"kg: {said('nothing like it', options.lang, name=options.name)}")
        return 1
    rows = [
        (match.entity, names.name(match.entity), names.kind(match.entity), match.name, round(match.nearness, 2))
        for match in matches
    ]
    write_rows(("id", "name", "what", "matched", "nearness"), rows, options.format, language=options.lang)
    return 0


@dataclass(frozen=True)
class _Names:
    """An index of names, and in the reader's language what a thing is called and what it is."""

    index: NameIndex
    name: Callable[[str], str]
    kind: Callable[[str], str]


def _prepared(options: argparse.Namespace) -> _Names | None:
    """What a build prepared; None where it did not, or where the graph of a day or of another base is asked for."""
    place = place_of(options)
    index = open_index(place) if options.as_of is None and isinstance(place, Path) else None
    if index is None or index.base() != settings().base:
        return None
    return _Names(
        NameIndex(index.directory),
        lambda key: index.label(key, options.lang),
        lambda key: index.kind(key, options.lang),
    )


def _read(options: argparse.Namespace) -> _Names:
    """The names of a whole catalogue."""
    from kg.cli.opening import open_build

    opened = open_build(options)
    entities, words = opened.catalogue.entities, opened.sentences
    return _Names(opened.catalogue.names, words.name, lambda key: words.kind(entities[key]))
