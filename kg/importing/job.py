"""`kg import`: from a mapping file and its inputs to a folder of tables in the project."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kg.facts.problems import InputError, Problem, nearest
from kg.facts.schema import Schema
from kg.facts.tables import read_table
from kg.importing.choices import NAME_RANKS
from kg.importing.context import Context
from kg.importing.formats import Input
from kg.importing.keys import Keys
from kg.importing.mapping import Cell, Condition, MappingFile, Table
from kg.importing.mapping_file import read_mapping
from kg.importing.report import KINDS, ImportReport, InputReport, reason_kind, tally
from kg.importing.settling import OWN, Settling
from kg.importing.sources import CLDR, Sources
from kg.importing.spreading import spread
from kg.importing.staging import Stage
from kg.importing.telling import Teller
from kg.importing.writing import REJECTED, difference, set_aside, write_rejected, write_tables

_MOST_COLUMNS = 20
_MOST_PROBLEMS = 100
"""How many are told of in a strict run."""
Progress = Callable[[int, int], None]


def import_tables(
    path: Path,
    seeds: Path,
    schema: Schema,
    out: Path,
    *,
    inputs: Path | None = None,
    strict: bool = False,
    progress: Progress = lambda *_: None,
) -> ImportReport:
    """Writes the tables that a mapping file says into the empty folder `out`, and says what became of every row.

    `seeds` is the project's folder of tables: things that people wrote there keep their ids and classes; what changed
    is told against the import of the same name in it. Raises InputError for faults of the mapping file and, where
    `strict`, for rows that would be set aside; CallError for inputs that cannot be read.
    """
    mapping = read_mapping(path, schema)
    listed = _inputs(mapping, inputs or path.parent)
    known, taken = _written_by_hand(seeds)
    keys, sources = Keys(mapping.keys, known, taken), Sources()
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder) / "stage.sqlite")
        try:
            kinds = {*mapping.kinds, *(key for key, class_name in taken.items() if schema.is_a(class_name, "Kind"))}
            _read(listed, kinds, keys, schema, sources, stage, progress)
            _add_own(mapping, sources, stage)
            settling = Settling(
                stage, schema, taken, lambda number: listed[number][0].shown if number >= 0 else path.name
            )
            write_tables(out, settling, sources.rows, mapping.name, _columns(mapping))
            if strict:
                _refuse(stage, [input_ for input_, _ in listed])
            names: Counter[str] = Counter()
            for number, (input_, _) in enumerate(listed):
                names[input_.path.name] += 1
                more = f"-{names[input_.path.name]}" if names[input_.path.name] > 1 else ""
                rejected = out / REJECTED / f"{input_.path.name}{more}.csv"
                write_rejected(rejected, input_, set_aside(stage, number))
            report = _report(mapping, listed, stage, settling, sources)
        finally:
            stage.close()
    changes = difference(seeds / "imports" / mapping.name, out, mapping.name)
    report = replace(report, changes=changes)
    (out / "report.json").write_text(report.to_json(), encoding="utf-8")
    return report


def import_name(path: Path, schema: Schema) -> str:
    """The name that a mapping file gives to its import; raises as `import_tables` does."""
    return read_mapping(path, schema).name


def _inputs(mapping: MappingFile, folder: Path) -> list[tuple[Input, Table]]:
    """All files, in the order of the mapping and then by name; their columns are checked."""
    found, problems = [], []
    for table in mapping.tables:
        paths = (
            sorted(folder.glob(table.files)) if any(sign in table.files for sign in "*?[") else [folder / table.files]
        )
        if not paths:
            problems.append(Problem(mapping.path, table.line, f"no file is named like '{table.files}'", "Correct it."))
        for path in paths:
            if not path.is_file():
                fix = "Paths begin at the folder of the mapping file."
                problems.append(Problem(mapping.path, table.line, f"there is no file '{table.files}'", fix))
                continue
            shown = str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name
            input_ = Input(path, shown, table)
            own = spread(table, input_.header)
            problems += _column_problems(mapping, own, input_)
            found.append((input_, own))
    if problems:
        raise InputError(problems)
    return found


def _column_problems(mapping: MappingFile, table: Table, input_: Input) -> Iterable[Problem]:
    header = input_.header
    for name in sorted({name for name in header if header.count(name) > 1 and name}):
        if any(name in cell.columns for cell in _cells(table)):
            yield Problem(
                mapping.path,
                table.line,
                f"the column '{name}' stands twice in {input_.shown}",
                "Name them anew with columns =.",
            )
    has = f"It has: {', '.join(header[:_MOST_COLUMNS])}{', …' if len(header) > _MOST_COLUMNS else '.'}"
    for cell in _cells(table):
        for column in cell.columns:
            if column not in header:
                fix = nearest(column, header, has)
                yield Problem(mapping.path, cell.line, f"no column '{column}' in {input_.shown}", fix)
    for condition in _conditions(table):
        if condition.column not in header:
            fix = nearest(condition.column, header, has)
            yield Problem(mapping.path, condition.line, f"no column '{condition.column}' in {input_.shown}", fix)


def _conditions(table: Table) -> list[Condition]:
    found = list(table.where)
    for conditions in (
        *(thing.where for thing in table.things),
        *(name.where for name in table.names),
        *(fact.where for fact in table.facts),
    ):
        found += conditions
    return found


def _cells(table: Table) -> list[Cell]:
    found: list[Cell | None] = [*table.source.cells.values()]
    for thing in table.things:
        found += [thing.id, thing.class_name, thing.kind, *thing.identifiers]
    for name in table.names:
        found += [name.of, name.text, name.language, name.rank]
    for fact in table.facts:
        found += [fact.subject, fact.predicate, fact.object, fact.from_, fact.until, *fact.cells.values()]
    return [cell for cell in found if cell is not None]


def _written_by_hand(seeds: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Identifiers to ids, and ids to classes, of the `entities.csv` that people write."""
    problems: list[Problem] = []
    records = read_table(
        seeds / "entities.csv", ("id", "class", "kind", "identifiers"), (), problems, optional_file=True
    )
    if problems:
        raise InputError(problems)
    known: dict[str, str] = {}
    for record in records:
        for identifier in record.cells["identifiers"].split():
            known.setdefault(identifier, record.cells["id"])
    return known, {record.cells["id"]: record.cells["class"] for record in records}


