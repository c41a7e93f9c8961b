"""`kg without`, `kg similar` and `kg guess`: what would be, and what may be."""

from __future__ import annotations

import argparse

from rich.text import Text

from kg.cli.output import Cell, bar, console, said, tell, write_rows
from kg.cli.partners import open_partners
from kg.facts.problems import CallError, nearest
from kg.network.absence import absence
from kg.network.similarity import Likeness, guesses
from kg.network.similarity import similar as find_similar


def without(options: argparse.Namespace) -> int:
    """What falls apart without some things; 0 as well where nothing does."""
    partners = open_partners(options)
    words = partners.words
    leavers = sorted({partners.opened.resolve(name) for name in options.names})
    with bar("without them") as progress:
        found = absence(partners.network, partners.opened.catalogue.schema, leavers, progress)
    losses = list(words.losses(found))
    if options.format != "table":
        splits, detours = iter(found.splits), iter(found.detours)
        rows: list[tuple[Cell, ...]] = []
        for effect, ids, sentence in losses:
            pairs = next(splits).pairs if effect == "split" else None
            detour = next(detours) if effect == "longer way" else None
            lengths = (detour.before, detour.after) if detour else (None, None)
            rows.append((effect, sentence, pairs, *lengths, " ".join(ids)))
        if found.lengthened:
            told = words.say("without_lengthened", n=found.lengthened, mean=f"{found.mean_growth:.2f}")
            rows.append(("longer ways", told, found.lengthened, None, None, ""))
        write_rows(
            ("effect", "sentence", "pairs", "before", "after", "ids"), rows, options.format, language=options.lang
        )
        return 0
    screen = console()
    names = ", ".join(partners.name(node) for node in leavers)
    screen.print(Text(words.say("without", names=names), style="bold"))
    if found.is_empty:
        screen.print(Text(f" {words.say('without_nothing')}"))
    if found.splits:
        screen.print(Text(f" {words.say('without_pairs', n=found.pairs_disconnected)}", style="bold"))
    told_lengths = False
    for effect, _, sentence in losses:
        if effect == "longer way" and not told_lengths:
            told_lengths = True
            total = words.say("without_lengthened", n=found.lengthened, mean=f"{found.mean_growth:.2f}")
            screen.print(Text(f" {total}", style="bold"))
        screen.print(Text(f"{'   ' if effect in ('split', 'longer way') else ' '}{sentence}"))
    return 0


def similar(options: argparse.Namespace) -> int:
    """Who shares partners with a party, and which; 1 where nobody does."""
    partners = open_partners(options)
    node = partners.resolve_partner(options.name)
    if node is None:
        return 1
    found = find_similar(partners.partnerships, node, Likeness(options.by), options.limit)
    if not found:
        tell(f"kg: {said('nobody similar', options.lang, name=partners.name(node))}")
        return 1
    if options.format == "table":
        tell(partners.words.say("similar_note"))
    rows = [
        (partners.name(item.node), partners.what(item.node), item.value, partners.names(item.shared), item.node)
        for item in found
    ]
    write_rows(("name", "what", options.by, "because of", "id"), rows, options.format, language=options.lang)
    return 0


def guess(options: argparse.Namespace) -> int:
    """Ties that may be missing, each marked as a guess; 1 where there is no reason for any."""
    partners = open_partners(options)
    schema, classes = partners.opened.catalogue.schema, partners.opened.catalogue.classes
    among = None
    if options.class_name:
        if options.class_name not in schema.superclasses:
            fix = nearest(options.class_name, schema.superclasses, "See the classes in ontology/partnership.ttl.")
            raise CallError(f"there is no class '{options.class_name}'. {fix}")
        among = {node for node in partners.partnerships if schema.is_a(classes[node], options.class_name)}
    node = None
    if options.name is not None:
        node = partners.resolve_partner(options.name)
        if node is None:
            return 1
    with bar("guessing"):
        found = guesses(partners.partnerships, Likeness(options.by), options.limit, among, node)
    tell(partners.words.say("guess_note"))
    if not found:
        tell(f"kg: {said('nothing to guess', options.lang)}")
        return 1
    mark = partners.words.say("guess") if options.format == "table" else "guess"
    rows = [
        (
            *(mark, item.position, partners.name(item.left), partners.name(item.right), item.value),
            *(partners.names(item.shared), f"{item.left} {item.right}"),
        )
        for item in found
    ]
    write_rows(
        ("status", "position", "one", "other", options.by, "because of", "ids"),
        rows,
        options.format,
        language=options.lang,
    )
    return 0
