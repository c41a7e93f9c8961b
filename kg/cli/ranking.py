"""`kg rank`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import networkx as nx

from kg.cli.opening import Opened, day_of, on_day, open_build
from kg.cli.output import Cell, bar, counted, said, tell, write_rows
from kg.facts.problems import CallError, nearest
from kg.network.centrality import Engine, Measure, Score
from kg.network.centrality import rank as rank_nodes
from kg.network.projection import to_network, to_partnerships
from kg.rdf.catalogue import Catalogue
from kg.views.words import word

if TYPE_CHECKING:
    from kg.network.robustness import Robustness

_SECONDS_PER_WORK = 4e-8
"""What exact betweenness takes for a node times a tie, by rustworkx on one processor."""
_NETWORKX, _WEIGHTED = 40, 6
"""How many times as long NetworkX takes, and SciPy where ties have lengths."""
_LONG = 10
"""From how many seconds on a person is told beforehand."""
_TOO_LONG, _ERROR = 300, 0.02
"""From how many seconds on a sample is taken unless exact values are asked for, and its error."""
_MOST_MOVERS = 5


@dataclass(frozen=True)
class _Ranking:
    """What the options ask for."""

    measure: Measure
    directed: bool
    weighted: bool
    engine: Engine
    approximate: float | None
    exact: bool
    """Whether exact values are asked for, however long they take."""

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
        Measure(options.by),
        options.directed,
        options.weighted,
        Engine(options.engine),
        options.approximate or None,
        exact=options.approximate == 0,
    )
    show = _by_day if options.days else _robust if options.robust else _plain
    columns, rows = show(opened, asked, options)
    if not rows:
        tell(f"kg: {said('nothing to rank', options.lang)}")
        return 1
    if options.format == "table":
        tell(word("measures", asked.measure.value, options.lang))
        _tell_terms(asked, options.lang)
    write_rows(columns, rows, options.format, language=options.lang)
    return 0


_Shown = tuple[Sequence[str], list[tuple[Cell, ...]]]


def _plain(opened: Opened, asked: _Ranking, options: argparse.Namespace) -> _Shown:
    network = asked.network(opened.catalogue)
    _tell_left_out(opened, network)
    feasible = _feasible(asked, network, options.lang)
    _tell_time(feasible, network, 1)
    with bar("ranking"):
        scores = feasible.scores(network)
    wanted = [score for score in scores if _wanted(opened, options, score.node)][: options.limit]
    rows: list[tuple[Cell, ...]] = [
        (score.position, *_name(opened, score.node), score.value, score.node) for score in wanted
    ]
    return ("position", "name", "what", options.by, "id"), rows


def _robust(opened: Opened, asked: _Ranking, options: argparse.Namespace) -> _Shown:
    """Each with the positions that it has when any one source is left out."""
    from kg.network.robustness import leave_one_out

    catalogue = opened.catalogue
    ties = to_network(catalogue)
    network = asked.of_ties(ties, catalogue)
    _tell_left_out(opened, network)
    _tell_time(asked, network, len(catalogue.sources) + 1)
    with bar("leaving out a source at a time") as progress:
        found = leave_one_out(ties, lambda some: asked.of_ties(some, catalogue), asked.scores, progress)
    found = [item for item in found if _wanted(opened, options, item.score.node)][: options.limit]
    weak = [item for item in found if item.rests_on_one]
    if options.format == "table" and found:
        tell(said("robust note", options.lang, sources=f"{len(catalogue.sources):,}"))
        tell(said("robust weak", options.lang, weak=f"{len(weak):,}", all=f"{len(found):,}"))
    language = _cells_language(options)
    rows: list[tuple[Cell, ...]] = [
        (
            item.score.position,
            opened.sentences.name(item.score.node),
            item.score.value,
            item.lowest.position,
            item.highest.position,
            _support(item, language),
            item.without,
            item.score.node,
        )
        for item in found
    ]
    columns = ("position", "name", options.by, "lowest", "highest", "rests on", "lowest without", "id")
    return columns, rows


def _support(item: Robustness, language: str) -> str:
    """In words, how far the partners of a node are known from one source alone."""
    if not item.lost:
        return said("robust none", language)
    key = "robust alone" if item.rests_on_one else "robust several"
    return said(key, language, source=item.mainstay, lost=f"{item.lost:,}", all=f"{item.partners:,}")


def _cells_language(options: argparse.Namespace) -> str:
    """The language of words in cells: the reader's in a table, one for all in what programs read."""
    return str(options.lang) if options.format == "table" else "en"