def _read(
    inputs: list[tuple[Input, Table]],
    kinds: Collection[str],
    keys: Keys,
    schema: Schema,
    sources: Sources,
    stage: Stage,
    progress: Progress,
) -> None:
    total, before = sum(input_.size for input_, _ in inputs), 0
    for number, (input_, table) in enumerate(inputs):
        context = Context(number, table, input_.header, keys, schema, sources, stage)
        teller = Teller(context, table, kinds)
        done = [0]
        for index, row in enumerate(input_.rows(done)):
            teller.take(row)
            if not index & 4095:
                progress(before + done[0], total)
        context.finish()
        before += input_.size
        progress(before, total)


def _add_own(mapping: MappingFile, sources: Sources, stage: Stage) -> None:
    """Countries that were spoken of and kinds that were used, which no row tells."""
    for id_, key in sorted(sources.countries.items()):
        stage.add("thing", id_, key.raw, "Country", "", key.identifier, OWN, 0)
    for id_, language, name in sources.country_names():
        stage.add("name", id_, language, name, NAME_RANKS.index("preferred"), 0, CLDR, OWN, 0)
    stage.flush()
    used = {kind for (kind,) in stage.rows("SELECT DISTINCT kind FROM thing")}
    for kind in sorted(used & mapping.kinds.keys()):
        stage.add("thing", kind, kind, "Kind", "", "", OWN, 0)
        for language, name in mapping.kinds[kind].items():
            stage.add("name", kind, language, name, NAME_RANKS.index("rendering"), 0, "", OWN, 0)


def _columns(mapping: MappingFile) -> tuple[str, ...]:
    """The further columns of the facts table: those of which the mapping speaks."""
    facts = [fact for table in mapping.tables for fact in table.facts]
    told = {name for fact in facts for name in fact.cells} - {"record", "quote"}
    if any(fact.from_ or fact.until for fact in facts):
        told.add("spell")
    return tuple(sorted(told, key=lambda name: (name not in ("status", "rank", "spell"), name)))


def _refuse(stage: Stage, inputs: list[Input]) -> None:
    """Raises InputError where anything was set aside."""
    problems: list[Problem] = []
    for number, input_ in enumerate(inputs):
        for line, told in set_aside(stage, number):
            fix = "Correct the row, or the mapping file."
            problems.append(Problem(str(input_.path), line, "; ".join(told), fix))
            if len(problems) >= _MOST_PROBLEMS:
                raise InputError(problems)
    if problems:
        raise InputError(problems)


def _report(
    mapping: MappingFile, inputs: list[tuple[Input, Table]], stage: Stage, settling: Settling, sources: Sources
) -> ImportReport:
    counts = stage.counts
    reasons: Counter[str] = Counter()
    first: dict[str, str] = {}
    reports = []
    for number, (input_, _) in enumerate(inputs):
        aside = 0
        for line, told in set_aside(stage, number):
            aside += 1
            for kind, reason in {reason_kind(reason): reason for reason in reversed(told)}.items():
                reasons[kind] += 1
                first.setdefault(kind, f"{input_.shown}:{line}: {reason}")
        read, skipped = counts[number, "row", "read"], counts[number, "row", "skipped"]
        things, names, facts = (tally(counts, number, kind) for kind in ("thing", "name", "fact"))
        omitted, trimmed = counts[number, "date", "omitted"], counts[number, "cell", "trimmed"]
        used = read - skipped - aside
        reports.append(InputReport(input_.shown, read, used, skipped, aside, things, names, facts, omitted, trimmed))
    written = {kind: sum(counts[n, kind, "written"] for n in range(OWN, len(inputs))) for kind in KINDS}
    return ImportReport(
        name=mapping.name,
        inputs=tuple(reports),
        things=written["thing"],
        names=written["name"],
        facts=written["fact"],
        relations=written["fact"] - settling.again,
        sources=len(sources.rows),
        things_unnamed=settling.unnamed,
        reasons=dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
        first=first,
        changes={},
    )
