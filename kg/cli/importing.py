"""`kg import`."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from rich.text import Text

from kg.cli.output import bar, console, counted, make_table, tell
from kg.facts.problems import CallError
from kg.folders import locked, replace_folder
from kg.importing.job import import_name, import_tables
from kg.importing.proposing import propose
from kg.importing.report import ImportReport, Tally
from kg.resources import Resources

_FIRST = 5


def import_(options: argparse.Namespace) -> int:
    """Writes the tables of an import and says what became of every row; or proposes a mapping file."""
    if options.new is not None:
        if not options.new.is_file():
            raise CallError(f"there is no file {options.new}.")
        print(propose(options.new), end="")
        return 0
    seeds = options.seeds or Path("seeds")
    if options.seeds is None and not seeds.is_dir():
        raise CallError(f"there is no folder {seeds}. Name the folder of tables with --seeds.")
    schema = Resources.current().read_ontology().schema
    start = time.perf_counter()
    name = import_name(options.mapping, schema)
    folder = seeds / "imports" / name
    found: list[ImportReport] = []

    def write(out: Path) -> None:
        with bar("importing") as progress:
            report = import_tables(
                options.mapping, seeds, schema, out, inputs=options.inputs, strict=options.strict, progress=progress
            )
        found.append(report)

    if options.dry_run:
        with tempfile.TemporaryDirectory() as aside:
            write(Path(aside))
            if options.format == "table":
                _show_first(Path(aside))
    else:
        with locked(folder):
            replace_folder(folder, write)
    [report] = found
    if options.format == "json":
        print(report.to_json(), end="")
    else:
        _show(report)
    seconds = time.perf_counter() - start
    if options.dry_run:
        tell("Nothing was written (--dry-run).")
    else:
        aside = f" What was set aside is in {folder}/rejected/." if report.aside else ""
        tell(f"Wrote {folder}/ in {seconds:.1f} s.{aside}")
    return 0


def _show_first(folder: Path) -> None:
    import csv

    for path in sorted((*folder.glob("*.csv"), *folder.glob("facts/*.csv"))):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = islice(csv.reader(file), _FIRST + 1)
        console().print(make_table(header, rows, str(path.relative_to(folder))))


def _show(report: ImportReport) -> None:
    screen = console()
    rows = [(item.file, item.read, item.used, item.skipped, item.aside) for item in report.inputs]
    screen.print(make_table(("input", "rows", "used", "skipped", "set aside"), [_shown(row) for row in rows]))
    screen.print(
        make_table(
            ("told", "times", "written", "folded", "skipped", "set aside"), [_shown(row) for row in _tallies(report)]
        )
    )
    if report.reasons:
        listed = [_shown((text, number, report.first[text])) for text, number in report.reasons.items()]
        screen.print(make_table(("set aside because", "rows", "first of them"), listed))
    if report.changes:
        listed = [_shown((what, it.added, it.removed, it.changed)) for what, it in report.changes.items()]
        screen.print(make_table(("since the last import", "new", "gone", "changed"), listed))
    told = f", which tell {counted(report.relations, 'relation')}" if report.relations < report.facts else ""
    screen.print(
        f"{counted(report.things, 'thing')}, {counted(report.names, 'name')}, {counted(report.sources, 'source')}; "
        f"{counted(report.facts, 'fact')}{told}."
    )
    omitted = sum(item.dates_omitted for item in report.inputs)
    if omitted:
        screen.print(f"{counted(omitted, 'impossible date')} left out of facts that stay.")
    trimmed = sum(item.cells_trimmed for item in report.inputs)
    if trimmed:
        screen.print(f"{counted(trimmed, 'cell')} had invisible marks at the ends, which are left out.")
    if report.things_unnamed:
        screen.print(f"{counted(report.things_unnamed, 'thing')} without a name: a build will tell of each.")


def _tallies(report: ImportReport) -> Iterator[tuple[str | int, ...]]:
    for item in report.inputs:
        for what, tally in (("things", item.things), ("names", item.names), ("facts", item.facts)):
            if tally.told:
                yield (f"{item.file}: {what}", *_numbers(tally))


def _numbers(tally: Tally) -> tuple[int, ...]:
    return tally.told, tally.written, tally.folded, tally.skipped, tally.aside


def _shown(row: tuple[str | int, ...]) -> tuple[str | Text, ...]:
    return tuple(Text(f"{cell:,}", justify="right") if isinstance(cell, int) else cell for cell in row)
