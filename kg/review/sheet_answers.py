"""The judgements that come back in a sheet, and what was corrected in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.draft.model import Verdict
from kg.facts.model import Row
from kg.facts.problems import InputError, Problem, nearest
from kg.facts.tables import Record, read_table
from kg.review import fields
from kg.review.mending import SOURCE_FIELDS, changes, faults_of
from kg.review.model import Answer, Item, Kind
from kg.review.session import Session
from kg.review.sheet import COLUMNS, LATER, NAMES_BETWEEN, SOURCE_COLUMNS, plain, source_of


@dataclass(frozen=True)
class Read:
    """What came back in a sheet."""

    answers: tuple[Answer, ...]
    sources: Mapping[str, Mapping[str, str]]
    """What was corrected of sources, by id."""
    left: int
    """Rows without a judgement, or for later."""
    known: int
    """Rows that were judged before."""


def read_sheet(path: Path, session: Session) -> Read:
    """The judgements in a sheet; InputError with every fault of it, as `file:line`.

    A new thing that is left blank is accepted with a fact that needs it; one for later, or rejected, is not.
    """
    problems: list[Problem] = []
    records = [_plain(record) for record in read_table(path, COLUMNS[:4], COLUMNS, problems)]
    first: dict[str, Record] = {}
    more: dict[str, dict[str, Record]] = {}
    left = known = 0
    for record in records:
        key, number = record.cells["proposal"], record.cells["evidence"] or "1"
        if session.agenda.item(key) is None:
            fix = "Take the cell back as it was, or write the sheet anew: kg review --sheet."
            problems.append(record.problem(f"unknown proposal '{key}'", fix))
        elif number in more.setdefault(key, {}):
            problems.append(record.problem("the same proposal and evidence stand twice", "Remove one of the lines."))
        else:
            more[key][number] = record
            first.setdefault(key, record)
    sources = _sources(more, session, problems)
    answers: list[Answer] = []
    for key in first:
        item = session.agenda.item(key)
        assert item is not None
        verdict = _verdict(more[key], problems)
        if verdict is None:
            left += 1
        elif key in session.journal.judged:
            known += 1
        else:
            answers.append(_answer(item, verdict, more[key], session, problems))
    answers += _blank(answers, more, session, problems)
    if problems:
        raise InputError(problems)
    order = [Kind.QUESTION, Kind.THING, Kind.FACT, Kind.NAME]
    return Read(tuple(sorted(answers, key=lambda answer: order.index(answer.item.kind))), sources, left, known)


def _sources(
    rows: Mapping[str, Mapping[str, Record]], session: Session, problems: list[Problem]
) -> dict[str, dict[str, str]]:
    """The fields of sources that lines have otherwise than the drafts; where two lines differ, both are told."""
    found: dict[str, dict[str, str]] = {}
    for key, lines in rows.items():
        item = session.agenda.item(key)
        for number, record in lines.items():
            source = session.source(source_of(item, number)) if item is not None else None
            told = {name: record.cells[f"source_{name}"] for name in SOURCE_FIELDS if record.cells["_sourced"]}
            changed = changes(source, told) if source is not None else {}
            if source is None or not changed:
                continue
            own = found.setdefault(source.id, {})
            for name, text in changed.items():
                if own.setdefault(name, text) != text:
                    said = f"another line says '{own[name]}' in 'source_{name}' of the same article"
                    problems.append(record.problem(said, "Write one of them in both."))
            problems.extend(record.problem(fault.text, fault.fix) for fault in faults_of(changed))
    return found


def _blank(
    answers: Sequence[Answer], rows: Mapping[str, Mapping[str, Record]], session: Session, problems: list[Problem]
) -> list[Answer]:
    """Answers to new things whose judgement is left blank: each is accepted, as its cells stand, with the first fact
    that needs it and is accepted."""
    found = {answer.item.key: answer for answer in answers}
    added: list[Answer] = []
    meant = {
        answer.item.own_id: (answer.fields or {}).get("entity") or answer.item.own_id
        for answer in answers
        if answer.item.is_sameness or (answer.item.question is not None and answer.item.own_id and answer.fields)
    }
    for answer in answers:
        if answer.item.kind is not Kind.FACT or answer.verdict is Verdict.REJECT:
            continue
        told = answer.fields if answer.fields is not None else session.fields_of(answer.item)
        named = {session.meant(key, meant) for key in session.holdings.checker.ids_of(told)}
        for key, thing in session.agenda.new_if(answer.item, meant).items():
            lines = rows.get(thing.key)
            if lines is None or thing.key in found or key not in named:
                continue
            if any(line.cells["judgement"] for line in lines.values()):
                text, fix = f"the new thing '{thing.own_id}' is left for later", "Accept it, or leave the fact, too."
                problems.append(next(iter(rows[answer.item.key].values())).problem(text, fix))
                continue
            accepted = _answer(thing, Verdict.ACCEPT, lines, session, problems)
            found[thing.key] = replace(accepted, with_=answer.item.key)
            added.append(found[thing.key])
    return added


def rows_of(path: Path) -> dict[str, Row]:
    """The line of each proposal in a sheet that was read."""
    records = read_table(path, COLUMNS[:4], COLUMNS, [])
    return {record.cells["proposal"]: record.row for record in reversed(records)}


def _plain(record: Record) -> Record:
    cells = {name: plain(text) for name, text in record.cells.items()}
    sourced = "yes" if any(record.cells.get(name) for name in SOURCE_COLUMNS) else ""  # else the columns were taken out
    return Record(record.row, {**dict.fromkeys(COLUMNS, ""), **cells, "_sourced": sourced})


def _verdict(rows: Mapping[str, Record], problems: list[Problem]) -> Verdict | None:
    """What was said of a proposal, in whichever of its lines; None for nothing, or for later."""
    verdicts = {verdict.value: verdict for verdict in Verdict}
    found: Verdict | None = None
    for record in rows.values():
        text = record.cells["judgement"].casefold()
        if not text or text == LATER:
            continue
        if text not in verdicts:
            fix = nearest(text, [*verdicts, LATER], "Write accept, edit, reject or later.")
            problems.append(record.problem(f"unknown judgement '{text}'", fix))
        elif found is not None and verdicts[text] is not found:
            problems.append(record.problem("another line of this proposal says otherwise", "Judge it in one line."))
        else:
            found = verdicts[text]
    return found


def _answer(
    item: Item, verdict: Verdict, rows: Mapping[str, Record], session: Session, problems: list[Problem]
) -> Answer:
    """An answer with the fields as they stand in the sheet; edited cells make an acceptance an edit."""
    record = rows.get("1") or next(iter(rows.values()))
    reason = next((each.cells["reason"] for each in rows.values() if each.cells["reason"]), "")
    if verdict is Verdict.REJECT:
        return Answer(item, verdict, reason)
    before = session.fields_of(item)
    told = _fields(item, rows, before, problems)
    if item.question is not None and item.is_sameness and not told["entity"] and len(item.question.candidates) == 1:
        told = {"entity": item.question.candidates[0]}  # yes, they are one
    if item.question is not None and not told.get("entity"):
        fix = f"One of: {', '.join(item.question.candidates)}" + (f", or {item.own_id}." if item.own_id else ".")
        problems.append(record.problem("the question has no answer in 'entity'", fix))
    changed = item.kind is Kind.QUESTION or any(told.get(name, "") != text for name, text in before.items())
    changed = changed or any(text and name not in before for name, text in told.items())
    said = Verdict.EDIT if changed and item.kind is not Kind.QUESTION else Verdict.ACCEPT
    return Answer(item, said, reason, told if changed else None)


def _fields(
    item: Item, rows: Mapping[str, Record], before: Mapping[str, str], problems: list[Problem]
) -> dict[str, str]:
    record = rows.get("1") or next(iter(rows.values()))
    cells = record.cells
    if item.kind is Kind.FACT:
        told = {name: cells[name] for name in (*fields.CLAIM, *fields.QUALIFIERS)} if "1" in rows else dict(before)
        for number in range(1, len(item.proposals) + 1):
            each = rows.get(str(number))
            for name in fields.EVIDENCE:
                field = name if number == 1 else f"{name} {number}"
                told[field] = each.cells[name] if each is not None else before[field]
        return told
    if item.kind is Kind.QUESTION:
        return {"entity": cells["entity"]}
    if item.kind is Kind.NAME:
        return {
            "entity": cells["entity"],
            "language": cells["name_language"],
            "name": cells["name"],
            "rank": cells["rank"],
        }
    own = {"id": cells["id"], "class": cells["class"], "kind": cells["of_kind"], "identifiers": cells["identifiers"]}
    return {**own, **_names(record, problems)}


def _names(record: Record, problems: list[Problem]) -> dict[str, str]:
    """The names of a thing: `az preferred: …`, with a bar between."""
    found: dict[str, str] = {}
    for piece in filter(None, (part.strip() for part in record.cells["names"].split(NAMES_BETWEEN.strip()))):
        told, colon, text = piece.partition(": ")
        if not colon or not text.strip() or f"name {told}" in found:
            fix = "Write such as: en preferred: Foam Park | en acronym: FP."
            problems.append(record.problem(f"'{piece}' in 'names' is no name with its language and rank", fix))
        else:
            found[f"name {told}"] = text.strip()
    return found
