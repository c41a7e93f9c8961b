"""`kg same`: pairs that may be one thing, and people's judgements on them."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path

from kg.cli.output import tell, watched, write_rows
from kg.facts.dates import PartialDate, Precision
from kg.facts.decisions import DECISIONS_FILE, add_decision, remove_decision
from kg.facts.identity import NameIndex
from kg.facts.model import Decision, Judgement, Project, Row
from kg.facts.names.proposing import Proposal, propose
from kg.facts.names.resemblance import Context, compare
from kg.facts.problems import CallError
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.folders import replace_file
from kg.resources import Resources

_COLUMNS = ("left", "right", "score", "reasons", "against")


def same(options: argparse.Namespace) -> int:
    """Lists proposals, best first (1 if there are none); or writes or takes back one judgement."""
    seeds = options.seeds or Path("seeds")
    if not seeds.is_dir():
        raise CallError(f"there is no folder {seeds}. Name the folder of tables with --seeds.")
    _check(options)
    ontology = Resources.current().read_ontology()
    project = read_project(seeds, ontology.schema, ontology.shapes)
    if options.undo:
        return _undo(options, project, seeds / DECISIONS_FILE)
    if options.judge is not None:
        return _judge(options, project, seeds / DECISIONS_FILE)
    return _propose(options, project, ontology.schema)


def _check(options: argparse.Namespace) -> None:
    judging = options.judge is not None
    if judging and options.undo:
        raise CallError("--judge and --undo exclude each other. Take the old judgement back first.")
    if (judging or options.undo) and options.right is None:
        raise CallError("a judgement is on two things. Name both: kg same A B --judge same|different|unsure")
    missing = [name for name in ("by", "reason") if judging and not getattr(options, name)]
    if missing:
        raise CallError(f"a judgement says who made it and why. Add --{' and --'.join(missing)}.")
    unused = [name for name in ("by", "reason", "date") if not judging and getattr(options, name)]
    if unused:
        raise CallError(f"--{unused[0]} belongs to a judgement. Add --judge same|different|unsure.")


def _judge(options: argparse.Namespace, project: Project, path: Path) -> int:
    left, right = _id(project, options.left), _id(project, options.right)
    judgement = Judgement(options.judge)
    decision = Decision(left, right, judgement, options.by, _day(options.date), options.reason, Row(str(path), 0))
    table = path.read_bytes().decode("utf-8") if path.exists() else ""
    replace_file(path, add_decision(table, decision, project))
    tell(f"Judged '{left}' and '{right}' {judgement.value} in {path}. Build again for it to take effect.")
    return 0


def _undo(options: argparse.Namespace, project: Project, path: Path) -> int:
    left, right = _id(project, options.left), _id(project, options.right)
    made = [item for item in project.decisions if {item.left, item.right} == {left, right}]
    if not made:
        raise CallError(f"there is no judgement on '{left}' and '{right}' in {path}.")
    replace_file(path, remove_decision(path.read_bytes().decode("utf-8"), [item.row.line for item in made]))
    told = ", ".join(f"{item.judgement.value} (by {item.by}, {item.date.text})" for item in made)
    tell(f"Took back on '{left}' and '{right}': {told}.")
    return 0


def _propose(options: argparse.Namespace, project: Project, schema: Schema) -> int:
    context = Context.of(project, schema)
    if options.right is not None:
        left, right = (project.canonical[_id(project, name)] for name in (options.left, options.right))
        if left == right:
            raise CallError(f"'{options.left}' and '{options.right}' are one thing already: '{left}'.")
        left, right = sorted((left, right))
        proposals = [Proposal(left, right, compare(project.entities[left], project.entities[right], context))]
    else:
        judged = {frozenset({project.canonical[d.left], project.canonical[d.right]}) for d in project.decisions}
        proposals = propose(project.entities, context, judged, options.least, watched, os.cpu_count() or 1)
    if options.left is not None and options.right is None:
        key = project.canonical[_id(project, options.left)]
        proposals = [item for item in proposals if key in (item.left, item.right)]
    if not proposals:
        tell("kg: no pair is proposed that is not judged yet.")
        return 1
    rows = [
        (
            item.left,
            item.right,
            item.comparison.score,
            "; ".join(item.comparison.reasons),
            "; ".join(item.comparison.against),
        )
        for item in proposals[: options.limit]
    ]
    write_rows(_COLUMNS, rows, options.format)
    if len(proposals) > options.limit:
        tell(f"{len(proposals) - options.limit} more: see them with --limit.")
    return 0


def _id(project: Project, text: str) -> str:
    """The id as it stands in `entities.csv`, even of a thing that was merged into another; else by name."""
    return text if text in project.canonical else NameIndex(project.entities).resolve(text)


def _day(text: str | None) -> PartialDate:
    """The day of a judgement: the one told, else today."""
    if text is None:
        return PartialDate(dt.date.today().isoformat())
    try:
        day = PartialDate.parse(text)
    except ValueError as error:
        raise CallError(f"{error}. Write --date YYYY-MM-DD.") from None
    if day.precision is not Precision.DAY:
        raise CallError(f"'{text}' is no day. Write --date YYYY-MM-DD.")
    return day