def _by_day(opened: Opened, asked: _Ranking, options: argparse.Namespace) -> _Shown:
    """The positions on several days, and how far each rose from the first to the last."""
    from kg.network.movement import Track, movers, tracks

    days = sorted(options.days, key=day_of)
    with bar("days") as progress:
        rankings = []
        for number, day in enumerate(days):
            progress(number, len(days))
            network = asked.network(on_day(opened.catalogue, day, opened.sentences.language))
            rankings.append(asked.scores(network))
    found = [track for track in tracks(rankings) if _wanted(opened, options, track.node)]

    language = _cells_language(options)

    def moved(track: Track) -> str:
        if track.has_left:
            return said("moved left", language)
        if track.is_new:
            return said("moved new", language)
        return f"{track.rise:+d}" if track.rise else "="

    if options.format == "table" and found:
        furthest = [f"{opened.sentences.name(track.node)} {moved(track)}" for track in movers(found)[:_MOST_MOVERS]]
        names = "; ".join(furthest) or said("moved nobody", language)
        tell(said("moved furthest", language, first=days[0], last=days[-1], names=names))
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
    class_name = opened.catalogue.classes[node]
    return not options.class_name or opened.catalogue.schema.is_a(class_name, options.class_name)


def _name(opened: Opened, node: str) -> tuple[str, str]:
    return opened.sentences.name(node), opened.sentences.kind(opened.catalogue.entities[node])


def _tell_terms(asked: _Ranking, language: str) -> None:
    """How the options change what the measure looks at."""
    if asked.directed:
        tell(said("rank directed", language))
    if asked.weighted:
        tell(said("rank weighted", language))
    if asked.approximate:
        tell(said("rank approximate", language, error=f"{asked.approximate:g}"))


def _tell_left_out(opened: Opened, network: nx.MultiGraph[str]) -> None:
    """The agreements and initiatives that have too many parties to make partners of them."""
    for thing, parties in network.graph.get("too_wide", {}).items():
        language = opened.sentences.language
        tell(said("rank too wide", language, name=opened.sentences.name(thing), n=f"{parties:,}"))


def _seconds(asked: _Ranking, network: nx.MultiGraph[str]) -> float:
    """About how long exact betweenness takes."""
    seconds = len(network) * network.number_of_edges() * _SECONDS_PER_WORK
    if asked.engine is Engine.NETWORKX:
        return seconds * _NETWORKX
    return seconds * _WEIGHTED if asked.weighted else seconds


def _feasible(asked: _Ranking, network: nx.MultiGraph[str], language: str) -> _Ranking:
    """The same, but of a network whose betweenness would take too long exactly a sample with a bound, which is told.

    `--approximate 0` asks for the exact values whatever they take.
    """
    if (
        asked.exact
        or asked.measure is not Measure.BETWEENNESS
        or asked.approximate is not None
        or _seconds(asked, network) < _TOO_LONG
    ):
        return asked
    tell(said("rank sampled", language, minutes=f"{_seconds(asked, network) / 60:,.0f}"))
    return replace(asked, approximate=_ERROR)


def _tell_time(asked: _Ranking, network: nx.MultiGraph[str], times: int) -> None:
    """How long exact betweenness takes, where that is long."""
    if asked.measure is not Measure.BETWEENNESS or asked.approximate is not None:
        return
    seconds = _seconds(asked, network) * times
    if seconds > _LONG:
        size = f"{counted(len(network), 'node')} and {counted(network.number_of_edges(), 'edge')}"
        took = f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} seconds"
        tell(f"Exact betweenness of {size} takes about {took}; --approximate 0.02 samples, with a bound of the error.")
