"""`kg path`."""

from __future__ import annotations

import argparse

from rich.table import Table
from rich.text import Text

from kg.cli.opening import Opened, open_build
from kg.cli.output import console, tell, write_rows
from kg.facts.problems import CallError
from kg.network.paths import Hop, Link, Path, shortest_paths
from kg.network.projection import to_network


def path(options: argparse.Namespace) -> int:
    """How two things are connected, each hop with all the claims that make it; 1 if they are not."""
    opened = open_build(options)
    start, end = opened.resolve(options.start), opened.resolve(options.end)
    words = opened.sentences
    if start == end:
        raise CallError(f"both names mean the same thing: {words.name(start)} (id:{start}).")
    network = to_network(opened.catalogue, ties_only=not options.all_relations)
    paths = shortest_paths(network, opened.catalogue.schema, start, end, options.k)
    if not paths:
        hint = "" if options.all_relations else " Try --all-relations: by countries, topics and reports too."
        tell(f"kg: no path joins {words.name(start)} and {words.name(end)}.{hint}")
        return 1
    if options.format == "table":
        for number, found in enumerate(paths, start=1):
            _print_path(opened, found, number, len(paths))
        return 0
    columns = ("path", "hop", "from", "to", "predicate", "fact", "date", "quote", "source", "claim")
    write_rows(columns, [row for n, found in enumerate(paths, 1) for row in _rows(opened, found, n)], options.format)
    return 0


def _print_path(opened: Opened, found: Path, number: int, count: int) -> None:
    words, screen = opened.sentences, console()
    ends = f"{words.name(found[0].start)} … {words.name(found[-1].end)}"
    which = f"Path {number} of {count}: " if count > 1 else ""
    screen.print(Text(f"{which}{ends}, {len(found)} hop{'s' if len(found) > 1 else ''}", style="bold"))
    grid = Table.grid(padding=(0, 1))
    for index, hop in enumerate(found, start=1):
        for link in hop.links:
            claim = opened.catalogue.claims[link.claim]
            date = words.date(claim)
            sentence = _sentence(opened, hop, link)
            grid.add_row(Text(f" {index}."), Text.assemble(sentence, (f"  [{date}]" if date else "", "bold")))
            for item in claim.evidence:
                grid.add_row("", Text(f"{words.proof(item)}", style="dim"))
    screen.print(grid)


def _sentence(opened: Opened, hop: Hop, link: Link) -> str:
    """The hop's claim in words; for a tie that inference drew from it, the claim behind it as well."""
    claim = opened.catalogue.claims[link.claim]
    told = opened.sentences.sentence(claim)
    if link.predicate == claim.predicate:
        return told
    subject = hop.start if link.forward else hop.end
    return f"{opened.sentences.relation(subject, link.predicate, claim.object)} ⇐ {told}"


def _rows(opened: Opened, found: Path, number: int) -> list[tuple[str | int, ...]]:
    rows: list[tuple[str | int, ...]] = []
    for index, hop in enumerate(found, start=1):
        for link in hop.links:
            claim = opened.catalogue.claims[link.claim]
            for item in claim.evidence:
                proof = item.quote.text if item.quote is not None else item.record
                sentence = _sentence(opened, hop, link)
                date = opened.sentences.date(claim)
                rows.append(
                    (number, index, hop.start, hop.end, link.predicate, sentence, date, proof, item.source, claim.key)
                )
    return rows
