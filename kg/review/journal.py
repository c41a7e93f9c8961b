"""What was judged and what was written for it: two tables to which every judgement is added at once.

`judgements.csv` holds the judgements that stand; `written.csv` the rows that an acceptance added, so that it can be
taken back. A row is appended and brought to the disk before anything else is shown, so that a session that is killed
loses at most the key that was not pressed. The things that are accepted with a fact are appended together with it, the
fact last; where it is missing all the same, they count as not judged.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kg.draft.model import Verdict
from kg.draft.tables import JUDGED_MORE, JUDGEMENTS, JUDGEMENTS_FILE
from kg.facts.problems import CallError, InputError, Problem, nearest
from kg.facts.tables import Record, read_table
from kg.review.model import Judged, Kind, NewRow

WRITTEN_FILE = "written.csv"
_WRITTEN = ("proposal", "table", "row")
Write = Callable[[Mapping[Path, str]], None]
"""Makes each of these files one of its text, or none of them; raises CallError where it cannot."""


class Journal:
    """The two tables of one folder of drafts."""

    def __init__(self, folder: Path, write: Write) -> None:
        """Reads both; raises InputError with every fault of them."""
        self._folder = folder
        self._write = write
        problems: list[Problem] = []
        told = _read_judged(folder, problems)
        self._judged = {key: item for key, item in told.items() if item.key in told}
        self._torn = len(self._judged) < len(told)
        """Whether the table holds things without the fact that they were accepted with."""
        self._written = _read_written(folder, problems)
        if problems:
            raise InputError(problems)

    @property
    def judged(self) -> Mapping[str, Judged]:
        """The judgements that stand, by proposal, in the order in which they were made."""
        return self._judged

    def written(self, proposal: str) -> tuple[NewRow, ...]:
        """The rows that were added for a proposal."""
        return tuple(self._written.get(proposal, ()))

    def together(self, judged: Judged) -> list[Judged]:
        """What was judged with the same key as this, in that order."""
        return [item for item in self._judged.values() if item.key == judged.key]

    def promise(self, rows: Mapping[str, Iterable[NewRow]]) -> None:
        """Keeps which rows are about to be added, by proposal: before they are."""
        told = {key: list(items) for key, items in rows.items() if items}
        anew = any(key in self._written for key in told)  # promised by a session that was killed
        self._written.update(told)
        if anew:
            self._renew(self._folder / WRITTEN_FILE, _WRITTEN)
        elif told:
            lines = [_written_cells(key, row) for key, items in told.items() for row in items]
            self._append(WRITTEN_FILE, _WRITTEN, lines)

    def hold(self, judged: Judged) -> None:
        """Takes a judgement for made, in memory alone."""
        self._judged = {**self._judged, judged.proposal: judged}

    def restore(self, judged: Mapping[str, Judged]) -> None:
        """Takes the judgements of a moment before for those that stand, in memory alone."""
        self._judged = dict(judged)

    def add(self, judged: Iterable[Judged]) -> None:
        """Keeps judgements."""
        listed = list(judged)
        added = {item.proposal for item in listed}
        # What is held already is not in the table yet: should it be written anew, it comes once.
        self._judged = {key: item for key, item in self._judged.items() if key not in added}
        if self._torn:
            self._renew(self._folder / JUDGEMENTS_FILE, (*JUDGEMENTS, *JUDGED_MORE))
            self._torn = False
        self._append(JUDGEMENTS_FILE, (*JUDGEMENTS, *JUDGED_MORE), [_judged_cells(item) for item in listed])
        self._judged = {**self._judged, **{item.proposal: item for item in listed}}

    def texts_with_source(self, cells: Mapping[str, str]) -> dict[Path, str]:
        """The table of written rows with a source as it was corrected, in memory too; none where it has no such."""
        found = False
        for rows in self._written.values():
            for n, row in enumerate(rows):
                if row.table == "sources.csv" and row.cells["id"] == cells["id"]:
                    rows[n], found = NewRow(row.table, {**row.cells, **cells}), True
        lines = [_written_cells(key, row) for key, rows in self._written.items() for row in rows]
        return {self._folder / WRITTEN_FILE: _table(_WRITTEN, lines)} if found else {}

    @property
    def folder(self) -> Path:
        """Where the drafts are."""
        return self._folder

    def remove(self, proposals: Iterable[str]) -> None:
        """Takes judgements and their rows out of the tables again."""
        gone = set(proposals)
        self._judged = {key: item for key, item in self._judged.items() if key not in gone}
        self._written = {key: rows for key, rows in self._written.items() if key not in gone}
        judged = [_judged_cells(item) for item in self._judged.values()]
        written = [_written_cells(key, row) for key, rows in self._written.items() for row in rows]
        self._write(
            {
                self._folder / JUDGEMENTS_FILE: _table((*JUDGEMENTS, *JUDGED_MORE), judged),
                self._folder / WRITTEN_FILE: _table(_WRITTEN, written),
            }
        )

    def _append(self, file: str, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
        path = self._folder / file
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        header = next(csv.reader(io.StringIO(text, newline="")), [])
        if header and [cell.strip() for cell in header] != list(columns):
            self._renew(path, columns)
            text = path.read_bytes().decode("utf-8")
        lines = _table(columns, rows)
        if text.strip():
            lines = ("" if text.endswith("\n") else "\n") + lines.split("\n", 1)[1]
        try:
            with path.open("ab") as target:
                target.write(lines.encode())
                target.flush()
                os.fsync(target.fileno())
        except OSError as error:
            raise CallError(f"{path} cannot be written: {error}. Nothing was judged.") from error

    def _renew(self, path: Path, columns: tuple[str, ...]) -> None:
        """A table that a hand gave fewer columns, or other delimiters, as the review writes it."""
        if path.name == JUDGEMENTS_FILE:
            rows = [_judged_cells(item) for item in self._judged.values()]
        else:
            rows = [_written_cells(key, row) for key, items in self._written.items() for row in items]
        self._write({path: _table(columns, rows)})


def _table(columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return output.getvalue()


def _judged_cells(item: Judged) -> dict[str, str]:
    return {
        "proposal": item.proposal,
        "judgement": item.verdict.value,
        "by": item.by,
        "date": item.date,
        "reason": item.reason,
        "kind": item.kind.value,
        "language": item.language,
        "predicate": item.predicate,
        "rule": item.rule,
        "confidence": item.confidence,
        "edited": _json(item.edited) if item.edited else "",
        "with": item.with_,
    }


def _written_cells(proposal: str, row: NewRow) -> dict[str, str]:
    return {"proposal": proposal, "table": row.table, "row": _json(row.cells)}


def _json(cells: Mapping[str, str]) -> str:
    return json.dumps(dict(cells), ensure_ascii=False)


def _read_judged(folder: Path, problems: list[Problem]) -> dict[str, Judged]:
    found: dict[str, Judged] = {}
    verdicts = {verdict.value: verdict for verdict in Verdict}
    kinds = {kind.value: kind for kind in Kind}
    records = read_table(folder / JUDGEMENTS_FILE, JUDGEMENTS, JUDGED_MORE, problems, optional_file=True)
    for record in records:
        cells = {**dict.fromkeys(JUDGED_MORE, ""), **record.cells}
        verdict = verdicts.get(cells["judgement"])
        if verdict is None:
            fix = nearest(cells["judgement"], verdicts, f"One of: {', '.join(verdicts)}.")
            problems.append(record.problem(f"unknown judgement '{cells['judgement']}'", fix))
            continue
        if cells["proposal"] in found:
            text = f"the proposal '{cells['proposal']}' is judged already in a line above"
            problems.append(record.problem(text, "Keep one of the two."))
            continue
        found[cells["proposal"]] = Judged(
            proposal=cells["proposal"],
            verdict=verdict,
            by=cells["by"],
            date=cells["date"],
            reason=cells["reason"],
            kind=kinds.get(cells["kind"], Kind.FACT),
            language=cells["language"],
            predicate=cells["predicate"],
            rule=cells["rule"],
            confidence=cells["confidence"],
            edited=_cells(record, "edited", problems),
            with_=cells["with"],
        )
    return found


def _read_written(folder: Path, problems: list[Problem]) -> dict[str, list[NewRow]]:
    found: dict[str, list[NewRow]] = {}
    for record in read_table(folder / WRITTEN_FILE, _WRITTEN, (), problems, optional_file=True):
        row = NewRow(record.cells["table"], _cells(record, "row", problems))
        found.setdefault(record.cells["proposal"], []).append(row)
    return found


def _cells(record: Record, column: str, problems: list[Problem]) -> dict[str, str]:
    text = record.cells.get(column, "")
    if not text:
        return {}
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, dict) or not all(isinstance(cell, str) for cell in value.values()):
        problems.append(record.problem(f"'{column}' is no JSON object of texts", "Take back the line as it was."))
        return {}
    return value
