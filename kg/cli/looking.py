"""`kg find` and `kg show`."""

from __future__ import annotations

import argparse

from rich.text import Text

from kg.cli.opening import Opened, open_build
from kg.cli.output import console, make_table, tell, write_rows
from kg.facts.model import Claim


def find(options: argparse.Namespace) -> int:
    """The things that a text may name, best first; 1 if there are none."""
    opened = open_build(options)
    catalogue, words = opened.catalogue, opened.sentences
    matches = catalogue.names.exact(options.name) or catalogue.names.near(options.name)
    if not matches:
        tell(f"kg: nothing has a name like '{options.name}'.")
        return 1
    rows = []
    for match in matches:
        entity = catalogue.entities[match.entity]
        rows.append((entity.id, words.name(entity.id), words.kind(entity), match.name, round(match.nearness, 2)))
    write_rows(("id", "name", "what", "matched", "nearness"), rows, options.format)
    return 0


def show(options: argparse.Namespace) -> int:
    """A thing's names and every claim that it stands in, with dates and evidence."""
    opened = open_build(options)
    key = opened.resolve(options.name)
    claims = opened.catalogue.about(key)
    if options.format == "table":
        _print_card(opened, key)
        rows = [row[:2] + row[4:] for claim in claims for row in _rows(opened, claim, told_once=True)]
        write_rows(("date", "fact", "quote", "source"), rows, "table")
        return 0
    columns = ("date", "fact", "status", "claim", "quote", "source")
    write_rows(columns, [row for claim in claims for row in _rows(opened, claim, told_once=False)], options.format)
    return 0


def _print_card(opened: Opened, key: str) -> None:
    entity, words = opened.catalogue.entities[key], opened.sentences
    screen = console()
    screen.print(Text.assemble((words.name(key), "bold"), f"  {words.kind(entity)}  id:{key}"))
    for identifier in entity.identifiers:
        screen.print(Text(f"  {identifier}"))
    names = [(name.language, name.text, words.term(name.rank.value)) for name in entity.names]
    screen.print(make_table(("language", "name", "rank"), names))


def _rows(opened: Opened, claim: Claim, *, told_once: bool) -> list[tuple[str, ...]]:
    """One row for each piece of evidence; with `told_once`, what belongs to the claim stands in the first only."""
    words = opened.sentences
    told = (words.date(claim), words.sentence(claim), claim.status.value, claim.key)
    rows: list[tuple[str, ...]] = []
    for item in claim.evidence:
        proof = item.quote.text if item.quote is not None else item.record
        before = ("",) * len(told) if told_once and rows else told
        rows.append((*before, proof, item.source))
    return rows
