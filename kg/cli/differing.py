"""`kg diff`."""

from __future__ import annotations

import argparse
import json

from pyoxigraph import NamedNode
from rich.padding import Padding
from rich.text import Text

from kg.cli.output import console
from kg.facts.changes import Snapshot
from kg.facts.difference import compare
from kg.network.difference import compare_networks
from kg.network.projection import to_network, to_partnerships
from kg.opening import open_build
from kg.rdf.catalogue import Catalogue
from kg.rdf.vocabulary import OWL, GraphName, local_name
from kg.views.difference import DifferenceWords, to_markdown
from kg.views.difference_data import to_data


def diff(options: argparse.Namespace) -> int:
    """What two builds differ in, in facts, and what that does to the partnership network; 0 either way."""
    old, new = open_build(options.old), open_build(options.new)
    difference = compare(_snapshot(old), _snapshot(new), new.schema)
    before, after = (to_partnerships(to_network(item), item.schema) for item in (old, new))
    network = compare_networks(before, after, difference.successors)
    words = DifferenceWords(old, new, options.lang)
    if options.format == "json":
        print(json.dumps(to_data(difference, network, words), ensure_ascii=False, indent=2))
        return 0
    sections = list(words.sections(difference, network))
    summary = words.word("kept").format(n=len(old.claims), kept=len(difference.kept))
    if not sections:
        summary = words.word("nothing")
    if options.format == "markdown":
        print(to_markdown(words.word("heading"), summary, sections), end="")
        return 0
    screen = console()
    for section in sections:
        screen.print(Text(f"{section.title} ({section.count})", style="bold"))
        for line in section.lines:
            screen.print(Padding(Text(line), (0, 0, 0, 2)))
    screen.print(Text(summary))
    return 0


def _snapshot(catalogue: Catalogue) -> Snapshot:
    judged = catalogue.store.quads_for_pattern(None, NamedNode(OWL + "differentFrom"), None, GraphName.ASSERTED.node)
    distinct = set()
    for quad in judged:
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
        left, right = sorted((local_name(quad.subject.value), local_name(quad.object.value)))
        distinct.add((left, right))
    return Snapshot(catalogue.entities, catalogue.sources, catalogue.claims, frozenset(distinct))
