"""`kg build` and `kg check`."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from kg import build as job
from kg.cli.opening import store_address
from kg.cli.output import Cell, console, counted, make_table, tell
from kg.facts import quotes
from kg.facts.problems import CallError
from kg.folders import replace_file
from kg.rdf.places import connect_store
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import GraphName
from kg.report import Report
from kg.resources import Resources
from kg.views.sentences import Sentences

if TYPE_CHECKING:
    from kg.rdf.remote import RemoteStore
    from kg.rdf.validation import Violation

_MOST_CONFLICTS = 10
"""How many are listed in a summary; all are in report.json."""
_MOST_OF_A_RULE = 20
_LONG_S = 20
"""A build that took so long says what took it."""
_FILES = (
    ("graph.ttl", "the simple layer: things, names, one triple a fact"),
    ("claims.ttl", "who says so, when, with which words"),
    ("inferred.ttl", "what follows from these"),
    ("analysis.ttl", "ranks of the partnership network"),
    ("ontology.ttl", "our terms and their links to W3C ORG, PROV-O, schema.org …"),
    ("dataset.trig", "all of it as named graphs, for a triple store"),
    ("network.html", "the network to look at"),
    ("explorer.html", "every thing's card, with search in all languages"),
    ("store/", "what kg query, path, show … read"),
    ("index.sqlite", "its names and ties, for kg find and kg path to be quick"),
    ("report.json", "counts, evidence, violations, conflicts"),
)


def build(options: argparse.Namespace) -> int:
    """Builds, and sums up what came of it; 1 if there are violations."""
    start = time.perf_counter()
    seeds = _seeds_folder(options)
    store = _connect(options)
    if options.engine == "spark":
        from kg.cli import partitioning

        return partitioning.build(options, seeds, store)
    way = job.Way(options.processes, not options.no_inference, options.compress, full=options.full)
    times = _Times(start)
    with _stages() as progress:

        def begin(stage: str) -> None:
            times.begin(stage)
            progress(stage)

        graph, report = job.build(seeds, options.out, options.documents, progress=begin, way=way)
    _tell_notes(graph)
    seconds = time.perf_counter() - start
    if seconds >= _LONG_S:
        tell(times.told())
    _summarise(graph, report, options.out, options.lang, seconds)
    if store is not None:
        _load(graph, store, options)
    return 1 if report.violations else 0


class _Times:
    """How long each stage took, for people; files know no clock."""

    def __init__(self, start: float) -> None:
        self._begun = start
        self._stage = "start"
        self._seconds: dict[str, float] = {}

    def begin(self, stage: str) -> None:
        """Ends one stage and begins the next."""
        now = time.perf_counter()
        self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + now - self._begun
        self._stage, self._begun = stage, now

    def told(self) -> str:
        """All of them in one line."""
        self.begin("end")
        return "Seconds: " + ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in self._seconds.items()) + "."


def _connect(options: argparse.Namespace) -> RemoteStore | None:
    """The remote store to load into, asked before anything is built; None where none is named."""
    address = store_address(options.store)
    if address is None:
        if options.infer_there:
            raise CallError("--infer-there needs a remote store. Name it with --store.")
        return None
    return connect_store(address)


def _load(graph: job.Graph, store: RemoteStore, options: argparse.Namespace) -> None:
    """Replaces what the remote store held of a build; says that the folder is written where this fails."""
    from kg.rdf.publishing import publish

    graphs = {name: graph_triples(graph.store, name) for name in GraphName}
    start = time.perf_counter()
    try:
        with _stages(len(graphs) + 2) as progress:
            total = publish(store, graphs, job.rules_of(graph.ontology) if options.infer_there else (), progress)
    except CallError as error:
        raise CallError(f"{options.out}/ is written, but {store.address} was not loaded: {error}") from None
    seconds = time.perf_counter() - start
    where = f"In {store.address} too: {total:,} triples in {len(graphs)} named graphs, loaded in {seconds:.1f} s."
    console().print(Text(f"{where} Ask: kg query --store {store.address}"))


def check(options: argparse.Namespace) -> int:
    """Reads and validates; with `--record`, writes `quotes.csv`. 1 if there are violations."""
    seeds = _seeds_folder(options)
    with _stages() as progress:
        if options.record:
            _record(seeds, options.documents)
        graph = job.make_graph(seeds, options.documents, progress=progress)
    _tell_notes(graph)
    report = job.report_of(graph)
    out = console()
    out.print(_evidence_line(report))
    if options.record:
        out.print(Text(f"Recorded where each quote stands in {seeds / quotes.QUOTES_FILE}."))
    _print_coverage(report, Sentences(graph.catalogue, "en"))
    out.print(_findings(report, Sentences(graph.catalogue, "en")))
    return 1 if report.violations else 0


def _tell_notes(graph: job.Graph) -> None:
    for note in graph.project.notes:
        tell(f"note: {note}")


def _print_coverage(report: Report, words: Sentences) -> None:
    """How much of what is told can be checked: by source, and by class where anything is missing."""
    sources: list[tuple[Cell, ...]] = []
    for key, counts in report.evidence_by_source.items():
        if counts["evidence"]:
            share = _share(counts["verified"] + counts["records"], counts["evidence"])
            sources.append((key, counts["evidence"], counts["verified"], counts["records"], share))
    classes: list[tuple[Cell, ...]] = []
    for key, counts in report.evidence_by_class.items():
        if counts["backed"] < counts["claims"]:
            share = _share(counts["backed"], counts["claims"])
            classes.append((words.term(key), counts["claims"], counts["backed"], share))
    screen = console()
    screen.print(make_table(("Source", "Evidence", "Quotes verified", "Records", ""), sources))
    if classes:
        screen.print(make_table(("Claims about", "All", "With a verified quote or a record", ""), classes))
    if len(classes) < len(report.evidence_by_class):
        which = "the other" if classes else "all"
        number = len(report.evidence_by_class) - len(classes)
        screen.print(Text(f"Of {which} {number} classes, every claim has a verified quote or a record."))


def _share(part: int, whole: int) -> str:
    """A share in whole per cent; 100% only where nothing is missing.

    >>> _share(3, 3), _share(999, 1000)
    ('100%', '99%')
    """
    return f"{part * 100 // whole}%"


def _seeds_folder(options: argparse.Namespace) -> Path:
    """`--seeds`, else `./seeds`, else the tables that ship with the program."""
    if options.seeds is not None:
        return Path(options.seeds)
    local = Path("seeds")
    if local.is_dir():
        return local
    shipped = Resources.shipped().seeds
    tell("There is no folder seeds/ here; using the facts that ship with kg.")
    return shipped


def _record(seeds: Path, documents: Path | None) -> None:
    if documents is None:
        raise CallError("--record needs the documents to find quotes in. Name their folder with --documents.")
    table = job.record_quotes(seeds, documents, Resources.current())
    replace_file(seeds / quotes.QUOTES_FILE, table)


@contextmanager
def _stages(count: int = len(job.STAGES)) -> Iterator[Callable[[str], None]]:
    """A progress bar over the stages, on stderr and only where that is a terminal."""
    screen = Console(stderr=True)
    columns = (TextColumn("{task.description:<12}"), BarColumn())
    bar = Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)
    with bar:
        task = bar.add_task("", total=count)
        reached = iter(range(count))
        yield lambda stage: bar.update(task, completed=next(reached, count), description=stage)


def _summarise(graph: job.Graph, report: Report, out: Path, language: str, seconds: float) -> None:
    words = Sentences(graph.catalogue, language)
    screen = console()
    things = make_table(("Things", "Number", "Of these"), _class_rows(graph, report, words))
    screen.print(things)
    if report.best_connected:
        rows = [(words.name(score.node), round(score.value, 3)) for score in report.best_connected[:5]]
        screen.print(make_table(("Best connected organisations", "Betweenness"), rows))
    total = sum(report.triples.values())
    screen.print(
        _evidence_line(report),
        Text(f"{total:,} triples, {report.triples['inferred']:,} of them inferred."),
        _findings(report, words),
    )
    files = make_table((f"In {out}/", "What it is"), _files_in(out))
    screen.print(files)
    for what, why in report.left_out.items():
        screen.print(Text(f"Left out: {what}, since {why}."))
    look = f" Look: {out}/explorer.html." if (out / "explorer.html").exists() else ""
    screen.print(Text(f"Built in {seconds:.1f} s.{look} Ask: kg query"))


def _files_in(out: Path) -> list[tuple[str, str]]:
    """The files that are there, plain or compressed, and what each is."""
    found = ((name, what) for row, what in _FILES for name in (row, f"{row}.gz") if (out / name).exists())
    return list(found)


def _class_rows(graph: job.Graph, report: Report, words: Sentences) -> list[tuple[str, int, str]]:
    """Each main class with its number and what its things are more exactly."""
    schema = graph.ontology.schema
    rows = []
    for name, count in report.core_classes.items():
        below = [(key, number) for key, number in report.things.items() if schema.is_a(key, name) and key != name]
        below.sort(key=lambda item: (-item[1], item[0]))
        rows.append((words.term(name), count, ", ".join(f"{words.term(key)} {number}" for key, number in below)))
    return rows


def _evidence_line(report: Report) -> Text:
    evidence = report.evidence
    text = f"{report.claims['all']:,} claims from {report.facts:,} facts. "
    quotes_ = evidence["verified"] + evidence["unverified"]
    text += f"{evidence['verified']:,} of {quotes_:,} quotes stand verified in their documents"
    text += f"; {evidence['records']:,} registry records." if evidence["records"] else "."
    if evidence["unverified"]:
        text += f" {evidence['unverified']:,} not: give their folder with --documents."
    return Text(text)


def _listed(violations: Iterable[Violation]) -> list[Text]:
    """A line for each of the first violations of each rule, and how many more there are."""
    lines: list[Text] = []
    counts: Counter[str] = Counter()
    for item in violations:
        counts[item.rule] += 1
        if counts[item.rule] <= _MOST_OF_A_RULE:
            lines.append(Text(f"  {item.rule}: {item.node}: {item.message}"))
    for rule, count in counts.items():
        if count > _MOST_OF_A_RULE:
            lines.append(Text(f"  {rule}: and {count - _MOST_OF_A_RULE:,} more; all are in the report.json of a build"))
    return lines


def _findings(report: Report, words: Sentences) -> Group:
    lines: list[Text] = []
    if not report.violations:
        lines.append(Text("No violations."))
    else:
        count = len(report.violations)
        lines.append(Text(f"{count:,} violation{'s' if count > 1 else ''}:", style="bold red"))
        lines += _listed(report.violations)
    if report.excused:
        lines.append(Text(f"{report.excused} excused in exceptions.csv."))
    for conflict in report.conflicts[:_MOST_CONFLICTS]:
        tellings = " or ".join(conflict.tellings)
        lines.append(Text(f"Sources disagree on '{conflict.what}' of claim:{conflict.claim}: {tellings}."))
    if report.conflicts:
        lines.append(Text(f"{counted(len(report.conflicts), 'conflict')} in all. After a build, look: kg conflicts"))
    return Group(*lines)
