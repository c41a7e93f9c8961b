"""`kg rank`."""

from __future__ import annotations

import argparse

from kg.cli.opening import open_build
from kg.cli.output import tell, write_rows
from kg.facts.problems import CallError, nearest
from kg.network.centrality import Measure, explanation
from kg.network.centrality import rank as rank_nodes
from kg.network.projection import to_network, to_partnerships


def rank(options: argparse.Namespace) -> int:
    """The best connected organisations, countries and people by one measure."""
    opened = open_build(options)
    catalogue, words = opened.catalogue, opened.sentences
    schema = catalogue.schema
    if options.class_name and options.class_name not in schema.superclasses:
        fix = nearest(options.class_name, schema.superclasses, "See the classes in ontology/partnership.ttl.")
        raise CallError(f"there is no class '{options.class_name}'. {fix}")
    measure = Measure(options.by)
    scores = [
        score
        for score in rank_nodes(to_partnerships(to_network(catalogue), schema), measure)
        if not options.class_name or schema.is_a(catalogue.entities[score.node].class_name, options.class_name)
    ]
    rows = [
        (score.position, words.name(score.node), words.kind(catalogue.entities[score.node]), score.value, score.node)
        for score in scores[: options.limit]
    ]
    if not rows:
        tell("kg: nothing to rank.")
        return 1
    if options.format == "table":
        tell(explanation(measure))
    write_rows(("position", "name", "what", options.by, "id"), rows, options.format)
    return 0
