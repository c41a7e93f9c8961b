"""`kg path` and `kg connect`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table
from rich.text import Text

from kg.cli import DONE, LIMITED, SHORT
from kg.cli.endings import check_ending
from kg.cli.opening import Opened, open_build
from kg.cli.output import bar, console, counted, said, said_of, tell, write_rows
from kg.facts.dates import PartialDate
from kg.facts.problems import CallError
from kg.network.filters import Filters
from kg.network.ground import Ground, ground_of
from kg.views.argument import COLUMNS, Argument, Statement, Value, word
from kg.views.connections import connect_all, list_paths


def path(options: argparse.Namespace) -> int:
    """How two things are connected, each hop with all the claims that make it; 1 if they are not, 3 past the limit."""
    _check_endings(options)
    opened = open_build(options)
    start, end = opened.resolve(options.start), opened.resolve(options.end)
    ground = _ground(opened, options)
    listed = list_paths(
        opened.catalogue,
        ground,
        start,
        end,
        count=options.k,
        within=options.within,
        limit=options.limit,
        by=options.by,
        day=_day(options.as_of),
        to=options.lang,
    )
    names = [opened.sentences.name(key) for key in (start, end)]
    if not listed.arguments:
        ends = {"start": names[0], "end": names[1]}
        if options.within:
            none = said_of(options.within, "no path within", options.lang, **ends)
        else:
            none = said("no path", options.lang, **ends)
        tell(f"kg: {none}{_hint(ground.filters, options.lang)}")
        return SHORT
    if options.format == "table":
        _print_paths(listed.arguments)
    else:
        told: dict[str, Value] = {"paths": [argument.to_dict() for argument in listed.arguments]}
        rows = [row for number, found in enumerate(listed.arguments, 1) for row in found.rows(number)]
        _write(listed.arguments, told, rows, options)
    _write_files(opened, ground, listed.arguments, word("title", options.lang, start=names[0], end=names[1]), options)
    if listed.more:
        tell(
            f"kg: more than {counted(options.limit, 'path')} within {counted(options.within, 'hop')}; the "
            f"{'first' if options.limit == 1 else f'{options.limit:,} shortest'} listed. Raise --limit to see more."
        )
        return LIMITED
    return DONE


def connect(options: argparse.Namespace) -> int:
    """The smallest piece of the network that joins several things; 1 if some are connected to none of the others."""
    _check_endings(options)
    opened = open_build(options)
    if len(options.parties) < 2:
        raise CallError("name two things or more to connect.")
    parties = [opened.resolve(text) for text in options.parties]
    ground = _ground(opened, options)
    with bar("looking for what joins them"):
        found = connect_all(opened.catalogue, ground, parties, by=options.by, day=_day(options.as_of), to=options.lang)
    if options.format == "table":
        for piece in found.pieces:
            if piece.arguments:
                _print_paths(piece.arguments)
                console().print(Text(found.note(piece), style="italic"))
    else:
        _write(found.arguments, found.to_dict(), found.rows(), options)
    if found.arguments:
        _write_files(opened, ground, found.arguments, found.title, options)
    if found.is_whole:
        return DONE
    apart = said("not all connected", options.lang, n=f"{len(found.pieces):,}")
    tell(f"kg: {apart}{_hint(ground.filters, options.lang)}")
    for piece in found.pieces:
        size = word("size", options.lang, n=f"{piece.size:,}")
        tell(f"  {', '.join(thing.name for thing in piece.parties)} ({size})")
    return SHORT


def _ground(opened: Opened, options: argparse.Namespace) -> Ground:
    """What paths may walk on, by the filters of the call; what `--since` leaves out unknown goes to stderr."""
    filters = Filters(
        classes=tuple(getattr(options, "class")),
        without_classes=tuple(options.without_class),
        predicates=tuple(options.predicate),
        without_predicates=tuple(options.without_predicate),
        sources=tuple(options.source),
        without_sources=tuple(options.without_source),
        since=_date(options.since),
        avoid=tuple(sorted({opened.resolve(text) for text in options.avoid})),
        through_places=options.through_places,
        all_relations=options.all_relations,
    ).checked(opened.catalogue)
    catalogue = opened.catalogue
    unknown = filters.unknown(catalogue.claims.values(), catalogue.schema) if filters.since else 0
    if unknown:
        tell(said_of(unknown, "since unknown", options.lang, day=options.since))
    return ground_of(catalogue, filters, partners=options.partners)


def _date(text: str | None) -> PartialDate | None:
    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise CallError(f"{error}. Write YYYY, YYYY-MM or YYYY-MM-DD.") from None


def _day(as_of: str | None) -> dt.date | None:
    date = _date(as_of)
    return None if date is None else date.latest


def _hint(filters: Filters, language: str) -> str:
    """What would widen the network."""
    ways = [("--through-places", filters.through_places), ("--all-relations", filters.all_relations)]
    more = f" {said('or', language)} ".join(name for name, given in ways if not given)
    return f" {said('try', language, ways=more)}" if more else ""


def _write(
    arguments: Sequence[Argument],
    told: dict[str, Value],
    rows: list[tuple[str | int, ...]],
    options: argparse.Namespace,
) -> None:
    if options.format == "json":
        print(json.dumps({"by": options.by, "language": options.lang, **told}, ensure_ascii=False, indent=2))
    elif options.format == "graphml":
        from kg.views.argument_network import to_graphml

        print(to_graphml(arguments), end="")
    else:
        write_rows(COLUMNS, rows, options.format, language=options.lang)


def _print_paths(arguments: Sequence[Argument]) -> None:
    for number, argument in enumerate(arguments, start=1):
        head = argument.title
        if len(arguments) > 1:
            head = f"{word('path_of', argument.language, n=number, count=len(arguments))}: {head}"
        if argument.by != "hops":
            head = f"{head} ({argument.by}: {argument.cost:.2f})"
        screen = console()
        screen.print(Text(head, style="bold"))
        screen.print(_table(argument))


def _table(argument: Argument) -> Table:
    grid = Table.grid(padding=(0, 1))
    for index, step in enumerate(argument.steps, start=1):
        for via, statements in step.grouped():
            if via is not None:
                through = word("through", argument.language, name=via.name)
                grid.add_row(
                    Text(f" {index}."), Text(f"{step.start.name} – {step.end.name}, {through}", style="italic")
                )
            for told in statements:
                _add(grid, f" {index}." if via is None else "", told)
        for other in step.beside:
            grid.add_row("", Text(argument.also(other), style="italic"))
            for told in other.statements:
                _add(grid, "", told)
    return grid


def _add(grid: Table, mark: str, told: Statement) -> None:
    date = (f"  [{told.date}]", "bold") if told.date else ""
    grid.add_row(Text(mark), Text.assemble(told.sentence, date))
    for proof in told.proofs:
        grid.add_row("", Text(str(proof), style="dim"))


def _write_files(
    opened: Opened, ground: Ground, arguments: Sequence[Argument], title: str, options: argparse.Namespace
) -> None:
    """The page and the pictures that were asked for."""
    if options.html is None and options.svg is None:
        return
    from kg.views.page import write_page
    from kg.views.path_page import painter, path_page

    picture = painter(opened.catalogue, ground, options.lang)
    if options.html is not None:
        write_page(options.html, path_page(title, arguments, options.lang, picture))
        tell(f"Written: {options.html}")
    if options.svg is not None:
        for number, argument in enumerate(arguments, start=1):
            file = options.svg if len(arguments) == 1 else _numbered(options.svg, number)
            write_page(file, picture(argument.path))
            tell(f"Written: {file}")


def _check_endings(options: argparse.Namespace) -> None:
    check_ending("--html", options.html, (".html", ".htm"))
    check_ending("--svg", options.svg, (".svg",))


def _numbered(file: Path, number: int) -> Path:
    return file.with_name(f"{file.stem}-{number}{file.suffix}")
