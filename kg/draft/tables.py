"""The tables of the folder of drafts: read with every fault gathered, written in one order with the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from kg.draft.model import (
    Drafts,
    DraftSource,
    Judged,
    Place,
    Proposal,
    ProposedName,
    ProposedThing,
    Question,
    Reason,
)
from kg.facts.problems import InputError, Problem, nearest
from kg.facts.tables import Record, read_table

QUALIFIERS = (
    *("role", "onBehalfOf", "scope", "ordinal", "occasion"),
    *("comparison", "magnitude", "unit", "note"),
)
"""The qualifiers that `facts.csv` of the drafts has columns for."""
_PLACE = ("start", "end", "sentence_start", "sentence_end")
_GRADE = ("confidence", "rule", "reasons")
SOURCES = (
    *("id", "title", "publisher", "published", "retrieved", "language", "url", "document"),
    *("path", "sha256", "mended"),
)
_ADDED_LATER = ("mended",)
ENTITIES = ("proposal", "id", "class", "kind", "identifiers", "source", "quote", "occurrence", "language")
NAMES = ("proposal", "entity", "language", "name", "rank", "source", "quote", "occurrence")
FACTS = (
    *("proposal", "subject", "predicate", "object", "from", "until", "dating", "source", "quote", "occurrence"),
    *("status", *QUALIFIERS),
)
QUESTIONS = ("question", "mention", "entity", "candidates", "source", "quote", "occurrence", "language")
JUDGEMENTS = ("proposal", "judgement", "by", "date", "reason")
JUDGED_MORE = ("kind", "language", "predicate", "rule", "confidence", "edited", "with")
"""Of what was judged, for the report; the fields that were changed (JSON); the fact that a thing was accepted with."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sources.csv": SOURCES,
    "entities.csv": (*ENTITIES, *_GRADE, *_PLACE),
    "names.csv": (*NAMES, *_GRADE, *_PLACE),
    "facts.csv": (*FACTS, "confidence", "language", "rule", "reasons", *_PLACE),
    "questions.csv": (*QUESTIONS, "reasons", *_PLACE),
}
"""The tables that the drafter writes, with their columns in order."""
JUDGEMENTS_FILE = "judgements.csv"
MERGED_FILE = "merged.csv"
MERGED = ("evidence", "proposal")
SET_ASIDE_FILE = "set_aside.csv"
SET_ASIDE = ("file", "reason")

T = TypeVar("T")


def read_drafts(folder: Path) -> Drafts:
    """The tables of a folder, each of which may be missing; raises InputError with every fault of them."""
    problems: list[Problem] = []
    found = Drafts(
        sources=_read(folder, "sources.csv", _source, problems),
        things=_read(folder, "entities.csv", _thing, problems),
        names=_read(folder, "names.csv", _name, problems),
        proposals=_read(folder, "facts.csv", _proposal, problems),
        questions=_read(folder, "questions.csv", _question, problems),
        judged=read_judgements(folder, problems),
        merged=tuple(
            (record.cells["evidence"], record.cells["proposal"])
            for record in read_table(folder / MERGED_FILE, MERGED, (), problems, optional_file=True)
        ),
    )
    if problems:
        raise InputError(problems)
    return found


def read_judgements(folder: Path, problems: list[Problem]) -> tuple[Judged, ...]:
    """What people said of proposals, in the order of the table."""
    records = read_table(folder / JUDGEMENTS_FILE, JUDGEMENTS, JUDGED_MORE, problems, optional_file=True)
    return tuple(_judged(record) for record in records)


def _judged(record: Record) -> Judged:
    proposal, judgement, by, date, reason = (record.cells[column] for column in JUDGEMENTS)
    return Judged(proposal, judgement, by, date, reason, _meant(record))


def _meant(record: Record) -> str:
    """The thing that the answer to a question names, or the id that a thing was given; empty for none."""
    field = {"question": "entity", "thing": "id"}.get(record.cells.get("kind", ""))
    if field is None:
        return ""
    try:
        told = json.loads(record.cells.get("edited") or "{}")
    except ValueError:
        return ""
    return str(told.get(field, "")) if isinstance(told, dict) else ""


def table_texts(drafts: Drafts) -> dict[str, str]:
    """The text of each table that the drafter writes, by its file name; rows are sorted."""
    cells: dict[str, Iterable[Mapping[str, str]]] = {
        "sources.csv": ({column: getattr(told, column) for column in SOURCES} for told in drafts.sources),
        "entities.csv": map(_thing_cells, drafts.things),
        "names.csv": map(_name_cells, drafts.names),
        "facts.csv": map(_proposal_cells, drafts.proposals),
        "questions.csv": map(_question_cells, drafts.questions),
    }
    texts = {file: _text(file, COLUMNS[file], rows) for file, rows in cells.items()}
    return {**texts, MERGED_FILE: plain_table(MERGED, drafts.merged)}


def plain_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a table of these rows, sorted."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(sorted(map(tuple, rows)))
    return output.getvalue()


