"""`kg rank`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import networkx as nx

from kg.cli.opening import Opened, day_of, on_day, open_build
from kg.cli.output import Cell, counted, tell, write_rows
from kg.facts.problems import CallError, nearest
from kg.network.centrality import Engine, Measure, Score, explanation
from kg.network.centrality import rank as rank_nodes
from kg.network.projection import to_network, to_partnerships
from kg.rdf.catalogue import Catalogue

_SECONDS_PER_WORK = 4e-8
"""What exact betweenness takes for a node times a tie, by rustworkx on one processor."""
_NETWORKX, _WEIGHTED = 40, 6
"""How many times as long NetworkX takes, and SciPy where ties have lengths."""
_LONG = 10
"""From how many seconds on a person is told beforehand."""
_MOST_MOVERS = 5


@dataclass(frozen=True)
class _Ranking:
    """What the options ask for."""

    measure: Measure
    directed: bool
    weighted: bool
    engine: Engine
    approximate: float | None

    def network(self, catalogue: Catalogue) -> nx.MultiGraph[str]:
        """The partners, or where directed, all things and their ties."""
        return self.of_ties(to_network(catalogue), catalogue)

    def of_ties(self, ties: nx.MultiDiGraph[str], catalogue: Catalogue) -> nx.MultiGraph[str]:
        """What is ranked of a network of ties."""
        return ties if self.directed else to_partnerships(ties, catalogue.schema)

    def scores(self, network: nx.MultiGraph[str]) -> list[Score]:
        """Everything in the network by falling value; things without any tie are left out."""
        network = network.subgraph([node for node, degree in network.degree() if degree])
        return rank_nodes(
            network,
            self.measure,
            directed=self.directed,
            weighted=self.weighted,
            engine=self.engine,
            approximate=self.approximate,
        )


def rank(options: argparse.Namespace) -> int:
    """The best connected organisations, countries and people by one measure."""
    if options.days and options.as_of:
        raise CallError("--days names the days itself. Leave out --as-of.")
    opened = open_build(options)
    schema = opened.catalogue.schema
    if options.class_name and options.class_name not in schema.superclasses:
        fix = nearest(options.class_name, schema.superclasses, "See the classes in ontology/partnership.ttl.")
        raise CallError(f"there is no class '{options.class_name}'. {fix}")
    asked = _Ranking(
        Measure(options.by), options.directed, options.weighted, Engine(options.engine), options.approximate
    )
    show = _by_day if options.days else _robust if options.robust else _plain
    columns, rows = show(opened, asked, options)
    if not rows:
        tell("kg: nothing to rank.")
        return 1
    if options.format == "table":
        tell(explanation(asked.measure))
        _tell_terms(asked)
    write_rows(columns, rows, options.format)
    return 0


_Shown = tuple[Sequence[str], list[tuple[Cell, ...]]]


def _plain(opened: Opened, asked: _Ranking, options: argparse.Namespace) -> _Shown:
    network = asked.network(opened.catalogue)
    _tell_left_out(opened, network)
    _tell_time(asked, network, 1)
    scores = asked.scores(network)
    rows = [
        (score.position, *_name(opened, score.node), score.value, score.node)
        for score in scores
        if _wanted(opened, options, score.node)
    ]
    return ("position", "name", "what", options.by, "id"), list(rows[: options.limit])


def _robust(opened: Opened, asked: _Ranking, options: argparse.Namespace) -> _Shown:
    """Each with the positions that it has when any one source is left out."""
    from kg.network.robustness import leave_one_out

    catalogue = opened.catalogue
    ties = to_network(catalogue)
    network = asked.of_ties(ties, catalogue)
    _tell_left_out(opened, network)
    _tell_time(asked, network, len(catalogue.sources) + 1)
    with _bar("leaving out a source at a time") as progress:
        found = leave_one_out(ties, lambda some: asked.of_ties(some, catalogue), asked.scores, progress)
    found = [item for item in found if _wanted(opened, options, item.score.node)][: options.limit]
    weak = [item for item in found if item.rests_on_one]
    if options.format == "table" and found:
        tell(
            "Lowest and highest: the positions that each would have if any one of"
            f" {counted(len(catalogue.sources), 'source')} were missing; behind all others if it had no tie left."
        )
        tell(f"{len(weak)} of {len(found)} know more than half of their partners from one source alone.")
    rows: list[tuple[Cell, ...]] = [
        (
            item.score.position,
            opened.sentences.name(item.score.node),
            item.score.value,
            item.lowest.position,
            item.highest.position,
            _support(item.mainstay, item.lost, item.partners, item.rests_on_one),
            item.without,
            item.score.node,
        )
        for item in found
    ]
    columns = ("position", "name", options.by, "lowest", "highest", "rests on", "lowest without", "id")
    return columns, rows


def _support(mainstay: str, lost: int, partners: int, alone: bool) -> str:
    """In words, how far the partners of a node are known from one source alone."""
    if not lost:
        return "no single source"
    many = f"{lost} of {counted(partners, 'partner')}"
    return f"{mainstay} alone: {many}" if alone else f"several sources; {mainstay} for {many}"


def _by_day(opened: Opened, asked: _Ranking, options: argparse.Namespace) -> _Shown:
    """The positions on several days, and how far each rose from the first to the last."""
    from kg.network.movement import Track, movers, tracks

    days = sorted(options.days, key=day_of)
    with _bar("days") as progress:
        rankings = []
        for number, day in enumerate(days):
            progress(number, len(days))
            network = asked.network(on_day(opened.catalogue, day, opened.sentences.language))
            rankings.append(asked.scores(network))
    found = [track for track in tracks(rankings) if _wanted(opened, options, track.node)]

    def moved(track: Track) -> str:
        if track.has_left:
            return "left"
        if track.is_new:
            return "new"
        return f"{track.rise:+d}" if track.rise else "="

    if options.format == "table" and found:
        furthest = [f"{opened.sentences.name(track.node)} {moved(track)}" for track in movers(found)[:_MOST_MOVERS]]
        tell(f"Furthest moved from {days[0]} to {days[-1]}: {'; '.join(furthest) or 'nobody'}.")
    rows: list[tuple[Cell, ...]] = [
        (
            *_name(opened, track.node),
            *(score.position if score is not None else None for score in track.scores),
            moved(track),
            track.node,
        )
        for track in found[: options.limit]
    ]
    return ("name", "what", *days, "moved", "id"), rows


def _wanted(opened: Opened, options: argparse.Namespace, node: str) -> bool:
    class_name = opened.catalogue.entities[node].class_name
    return not options.class_name or opened.catalogue.schema.is_a(class_name, options.class_name)


def _name(opened: Opened, node: str) -> tuple[str, str]:
    return opened.sentences.name(node), opened.sentences.kind(opened.catalogue.entities[node])


def _tell_terms(asked: _Ranking) -> None:
    """How the options change what the measure looks at."""
    if asked.directed:
        tell("Directed: all things of the graph, by the ties between them and the way these point.")
    if asked.weighted:
        tell("Weighted: a tie counts as much as it has sources; its length is 1 / that number (Newman 2001).")
    if asked.approximate is not None:
        tell(f"Approximate: with a probability of 90 %, no value is off by more than {asked.approximate:g}.")


def _tell_left_out(opened: Opened, network: nx.MultiGraph[str]) -> None:
    """The agreements and initiatives that have too many parties to make partners of them."""
    for thing, parties in network.graph.get("too_wide", {}).items():
        tell(f"{opened.sentences.name(thing)} joins nobody here: it has {parties:,} parties.")


def _tell_time(asked: _Ranking, network: nx.MultiGraph[str], times: int) -> None:
    """How long exact betweenness takes, where that is long; nothing is approximated unless asked."""
    if asked.measure is not Measure.BETWEENNESS or asked.approximate is not None:
        return
    seconds = len(network) * network.number_of_edges() * _SECONDS_PER_WORK * times
    if asked.engine is Engine.NETWORKX:
        seconds *= _NETWORKX
    elif asked.weighted:
        seconds *= _WEIGHTED
    if seconds > _LONG:
        size = f"{counted(len(network), 'node')} and {counted(network.number_of_edges(), 'edge')}"
        took = f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} seconds"
        tell(f"Exact betweenness of {size} takes about {took}; --approximate 0.02 samples, with a bound of the error.")


@contextmanager
def _bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, only where that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