def _text(file: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(columns)
    lines: list[tuple[str, ...]] = [tuple(row.get(column, "") for column in columns) for row in rows]
    if file == "sources.csv":
        writer.writerows(sorted(lines))
    else:
        source, start, end = (columns.index(name) for name in ("source", "start", "end"))
        keyed = [(line[source], int(line[start]), int(line[end]), line) for line in lines]
        writer.writerows(line for *_, line in sorted(keyed))
    return output.getvalue()


def _place_cells(source: str, place: Place) -> dict[str, str]:
    return {
        "source": source,
        "quote": place.quote,
        "occurrence": "" if place.occurrence is None else str(place.occurrence),
        **{name: str(getattr(place, name)) for name in _PLACE},
    }


def _grade_cells(confidence: float, rule: str, reasons: Iterable[Reason]) -> dict[str, str]:
    return {"confidence": f"{confidence:.2f}", "rule": rule, "reasons": "|".join(reason.value for reason in reasons)}


def _thing_cells(thing: ProposedThing) -> dict[str, str]:
    own = {"proposal": thing.key, "id": thing.id, "class": thing.class_name, "kind": thing.kind}
    grade = _grade_cells(thing.confidence, thing.rule, thing.reasons)
    return {**own, "language": thing.language, **grade, **_place_cells(thing.source, thing.place)}


def _name_cells(name: ProposedName) -> dict[str, str]:
    own = {"proposal": name.key, "entity": name.entity, "language": name.language, "name": name.text, "rank": name.rank}
    return {**own, **_grade_cells(name.confidence, name.rule, name.reasons), **_place_cells(name.source, name.place)}


def _proposal_cells(told: Proposal) -> dict[str, str]:
    grade = _grade_cells(told.confidence, told.rule, told.reasons)
    place = _place_cells(told.source, told.place)
    return {"proposal": told.key, **told.cells, "language": told.language, **grade, **place}


def _question_cells(question: Question) -> dict[str, str]:
    own = {"question": question.key, "mention": question.mention, "entity": question.entity}
    more = {"candidates": "|".join(question.candidates), "language": question.language}
    reasons = "|".join(reason.value for reason in question.reasons)
    return {**own, **more, "reasons": reasons, **_place_cells(question.source, question.place)}


def _read(
    folder: Path, file: str, make: Callable[[Record, list[Problem]], T | None], problems: list[Problem]
) -> tuple[T, ...]:
    needed = [column for column in COLUMNS[file] if column not in _ADDED_LATER]
    records = read_table(folder / file, needed, _ADDED_LATER, problems, optional_file=True)
    made = (make(record, problems) for record in records)
    return tuple(value for value in made if value is not None)


def _source(record: Record, problems: list[Problem]) -> DraftSource | None:
    return DraftSource(**{column: record.cells.get(column, "") for column in SOURCES})


def _thing(record: Record, problems: list[Problem]) -> ProposedThing | None:
    cells, grade, place = record.cells, _grade(record, problems), _place(record, problems)
    if grade is None or place is None:
        return None
    confidence, reasons = grade
    named = (cells["id"], cells["class"], cells["kind"])
    return ProposedThing(*named, confidence, cells["language"], cells["rule"], reasons, cells["source"], place)


def _name(record: Record, problems: list[Problem]) -> ProposedName | None:
    cells, grade, place = record.cells, _grade(record, problems), _place(record, problems)
    if grade is None or place is None:
        return None
    confidence, reasons = grade
    named = (cells["entity"], cells["language"], cells["name"], cells["rank"])
    return ProposedName(*named, confidence, cells["rule"], reasons, cells["source"], place)


def _proposal(record: Record, problems: list[Problem]) -> Proposal | None:
    cells, grade, place = record.cells, _grade(record, problems), _place(record, problems)
    if grade is None or place is None:
        return None
    confidence, reasons = grade
    return Proposal(
        key=cells["proposal"],
        subject=cells["subject"],
        predicate=cells["predicate"],
        object=cells["object"],
        from_=cells["from"],
        until=cells["until"],
        dating=cells["dating"],
        source=cells["source"],
        place=place,
        status=cells["status"],
        qualifiers={name: cells[name] for name in QUALIFIERS if cells[name]},
        confidence=confidence,
        language=cells["language"],
        rule=cells["rule"],
        reasons=reasons,
    )


def _question(record: Record, problems: list[Problem]) -> Question | None:
    cells, place, reasons = record.cells, _place(record, problems), _reasons(record, problems)
    if place is None:
        return None
    candidates = tuple(filter(None, cells["candidates"].split("|")))
    asked = (cells["mention"], cells["entity"], candidates, cells["language"])
    return Question(*asked, reasons, cells["source"], place)


def _place(record: Record, problems: list[Problem]) -> Place | None:
    cells = record.cells
    numbers = [cells[name] for name in _PLACE]
    if not all(number.isascii() and number.isdigit() for number in (*numbers, cells["occurrence"] or "1")):
        fix = "Draft the article anew: kg draft --again FILE."
        problems.append(record.problem("offsets and occurrence must be whole numbers", fix))
        return None
    occurrence = int(cells["occurrence"]) if cells["occurrence"] else None
    start, end, sentence_start, sentence_end = map(int, numbers)
    return Place(cells["quote"], occurrence, start, end, sentence_start, sentence_end)


def _grade(record: Record, problems: list[Problem]) -> tuple[float, tuple[Reason, ...]] | None:
    try:
        confidence = float(record.cells["confidence"])
    except ValueError:
        confidence = -1.0
    if not 0 <= confidence <= 1:
        text = f"'{record.cells['confidence']}' is no confidence"
        problems.append(record.problem(text, "Write a number from 0 to 1, such as 0.75."))
        return None
    return confidence, _reasons(record, problems)


def _reasons(record: Record, problems: list[Problem]) -> tuple[Reason, ...]:
    known = {reason.value: reason for reason in Reason}
    found = []
    for key in filter(None, record.cells["reasons"].split("|")):
        if key in known:
            found.append(known[key])
        else:
            problems.append(record.problem(f"unknown reason '{key}'", nearest(key, known, "Remove it.")))
    return tuple(found)
